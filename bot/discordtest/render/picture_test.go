package render

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/discordtest"
	"verbatim/bot/gateway"
	"verbatim/data"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

var (
	update   = flag.Bool("update", false, "draw README's picture anew")
	pictures = flag.String("pictures", "", "a folder: draw the answer to -question into it, in all themes and widths")
	question = flag.String("question", asked, "what is asked for -pictures")
)

const (
	asked   = "What did Syria say about Taiwan?"
	picture = "answer.png" // that README shows
	shown   = "answer.html"
)

// pageOf is the answer of the real bot to a question, with the shipped statements,
// as it went over the wire.
func pageOf(t *testing.T, question string, look Look) []byte {
	t.Helper()
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	connect(t, d)
	ann.Slash("ask", "question", question).Text()
	sent := d.Requests("POST /interactions/*/*/callback")
	r, err := Read(sent[len(sent)-1].Body)
	if err != nil {
		t.Fatal(err)
	}
	look.Asker, look.With = "ann", "/ask question: "+question
	return Page(r, look)
}

func connect(t *testing.T, d *discordtest.Discord) {
	t.Helper()
	var b *bot.Bot
	link := gateway.New(gateway.Config{
		Token: d.Token(), API: d.URL(), Intents: bot.Intents, Commands: bot.Commands(),
		Interaction: func(ctx context.Context, i *discordgo.Interaction) { b.Interaction(ctx, i) },
	})
	b = bot.New(bot.Config{Knowledge: shipped(t), Discord: link.Client(), Me: d.BotID, Key: bot.Key(d.Token())})
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
}

func shipped(t *testing.T) *library.Library {
	t.Helper()
	files, err := library.Files(data.Statements)
	if err != nil {
		t.Fatal(err)
	}
	s, err := database.Open(t.Context(), filepath.Join(t.TempDir(), "picture.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	l, err := library.Open(t.Context(), s, library.Options{Shipped: files, Known: data.Vectors})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// draw draws a page, or skips where that cannot be done.
func draw(t *testing.T, page []byte, width int, scale float64) []byte {
	t.Helper()
	drawn, err := PNG(t.Context(), page, width, scale)
	if errors.Is(err, ErrNoChromium) {
		t.Skip("SKIPPED: " + err.Error())
	}
	if err != nil {
		t.Fatal(err)
	}
	return drawn
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestThePictureOfAnAnswer(t *testing.T) {
	page := pageOf(t, asked, Look{})
	words := textOf(t, page)
	for _, want := range []string{asked, "Verbatim", "an integral part of China", "checked", "Context", "Cite", "Not my question"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in the page, which says\n%s", want, words)
		}
	}
	if strings.Contains(words, `\`) || strings.Contains(words, "**") || strings.Contains(words, "](") {
		t.Errorf("the page shows Markdown:\n%s", words)
	}
	if *update {
		write(t, picture, draw(t, page, Desktop, 1.5))
		write(t, shown, page)
	}
	if old, err := os.ReadFile(shown); err != nil {
		t.Error(err)
	} else if !bytes.Equal(old, page) {
		t.Error("README'S PICTURE IS OF AN OLDER ANSWER: go test ./bot/discordtest/render -update draws it anew")
	}
	if info, err := os.Stat(picture); err != nil || info.Size() > 200_000 {
		t.Errorf("README's picture: %v, %v", info, err)
	}
}

func TestPicturesOfAQuestion(t *testing.T) {
	if *pictures == "" {
		t.Skip("-pictures names the folder that pictures are drawn into")
	}
	for name, look := range map[string]Look{
		"dark": {}, "light": {Light: true}, "dark-phone": {Width: Phone}, "light-phone": {Light: true, Width: Phone},
	} {
		page := pageOf(t, *question, look)
		write(t, filepath.Join(*pictures, name+".html"), page)
		write(t, filepath.Join(*pictures, name+".png"), draw(t, page, cmp.Or(look.Width, Desktop), 2))
	}
}

func TestChromiumDrawsThemesWidthsAndDirections(t *testing.T) {
	const words = "سوريا: «تايوان جزء لا يتجزأ من الأراضي الصينية»."
	r := Reply{Content: words + "\n> " + words}
	for _, look := range []Look{{Width: Phone}, {Width: Phone, Light: true}} {
		drawn := draw(t, Page(r, look), look.Width, 1)
		image, err := png.Decode(bytes.NewReader(drawn))
		if err != nil {
			t.Fatal(err)
		}
		size := image.Bounds()
		if size.Dx() != Phone || size.Dy() < 60 || size.Dy() > 400 {
			t.Errorf("the picture has %v", size)
		}
		ground := image.At(1, 1)
		if brightness, _, _, _ := ground.RGBA(); (brightness > 0x8000) != look.Light {
			t.Errorf("with light %v the ground is %v", look.Light, ground)
		}
		// The words begin at the right, so no row has less ink there than at the left.
		left, right := 0, 0
		for y := 40; y < size.Dy(); y++ {
			for x := 72; x < 344; x++ {
				if image.At(x, y) == ground {
					continue
				}
				if x < 208 {
					left++
				} else {
					right++
				}
			}
		}
		if right <= left {
			t.Errorf("with light %v, of what is drawn below the name %d points are at the left and %d at the right", look.Light, left, right)
		}
	}
}
