package main

import (
	"context"

	"verbatim/cmd/verbatim/serve"
)

type serveCommand struct {
	Shards string `env:"VERBATIM_SHARDS" placeholder:"0-3/16" help:"The shards of the gateway that this process has, of how many: one of several processes on one database."`
}

// Help shows what is read from the environment, and an example.
func (serveCommand) Help() string {
	return `The environment says who the bot is and where it listens:
  DISCORD_TOKEN       the bot's token, or DISCORD_TOKEN_FILE, a file that has it
  DISCORD_API_URL     another base of Discord's REST interface, such as a proxy
  VERBATIM_HTTP       where health and metrics are served; 127.0.0.1:9464 unless told, empty: nowhere
  VERBATIM_INTERACTIONS  where Discord posts interactions, behind a proxy that speaks https, instead
                      of a connection to it; mentions and direct messages need one, so give --shards too
  VERBATIM_READ_MESSAGES  on: messages are read that are not for the bot, so that it can answer by
                      itself where a server wants it; Discord has to be told too (Message Content Intent)
  VERBATIM_QUOTA_BYTES, _PARAGRAPHS, _FACTS, _PHRASINGS, _ALIASES, _CITATIONS
                      how much moderators may make one server have, and citations of one fact
SIGTERM lets what is under way be answered, and then ends the program.

Example: verbatim serve --db verbatim.db`
}

// Validate wants shards as they are written.
func (c serveCommand) Validate() error {
	_, err := serve.ReadShards(c.Shards)
	return err
}

// Run answers on Discord until the context ends.
func (c serveCommand) Run(ctx context.Context, p *program) error {
	shards, err := serve.ReadShards(c.Shards)
	if err != nil {
		return err
	}
	settings, err := serve.FromEnvironment(shards)
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
