package pace

import (
	"testing"
	"time"
)

func TestADayOfIdentifies(t *testing.T) {
	t.Parallel()
	start := time.Now()
	p, now, sent := New(5*time.Second), start, 0
	for now.Sub(start) < identifyDay {
		if at := p.next(0, now); at.After(now) {
			now = at
			continue
		}
		p.Count(0, now)
		sent++
	}
	if sent >= 1000 || sent < identifiesAtEase {
		t.Errorf("%d IDENTIFYs in a day, of which Discord allows 1,000", sent)
	}
	if at := p.next(0, now.Add(identifyDay+time.Hour)); at.After(now.Add(identifyDay + time.Hour)) {
		t.Errorf("a day later it still waits until %v", at)
	}
}

func TestShardsOfALineTakeTurns(t *testing.T) {
	t.Parallel()
	p := New(20 * time.Millisecond)
	p.Ask(func() int { return 2 })
	p.Ask(func() int { t.Error("asked again"); return 1 })
	done, err := p.Wait(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	other, err := p.Wait(t.Context(), 1) // of another line
	if err != nil {
		t.Fatal(err)
	}
	other()
	second := make(chan time.Time)
	go func() {
		done, err := p.Wait(t.Context(), 2)
		if err == nil {
			done()
		}
		second <- time.Now()
	}()
	time.Sleep(5 * time.Millisecond)
	sent := time.Now()
	p.Count(0, sent)
	done()
	done()
	if at := <-second; at.Sub(sent) < 20*time.Millisecond {
		t.Errorf("the next of the line went after %v", at.Sub(sent))
	}
}
