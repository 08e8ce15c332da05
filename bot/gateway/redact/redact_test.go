package redact_test

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"verbatim/bot/gateway"
	"verbatim/bot/gateway/redact"
)

func TestNoSecretIsLogged(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	h := slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug})
	log := slog.New(redact.Handler(h, "s3cret")).With("s", "s3cret").WithGroup("g")
	log.Debug("a s3cret", "a", "s3cret", "b", []string{"s3cret"}, "c", struct{ Token string }{"s3cret"},
		slog.Group("d", "e", "s3cret"), "n", 7, "at", time.Unix(0, 0), "nil", nil)
	log.Error("failed", "error", fmt.Errorf("said %w", fmt.Errorf("Bot s3cret")), "raw", []byte("Bot s3cret"))
	log.Info(`Post "https://discord.com/api/v9/webhooks/12/aW50ZXJhY3Rpb24/messages/@original": EOF`)
	log.Info("x", "error", &gateway.RateLimited{After: time.Second})
	got := out.String()
	if strings.Contains(got, "s3cret") || strings.Contains(got, "aW50ZXJhY3Rpb24") {
		t.Errorf("a secret is in the log:\n%s", got)
	}
	for _, want := range []string{"[hidden]", "n=7", "/webhooks/12/[hidden]/messages/@original", "another 1s"} {
		if !strings.Contains(got, want) {
			t.Errorf("the log lacks %q:\n%s", want, got)
		}
	}
}
