package drafts

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"
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

// Keeper has the forms that were refused; the Curator of kb/curate is one. What each
// method promises is told there.
type Keeper interface {
	PutUnsaved(ctx context.Context, u curate.Unsaved, now time.Time) error
	AllUnsaved(ctx context.Context, server, user string) ([]curate.Unsaved, error)
	Unsaved(ctx context.Context, server, user, id string) (u curate.Unsaved, ok bool, err error)
	DropUnsaved(ctx context.Context, id string) error
}

// unsavedForm is what the next try of a form needs of its draft.
type unsavedForm struct {
	Statement, Source string
	Citation          int      `json:",omitempty"`
	Topics            []string `json:",omitempty"`

	Question, Answer, Quote, SaidBy, AlsoAsked string

	Draft   kb.Fact
	Anyway  bool     `json:",omitempty"`
	Alike   []string `json:",omitempty"`
	Waiting []string `json:",omitempty"`

	Language string       `json:",omitempty"`
	After    event.Action `json:",omitempty"`

	Edited string        `json:",omitempty"` // statement/fact
	Fact   *kb.Fact      `json:",omitempty"` // as it was seen
	Seen   []seenVersion `json:",omitempty"`
}

type seenVersion struct {
	store.Key
	Version int64
}

func (d *Draft) form() unsavedForm {
	f := unsavedForm{
		Statement: d.Statement, Source: d.Source, Citation: d.Citation, Topics: d.Topics, Waiting: d.Waiting,
		Question: d.Typed.Question, Answer: d.Typed.Answer, Quote: d.Typed.Quote, SaidBy: d.Typed.SaidBy, AlsoAsked: d.Typed.AlsoAsked,
		Draft: d.Reviewed.Fact, Anyway: d.Reviewed.Anyway,
		Language: d.Language, After: d.After,
	}
	for _, n := range d.Alike {
		f.Alike = append(f.Alike, n.ID)
	}
	if d.Edited != nil {
		f.Edited, f.Fact = d.Edited.ID, &d.Edited.Fact
		for key, version := range d.Edited.Seen {
			f.Seen = append(f.Seen, seenVersion{key, version})
		}
	}
	return f
}

// draft is the draft that a form was of.
func (f unsavedForm) draft() *Draft {
	d := Draft{
		Statement: f.Statement, Source: f.Source, Citation: f.Citation, Topics: f.Topics, Waiting: f.Waiting,
		Typed:    Typed{f.Question, f.Answer, f.Quote, f.SaidBy, f.AlsoAsked},
		Reviewed: curate.Draft{Statement: f.Statement, Fact: f.Draft, Anyway: f.Anyway},
		Language: f.Language, After: f.After,
		stored: true,
	}
	for _, factID := range f.Alike {
		d.Alike = append(d.Alike, kb.Nearest{ID: factID})
	}
	if f.Fact != nil {
		statement, _, _ := kb.SplitID(f.Edited)
		d.Edited = &curate.FactAt{ID: f.Edited, Statement: kb.Statement{ID: statement}, Fact: *f.Fact, Seen: library.Seen{}}
		for _, s := range f.Seen {
			d.Edited.Seen[s.Key] = s.Version
		}
	}
	return &d
}

// Number is the number of a draft as text.
func (d *Draft) Number() string { return hex.EncodeToString(d.About()) }

// numberOf reads the number of a draft.
func numberOf(text string) (uint64, bool) {
	raw, err := hex.DecodeString(text)
	if err != nil || len(raw) != 8 {
		return 0, false
	}
	return binary.BigEndian.Uint64(raw), true
}

// unsavedWait bounds how long a reply waits for a form to be kept or read.
const unsavedWait = time.Second

// Refuse keeps a form that was refused. Where the database cannot, the reply says so
// and has a file of it.
func (all *Drafts) Refuse(ctx context.Context, e *event.Event, d *Draft, r *reply.Reply) {
	ctx, cancel := context.WithTimeout(ctx, unsavedWait)
	defer cancel()
	d.refused = true
	err := all.write(ctx, d)
	all.Put(d)
	if err == nil {
		r.Add(reply.Ours(e.Say("fact.lost-nothing", "EditAgain", e.Say("button.edit-again"))))
		return
	}
	all.log.Warn("a form that was not saved is in memory only", "error", err)
	r.Add(reply.Ours(e.Say("fact.in-memory", "EditAgain", e.Say("button.edit-again"))))
	r.Files = []*discordgo.File{d.Typed.File(e)}
}

