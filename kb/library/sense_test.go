package library_test

import (
	"context"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/kbtest"
	"verbatim/kb/quote"
)

// TestTheNearestInMeaningIsShown asks for what stands nowhere: said otherwise, or in
// another language, it is shown beside what is meant, and never called true or false.
func TestTheNearestInMeaningIsShown(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)))
	s := kbtest.River()
	s.Sources[0].Language = "en"
	kbtest.Load(t, l, "", s)
	for _, c := range []struct{ words, near, language string }{
		{"Our government is not going to shut the waterway to ships", "will not close the river", ""},
		{"Nous ne fermerons pas le fleuve", "will not close the river", "fr"},
		{"Wir werden den Fluss nicht schließen", "will not close the river", "de"},
		{"我们不会关闭这条河", "will not close the river", "zh"},
		{"لن نغلق النهر", "will not close the river", "ar"},
		{"Мы не закроем реку", "will not close the river", "ru"},
		{"The film won three prizes in Venice", "", ""},
		{"Le chat dort sur le canapé", "", ""},
	} {
		r, err := l.Quote(context.Background(), kb.Question{Text: c.words})
		near := ""
		if r.Near != nil {
			near = r.Near.Found
		}
		if err != nil || r.Verdict != quote.NotFound || !strings.Contains(near, c.near) || (near == "") != (c.near == "") || r.Language != c.language {
			t.Errorf("%q is %s (%v), nearest %q, in %q", c.words, r.Verdict, err, near, r.Language)
			continue
		}
		if r.Near != nil && (r.Near.Statement.ID != "river" || r.Near.Whole && kbtest.RiverText[r.Near.Start:r.Near.End] != near) {
			t.Errorf("%q: the nearest stands elsewhere: %+v", c.words, r.Near)
		}
		if quoted, held, other := r.Translated(); other != (c.language != "") || quoted != c.language || other && held != "en" {
			t.Errorf("%q: of %q, the nearest of %q", c.words, quoted, held)
		}
	}
}
