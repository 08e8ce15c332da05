package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"verbatim/kb"
)

type inboxCommand struct {
	Server  string `placeholder:"ID" help:"The Discord server; without it, all that have one."`
	Dismiss string `placeholder:"ID" xor:"what" help:"Delete this question for good, and whoever wanted to be told; it does not come back."`
	Link    string `placeholder:"ID" xor:"what" help:"Let a fact answer this question, in its words too."`
	To      string `placeholder:"STATEMENT/FACT" help:"The fact that --link is about."`
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
	out := &page{screen: p.screen}
	n := 0
	for _, server := range servers {
		n += out.inbox(server, l.Inbox(server))
	}
	if n == 0 {
		out.put("", plain, "Nothing waits.")
	}
	if _, err := io.WriteString(p.out, out.String()); err != nil {
		return fmt.Errorf("print the inbox: %w", err)
	}
	return nil
}

// inbox lays out what waits in a server.
func (p *page) inbox(server string, groups []kb.WaitingGroup) int {
	for i, g := range groups {
		if i == 0 {
			where := "Asked in no server"
			if server != "" {
				where = "Server " + server
			}
			p.put("", bold, where)
		}
		for j, w := range g.Questions {
			if j > 0 {
				p.put("    or: ", plain, w.Question)
				continue
			}
			p.put(fmt.Sprintf("%4d × ", g.Count), plain, w.Question)
			p.put("       ", plain, fmt.Sprintf("%s, last %s, %s to be told",
				w.ID, time.UnixMilli(g.Last).UTC().Format("2006-01-02 15:04 UTC"), count(g.Tell, "person", "people")))
		}
	}
	return len(groups)
}

// Validate wants the two halves of a link.
func (c inboxCommand) Validate() error {
	if (c.Link == "") != (c.To == "") {
		return errors.New("--link needs the question, and --to the fact that answers it")
	}
	return nil
}

// settle dismisses or links a question with its other wordings.
func (c inboxCommand) settle(ctx context.Context, p *program, l *kb.Library, servers []string) error {
	wanted := cmp.Or(c.Dismiss, c.Link)
	for _, server := range servers {
		for _, g := range l.Inbox(server) {
			var ids []string
			for _, w := range g.Questions {
				ids = append(ids, w.ID)
			}
			if !slices.Contains(ids, wanted) {
				continue
			}
			hand, done := kb.Hand{Author: byCommandLine, Server: server}, "Dismissed"
			var err error
			if c.Link != "" {
				done = "Linked"
				_, err = l.Link(ctx, hand, ids, c.To)
			} else {
				err = l.Dismiss(ctx, hand, ids)
			}
			if err != nil {
				return fmt.Errorf("settle %s: %w", wanted, err)
			}
			_, err = fmt.Fprintf(p.out, "%s: %s.\n", done, count(len(ids), "question", "questions"))
			return err
		}
	}
	return fmt.Errorf("no question with the id %s waits; look at the ids with inbox", wanted)
}