// write keeps a draft in the database.
func (all *Drafts) write(ctx context.Context, d *Draft) error {
	form, err := json.Marshal(d.form())
	if err == nil {
		err = all.keeper.PutUnsaved(ctx, curate.Unsaved{ID: d.Number(), Server: d.server, User: d.user, Form: form, Begun: !d.refused}, all.now())
	}
	d.stored = d.stored || err == nil
	return err
}

// End forgets a draft that is done; its buttons do nothing any more.
func (all *Drafts) End(ctx context.Context, d *Draft) {
	all.known.Put(d.number, &Draft{})
	if !d.stored {
		return
	}
	if err := all.keeper.DropUnsaved(context.WithoutCancel(ctx), d.Number()); err != nil {
		all.log.Warn("a form that was saved or dropped could not be forgotten yet", "error", err)
	}
}

// read is a draft that is in the database only, if it is of whoever uses its button,
// and there.
func (all *Drafts) read(e *event.Event, number uint64) (*Draft, bool) {
	ctx, cancel := context.WithTimeout(context.Background(), unsavedWait)
	defer cancel()
	u, ok, err := all.keeper.Unsaved(ctx, e.Guild, e.User, (&Draft{number: number}).Number())
	if err != nil {
		all.log.Warn("a form that was not saved could not be read", "id", e.ID, "error", err)
	}
	var f unsavedForm
	if !ok || json.Unmarshal(u.Form, &f) != nil {
		return nil, false
	}
	d := f.draft()
	d.number, d.user, d.server, d.refused = number, e.User, e.Guild, !u.Begun
	all.known.PutOf(d.user, number, d)
	changed := *d
	return &changed, true
}

// Refused are the forms that somebody could not save, the last first: before those
// that are kept, those that are in memory only.
func (all *Drafts) Refused(ctx context.Context, e *event.Event) (inMemory, kept []*Draft, err error) {
	stored, err := all.keeper.AllUnsaved(ctx, e.Guild, e.User)
	for _, u := range slices.Backward(stored) {
		var f unsavedForm
		number, isNumber := numberOf(u.ID)
		if isNumber && !u.Begun && json.Unmarshal(u.Form, &f) == nil {
			d := f.draft()
			d.number, d.user, d.server, d.refused = number, e.User, e.Guild, true
			kept = append(kept, d)
		}
	}
	inMemory = all.unwritten(e)
	slices.Reverse(inMemory)
	return inMemory, kept, err
}

// unwritten are the forms that somebody could not save and that are in memory
// only, the oldest first.
func (all *Drafts) unwritten(e *event.Event) []*Draft {
	return all.known.All(func(d *Draft) bool {
		return d.refused && !d.stored && d.user == e.User && d.server == e.Guild
	})
}

// ByNumber is a draft of whoever an event is of by its number as text. It is false if
// it is not there any more.
func (all *Drafts) ByNumber(e *event.Event, text string) (*Draft, bool) {
	number, ok := numberOf(text)
	if !ok {
		return nil, false
	}
	return all.own(e, number)
}

// DropRefused forgets all that somebody typed and could not save.
func (all *Drafts) DropRefused(ctx context.Context, e *event.Event) error {
	stored, err := all.keeper.AllUnsaved(ctx, e.Guild, e.User)
	for _, d := range all.unwritten(e) {
		all.End(ctx, d)
	}
	for _, u := range stored {
		err = errors.Join(err, all.keeper.DropUnsaved(ctx, u.ID))
		if number, ok := numberOf(u.ID); ok {
			all.known.Put(number, &Draft{})
		}
	}
	return err
}

// File keeps what was typed, where nothing else does.
func (t Typed) File(e *event.Event) *discordgo.File {
	var all []string
	for _, part := range [][2]string{
		{"fact.question", t.Question}, {"fact.answer", t.Answer}, {"fact.quote", t.Quote}, {"fact.said-by", t.SaidBy}, {"fact.also-asked", t.AlsoAsked},
	} {
		all = append(all, e.Say(part[0])+":\n"+part[1])
	}
	return reply.TextFile("typed.txt", strings.Join(all, "\n\n"))
}
