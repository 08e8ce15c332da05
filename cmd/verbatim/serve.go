package main

import (
	"context"

	"verbatim/cmd/verbatim/serve"
)

type serveCommand struct{}

// Help shows what is read from the environment, and an example.
func (serveCommand) Help() string {
	return `The environment says who the bot is and where it listens:
  DISCORD_TOKEN       the bot's token, or DISCORD_TOKEN_FILE, a file that has it
  DISCORD_API_URL     another base of Discord's REST interface, such as a proxy
  VERBATIM_HTTP       where health and metrics are served; 127.0.0.1:9464 unless told, empty: nowhere
  VERBATIM_QUOTA_BYTES, _PARAGRAPHS, _FACTS, _PHRASINGS, _ALIASES, _CITATIONS
                      how much moderators may make one server have, and citations of one fact
SIGTERM lets what is under way be answered, and then ends the program.

Example: verbatim serve --db verbatim.db`
}

// Run answers on Discord until the context ends.
func (serveCommand) Run(ctx context.Context, p *program) error {
	settings, err := serve.FromEnvironment()
	if err != nil {
		return err
	}
	p.log = settings.Log(p.log)
	s, err := p.store(ctx)
	if err != nil {
		return err
	}
	l, err := p.libraryIn(ctx, s, p.Shipped != "off")
	if err != nil {
		return err
	}
	return settings.Run(ctx, serve.Bot{
		Store: s, Library: l, Log: p.log,
		Learn: func(ctx context.Context) error { return p.learn(ctx, l) },
	})
}
