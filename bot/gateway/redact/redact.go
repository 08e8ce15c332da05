// Package redact keeps secrets out of the log.
//
// It must never know what is logged, or why. The tie to Discord uses it, and whoever
// starts that.
package redact

import (
	"context"
	"fmt"
	"log/slog"
	"regexp"
	"strings"
)

// hidden stands where a secret stood.
const hidden = "[hidden]"

// interactionToken finds the token that the address of an answer has.
var interactionToken = regexp.MustCompile(`(/(?:webhooks|interactions)/\d+/)[^/?\s"]+`)

// Handler is a handler that leaves the secrets, and tokens of interactions, out
// of every record, at every level, in messages and in all values.
func Handler(h slog.Handler, secrets ...string) slog.Handler {
	r := redactor{inner: h}
	for _, s := range secrets {
		if s != "" {
			r.secrets = append(r.secrets, s)
		}
	}
	return r
}

type redactor struct {
	inner   slog.Handler
	secrets []string
}

func (r redactor) Enabled(ctx context.Context, level slog.Level) bool {
	return r.inner.Enabled(ctx, level)
}

func (r redactor) Handle(ctx context.Context, record slog.Record) error {
	clean := slog.NewRecord(record.Time, record.Level, r.text(record.Message), record.PC)
	record.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(r.attr(a))
		return true
	})
	return r.inner.Handle(ctx, clean)
}

func (r redactor) WithAttrs(attrs []slog.Attr) slog.Handler {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = r.attr(a)
	}
	return redactor{inner: r.inner.WithAttrs(clean), secrets: r.secrets}
}

func (r redactor) WithGroup(name string) slog.Handler {
	return redactor{inner: r.inner.WithGroup(name), secrets: r.secrets}
}

func (r redactor) text(s string) string {
	for _, secret := range r.secrets {
		s = strings.ReplaceAll(s, secret, hidden)
	}
	return interactionToken.ReplaceAllString(s, "${1}"+hidden)
}

// attr cleans a value. One that is not a plain number, time or truth is
// written out, since what is inside cannot be known.
func (r redactor) attr(a slog.Attr) slog.Attr {
	v := a.Value.Resolve()
	switch v.Kind() {
	case slog.KindString:
		v = slog.StringValue(r.text(v.String()))
	case slog.KindGroup:
		var clean []slog.Attr
		for _, inner := range v.Group() {
			clean = append(clean, r.attr(inner))
		}
		v = slog.GroupValue(clean...)
	case slog.KindAny:
		if v.Any() != nil {
			v = slog.StringValue(r.text(fmt.Sprintf("%+v", v.Any())))
		}
	}
	return slog.Attr{Key: a.Key, Value: v}
}
