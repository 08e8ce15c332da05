package inbox_test

import (
	"context"
	"fmt"
	"testing"

	"verbatim/kb/inbox"
	"verbatim/kb/kbtest"
)

func TestWhatIsBroughtInWaitsAsADraft(t *testing.T) {
	ctx := context.Background()
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	b := inbox.New(l)
	brought := func(question string) inbox.OpenQuestion {
		return inbox.OpenQuestion{Question: question, Brought: &inbox.Brought{Answer: "In May.", File: "tags.csv"}}
	}
	kbtest.Pass(t, l, kbtest.Home, "Who owns the coal mine?", "", "1")
	if err := b.Dismiss(ctx, kbtest.Editor(), kbtest.IDs(b.Groups(kbtest.Home)[0])); err != nil {
		t.Fatal(err)
	}
	all := []inbox.OpenQuestion{brought("When does the bridge open?"), brought("when does the bridge open"), brought("The coal mine: who owns it?"), brought(" ?! ")}
	got, err := b.Bring(ctx, kbtest.Editor("a"), all)
	if want := (inbox.Bringing{New: 1, Known: 2}); err != nil || got != want {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
	if got, err := b.Bring(ctx, kbtest.Editor("b"), all); err != nil || got.New != 0 {
		t.Errorf("once more: %+v, %v", got, err)
	}
	kbtest.Pass(t, l, kbtest.Home, "When does the bridge open?", "", "2")
	groups := b.Groups(kbtest.Home)
	if len(groups) != 1 || groups[0].Questions[0].Brought == nil || groups[0].Questions[0].Brought.Answer != "In May." {
		t.Errorf("after it was asked, the inbox has %+v", groups)
	}
	if a := kbtest.Asks(l, "When does the bridge open?", kbtest.Home); a != "" {
		t.Errorf("what is brought in is said: %q", a)
	}
	if n := len(b.Groups(kbtest.Away)); n != 0 {
		t.Errorf("another server has %d", n)
	}
}

func TestAnInboxIsNotOverfilled(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	var all []inbox.OpenQuestion
	for i := range 2010 {
		all = append(all, inbox.OpenQuestion{Question: fmt.Sprintf("Is barrel zz%d green?", i), Brought: &inbox.Brought{Answer: "Yes."}})
	}
	got, err := inbox.New(l).Bring(context.Background(), kbtest.Editor(), all)
	if want := (inbox.Bringing{New: 2000, Full: 10}); err != nil || got != want {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
}
