package verify_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"verbatim/kb"
	"verbatim/kb/kbtest"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

func textsOf(statements ...*kb.Statement) *verify.Texts {
	texts := verify.New()
	texts.Hold("", statements)
	return texts
}

func quoted(t *testing.T, texts *verify.Texts, q kb.Question) verify.Quoted {
	t.Helper()
	r, err := texts.Quote(q)
	if err != nil {
		t.Fatalf("%q: %v", q.Text, err)
	}
	return r
}

func TestQuoted(t *testing.T) {
	texts := textsOf(kbtest.River())
	for _, c := range []struct{ what, text, want string }{
		{"words of the text that a fact cites", "will not close the river", "verbatim communique Ada Marn whole=true verified=true partly=false paragraph 2"},
		{"words of the text that no fact cites", "Averland will pay 40 per cent", "verbatim communique  whole=true verified=true partly=false paragraph 3"},
		{"a dropped not", "We will close the river", "altered communique Ada Marn whole=true verified=true partly=false paragraph 2"},
		{"words of a quote whose place is recorded", "two hundred barges", "verbatim gazette Ivo Lenk whole=false verified=true partly=false paragraph 0"},
		{"words of a quote that was not checked", "the ice is nobody's fault", "typographic gazette  whole=false verified=false partly=false paragraph 0"},
		{"a number changed in a quote", "supply three hundred barges before the winter", "altered gazette Ivo Lenk whole=false verified=true partly=false paragraph 0"},
		{"a quote with words around it that are not held", "We supply two hundred barges before the winter comes", "altered gazette Ivo Lenk whole=false verified=true partly=true paragraph 0"},
		{"nothing like it", "the price of bread rose sharply in the capital", "not-found   whole=false verified=false partly=false paragraph 0"},
	} {
		r := quoted(t, texts, kb.Question{Text: c.text})
		got := fmt.Sprintf("%s %s %s whole=%v verified=%v partly=%v paragraph %d", r.Verdict, r.Source, r.Speaker, r.Whole, r.Verified, r.Partly, r.Paragraph)
		if got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.what, c.text, got, c.want)
		}
		if r.Source != r.From.ID || r.From.Text != "" || r.Statement.Facts != nil {
			t.Errorf("%s: source %q, shown as %+v of %+v", c.what, r.Source, r.From, r.Statement)
		}
	}
}

func TestWhatWasSearchedIsSaid(t *testing.T) {
	r := quoted(t, textsOf(kbtest.River()), kb.Question{Text: "the price of bread rose sharply"})
	var got []string
	for _, s := range r.Searched {
		got = append(got, fmt.Sprintf("%s/%s %v %d", s.Statement, s.Source.ID, s.Whole, s.Quotes))
	}
	if want := "river/communique true 1, river/gazette false 2"; strings.Join(got, ", ") != want {
		t.Errorf("searched %q, want %s", got, want)
	}
	if r := quoted(t, verify.New(), kb.Question{Text: "bread"}); r.Verdict != quote.NotFound || r.Searched != nil {
		t.Errorf("of nothing: %+v", r)
	}
}

func TestQuotesOfOneServerStayThere(t *testing.T) {
	own := kbtest.River()
	own.ID = "secret"
	own.Sources[0].Text = "The lock at Selwyn opens on Tuesday, quietly."
	own.Facts = nil
	texts := textsOf(kbtest.River())
	texts.Hold("one", []*kb.Statement{kbtest.River(), own})
	for _, c := range []struct {
		server, text string
		want         quote.Verdict
	}{
		{"one", "opens on Tuesday, quietly", quote.Verbatim},
		{"one", "will not close the river", quote.Verbatim},
		{"", "opens on Tuesday, quietly", quote.NotFound},
		{"two", "opens on Tuesday, quietly", quote.NotFound},
		{"two", "will not close the river", quote.Verbatim},
	} {
		r := quoted(t, texts, kb.Question{Text: c.text, Server: c.server})
		if r.Verdict != c.want || c.want == quote.NotFound && strings.Contains(fmt.Sprint(r), "secret") {
			t.Errorf("in %q, %q is %s: %+v", c.server, c.text, r.Verdict, r)
		}
	}
}

func TestOneStatementAloneIsSearched(t *testing.T) {
	other := &kb.Statement{ID: "other", Sources: []kb.Source{{ID: "same", Text: kbtest.RiverText}, {ID: "more", Text: "A canal is a river too."}}}
	texts := textsOf(kbtest.River(), other)
	for text, want := range map[string]string{"will not close the river": "other/same", "a canal is": "other/more", "two hundred barges": "/"} {
		r := quoted(t, texts, kb.Question{Text: text, Statement: "other"})
		if got := r.Statement.ID + "/" + r.Source; got != want {
			t.Errorf("%q stands in %s, want %s", text, got, want)
		}
	}
}

func TestHoldReplacesWhatCounts(t *testing.T) {
	texts := textsOf(kbtest.River())
	changed := kbtest.River()
	changed.Sources[0].Text = "We will not open the lock."
	changed.Facts = nil
	texts.Hold("", []*kb.Statement{changed})
	for text, want := range map[string]quote.Verdict{
		"close the river": quote.NotFound, "not open the lock": quote.Verbatim, "two hundred barges": quote.NotFound,
	} {
		if r := quoted(t, texts, kb.Question{Text: text}); r.Verdict != want {
			t.Errorf("%q is %s, want %s", text, r.Verdict, want)
		}
	}
}

func TestAQuotationThatCannotBeChecked(t *testing.T) {
	for text, want := range map[string]error{"…": quote.ErrNoWords, strings.Repeat("river ", 2000): quote.ErrTooLong} {
		if _, err := textsOf(kbtest.River()).Quote(kb.Question{Text: text}); !errors.Is(err, want) {
			t.Errorf("%.10q: %v, want %v", text, err, want)
		}
	}
}

func TestQuotationsAreCheckedWhileTextsChange(t *testing.T) {
	texts := textsOf(kbtest.River())
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			for range 20 {
				texts.Hold(fmt.Sprint(i), []*kb.Statement{kbtest.River()})
				if r, err := texts.Quote(kb.Question{Text: "close the river", Server: fmt.Sprint(i)}); err != nil || r.Verdict != quote.Verbatim {
					t.Errorf("%v, %v", r.Verdict, err)
				}
			}
		})
	}
	all.Wait()
}
