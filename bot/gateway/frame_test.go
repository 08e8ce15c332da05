package gateway

import (
	"context"
	"log/slog"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"
)

// FuzzFrame hands anything to a connection as if Discord had sent it: nothing
// may panic but what is caught and counted.
func FuzzFrame(f *testing.F) {
	for _, text := range []string{
		`null`, `{}`, `[]`, `{"op":0`, `{"op":10,"d":{"heartbeat_interval":1e300}}`, `{"op":10,"d":{"heartbeat_interval":-1}}`,
		`{"op":9,"d":true}`, `{"op":0,"t":"READY","s":1,"d":{"session_id":"x","user":{"id":"1"}}}`,
		`{"op":0,"t":"INTERACTION_CREATE","s":-1,"d":{"id":"1","type":2,"data":{"options":[{"type":3,"value":{}}]}}}`,
		`{"op":0,"t":"INTERACTION_CREATE","s":2,"d":{"id":"2","type":3,"message":{"components":[{"type":99}]}}}`,
		`{"op":0,"t":"INTERACTION_CREATE","s":2,"d":{"id":"3","type":5,"data":{"components":[{"type":1,"components":[null]}]}}}`,
		`{"op":0,"t":"MESSAGE_CREATE","s":3,"d":{"id":"4","components":[null],"author":null}}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		read, err := readFrame(text)
		if err != nil {
			return
		}
		if every, err := read.interval(); err == nil && every <= 0 {
			t.Errorf("an interval of %v", every)
		}
		_ = read.resumable()
		if r, err := readReady(read.Data); err == nil && (r.SessionID == "" || r.User == nil) {
			t.Errorf("READY without a session or user: %s", text)
		}
		l := New(Config{
			Interaction: func(_ context.Context, i *discordgo.Interaction) { _ = i.ID },
			Message:     func(_ context.Context, m *discordgo.Message) { _ = m.ID },
			Log:         slog.New(slog.DiscardHandler),
		})
		l.handlers = context.Background()
		l.deliver(read.Kind, read.Data)
		l.inFlight.Wait()
	})
}

func BenchmarkReadFrame(b *testing.B) {
	text := []byte(`{"op":0,"t":"MESSAGE_CREATE","s":7,"d":{"author":{"id":"1","bot":true},"content":"` + strings.Repeat("word ", 800) + `"}}`)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		f, err := readFrame(text)
		if err != nil || !ofBot(f.Data) {
			b.Fatal(err)
		}
	}
}
