package main

import (
	"context"
	"fmt"
	"io"

	"verbatim/kb"
	"verbatim/kb/quote"
)

type recheckCommand struct {
	Server string `placeholder:"ID" help:"The Discord server whose own facts are checked too."`
}

// Help shows an example under the command's usage.
func (recheckCommand) Help() string {
	return `Every quote is looked up again in the text of its source, where the text is held. The exit
code is 1 when one does not stand there any more. (check --texts does so for files.)

Example: verbatim recheck`
}

// Run lists the quotes that do not stand in their texts.
func (c recheckCommand) Run(ctx context.Context, p *program) error {
	l, err := p.library(ctx)
	if err != nil {
		return err
	}
	r := l.Recheck(c.Server)
	if _, err := io.WriteString(p.out, p.screen.recheck(r)); err != nil {
		return fmt.Errorf("print what was found: %w", err)
	}
	if n := len(r.Fallen); n > 0 {
		return fmt.Errorf("%s in the text of the source; correct the quote, or load the text that it is from",
			count(n, "quote does not stand", "quotes do not stand"))
	}
	return nil
}

// recheck lays out what became of the quotes: the fallen ones first.
func (s screen) recheck(r kb.Recheck) string {
	p := &page{screen: s}
	for _, f := range r.Fallen {
		p.put("", bold, f.Statement+"/"+f.Fact+" cites "+f.Citation.Source+" with words that do not stand there:")
		p.put("┃ ", plain, "“"+f.Citation.Quote+"”")
		if f.Nearest.Verdict == quote.NotFound {
			p.put("", plain, "Nothing in the text is close to them.")
		} else {
			p.put("", plain, "The text has, in paragraph "+fmt.Sprint(f.Nearest.Paragraph)+" ([-of the text-] {+of the quote+}):")
			p.put("┃ ", plain, quote.Marked(f.Nearest.Diff))
			p.put("", plain, f.Nearest.Why)
		}
		p.gap()
	}
	p.put("", plain, fmt.Sprintf("%s in the texts held; %d of texts that are not held: %d with a recorded place, %d not checked.",
		count(r.Standing, "quote stands", "quotes stand"), r.Recorded+r.Unproven, r.Recorded, r.Unproven))
	return p.String()
}
