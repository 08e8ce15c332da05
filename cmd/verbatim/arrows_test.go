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
	"kb/catalog": {"kb/text", "it has what is said, and knows nothing of what is said with it"},
	"kb/text":    {"", pure},
	"kb/match":   {"kb/match/linear kb/match/lists kb/match/rows kb/match/scatter kb/match/vocabulary kb/meaning kb/text", pure},
	"kb/quote":   {"kb/quote/change kb/quote/editor kb/quote/find kb/quote/locate kb/quote/marks kb/quote/word", pure},
	"kb/cite":    {"", pure},
	"kb/article": {"kb/meaning kb/quote/marks kb/trust", pure},

	"kb/quote/word":   {"kb/text", "it reads characters into words; what a word is good for, the rooms above know"},
	"kb/quote/locate": {"kb/quote/word", "it knows one text and one quote, so that whoever has no more need not know the checker"},
	"kb/quote/marks":  {"kb/quote/word", "it finds quotations in any message, whether they are true or not"},
	"kb/quote/editor": {"kb/quote/word", "it reads brackets in a quotation, and knows no text that is held"},
	"kb/quote/find":   {"kb/quote/editor kb/quote/locate kb/quote/word", "it finds passages and gives no verdict"},
	"kb/quote/change": {"kb/quote/editor kb/quote/find kb/quote/word", "it says what differs, and not what follows from that"},

	"kb/store":          {"", "it keeps records of any kind: what they say is for kb/index and the rooms above to know"},
	"kb/store/table":    {"kb/store", "it has the SQL that both engines understand, and must not know which it is on"},
	"kb/store/sqlite":   {"kb/store kb/store/table", "it is one engine, and knows no other"},
	"kb/store/postgres": {"kb/store kb/store/sqlite kb/store/table", "it is one engine; its backups are files, which the other makes"},
	"kb/store/database": {"kb/store kb/store/postgres kb/store/sqlite kb/store/table", "it opens what is there, with the engine for it"},

	"kb/match/linear":     {"kb/match/lists kb/match/scatter kb/match/vocabulary kb/text", pure},
	"kb/match/lists":      {"", "bytes go in and numbers come out"},
	"kb/match/rows":       {"kb/meaning", "it keeps vectors, and knows nothing of what they are of"},
	"kb/match/scatter":    {"", "hashes go in and numbers come out"},
	"kb/match/vocabulary": {"kb/match/scatter kb/text", pure},

	"kb/cover": {"kb/meaning kb/text", pure},
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

	"kb/encode":      {"kb/meaning kb/store kb/text", encoding},
	"kb":             {"kb/catalog kb/quote/locate", "it has the words of the domain, which every room uses, and does nothing with them"},
	"kb/passage":     {"kb kb/document/block", "it cuts texts, whatever they are held for"},
	"kb/quota":       {"kb", "it bounds what there is, and counts and saves nothing"},
	"kb/file":        {"kb kb/document/confine kb/quote/locate", "a knowledge file is read and checked without a database"},
	"kb/lexicon":     {"kb kb/text", "it says what words name, and knows no fact"},
	"kb/wording":     {"kb kb/catalog kb/quote kb/quote/change kb/quote/editor kb/quote/word", "it says what others found out, and judges nothing"},
	"kb/verify":      {"kb kb/article kb/cite kb/document/block kb/lexicon kb/quote kb/text", "quotations are judged by the texts that it is given"},
	"kb/index/ahead": {"", "it makes things, whatever they are"},
	"kb/index":       {"kb kb/cover kb/encode kb/index/ahead kb/lexicon kb/match kb/meaning kb/passage kb/quota kb/store kb/text", "it is what is known; what may be answered is for kb/answer to decide"},
	"kb/talk":        {"kb kb/catalog kb/index kb/text kb/trust", "it replies to what asks nothing of a statement, by what a view has"},
	"kb/answer":      {"kb kb/catalog kb/index kb/lexicon kb/match kb/meaning kb/talk kb/text kb/trust kb/wording", "it answers from a view and writes nothing"},
	"kb/suggest":     {"kb kb/index kb/match kb/text", "it completes what is typed by what a view has"},
	"kb/library": {
		"kb kb/answer kb/catalog kb/file kb/index kb/index/ahead kb/lexicon kb/match kb/meaning kb/quota kb/quote kb/quote/locate kb/store kb/suggest kb/talk kb/text kb/verify",
		"it keeps knowledge and store together; what editors and askers bring in comes from the rooms above",
	},
	"kb/inbox":   {"kb kb/index kb/lexicon kb/library kb/match kb/store kb/text", "it has what waits; facts that answer it are made in kb/curate"},
	"kb/step":    {"kb/library kb/store", "it keeps what somebody else reads again"},
	"kb/usage":   {"kb kb/library kb/store", "it counts, and knows nobody who is counted"},
	"kb/foreign": {"kb kb/document/plain kb/text", "a file goes in and entries come out: it keeps none"},
	"kb/draft":   {"kb kb/document/block kb/lexicon kb/text", "a text goes in and drafts come out: it writes no file and knows no database"},
	"kb/curate": {
		"kb kb/draft kb/file kb/inbox kb/index kb/library kb/quota kb/quote kb/store kb/text kb/verify",
		"it makes the changes of editors; who may is for bot and cmd to say",
	},
	"kb/eval": {"kb kb/file", "it scores answers, however they are made"},

	"bot/reply":             {"kb kb/catalog kb/quote kb/text kb/verify kb/wording", "it lays out what it is given, and asks nobody"},
	"bot/command":           {"kb kb/catalog", "it has the names and texts of commands; what they do is in bot/member and bot/moderator"},
	"bot/event":             {"bot/reply kb kb/catalog", "it says what a person did; what is done about that is in the rooms above"},
	"bot/locale":            {"bot/command bot/event kb/catalog kb/quote/marks", "it says in which language, and nothing of what is said"},
	"bot/limit":             {"bot/event", "it counts events, whatever they ask for"},
	"bot/access":            {"bot/event bot/gateway kb", "it knows what Discord said of people and channels, and nothing of what they are answered"},
	"bot/gateway/redact":    {"", "it keeps secrets out of any log"},
	"bot/gateway/pace":      {"", "it says when, and sends nothing"},
	"bot/gateway/fields":    {"", "it finds what there is of what Discord sent, and reads nothing of it"},
	"bot/gateway/read":      {"bot/gateway/fields", "it reads, and handles nothing"},
	"bot/gateway":           {"bot/gateway/fields bot/gateway/pace bot/gateway/read bot/gateway/redact", "it is the tie to Discord, and knows nothing of statements"},
	"bot/endpoint":          {"bot/event", "it proves what Discord posts, and answers nothing"},
	"bot/outbox":            {"bot/event bot/gateway bot/reply kb kb/catalog kb/inbox kb/library kb/store kb/usage", "what goes out by itself waits for nobody who asks"},
	"bot/member":            {"bot/attachment bot/command bot/event bot/outbox bot/reply kb kb/catalog kb/document kb/quote kb/quote/marks kb/talk kb/text kb/verify kb/wording", "members change nothing, so it knows no editor and no store"},
	"bot/attachment":        {"kb/catalog", "it gets files from Discord or says why not, and reads none"},
	"bot/moderator/figures": {"bot/reply kb/catalog", "it draws numbers"},
	"bot/moderator/change":  {"bot/attachment bot/event bot/reply kb kb/library kb/store", "it has what every change needs, and changes nothing"},
	"bot/moderator/drafts":  {"bot/event bot/moderator/change bot/reply kb kb/curate kb/library kb/store", "it keeps what somebody is at; what is saved of it is for facts and inbox"},
	"bot/moderator/pages":   {"bot/event bot/reply", "it shows what was listed, and lists nothing"},
	"bot/moderator/sources": {
		"bot/command bot/event bot/moderator/change bot/moderator/pages bot/reply kb kb/catalog kb/curate kb/document kb/index kb/library",
		"it changes sources and names by kb/curate, and sends nothing",
	},
	"bot/moderator/facts": {
		"bot/command bot/event bot/member bot/moderator/change bot/moderator/drafts bot/moderator/pages bot/moderator/sources bot/outbox bot/reply " +
			"kb kb/catalog kb/curate kb/library kb/quote kb/store kb/wording",
		"it changes facts by kb/curate, and sends nothing",
	},
	"bot/moderator/inbox": {
		"bot/command bot/event bot/moderator/change bot/moderator/drafts bot/moderator/facts bot/moderator/sources bot/outbox " +
			"bot/reply kb kb/catalog kb/curate kb/inbox kb/library kb/quote kb/text kb/verify",
		"it has the questions that wait; what answers them is saved in facts",
	},
	"bot/moderator/queue": {
		"bot/command bot/event bot/moderator/change bot/moderator/drafts bot/moderator/facts bot/moderator/sources bot/reply " +
			"kb kb/catalog kb/library",
		"it has the drafts that wait in a text; what is approved is saved in facts",
	},
	"bot/moderator/knowledge": {
		"bot/command bot/event bot/moderator/change bot/moderator/figures bot/outbox bot/reply kb " +
			"kb/catalog kb/curate kb/file kb/foreign kb/inbox kb/library kb/usage",
		"it loads, writes and counts all that a server has by the rooms of kb, and sends nothing",
	},
	"bot/moderator": {
		"bot/access bot/attachment bot/command bot/event bot/member bot/moderator/change bot/moderator/drafts bot/moderator/facts bot/moderator/inbox " +
			"bot/moderator/knowledge bot/moderator/pages bot/moderator/queue bot/moderator/sources bot/outbox bot/reply kb",
		"it says who may; what they do stands in its rooms",
	},
	"bot": {
		"bot/access bot/attachment bot/command bot/event bot/gateway bot/limit bot/locale bot/member bot/moderator bot/outbox bot/reply kb kb/curate " +
			"kb/inbox kb/library kb/step kb/usage",
		"it is the way in and out; what is done between stands in its rooms",
	},

	"cmd/verbatim/screen": {
		"kb kb/answer kb/catalog kb/eval kb/inbox kb/library kb/match kb/quote kb/verify kb/wording",
		"it lays out what it is given, and reads and prints nothing",
	},
	"cmd/verbatim/wire":       {"kb kb/catalog kb/quote kb/verify kb/wording", "it writes what it is given as the JSON that others read, and looks nothing up"},
	"cmd/verbatim/completion": {"", "it reads the grammar of the command line, and is given what it does not know"},
	"cmd/verbatim/files":      {"cmd/verbatim/screen kb kb/catalog kb/document kb/file kb/foreign", "it reads and writes the files that people name, and knows no database"},
	"cmd/verbatim/mcp":        {"cmd/verbatim/wire kb kb/document kb/quote kb/verify", "assistants read by it what they could ask on a command line, and it changes nothing"},
	"cmd/verbatim/serve": {
		"bot bot/endpoint bot/gateway bot/gateway/redact kb kb/cite kb/library kb/store kb/verify",
		"it ties the bot to Discord and shows how it is, so it reaches bot only by its front door",
	},
	"cmd/verbatim": {
		"cmd/verbatim/completion cmd/verbatim/files cmd/verbatim/mcp cmd/verbatim/screen cmd/verbatim/serve cmd/verbatim/wire data kb kb/answer kb/catalog kb/cite kb/curate kb/document kb/draft " +
			"kb/eval kb/file kb/inbox kb/index kb/library kb/quota kb/quote kb/store kb/store/database kb/verify",
		"it reads the configuration, opens the database and runs one command",
	},

	"kb/eval/said":    {"kb/article kb/meaning kb/trust", "it teaches who an article says said something, and is run by hand"},
	"kb/eval/learn":   {"kb kb/answer kb/file kb/index kb/match kb/meaning kb/talk kb/text kb/trust", "it teaches what kb/answer trusts, and is run by hand"},
	"kb/library/ship": {"data kb kb/file kb/index kb/library kb/meaning", "it encodes what is shipped, and is run by hand"},

	"bot/discordtest/render": {"", tester},
	"kb/kbtest":              {"kb kb/file kb/inbox kb/library kb/store kb/store/database", tester},
	"kb/store/storetest":     {"kb/store", tester},
	"bot/discordtest":        {"bot/discordtest/body bot/discordtest/check bot/discordtest/fault bot/discordtest/post bot/discordtest/sheet bot/discordtest/socket", tester},
	"bot/discordtest/body":   {"", tester},
	"bot/discordtest/fault":  {"", tester},
	"bot/discordtest/post":   {"", tester},
	"bot/discordtest/sheet":  {"", tester},
	"bot/discordtest/socket": {"", tester},
	"bot/discordtest/play":   {"bot/discordtest", tester},
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
