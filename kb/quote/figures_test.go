package quote

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the figures anew")

// tally counts the verdicts of one kind of trial.
type tally map[Verdict]int

// figures judges trials of every kind; it fails below what must be reached,
// logs every miss, and returns the table.
func figures(t *testing.T, x *Index, others []Text, each int) string {
	t.Helper()
	table, right, total := map[string]tally{}, 0, 0
	for _, c := range newAsker(x, others, random(11)).trials(each) {
		r := check(t, x, c.text)
		holds(t, x, r)
		if table[c.kind] == nil {
			table[c.kind] = tally{}
		}
		table[c.kind][r.Verdict]++
		total++
		if slices.Contains(c.right, r.Verdict) {
			right++
			continue
		}
		t.Logf("%s is %s (%.2f, close from %.2f): %q", c.kind, r.Verdict, r.Similarity, x.texts.Query(c.text).Near(), c.text)
		if slices.Contains(c.right, Altered) && r.Verdict != NotFound {
			t.Errorf("%s is called %s: %q", c.kind, r.Verdict, c.text)
		}
	}
	if right*100 < total*98 {
		t.Errorf("%d of %d verdicts are right, fewer than 98 %%", right, total)
	}
	return printed(table) + fmt.Sprintf("right: %d of %d\n", right, total)
}

func printed(table map[string]tally) string {
	verdicts := Verdicts
	var b strings.Builder
	fmt.Fprintf(&b, "%-30s", "")
	for _, v := range verdicts {
		fmt.Fprintf(&b, "%12s", v)
	}
	b.WriteByte('\n')
	for _, kind := range slices.Sorted(maps.Keys(table)) {
		fmt.Fprintf(&b, "%-30s", kind)
		for _, v := range verdicts {
			fmt.Fprintf(&b, "%12d", table[kind][v])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestFiguresOfOurOwnTexts(t *testing.T) {
	if slow {
		t.Skip("SKIPPED under the race detector; go test without -race runs it")
	}
	const golden = "testdata/figures.golden"
	got := figures(t, New(own(t)...), read(t, "testdata/other/*.txt"), 150)
	t.Log("\n" + got)
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(golden); err != nil || string(want) != got {
		t.Errorf("figures are\n%swant (-update writes them)\n%s", got, want)
	}
}

// slow says that the race detector is on. It makes figures take minutes, and there
// is nothing in them for it to find: they come from one goroutine.
var slow bool

// Each statement in turn is the one that is not held.
func TestFiguresOfRealStatements(t *testing.T) {
	if testing.Short() {
		t.Skip("it checks some thousand quotations of whole statements")
	}
	if slow {
		t.Skip("SKIPPED under the race detector; go test without -race runs it")
	}
	texts := real(t)
	for i, other := range texts {
		t.Run("without "+other.Source, func(t *testing.T) {
			held := slices.Delete(slices.Clone(texts), i, i+1)
			t.Log("\n" + figures(t, New(held...), []Text{other}, 150))
		})
	}
}
