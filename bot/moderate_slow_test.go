package bot_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/discordtest"
)

// stalling serves a file that begins, if it does, and never ends.
func stalling(t *testing.T) *httptest.Server {
	t.Helper()
	files := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := bridgeFile(3).Body
		switch r.URL.Path {
		case "/begins":
			_, _ = w.Write(begun) // it may have given up
			_ = http.NewResponseController(w).Flush()
		case "/trickles":
			for r.Context().Err() == nil {
				_, _ = io.WriteString(w, "# more\n")
				_ = http.NewResponseController(w).Flush()
				time.Sleep(10 * time.Millisecond)
			}
		}
		<-r.Context().Done()
	}))
	t.Cleanup(files.Close)
	return files
}

func TestAnAttachmentThatNeverEndsIsGivenUpPlainly(t *testing.T) {
	const within = 500 * time.Millisecond
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	files := stalling(t)
	m := moderate(t, d, func(c *bot.Config) {
		c.FetchWithin = within
		c.AttachmentHosts = append(c.AttachmentHosts, strings.TrimPrefix(files.URL, "http://"))
	})
	before := len(m.library.Statements(d.Guild("News").ID()))
	for what, path := range map[string]string{
		"nothing comes": "/silent", "it stops after the beginning": "/begins", "it trickles on and on": "/trickles",
	} {
		began := time.Now()
		r := mia.Interact(2, attaching(files.URL+path, 500))
		shows(t, what, r, "The file could not be fetched from Discord. Please try again.")
		if took := time.Since(began); took < within || took > within+5*time.Second {
			t.Errorf("%s: it was given up after %v, want about %v", what, took, within)
		}
		if !r.Private() {
			t.Errorf("%s: all see that it failed", what)
		}
	}
	if n := len(m.library.Statements(d.Guild("News").ID())); n != before {
		t.Errorf("there are %d statements, and were %d", n, before)
	}
	shows(t, "a file that comes, afterwards", imports(t, mia, bridgeFile(3)), "4 new")
}

// TestAFileThatTricklesHoldsUpNobodyElse imports a file in one server while another
// server's never ends.
func TestAFileThatTricklesHoldsUpNobodyElse(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	eve := d.Guild("Elsewhere").Member("eve", discordtest.ManageServer)
	files := stalling(t)
	moderate(t, d, func(c *bot.Config) {
		c.FetchWithin = 3 * time.Second
		c.AttachmentHosts = append(c.AttachmentHosts, strings.TrimPrefix(files.URL, "http://"))
	})
	slow := eve.Interact(2, attaching(files.URL+"/trickles", 500))
	time.Sleep(100 * time.Millisecond)
	shows(t, "a second one of that server", eve.Interact(2, attaching(files.URL+"/trickles", 500)), "Another file is being read just now")
	began := time.Now()
	shows(t, "another server's file", imports(t, mia, bridgeFile(3)), "4 new")
	if took := time.Since(began); took > 2500*time.Millisecond {
		t.Errorf("it took %v, as long as the other is fetched", took)
	}
	shows(t, "the file that trickles", slow, "could not be fetched")
}

// TestAFileIsReadAtATimeForAPersonAndAServer has a source's text fetched that never comes.
func TestAFileIsReadAtATimeForAPersonAndAServer(t *testing.T) {
	d := discordtest.Start(t)
	mia, rose := d.Guild("News").Member("mia", discordtest.ManageServer), d.Guild("News").Member("rose")
	abroad := d.Guild("Elsewhere").Member("mia", discordtest.ManageServer)
	bob := d.Guild("Elsewhere").Member("bob")
	files := stalling(t)
	moderate(t, d, func(c *bot.Config) {
		c.FetchWithin = 3 * time.Second
		c.AttachmentHosts = append(c.AttachmentHosts, strings.TrimPrefix(files.URL, "http://"))
	})
	slow := mia.Interact(2, attaching(files.URL+"/trickles", 500))
	time.Sleep(100 * time.Millisecond)
	const busy = "Another file is being read just now"
	title := []any{"title", "Accord", "publisher", "Gazette", "date", "2031-03-14", "text", accordFile()}
	checks := func(p *discordtest.Person) *discordtest.Reply {
		attached := map[string]any{"id": "7", "filename": "a.txt", "size": 100, "url": files.URL + "/gone"}
		return p.Interact(2, map[string]any{
			"id": "1", "name": "Check quotes", "type": 3, "target_id": "5",
			"resolved": map[string]any{"messages": map[string]any{"5": map[string]any{"id": "5", "channel_id": "6", "attachments": []any{attached}}}},
		})
	}
	shows(t, "a source of hers elsewhere", abroad.Slash("source add", title...), busy)
	shows(t, "an article that another checks there", checks(rose), busy)
	lacks(t, "an article that another checks elsewhere", checks(bob), busy)
	shows(t, "the file that trickles", slow, "could not be fetched")
	lacks(t, "a source, afterwards", abroad.Slash("source add", title...), busy)
}
