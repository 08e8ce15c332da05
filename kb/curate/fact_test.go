package curate_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/curate"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
)

// draft is a new fact of the notes.
func draft(question, answer, quote string) curate.Draft {
	return curate.Draft{Statement: kbtest.NotesID, Fact: kb.Fact{
		Question: question, Answer: answer, Party: "Ada Lovelace",
		Citations: []kb.Citation{{Source: "taylor-1843", Quote: quote}},
	}}
}

func save(t testing.TB, l *library.Library, h library.Editor, d curate.Draft) curate.Saved {
	t.Helper()
	saved, err := curate.New(l).Save(context.Background(), h, d)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func factAt(t testing.TB, l *library.Library, server, id string) curate.FactAt {
	t.Helper()
	f, err := curate.New(l).FactAt(context.Background(), server, id)
	if err != nil {
		t.Fatalf("%s in %q: %v", id, server, err)
	}
	return f
}

func TestASavedFactAnswersTheNextQuestionInItsServerOnly(t *testing.T) {
	path := kbtest.NewPath(t)
	l := kbtest.Library(t, kbtest.Opened(t, path), kbtest.NotesFile())
	other := kbtest.Library(t, kbtest.Opened(t, path))
	saved := save(t, l, kbtest.Editor(), draft(kbtest.CookAsks, "Nobody.", "no pretensions whatever"))
	if saved.ID != kbtest.NotesID+"/who-wrote-the-cookery-book" || !saved.Verified || *saved.Fact.Citations[0].At != 7 {
		t.Errorf("saved %+v", saved)
	}
	for server, want := range map[string]string{kbtest.Home: "Nobody.", kbtest.Away: "", "": ""} {
		for what, l := range map[string]*library.Library{"this process": l, "another process": other} {
			if got := kbtest.Asks(l, kbtest.CookAsks, server); got != want {
				t.Errorf("%s, in %q: %q, want %q", what, server, got, want)
			}
		}
	}
}

func TestTheGate(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	for _, c := range []struct{ what, source, quote, want string }{
		{"word for word", "taylor-1843", "to originate any thing", ""},
		{"in quotation marks", "taylor-1843", " “to originate any thing” ", ""},
		{"no quote", "taylor-1843", "", ""},
		{"a source without a text", "letter-1843", "whatever you say", ""},
		{"other typography", "taylor-1843", "It has no  pretensions", "It has no pretensions"},
		{"a changed word", "taylor-1843", "no claims whatever to originate any thing", "altered"},
		{"nothing like it", "taylor-1843", "bread and butter on Tuesday", "not-found"},
	} {
		d := draft("About "+c.what+" what is said?", "This.", c.quote)
		d.Fact.Citations[0].Source = c.source
		at := 3
		d.Fact.Citations[0].At = &at // nobody can claim a place
		saved, err := curate.New(l).Save(context.Background(), kbtest.Editor(), d)
		var r *curate.Review
		got := ""
		switch {
		case errors.As(err, &r) && len(r.Quotes) == 1 && r.Quotes[0].TrueWords() != "":
			got = r.Quotes[0].TrueWords()
		case errors.As(err, &r) && len(r.Quotes) == 1:
			got = string(r.Quotes[0].Result.Verdict)
		case err != nil:
			got = err.Error()
		case c.source == "letter-1843" && (saved.Verified || saved.Fact.Citations[0].At != nil):
			got = "taken for checked"
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestAQuoteIsCheckedByItselfOnceTheTextArrives(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	d := draft("What of a symphony?", "One.", "a symphony in G")
	d.Fact.Citations[0].Source = "letter-1843"
	saved := save(t, l, kbtest.Editor(), d)
	source, seen, err := curate.New(l).SourceAt(context.Background(), kbtest.Home, kbtest.NotesID+"/letter-1843")
	if err != nil {
		t.Fatal(err)
	}
	source.Text = "It might write a symphony in G, or a song."
	told, err := curate.New(l).EditSource(context.Background(), kbtest.Editor(), kbtest.NotesID, source, seen)
	if err != nil || told.Checked != 2 || len(told.Broken) != 0 {
		t.Fatalf("%+v, %v", told, err)
	}
	a := l.Ask(context.Background(), kb.Question{Text: "What of a symphony?", Server: kbtest.Home})
	if a.ID != saved.ID || !a.Citations[0].Verified {
		t.Errorf("answered with %+v", a)
	}
	if a := l.Ask(context.Background(), kb.Question{Text: "Could the engine compose music?", Server: kbtest.Away}); a.Citations[0].Verified {
		t.Error("the text of one server checks quotes in another")
	}
}

func TestDraftsThatAreNoFacts(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	for what, change := range map[string]func(*curate.Draft){
		"no question":        func(d *curate.Draft) { d.Fact.Question = " \n" },
		"no word in it":      func(d *curate.Draft) { d.Fact.Question = "?!" },
		"a long question":    func(d *curate.Draft) { d.Fact.Question = strings.Repeat("问", kb.MaxQuestion) + "？" },
		"no answer":          func(d *curate.Draft) { d.Fact.Answer = "" },
		"a long answer":      func(d *curate.Draft) { d.Fact.Answer = strings.Repeat("ل", 2001) },
		"another party":      func(d *curate.Draft) { d.Fact.Party = "Babbage" },
		"no such source":     func(d *curate.Draft) { d.Fact.Citations[0].Source = "x" },
		"no such statement":  func(d *curate.Draft) { d.Statement = "x" },
		"too many phrasings": func(d *curate.Draft) { d.Fact.AlsoAsked = phrasings(201) },
	} {
		d := draft(kbtest.CookAsks, "Nobody.", "no pretensions")
		change(&d)
		_, err := curate.New(l).Save(context.Background(), kbtest.Editor(), d)
		var r *curate.Review
		if !errors.As(err, &r) || len(r.Problems) != 1 || !strings.HasSuffix(r.Problems[0].Error(), ".") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestWhatIsToBePutRightIsSaidInTheLanguage(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	for want, change := range map[string]func(d *curate.Draft){
		"Die Frage hat keine Worte: Schreiben Sie sie aus.":                  func(d *curate.Draft) { d.Fact.Question = "?!" },
		"Die Frage ist länger als 300 Zeichen: Kürzen Sie sie.":              func(d *curate.Draft) { d.Fact.Question = strings.Repeat("问", 301) },
		"Es gibt mehr als 200 andere Formulierungen: Lassen Sie einige weg.": func(d *curate.Draft) { d.Fact.AlsoAsked = phrasings(201) },
		"Die Erklärung ist nicht mehr hier: Wählen Sie eine andere Quelle.":  func(d *curate.Draft) { d.Statement = "x" },
	} {
		d := draft(kbtest.CookAsks, "Nobody.", "no pretensions")
		change(&d)
		r := curate.New(l).Review(context.Background(), kbtest.Home, &d)
		if len(r.Problems) != 1 || r.Problems[0].Say(catalog.German) != want {
			t.Errorf("%v, want %q", r, want)
		}
	}
}

func phrasings(n int) []string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprint("Question ", i, "?"))
	}
	return all
}

func TestNearDuplicatesAreShownBeforeSaving(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	for _, q := range []string{kbtest.Think, "CAN the analytical engine think", "Can an Analytical Engine think?"} {
		d := draft(q, "No.", "no pretensions")
		_, err := curate.New(l).Save(context.Background(), kbtest.Editor(), d)
		var r *curate.Review
		if !errors.As(err, &r) || len(r.Alike) == 0 || r.Alike[0].ID != kbtest.NotesID+"/originates-nothing" || r.Alike[0].Question != kbtest.Think {
			t.Errorf("%s: %v %+v", q, err, r)
		}
	}
	d := draft(kbtest.Think, "Not at all.", "no pretensions")
	d.Anyway = true
	save(t, l, kbtest.Editor(), d)
	if _, err := curate.New(l).Save(context.Background(), kbtest.Editor(), draft("Who paid for the mill?", "No one.", "")); err != nil {
		t.Errorf("another question: %v", err)
	}
}

func TestTheSameActIsDoneOnce(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	first := save(t, l, kbtest.Editor("i-1"), draft(kbtest.CookAsks, "Nobody.", ""))
	d := draft(kbtest.CookAsks, "Nobody.", "") // not a duplicate of itself
	again := save(t, l, kbtest.Editor("i-1"), d)
	if !again.Repeated || again.ID != first.ID || again.Fact.Answer != "Nobody." {
		t.Errorf("again: %+v", again)
	}
	n := 0
	for _, s := range l.Statements(kbtest.Home) {
		for _, f := range s.Facts {
			if f.Question == kbtest.CookAsks {
				n++
			}
		}
	}
	if n != 1 {
		t.Errorf("it is there %d times", n)
	}
}

func TestOfTwoAtOneFactTheSecondIsTold(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	for _, id := range []string{save(t, l, kbtest.Editor(), draft(kbtest.CookAsks, "Nobody at all.", "")).ID, kbtest.NotesID + "/music"} {
		one, two := factAt(t, l, kbtest.Home, id), factAt(t, l, kbtest.Home, id)
		edit := func(h library.Editor, f curate.FactAt, answer string) error {
			f.Fact.Answer = answer
			_, err := curate.New(l).Save(context.Background(), h, curate.Draft{Statement: kbtest.NotesID, Fact: f.Fact, Seen: f.Seen})
			return err
		}
		if err := edit(kbtest.Editor(), one, "Somebody at all."); err != nil {
			t.Fatal(err)
		}
		err := edit(library.Editor{Author: "rose", Server: kbtest.Home}, two, "Ann.")
		var o *curate.EditConflict
		if !errors.As(err, &o) || o.By != "mary" || o.Now.Answer != "Somebody at all." || len(o.Changes) != 1 || o.Changes[0].Field != "Answer" {
			t.Errorf("%s: %v %+v", id, err, o)
		}
		if err := curate.New(l).Remove(context.Background(), kbtest.Editor(), id, two.Seen); !errors.As(err, &o) {
			t.Errorf("%s is removed by who has not seen the change: %v", id, err)
		}
	}
}

func TestRemoveAndRestore(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	own := save(t, l, kbtest.Editor(), draft(kbtest.CookAsks, "Nobody.", "")).ID
	for id, question := range map[string]string{own: kbtest.CookAsks, kbtest.NotesID + "/originates-nothing": kbtest.Think} {
		was := kbtest.Asks(l, question, kbtest.Home)
		if err := curate.New(l).Remove(context.Background(), kbtest.Editor(), id, factAt(t, l, kbtest.Home, id).Seen); err != nil {
			t.Fatal(err)
		}
		if got := kbtest.Asks(l, question, kbtest.Home); got == was {
			t.Errorf("%s is removed and still says %q", id, got)
		}
		if _, err := curate.New(l).FactAt(context.Background(), kbtest.Home, id); !errors.Is(err, kb.ErrNotHeld) {
			t.Errorf("%s is removed and there: %v", id, err)
		}
		if _, err := curate.New(l).Restore(context.Background(), kbtest.Editor(), id, 0); err != nil {
			t.Fatal(err)
		}
		if got := kbtest.Asks(l, question, kbtest.Home); got != was {
			t.Errorf("%s is restored and says %q, not %q", id, got, was)
		}
	}
	if left, err := l.Removed(context.Background(), kbtest.Home); err != nil || len(left) != 0 {
		t.Errorf("listed as removed: %v, %v", left, err)
	}
	if at := factAt(t, l, kbtest.Home, kbtest.NotesID+"/originates-nothing"); at.Own {
		t.Error("what counts everywhere is the server's own after it was restored there")
	}
	if got := kbtest.Asks(l, kbtest.Think, kbtest.Away); got != kbtest.ThinkAnswer {
		t.Errorf("what was removed in one server says %q in another", got)
	}
}

func TestHistoryTellsWhoDidWhat(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	id := kbtest.NotesID + "/music"
	f := factAt(t, l, kbtest.Home, id)
	f.Fact.Answer = "Yes, if sounds could be written in its notation."
	save(t, l, library.Editor{Author: "rose", Server: kbtest.Home}, curate.Draft{Statement: kbtest.NotesID, Fact: f.Fact, Seen: f.Seen})
	if err := curate.New(l).Remove(context.Background(), kbtest.Editor(), id, factAt(t, l, kbtest.Home, id).Seen); err != nil {
		t.Fatal(err)
	}
	all, err := l.History(context.Background(), kbtest.Home, id)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range all {
		got = append(got, fmt.Sprint(r.Author, " ", r.Action, " ", r.Shared, " ", r.Fact != nil))
	}
	want := []string{"verbatim load true true", "rose edit false true", "mary remove false false"}
	if !slices.Equal(got, want) {
		t.Errorf("history %q, want %q", got, want)
	}
	if d := fmt.Sprint(all[1].Changes); d != "[{Answer [{= Yes, if sounds could be } {- expressed} {+ written} {=  in its notation.}]}]" {
		t.Errorf("the change is %s", d)
	}
	if _, err := curate.New(l).Restore(context.Background(), kbtest.Editor(), id, all[0].Rev); err != nil {
		t.Fatal(err)
	}
	if got := factAt(t, l, kbtest.Home, id).Fact.Answer; got != "Yes, if sounds could be expressed in its notation." {
		t.Errorf("the first revision says %q", got)
	}
}
