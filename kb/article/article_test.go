package article

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"verbatim/kb/quote"
)

// TestArticles counts how many quotations of the articles are found, and how many
// of these are given to whoever the article says said them.
func TestArticles(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/articles.txtar")
	if err != nil {
		t.Fatal(err)
	}
	articles, wanted, found, given, more := 0, 0, 0, 0, 0
	for i := 0; i+1 < len(archive.Files); i += 2 {
		name, text := archive.Files[i].Name, string(archive.Files[i].Data)
		got := map[string]string{}
		all := Quotations(text)
		for _, q := range all {
			got[q.Text] = q.SaidBy
		}
		articles++
		lines := strings.Split(strings.TrimSpace(string(archive.Files[i+1].Data)), "\n")
		more += len(all) - len(lines)
		for _, line := range lines {
			speaker, words, _ := strings.Cut(line, " | ")
			if speaker == "-" {
				speaker = ""
			}
			wanted++
			by, ok := got[words]
			switch {
			case !ok:
				t.Logf("%s: not found: %q", name, words)
			case by != speaker:
				found++
				t.Logf("%s: %q is said by %q, want %q", name, words, by, speaker)
			default:
				found++
				given++
			}
		}
	}
	t.Logf("%d articles, %d quotations; found: %d; given to the right one: %d; found besides: %d", articles, wanted, found, given, more)
	if articles < 30 || found*100 < wanted*98 || given*100 < found*95 || more > 0 {
		t.Errorf("%d of %d found, %d given to the right one, %d that are none", found, wanted, given, more)
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
