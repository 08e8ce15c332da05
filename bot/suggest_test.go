package bot_test

import (
	"slices"
	"testing"
	"time"

	"verbatim/bot/discordtest"
)

func TestTheMostAskedAreSuggestedFirst(t *testing.T) {
	d := discordtest.Start(t)
	news, away := d.Guild("News").Member("bob"), d.Guild("Elsewhere").Member("eve")
	m := moderate(t, d)
	const music = "Could the engine compose music?"
	typed := func(p *discordtest.Person, options ...any) []string {
		return p.Type("ask", append(options, "question", "")...).Suggestions()
	}
	if got := typed(news); !slices.Equal(got, []string{known, music}) {
		t.Fatalf("before anything is asked, %q are suggested", got)
	}
	for range 2 {
		shows(t, "a question", news.Slash("ask", "question", music), "It might.")
	}
	news.Slash("ask", "question", known).Text()
	m.clock.forward(11 * time.Minute)
	if got := typed(news); !slices.Equal(got, []string{music, known}) {
		t.Errorf("after it was asked twice, %q are suggested", got)
	}
	if got := typed(news, "statement", "another"); len(got) != 0 {
		t.Errorf("of another statement, %q are suggested", got)
	}
	if got := typed(away); !slices.Equal(got, []string{known, music}) {
		t.Errorf("in another server, %q are suggested", got)
	}
}
