package bot_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"verbatim/bot/discordtest"
)

// TestABotThatIsBroughtBackHasAllThatItHad takes the bot out of a server and brings it
// back.
func TestABotThatIsBroughtBackHasAllThatItHad(t *testing.T) {
	d := discordtest.Start(t)
	news := d.Guild("News")
	mia := news.Member("mia", discordtest.ManageServer)
	moderate(t, d)
	added(t, mia)
	shows(t, "before", mia.Slash("ask", "question", cook), cookSays)
	news.Leave()
	lacks(t, "by whoever has the bot for themselves", mia.Slash("ask", "question", cook), cookSays)
	shows(t, "what everybody may ask", mia.Slash("ask", "question", known), "It originates nothing.")
	news.Return()
	shows(t, "after", mia.Slash("ask", "question", cook), cookSays)
	shows(t, "in a channel", mia.Mention(cook), cookSays)
	shows(t, "as a moderator", mia.Slash("fact list"), cook)
}

// TestWhatEndsAfterItsTokenIsDoneAndSaidNoMore loads a file for which Discord has waited
// long enough: after 15 minutes it takes no more of an interaction.
func TestWhatEndsAfterItsTokenIsDoneAndSaidNoMore(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	m := moderate(t, d)
	const edits = "PATCH /webhooks/*/*/messages/@original"
	d.FaultAlways(edits, func(w http.ResponseWriter, _ *http.Request, _ func(http.ResponseWriter)) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusNotFound)
		_, _ = w.Write([]byte(`{"message": "Unknown Webhook", "code": 10015}`))
	})
	asking := mia.Slash("kb import", "file", bridgeFile(3))
	asking.Press("Import").Text()
	until(t, "the refusal", func() bool { return strings.Contains(m.log.String(), "Unknown Webhook (10015)") })
	if n := len(d.Requests(edits)); n != 1 {
		t.Errorf("it was said %d times", n)
	}
	shows(t, "what was loaded", mia.Slash("ask", "question", "When does bridge number 2 open?"), "In May of year 2.")
	if revs, err := m.library.History(context.Background(), d.Guild("News").ID(), "bridge/f-2"); err != nil || len(revs) != 1 {
		t.Errorf("it was loaded %d times, %v", len(revs), err)
	}
}
