package bot_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/discordtest"
	"verbatim/kb/curate"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/store/database"
	"verbatim/kb/usage"
)

// nowSays tells whether all that was shown is known to say something else than
// at first.
func nowSays(t *testing.T, m *moderated) bool {
	t.Helper()
	all, err := usage.New(m.library).Shown(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		if s.Now == s.First || s.Taken > 0 {
			return false
		}
	}
	return len(all) > 0
}

func TestAnswersShownBeforeAreCorrected(t *testing.T) {
	t.Parallel()
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	bob := d.Guild("News").Member("bob")
	eve := d.Guild("Elsewhere").Member("eve")
	moderate(t, d)
	public, private := bob.Slash("ask", "question", known), bob.Slash("ask", "question", known, "private", true)
	mention, elsewhere := bob.Mention(known), eve.Slash("ask", "question", known)
	for _, r := range []*discordtest.Reply{public, private, mention, elsewhere} {
		shows(t, "the answer", r, "It originates nothing.")
	}
	d.Fault("POST /interactions/*/*/callback", func(w http.ResponseWriter, _ *http.Request, work func(http.ResponseWriter)) {
		work(httptest.NewRecorder())
		w.WriteHeader(http.StatusNoContent)
	})
	untold := bob.Slash("ask", "question", known)
	const lookups = "GET /webhooks/*/*/messages/@original"
	until(t, "the lookup of what Discord did not tell of", func() bool { return len(d.Requests(lookups)) == 1 })
	mia.Slash("fact edit", "fact", "engine/originates").Form().Fill("Answer", "No. It invents nothing.").Text()
	until(t, "the corrections", func() bool {
		return !slices.ContainsFunc([]*discordtest.Reply{public, mention, untold}, func(r *discordtest.Reply) bool { return !strings.Contains(r.Text(), "Corrected since") })
	})
	if n := len(d.Requests(lookups)); n != 1 {
		t.Errorf("%d answers were looked up, and Discord told of all but one", n)
	}
	shows(t, "the new answer", public, "It invents nothing.")
	lacks(t, "a private answer", private, "Corrected")
	lacks(t, "another server", elsewhere, "Corrected")
	mia.Slash("fact remove", "fact", "engine/originates").Press("Remove it").Text()
	until(t, "taken back", func() bool { return strings.Contains(public.Text(), "taken this answer back") })
}

func TestAnImportCorrectsAnswersToo(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d)
	imports(t, mia, bridgeFile(2))
	shown, same := mia.Mention("When does bridge number 1 open?"), mia.Mention(known)
	shows(t, "the answer", shown, "In May of year 1.")
	shows(t, "another answer", same, "It originates nothing.")
	changed := bridgeFile(2)
	changed.Body = []byte(strings.ReplaceAll(string(changed.Body), "In May of year 1.", "In June of year 1."))
	imports(t, mia, changed)
	until(t, "the correction", func() bool { return strings.Contains(shown.Text(), "In June of year 1.") })
	lacks(t, "an answer that is the same", same, "Corrected")
}

func TestCorrectionsCanBeSwitchedOff(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	m := moderate(t, d)
	mia.Slash("kb settings", "corrections", false).Text()
	public := mia.Mention(known)
	shows(t, "the answer", public, "It originates nothing.")
	mia.Slash("fact edit", "fact", "engine/originates").Form().Fill("Answer", "No. It invents nothing.").Text()
	until(t, "the change is seen", func() bool { return nowSays(t, m) })
	lacks(t, "the answer of before", public, "Corrected")
	mia.Slash("kb settings", "corrections", true).Text()
	mention := mia.Mention(known)
	mia.Slash("fact edit", "fact", "engine/originates").Form().Fill("Answer", "No. It makes nothing up.").Text()
	until(t, "a later change", func() bool { return strings.Contains(mention.Text(), "It makes nothing up.") })
}

