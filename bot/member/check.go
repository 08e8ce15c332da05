package member

import (
	"context"
	"strings"

	"verbatim/bot/attachment"
	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb/document"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

// checkQuotes answers "Check quotes", privately: each quotation of a message, of what it
// links to as far as Discord shows it, and of the article that is attached, with whether
// whoever is named there said it. A message without quotations is checked itself.
func (h *Handlers) checkQuotes(ctx context.Context, e *event.Event) reply.Reply {
	texts := []string{e.Target}
	if e.Linked != "" {
		texts = append(texts, e.Linked)
	}
	attached, refusal := h.attached(ctx, e)
	if attached != "" {
		texts = append(texts, attached)
	}
	all, err := h.claims(ctx, e, strings.Join(texts, "\n\n"))
	switch {
	case err != nil:
		return reply.Whisper(whyNot(e, err))
	case len(all) == 0 && refusal != "":
		return reply.Whisper(refusal)
	case len(all) == 0 && attached != "":
		return reply.Whisper(e.Say("verdict.no-quotations"))
	case len(all) == 0 && e.Target == "":
		return reply.Whisper(e.Say("verdict.no-text"))
	case len(all) == 0:
		all = h.judgeAll(ctx, e, []string{e.Target})
	}
	r := h.verdicts(e, all)
	r.Private = true
	return r
}

// claims are the quotations of a text, each once, with what was found out about the
// first of them. An error means that they cannot be checked just now.
func (h *Handlers) claims(ctx context.Context, e *event.Event, text string) (all []judged, err error) {
	known, seen := map[string]judged{}, map[string]bool{}
	claims, err := verify.Claims(ctx, text, func(quotation string) (verify.Quoted, error) {
		j, again := known[quotation]
		switch {
		case again:
		case len(known) == quotationsMost:
			return verify.Quoted{}, quote.ErrTooLong // it is not shown
		default:
			j.found, j.err = h.judge(ctx, e, quotation)
			known[quotation] = j
		}
		return j.found, j.err
	})
	if err != nil {
		return nil, err
	}
	for _, c := range claims {
		if seen[c.Text] {
			continue
		}
		seen[c.Text] = true
		j := judged{text: c.Text, found: c.Found, err: c.Err}
		if c.Attribution == verify.Wrong {
			j.wrong = c.SaidBy
		}
		all = append(all, j)
	}
	return all, nil
}

// wrongly says that a text has a quotation from somebody else than who said it.
func (j judged) wrongly(e *event.Event) []reply.Block {
	if j.wrong == "" || j.err != nil {
		return nil
	}
	says := func(of func(string) string) string {
		return e.Say("verdict.wrong-speaker", "Named", of(j.wrong), "Speaker", of(reply.Sayer(e.Language, j.found)))
	}
	return []reply.Block{{Shown: "❗ " + says(reply.OneLine), Words: says(func(s string) string { return s })}}
}

// attached is the text of the first file of a message that can be read, or the sentence
// that says why there is none; both are empty if nothing is attached.
func (h *Handlers) attached(ctx context.Context, e *event.Event) (text, refusal string) {
	if h.Files == nil || len(e.Carried) == 0 {
		return "", ""
	}
	done, ok := h.Files.Turn(e.User, e.Guild)
	if !ok {
		return "", e.Say("knowledge.another-file")
	}
	defer done()
	for _, a := range e.Carried {
		if a == nil {
			continue
		}
		content, err := h.Files.Get(ctx, a, document.Heaviest)
		if err == nil {
			var d document.Document
			if d, err = document.Read(ctx, a.Filename, content); err == nil {
				return d.Text, ""
			}
			refusal = e.Say("verdict.not-read", "Why", reply.Plain(err.Error()))
			continue
		}
		var expected bool
		if refusal, expected = attachment.Refusal(e.Language, err, document.Heaviest); !expected {
			h.Log.Warn("an attachment could not be read", "id", e.ID, "error", err)
		}
	}
	return "", refusal
}
