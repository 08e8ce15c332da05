package curate_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/index"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
	"verbatim/kb/quota"
)

// withQuotas is a library with the notes, and these quotas.
func withQuotas(t *testing.T, path string, q quota.Quotas) *library.Library {
	t.Helper()
	l, err := library.Open(context.Background(), kbtest.Opened(t, path), library.Options{Shipped: []library.File{kbtest.NotesFile()}, Quotas: q})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func held(l *library.Library, server string) (h quota.Holding) {
	l.View(context.Background(), server, func(v *index.View) { h = v.Holding() })
	return h
}

// isFull tells whether a change was refused with a sentence that names what is full.
func isFull(err error, what string) bool {
	var r *kb.Refusal
	return errors.As(err, &r) && strings.Contains(err.Error(), what) && strings.Contains(err.Error(), "Whoever runs this bot can allow more")
}

func text(title, body string) curate.NewSource {
	return curate.NewSource{Source: kb.Source{
		Title: title, Publisher: "The Ministry", Published: "2026-02-03", URL: "https://example.org/n", Language: "en", Text: body,
	}}
}

func TestEachQuotaRefusesWhatGoesOverIt(t *testing.T) {
	ctx := context.Background()
	notes := func(change func(*kb.Statement)) []*kb.Statement {
		return []*kb.Statement{kbtest.ValidStatement(change)}
	}
	for what, c := range map[string]struct {
		quotas quota.Quotas
		change func(k *curate.Curator) error
	}{
		"bytes of text": {quota.Quotas{Holding: quota.Holding{Bytes: 1000}}, func(k *curate.Curator) error {
			_, err := k.AddSource(ctx, kbtest.Editor(), text("Long", strings.Repeat("word ", 300)))
			return err
		}},
		"paragraphs of texts": {quota.Quotas{Holding: quota.Holding{Paragraphs: 3}}, func(k *curate.Curator) error {
			_, err := k.AddSource(ctx, kbtest.Editor(), text("Long", "One.\n\nTwo.\n\nThree.\n\nFour."))
			return err
		}},
		"facts": {quota.Quotas{Holding: quota.Holding{Facts: 1}}, func(k *curate.Curator) error {
			_, err := k.Import(ctx, kbtest.Editor(), notes(func(*kb.Statement) {}))
			return err
		}},
		"phrasings of questions": {quota.Quotas{Holding: quota.Holding{Phrasings: 2}}, func(k *curate.Curator) error {
			d := draft(kbtest.CookAsks, "Nobody.", "no pretensions")
			d.Fact.AlsoAsked = []string{"Who cooked?", "Who boiled?"}
			_, err := k.Save(ctx, kbtest.Editor(), d)
			return err
		}},
		"other names": {quota.Quotas{Holding: quota.Holding{Aliases: 2}}, func(k *curate.Curator) error {
			_, err := k.AddAlias(ctx, kbtest.Editor(), kbtest.NotesID, "the mill", []string{"a", "b", "c"})
			return err
		}},
	} {
		l := withQuotas(t, kbtest.NewPath(t), c.quotas)
		if err := c.change(curate.New(l)); !isFull(err, what) {
			t.Errorf("%s: %v", what, err)
		}
		if got := held(l, kbtest.Home); got != (quota.Holding{}) {
			t.Errorf("%s: after the refusal there is %+v", what, got)
		}
	}
	l := withQuotas(t, kbtest.NewPath(t), quota.Quotas{Citations: 1})
	_, err := curate.New(l).Preview(ctx, kbtest.Home, notes(func(*kb.Statement) {}))
	if err == nil || !strings.Contains(err.Error(), "may have 1 citations, and orders has 2") {
		t.Errorf("citations: %v", err)
	}
	if _, err := l.Load(ctx, "operator", "", notes(func(*kb.Statement) {})); err != nil {
		t.Errorf("what counts everywhere has a quota: %v", err)
	}
}

// TestOfManyAtOnceNoneGoesOver saves so many at once that each alone would fit.
func TestOfManyAtOnceNoneGoesOver(t *testing.T) {
	l := withQuotas(t, kbtest.NewPath(t), quota.Quotas{Holding: quota.Holding{Bytes: 2000}})
	k := curate.New(l)
	var saving sync.WaitGroup
	for i := range 8 {
		saving.Go(func() {
			_, err := k.AddSource(context.Background(), kbtest.Editor(), text(fmt.Sprint("Text ", i), strings.Repeat("word ", 150)))
			if err != nil && !isFull(err, "bytes of text") {
				t.Error(err)
			}
		})
	}
	saving.Wait()
	if got := held(l, kbtest.Home).Bytes; got > 2000 || got < 700 {
		t.Errorf("there are %d bytes", got)
	}
}

// TestWhatIsHeldIsCountedAsItChanges compares what is counted as changes come with
// what a start counts anew.
func TestWhatIsHeldIsCountedAsItChanges(t *testing.T) {
	ctx, path := context.Background(), kbtest.NewPath(t)
	l := withQuotas(t, path, quota.Quotas{})
	k := curate.New(l)
	s := kbtest.ValidStatement(func(*kb.Statement) {})
	if _, err := k.Import(ctx, kbtest.Editor(), []*kb.Statement{s}); err != nil {
		t.Fatal(err)
	}
	full := held(l, kbtest.Home)
	if full.Facts != 2 || full.Phrasings != 4 || full.Aliases != 2 || full.Paragraphs != 2 || full.Bytes < len(kbtest.FileText) {
		t.Errorf("of the file there is %+v", full)
	}
	if err := k.Remove(ctx, kbtest.Editor(), "notes/orders", nil); err != nil {
		t.Fatal(err)
	}
	if err := k.RemoveAlias(ctx, kbtest.Editor(), "Analytical Engine", nil); err == nil {
		t.Log("the shared name is listed first")
	}
	save(t, l, kbtest.Editor(), draft(kbtest.CookAsks, "Nobody.", "no pretensions"))
	again := withQuotas(t, path, quota.Quotas{})
	if now, anew := held(l, kbtest.Home), held(again, kbtest.Home); now != anew || now == full || now.Facts != 2 {
		t.Errorf("counted %+v, anew %+v, before %+v", now, anew, full)
	}
	if got := held(l, kbtest.Away); got != (quota.Holding{}) {
		t.Errorf("another server has %+v", got)
	}
}

// TestAFullServerCanTakeAwayAndReplace imports a file of as much as there may be, and
// then another state of it, of which nothing has the id that it had.
func TestAFullServerCanTakeAwayAndReplace(t *testing.T) {
	ctx := context.Background()
	l := withQuotas(t, kbtest.NewPath(t), quota.Quotas{Holding: quota.Holding{Facts: 2}})
	k := curate.New(l)
	for _, suffix := range []string{"", "-2"} {
		s := kbtest.ValidStatement(func(s *kb.Statement) { s.Facts[0].ID += suffix; s.Facts[1].ID += suffix })
		if _, err := k.Preview(ctx, kbtest.Home, []*kb.Statement{s}); err != nil {
			t.Fatal(err)
		}
		if _, err := k.Import(ctx, kbtest.Editor(), []*kb.Statement{s}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := k.Save(ctx, kbtest.Editor(), draft(kbtest.CookAsks, "Nobody.", "no pretensions")); !isFull(err, "facts") {
		t.Errorf("a third fact: %v", err)
	}
	if err := k.Remove(ctx, kbtest.Editor(), "notes/music-2", nil); err != nil {
		t.Error(err)
	}
	save(t, l, kbtest.Editor(), draft(kbtest.CookAsks, "Nobody.", "no pretensions"))
}
