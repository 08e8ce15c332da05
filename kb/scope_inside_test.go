package kb

import (
	"slices"
	"testing"
)

func TestPassagesOfAServer(t *testing.T) {
	source := Source{ID: "held", Text: "The mill grinds corn.\n\nThe river drives the mill."}
	shared := &Statement{ID: "mill", Sources: []Source{source}}
	source.Text = "The wind drives the mill."
	own := &Statement{ID: "mill", Sources: []Source{source}, Aliases: []Alias{{Name: "mill", Other: []string{"grinder"}}}}

	b := newBase()
	b.apply(entriesOf("", shared))
	b.apply(entriesOf("g", own)[1:]) // its head is the shared one
	for _, c := range []struct {
		what, server, asked string
		want                []string
	}{
		{"a shared text", "", "what drives the river", []string{"mill/held#2 The river drives the mill."}},
		{"a shared text in another server", "h", "what drives the river", []string{"mill/held#2 The river drives the mill."}},
		{"a server's own text in its place", "g", "what drives it", []string{"mill/held#1 The wind drives the mill."}},
		{"a server's own name", "g", "grinder", []string{"mill/held#1 The wind drives the mill."}},
	} {
		if got := b.passagesFor(c.server, c.asked); len(got) == 0 || got[0] != c.want[0] || c.server == "g" && len(got) > 1 {
			t.Errorf("%s: %q finds %q, want %q", c.what, c.asked, got, c.want)
		}
	}

	b.apply([]entry{{Key: SourceKey("g", "mill", "held")}})
	if got := b.passagesFor("g", "what drives the river"); !slices.Contains(got, "mill/held#2 The river drives the mill.") {
		t.Errorf("without its own, the server finds %q", got)
	}
	b.apply([]entry{{Key: StatementKey("", "mill")}})
	if len(b.paragraphs) != 0 || b.passages.Len() != 0 {
		t.Errorf("without its statement, %d paragraphs are left", len(b.paragraphs))
	}
}

// passagesFor finds paragraphs, the best first.
func (b *Base) passagesFor(server, asked string) []string {
	sc := b.scope(server)
	var found []string
	for _, c := range b.passages.Rank(sc.words(asked), nil, b.countingText(sc, "")).Candidates {
		p := b.paragraphs[c.Group]
		found = append(found, p.id()+" "+p.Text)
	}
	return found
}

func TestAChangeLeavesTheIndexAsIfItHadAlwaysBeenSo(t *testing.T) {
	statement := &Statement{
		ID: "mill", Parties: []string{"Ada"}, Sources: []Source{{ID: "s"}},
		Facts: []Fact{
			{ID: "a", Question: "Who grinds?", Party: "Ada", Citations: []Citation{{Source: "s"}}},
			{ID: "b", Question: "Who sells?", Party: "Ada", Speaker: "Mary", Citations: []Citation{{Source: "s"}}},
		},
		Aliases: []Alias{{Name: "grinds", Other: []string{"mills"}}},
	}
	b := newBase()
	b.change(entriesOf("", statement))
	other := statement.Facts[0]
	other.Question = "Who mills?"
	for _, entries := range [][]entry{
		{{FactKey("", "mill", "a"), &other}},
		{{Key: FactKey("", "mill", "b")}},
		{{Key: SourceKey("", "mill", "s")}},
		{{SourceKey("", "mill", "s"), &statement.Sources[0]}},
		{{Key: AliasKey("", "mill", "grinds")}},
		entriesOf("", statement),
	} {
		b.apply(entries)
	}
	fresh := newBase()
	fresh.apply(entriesOf("", statement))
	if b.learnedKey() != fresh.learnedKey() || b.index.Len() != fresh.index.Len() {
		t.Errorf("there are %d phrasings, %d when held at once", b.index.Len(), fresh.index.Len())
	}
	if party, ok := b.scope("").partyOf("@mary"); !ok || party != "ada" {
		t.Errorf("Mary speaks for %q", party)
	}
}
