package bot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

const (
	noWords     = "There are no words to check in that. Give the words of the quotation."
	tooMuchText = "That is too long, or too repetitive, to check at once. Give a shorter quotation."
	notChecked  = "That could not be checked just now. Please try again in a moment."
	noText      = "There is no text in that message that I could check."
)

// quotationsMost is how many quotations of one message are checked.
const quotationsMost = 10

// quote answers /quote.
func (b *Bot) quote(ctx context.Context, e *Event) Reply {
	found, err := b.judge(ctx, e, e.Options[optionText])
	if err != nil {
		return whisper(whyNot(err))
	}
	r := Reply{Blocks: verdictCard(found), Buttons: b.lookAtWords(e, found)}
	r.Private = b.private(e) || found.Verdict == quote.NotFound
	return r
}

// judge checks one quotation.
func (b *Bot) judge(ctx context.Context, e *Event, text string) (verify.Quoted, error) {
	start := time.Now()
	found, err := b.Knowledge.Quote(ctx, kb.Question{Text: text, Server: e.Server})
	outcome := "quote-" + string(found.Verdict)
	if err != nil {
		outcome = "quote-unchecked"
	}
	b.Watch.Asked(outcome, time.Since(start))
	return found, err
}

// whyNot says why there is no verdict.
func whyNot(err error) string {
	switch {
	case errors.Is(err, quote.ErrNoWords):
		return noWords
	case errors.Is(err, quote.ErrTooLong):
		return tooMuchText
	}
	return notChecked
}

// checkQuotes answers "Check quotes": each quotation of a message, or all of it
// when there is none, privately.
func (b *Bot) checkQuotes(ctx context.Context, e *Event) Reply {
	if e.Target == "" {
		return whisper(noText)
	}
	texts := outermost(e.Target)
	if len(texts) == 0 {
		texts = []string{e.Target}
	}
	r := b.verdicts(e, b.judgeAll(ctx, e, texts))
	r.Private = true
	return r
}

// A judged is a quotation with what was found out about it, or why nothing was.
type judged struct {
	text  string
	found verify.Quoted
	err   error
}

func (b *Bot) judgeAll(ctx context.Context, e *Event, texts []string) []judged {
	var all []judged
	for i, text := range texts {
		j := judged{text: text, err: errTooMany}
		if i < quotationsMost {
			j.found, j.err = b.judge(ctx, e, text)
		}
		all = append(all, j)
	}
	return all
}

// errTooMany is of quotations that were not looked at.
var errTooMany = errors.New("too many at once")

// verdicts is the reply about some quotations: one with its buttons, several by
// their numbers.
func (b *Bot) verdicts(e *Event, all []judged) Reply {
	if len(all) == 1 && all[0].err != nil {
		return say(whyNot(all[0].err))
	}
	if len(all) == 1 {
		return Reply{Blocks: verdictCard(all[0].found), Buttons: b.lookAtWords(e, all[0].found)}
	}
	var r Reply
	var searched []verify.Searched
	for i, j := range all[:min(len(all), quotationsMost)] {
		if j.err != nil {
			r.Blocks = append(r.Blocks, numberedBlock(i+1, ours(whyNot(j.err))), Block{block(harmless(j.text)), j.text})
			continue
		}
		r.Blocks = append(r.Blocks, oneOfSeveral(i+1, j.text, j.found)...)
		if j.found.Verdict == quote.NotFound {
			searched = j.found.Searched
		}
	}
	if searched != nil {
		r.Blocks = append(r.Blocks, searchedBlock(searched))
	}
	if more := len(all) - quotationsMost; more > 0 {
		r.Blocks = append(r.Blocks, ours(fmt.Sprintf("The first %d quotations are checked. There are %d more: check them with /quote.", quotationsMost, more)))
	}
	return r
}

// outermost are the quotations of a message that stand in no other, each once.
func outermost(message string) []string {
	var texts []string
	seen := map[string]bool{}
	for _, s := range quote.Quotations(message) {
		if s.Depth == 1 && !seen[s.Text] {
			seen[s.Text] = true
			texts = append(texts, s.Text)
		}
	}
	return texts
}

// lookAtWords are the buttons of a verdict: what stands around the true words,
// and how to cite them.
func (b *Bot) lookAtWords(e *Event, found verify.Quoted) []discordgo.Button {
	var about []byte
	switch {
	case found.Verdict == quote.NotFound:
		return nil
	case found.Whole:
		paragraph := fmt.Sprintf("%s/%s#%d", found.Statement.ID, found.Source, found.Paragraph)
		about = aboutWords(paragraph, span{found.Start, found.End})
	case found.Fact != "":
		about = short(found.Fact)
	default:
		return nil
	}
	return []discordgo.Button{
		b.button(e, "Context", "📖", id{action: actionContext, about: about}),
		b.button(e, "Cite", "📑", id{action: actionCite, about: about}),
	}
}

// quoteCommand is /quote as Discord is told of it.
func quoteCommand() *discordgo.ApplicationCommand {
	most := 2000
	least := 1
	return &discordgo.ApplicationCommand{
		Name: commandQuote, Description: quoteText.en, DescriptionLocalizations: quoteText.others(),
		Options: []*discordgo.ApplicationCommandOption{
			{
				Type: discordgo.ApplicationCommandOptionString, Name: optionText, Required: true,
				MinLength: &least, MaxLength: most,
				Description: quotationText.en, DescriptionLocalizations: *quotationText.others(),
			},
			{
				Type: discordgo.ApplicationCommandOptionBoolean, Name: optionPrivate,
				Description: privateText.en, DescriptionLocalizations: *privateText.others(),
			},
		},
	}
}
