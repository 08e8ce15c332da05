package bot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/file"
)

// Reading a knowledge file of 8 MB takes some seconds and half a gigabyte of
// memory, and one that was read lies in memory until it is loaded or dropped. So
// one is read at a time, and few lie there.
const (
	importMost  = 8 << 20 // bytes
	importsMost = 10
)

// importFile reads a knowledge file and shows what it would change.
func (b *Bot) importFile(ctx context.Context, e *Event) Reply {
	select {
	case b.desk.importing <- struct{}{}:
		defer func() { <-b.desk.importing }()
	default:
		return whisper("Another file is being read just now. Try again in a moment.")
	}
	content, name, refusal := b.fetched(ctx, e, optionImport, importMost)
	if refusal != "" {
		return whisper(refusal)
	}
	statements, err := file.Read(name, bytes.NewReader(content))
	var problems file.Problems
	if errors.As(err, &problems) {
		return brokenFile(problems)
	}
	if err != nil {
		return whisper(b.whyNot(e, err))
	}
	foreseen, err := b.Curator.Preview(ctx, e.Guild, statements)
	if err != nil {
		return whisper(b.whyNot(e, err))
	}
	return b.askImport(e, name, statements, foreseen)
}

// brokenFile gives all problems of a file, with their lines, as a file.
func brokenFile(problems file.Problems) Reply {
	var lines strings.Builder
	for _, p := range problems {
		lines.WriteString(p.String() + "\n")
	}
	r := whisper("**Nothing was changed:** the file has " + count(len(problems.Errors()), "mistake") + ". They are listed with their lines in the file below.")
	if first := problems.Errors(); len(first) > 0 {
		r.Blocks = append(r.Blocks, Block{plain(first[0].String()), first[0].String()})
	}
	r.Files = []*discordgo.File{textFile("problems.txt", lines.String())}
	return r
}

func (b *Bot) askImport(e *Event, name string, statements []*kb.Statement, f curate.ImportPreview) Reply {
	if f.Nothing() {
		return withKept(whisper("**Nothing would change:** all of the file is here already."), f)
	}
	b.makeRoom(e)
	w := b.begin(e, work{load: statements, file: name})
	r := whisper(fmt.Sprintf("**Load this file?** %d new, %d changed, %d removed; %d stay as they are.", len(f.New), len(f.Changed), len(f.Removed), f.Same))
	for _, part := range []struct {
		name  string
		lines []string
	}{{"New", f.New}, {"Changed", f.Changed}, {"Removed", f.Removed}} {
		if len(part.lines) > 0 {
			r.Blocks = append(r.Blocks, Block{
				fmt.Sprintf("**%s** (%d)\n%s", part.name, len(part.lines), bullets(few(part.lines))),
				part.name + ":\n- " + strings.Join(part.lines, "\n- "),
			})
		}
	}
	r = withKept(r, f)
	r.Buttons = []discordgo.Button{b.workButton(e, w, "Import", "📥", actionImportSure), b.workButton(e, w, "Cancel", "✖️", actionDrop)}
	return r
}

// makeRoom forgets files that wait to be loaded: an earlier one of the same
// person, and the oldest when they are many.
func (b *Bot) makeRoom(e *Event) {
	waiting := b.works.all(func(w *work) bool { return len(w.load) > 0 })
	for i, w := range waiting {
		if w.user == e.User && w.server == e.Guild || i+importsMost <= len(waiting) {
			b.works.put(w.number, &work{})
		}
	}
}

// few are the first lines of a list.
func few(lines []string) []string {
	const most = 10
	if len(lines) <= most {
		return lines
	}
	return append(append([]string{}, lines[:most]...), fmt.Sprintf("… and %d more", len(lines)-most))
}

// withKept says what a file does not change, because moderators did.
func withKept(r Reply, f curate.ImportPreview) Reply {
	if len(f.Kept) > 0 {
		r.Blocks = append(r.Blocks, Block{
			"**Left alone**, for moderators have changed it:\n" + bullets(few(f.Kept)), "Left alone:\n- " + strings.Join(f.Kept, "\n- "),
		})
	}
	return r
}

// importSure loads a file, and says first that it does.
func (b *Bot) importSure(_ context.Context, e *Event) Reply {
	w, ok := b.work(e)
	if !ok || len(w.load) == 0 {
		return whisper(workExpired)
	}
	b.works.put(w.number, &work{}) // once
	facts := 0
	for _, s := range w.load {
		facts += len(s.Facts)
	}
	r := say(fmt.Sprintf("**Loading %s…** Questions are answered meanwhile.", count(facts, "fact")))
	r.Update = true
	r.After = func(ctx context.Context) Reply {
		began := time.Now()
		told, err := b.Library.Load(ctx, e.User, e.Guild, w.load)
		if err != nil {
			again := b.begin(e, work{load: w.load, file: w.file})
			r := whisper(b.whyNot(e, err))
			r.Buttons = []discordgo.Button{b.workButton(e, again, "Import", "📥", actionImportSure)}
			return r
		}
		b.correctSoon()
		took := time.Since(began).Seconds()
		return say(fmt.Sprintf("**Loaded** in %.1f s: %d new, %d changed, %d removed, %d left alone.", took, told.New, told.Changed, told.Taken, len(told.Kept)))
	}
	return r
}

// exportFile gives what a server has as a knowledge file.
func (b *Bot) exportFile(_ context.Context, e *Event) Reply {
	var file bytes.Buffer
	if err := b.Library.Export(&file, e.Guild); err != nil {
		return whisper(b.whyNot(e, err))
	}
	if file.Len() == 0 {
		return whisper("This server has no facts, sources or names of its own yet.")
	}
	if file.Len() > importMost {
		return whisper("What this server has is too long for Discord. Whoever runs this bot can write it to a file: `verbatim export --server " + e.Guild + "`.")
	}
	r := whisper("What this server has of its own. It can be loaded again with `/kb import`, here or elsewhere.")
	r.Files = []*discordgo.File{{Name: "knowledge.yaml", ContentType: "application/yaml", Reader: &file}}
	return r
}
