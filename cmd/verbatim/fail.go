package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/alecthomas/kong"

	"verbatim/cmd/verbatim/screen"
	"verbatim/kb/file"
	"verbatim/kb/store"
)

// fail says in one line on standard error what went wrong and what to do, and
// returns the exit code. What else is known of it goes to the log. Problems of
// knowledge files are listed before, each with its file and line.
func (p *program) fail(err error) int {
	var stored *store.Error
	var problems file.Problems
	sentence := err.Error()
	switch {
	case errors.Is(err, context.Canceled):
		sentence = "stopped before it was done; start it again to finish"
	case errors.As(err, &stored):
		sentence = stored.Sentence
	case errors.As(err, &problems):
		for _, problem := range problems {
			_, _ = fmt.Fprintln(p.err, screen.Harmless(problem.String()))
		}
		sentence = "nothing was done: correct the mistake above and try again"
		if n := len(problems.Errors()); n > 1 {
			sentence = fmt.Sprintf("nothing was done: correct the %d mistakes above and try again", n)
		}
	}
	if p.log != nil {
		p.log.Debug("the command failed", slog.Any("cause", err))
	}
	_, _ = fmt.Fprintln(p.err, "verbatim:", screen.Harmless(screen.OneLine(sentence)))
	return exitFailed
}

// misused says what is wrong with the command line.
func (p *program) misused(err error) int {
	see := "verbatim"
	var parsed *kong.ParseError
	if errors.As(err, &parsed) && parsed.Context.Selected() != nil {
		see += " " + parsed.Context.Selected().Name
	}
	_, _ = fmt.Fprintf(p.err, "verbatim: %s; see %s --help\n", screen.Harmless(screen.OneLine(err.Error())), see)
	return exitUsage
}
