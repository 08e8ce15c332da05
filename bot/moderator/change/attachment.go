package change

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
)

// attachmentHosts are those that Discord keeps attachments on.
var attachmentHosts = []string{"cdn.discordapp.com", "media.discordapp.net"}

// Attachments gets attachments, from Discord's hosts only: what an interaction names
// is not to make the bot ask anybody else.
type Attachments struct {
	client *http.Client
	hosts  []string // besides Discord's, as host or host:port
	within time.Duration
	log    *slog.Logger
}

// NewAttachments makes Attachments that take each within a time, also from hosts
// besides Discord's, as host or host:port.
func NewAttachments(hosts []string, within time.Duration, log *slog.Logger) *Attachments {
	return &Attachments{hosts: hosts, within: within, log: log, client: &http.Client{
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// Why an attachment is not read; who attached it reads a sentence.
var (
	errTooLarge  = errors.New("the file is too large")
	errElsewhere = errors.New("the file is not where Discord keeps attachments")
)

// get is the content of an attachment of at most most bytes.
func (f *Attachments) get(ctx context.Context, a *discordgo.MessageAttachment, most int) ([]byte, error) {
	if a.Size > most {
		return nil, errTooLarge
	}
	address, err := url.Parse(a.URL)
	if err != nil || !f.allowed(address) {
		return nil, errElsewhere
	}
	ctx, cancel := context.WithTimeout(ctx, f.within)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, a.URL, nil)
	if err != nil {
		return nil, fmt.Errorf("ask for an attachment: %w", err)
	}
	response, err := f.client.Do(request)
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
		return nil, errTooLarge
	}
	return content, nil
}

func (f *Attachments) allowed(address *url.URL) bool {
	if slices.Contains(f.hosts, address.Host) {
		return true
	}
	return address.Scheme == "https" && slices.Contains(attachmentHosts, strings.ToLower(address.Host)) && address.User == nil
}

// Read is the content of the file of an option, of at most most bytes, or the
// sentence that says why there is none.
func (f *Attachments) Read(ctx context.Context, e *event.Event, option string, most int) (content []byte, name, refusal string) {
	a := e.Attached(option)
	if a == nil {
		return nil, "", e.Say("attachment.missing")
	}
	content, err := f.get(ctx, a, most)
	switch {
	case errors.Is(err, errTooLarge):
		return nil, "", e.Say("attachment.too-large", "Most", most>>20)
	case errors.Is(err, errElsewhere):
		return nil, "", e.Say("attachment.elsewhere")
	case err != nil:
		f.log.Warn("an attachment could not be read", "id", e.ID, "error", err)
		return nil, "", e.Say("attachment.not-fetched")
	}
	return content, a.Filename, ""
}
