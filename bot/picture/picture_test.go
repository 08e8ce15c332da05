package picture_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/discordtest"
	"verbatim/bot/gateway"
	"verbatim/bot/picture"
	"verbatim/data"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

var update = flag.Bool("update", false, "write the picture")

const (
	question = "What did Syria say about Taiwan?"
	file     = "answer.svg"
)

func TestThePictureOfAnAnswer(t *testing.T) {
	reply := ask(t)
	m := picture.Message{Asked: "ann used /ask question: " + question, By: "Verbatim"}
	m.Content, _ = reply.JSON()["content"].(string)
	for line := range strings.Lines(reply.Text()) { // the row of buttons, as people see it
		if strings.HasPrefix(line, "[") && strings.HasSuffix(strings.TrimSpace(line), "]") && !strings.Contains(line, "](") {
			m.Buttons = strings.Split(strings.Trim(strings.TrimSpace(line), "[]"), "] [")
		}
	}
	svg := picture.SVG(m)
	words := textOf(t, svg)
	for _, want := range []string{question, "Verbatim", "an integral part of China", "checked", "Context", "Cite"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in the picture, which says\n%s", want, words)
		}
	}
	if strings.Contains(words, `\`) || strings.Contains(words, "**") || strings.Contains(words, "](") {
		t.Errorf("the picture shows Markdown:\n%s", words)
	}
	if *update {
		if err := os.WriteFile(file, svg, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if old, err := os.ReadFile(file); err != nil {
		t.Error(err)
	} else if !bytes.Equal(old, svg) {
		t.Log("THE PICTURE IS OF AN OLDER ANSWER: go test ./bot/picture -update makes it anew")
	}
}

// textOf is all text in an SVG, which must be well formed and ask for nothing
// from elsewhere.
func textOf(t *testing.T, svg []byte) string {
	t.Helper()
	var words strings.Builder
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return words.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.CharData:
			words.Write(token)
		case xml.StartElement:
			for _, a := range token.Attr {
				if a.Name.Local == "href" || strings.Contains(a.Value, "url(") {
					t.Errorf("%s asks for %s", token.Name.Local, a.Value)
				}
			}
		}
	}
}

// ask asks the bot, which knows the shipped statements.
func ask(t *testing.T) *discordtest.Reply {
	t.Helper()
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	l := shipped(t)
	var b *bot.Bot
	link := gateway.New(gateway.Config{
		Token: d.Token(), API: d.URL(), Intents: bot.Intents, Commands: bot.Commands(),
		Interaction: func(ctx context.Context, i *discordgo.Interaction) { b.Interaction(ctx, i) },
	})
	b = bot.New(bot.Config{Knowledge: l, Discord: link.Client(), Me: d.BotID, Key: bot.Key(d.Token())})
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- link.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	d.WaitConnected()
	d.WaitCommands()
	return ann.Slash("ask", "question", question)
}

func shipped(t *testing.T) *library.Library {
	t.Helper()
	var files []library.File
	names, err := fs.Glob(data.Statements, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := data.Statements.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, library.File{Name: name, Content: content})
	}
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "picture.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	l, err := library.Open(t.Context(), s, library.Options{Shipped: files})
	if err != nil {
		t.Fatal(err)
	}
	return l
}
