package verify_test

import (
	"errors"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/kbtest"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

// river is a statement of two parties, with other names of one of them.
func river() *kb.Statement {
	s := kbtest.River()
	s.Parties = []string{"China", "Cordonia"}
	s.Facts[0].Party = "China"
	s.Sources[0].Kind = kb.KindStatement
	s.Aliases = []kb.Alias{{Name: "Ada Marn", Other: []string{"艾达·马恩", "the Lady of the Lock"}}}
	return s
}

func TestWhoIsSaidToHaveSaidIt(t *testing.T) {
	texts := textsOf(river())
	const cited, uncited, quoted, invented = "We will not close the river", "will pay 40 per cent of the cost", "two hundred barges", "the price of bread rose sharply in the capital"
	for _, c := range []struct {
		words, by string
		want      verify.Attribution
	}{
		{cited, "Ada Marn", verify.Right},
		{cited, "Marn", verify.Right},
		{cited, "Ada Lovis Marn", verify.Right},
		{cited, "Marn Ada", verify.Wrong},
		{cited, "Foreign Minister ADA MARN", verify.Right},
		{cited, "马恩", verify.Right},
		{cited, "Lady of the Lock", verify.Right},
		{cited, "the Chinese foreign ministry", verify.Right},
		{cited, "the River communiqué", verify.Right},
		{cited, "Ivo Lenk", verify.Wrong},
		{cited, "Bob Marn", verify.Wrong},
		{cited, "A", verify.Wrong},
		{cited, "Cordonia", verify.Wrong},
		{cited, "France", verify.Wrong},
		{cited, "", verify.Unsaid},
		{cited, "…", verify.Unsaid},
		{uncited, "Cordonia", verify.Right},
		{uncited, "the two sides", verify.Right},
		{uncited, "Ivo Lenk", verify.Wrong},
		{quoted, "Ivo Lenk", verify.Right},
		{quoted, "Ada Marn", verify.Wrong},
		{"the ice is nobody's fault", "Ivo Lenk", verify.Right},
		{invented, "Ivo Lenk", verify.Unknown},
		{invented, "", verify.Unsaid},
	} {
		if got := quotedBy(t, texts, c.words, c.by); got != c.want {
			t.Errorf("%q by %q: %s, want %s", c.words, c.by, got, c.want)
		}
	}
}

func TestTheSameWordsOfTwo(t *testing.T) {
	other := river()
	other.ID, other.Facts[0].Speaker, other.Facts[0].Party = "other", "Bob Lund", "Cordonia"
	texts := textsOf(river(), other)
	for by, want := range map[string]verify.Attribution{"Ada Marn": verify.Right, "Bob Lund": verify.Right, "Ivo Lenk": verify.Wrong} {
		if got := quotedBy(t, texts, "We will not close the river", by); got != want {
			t.Errorf("by %q: %s, want %s", by, got, want)
		}
	}
}

func quotedBy(t *testing.T, texts *verify.Texts, words, by string) verify.Attribution {
	t.Helper()
	return quoted(t, texts, kb.Question{Text: words}).Attribute(by)
}

func TestClaims(t *testing.T) {
	texts := textsOf(river())
	judge := func(text string) (verify.Quoted, error) { return texts.Quote(kb.Question{Text: text}) }
	const article = "Ivo Lenk said: “We will not close the river.”\n\n“We supply,” Ivo Lenk added, “two hundred barges.”\n\n“…” and “" // the last mark opens nothing
	all, err := verify.Claims(t.Context(), article, judge)
	if err != nil || len(all) < 2 {
		t.Fatalf("%+v, %v", all, err)
	}
	if c := all[0]; !c.True() || c.Attribution != verify.Wrong || c.Found.Sayer() != "Ada Marn" || article[c.Start:c.End] != c.Text {
		t.Errorf("of another: %+v", c)
	}
	if c := all[1]; c.Text != "We supply, two hundred barges." || c.Attribution != verify.Right || !strings.HasPrefix(c.As, "“We supply,” Ivo") {
		t.Errorf("of two parts: %+v", c)
	}
	broken := errors.New("the texts are away")
	if _, err := verify.Claims(t.Context(), article, func(string) (verify.Quoted, error) { return verify.Quoted{}, broken }); !errors.Is(err, broken) {
		t.Errorf("what went wrong is told as %v", err)
	}
	all, err = verify.Claims(t.Context(), "She said: “We will not close the river.”", func(string) (verify.Quoted, error) { return verify.Quoted{}, quote.ErrTooLong })
	if err != nil || len(all) != 1 || all[0].True() || all[0].Err == nil || all[0].Found.Verdict != quote.NotFound {
		t.Errorf("not to be checked: %+v, %v", all, err)
	}
}

func TestEditedIsLessThanVerbatimAndMoreThanAltered(t *testing.T) {
	s := kbtest.River()
	s.Sources[1].Text, s.Facts = "It said that Averland [the] will pay 40 per cent of the cost of the lock.", nil
	r := quoted(t, textsOf(kbtest.River()), kb.Question{Text: "[Cordonia] will pay 40 per cent of the cost"})
	if r.Verdict == quote.Verbatim || r.Verdict == quote.Typographic {
		t.Errorf("another party in brackets is %s", r.Verdict)
	}
	r = quoted(t, textsOf(kbtest.River()), kb.Question{Text: "[W]e do not intend to tax [the river]"})
	if r.Verdict != quote.Edited || r.Source != "communique" {
		t.Errorf("%s: %s", r.Verdict, r.Differ)
	}
}

func TestAllPlacesOfTheSameWords(t *testing.T) {
	other := kbtest.River()
	other.ID, other.Facts = "other", nil
	texts := textsOf(kbtest.River(), other)
	r := quoted(t, texts, kb.Question{Text: "the river"})
	if len(r.Stands) != 4 || len(r.Places) != 4 || !r.Common {
		t.Fatalf("%d places, common: %v", len(r.Stands), r.Common)
	}
	for _, s := range r.Stands {
		if s.Source != "communique" || s.From.ID != "communique" || s.From.Text != "" || kbtest.RiverText[s.Start:s.End] != "the river" {
			t.Errorf("%+v", s)
		}
	}
	if r := quoted(t, texts, kb.Question{Text: "the river", Statement: "other"}); len(r.Stands) != 4 || r.Stands[1].Statement.ID != "other" || r.Stands[2].Statement.ID != "river" {
		t.Errorf("that of one statement first: %+v", r.Stands)
	}
}

func TestTheNearestIsSaidOfWhatIsNotFound(t *testing.T) {
	r := quoted(t, textsOf(kbtest.River()), kb.Question{Text: "Nobody wants to tax the river or to close the lock"})
	if r.Verdict != quote.NotFound || r.Near == nil || r.Near.Statement.ID != "river" || r.Near.Source != "communique" || r.Near.Found == "" {
		t.Errorf("%s, nearest %+v", r.Verdict, r.Near)
	}
	if r := quoted(t, textsOf(kbtest.River()), kb.Question{Text: "Bread costs twice what it did"}); r.Near != nil {
		t.Errorf("nothing is near, and yet %+v", r.Near)
	}
}

func TestWordsOfAnotherStatementAreRealWords(t *testing.T) {
	other := &kb.Statement{ID: "other", Sources: []kb.Source{{ID: "more", Text: "A canal is a river too, and nobody may close it."}}}
	texts := textsOf(kbtest.River(), other)
	for words, want := range map[string]string{"will not close the river": "river", "supply two hundred barges": "river", "the price of bread": ""} {
		r, got := quoted(t, texts, kb.Question{Text: words, Statement: "other"}), ""
		if len(r.Elsewhere) > 0 {
			got = r.Elsewhere[0].Statement.ID
		}
		if r.Verdict != quote.NotFound || got != want {
			t.Errorf("%q is %s there, and stands in %q, want %q", words, r.Verdict, got, want)
		}
	}
}
