package kb_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/kb"
)

const (
	home     = "100"
	away     = "200"
	notesID  = "engine-notes-1843"
	cookAsks = "Who wrote the cookery book?"
)

func hand(once ...string) kb.Hand {
	return kb.Hand{Author: "mary", Server: home, Once: strings.Join(once, "")}
}

// draft is a new fact of the notes.
func draft(question, answer, quote string) kb.Draft {
	return kb.Draft{Statement: notesID, Fact: kb.Fact{
		Question: question, Answer: answer, Party: "Ada Lovelace",
		Citations: []kb.Citation{{Source: "taylor-1843", Quote: quote}},
	}}
}

func save(t testing.TB, l *kb.Library, h kb.Hand, d kb.Draft) kb.Saved {
	t.Helper()
	saved, err := l.SaveFact(context.Background(), h, d)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func factAt(t testing.TB, l *kb.Library, server, id string) kb.FactAt {
	t.Helper()
	f, err := l.FactAt(context.Background(), server, id)
	if err != nil {
		t.Fatalf("%s in %q: %v", id, server, err)
	}
	return f
}

func TestASavedFactAnswersTheNextQuestionInItsServerOnly(t *testing.T) {
	path := newPath(t)
	l := library(t, opened(t, path), notesFile())
	other := library(t, opened(t, path))
	saved := save(t, l, hand(), draft(cookAsks, "Nobody.", "no pretensions whatever"))
	if saved.ID != notesID+"/who-wrote-the-cookery-book" || !saved.Verified || *saved.Fact.Citations[0].At != 7 {
		t.Errorf("saved %+v", saved)
	}
	for server, want := range map[string]string{home: "Nobody.", away: "", "": ""} {
		for what, l := range map[string]*kb.Library{"this process": l, "another process": other} {
			if got := asks(l, cookAsks, server); got != want {
				t.Errorf("%s, in %q: %q, want %q", what, server, got, want)
			}
		}
	}
}

func TestTheGate(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
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
		saved, err := l.SaveFact(context.Background(), hand(), d)
		var r *kb.Review
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
	l := library(t, opened(t, newPath(t)), notesFile())
	d := draft("What of a symphony?", "One.", "a symphony in G")
	d.Fact.Citations[0].Source = "letter-1843"
	saved := save(t, l, hand(), d)
	source, seen, err := l.SourceAt(context.Background(), home, notesID+"/letter-1843")
	if err != nil {
		t.Fatal(err)
	}
	source.Text = "It might write a symphony in G, or a song."
	told, err := l.EditSource(context.Background(), hand(), notesID, source, seen)
	if err != nil || told.Checked != 2 || len(told.Fallen) != 0 {
		t.Fatalf("%+v, %v", told, err)
	}
	a := l.Ask(context.Background(), kb.Question{Text: "What of a symphony?", Server: home})
	if a.ID != saved.ID || !a.Citations[0].Verified {
		t.Errorf("answered with %+v", a)
	}
	if a := l.Ask(context.Background(), kb.Question{Text: "Could the engine compose music?", Server: away}); a.Citations[0].Verified {
		t.Error("the text of one server checks quotes in another")
	}
}

func TestDraftsThatAreNoFacts(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	for what, change := range map[string]func(*kb.Draft){
		"no question":        func(d *kb.Draft) { d.Fact.Question = " \n" },
		"no word in it":      func(d *kb.Draft) { d.Fact.Question = "?!" },
		"no answer":          func(d *kb.Draft) { d.Fact.Answer = "" },
		"a long answer":      func(d *kb.Draft) { d.Fact.Answer = strings.Repeat("ل", 2001) },
		"another party":      func(d *kb.Draft) { d.Fact.Party = "Babbage" },
		"no such source":     func(d *kb.Draft) { d.Fact.Citations[0].Source = "x" },
		"no such statement":  func(d *kb.Draft) { d.Statement = "x" },
		"too many phrasings": func(d *kb.Draft) { d.Fact.AlsoAsked = phrasings(201) },
	} {
		d := draft(cookAsks, "Nobody.", "no pretensions")
		change(&d)
		_, err := l.SaveFact(context.Background(), hand(), d)
		var r *kb.Review
		if !errors.As(err, &r) || len(r.Problems) != 1 || !strings.HasSuffix(r.Problems[0], ".") {
			t.Errorf("%s: %v", what, err)
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
	l := library(t, opened(t, newPath(t)), notesFile())
	for _, q := range []string{think, "CAN the analytical engine think", "Can an Analytical Engine think?"} {
		d := draft(q, "No.", "no pretensions")
		_, err := l.SaveFact(context.Background(), hand(), d)
		var r *kb.Review
		if !errors.As(err, &r) || len(r.Alike) == 0 || r.Alike[0].ID != notesID+"/originates-nothing" || r.Alike[0].Question != think {
			t.Errorf("%s: %v %+v", q, err, r)
		}
	}
	d := draft(think, "Not at all.", "no pretensions")
	d.Anyway = true
	save(t, l, hand(), d)
	if _, err := l.SaveFact(context.Background(), hand(), draft("Who paid for the mill?", "No one.", "")); err != nil {
		t.Errorf("another question: %v", err)
	}
}

func TestTheSameActIsDoneOnce(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	first := save(t, l, hand("i-1"), draft(cookAsks, "Nobody.", ""))
	d := draft(cookAsks, "Nobody.", "") // not a duplicate of itself
	again := save(t, l, hand("i-1"), d)
	if !again.Repeated || again.ID != first.ID || again.Fact.Answer != "Nobody." {
		t.Errorf("again: %+v", again)
	}
	n := 0
	for _, s := range l.Statements(home) {
		for _, f := range s.Facts {
			if f.Question == cookAsks {
				n++
			}
		}
	}
	if n != 1 {
		t.Errorf("it is there %d times", n)
	}
}

func TestOfTwoAtOneFactTheSecondIsTold(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	for _, id := range []string{save(t, l, hand(), draft(cookAsks, "Nobody at all.", "")).ID, notesID + "/music"} {
		one, two := factAt(t, l, home, id), factAt(t, l, home, id)
		edit := func(h kb.Hand, f kb.FactAt, answer string) error {
			f.Fact.Answer = answer
			_, err := l.SaveFact(context.Background(), h, kb.Draft{Statement: notesID, Fact: f.Fact, Seen: f.Seen})
			return err
		}
		if err := edit(hand(), one, "Somebody at all."); err != nil {
			t.Fatal(err)
		}
		err := edit(kb.Hand{Author: "rose", Server: home}, two, "Ann.")
		var o *kb.Overtaken
		if !errors.As(err, &o) || o.By != "mary" || o.Now.Answer != "Somebody at all." || len(o.Changes) != 1 || o.Changes[0].Field != "Answer" {
			t.Errorf("%s: %v %+v", id, err, o)
		}
		if err := l.RemoveFact(context.Background(), hand(), id, two.Seen); !errors.As(err, &o) {
			t.Errorf("%s is removed by who has not seen the change: %v", id, err)
		}
	}
}

func TestRemoveAndRestore(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	own := save(t, l, hand(), draft(cookAsks, "Nobody.", "")).ID
	for id, question := range map[string]string{own: cookAsks, notesID + "/originates-nothing": think} {
		was := asks(l, question, home)
		if err := l.RemoveFact(context.Background(), hand(), id, factAt(t, l, home, id).Seen); err != nil {
			t.Fatal(err)
		}
		if got := asks(l, question, home); got == was {
			t.Errorf("%s is removed and still says %q", id, got)
		}
		if _, err := l.FactAt(context.Background(), home, id); !errors.Is(err, kb.ErrNotHeld) {
			t.Errorf("%s is removed and there: %v", id, err)
		}
		if _, err := l.RestoreFact(context.Background(), hand(), id, 0); err != nil {
			t.Fatal(err)
		}
		if got := asks(l, question, home); got != was {
			t.Errorf("%s is restored and says %q, not %q", id, got, was)
		}
	}
	if left, err := l.Removed(context.Background(), home); err != nil || len(left) != 0 {
		t.Errorf("listed as removed: %v, %v", left, err)
	}
	if at := factAt(t, l, home, notesID+"/originates-nothing"); at.Own {
		t.Error("what counts everywhere is the server's own after it was restored there")
	}
	if got := asks(l, think, away); got != thinkAnswer {
		t.Errorf("what was removed in one server says %q in another", got)
	}
}

func TestHistoryTellsWhoDidWhat(t *testing.T) {
	l := library(t, opened(t, newPath(t)), notesFile())
	id := notesID + "/music"
	f := factAt(t, l, home, id)
	f.Fact.Answer = "Yes, if sounds could be written in its notation."
	save(t, l, kb.Hand{Author: "rose", Server: home}, kb.Draft{Statement: notesID, Fact: f.Fact, Seen: f.Seen})
	if err := l.RemoveFact(context.Background(), hand(), id, factAt(t, l, home, id).Seen); err != nil {
		t.Fatal(err)
	}
	all, err := l.FactHistory(context.Background(), home, id)
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
	if _, err := l.RestoreFact(context.Background(), hand(), id, all[0].Rev); err != nil {
		t.Fatal(err)
	}
	if got := factAt(t, l, home, id).Fact.Answer; got != "Yes, if sounds could be expressed in its notation." {
		t.Errorf("the first revision says %q", got)
	}
}

func TestReadSaidBy(t *testing.T) {
	s := &kb.Statement{Parties: []string{"Syria", "中国"}, Facts: []kb.Fact{{Party: "Syria", Speaker: "Asaad al-Shaibani"}}}
	for written, want := range map[string]string{
		"syria": "Syria", "Both sides": "both sides", "中国": "中国", "Wang Yi, for 中国": "Wang Yi, for 中国",
		"Wang Yi (中国)": "Wang Yi, for 中国", "王毅，中国": "王毅, for 中国", "asaad al-shaibani": "Asaad al-Shaibani, for Syria",
		"France": "refused", "": "refused", ", Syria": "refused", "Macron, for France": "refused",
	} {
		party, speaker, err := kb.ReadSaidBy(s, written)
		got := kb.SaidBy(kb.Fact{Party: party, Speaker: speaker})
		if err != nil {
			got = "refused"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
}
