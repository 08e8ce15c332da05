package index

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"verbatim/kb"
	"verbatim/kb/match"
)

func TestPassagesOfAServer(t *testing.T) {
	source := kb.Source{ID: "held", Text: "The mill grinds corn.\n\nThe river drives the mill."}
	shared := &kb.Statement{ID: "mill", Sources: []kb.Source{source}}
	source.Text = "The wind drives the mill."
	own := &kb.Statement{ID: "mill", Sources: []kb.Source{source}, Aliases: []kb.Alias{{Name: "mill", Other: []string{"grinder"}}}}

	x := New(Usual())
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
		for _, c := range v.Passages.Rank(match.Question{Words: v.Words(asked)}, "").Candidates {
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
	x := New(Usual())
	x.Change(PartsOf("", statement))
	other := statement.Facts[0]
	other.Question = "Who mills?"
	for _, entries := range [][]Part{
		{{Key: FactKey("", "mill", "a"), Value: &other}},
		{{Key: FactKey("", "mill", "b")}},
		{{Key: SourceKey("", "mill", "s")}},
		{{Key: SourceKey("", "mill", "s"), Value: &statement.Sources[0]}},
		{{Key: AliasKey("", "mill", "grinds")}},
		PartsOf("", statement),
	} {
		x.Apply(entries)
	}
	fresh := New(Usual())
	fresh.Apply(PartsOf("", statement))
	if x.LearnedKey() != fresh.LearnedKey() || x.asked.Len() != fresh.asked.Len() {
		t.Errorf("there are %d phrasings, %d when held at once", x.asked.Len(), fresh.asked.Len())
	}
	if party, ok := x.layer("").partyOf("@mary"); !ok || party != "ada" {
		t.Errorf("Mary speaks for %q", party)
	}
}

// TestNamesAreMadeOutOnce brings many names and facts in one change, and counts how
// often all facts are read anew for it.
func TestNamesAreMadeOutOnce(t *testing.T) {
	s := &kb.Statement{ID: "mill", Parties: []string{"Averland"}, Sources: []kb.Source{{ID: "held", Text: "The mill grinds corn."}}}
	for i := range 3000 {
		s.Aliases = append(s.Aliases, kb.Alias{Name: fmt.Sprint("name ", i), Other: []string{fmt.Sprint("other ", i)}})
	}
	x := New(Usual())
	x.Change(PartsOf("g", s))
	if got := x.named.Load(); got != 1 {
		t.Errorf("for 3,000 names of one change, the names of a server were made out %d times", got)
	}
	x.View("g", func(v *View) {
		for _, i := range []int{0, 1234, 2999} {
			word, ok := v.Names().Word(fmt.Sprint("other ", i))
			if same, _ := v.Names().Word(fmt.Sprint("name ", i)); !ok || word != same {
				t.Errorf("name %d is not known by its other name", i)
			}
		}
	})
}

// TestALaterStateIsNotTakenBack brings in what was read first after what was read
// later.
func TestALaterStateIsNotTakenBack(t *testing.T) {
	x := New(Usual())
	at := func(version int64, title string) Part {
		return Part{Key: StatementKey("g", "mill"), Value: &kb.Statement{ID: "mill", Title: title}, Version: version}
	}
	x.Apply([]Part{at(2, "new")})
	x.Change([]Part{at(1, "old")})
	x.View("g", func(v *View) {
		if got := v.Head("mill").Title; got != "new" {
			t.Errorf("an older state came in its place: %q", got)
		}
	})
	x.Apply([]Part{{Key: StatementKey("g", "mill"), Version: 3}})
	x.Apply([]Part{at(2, "new")})
	x.View("g", func(v *View) {
		if v.Head("mill") != nil {
			t.Error("what was removed is there again")
		}
	})
}

// TestALongTextLetsOthersChange brings in a text that takes seconds to encode, and
// meanwhile something else.
func TestALongTextLetsOthersChange(t *testing.T) {
	x := New(Usual())
	var long strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&long, "mill %d grinds corn. ", i)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		x.Apply(PartsOf("g", &kb.Statement{ID: "long", Sources: []kb.Source{{ID: "s", Text: long.String()}}}))
	}()
	for n := range 3 {
		x.Apply(PartsOf("h", &kb.Statement{ID: fmt.Sprint("short", n), Parties: []string{"Ada"}}))
	}
	select {
	case <-ended:
		t.Error("what is short came in after what is long")
	default:
	}
	<-ended
	if got := x.passagesFor("g", "mill 19999"); len(got) == 0 {
		t.Error("the long text is not found")
	}
}

// TestNamesMadeAheadAreThoseOfTheirTurn changes names while many are being made.
func TestNamesMadeAheadAreThoseOfTheirTurn(t *testing.T) {
	x := New(Usual())
	many := &kb.Statement{ID: "many"}
	for i := range 2 * aheadFrom {
		many.Aliases = append(many.Aliases, kb.Alias{Name: fmt.Sprint("name", i), Other: []string{fmt.Sprint("other", i)}})
	}
	var changing sync.WaitGroup
	changing.Go(func() { x.Change(PartsOf("g", many)) })
	for i := range 20 {
		changing.Go(func() {
			x.Change(PartsOf("g", &kb.Statement{ID: fmt.Sprint("one", i), Aliases: []kb.Alias{{Name: fmt.Sprint("own", i), Other: []string{fmt.Sprint("mine", i)}}}}))
		})
	}
	changing.Wait()
	x.View("g", func(v *View) {
		for asked, want := range map[string]string{"other3999": "@name3999", "mine7": "@own7", "mine19": "@own19"} {
			if got := v.Words(asked); len(got) != 1 || got[0].Text != want {
				t.Errorf("%s is read as %v, want %s", asked, got, want)
			}
		}
	})
}
