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
	"strings"

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
}

// FromEnvironment reads the settings, or says in a sentence what is missing.
func FromEnvironment() (Settings, error) {
	token, err := discordToken()
	return Settings{token: token, api: os.Getenv("DISCORD_API_URL"), http: httpAddress()}, err
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
