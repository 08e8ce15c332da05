package bot

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// A form that was refused is kept in the database too, so that neither a restart
// nor a closed app loses what was typed. It goes when it is saved or dropped.

// keptForm is what the next try of a form needs of its work.
type keptForm struct {
	Statement, Source string
	Topics            []string `json:",omitempty"`

	Question, Answer, Quote, SaidBy, AlsoAsked string

	Draft   kb.Fact
	Anyway  bool     `json:",omitempty"`
	Alike   []string `json:",omitempty"`
	Waiting []string `json:",omitempty"`

	Edited string        `json:",omitempty"` // statement/fact
	Fact   *kb.Fact      `json:",omitempty"` // as it was seen
	Seen   []seenVersion `json:",omitempty"`
}

type seenVersion struct {
	store.Key
	Version int64
}

func (w *work) form() keptForm {
	f := keptForm{
		Statement: w.statement, Source: w.source, Topics: w.topics, Waiting: w.waiting,
		Question: w.typed.question, Answer: w.typed.answer, Quote: w.typed.quote, SaidBy: w.typed.saidBy, AlsoAsked: w.typed.alsoAsked,
		Draft: w.draft.Fact, Anyway: w.draft.Anyway,
	}
	for _, n := range w.alike {
		f.Alike = append(f.Alike, n.ID)
	}
	if w.edited != nil {
		f.Edited, f.Fact = w.edited.ID, &w.edited.Fact
		for key, version := range w.edited.Seen {
			f.Seen = append(f.Seen, seenVersion{key, version})
		}
	}
	return f
}

// work is the work that a form was of.
func (f keptForm) work() work {
	w := work{
		statement: f.Statement, source: f.Source, topics: f.Topics, waiting: f.Waiting,
		typed: typing{f.Question, f.Answer, f.Quote, f.SaidBy, f.AlsoAsked},
		draft: curate.Draft{Statement: f.Statement, Fact: f.Draft, Anyway: f.Anyway},
	}
	for _, factID := range f.Alike {
		w.alike = append(w.alike, kb.Nearest{ID: factID})
	}
	if f.Fact != nil {
		w.edited = &curate.FactAt{ID: f.Edited, Fact: *f.Fact, Seen: library.Seen{}}
		for _, s := range f.Seen {
			w.edited.Seen[s.Key] = s.Version
		}
	}
	return w
}

// numberText is the number of a work as text.
func numberText(number uint64) string {
	return hex.EncodeToString(binary.BigEndian.AppendUint64(nil, number))
}

// unsavedWait bounds how long a reply waits for a form to be kept or read.
const unsavedWait = time.Second

// keepTyped keeps a form that was refused. Where the database cannot, the reply
// says so and has a file of it.
func (b *Bot) keepTyped(ctx context.Context, w *work, r *Reply) {
	ctx, cancel := context.WithTimeout(ctx, unsavedWait)
	defer cancel()
	form, err := json.Marshal(w.form())
	if err == nil {
		err = b.Curator.PutUnsaved(ctx, curate.Unsaved{ID: numberText(w.number), Server: w.server, User: w.user, Form: form}, b.Now())
	}
	w.refused, w.stored = true, w.stored || err == nil
	b.keepWork(w)
	if err == nil {
		r.Blocks = append(r.Blocks, ours("Nothing of what you typed is lost: **Edit again** has it, and so has `/fact unsaved`."))
		return
	}
	b.Log.Warn("a form that was not saved is in memory only", "error", err)
	r.Blocks = append(r.Blocks, ours("**Edit again** has what you typed, but only until this bot is restarted: it could not be written down. The file below has it too."))
	r.Files = []*discordgo.File{w.typed.file()}
}

// endWork forgets a work that is done; its buttons do nothing any more.
func (b *Bot) endWork(ctx context.Context, w *work) {
	b.works.put(w.number, &work{})
	if !w.stored {
		return
	}
	if err := b.Curator.DropUnsaved(context.WithoutCancel(ctx), numberText(w.number)); err != nil {
		b.Log.Warn("a form that was saved or dropped could not be forgotten yet", "error", err)
	}
}

