// Command verbatim answers questions about official statements with what they
// say, who said it, and where it stands.
//
// This file reads the configuration (options, environment, the terminal) and
// runs one command; every command has a file of its own. library.go opens the
// database for them, fail.go says what went wrong. What is more has a room: screen draws
// for a terminal, wire writes JSON, files reads and writes what people name, serve runs
// the bot.
package main

import (
	"context"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"verbatim/cmd/verbatim/screen"

	"github.com/alecthomas/kong"
	"golang.org/x/term"
)

// The exit codes.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2
	exitNotKnown = 3 // of a question
	exitNotSo    = 3 // of a quotation that is neither verbatim nor typographic
)

// options are what every command understands.
type options struct {
	DB        string     `name:"db" env:"VERBATIM_DB" placeholder:"PATH" help:"The database: a file, or a postgres:// URL. Without it, verbatim.db in this folder."`
	LogLevel  slog.Level `default:"warn" placeholder:"LEVEL" help:"What is logged to standard error: debug, info, warn or error."`
	LogFormat string     `enum:"text,json" default:"text" placeholder:"text|json" help:"How it is logged: text or json."`
	Shipped   string     `enum:"on,off," default:"on" placeholder:"on|off" env:"VERBATIM_SHIPPED" help:"Whether the statements that come with the program are loaded: on or off. The database stays without them once they were off."`
}

// commands are what verbatim can be told to do, one file each.
type commands struct {
	options
	ShowVersion kong.VersionFlag `name:"version" help:"Print the version, as the command version does."`

	Serve       serveCommand       `cmd:"" help:"Run the bot on Discord."`
	Ask         askCommand         `cmd:"" help:"Answer a question; without one, a question a line from standard input."`
	Chat        chatCommand        `cmd:"" help:"Talk in the terminal: questions, and questions that follow from them."`
	Quote       quoteCommand       `cmd:"" help:"Check a quotation; without one, a quotation a line from standard input."`
	Article     articleCommand     `cmd:"" help:"Check every quotation of an article, and who is said to have said it."`
	Cite        citeCommand        `cmd:"" help:"Cite the sources of facts and passages."`
	Recheck     recheckCommand     `cmd:"" help:"Look every quote of the database up again in the texts held."`
	Check       checkCommand       `cmd:"" help:"Look for mistakes in knowledge files, without a database."`
	Eval        evalCommand        `cmd:"" help:"Score a question file, and print the figures."`
	Load        loadCommand        `cmd:"" help:"Load knowledge files into the database."`
	Draft       draftCommand       `cmd:"" help:"Draft facts from a text, for you to approve."`
	Export      exportCommand      `cmd:"" help:"Write the knowledge as a knowledge file."`
	Inbox       inboxCommand       `cmd:"" help:"List the questions that could not be answered."`
	History     historyCommand     `cmd:"" help:"Show who changed a fact, when and how."`
	Backup      backupCommand      `cmd:"" help:"Copy the database, also while the bot runs."`
	Copy        copyCommand        `cmd:"" help:"Copy one database to a new one: a file to a server, or back."`
	MCP         mcpCommand         `cmd:"" name:"mcp" help:"Serve writing assistants over the Model Context Protocol."`
	Healthcheck healthcheckCommand `cmd:"" help:"Ask the running bot whether it answers."`
	Completion  completionCommand  `cmd:"" help:"Print what makes a shell complete what is typed."`
	Complete    completeCommand    `cmd:"" hidden:"" help:"Say what may stand in the place of a word that is being typed."`
	Version     versionCommand     `cmd:"" help:"Print the version."`
}

// program is one run of verbatim: where it reads and writes, and what it was
// told.
type program struct {
	in       io.Reader
	out, err io.Writer
	screen   screen.Screen // what out can show
	prompts  bool          // a person types at in

	options
	log   *slog.Logger
	code  int            // the exit code when nothing fails
	after []func() error // what to close when the command is done, the last first
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // A second signal ends the program at once.
	p := &program{in: os.Stdin, out: os.Stdout, err: os.Stderr, prompts: term.IsTerminal(int(os.Stdin.Fd()))}
	if out := int(os.Stdout.Fd()); term.IsTerminal(out) {
		width, _, _ := term.GetSize(out)
		p.screen = screen.Terminal(width, os.Getenv("TERM"), os.Getenv("NO_COLOR"))
	}
	os.Exit(p.run(ctx, os.Args[1:]))
}

// run does what the arguments say and returns the exit code.
func (p *program) run(ctx context.Context, args []string) int {
	var c commands
	exited := -1
	parser, err := kong.New(&c, kong.Name("verbatim"), kong.Writers(p.out, p.err),
		kong.Description("Ask what a statement says; get its words, who said them, and where they stand."),
		kong.Vars{"version": versionLine()}, kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(p),
		kong.Exit(func(code int) { exited = code }))
	if err != nil {
		return p.fail(err)
	}
	parsed, err := parser.Parse(args)
	if exited >= 0 { // --help has been printed
		return exited
	}
	if err != nil {
		return p.misused(err)
	}
	p.options, p.log = c.options, c.logger(p.err)
	err = parsed.Run()
	for i := len(p.after) - 1; i >= 0; i-- {
		if closing := p.after[i](); err == nil {
			err = closing
		}
	}
	if err != nil {
		return p.fail(err)
	}
	return p.code
}

func (o options) logger(w io.Writer) *slog.Logger {
	level := &slog.HandlerOptions{Level: o.LogLevel}
	if o.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(w, level))
	}
	return slog.New(slog.NewTextHandler(w, level))
}
