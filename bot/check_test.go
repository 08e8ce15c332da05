package bot_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discordtest"
)

const (
	babbage  = "Charles Babbage said: “The Analytical Engine has no pretensions whatever to originate any thing.”\n\n“It can follow analysis,” Ada Lovelace added.\n"
	lovelace = "Ada Lovelace said: “The Analytical Engine has no pretensions whatever to originate any thing.”\n"
)

// TestCheckQuotesReadsWhatAMessageCarries checks the quotations of an attached article
// and of what Discord shows of a page that is linked, with who is said to have said them.
func TestCheckQuotesReadsWhatAMessageCarries(t *testing.T) {
	files := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/babbage.txt":
			_, _ = w.Write([]byte(babbage))
		case "/none.txt":
			_, _ = w.Write([]byte("Nobody said anything at all."))
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(files.Close)
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	stand(t, d, opened(t, d), func(c *bot.Config) { c.AttachmentHosts = []string{strings.TrimPrefix(files.URL, "http://")} })
	check := func(content, embed string, attached ...string) *discordtest.Reply {
		message := map[string]any{"id": "5", "channel_id": "6", "content": content, "embeds": []any{}, "attachments": []any{}}
		if embed != "" {
			message["embeds"] = []any{map[string]any{"title": "A page", "description": embed}}
		}
		var all []any
		for _, name := range attached {
			all = append(all, map[string]any{"id": "7", "filename": name, "size": 100, "url": files.URL + "/" + name, "proxy_url": files.URL + "/" + name})
		}
		message["attachments"] = all
		return ann.Interact(2, map[string]any{
			"id": "1", "name": "Check quotes", "type": 3, "target_id": "5",
			"resolved": map[string]any{"messages": map[string]any{"5": message}},
		})
	}
	const wrong = "Wrong speaker: it is given to Charles Babbage here, and the source has it from Ada Lovelace."
	r := check("", "", "babbage.txt")
	shows(t, "an article that is attached", r, wrong)
	shows(t, "its second quotation", r, "**2** · ")
	if !r.Private() {
		t.Error("everybody sees what somebody has checked")
	}
	shows(t, "what is linked", check("https://example.org/piece", strings.TrimSpace(babbage)), wrong)
	shows(t, "the message itself", check(babbage, ""), wrong)
	lacks(t, "the right speaker", check(lovelace, ""), "Wrong speaker")
	shows(t, "an article without quotations", check("", "", "none.txt"), "There are no quotations in that.")
	shows(t, "a file that is not there", check("", "", "gone.txt"), "could not be fetched")
	shows(t, "the second of two files", check("", "", "gone.txt", "babbage.txt"), wrong)
}
