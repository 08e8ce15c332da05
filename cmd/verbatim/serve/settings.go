// Package serve runs the bot: its configuration, its ties to Discord, and what those see
// who watch it (health, metrics).
//
// It must never answer anything: what is asked goes to package bot. Only cmd/verbatim
// calls it, with a database that it has opened.
package serve

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"strconv"
	"strings"

	"verbatim/bot/gateway"
	"verbatim/bot/gateway/redact"
)

// usualHTTP is where health and metrics are served unless VERBATIM_HTTP says
// otherwise.
const usualHTTP = "127.0.0.1:9464"

// Settings are what the environment says of the bot.
type Settings struct {
	token string // of the bot
	api   string // the base of Discord's REST interface; empty: the usual one
	http  string // where health and metrics are served; empty: nowhere

	interactions string          // where Discord posts interactions; empty: nowhere
	reads        bool            // messages that are not for the bot
	shards       []gateway.Shard // of the gateway; none: it is not connected to
}

// FromEnvironment reads the settings, or says in a sentence what is missing. The shards are
// those of ReadShards; without any, all servers are heard of by one connection, unless
// interactions are posted.
func FromEnvironment(shards []gateway.Shard) (Settings, error) {
	token, err := discordToken()
	s := Settings{
		token: token, api: os.Getenv("DISCORD_API_URL"), http: httpAddress(),
		interactions: os.Getenv("VERBATIM_INTERACTIONS"), reads: os.Getenv("VERBATIM_READ_MESSAGES") == "on", shards: shards,
	}
	if len(shards) == 0 && s.interactions == "" {
		s.shards = []gateway.Shard{{}}
	}
	return s, err
}

// several tells whether another process may get what a person does next: interactions are
// posted to any, or others have the other shards, and may have these tomorrow.
func (s Settings) several() bool {
	return s.interactions != "" || len(s.shards) > 0 && s.shards[0].Of > len(s.shards)
}

// shardsMost is more than any bot has: Discord wants a shard for 2,500 servers at most.
const shardsMost = 10_000

// ReadShards reads which shards of how many a process has: 0-3/16, 5/16, or nothing.
func ReadShards(text string) (all []gateway.Shard, err error) {
	if text == "" {
		return nil, nil
	}
	which, of, _ := strings.Cut(text, "/")
	first, last, ranged := strings.Cut(which, "-")
	if !ranged {
		last = first
	}
	from, err := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	n, err3 := strconv.Atoi(of)
	if errors.Join(err, err2, err3) != nil || from < 0 || to < from || to >= n || n > shardsMost {
		return nil, fmt.Errorf("shards are given as 0-3/16, the first four of sixteen, or as 5/16, not as %q", text)
	}
	for number := from; number <= to; number++ {
		all = append(all, gateway.Shard{Number: number, Of: n})
	}
	return all, nil
}

// Log is a log that never tells the token.
func (s Settings) Log(l *slog.Logger) *slog.Logger {
	return slog.New(redact.Handler(l.Handler(), s.token))
}

// discordToken is the token from the environment.
func discordToken() (string, error) {
	token := os.Getenv("DISCORD_TOKEN")
	if path := os.Getenv("DISCORD_TOKEN_FILE"); token == "" && path != "" {
		content, err := os.ReadFile(path)
		if err != nil {
			return "", fmt.Errorf("read the token from DISCORD_TOKEN_FILE: %w", err)
		}
		token = string(content)
	}
	token = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(token), "Bot "))
	if token == "" {
		return "", errors.New("there is no token: set DISCORD_TOKEN to the one that the Developer Portal shows (Bot, Reset Token), or DISCORD_TOKEN_FILE to a file that has it")
	}
	if strings.ContainsFunc(token, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return "", errors.New("the token has a space or a character that no token has: copy it again from the Developer Portal (Bot, Reset Token)")
	}
	return token, nil
}

// attachmentHosts are where attachments are besides on Discord's own hosts: on
// whatever stands in for Discord.
func (s Settings) attachmentHosts() []string {
	base, err := url.Parse(s.api)
	if err != nil || base.Host == "" {
		return nil
	}
	return []string{base.Host}
}

// httpAddress is where health and metrics are served; empty for nowhere.
func httpAddress() string {
	if address, told := os.LookupEnv("VERBATIM_HTTP"); told {
		return address
	}
	return usualHTTP
}
