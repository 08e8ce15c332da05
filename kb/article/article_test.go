package article

import (
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"verbatim/kb/quote"
)

// TestArticles counts how many quotations of the articles are found, and how many
// of these are given to whoever the article says said them. All were learned
// from; how it is with articles that were left out, kb/eval/said prints.
func TestArticles(t *testing.T) {
	all := tallyOf(t, true, "articles", "aside", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth")
	if all.articles < 30 || all.found*100 < all.wanted*98 || all.given*100 < all.found*95 || all.besides > 0 {
		t.Errorf("all: %+v", all)
	}
}

// TestArticlesKeptAside counts the same in articles that were never learned from. Those
// that fail are not named: whoever looks at them has no articles to measure by any more.
func TestArticlesKeptAside(t *testing.T) {
	for _, file := range []string{"blind", "aside-two"} {
		if all := tallyOf(t, false, file); all.found*100 < all.wanted*95 || all.given*100 < all.found*keptAsideLeast || all.besides > 1 {
			t.Errorf("%s: %+v", file, all)
		}
	}
}

// keptAsideLeast is how many of a hundred quotations of articles that were never learned
// from are given to the right one, less what another seed changes.
const keptAsideLeast = 75

func tallyOf(t *testing.T, named bool, files ...string) tally {
	t.Helper()
	var all tally
	for _, file := range files {
		archive, err := txtar.ParseFile("testdata/" + file + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		one := tally{named: named}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			one.count(t, archive.Files[i].Name, string(archive.Files[i].Data), string(archive.Files[i+1].Data))
		}
		t.Logf("%s: %+v", file, one)
		all.articles, all.wanted, all.found = all.articles+one.articles, all.wanted+one.wanted, all.found+one.found
		all.given, all.besides = all.given+one.given, all.besides+one.besides
	}
	return all
}

// A tally counts quotations: those that are wanted, found, and given to the right
// one; and those found that are none.
type tally struct {
	named                                   bool // what goes wrong is named
	articles, wanted, found, given, besides int
}

func (c *tally) count(t *testing.T, name, text, wanted string) {
	t.Helper()
	got := map[string]string{}
	all := Quotations(text)
	for _, q := range all {
		got[q.Text] = q.SaidBy
	}
	c.articles++
	lines := strings.Split(strings.TrimSpace(wanted), "\n")
	c.besides += max(0, len(all)-len(lines))
	for _, line := range lines {
		speaker, words, _ := strings.Cut(line, " | ")
		c.wanted++
		by, ok := got[words]
		switch {
		case !ok && !c.named:
		case !ok:
			t.Logf("%s: not found: %q", name, words)
		case !slices.Contains(strings.Split(strings.TrimPrefix(speaker, "-"), " / "), by):
			c.found++
			if !c.named {
				continue
			}
			t.Logf("%s: %q is said by %q, want %q", name, words, by, speaker)
		default:
			c.found++
			c.given++
		}
	}
}

func TestQuotationsSayWhereTheyStand(t *testing.T) {
	const text = "Éva Marn spoke. “We will not,” she said, “close the river.”\n\n« Nous voulons, a dit M. Marn, participer. »"
	all := Quotations(text)
	if len(all) != 2 {
		t.Fatalf("%d quotations", len(all))
	}
	for _, q := range all {
		if len(q.Parts) != 2 || q.Start != q.Parts[0].Start || q.End != q.Parts[1].End || q.SaidBy != "Éva Marn" && q.SaidBy != "Marn" {
			t.Errorf("%+v", q)
		}
		for _, p := range q.Parts {
			if text[p.Start:p.End] != p.Text {
				t.Errorf("%q is not what stands there: %q", p.Text, text[p.Start:p.End])
			}
		}
	}
	if got := all[0].As; got != "“We will not,” she said, “close the river.”" {
		t.Errorf("the article has it as %q", got)
	}
}

// TestTheCheckerTakesASplitQuotation holds what an article has of a split quotation
// against its source.
func TestTheCheckerTakesASplitQuotation(t *testing.T) {
	x := quote.New(quote.Text{Source: "s", Body: "We will not close the river. It stays open, as it was."})
	for article, want := range map[string]quote.Verdict{
		"“We will not,” she said, “close the river.”":           quote.Verbatim,
		"« We will not, a déclaré Mme Marn, close the river. »": quote.Verbatim,
		"“We will not,” she said, “as it was.”":                 quote.Spliced,
		"“We will,” she said, “close the river.”":               quote.Altered,
	} {
		q := Quotations(article)
		if len(q) != 1 {
			t.Fatalf("%s has %d quotations", article, len(q))
		}
		if r, err := x.Check(q[0].As, nil); err != nil || r.Verdict != want {
			t.Errorf("%s is %s (%v), want %s", article, r.Verdict, err, want)
		}
	}
}

func FuzzQuotations(f *testing.F) {
	archive, err := txtar.ParseFile("testdata/articles.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		f.Add(string(file.Data))
	}
	f.Add("“a,” said “b”, “c” according to \xff«d, a dit, e»")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, q := range Quotations(text) {
			if q.Start < at || q.End < q.Start || q.End > len(text) || len(q.Parts) == 0 || len(q.Parts) > 2 {
				t.Fatalf("%+v after byte %d of %q", q, at, text)
			}
			at = q.Start
			for _, p := range q.Parts {
				if p.Start < q.Start || p.End > q.End || p.Start > p.End {
					t.Fatalf("part %+v of %+v", p, q)
				}
			}
		}
	})
}

func TestManyQuotationsAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures time, of which the race detector takes ten times as much")
	}
	for _, text := range []string{
		strings.Repeat("“a b,” she said, “c d.” ", 5000), strings.Repeat("“a ", 20_000), strings.Repeat("Wang said “a” and ", 5000),
		strings.Repeat("王毅说：“好”", 5000), "“" + strings.Repeat(", a dit x, ", 10_000) + "”",
	} {
		start := time.Now()
		Quotations(text)
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%.20q took %v", text, took)
		}
	}
}

// TestSaidBy holds what no article of the sets may change.
func TestSaidBy(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ada Marn, the minister, was clear. “We will not close the river,” Marn said. Averland and Cordonia promise “two hundred barges before the summer”.", "Averland and Cordonia"},
		{"Paul Renner met Lorna Ellery in Leeds on Monday. “We have waited long enough,” she said.", "Lorna Ellery"},
		{"“Das ist gut”, sagte Ursula von der Leyen am Montag in Brüssel.", "Ursula von der Leyen"},
	} {
		all := Quotations(c.text)
		if got := all[len(all)-1].SaidBy; got != c.want {
			t.Errorf("%s is said by %q, want %q", c.text, got, c.want)
		}
	}
}
