package event

import (
	"testing"
	"time"
)

func TestAMemoryForgets(t *testing.T) {
	now := time.Unix(0, 0)
	m := NewMemory[string, int](2, time.Minute, func() time.Time { return now })
	m.Put("a", 1)
	m.Put("b", 2)
	m.Put("a", 3)
	m.Put("c", 4)
	if _, ok := m.Get("b"); ok {
		t.Error("b is remembered, though two came after it and two is the most")
	}
	if v, ok := m.Get("a"); !ok || v != 3 {
		t.Errorf("a is %d, %v, want 3", v, ok)
	}
	now = now.Add(2 * time.Minute)
	if v, ok := m.Get("a"); ok || v != 0 {
		t.Error("a is remembered after its time")
	}
	m.Put("d", 5)
	if n := m.order.Len(); n != 1 {
		t.Errorf("%d are kept though the time of all but one is over", n)
	}
}

func TestNobodyIsForgottenForWhatAnotherDoes(t *testing.T) {
	m := NewMemory[int, string](eachMost+5, time.Minute, time.Now)
	m.PutOf("bob", -1, "bob's")
	for i := range 10 * eachMost {
		m.PutOf("ann", i, "ann's")
	}
	if v, ok := m.Get(-1); !ok || v != "bob's" {
		t.Error("bob is forgotten because ann did much")
	}
	if _, ok := m.Get(9 * eachMost); !ok {
		t.Errorf("of ann, the last %d are not remembered", eachMost)
	}
	if _, ok := m.Get(9*eachMost - 1); ok {
		t.Errorf("of ann, more than %d are remembered", eachMost)
	}
}
