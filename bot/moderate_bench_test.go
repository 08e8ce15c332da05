package bot_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/discordtest"
	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/curate"
)

// many are a statement with so many facts.
func many(facts int) *kb.Statement {
	s := &kb.Statement{
		ID: "many", Title: "Many things", Date: "2026-01-01", Place: "Home", Parties: []string{"News"},
		Sources: []kb.Source{{ID: "memo", Title: "Memo", Publisher: "News", Language: "en", Kind: kb.KindStatement, Text: "All of it stands here."}},
	}
	nouns := []string{"bridge", "harbour", "railway", "treaty", "border", "market", "school", "river", "station", "council"}
	for i := range facts {
		s.Facts = append(s.Facts, kb.Fact{
			ID: fmt.Sprint("f-", i), Party: "News", Answer: fmt.Sprint("In the year ", i, "."),
			Question:  fmt.Sprintf("When does the %s of district %d reopen for the %s?", nouns[i%10], i, nouns[i/10%10]),
			Citations: []kb.Citation{{Source: "memo", Quote: "stands here"}},
		})
	}
	return s
}

// BenchmarkFormToSaved is the time from a form that is sent to "Saved" on the
// wire, with 20,000 facts held.
func BenchmarkFormToSaved(b *testing.B) {
	d := discordtest.Start(b)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	m := moderate(b, d)
	if _, err := m.library.Load(context.Background(), "b", "", []*kb.Statement{many(20_000)}); err != nil {
		b.Fatal(err)
	}
	var took []time.Duration
	for i := range max(b.N, 1) {
		r := mia.Slash("fact add", "source", "many/memo").Form().Fill("Question", fmt.Sprintf("Who keeps lighthouse number %d at the cape?", i),
			"Answer", "Somebody.", "Quote", "stands here", "Said by", "News")
		shows(b, "saved", r, "Saved.")
		took = append(took, r.Took())
		question := fmt.Sprintf("Who keeps lighthouse number %d at the cape?", i)
		if i%50 == 0 {
			shows(b, "the next question", mia.Slash("ask", "question", question), "Somebody.")
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportMetric(0, "ns/op")
}

// importing imports so many facts while questions are asked, and gives how long
// it took and the slowest answer meanwhile.
func importing(t testing.TB, facts int) (took, slowest time.Duration) {
	t.Helper()
	d := discordtest.Start(t, discordtest.Patience(20*time.Second))
	mia, bob := d.Guild("News").Member("mia", discordtest.ManageServer), d.Guild("News").Member("bob")
	m := moderate(t, d, func(c *bot.Config) { c.Limits = bot.Limits{User: 1e6, UserBurst: 1e6} })
	asking := mia.Slash("kb import", "file", bridgeFile(facts))
	shows(t, "what would change", asking, catalog.English.Number(facts+2)+" new")
	last := fmt.Sprint("bridge/f-", facts-1)
	began := time.Now()
	r := asking.Press("Import")
	for {
		answer := bob.Slash("ask", "question", known)
		shows(t, "a question meanwhile", answer, "It originates nothing.")
		slowest = max(slowest, answer.Took())
		if f, err := curate.New(m.library).FactAt(context.Background(), d.Guild("News").ID(), last); err == nil && f.Own {
			break
		}
		if time.Since(began) > time.Minute {
			t.Fatal("the import does not end")
		}
	}
	took = time.Since(began)
	until(t, "the end of the import", func() bool { return strings.Contains(r.Text(), "Loaded") })
	return took, slowest
}

func TestQuestionsAreAnsweredDuringAnImport(t *testing.T) {
	if took, slowest := importing(t, 1000); took > 10*time.Second || slowest > 1500*time.Millisecond {
		t.Errorf("1,000 facts took %v, and an answer meanwhile %v", took, slowest)
	}
}

// BenchmarkImport is the time that an import of 5,000 facts takes, and the
// slowest answer meanwhile.
func BenchmarkImport(b *testing.B) {
	for range b.N {
		took, slowest := importing(b, 5000)
		b.ReportMetric(took.Seconds(), "s")
		b.ReportMetric(float64(slowest.Milliseconds()), "slowest-answer-ms")
	}
	b.ReportMetric(0, "ns/op")
}
