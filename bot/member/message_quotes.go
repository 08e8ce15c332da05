package member

import (
	"context"
	"slices"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/quote"
	"verbatim/kb/quote/marks"
	kbtext "verbatim/kb/text"
)

// worthLeast is how many words a quotation in a message has that is checked: of
// fewer, the marks only name a thing.
const worthLeast = 3

// worthChecking are the quotations in a message that are checked, and the words
// around them.
func worthChecking(message string) (texts []string, rest string) {
	at := 0
	for _, s := range marks.Quotations(message) {
		if s.Depth > 1 || len(kbtext.Words(s.Text)) < worthLeast {
			continue
		}
		if !slices.Contains(texts, s.Text) {
			texts = append(texts, s.Text)
		}
		rest += message[at:max(at, s.Start)] + " "
		at = s.End
	}
	return texts, rest + message[at:]
}

// talkOfWords answers a message with quotations: how they stand, and what is
// asked beside that, if it can be answered and is not what the quotation says.
func (h *Handlers) talkOfWords(ctx context.Context, e *event.Event, texts []string, rest string) reply.Reply {
	all := h.judgeAll(ctx, e, texts)
	r := h.verdicts(e, all)
	fact := factOf(all)
	if a, ok := h.Finder.Option(e.Server, fact); ok {
		h.remember(ctx, e, kb.Question{Text: a.Question, Server: e.Server}, a)
	}
	if len(kbtext.Words(rest)) == 0 {
		return r
	}
	q, a := h.answerTo(ctx, kb.Question{Text: e.Text, Server: e.Server, Language: string(e.Language)})
	answer := h.answered(e, q, a, false)
	switch found := slices.ContainsFunc(all, isFound); {
	case a.Answered && a.ID != fact:
		h.remember(ctx, e, q, a)
		r.Add(answer.Blocks...)
		r.Buttons = answer.Buttons
	case !a.Answered && !found:
		h.miss(ctx, e, q, a)
		r.Menus, r.Buttons = answer.Menus, answer.Buttons
	}
	return r
}

func isFound(j judged) bool { return j.err == nil && j.found.Verdict != quote.NotFound }

// factOf is the fact that the first quotation found is cited by, or "".
func factOf(all []judged) string {
	for _, j := range all {
		if isFound(j) {
			return j.found.Fact
		}
	}
	return ""
}
