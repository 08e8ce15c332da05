// Package attachment gets the files that people attach on Discord, from Discord's hosts
// only: what an interaction names is not to make the bot ask anybody else. It reads none
// of them. bot gives one to the rooms that take files.
package attachment

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb/catalog"
)

// hosts are those that Discord keeps attachments on.
var hosts = []string{"cdn.discordapp.com", "media.discordapp.net"}

// A Getter gets attachments.
type Getter struct {
	client *http.Client
	also   []string // hosts besides Discord's, as host or host:port
	within time.Duration
	turns  turns
}

// New makes a Getter that takes each attachment within a time, also from hosts besides
// Discord's, as host or host:port.
func New(also []string, within time.Duration) *Getter {
	return &Getter{also: also, within: within, client: &http.Client{
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// Why an attachment is not read.
var (
	ErrTooLarge  = errors.New("the file is too large")
	ErrElsewhere = errors.New("the file is not where Discord keeps attachments")
)

// Get is the content of an attachment of at most most bytes.
func (g *Getter) Get(ctx context.Context, a *discordgo.MessageAttachment, most int) ([]byte, error) {
	if a.Size > most {
		return nil, ErrTooLarge
	}
	address, err := url.Parse(a.URL)
	if err != nil || !g.allowed(address) {
		return nil, ErrElsewhere
	}
	ctx, cancel := context.WithTimeout(ctx, g.within)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, a.URL, nil)
	if err != nil {
		return nil, fmt.Errorf("ask for an attachment: %w", err)
	}
	response, err := g.client.Do(request)
	if err != nil {
		return nil, fmt.Errorf("get an attachment: %w", err)
	}
	defer func() { _ = response.Body.Close() }() // it was only read
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("get an attachment: status %d", response.StatusCode)
	}
	content, err := io.ReadAll(io.LimitReader(response.Body, int64(most)+1))
	if err != nil {
		return nil, fmt.Errorf("read an attachment: %w", err)
	}
	if len(content) > most {
		return nil, ErrTooLarge
	}
	return content, nil
}

func (g *Getter) allowed(address *url.URL) bool {
	if slices.Contains(g.also, address.Host) {
		return true
	}
	return address.Scheme == "https" && slices.Contains(hosts, strings.ToLower(address.Host)) && address.User == nil
}

// Refusal is the sentence that says why a file of at most most bytes was not got. It is
// expected unless something went wrong that belongs into the log.
func Refusal(l catalog.Language, err error, most int) (sentence string, expected bool) {
	switch {
	case errors.Is(err, ErrTooLarge):
		return l.Say("attachment.too-large", "Most", most>>20), true
	case errors.Is(err, ErrElsewhere):
		return l.Say("attachment.elsewhere"), true
	}
	return l.Say("attachment.not-fetched"), false
}
