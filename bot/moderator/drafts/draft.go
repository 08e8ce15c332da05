// Package drafts has what a moderator is at between two steps: a form that is filled
// in or was refused, a fact that is to be removed, questions that are to be answered.
// A draft belongs to one person in one server. It is in memory and in the database
// (unsaved.go), so that neither a restart while a form is open nor another process that
// gets the next step loses anything. It must
// never hand a draft to anybody else, and saves no fact; facts and inbox of package
// moderator call it.
package drafts

import (
	"context"
	"encoding/binary"
	"log/slog"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/curate"
)

// A Draft is what a moderator is at between two steps.
type Draft struct {
	number       uint64
	user, server string

	Statement string   // the statement of the fact
	Source    string   // the source whose quote stands in the form
	Citation  int      // which of the fact's citations that quote is of; the first of the source if it is not of the source
	Topics    []string // of a new fact, or instead of those that it has
	Typed     Typed    // what stands in the form
	Edited    *curate.FactAt
	Reviewed  curate.Draft // as it was last looked at
	Alike     []kb.Nearest
	Waiting   []string // questions of the inbox that it answers
	Language  string   // of an answer in another language, as BCP 47; empty in the form of a fact

	After event.Action // of a button that goes on when it is saved; 0 for none

	refused, stored bool // it was not saved; it is in the database too
}

// Typed is what stands in the form of a fact.
type Typed struct{ Question, Answer, Quote, SaidBy, AlsoAsked string }

// IsAny holds for every draft, also for one that is of nothing yet.
func IsAny(*Draft) bool { return true }

// IsForm holds for what a form can be opened with.
func IsForm(d *Draft) bool { return d.Statement != "" }

// IsFact holds for what is about a fact that is there.
func IsFact(d *Draft) bool { return d.Edited != nil }

// IsQuestion holds for what answers questions of the inbox.
func IsQuestion(d *Draft) bool { return len(d.Waiting) > 0 }

// Drafts are those of all moderators. Its methods may be called from many goroutines.
type Drafts struct {
	keeper Keeper
	signer event.Signer
	log    *slog.Logger
	now    func() time.Time
	shared bool
	known  *event.Memory[uint64, *Draft] // by number
}

// What is remembered, and for how long.
const draftsMost, draftsFor = 2_000, 24 * time.Hour

// New makes Drafts of which none is in memory yet. Shared ones may be gone on with in
// another process than the one where they were begun while that runs.
func New(keeper Keeper, signer event.Signer, log *slog.Logger, now func() time.Time, shared bool) *Drafts {
	return &Drafts{keeper, signer, log, now, shared, event.NewMemory[uint64, *Draft](draftsMost, draftsFor, now)}
}

// A Run goes on with a draft.
type Run func(context.Context, *event.Event, *Draft) reply.Reply

// GoOn hands a handler the draft that a button, a menu or a form belongs to, if
// it is still there and of a kind.
func (all *Drafts) GoOn(is func(*Draft) bool, run Run) event.Run {
	return func(ctx context.Context, e *event.Event) reply.Reply {
		d, ok := all.Of(e)
		if !ok || !is(d) {
			return change.TooOld(e)
		}
		return run(ctx, e, d)
	}
}

// Begin remembers a draft of whoever an event is of.
func (all *Drafts) Begin(e *event.Event, d Draft) *Draft {
	d.number, _ = event.NewNumber()
	d.user, d.server = e.User, e.Guild
	all.Put(&d)
	return &d
}

// Of is a copy of what the button or form of an event belongs to. What a handler
// changes in it counts when it is put back.
func (all *Drafts) Of(e *event.Event) (*Draft, bool) {
	n, ok := e.Used.Number()
	if !ok {
		return nil, false
	}
	return all.own(e, n)
}

// own is a copy of a draft, in memory or kept, of whoever an event is of.
func (all *Drafts) own(e *event.Event, number uint64) (*Draft, bool) {
	if all.shared { // what is in memory may have gone on elsewhere
		if d, ok := all.read(e, number); ok {
			return d, true
		}
	}
	d, ok := all.known.Get(number)
	switch {
	case ok && all.shared && d.stored: // it was ended elsewhere
		return nil, false
	case !ok:
		return all.read(e, number)
	case d.user != e.User || d.server != e.Guild:
		return nil, false
	}
	changed := *d
	return &changed, true
}

// Put remembers a draft as it is now; what is changed in it afterwards counts when it is
// put again.
func (all *Drafts) Put(d *Draft) {
	if !d.refused {
		ctx, cancel := context.WithTimeout(context.Background(), unsavedWait)
		defer cancel()
		if err := all.write(ctx, d); err != nil {
			all.log.Warn("a form that is open would not outlast a restart, and belongs to this process", "error", err)
		}
	}
	kept := *d // others may read it while this handler goes on
	all.known.PutOf(d.user, d.number, &kept)
}

// About is what an id has to say of a draft.
func (d *Draft) About() []byte { return binary.BigEndian.AppendUint64(nil, d.number) }

// Button makes a button that goes on with a draft.
func (all *Drafts) Button(e *event.Event, d *Draft, text, emoji string, act event.Action) discordgo.Button {
	return all.signer.Button(e, text, emoji, event.ID{Action: act, User: e.User, About: d.About()})
}

// Menu makes a menu that goes on with a draft.
func (all *Drafts) Menu(e *event.Event, d *Draft, above string, act event.Action, options []discordgo.SelectMenuOption) discordgo.SelectMenu {
	return all.signer.Menu(e, above, event.ID{Action: act, User: e.User, About: d.About()}, options)
}