// another opens the database of a bot as another process does.
func another(t *testing.T, path string) *library.Library {
	t.Helper()
	s, err := database.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	l, err := library.Open(context.Background(), s, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// changed changes the answer of a fact of the engine from elsewhere.
func changed(t *testing.T, l *library.Library, server, fact, answer string) {
	t.Helper()
	at, err := curate.New(l).FactAt(context.Background(), server, fact)
	if err != nil {
		t.Fatal(err)
	}
	at.Fact.Answer = answer
	_, err = curate.New(l).Save(context.Background(), library.Editor{Author: "command line", Server: server}, curate.Draft{
		Statement: at.Statement.ID, Fact: at.Fact, Seen: at.Seen, Anyway: true,
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAnswersAreCorrectedOnceWhoeverChangesThemAndThroughRestarts(t *testing.T) {
	t.Parallel()
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	news := d.Guild("News").ID()
	path := filepath.Join(t.TempDir(), "verbatim.db")
	var shown, kept *discordtest.Reply
	t.Run("shown", func(t *testing.T) {
		moderateOn(t, d, path)
		shown, kept = mia.Mention(known), mia.Mention("Could the engine compose music?")
		shows(t, "the answer", shown, "It originates nothing.")
		shows(t, "another answer", kept, "It might.")
	})
	edits := func() int { return len(d.Requests("PATCH /channels/*/messages/*")) }
	t.Run("changed while nobody is connected", func(t *testing.T) {
		changed(t, another(t, path), news, "engine/originates", "No. It invents nothing.")
		moderateOn(t, d, path)
		until(t, "the correction", func() bool { return strings.Contains(shown.Text(), "It invents nothing.") })
		shows(t, "the correction", shown, "It said before: No. It originates nothing.")
	})
	t.Run("changed by another process, seen by two", func(t *testing.T) {
		before := edits()
		m := moderateOn(t, d, path)
		second := m.Config
		second.Library = another(t, path)
		ctx, stop := context.WithCancel(context.Background())
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			bot.New(second).Run(ctx)
		}()
		defer func() { stop(); <-ended }()
		changed(t, another(t, path), news, "engine/originates", "No. It makes nothing up.")
		until(t, "the correction", func() bool { return strings.Contains(shown.Text(), "It makes nothing up.") })
		time.Sleep(3 * time.Second) // both look every two
		if n := edits() - before; n != 1 {
			t.Errorf("the message was edited %d times", n)
		}
		lacks(t, "an answer that is the same", kept, "Corrected")
		changed(t, another(t, path), news, "engine/originates", "No. It originates nothing.")
		until(t, "as it was", func() bool { return strings.Contains(shown.Text(), "again as it was") })
	})
	t.Run("forgotten", func(t *testing.T) {
		before := edits()
		m := moderateOn(t, d, path)
		m.clock.forward(25 * time.Hour)
		changed(t, another(t, path), news, "engine/originates", "Perhaps.")
		shows(t, "the next question", mia.Slash("ask", "question", known), "Perhaps.")
		time.Sleep(3 * time.Second)
		if n := edits() - before; n != 0 {
			t.Errorf("a message of yesterday was edited")
		}
	})
}

// unreadable is a store whose histories cannot be read so many times.
type unreadable struct {
	store.Store
	times atomic.Int32
}

func (u *unreadable) History(ctx context.Context, key store.Key) ([]store.Revision, error) {
	if u.times.Add(-1) >= 0 {
		return nil, &store.Error{Code: store.CodeFailed, Sentence: "The database cannot be read."}
	}
	return u.Store.History(ctx, key)
}

func TestACorrectionWaitsUntilItIsKnownWhatWasSaidBefore(t *testing.T) {
	t.Parallel()
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	path := filepath.Join(t.TempDir(), "verbatim.db")
	var s unreadable
	moderateOn(t, d, path, func(c *bot.Config) {
		s.Store = c.Library.Store()
		l, err := library.Open(context.Background(), &s, library.Options{})
		if err != nil {
			t.Fatal(err)
		}
		c.Library = l
	})
	shown := mia.Mention(known)
	shows(t, "the answer", shown, "It originates nothing.")
	s.times.Store(1)
	l := another(t, path)
	changed(t, l, d.Guild("News").ID(), "engine/originates", "No. It invents nothing.")
	until(t, "a reading of the history", func() bool { return s.times.Load() <= 0 })
	changed(t, l, d.Guild("News").ID(), "engine/music", "Perhaps.") // has it looked through again
	until(t, "the correction", func() bool { return strings.Contains(shown.Text(), "It invents nothing.") })
	shows(t, "the correction", shown, "It said before: No. It originates nothing.")
}

func TestOneServersCorrectionsDoNotKeepAnothersWaiting(t *testing.T) {
	t.Parallel()
	d := discordtest.Start(t)
	path := filepath.Join(t.TempDir(), "verbatim.db")
	const most = 6
	var last *discordtest.Reply
	var people []*discordtest.Person
	for _, server := range []string{"News", "Elsewhere"} {
		people = append(people, d.Guild(server).Member("mia", discordtest.ManageServer))
	}
	t.Run("shown", func(t *testing.T) {
		moderateOn(t, d, path)
		for range most {
			shows(t, "the answer", people[0].Mention(known), "It originates nothing.")
		}
		last = people[1].Mention(known)
		shows(t, "the answer elsewhere", last, "It originates nothing.")
	})
	l := another(t, path)
	for _, server := range []string{"News", "Elsewhere"} {
		changed(t, l, d.Guild(server).ID(), "engine/originates", "No. It invents nothing.")
	}
	moderateOn(t, d, path)
	until(t, "the correction", func() bool { return strings.Contains(last.Text(), "It invents nothing.") })
	if n := len(d.Requests("PATCH /channels/*/messages/*")); n > 2 {
		t.Errorf("it was corrected after %d of the other server", n-1)
	}
}
