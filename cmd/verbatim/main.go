// Command verbatim answers questions about official statements with what they
// say, who said it, and where it stands.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/alecthomas/kong"

	"verbatim/data"
	"verbatim/kb"
)

// The exit codes.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2
	exitNotKnown = 3
)

// commands are what verbatim can be told to do, one file each.
type commands struct {
	Ask     askCommand     `cmd:"" help:"Answer a question; without one, a question a line from standard input."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

// program is one run of verbatim, with where it reads and writes.
type program struct {
	in       io.Reader
	out, err io.Writer
	code     int
}

func main() {
	p := &program{in: os.Stdin, out: os.Stdout, err: os.Stderr}
	os.Exit(p.run(os.Args[1:]))
}

func (p *program) run(args []string) int {
	var c commands
	exited := -1
	parser, err := kong.New(&c, kong.Name("verbatim"), kong.Writers(p.out, p.err),
		kong.Description("Ask what a statement says; get its words, who said them, and where they stand."),
		kong.Exit(func(code int) { exited = code }))
	if err != nil {
		return p.fail(err, exitFailed)
	}
	parsed, err := parser.Parse(args)
	if exited >= 0 { // --help has been printed
		return exited
	}
	if err != nil {
		return p.fail(err, exitUsage)
	}
	if err := parsed.Run(p); err != nil {
		return p.fail(err, exitFailed)
	}
	return p.code
}

func (p *program) fail(err error, code int) int {
	_, _ = fmt.Fprintln(p.err, "verbatim:", err)
	return code
}

// shipped holds the statements that come with the program.
func shipped() (*kb.Base, error) {
	entries, err := data.Statements.ReadDir(".")
	if err != nil {
		return nil, fmt.Errorf("list the shipped statements: %w", err)
	}
	var all []*kb.Statement
	for _, e := range entries {
		f, err := data.Statements.Open(e.Name())
		if err != nil {
			return nil, fmt.Errorf("open a shipped statement: %w", err)
		}
		statements, err := kb.Read(e.Name(), f)
		if err != nil {
			return nil, err
		}
		all = append(all, statements...)
	}
	return kb.NewBase(all)
}
