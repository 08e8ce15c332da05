package knowledge

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/curate"
	"verbatim/kb/file"
)

// Reading a knowledge file of 8 MB takes some seconds and half a gigabyte of
// memory, and one that was read lies in memory until it is loaded or dropped. So
// one is read at a time, and few lie there. Fetching one takes as long as who serves it
// likes, so others are fetched meanwhile.
const (
	turnWithin = 10 * time.Second // until it is read

	importMost = 8 << 20 // bytes
)

// importFile reads a knowledge file and shows what it would change.
func (h *Handlers) importFile(ctx context.Context, e *event.Event) reply.Reply {
	done, ok := h.Attachments.Turn(e)
	if !ok {
		return reply.Whisper(e.Say("knowledge.another-file"))
	}
	defer done()
	content, name, refusal := h.Attachments.Read(ctx, e, command.OptionImport, importMost)
	if refusal != "" {
		return reply.Whisper(refusal)
	}
	turn, cancel := context.WithTimeout(ctx, turnWithin)
	defer cancel()
	select {
	case h.importing <- struct{}{}:
		defer func() { <-h.importing }()
	case <-turn.Done():
		return reply.Whisper(e.Say("knowledge.another-file"))
	}
	statements, err := file.ReadConfined(ctx, file.Part{Name: name, Content: content})
	var problems file.Problems
	if errors.As(err, &problems) {
		return brokenFile(e, problems)
	}
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	foreseen, err := h.Curator.Preview(ctx, e.Guild, statements)
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	return h.askImport(ctx, e, statements, foreseen)
}

// brokenFile gives all problems of a file, with their lines, as a file.
func brokenFile(e *event.Event, problems file.Problems) reply.Reply {
	var lines strings.Builder
	for _, p := range problems {
		lines.WriteString(p.String() + "\n")
	}
	r := reply.Whisper(e.Say("knowledge.broken", catalog.Count, len(problems.Errors())))
	if first := problems.Errors(); len(first) > 0 {
		r.Add(reply.Block{Shown: reply.Plain(first[0].String()), Words: first[0].String()})
	}
	r.Files = []*discordgo.File{reply.TextFile("problems.txt", lines.String())}
	return r
}

func (h *Handlers) askImport(ctx context.Context, e *event.Event, statements []*kb.Statement, f curate.ImportPreview) reply.Reply {
	if f.Nothing() {
		return withLeftAlone(e, withDrafts(e, reply.Whisper(e.Say("knowledge.nothing")), statements), f)
	}
	about := h.loads.begin(ctx, e, statements)
	r := reply.Whisper(e.Say("knowledge.load", "New", len(f.New), "Changed", len(f.Changed), "Removed", len(f.Removed), "Same", f.Same))
	for _, part := range []struct {
		name  string
		lines []string
	}{{e.Say("knowledge.new"), f.New}, {e.Say("knowledge.changed"), f.Changed}, {e.Say("knowledge.removed"), f.Removed}} {
		if len(part.lines) > 0 {
			r.Add(reply.Block{
				Shown: fmt.Sprintf("**%s** (%d)\n%s", part.name, len(part.lines), change.Bullets(few(e, part.lines))),
				Words: part.name + ":\n- " + strings.Join(part.lines, "\n- "),
			})
		}
	}
	r = withLeftAlone(e, withDrafts(e, r, statements), f)
	r.Buttons = []discordgo.Button{h.button(e, e.Say("button.import"), "📥", actionImport, about), h.button(e, e.Say("button.cancel"), "✖️", actionDrop, about)}
	return r
}

// withDrafts says how many drafts of a file are left out, for nobody has approved them.
func withDrafts(e *event.Event, r reply.Reply, statements []*kb.Statement) reply.Reply {
	n := 0
	for _, s := range statements {
		n += len(s.Drafts)
	}
	if n > 0 {
		r.Add(reply.Ours(e.Say("knowledge.drafts", catalog.Count, n)))
	}
	return r
}

// few are the first lines of a list.
func few(e *event.Event, lines []string) []string {
	const most = 10
	if len(lines) <= most {
		return lines
	}
	return append(append([]string{}, lines[:most]...), e.Say("knowledge.more", catalog.Count, len(lines)-most))
}

// withLeftAlone says what a file does not change, because moderators did.
func withLeftAlone(e *event.Event, r reply.Reply, f curate.ImportPreview) reply.Reply {
	if len(f.Kept) > 0 {
		r.Add(reply.Block{
			Shown: e.Say("knowledge.left-alone") + "\n" + change.Bullets(few(e, f.Kept)), Words: e.Say("knowledge.left-alone") + "\n- " + strings.Join(f.Kept, "\n- "),
		})
	}
	return r
}

// importSure loads a file, and says first that it does.
func (h *Handlers) importSure(ctx context.Context, e *event.Event) reply.Reply {
	statements, ok := h.loads.take(ctx, e) // once
	if !ok {
		return change.TooOld(e)
	}
	facts := 0
	for _, s := range statements {
		facts += len(s.Facts)
	}
	r := reply.Say(e.Say("knowledge.loading", catalog.Count, facts))
	r.Update = true
	r.After = func(ctx context.Context) reply.Reply {
		began := time.Now()
		told, err := h.Curator.Import(ctx, change.Editor(e), statements)
		if err != nil {
			again := h.loads.put(ctx, e, statements)
			r := change.Failed(h.Log, e, err)
			r.Buttons = []discordgo.Button{h.button(e, e.Say("button.import"), "📥", actionImport, again)}
			return r
		}
		h.Outbox.CorrectSoon()
		took := time.Since(began).Seconds()
		return reply.Say(e.Say("knowledge.loaded", "Seconds", fmt.Sprintf("%.1f", took), "New", told.New, "Changed", told.Changed, "Removed", told.Taken, "Left", len(told.Kept)))
	}
	return r
}

// drop leaves a file.
func (h *Handlers) drop(ctx context.Context, e *event.Event) reply.Reply {
	h.loads.take(ctx, e)
	return reply.Say(e.Say("fact.not-changed")).Instead()
}

func (h *Handlers) button(e *event.Event, text, emoji string, act event.Action, about []byte) discordgo.Button {
	return h.Signer.Button(e, text, emoji, event.ID{Action: act, User: e.User, About: about})
}

// exportFile gives what a server has as a knowledge file.
func (h *Handlers) exportFile(_ context.Context, e *event.Event) reply.Reply {
	var file bytes.Buffer
	if err := h.Library.Export(&file, e.Guild); err != nil {
		return change.Failed(h.Log, e, err)
	}
	if file.Len() == 0 {
		return reply.Whisper(e.Say("knowledge.empty"))
	}
	if file.Len() > importMost {
		return reply.Whisper(e.Say("knowledge.too-large", "Command", "`verbatim export --server "+e.Guild+"`"))
	}
	r := reply.Whisper(e.Say("knowledge.exported"))
	r.Files = []*discordgo.File{{Name: "knowledge.yaml", ContentType: "application/yaml", Reader: &file}}
	return r
}
