package bot_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"verbatim/bot/discordtest"
)

const wrongQuote = "no pretensions at all to originate"

func TestARefusedFormIsThereAfterARestartAndGoesWhenItIsSaved(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	path := filepath.Join(t.TempDir(), "verbatim.db")
	const typed = "It was typed before the restart."
	var refused, edited *discordtest.Reply
	t.Run("refused", func(t *testing.T) {
		moderateOn(t, d, path)
		refused = fill(mia.Slash("fact add", "source", "engine/notes", "topic", "weaving").Form(), cook, typed, wrongQuote)
		shows(t, "a wrong quote", refused, "does not stand in the text")
		shows(t, "a wrong quote", refused, "Nothing of what you typed is lost")
		edited = mia.Slash("fact edit", "fact", "engine/originates").Form().Fill("Answer", "Hers.", "Quote", wrongQuote)
		shows(t, "an edit with a wrong quote", edited, "Nothing of what you typed is lost")
	})
	t.Run("restarted", func(t *testing.T) {
		m := moderateOn(t, d, path)
		form := refused.Press("Edit again").Form()
		for field, want := range map[string]string{"Question": cook, "Answer": typed, "Quote": wrongQuote, "Said by": "Ada Lovelace"} {
			if got := form.Value(field); got != want {
				t.Errorf("%s is %q, want %q", field, got, want)
			}
		}
		saved := form.Fill("Quote", weaves)
		shows(t, "saved", saved, "Saved.")
		a, _ := m.library.Statement("engine", d.Guild("News").ID())
		if f := a.Facts[len(a.Facts)-1]; f.Answer != typed || strings.Join(f.Topics, "") != "weaving" {
			t.Errorf("saved is %+v", f)
		}
		shows(t, "its button", refused.Press("Edit again"), "too old")

		changed(t, m.library, d.Guild("News").ID(), "engine/originates", "Theirs.")
		overtaken := edited.Press("Edit again").Form().Fill("Quote", "no pretensions whatever")
		shows(t, "an edit of what was changed meanwhile", overtaken, "changed this fact first")
		shows(t, "all is there again", mia.Slash("fact unsaved"), "1 form")
		overtaken.Press("Cancel").Text()
		shows(t, "when it was dropped", mia.Slash("fact unsaved"), "All that you typed here is saved")
	})
	for _, end := range []string{"", "-wal"} {
		if content, _ := os.ReadFile(path + end); bytes.Contains(content, []byte("Hers.")) {
			t.Errorf("what was dropped is still in the file%s", end)
		}
	}
}

func TestWhatWasNotSavedIsTheirsAlone(t *testing.T) {
	d := discordtest.Start(t)
	mia, abroad := d.Guild("News").Member("mia", discordtest.ManageServer), d.Guild("Elsewhere").Member("mia", discordtest.ManageServer)
	rose := d.Guild("News").Member("rose", discordtest.ManageServer)
	path := filepath.Join(t.TempDir(), "verbatim.db")
	var ids []string
	t.Run("typed", func(t *testing.T) {
		moderateOn(t, d, path)
		r := fill(mia.Slash("fact add", "source", "engine/notes").Form(), cook, "A secret of Mia's.", wrongQuote)
		shows(t, "a wrong quote", r, "Edit again")
		ids = r.CustomIDs()
		shows(t, "another's form", fill(rose.Slash("fact add", "source", "engine/notes").Form(), "Who bakes the bread?", "Rose.", wrongQuote), "Edit again")
	})
	t.Run("restarted", func(t *testing.T) {
		moderateOn(t, d, path)
		list := mia.Slash("fact unsaved")
		shows(t, "her own", list, "1 form")
		if got := list.Options(); len(got) != 1 || got[0] != cook {
			t.Errorf("offered are %q", got)
		}
		values := regexp.MustCompile(`"value":"([0-9a-f]{16})"`).FindStringSubmatch(marshalled(t, list.JSON()))
		theirs := rose.Slash("fact unsaved")
		shows(t, "another's own", theirs, "1 form")
		shows(t, "hers, chosen by another", theirs.Forge(theirs.CustomIDs()[0], values[1]), "not there any more")
		shows(t, "nothing, chosen", theirs.Forge(theirs.CustomIDs()[0], "zz"), "too old")
		shows(t, "her button, pressed by another", theirs.Forge(ids[0]), "belongs to somebody else")
		shows(t, "her own elsewhere", abroad.Slash("fact unsaved"), "All that you typed here is saved")
		there := abroad.Slash("fact list")
		shows(t, "her button elsewhere", there.Forge(ids[0]), "cannot be shown here")
		if got := list.Choose(cook).Form().Value("Answer"); got != "A secret of Mia's." {
			t.Errorf("the form has %q", got)
		}
		shows(t, "all dropped", mia.Slash("fact unsaved").Press("Drop them all"), "Nothing of it is kept")
		shows(t, "chosen from the list of before", list.Choose(cook), "not there any more")
		shows(t, "another's is there", rose.Slash("fact unsaved"), "1 form")
	})
}

func marshalled(t *testing.T, v any) string {
	t.Helper()
	all, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(all)
}

func TestAFormThatIsOpenDuringARestartIsSavedAfterIt(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	path := filepath.Join(t.TempDir(), "verbatim.db")
	var adds, edits *discordtest.Form
	t.Run("opened", func(t *testing.T) {
		moderateOn(t, d, path)
		adds = mia.Slash("fact add", "source", "engine/notes", "topic", "weaving").Form()
		edits = mia.Slash("fact edit", "fact", "engine/originates").Form()
		shows(t, "nothing was typed yet", mia.Slash("fact unsaved"), "All that you typed here is saved")
	})
	t.Run("restarted", func(t *testing.T) {
		m := moderateOn(t, d, path)
		shows(t, "a new fact", fill(adds, cook, "It was open.", weaves), "Saved.")
		shows(t, "an edit", edits.Fill("Answer", "No, never."), "Saved.")
		a, _ := m.library.Statement("engine", d.Guild("News").ID())
		for _, f := range a.Facts {
			if f.Question == cook && strings.Join(f.Topics, "") != "weaving" {
				t.Errorf("saved is %+v", f)
			}
		}
	})
	t.Run("again", func(t *testing.T) {
		moderateOn(t, d, path)
		shows(t, "what was saved before", mia.Slash("ask", "question", cook), "It was open.")
		shows(t, "nothing waits", mia.Slash("fact unsaved"), "All that you typed here is saved")
	})
}
