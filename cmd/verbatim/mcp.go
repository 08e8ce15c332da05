package main

import (
	"context"
	"errors"
	"fmt"
	"net"

	"verbatim/cmd/verbatim/mcp"
)

type mcpCommand struct {
	HTTP string `name:"http" placeholder:"ADDRESS" help:"Serve streamable HTTP at this address of this machine, such as 127.0.0.1:8081, instead of standard input and output."`
}

// Help shows an example under the command's usage.
func (mcpCommand) Help() string {
	return `Writing assistants that speak the Model Context Protocol get the tools ask, quote, article,
statements and cite, so that they quote from here instead of from memory. An assistant is told
to start the command "verbatim mcp", or to connect to http://ADDRESS/mcp.

Example: verbatim mcp --http 127.0.0.1:8081`
}

// Validate refuses an address that others reach.
func (c mcpCommand) Validate() error {
	if c.HTTP != "" && !mcp.IsLocal(c.HTTP) {
		return errors.New("--http must be an address of this machine, such as 127.0.0.1:8081: whoever reaches it may ask")
	}
	return nil
}

// Run serves until standard input or the context ends.
func (c mcpCommand) Run(ctx context.Context, p *program) error {
	l, err := p.taught(ctx)
	if err != nil {
		return err
	}
	version, _ := built()
	config := mcp.Config{Knowledge: l, Version: version, Log: p.log, Cite: func(style string, ids []string) (string, error) {
		return citeCommand{Style: style, ID: ids}.write(l)
	}}
	if c.HTTP == "" {
		return config.ServeLines(ctx, p.in, p.out)
	}
	listener, err := net.Listen("tcp", c.HTTP)
	if err != nil {
		return fmt.Errorf("%s cannot be served; give another address with --http: %w", c.HTTP, err)
	}
	_, _ = fmt.Fprintf(p.err, "Serving at http://%s%s\n", listener.Addr(), mcp.Path)
	return config.ServeHTTP(ctx, listener)
}
