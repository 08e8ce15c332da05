package bot_test

import (
	"strings"
	"testing"

	"verbatim/bot/discordtest"
	"verbatim/kb"
)

// TestAnExportThatDiscordDoesNotTakeNamesTheCommandForIt exports more than a message may
// have, which whoever runs the bot has loaded.
func TestAnExportThatDiscordDoesNotTakeNamesTheCommandForIt(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	m := moderate(t, d)
	long := &kb.Statement{ID: "long", Title: "Long", Date: "2026-01-02", Parties: []string{"News"}, Sources: []kb.Source{{
		ID: "long", Title: "Long", Publisher: "News", Language: "en", Kind: kb.KindStatement, Text: strings.Repeat("It rains. ", 900_000) + "\n",
	}}}
	if _, err := m.library.Load(t.Context(), "operator", d.Guild("News").ID(), []*kb.Statement{long}); err != nil {
		t.Fatal(err)
	}
	r := mia.Slash("kb export")
	shows(t, "what is too large", r, "`verbatim export --server "+d.Guild("News").ID()+"`")
	shows(t, "a question after that", mia.Slash("ask", "question", known), "It originates nothing.")
}
