package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"verbatim/cmd/verbatim/screen"
	"verbatim/kb/curate"
	"verbatim/kb/inbox"
	"verbatim/kb/library"
)

type inboxCommand struct {
	Server  string `placeholder:"ID" help:"The Discord server; without it, all that have one."`
	Dismiss string `placeholder:"ID" xor:"what" help:"Delete this question for good, and whoever wanted to be told; it does not come back."`
	Link    string `placeholder:"ID" xor:"what" help:"Let a fact answer this question, in its words too."`
	To      string `placeholder:"STATEMENT/FACT" complete:"fact" help:"The fact that --link is about."`
}

// Help shows an example under the command's usage.
func (inboxCommand) Help() string {
	return `Questions that could not be answered, without names, the same in other words together, the
most asked first. Moderators answer them on Discord, with /inbox.

Example: verbatim inbox --server 123456789012345678`
}

// Run lists what waits, or dismisses one question with its other wordings.
func (c inboxCommand) Run(ctx context.Context, p *program) error {
	l, err := p.library(ctx)
	if err != nil {
		return err
	}
	servers := append([]string{""}, l.Servers()...)
	if c.Server != "" {
		servers = []string{c.Server}
	}
	if c.Dismiss+c.Link != "" {
		return c.settle(ctx, p, l, servers)
	}
	groups := map[string][]inbox.Group{}
	for _, server := range servers {
		groups[server] = inbox.New(l).Groups(server)
	}
	if _, err := io.WriteString(p.out, p.screen.Inbox(servers, groups)); err != nil {
		return fmt.Errorf("print the inbox: %w", err)
	}
	return nil
}

// Validate wants the two halves of a link.
func (c inboxCommand) Validate() error {
	if (c.Link == "") != (c.To == "") {
		return errors.New("--link needs the question, and --to the fact that answers it")
	}
	return nil
}

// settle dismisses or links a question with its other wordings.
func (c inboxCommand) settle(ctx context.Context, p *program, l *library.Library, servers []string) error {
	wanted := cmp.Or(c.Dismiss, c.Link)
	for _, server := range servers {
		for _, g := range inbox.New(l).Groups(server) {
			var ids []string
			for _, w := range g.Questions {
				ids = append(ids, w.ID)
			}
			if !slices.Contains(ids, wanted) {
				continue
			}
			editor, done := library.Editor{Author: byCommandLine, Server: server}, "Dismissed"
			var err error
			if c.Link != "" {
				done = "Linked"
				_, err = curate.New(l).Link(ctx, editor, ids, c.To)
			} else {
				err = inbox.New(l).Dismiss(ctx, editor, ids)
			}
			if err != nil {
				return fmt.Errorf("settle %s: %w", wanted, err)
			}
			_, err = fmt.Fprintf(p.out, "%s: %s.\n", done, screen.Count(len(ids), "question", "questions"))
			return err
		}
	}
	return fmt.Errorf("no question with the id %s waits; look at the ids with inbox", wanted)
}
