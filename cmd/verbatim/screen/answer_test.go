package screen

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"verbatim/kb"
	"verbatim/kb/catalog"
)

var update = flag.Bool("update", false, "write the golden anew")

const injected = "\x1b[2J\u202e"

func cited(quote string, verified bool, change func(*kb.Cited)) kb.Cited {
	c := kb.Cited{
		Citation: kb.Citation{Source: "one", Quote: quote, Locator: "Note G"}, Verified: verified,
		Source: kb.Source{
			ID: "one", Title: "Sketch of the Analytical Engine", Publisher: "Richard Taylor",
			Published: "1843-08-01", URL: "https://example.org/notes",
		},
	}
	if change != nil {
		change(&c)
	}
	return c
}

var engine = kb.Statement{Title: "Notes on the Analytical Engine", Place: "London", Date: "1843-08-01"}

// shown are the answers of testdata/show.golden, by name.
var shown = []struct {
	name string
	a    kb.Answer
}{
	{"a fact with quotes of two sources", kb.Answer{
		Answered: true, Kind: kb.KindFact, Party: "Ada Lovelace", Speaker: "A. A. L.", Statement: engine,
		Text: "No. It does what we know how to order it to do, and nothing that nobody has thought of before.",
		Note: "It was said by A. A. L., for Ada Lovelace.",
		Citations: []kb.Cited{
			cited("no pretensions whatever to originate any thing", true, nil),
			cited("whatever we know how to order it to perform", true, nil),
			cited("分析机没有任何创造的意图；它能做我们知道如何命令它去做的任何事情，却不能预先作出任何分析。", false, func(c *kb.Cited) {
				c.Source.ID, c.Source.Publisher, c.Source.Published, c.Locator = "two", "新华社", "2025-11", ""
				c.Source.Title, c.Source.URL = "关于分析机的说明", "https://example.org/分析机"
			}),
		},
	}},
	{"a quote from right to left", kb.Answer{
		Answered: true, Kind: kb.KindFact, Text: "Both said so.", Party: kb.BothSides, Statement: engine,
		Citations: []kb.Cited{cited("تايوان جزء لا يتجزأ من الأراضي الصينية، وحكومة جمهورية الصين الشعبية هي الحكومة الشرعية الوحيدة", false, nil)},
	}},
	{"a fact without quotes", kb.Answer{
		Answered: true, Kind: kb.KindFact, Text: "Yes.", Party: "Syria", Speaker: "Syria", Statement: engine,
		Citations: []kb.Cited{cited("", false, nil)},
	}},
	{"a paragraph", kb.Answer{
		Answered: true, Kind: kb.KindPassage, ID: "engine-notes-1843/one#12", Statement: engine,
		Text:      "The Analytical Engine has no pretensions whatever\nto originate any thing.",
		Citations: []kb.Cited{cited("The Analytical Engine has no pretensions whatever\nto originate any thing.", true, nil)},
	}},
	{"silence with the nearest questions", kb.Answer{
		Reason: kb.ReasonAmbiguous,
		Nearest: []kb.Nearest{
			{Question: "Can the Analytical Engine think, or does it only do what it has been told to do?"},
			{Question: "هل تستطيع الآلة التحليلية أن تفكر؟"},
		},
	}},
	{"silence with a note", kb.Answer{Reason: kb.ReasonEmpty, Note: "The line is longer than 1 MB and was not read; ask in one sentence."}},
	{"what others put into a fact", kb.Answer{
		Answered: true, Kind: kb.KindFact, Text: injected + "text", Party: injected + "party", Speaker: injected + "speaker",
		Note: injected + "note", Statement: kb.Statement{Title: injected + "title", Place: injected + "place", Date: injected + "date"},
		Citations: []kb.Cited{cited(injected+"quote", false, func(c *kb.Cited) {
			c.Locator, c.Source.Publisher, c.Source.Published = injected+"locator", injected+"publisher", injected+"published"
			c.Source.Title, c.Source.URL = injected+"title", "https://example.org/"+injected+"\nurl"
		})},
	}},
}

// TestAnswersOnScreen compares with testdata/show.golden: each answer as a file
// or program gets it, and as a terminal does, with the escape character as
// ^[.
func TestAnswersOnScreen(t *testing.T) {
	golden := filepath.Join("testdata", "show.golden")
	var got txtar.Archive
	add := func(name, text string) {
		got.Files = append(got.Files, txtar.File{Name: name, Data: []byte(text)})
	}
	spelled := strings.NewReplacer("\x1b", "^[", "\u2068", "<FSI>", "\u2069", "<PDI>")
	for _, s := range shown {
		add(s.name, Screen{}.Answer(catalog.English, s.a))
		add(s.name+", on a terminal", spelled.Replace(Terminal(60, "xterm", "").Answer(catalog.English, s.a)))
	}
	if *update {
		if err := os.WriteFile(golden, txtar.Format(&got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(txtar.Format(&got))); diff != "" {
		t.Error(diff)
	}
}

func TestNothingOfAFactReachesTheTerminalUnseen(t *testing.T) {
	for _, s := range shown {
		if out := (Screen{width: 60}).Answer(catalog.English, s.a); !visible(out) || strings.Contains(out, "\u202e") {
			t.Errorf("%s: %q", s.name, out)
		}
	}
}
