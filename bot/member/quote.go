package member

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/quote"
	"verbatim/kb/quote/marks"
	"verbatim/kb/verify"
)

// quotationsMost is how many quotations of one message are checked.
const quotationsMost = 10

// quote answers /quote.
func (h *Handlers) quote(ctx context.Context, e *event.Event) reply.Reply {
	found, err := h.judge(ctx, e, e.Options[command.OptionText])
	if err != nil {
		return reply.Whisper(whyNot(e, err))
	}
	r := reply.Reply{Blocks: reply.Verdict(e.Language, found), Buttons: h.lookAtWords(e, found)}
	r.Private = h.private(e) || found.Verdict == quote.NotFound
	return r
}

// judge checks one quotation.
func (h *Handlers) judge(ctx context.Context, e *event.Event, text string) (verify.Quoted, error) {
	start := time.Now()
	found, err := h.Knowledge.Quote(ctx, kb.Question{Text: text, Server: e.Server})
	outcome := "quote-" + string(found.Verdict)
	if err != nil {
		outcome = "quote-unchecked"
	}
	h.Asked(outcome, time.Since(start))
	return found, err
}

// whyNot says why there is no verdict.
func whyNot(e *event.Event, err error) string {
	switch {
	case errors.Is(err, quote.ErrNoWords):
		return e.Say("verdict.no-words")
	case errors.Is(err, quote.ErrTooLong):
		return e.Say("verdict.too-much")
	}
	return e.Say("verdict.not-now")
}

// checkQuotes answers "Check quotes": each quotation of a message, or all of it
// when there is none, privately.
func (h *Handlers) checkQuotes(ctx context.Context, e *event.Event) reply.Reply {
	if e.Target == "" {
		return reply.Whisper(e.Say("verdict.no-text"))
	}
	texts := outermost(e.Target)
	if len(texts) == 0 {
		texts = []string{e.Target}
	}
	r := h.verdicts(e, h.judgeAll(ctx, e, texts))
	r.Private = true
	return r
}

// A judged is a quotation with what was found out about it, or why nothing was.
type judged struct {
	text  string
	found verify.Quoted
	err   error
}

func (h *Handlers) judgeAll(ctx context.Context, e *event.Event, texts []string) []judged {
	var all []judged
	for i, text := range texts {
		j := judged{text: text, err: errTooMany}
		if i < quotationsMost {
			j.found, j.err = h.judge(ctx, e, text)
		}
		all = append(all, j)
	}
	return all
}

// errTooMany is of quotations that were not looked at.
var errTooMany = errors.New("too many at once")

// verdicts is the reply about some quotations: one with its buttons, several by
// their numbers.
func (h *Handlers) verdicts(e *event.Event, all []judged) reply.Reply {
	if len(all) == 1 && all[0].err != nil {
		return reply.Say(whyNot(e, all[0].err))
	}
	if len(all) == 1 {
		return reply.Reply{Blocks: reply.Verdict(e.Language, all[0].found), Buttons: h.lookAtWords(e, all[0].found)}
	}
	var r reply.Reply
	var searched []verify.Searched
	for i, j := range all[:min(len(all), quotationsMost)] {
		if j.err != nil {
			r.Add(reply.Numbered(i+1, reply.Ours(whyNot(e, j.err))), reply.Block{Shown: reply.QuoteBlock(reply.Harmless(j.text)), Words: j.text})
			continue
		}
		r.Add(reply.NumberedVerdict(e.Language, i+1, j.text, j.found)...)
		if j.found.Verdict == quote.NotFound {
			searched = j.found.Searched
		}
	}
	if searched != nil {
		r.Add(reply.Searched(e.Language, searched))
	}
	if more := len(all) - quotationsMost; more > 0 {
		r.Add(reply.Ours(e.Say("verdict.only-first", "Checked", quotationsMost, "Left", more)))
	}
	return r
}

// outermost are the quotations of a message that stand in no other, each once.
func outermost(message string) []string {
	var texts []string
	seen := map[string]bool{}
	for _, s := range marks.Quotations(message) {
		if s.Depth == 1 && !seen[s.Text] {
			seen[s.Text] = true
			texts = append(texts, s.Text)
		}
	}
	return texts
}

// lookAtWords are the buttons of a verdict: what stands around the true words,
// and how to cite them.
func (h *Handlers) lookAtWords(e *event.Event, found verify.Quoted) []discordgo.Button {
	var about []byte
	switch {
	case found.Verdict == quote.NotFound:
		return nil
	case found.Whole:
		paragraph := fmt.Sprintf("%s/%s#%d", found.Statement.ID, found.Source, found.Paragraph)
		about = aboutWords(paragraph, reply.Span{Start: found.Start, End: found.End})
	case found.Fact != "":
		about = event.Short(found.Fact)
	default:
		return nil
	}
	return h.Signer.LookCloser(e.Language, e.Server, about)
}
