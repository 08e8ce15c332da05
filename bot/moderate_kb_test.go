package bot_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"strings"
	"testing"

	"verbatim/bot/discordtest"
	"verbatim/kb/file"
	"verbatim/kb/inbox"
)

// bridgeFile is a knowledge file with so many facts.
func bridgeFile(facts int) discordtest.File {
	var b strings.Builder
	b.WriteString("statement: {id: bridge, title: On the bridge, date: 2026-02-03, place: Home, parties: [News]}\n" +
		"sources:\n  - {id: memo, title: Memo, publisher: News, language: en, kind: statement, text: The bridge opens in May.}\nfacts:\n")
	for i := range facts {
		fmt.Fprintf(&b, "  - {id: f-%d, question: When does bridge number %d open?, answer: In May of year %d., party: News, citations: [{source: memo, quote: opens in May}]}\n", i, i, i)
	}
	return discordtest.File{Name: "bridge.yaml", Type: "application/yaml", Body: []byte(b.String())}
}

// imports imports a file and waits until it is loaded.
func imports(t testing.TB, p *discordtest.Person, f discordtest.File) *discordtest.Reply {
	t.Helper()
	asking := p.Slash("kb import", "file", f)
	shows(t, "what an import would change", asking, "Load this file?")
	r := asking.Press("Import")
	until(t, "the import", func() bool { return strings.Contains(r.Text(), "Loaded") })
	return r
}

func TestAnImportIsShownFirstAndExportedAgain(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	eve := d.Guild("Elsewhere").Member("eve")
	moderate(t, d)
	shows(t, "nothing to export", mia.Slash("kb export"), "no facts, sources or names of its own yet")
	shows(t, "cancelled", mia.Slash("kb import", "file", bridgeFile(3)).Press("Cancel"), "Nothing was changed")
	shows(t, "the import", imports(t, mia, bridgeFile(3)), "4 new")
	shows(t, "the next question", mia.Slash("ask", "question", "When does bridge number 2 open?"), "In May of year 2.")
	lacks(t, "another server", eve.Slash("ask", "question", "When does bridge number 2 open?"), "In May")
	shows(t, "the same again", mia.Slash("kb import", "file", bridgeFile(3)), "Nothing would change")
	asking := mia.Slash("kb import", "file", bridgeFile(2))
	shows(t, "one fewer", asking, "0 new, 0 changed, 1 removed")
	content := mia.Slash("kb export").File("knowledge.yaml")
	statements, err := file.Read("knowledge.yaml", bytes.NewReader(content))
	if err != nil || len(statements) != 1 || len(statements[0].Facts) != 3 {
		t.Errorf("exported %s, %v", content, err)
	}
}

func TestABrokenFileChangesNothingAndSaysWhere(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	m := moderate(t, d)
	before := len(m.library.Statements(d.Guild("News").ID()))
	for what, c := range map[string]struct{ body, want string }{
		"a quote that does not stand there": {strings.Replace(string(bridgeFile(1).Body), "quote: opens", "quote: closes", 1), "bridge.yaml:5:"},
		"no YAML":                           {"\t{", "bridge.yaml:1:"},
		"nested too deeply":                 {strings.Repeat("[", 10000), "bridge.yaml:1:"},
		"not UTF-8":                         {"statement: \xff\xfe", "bridge.yaml:1:"},
		"nothing":                           {"", "bridge.yaml:1:"},
	} {
		f := bridgeFile(1)
		f.Body = []byte(c.body)
		r := mia.Slash("kb import", "file", f)
		shows(t, what, r, "Nothing was changed")
		if got := string(r.File("problems.txt")); !strings.Contains(got, c.want) {
			t.Errorf("%s: the problems are %q", what, got)
		}
	}
	shows(t, "a file that is too large", mia.Interact(2, attaching("https://evil.example/x.yaml", 9<<20)), "larger than 8 MB")
	shows(t, "a file on another host", mia.Interact(2, attaching("https://evil.example/x.yaml", 10)), "not where Discord keeps attachments")
	if n := len(m.library.Statements(d.Guild("News").ID())); n != before {
		t.Errorf("there are %d statements, and were %d", n, before)
	}
}

func TestOfFilesThatWaitToBeLoadedEverybodyHasOne(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	rose := d.Guild("News").Member("rose", discordtest.ManageServer)
	moderate(t, d)
	first := mia.Slash("kb import", "file", bridgeFile(1))
	shows(t, "the first", first, "Load this file?")
	theirs := rose.Slash("kb import", "file", bridgeFile(2))
	shows(t, "another's", theirs, "Load this file?")
	second := mia.Slash("kb import", "file", bridgeFile(3))
	shows(t, "the second", second, "Load this file?")
	shows(t, "the first, pressed", first.Press("Import"), "too old")
	for what, r := range map[string]*discordtest.Reply{"another's": theirs, "the second": second} {
		shows(t, what, r, "Import")
		pressed := r.Press("Import")
		until(t, what, func() bool { return strings.Contains(pressed.Text(), "Loaded") })
	}
}

func TestStatsAreAPictureAndTheSameAsText(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	m := moderate(t, d)
	for range 3 {
		mia.Slash("ask", "question", known).Text()
	}
	mia.Slash("ask", "question", zebra).Text()
	shows(t, "thanks", mia.Mention("thanks"), "You are welcome.")
	until(t, "the missed question", func() bool { return len(inbox.New(m.library).Groups(d.Guild("News").ID())) == 1 })
	r := mia.Slash("kb stats", "days", 7)
	shows(t, "the figures", r, "4 questions within 7 days")
	shows(t, "the most asked", r, "1. Can the Analytical Engine think? · 3")
	shows(t, "the most missed", r, "1. "+zebra+" · 1")
	picture := r.File("stats.png")
	image, err := png.Decode(bytes.NewReader(picture))
	if err != nil || image.Bounds().Dx() < 600 {
		t.Errorf("the picture: %v", err)
	}
	if path := os.Getenv("VERBATIM_PICTURE"); path != "" {
		if err := os.WriteFile(path, picture, 0o644); err != nil {
			t.Error(err)
		}
	}
}

// attaching is the data of an import of a file at an address.
func attaching(address string, size int) map[string]any {
	return map[string]any{
		"id": "1", "name": "kb", "type": 1,
		"resolved": map[string]any{"attachments": map[string]any{"1": map[string]any{
			"id": "1", "filename": "x.yaml", "size": size, "url": address, "proxy_url": address,
		}}},
		"options": []any{map[string]any{"name": "import", "type": 1, "options": []any{
			map[string]any{"name": "file", "type": 11, "value": "1"},
		}}},
	}
}
