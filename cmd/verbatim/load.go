package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"verbatim/cmd/verbatim/files"
	"verbatim/cmd/verbatim/screen"
	"verbatim/kb"
	"verbatim/kb/library"
)

type loadCommand struct {
	Files  []string `arg:"" optional:"" name:"file" help:"The knowledge files, folders of them, and whole texts (.txt, .md, .html, .docx, .pdf); -: standard input."`
	Undo   string   `placeholder:"ID" complete:"statement" help:"Put the text back that a statement had before the last load of it, instead of loading a file."`
	Empty  bool     `help:"Take the statements that come with the program out, and keep the database without them."`
	Server string   `placeholder:"ID" help:"The Discord server that the knowledge counts in; without it, it counts everywhere."`
	files.TextOptions
}

// Help shows an example under the command's usage.
func (loadCommand) Help() string {
	return `All files are loaded or, when anything is wrong with one of them, none. Loading a statement
that is there replaces what an earlier load brought of it; what moderators wrote stays.

Example: verbatim load my-statement.yaml`
}

// Validate wants something to do.
func (c loadCommand) Validate() error {
	if c.Undo != "" && (len(c.Files) > 0 || c.Given() || c.Empty) {
		return errors.New("--undo goes alone, or with --server")
	}
	if len(c.Files) == 0 && !c.Empty && c.Undo == "" {
		return errors.New("name at least one knowledge file, or --empty for a database without any")
	}
	return c.Check(c.Files)
}

// byCommandLine is the author of what is loaded, as history names it.
const byCommandLine = "command line"

// Run loads the files and says what that changed.
func (c loadCommand) Run(ctx context.Context, p *program) error {
	statements, whole, err := c.Statements(ctx, p.in, c.Files)
	if err != nil {
		return err
	}
	c.Remark(p.err, whole)
	s, err := p.store(ctx)
	if err != nil {
		return err
	}
	if s.ReadOnly != nil {
		return s.ReadOnly
	}
	l, err := p.libraryIn(ctx, s, p.Shipped != "off" && !c.Empty)
	if err != nil {
		return err
	}
	if c.Empty {
		if err := l.LeaveOutShipped(ctx, byCommandLine); err != nil {
			return fmt.Errorf("leave out the statements that come with the program: %w", err)
		}
	}
	if c.Undo != "" {
		return c.undo(ctx, p, l)
	}
	if c.Statement != "" {
		if len(whole) != 1 {
			return errors.New("--statement is for a whole text, and this is a knowledge file")
		}
		return c.addTo(ctx, p, l, s, whole[0])
	}
	drafts := draftsLeftOut(statements)
	statements, texts, err := c.placed(ctx, l, statements, whole)
	if err != nil {
		return err
	}
	var loaded library.Loading
	if len(statements) > 0 {
		if loaded, err = l.Load(ctx, byCommandLine, c.Server, statements); err != nil {
			return fmt.Errorf("load the files: %w", err)
		}
	}
	if _, err := io.WriteString(p.out, c.report(loaded)+screen.Harmless(corrections(texts))+drafts); err != nil {
		return fmt.Errorf("print what was loaded: %w", err)
	}
	return nil // what asks next learns what is new, once for all that was loaded
}

// draftsLeftOut says how many drafts the knowledge files have, which answer nothing.
func draftsLeftOut(statements []*kb.Statement) string {
	n := 0
	for _, s := range statements {
		n += len(s.Drafts)
	}
	if n == 0 {
		return ""
	}
	return screen.Count(n, "draft", "drafts") + " left out, for nobody has approved them: take the line “draft: true” out of each that is right, and load the file again.\n"
}

func (c loadCommand) report(loaded library.Loading) string {
	var b strings.Builder
	if c.Empty {
		b.WriteString("The database stays without the statements that come with the program.\n")
	}
	if n := len(loaded.Statements); n > 0 {
		fmt.Fprintf(&b, "Loaded %s: %s.\n", screen.Count(n, "statement", "statements"), strings.Join(loaded.Statements, ", "))
		fmt.Fprintf(&b, "Facts, sources and names: %d new, %d changed, %d taken out.\n", loaded.New, loaded.Changed, loaded.Taken)
	}
	if n := len(loaded.Kept); n > 0 {
		fmt.Fprintf(&b, "Left as moderators have them: %s.\n", strings.Join(loaded.Kept, ", "))
	}
	return screen.Harmless(b.String())
}
