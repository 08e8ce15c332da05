package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A room is a package of the project: which others it may import, and why no more.
type room struct {
	may string
	why string
}

// The reasons that several rooms share.
const (
	pure     = "text goes in and tokens, scores or verdicts come out: it knows no fact and no database"
	encoding = "it reads what a text means, and knows nothing of what texts are for"
	tester   = "it is for tests only, and stands beside what it tests"
)

// rooms are all packages of the project. Each may import those that it names and no
// others, so that every arrow goes one way and what a room does can be known without
// reading the rest.
var rooms = map[string]room{
	"data":       {"", "it has the statements, and nothing that could be done with them"},
	"kb/text":    {"", pure},
	"kb/match":   {"kb/meaning kb/text", pure},
	"kb/quote":   {"kb/text", pure},
	"kb/cite":    {"", pure},
	"kb/article": {"kb/quote kb/text", pure},
	"kb/store":   {"", "it keeps records of any kind: what they say is for kb/index and the rooms above to know"},

	"kb/trust": {"", "numbers go in and probabilities come out: it knows no fact and no word"},

	"kb/document":               {"kb/document/confine kb/document/page kb/document/pdf kb/document/plain kb/document/word", "files go in and plain text comes out: it knows no statement"},
	"kb/document/block":         {"kb/text", pure},
	"kb/document/confine":       {"", "it runs what reads in a process of its own, and knows nothing of files"},
	"kb/document/plain":         {"kb/document/block kb/text", pure},
	"kb/document/page":          {"kb/document/block kb/document/plain", pure},
	"kb/document/word":          {"kb/document/block kb/document/plain", pure},
	"kb/document/pdf":           {"kb/document/block kb/document/plain", pure},
	"kb/document/word/wordtest": {"", tester},
	"kb/document/pdf/pdftest":   {"", tester},

	"kb/meaning":                  {"kb/meaning/internal/encoder kb/meaning/internal/kernel kb/meaning/internal/packed", encoding},
	"kb/meaning/internal/encoder": {"kb/meaning/internal/kernel kb/meaning/internal/packed kb/meaning/internal/pieces kb/meaning/internal/rows kb/meaning/internal/trie", encoding},
	"kb/meaning/internal/kernel":  {"", encoding},
	"kb/meaning/internal/packed":  {"", encoding},
	"kb/meaning/internal/pieces":  {"kb/meaning/internal/trie", encoding},
	"kb/meaning/internal/rows":    {"", encoding},
	"kb/meaning/internal/trie":    {"", encoding},
	"kb/meaning/repack":           {"kb/meaning/internal/encoder kb/meaning/internal/kernel kb/meaning/internal/packed kb/meaning/internal/rows kb/meaning/internal/trie", encoding},

	"kb":         {"kb/text kb/quote", "it has the words of the domain, which every room uses, and does nothing with them"},
	"kb/file":    {"kb kb/document/confine kb/quote", "a knowledge file is read and checked without a database"},
	"kb/lexicon": {"kb kb/match kb/text", "it says what words name, and knows no fact"},
	"kb/verify":  {"kb kb/article kb/cite kb/lexicon kb/quote kb/text", "quotations are judged by the texts that it is given"},
	"kb/index":   {"kb kb/document/block kb/lexicon kb/match kb/meaning kb/store kb/text", "it is what is known; what may be answered is for kb/answer to decide"},
	"kb/talk":    {"kb kb/index kb/text kb/trust", "it replies to what asks nothing of a statement, by what a view has"},
	"kb/suggest": {"kb kb/index kb/match kb/text", "it completes what is typed by what a view has"},
	"kb/answer":  {"kb kb/index kb/lexicon kb/match kb/meaning kb/talk kb/text kb/trust", "it answers from a view and writes nothing"},
	"kb/library": {
		"kb kb/answer kb/file kb/index kb/lexicon kb/match kb/meaning kb/quote kb/store kb/suggest kb/talk kb/verify",
		"it keeps knowledge and store together; what editors and askers bring in comes from the rooms above",
	},
	"kb/inbox": {"kb kb/index kb/lexicon kb/library kb/match kb/store kb/text", "it has what waits; facts that answer it are made in kb/curate"},
	"kb/usage": {"kb/library kb/store", "it counts, and knows nobody who is counted"},
	"kb/curate": {
		"kb kb/file kb/inbox kb/index kb/library kb/quote kb/store kb/text kb/verify",
		"it makes the changes of editors; who may is for bot and cmd to say",
	},
	"kb/eval": {"kb kb/file", "it scores answers, however they are made"},

	"bot/reply":             {"kb kb/quote kb/text kb/verify", "it lays out what it is given, and asks nobody"},
	"bot/command":           {"", "it has the names and texts of commands; what they do is in bot/member and bot/moderator"},
	"bot/event":             {"bot/reply kb", "it says what a person did; what is done about that is in the rooms above"},
	"bot/limit":             {"bot/event bot/reply", "it counts events, whatever they ask for"},
	"bot/gateway":           {"", "it is the tie to Discord, and knows nothing of statements"},
	"bot/outbox":            {"bot/event bot/gateway bot/reply kb kb/inbox kb/library kb/store kb/usage", "what goes out by itself waits for nobody who asks"},
	"bot/member":            {"bot/command bot/event bot/outbox bot/reply kb kb/quote kb/text kb/verify", "members change nothing, so it knows no editor and no store"},
	"bot/moderator/figures": {"bot/reply", "it draws numbers"},
	"bot/moderator": {
		"bot/command bot/event bot/member bot/moderator/figures bot/outbox bot/reply " +
			"kb kb/curate kb/document kb/file kb/inbox kb/index kb/library kb/quote kb/store kb/text kb/usage",
		"it changes knowledge by kb/curate, and sends nothing",
	},
	"bot": {
		"bot/command bot/event bot/gateway bot/limit bot/member bot/moderator bot/outbox bot/reply kb/curate kb/inbox kb/library kb/usage",
		"it is the way in and out; what is done between stands in its rooms",
	},

	"cmd/verbatim/screen": {
		"kb kb/answer kb/eval kb/inbox kb/library kb/match kb/quote kb/verify",
		"it lays out what it is given, and reads and prints nothing",
	},
	"cmd/verbatim": {
		"bot bot/gateway cmd/verbatim/screen data kb kb/answer kb/cite kb/curate kb/document kb/eval kb/file " +
			"kb/inbox kb/index kb/library kb/quote kb/store kb/verify",
		"it reads the configuration and wires the rest, so it reaches bot only by its front door",
	},

	"kb/eval/learn":   {"kb kb/answer kb/file kb/index kb/match kb/meaning kb/talk kb/text kb/trust", "it teaches what kb/answer trusts, and is run by hand"},
	"kb/library/ship": {"data kb kb/file kb/index kb/library kb/meaning", "it encodes what is shipped, and is run by hand"},

	"bot/discordtest/render": {"", tester},
	"kb/kbtest":              {"kb kb/file kb/inbox kb/library kb/store", tester},
	"kb/store/storetest":     {"kb/store", tester},
	"bot/discordtest":        {"bot/discordtest/check", tester},
	"bot/discordtest/check":  {"", tester},
	"bot/discordtest/load":   {"", tester},
	"bot/twin":               {"", tester},
}

