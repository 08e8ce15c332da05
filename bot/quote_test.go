package bot_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"verbatim/bot/discordtest"
	"verbatim/kb"
	"verbatim/kb/verify"
)

func TestAQuotationIsCheckedByTheTextsThatCountThere(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	eve := d.Guild("Elsewhere").Member("eve")
	k := opened(t, d)
	own := k.of[d.Guild("News").ID()][0]
	own.Sources[0].Text = "The larder holds eleven jars of quince."
	s := stand(t, d, k)
	const words = "The larder holds eleven jars of quince."
	found := ann.Slash("quote", "text", words)
	shows(t, "a server's own text", found, "Word for word")
	lacks(t, "another server's text", eve.Slash("quote", "text", words), "Memo")
	lacks(t, "the list of what was searched elsewhere", eve.Slash("quote", "text", words), own.Title)
	elsewhere := eve.Slash("quote", "text", "Its province is to assist us.")
	for _, id := range found.CustomIDs() {
		shows(t, "a button of another server", elsewhere.Forge(id), "cannot be shown here")
	}
	own.Sources[0].Text = "Gone."
	shows(t, "Context of words that are not there any more", found.Press("Context"), "not here any more")
	if strings.Contains(s.log.String(), "larder") {
		t.Error("a quotation is in the log")
	}
}

func TestALongQuotationIsNeverCut(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	k := opened(t, d)
	var sentences []string
	for _, name := range strings.Fields("ash beech cedar elm fir hazel larch maple oak pine rowan spruce willow yew") {
		sentences = append(sentences, "The "+name+" stands in the *north* of the valley, and its keepers water it each day of the dry season.")
	}
	text := strings.Join(sentences, " ")
	k.of[""][0].Sources[0].Text = text
	stand(t, d, k)
	r := ann.Slash("quote", "text", text)
	shows(t, "a long quotation", r, "Word for word")
	shows(t, "all of it", r, strings.ReplaceAll(text, "*", `\*`))
	altered := ann.Slash("quote", "text", strings.Replace(text, "each day", "no day", 1))
	shows(t, "a long quotation with one word changed", altered, "for “each” it has “no”")
	shows(t, "its true words", altered, strings.ReplaceAll(text, "*", `\*`))
	shows(t, "all that is in a message", ann.Direct("“"+text+"”"), "Word for word")
}

func TestAnAskersTextIsHarmlessInAVerdict(t *testing.T) {
	d := discordtest.Start(t)
	ann, bob := d.Guild("News").Member("ann"), d.Guild("News").Member("bob")
	stand(t, d, opened(t, d))
	r := ann.Slash("quote", "text", "It is desirable to guard against @everyone \u202eexaggerated ideas")
	shows(t, "the difference", r, `**\@everyone**`)
	lacks(t, "the difference", r, "\u202e")
	ann.Says("“Its province is to assist us.” “zebras \u202egraze @here tonight”")
	r = bob.Apps(bob.Last(), "Check quotes")
	shows(t, "what was not found", r, `> zebras graze \@here tonight`)
	if !r.Private() {
		t.Error("everybody sees what somebody has checked")
	}
}

func TestOfManyQuotationsTheFirstTenAreChecked(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	stand(t, d, opened(t, d))
	said := ""
	for _, n := range strings.Fields("one two three four five six seven eight nine ten eleven twelve") {
		said += "“zebras graze at " + n + "” and "
	}
	ann.Says(said)
	r := ann.Apps(ann.Last(), "Check quotes")
	shows(t, "the tenth", r, "**10** · ")
	lacks(t, "the eleventh", r, "**11** · ")
	shows(t, "how many are left", r, "There are 2 more")
	shows(t, "a message without text", ann.Interact(2, map[string]any{
		"id": "1", "name": "Check quotes", "type": 3, "target_id": "5",
	}), "no text in that message")
}

func TestAPassageHasItsTellingSentenceInBold(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	stand(t, d, passages{opened(t, d)})
	r := ann.Slash("ask", "question", "What can it perform?")
	shows(t, "the sentence that the question is about", r, "**It can do whatever we know how to order it to perform.**")
	shows(t, "its number", r, "paragraph 2")
	shows(t, "Context", r.Press("Context"), "> Its province is to assist us.")
}

// passages answers everything with one paragraph.
type passages struct{ *shelf }

func (p passages) Ask(_ context.Context, q kb.Question) kb.Answer {
	a, _ := p.Fact("engine-notes-1843/taylor-1843#2", q.Server)
	a.Question = q.Text
	return a
}

func TestARepeatedQuotationCountsOnce(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	stand(t, d, opened(t, d))
	ann.Says(strings.Repeat("They say “zebras graze at one” again. ", 12) + "And “Its province is to assist us.”")
	r := ann.Apps(ann.Last(), "Check quotes")
	shows(t, "the second quotation", r, "**2** · ✅")
}

// unread has texts that cannot be read any more when others are asked for.
type unread struct{ *shelf }

func (k unread) Quote(ctx context.Context, q kb.Question) (verify.Quoted, error) {
	if strings.Contains(q.Text, "others") {
		return verify.Quoted{}, errors.New("the database is gone")
	}
	return k.shelf.Quote(ctx, q)
}

func TestWhatCannotBeCheckedIsNotShownAsAQuotation(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	stand(t, d, unread{opened(t, d)})
	ann.Says("A long article about “zebras that graze at noon” and “others that do not graze”.")
	r := ann.Apps(ann.Last(), "Check quotes")
	shows(t, "texts that cannot be read", r, "could not be checked just now")
	lacks(t, "texts that cannot be read", r, "article")
}
