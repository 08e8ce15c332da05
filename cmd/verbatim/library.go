package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"strconv"

	"verbatim/data"
	"verbatim/kb"
	"verbatim/kb/library"
	"verbatim/kb/quota"
	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

// usualDatabase is where the database is unless --db says otherwise.
const usualDatabase = "verbatim.db"

// store opens the database, and makes it when there is none. It is closed when
// the command is done.
func (p *program) store(ctx context.Context) (*store.Opened, error) {
	path := p.DB
	if path == "" {
		path = usualDatabase
	}
	s, err := database.Open(ctx, path, store.Options{})
	if err != nil {
		return nil, fmt.Errorf("open the database %s: %w", database.Named(path), err)
	}
	p.after = append(p.after, s.Close)
	if s.ReadOnly != nil {
		p.log.Info("the database can be read only", slog.Any("why", s.ReadOnly))
	}
	return s, nil
}

// library opens the database with the statements that come with the program,
// unless they are to be left out.
func (p *program) library(ctx context.Context) (*library.Library, error) {
	s, err := p.store(ctx)
	if err != nil {
		return nil, err
	}
	return p.libraryIn(ctx, s, p.Shipped != "off")
}

func (p *program) libraryIn(ctx context.Context, s *store.Opened, withShipped bool) (*library.Library, error) {
	quotas, err := quotas()
	if err != nil {
		return nil, err
	}
	o := library.Options{Log: p.log, Quotas: quotas, Without: p.Shipped == "off"}
	if withShipped {
		files, err := library.Files(data.Statements)
		if err != nil {
			return nil, err
		}
		o.Shipped, o.Known, o.Learned = files, data.Vectors, data.Learned
	}
	l, err := library.Open(ctx, s, o)
	if err != nil {
		return nil, fmt.Errorf("open the library: %w", err)
	}
	return l, nil
}

// An asker answers questions; the library does.
type asker interface {
	Ask(ctx context.Context, q kb.Question) kb.Answer
}

// taught opens the library at its full quality.
func (p *program) taught(ctx context.Context) (*library.Library, error) {
	l, err := p.library(ctx)
	if err != nil {
		return nil, err
	}
	return l, p.learn(ctx, l)
}

// learn brings a library to its full quality. What could not be learned makes
// the answers worse, but there are answers.
func (p *program) learn(ctx context.Context, l *library.Library) error {
	err := l.Learn(ctx)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		p.log.Warn("answers are less sure than they could be, for learning failed", slog.Any("cause", err))
	}
	return nil
}

// quotas are those of the environment; what it does not say is zero.
func quotas() (q quota.Quotas, err error) {
	for name, number := range map[string]*int{
		"BYTES": &q.Bytes, "PARAGRAPHS": &q.Paragraphs, "FACTS": &q.Facts,
		"PHRASINGS": &q.Phrasings, "ALIASES": &q.Aliases, "CITATIONS": &q.Citations,
	} {
		name = "VERBATIM_QUOTA_" + name
		said := os.Getenv(name)
		if said == "" {
			continue
		}
		if *number, err = strconv.Atoi(said); err != nil || *number < 1 {
			return q, fmt.Errorf("%s must be a whole number from 1 on, not %q", name, said)
		}
	}
	return q, nil
}
