package moderator

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

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// A form that was refused is kept in the database too, so that neither a restart
// nor a closed app loses what was typed. It goes when it is saved or dropped.

// unsavedForm is what the next try of a form needs of its draft.
type unsavedForm struct {
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

func (d *draft) form() unsavedForm {
	f := unsavedForm{
		Statement: d.statement, Source: d.source, Topics: d.topics, Waiting: d.waiting,
		Question: d.typed.question, Answer: d.typed.answer, Quote: d.typed.quote, SaidBy: d.typed.saidBy, AlsoAsked: d.typed.alsoAsked,
		Draft: d.reviewed.Fact, Anyway: d.reviewed.Anyway,
	}
	for _, n := range d.alike {
		f.Alike = append(f.Alike, n.ID)
	}
	if d.edited != nil {
		f.Edited, f.Fact = d.edited.ID, &d.edited.Fact
		for key, version := range d.edited.Seen {
			f.Seen = append(f.Seen, seenVersion{key, version})
		}
	}
	return f
}

// draft is the draft that a form was of.
func (f unsavedForm) draft() draft {
	d := draft{
		statement: f.Statement, source: f.Source, topics: f.Topics, waiting: f.Waiting,
		typed:    typing{f.Question, f.Answer, f.Quote, f.SaidBy, f.AlsoAsked},
		reviewed: curate.Draft{Statement: f.Statement, Fact: f.Draft, Anyway: f.Anyway},
	}
	for _, factID := range f.Alike {
		d.alike = append(d.alike, kb.Nearest{ID: factID})
	}
	if f.Fact != nil {
		d.edited = &curate.FactAt{ID: f.Edited, Fact: *f.Fact, Seen: library.Seen{}}
		for _, s := range f.Seen {
			d.edited.Seen[s.Key] = s.Version
		}
	}
	return d
}

// numberText is the number of a draft as text.
func numberText(number uint64) string {
	return hex.EncodeToString(binary.BigEndian.AppendUint64(nil, number))
}

// unsavedWait bounds how long a reply waits for a form to be kept or read.
const unsavedWait = time.Second

// storeTyped keeps a form that was refused. Where the database cannot, the reply
// says so and has a file of it.
func (h *Handlers) storeTyped(ctx context.Context, d *draft, r *reply.Reply) {
	ctx, cancel := context.WithTimeout(ctx, unsavedWait)
	defer cancel()
	form, err := json.Marshal(d.form())
	if err == nil {
		err = h.Curator.PutUnsaved(ctx, curate.Unsaved{ID: numberText(d.number), Server: d.server, User: d.user, Form: form}, h.Now())
	}
	d.refused, d.stored = true, d.stored || err == nil
	h.putDraft(d)
	if err == nil {
		r.Add(reply.Ours("Nothing of what you typed is lost: **Edit again** has it, and so has `/fact unsaved`."))
		return
	}
	h.Log.Warn("a form that was not saved is in memory only", "error", err)
	r.Add(reply.Ours("**Edit again** has what you typed, but only until this bot is restarted: it could not be written down. The file below has it too."))
	r.Files = []*discordgo.File{d.typed.file()}
}

// endDraft forgets a draft that is done; its buttons do nothing any more.
func (h *Handlers) endDraft(ctx context.Context, d *draft) {
	h.drafts.Put(d.number, &draft{})
	if !d.stored {
		return
	}
	if err := h.Curator.DropUnsaved(context.WithoutCancel(ctx), numberText(d.number)); err != nil {
		h.Log.Warn("a form that was saved or dropped could not be forgotten yet", "error", err)
	}
}

// readDraft is a draft that is in the database only, if it is of whoever uses its
// button, and there.
func (h *Handlers) readDraft(e *event.Event, number uint64) (*draft, bool) {
	ctx, cancel := context.WithTimeout(context.Background(), unsavedWait)
	defer cancel()
	u, ok, err := h.Curator.Unsaved(ctx, e.Guild, e.User, numberText(number))
	if err != nil {
		h.Log.Warn("a form that was not saved could not be read", "id", e.ID, "error", err)
	}
	var f unsavedForm
	if !ok || json.Unmarshal(u.Form, &f) != nil {
		return nil, false
	}
	d := f.draft()
	d.number, d.user, d.server, d.refused, d.stored = number, e.User, e.Guild, true, true
	h.putDraft(&d)
	return &d, true
}

// factUnsaved lists what somebody typed and could not save.
func (h *Handlers) factUnsaved(ctx context.Context, e *event.Event) reply.Reply {
	all, err := h.Curator.AllUnsaved(ctx, e.Guild, e.User)
	if err != nil {
		h.Log.Error("what was not saved could not be read", "id", e.ID, "error", err)
		return reply.Whisper(reply.Sorry)
	}
	var options []discordgo.SelectMenuOption
	for _, d := range slices.Backward(h.unwritten(e)) {
		options = append(options, reply.Option(orDash(d.typed.question), d.typed.answer, numberText(d.number)))
	}
	for _, u := range slices.Backward(all) {
		var f unsavedForm
		if json.Unmarshal(u.Form, &f) == nil {
			options = append(options, reply.Option(orDash(f.Question), f.Answer, u.ID))
		}
	}
	if len(options) == 0 {
		return reply.Whisper("All that you typed here is saved, or was dropped.")
	}
	d := h.begin(e, draft{})
	r := reply.Whisper(fmt.Sprintf("You have %s not saved yet, the last one first. Each is kept for %d days, and only you see it.",
		reply.Count(len(options), "form"), int(curate.UnsavedFor.Hours())/24))
	if n := len(options) - len(all); n > 0 {
		r.Add(reply.Ours(fmt.Sprintf("Of these, %d could not be written down: kept only until this bot is restarted.", n)))
	}
	r.Menus = []discordgo.SelectMenu{h.draftMenu(e, d, "Go on with one", actionUnsaved, options)}
	r.Buttons = []discordgo.Button{h.draftButton(e, d, "Drop them all", "🗑️", actionDropUnsaved)}
	return r
}

// unwritten are the forms that somebody could not save and that are in memory
// only, the oldest first.
func (h *Handlers) unwritten(e *event.Event) []*draft {
	return h.drafts.All(func(d *draft) bool {
		return d.refused && !d.stored && d.user == e.User && d.server == e.Guild
	})
}

// orDash is never empty, as a label must not be.
func orDash(s string) string {
	if reply.Label(s, reply.OptionMost) == "" {
		return "–"
	}
	return s
}

// openUnsaved opens the form that was chosen.
func (h *Handlers) openUnsaved(_ context.Context, e *event.Event) reply.Reply {
	if e.Chosen() == "" {
		return reply.Whisper(draftExpired)
	}
	raw, err := hex.DecodeString(e.Chosen())
	if err != nil || len(raw) != 8 {
		return reply.Whisper(draftExpired)
	}
	number := binary.BigEndian.Uint64(raw)
	d, ok := h.ownDraft(e, number)
	if !ok || d.statement == "" {
		return reply.Whisper("That form is not there any more: it was saved, dropped, or is too old.")
	}
	return h.openForm(e, d)
}

// dropUnsaved forgets all that somebody typed and could not save.
func (h *Handlers) dropUnsaved(ctx context.Context, e *event.Event) reply.Reply {
	all, err := h.Curator.AllUnsaved(ctx, e.Guild, e.User)
	for _, d := range h.unwritten(e) {
		h.endDraft(ctx, d)
	}
	for _, u := range all {
		err = errors.Join(err, h.Curator.DropUnsaved(ctx, u.ID))
		if raw, e := hex.DecodeString(u.ID); e == nil && len(raw) == 8 {
			h.drafts.Put(binary.BigEndian.Uint64(raw), &draft{})
		}
	}
	if err != nil {
		return h.failed(e, err)
	}
	return reply.Say("**Dropped.** Nothing of it is kept.").Instead()
}