// readWork is a work that is in the database only, if it is of whoever uses its
// button, and there.
func (b *Bot) readWork(e *Event, number uint64) (*work, bool) {
	ctx, cancel := context.WithTimeout(context.Background(), unsavedWait)
	defer cancel()
	u, ok, err := b.Curator.Unsaved(ctx, e.Guild, e.User, numberText(number))
	if err != nil {
		b.Log.Warn("a form that was not saved could not be read", "id", e.ID, "error", err)
	}
	var f keptForm
	if !ok || json.Unmarshal(u.Form, &f) != nil {
		return nil, false
	}
	w := f.work()
	w.number, w.user, w.server, w.refused, w.stored = number, e.User, e.Guild, true, true
	b.keepWork(&w)
	return &w, true
}

// factUnsaved lists what somebody typed and could not save.
func (b *Bot) factUnsaved(ctx context.Context, e *Event) Reply {
	all, err := b.Curator.AllUnsaved(ctx, e.Guild, e.User)
	if err != nil {
		b.Log.Error("what was not saved could not be read", "id", e.ID, "error", err)
		return whisper(sorry)
	}
	var options []discordgo.SelectMenuOption
	for _, w := range slices.Backward(b.unwritten(e)) {
		options = append(options, option(orDash(w.typed.question), w.typed.answer, numberText(w.number)))
	}
	for _, u := range slices.Backward(all) {
		var f keptForm
		if json.Unmarshal(u.Form, &f) == nil {
			options = append(options, option(orDash(f.Question), f.Answer, u.ID))
		}
	}
	if len(options) == 0 {
		return whisper("All that you typed here is saved, or was dropped.")
	}
	w := b.begin(e, work{})
	r := whisper(fmt.Sprintf("You have %s not saved yet, the last one first. Each is kept for %d days, and only you see it.",
		count(len(options), "form"), int(curate.UnsavedFor.Hours())/24))
	if n := len(options) - len(all); n > 0 {
		r.Blocks = append(r.Blocks, ours(fmt.Sprintf("Of these, %d could not be written down: kept only until this bot is restarted.", n)))
	}
	r.Menus = []discordgo.SelectMenu{b.workMenu(e, w, "Go on with one", actionUnsaved, options)}
	r.Buttons = []discordgo.Button{b.workButton(e, w, "Drop them all", "🗑️", actionDropUnsaved)}
	return r
}

// unwritten are the forms that somebody could not save and that are in memory
// only, the oldest first.
func (b *Bot) unwritten(e *Event) []*work {
	return b.works.all(func(w *work) bool {
		return w.refused && !w.stored && w.user == e.User && w.server == e.Guild
	})
}

// orDash is never empty, as a label must not be.
func orDash(s string) string {
	if label(s, optionMost) == "" {
		return "–"
	}
	return s
}

// openUnsaved opens the form that was chosen.
func (b *Bot) openUnsaved(_ context.Context, e *Event) Reply {
	if len(e.Values) != 1 {
		return whisper(workExpired)
	}
	raw, err := hex.DecodeString(e.Values[0])
	if err != nil || len(raw) != 8 {
		return whisper(workExpired)
	}
	number := binary.BigEndian.Uint64(raw)
	w, ok := b.ownWork(e, number)
	if !ok || w.statement == "" {
		return whisper("That form is not there any more: it was saved, dropped, or is too old.")
	}
	return b.openForm(e, w)
}

// dropUnsaved forgets all that somebody typed and could not save.
func (b *Bot) dropUnsaved(ctx context.Context, e *Event) Reply {
	all, err := b.Curator.AllUnsaved(ctx, e.Guild, e.User)
	for _, w := range b.unwritten(e) {
		b.endWork(ctx, w)
	}
	for _, u := range all {
		err = errors.Join(err, b.Curator.DropUnsaved(ctx, u.ID))
		if raw, e := hex.DecodeString(u.ID); e == nil && len(raw) == 8 {
			b.works.put(binary.BigEndian.Uint64(raw), &work{})
		}
	}
	if err != nil {
		return whisper(b.whyNot(e, err))
	}
	r := say("**Dropped.** Nothing of it is kept.")
	r.Update = true
	return r
}
