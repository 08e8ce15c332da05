package index

import (
	"encoding/json"
	"slices"
	"testing"

	"verbatim/kb"
	"verbatim/kb/store"
)

func TestPassagesOfAServer(t *testing.T) {
	source := kb.Source{ID: "held", Text: "The mill grinds corn.\n\nThe river drives the mill."}
	shared := &kb.Statement{ID: "mill", Sources: []kb.Source{source}}
	source.Text = "The wind drives the mill."
	own := &kb.Statement{ID: "mill", Sources: []kb.Source{source}, Aliases: []kb.Alias{{Name: "mill", Other: []string{"grinder"}}}}

	x := New()
	x.Apply(PartsOf("", shared))
	x.Apply(PartsOf("g", own)[1:]) // its head is the shared one
	for _, c := range []struct {
		what, server, asked string
		want                []string
	}{
		{"a shared text", "", "what drives the river", []string{"mill/held#2 The river drives the mill."}},
		{"a shared text in another server", "h", "what drives the river", []string{"mill/held#2 The river drives the mill."}},
		{"a server's own text in its place", "g", "what drives it", []string{"mill/held#1 The wind drives the mill."}},
		{"a server's own name", "g", "grinder", []string{"mill/held#1 The wind drives the mill."}},
	} {
		if got := x.passagesFor(c.server, c.asked); len(got) == 0 || got[0] != c.want[0] || c.server == "g" && len(got) > 1 {
			t.Errorf("%s: %q finds %q, want %q", c.what, c.asked, got, c.want)
		}
	}

	x.Apply([]Part{{Key: SourceKey("g", "mill", "held")}})
	if got := x.passagesFor("g", "what drives the river"); !slices.Contains(got, "mill/held#2 The river drives the mill.") {
		t.Errorf("without its own, the server finds %q", got)
	}
	x.Apply([]Part{{Key: StatementKey("", "mill")}})
	if len(x.passages)+len(x.ids) != 0 || x.paragraphs.Len() != 0 {
		t.Errorf("without its statement, %d paragraphs are left", len(x.passages))
	}
}

// passagesFor finds paragraphs, the best first.
func (x *Index) passagesFor(server, asked string) (found []string) {
	x.View(server, func(v *View) {
		for _, c := range v.Passages.Rank(v.Words(asked), "").Candidates {
			p := v.Passage(c.Group)
			found = append(found, p.ID()+" "+p.Text)
		}
	})
	return found
}

func TestAChangeLeavesTheIndexAsIfItHadAlwaysBeenSo(t *testing.T) {
	statement := &kb.Statement{
		ID: "mill", Parties: []string{"Ada"}, Sources: []kb.Source{{ID: "s"}},
		Facts: []kb.Fact{
			{ID: "a", Question: "Who grinds?", Party: "Ada", Citations: []kb.Citation{{Source: "s"}}},
			{ID: "b", Question: "Who sells?", Party: "Ada", Speaker: "Mary", Citations: []kb.Citation{{Source: "s"}}},
		},
		Aliases: []kb.Alias{{Name: "grinds", Other: []string{"mills"}}},
	}
	x := New()
	x.Change(PartsOf("", statement))
	other := statement.Facts[0]
	other.Question = "Who mills?"
	for _, entries := range [][]Part{
		{{FactKey("", "mill", "a"), &other}},
		{{Key: FactKey("", "mill", "b")}},
		{{Key: SourceKey("", "mill", "s")}},
		{{SourceKey("", "mill", "s"), &statement.Sources[0]}},
		{{Key: AliasKey("", "mill", "grinds")}},
		PartsOf("", statement),
	} {
		x.Apply(entries)
	}
	fresh := New()
	fresh.Apply(PartsOf("", statement))
	if x.LearnedKey() != fresh.LearnedKey() || x.asked.Len() != fresh.asked.Len() {
		t.Errorf("there are %d phrasings, %d when held at once", x.asked.Len(), fresh.asked.Len())
	}
	if party, ok := x.layer("").partyOf("@mary"); !ok || party != "ada" {
		t.Errorf("Mary speaks for %q", party)
	}
}

func TestOtherRecordsComeInTheOrderInWhichTheyCame(t *testing.T) {
	x := New()
	put := func(id, body string) {
		x.Apply([]Part{{store.Key{Server: "g", Kind: RecordInbox, ID: id}, json.RawMessage(body)}})
	}
	for _, id := range []string{"z", "m", "a", "q"} {
		put(id, `{"Text":"`+id+`"}`)
	}
	put("m", `{"Text":"other"}`) // keeps its place
	put("q", `[1]`)              // is none that can be read
	x.Apply([]Part{{Key: store.Key{Server: "g", Kind: RecordInbox, ID: "z"}}})
	put("z", `{"Text":"again"}`)
	for server, want := range map[string]string{"g": "m other, a a, z again, ", "h": "", "": ""} {
		got := ""
		x.View(server, func(v *View) {
			for id, value := range Records[struct{ Text string }](v, RecordInbox) {
				got += id + " " + value.Text + ", "
			}
		})
		if got != want {
			t.Errorf("in %q there is %q, want %q", server, got, want)
		}
	}
}
