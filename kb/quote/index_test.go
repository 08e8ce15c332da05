package quote

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestTheFirstTextWithTheWordsIsNamed(t *testing.T) {
	x := New(Text{"a", "We will not close the river."}, Text{"b", "We will not close the river."}, Text{"c", "we  will not close"})
	for _, c := range []struct {
		about, text, want string
		within            func(string) bool
	}{
		{"in all texts", "will not close", "a verbatim", nil},
		{"verbatim before typographic", "we  will not", "c verbatim", nil},
		{"in one text", "will not close", "b verbatim", func(s string) bool { return s == "b" }},
		{"in one text, where it is typographic", "we will not", "c typographic", func(s string) bool { return s == "c" }},
		{"in one text, where it is altered", "We will close the river", "b altered", func(s string) bool { return s == "b" }},
		{"in none", "will not close", " not-found", func(string) bool { return false }},
	} {
		r, err := x.Check(c.text, c.within)
		if got := r.Source + " " + string(r.Verdict); got != c.want || err != nil {
			t.Errorf("%s: %q is %s (%v), want %s", c.about, c.text, got, err, c.want)
		}
	}
}

func TestATextIsReplacedAndRemoved(t *testing.T) {
	x := New(Text{"a", "We will not close the river."}, Text{"b", "Nothing else is here."})
	x.Add(Text{"a", "We shall open the lock."})
	if r := check(t, x, "will not close the river"); r.Verdict != NotFound {
		t.Errorf("the words of a replaced text are %s", r.Verdict)
	}
	if r := check(t, x, "open the lock"); r.Verdict != Verbatim || r.Source != "a" {
		t.Errorf("the words of the new text are %s in %q", r.Verdict, r.Source)
	}
	x.Remove("a")
	x.Remove("never there")
	if r := check(t, x, "open the lock"); r.Verdict != NotFound {
		t.Errorf("the words of a removed text are %s", r.Verdict)
	}
}

func TestCompactForgetsWhatIsGone(t *testing.T) {
	x := New(Text{"kept", "We shall open the lock."})
	for i := range 10 {
		x.Add(Text{"changing", strings.Repeat("We will not close the river. ", 100) + strings.Repeat("Never. ", i)})
		x.Compact()
	}
	for text, want := range map[string]Verdict{"open the lock": Verbatim, "Never. Never. Never.": Verbatim} {
		if r := check(t, x, text); r.Verdict != want {
			t.Errorf("%q is %s", text, r.Verdict)
		}
	}
}

func TestAnEmptyIndexFindsNothing(t *testing.T) {
	for _, x := range []*Index{New(), New(Text{"empty", ""}, Text{"blank", " \n\n"})} {
		for _, text := range []string{"We will", "We … will"} {
			if r := check(t, x, text); r.Verdict != NotFound {
				t.Errorf("%q is %s", text, r.Verdict)
			}
		}
	}
}

func TestManyMayCheckAtOnce(t *testing.T) {
	x := New(own(t)...)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for _, text := range []string{"Averland will not pay 40 per cent", "不会关闭河流", "The ministers … met"} {
				if r, err := x.Check(text, nil); err != nil || r.Verdict == NotFound {
					t.Errorf("%q: %v, %v", text, r.Verdict, err)
				}
			}
		})
	}
	all.Wait()
}

// hostile are texts that a quotation may be compared with in many ways.
var hostile = map[string]string{
	"one word":           strings.Repeat("a ", 200_000),
	"two words":          strings.Repeat(strings.Repeat("a ", 999)+"b ", 200),
	"ellipses":           strings.Repeat("a b … c ", 50_000),
	"hyphens and lines":  strings.Repeat("the river and the sea, a-\nb of c. ", 20_000),
	"abbreviations":      strings.Repeat("U.S.", 50_000),
	"two characters":     strings.Repeat("甲乙", 50_000),
	"single marks":       strings.Repeat("s’ ", 100_000),
	"prefixes":           strings.Repeat("non-a ", 100_000),
	"a line a character": strings.Repeat("甲\n乙", 50_000),
}

func TestRepetitionIsBounded(t *testing.T) {
	x := New()
	for source, body := range hostile {
		x.Add(Text{source, body})
	}
	for about, text := range map[string]string{
		"one word over and over":         strings.Repeat("a ", 1990) + "c",
		"one piece over and over":        strings.Repeat("a … ", 900) + "b",
		"pieces that nearly stand":       strings.Repeat("zz the river … ", 260) + "b",
		"with other white space":         strings.Repeat("a  ", 1300),
		"nearly what is there":           strings.Repeat("a ", 998) + "b " + strings.Repeat("a ", 990) + "b",
		"one character over and over":    strings.Repeat("甲", 4000),
		"two characters in another way":  strings.Repeat("乙甲乙丙", 990),
		"pieces of one character":        strings.Repeat("乙甲…", 1300) + "c",
		"one mark over and over":         "a" + strings.Repeat("!", 3900) + "a",
		"points over and over":           "a" + strings.Repeat(" . a", 900),
		"invisible over and over":        "a" + strings.Repeat("\u200b", 3900) + "a",
		"apostrophes over and over":      strings.Repeat("'s ", 1300) + "a",
		"quotation marks in each other":  strings.Repeat("“a ", 600) + strings.Repeat("” ", 600),
		"an editor’s words":              strings.Repeat("[the] river ", 330) + "c",
		"an editor’s words and ellipses": strings.Repeat("[the] river … ", 280) + "c",
		"parts of words in brackets":     strings.Repeat("a[b] ", 790) + "c",
		"brackets that open":             strings.Repeat("[", 1990) + "c",
		"hyphens":                        strings.Repeat("a-b ", 990) + "c",
		"emphasis":                       strings.Repeat("*a* ", 990) + "c",
		"emphasis that opens":            strings.Repeat("**a ", 990) + "c",
		"block quotes":                   strings.Repeat("> a\n", 990) + "c",
		"tags of HTML that open":         strings.Repeat("<a ", 1300) + "c",
		"lines":                          strings.Repeat("\n", 3900) + "a b",
		"abbreviations":                  strings.Repeat("S.U.", 990),
	} {
		start := time.Now()
		_, err := x.Check(text, nil)
		if took := time.Since(start); took > 5*time.Second || err != nil && !errors.Is(err, ErrTooLong) {
			t.Errorf("%s: took %v, error %v", about, took, err)
		}
	}
}
