package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

// askWithin is how long the bot has to say how it is.
const askWithin = 3 * time.Second

// Ask asks the bot that runs on this machine whether it answers questions. The error says
// why not, or that there is nobody to ask.
func Ask(ctx context.Context) error {
	address := httpAddress()
	if address == "" {
		return errors.New("health is not served, for VERBATIM_HTTP is empty; give it an address, here and where the bot is started")
	}
	at, err := fromInside(address)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, askWithin)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+at+"/readyz", nil)
	if err != nil {
		return fmt.Errorf("ask at %s: %w", address, err)
	}
	answer, err := (&http.Client{Transport: &http.Transport{}}).Do(r) // past any proxy
	if err != nil {
		return fmt.Errorf("no bot runs at %s: %w", address, err)
	}
	defer func() { _ = answer.Body.Close() }()
	said, err := io.ReadAll(io.LimitReader(answer.Body, 1<<10))
	if answer.StatusCode != http.StatusOK || err != nil {
		return fmt.Errorf("the bot at %s is not ready: %s", address, strings.TrimSpace(string(said)))
	}
	return nil
}

// fromInside is where an address is reached from this machine. An image has no names.
func fromInside(address string) (string, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return "", fmt.Errorf("VERBATIM_HTTP must be an address such as %s, not %q", usualHTTP, address)
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return net.JoinHostPort(host, port), nil
}