const root = "../.."

func TestArrowsGoOneWay(t *testing.T) {
	for name, imports := range importsOf(t) {
		r, known := rooms[name]
		if !known {
			t.Errorf("%s is a room that this test knows nothing of: say in rooms what it may import, and why no more", name)
			continue
		}
		may := strings.Fields(r.may)
		for _, other := range imports {
			if !slices.Contains(may, other) {
				t.Errorf("%s imports %s and may not: %s", name, other, r.why)
			}
		}
		for _, other := range may {
			if !slices.Contains(imports, other) {
				t.Errorf("%s may import %s and does not: take it out of its list", name, other)
			}
		}
	}
}

func TestNoArrowComesBack(t *testing.T) {
	var visit func(name string, path []string)
	done := map[string]bool{}
	visit = func(name string, path []string) {
		if slices.Contains(path, name) {
			t.Fatalf("the list allows a circle: %s", strings.Join(append(path, name), " imports "))
		}
		if done[name] {
			return
		}
		for _, other := range strings.Fields(rooms[name].may) {
			visit(other, append(path, name))
		}
		done[name] = true
	}
	for name := range rooms {
		visit(name, nil)
	}
}

// importsOf are the packages of the project with what they import of it, but for
// their tests.
func importsOf(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != root || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		name, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		all[name] = append(all[name], importsIn(t, path)...)
		return nil
	})
	if err != nil || len(all) == 0 {
		t.Fatalf("%d packages were found: %v", len(all), err)
	}
	return all
}

func importsIn(t *testing.T, path string) (imports []string) {
	t.Helper()
	if strings.HasSuffix(path, "_test.go") {
		return nil
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), path, content, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range f.Imports {
		if other, ours := strings.CutPrefix(strings.Trim(i.Path.Value, `"`), "verbatim/"); ours {
			imports = append(imports, other)
		}
	}
	return imports
}
