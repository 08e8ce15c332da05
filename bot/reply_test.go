package bot

import (
	"strings"
	"testing"
	"time"

	"verbatim/kb"
)

func TestNothingIsCutHoweverLong(t *testing.T) {
	sentence := func(n int) string { return strings.TrimSpace(strings.Repeat("word ", n/5)) }
	for _, c := range []struct {
		about          string
		blocks         []int // lengths
		embeds, inFile int
	}{
		{"a short answer is content", []int{200, 300, 50}, 0, 0},
		{"a long quote stands in an embed", []int{200, 3000, 50}, 2, 0},
		{"several long quotes stand in embeds", []int{1000, 2500, 2500}, 2, 0},
		{"one longer than an embed stands in a file", []int{200, 5000, 50}, 0, 2},
		{"an answer longer than all stands in a file", []int{5000}, 0, 1},
		{"more than all embeds take stands in a file", []int{1500, 3000, 2500, 2000}, 2, 1},
	} {
		var r Reply
		for i, n := range c.blocks {
			r.Blocks = append(r.Blocks, ours(string(rune('a'+i))+" "+sentence(n)))
		}
		p := r.page()
		if units(p.content) > contentMost || p.content == "" {
			t.Errorf("%s: the content has %d units", c.about, units(p.content))
		}
		all := p.content + "\n" + p.rest
		total := 0
		for _, e := range p.embeds {
			all += "\n" + e.Description
			total += units(e.Description)
		}
		if len(p.embeds) != c.embeds || total > embedsMost {
			t.Errorf("%s: %d embeds of %d units, want %d", c.about, len(p.embeds), total, c.embeds)
		}
		inFile := 0
		for _, b := range r.Blocks {
			if !strings.Contains(all, b.Shown) {
				t.Errorf("%s: a block is not there whole", c.about)
			}
			if strings.Contains(p.rest, b.Words) {
				inFile++
			}
		}
		if inFile != c.inFile {
			t.Errorf("%s: %d blocks in the file, want %d", c.about, inFile, c.inFile)
		}
	}
}

func TestAFileHasTheWordsWithoutMarkdown(t *testing.T) {
	quote := "*not* " + strings.Repeat("cut ", 1200)
	r := Reply{Blocks: card(kb.Answer{
		Answered: true, Kind: kb.KindFact, Text: "Yes.", Party: "A",
		Citations: []kb.Cited{{Citation: kb.Citation{Quote: quote}, Source: kb.Source{Publisher: "P"}}},
	})}
	if p := r.page(); !strings.Contains(p.rest, quote) {
		t.Errorf("the file does not have the quote as it is: %.80q", p.rest)
	}
}

func TestAMemoryForgets(t *testing.T) {
	now := time.Unix(0, 0)
	m := newMemory[string, int](2, time.Minute, func() time.Time { return now })
	m.put("a", 1)
	m.put("b", 2)
	m.put("a", 3)
	m.put("c", 4)
	if _, ok := m.get("b"); ok {
		t.Error("b is remembered, though two came after it and two is the most")
	}
	if v, ok := m.get("a"); !ok || v != 3 {
		t.Errorf("a is %d, %v, want 3", v, ok)
	}
	now = now.Add(2 * time.Minute)
	if _, ok := m.get("a"); ok {
		t.Error("a is remembered after its time")
	}
	m.put("d", 5)
	if n := m.order.Len(); n != 1 {
		t.Errorf("%d are kept though the time of all but one is over", n)
	}
}
