package curate_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
)

func TestWhoMayAddChangesOnlyWhatIsTheirs(t *testing.T) {
	ctx := context.Background()
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	k := curate.New(l)
	ann := library.Editor{Author: "ann", Server: kbtest.Home, OwnOnly: true}
	bea := library.Editor{Author: "bea", Server: kbtest.Home, OwnOnly: true}
	id := save(t, l, ann, draft(kbtest.CookAsks, "Nobody.", "")).ID
	edit := func(e library.Editor, id string) error {
		f := factAt(t, l, kbtest.Home, id)
		if theirs := f.MayChange(e); theirs != (e == ann && f.Own && f.Author == "ann") {
			t.Errorf("%s may change %s of %q: %v", e.Author, id, f.Author, theirs)
		}
		f.Fact.Answer += " At all."
		_, err := k.Save(ctx, e, curate.Draft{Statement: kbtest.NotesID, Fact: f.Fact, Seen: f.Seen, Anyway: true})
		return err
	}
	remove := func(e library.Editor, id string) error {
		return k.Remove(ctx, e, id, factAt(t, l, kbtest.Home, id).Seen)
	}
	restore := func(e library.Editor) error {
		_, err := k.Restore(ctx, e, id, 0)
		return err
	}
	source := func(e library.Editor) error {
		s, seen, err := k.SourceAt(ctx, kbtest.Home, kbtest.NotesID+"/taylor-1843")
		if err != nil {
			t.Fatal(err)
		}
		s.Title = "Mine"
		_, err = k.EditSource(ctx, e, kbtest.NotesID, s, seen)
		return err
	}
	same := draft(kbtest.CookAsks, "Somebody.", "")
	same.Anyway = true
	for _, c := range []struct {
		about string
		err   error
		fine  bool
	}{
		{"somebody else edits it", edit(bea, id), false},
		{"somebody else takes it away", remove(bea, id), false},
		{"its author edits it", edit(ann, id), true},
		{"its author takes it away", remove(ann, id), true},
		{"somebody else brings it back", restore(bea), false},
		{"its author brings it back", restore(ann), true},
		{"the same question is added by somebody else", func() error { _, err := k.Save(ctx, bea, same); return err }(), true},
		{"a moderator takes it away", remove(kbtest.Editor(), id), true},
		{"its author brings back what a moderator took away", restore(ann), false},
		{"what counts everywhere is edited", edit(ann, kbtest.NotesID+"/music"), false},
		{"what counts everywhere is taken away", remove(ann, kbtest.NotesID+"/music"), false},
		{"a source that counts everywhere is edited", source(ann), false},
		{"names of what counts everywhere are added to", func() error {
			_, err := k.AddAlias(ctx, ann, "", "Analytical Engine", []string{"x"})
			return err
		}(), false},
		{"a new name is added", func() error { _, err := k.AddAlias(ctx, ann, "", "loom", []string{"frame"}); return err }(), true},
		{"somebody else takes it away", k.RemoveAlias(ctx, bea, "loom", nil), false},
		{"settings are changed", func() error { _, err := k.SetSettings(ctx, ann, func(s *kb.Settings) { s.Private = true }); return err }(), false},
		{"a file is imported", func() error { _, err := k.Import(ctx, ann, nil); return err }(), false},
	} {
		refusal, refused := errors.AsType[*kb.Refusal](c.err)
		if c.fine != (c.err == nil) || refused && !strings.Contains(refusal.Error(), "what you added yourself") {
			t.Errorf("%s: %v", c.about, c.err)
		}
	}
}
