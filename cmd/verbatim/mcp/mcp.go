// Package mcp serves the knowledge to writing assistants over the Model Context
// Protocol (https://modelcontextprotocol.io), so that they quote from here instead of
// from memory: the tools ask, quote, article, statements and cite. Each result is JSON of
// the shapes of cmd/verbatim/wire, with verdict, source and place.
//
// It must never change anything, and never serve another machine: it knows only what
// Knowledge can be asked. Only cmd/verbatim calls it.
package mcp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"verbatim/kb"
	"verbatim/kb/verify"
)

// Knowledge is what the tools are answered from; kb's library is one. Its methods may be
// called from several goroutines at once.
type Knowledge interface {
	Ask(ctx context.Context, q kb.Question) kb.Answer
	Quote(ctx context.Context, q kb.Question) (verify.Quoted, error)
	Statements(server string) []*kb.Statement
}

// Config says what is served.
type Config struct {
	Knowledge Knowledge
	Cite      func(style string, ids []string) (string, error) // as the command cite does
	Version   string                                           // of the program
	Log       *slog.Logger
}

const instructions = `Answers, quotations and citations from official statements. Nothing here is made up: an answer was written by a person and has a source, and a quotation is checked word for word against the texts held. Check every quotation with quote (or article, for a whole text) before you use it, take quotes only from results, and say that it is not known where answered is false.`

// server has the tools.
func (c Config) server() *sdk.Server {
	s := sdk.NewServer(&sdk.Implementation{Name: "verbatim", Title: "Verbatim", Version: c.Version},
		&sdk.ServerOptions{Instructions: instructions, Logger: c.Log, Capabilities: &sdk.ServerCapabilities{}})
	t := tools{c}
	add(s, "ask", "Answers a question about official statements with what they say, who said it and where it stands. answered is false where nothing held answers it; then say so, and answer nothing from elsewhere.", t.ask)
	add(s, "quote", "Checks a quotation against the texts held: verbatim, typographic, edited, altered (diff shows each change), spliced or not-found, with the source's own words in found and their place.", t.quote)
	add(s, "article", "Finds every quotation in an article, checks each, and says whether the one whom the article names said it.", t.article)
	add(s, "statements", "Lists the statements held with their sources; with a statement's id, also the questions that its facts answer.", t.statements)
	add(s, "cite", "Cites the sources of facts and passages, whose ids ask gives, ready to be used.", t.cite)
	return s
}

// add adds a tool that only reads.
func add[In, Out any](s *sdk.Server, name, about string, run func(context.Context, In) (Out, error)) {
	within := false
	tool := &sdk.Tool{Name: name, Description: about, Annotations: &sdk.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &within}}
	sdk.AddTool(s, tool, func(ctx context.Context, _ *sdk.CallToolRequest, in In) (*sdk.CallToolResult, Out, error) {
		out, err := run(ctx, in)
		return nil, out, err
	})
}

// ServeLines serves one assistant that writes to in and reads from out, a message a
// line, until in or the context ends.
func (c Config) ServeLines(ctx context.Context, in io.Reader, out io.Writer) error {
	err := c.server().Run(ctx, &sdk.IOTransport{Reader: io.NopCloser(in), Writer: unclosed{out}})
	if ctx.Err() != nil || errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("serve the assistant: %w", err)
	}
	return nil
}

// unclosed is a writer that whoever opened it closes.
type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }

// Path is where tools are served at an address.
const Path = "/mcp"

// How long a session that says nothing is kept, a request may take to come, and what is
// under way may take at the end.
const (
	sessionFor  = time.Hour
	headWithin  = 5 * time.Second
	underWayFor = 2 * time.Second
)

// IsLocal tells whether an address, such as 127.0.0.1:8081, is of this machine alone.
func IsLocal(address string) bool {
	host, _, err := net.SplitHostPort(address)
	ip := net.ParseIP(host)
	return err == nil && (host == "localhost" || ip != nil && ip.IsLoopback())
}

// ServeHTTP serves assistants on this machine as streamable HTTP until the context ends.
// A web page that somebody has open here may not ask, whatever name it gives this
// machine.
func (c Config) ServeHTTP(ctx context.Context, l net.Listener) error {
	server := c.server()
	handler := sdk.NewStreamableHTTPHandler(func(*http.Request) *sdk.Server { return server },
		&sdk.StreamableHTTPOptions{Logger: c.Log, SessionTimeout: sessionFor})
	mux := http.NewServeMux()
	mux.Handle(Path, http.NewCrossOriginProtection().Handler(handler))
	h := &http.Server{Handler: mux, ReadHeaderTimeout: headWithin}
	stop := context.AfterFunc(ctx, func() {
		within, cancel := context.WithTimeout(context.WithoutCancel(ctx), underWayFor)
		defer cancel()
		if h.Shutdown(within) != nil { // a stream stays open as long as its client
			_ = h.Close()
		}
	})
	defer stop()
	if err := h.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve %s: %w", l.Addr(), err)
	}
	return nil
}
