package bot_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/bot/discordtest"
	"verbatim/kb"
)

func TestLongListsHavePages(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	k := &shelf{of: map[string][]*kb.Statement{}}
	for n := range 30 {
		k.of[""] = append(k.of[""], &kb.Statement{ID: fmt.Sprint("s-", n), Title: fmt.Sprint("Statement ", n), Date: "2026-01-01"})
	}
	long := k.of[""][0]
	for n := range 60 {
		topic := fmt.Sprint("topic ", n)
		long.Facts = append(long.Facts, kb.Fact{
			ID: strings.Repeat("x", 120) + fmt.Sprint(n), Question: fmt.Sprintf("Question %d %s?", n, strings.Repeat("why ", 40)),
			Answer: fmt.Sprint("Answer ", n), Topics: []string{topic},
		})
	}
	stand(t, d, k)
	r := ann.Slash("statements")
	if got := r.Options(); len(got) != 25 {
		t.Errorf("the first page has %d statements", len(got))
	}
	shows(t, "the second page", r.Press("More"), "page 2 of 2")
	shows(t, "the first page again", r.Press("Back"), "page 1 of 2")
	shows(t, "the topics", r.Choose("Statement 0"), "Topics, page 1 of 3")
	r.Press("More").Text()
	shows(t, "the last page of topics", r.Press("More"), "page 3 of 3")
	r.Press("Back").Text()
	shows(t, "topics before", r.Press("Back"), "page 1 of 3")
	all := r.Choose("All questions")
	shows(t, "the questions", all, "Questions, page 1 of 3")
	first := r.Options()[0]
	if !strings.HasPrefix(first, "Question 0 why") || !strings.HasSuffix(first, "…") {
		t.Errorf("the first question is shown as %q", first)
	}
	shows(t, "a fact whose id is longer than Discord takes", r.Choose(first), "Answer 0")
	names := ann.Type("ask", "question", "question 0").Suggestions()
	if !slices.Contains(names, first) {
		t.Errorf("the suggestions are %q", names)
	}
	shows(t, "the suggestion taken", ann.Type("ask", "question", "question 0").Take(1), "Answer 0")
}

func TestWhatHasNoVisibleNameHasOneAllTheSame(t *testing.T) {
	d := discordtest.Start(t) // which refuses a label that is empty
	ann := d.Guild("News").Member("ann")
	k := opened(t, d)
	facts := k.of[""][0].Facts
	for i := range facts {
		facts[i].Question = "\u200b"
	}
	stand(t, d, k)
	if got := ann.Type("ask", "question", "").Suggestions(); !slices.Contains(got, "…") {
		t.Errorf("the suggestions are %q", got)
	}
	r := ann.Slash("statements")
	r.Choose(r.Options()[len(r.Options())-1]).Text()
	if got := r.Choose("All questions").Options(); !slices.Equal(got, []string{"…", "…"}) {
		t.Errorf("the questions are %q", got)
	}
	shows(t, "the fact", r.Choose("…"), answer)
}

func TestListsOfModeratorsHavePages(t *testing.T) {
	d := discordtest.Start(t)
	mia, rose := d.Guild("News").Member("mia", discordtest.ManageServer), d.Guild("News").Member("rose", discordtest.ManageServer)
	moderate(t, d)
	const n = 40
	for i := range n {
		name := fmt.Sprintf("name %02d", i)
		shows(t, name, mia.Slash("alias add", "name", name, "other", strings.Repeat("x", 60)+fmt.Sprint(i)), "Saved")
	}
	r := mia.Slash("alias list")
	shows(t, "the first page", r, "name 00")
	shows(t, "the first page", r, "page 1 of 3")
	lacks(t, "the first page", r, "name 20")
	shows(t, "another's button", rose.Slash("alias list").Forge(r.CustomIDs()[0]), "belongs to somebody else")
	shows(t, "the second page", r.Press("More"), "name 20")
	last := r.Press("More")
	shows(t, "the last page", last, "name 39")
	if last.HasButton("More") {
		t.Error("there is more after the last page")
	}
	shows(t, "back", r.Press("Back"), "page 2 of 3")
}

// TestALongHistoryHasPages changes a fact more often than a screen shows: each page has
// its own changes, and its menu brings back what the fact was after one of them.
func TestALongHistoryHasPages(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d)
	const n = 14
	for i := range n {
		form := mia.Slash("fact edit", "fact", "engine/originates").Form()
		shows(t, "edited", form.Fill("Answer", fmt.Sprintf("No. It is engine %02d.", i)), "Saved.")
	}
	r := mia.Slash("fact history", "fact", "engine/originates")
	shows(t, "the newest first", r, "**13**")
	shows(t, "the first page", r, "page 1 of ")
	lacks(t, "the first page", r, "engine 00")
	first := r.Options()
	if len(first) == 0 || len(first) > n/2 {
		t.Fatalf("the first page offers %q", first)
	}
	last := r.Press("More")
	for last.HasButton("More") {
		last = r.Press("More")
	}
	shows(t, "the last page", last, "revision 1\n")
	lacks(t, "the last page", last, "**13**")
	shows(t, "the page before", r.Press("Back"), "**engine 00**")
	r.Press("More").Text()
	second := r.Options()
	if len(second) == 0 || second[0] == first[0] {
		t.Fatalf("the last page offers %q, and the first %q", second, first)
	}
	shows(t, "the first revision", r.Choose(second[len(second)-1]), "It originates nothing.")
	shows(t, "the next question", mia.Slash("ask", "question", known), "It originates nothing.")
}
