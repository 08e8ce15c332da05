package reply

import (
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/catalog"
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
			r.Blocks = append(r.Blocks, Ours(string(rune('a'+i))+" "+sentence(n)))
		}
		p := r.Page()
		if Units(p.Content) > ContentMost || p.Content == "" {
			t.Errorf("%s: the content has %d units", c.about, Units(p.Content))
		}
		all := p.Content + "\n" + p.rest
		total := 0
		for _, e := range p.Embeds {
			all += "\n" + e.Description
			total += Units(e.Description)
		}
		if len(p.Embeds) != c.embeds || total > embedsMost {
			t.Errorf("%s: %d embeds of %d units, want %d", c.about, len(p.Embeds), total, c.embeds)
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
	r := Reply{Blocks: Answer(catalog.English, kb.Answer{
		Answered: true, Kind: kb.KindFact, Text: "Yes.", Party: "A",
		Citations: []kb.Cited{{Citation: kb.Citation{Quote: quote}, Source: kb.Source{Publisher: "P"}}},
	})}
	if p := r.Page(); !strings.Contains(p.rest, quote) {
		t.Errorf("the file does not have the quote as it is: %.80q", p.rest)
	}
}
