package outbox

import (
	"context"
	"fmt"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/gateway"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/library"
	"verbatim/kb/usage"
)

// Where an answer was shown is remembered for a day, so that it can be marked
// when its fact changes: by whom and in which process ever, and although this one
// was restarted meanwhile. The messages are looked through whenever the knowledge
// has changed.
const (
	shownMost     = 20_000 // in memory, while they cannot be kept
	correctEvery  = 2 * time.Second
	correctAgain  = time.Minute             // after what Discord or the database did not take
	correctPause  = 1500 * time.Millisecond // between two of them: what people ask goes first
	correctLook   = time.Minute             // after which it is looked anew what has changed meanwhile
	correctWithin = 5 * time.Second
	correctTaken  = 2 * time.Minute // how long others leave a message to who has begun with it
)

// Remembers tells whether it is remembered where a reply is shown: it says what a fact
// says, and all see it.
func (o *Outbox) Remembers(e *event.Event, r reply.Reply) bool {
	return o != nil && r.Shows.Saying != "" && !r.Private && e.Guild != "" && r.Form == nil
}

// Shown remembers the message that a reply has become.
func (o *Outbox) Shown(e *event.Event, r reply.Reply, m *discordgo.Message) {
	if m == nil || !o.Remembers(e, r) {
		return
	}
	says := r.Shows.Saying
	noted := o.putShown(usage.Shown{
		Message: m.ID, Channel: m.ChannelID, Server: e.Guild,
		Fact: r.Shows.ID, First: says, Now: says, At: o.Now().UnixMilli(), Language: string(e.Language),
	})
	if a, _ := o.Library.Fact(r.Shows.ID, e.Guild); noted && a.Saying() != says { // it was changed meanwhile
		o.CorrectSoon()
	}
}

func (o *Outbox) putShown(s usage.Shown) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.shown) >= shownMost {
		o.left++
		return false
	}
	o.shown[s.Message] = s
	return true
}

// Answered does the same for the answer to an interaction. Where Discord has not told which
// message it has become (m is nil), that is looked up. When too many are looked up at once,
// it is let be.
func (o *Outbox) Answered(i *discordgo.Interaction, e *event.Event, r reply.Reply, m *discordgo.Message) {
	if m != nil || !o.Remembers(e, r) {
		o.Shown(e, r, m)
		return
	}
	select {
	case o.lookups <- struct{}{}:
	default:
		o.leaveOut()
		return
	}
	go func() {
		defer func() { <-o.lookups }()
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		m, err := o.Sender.Original(ctx, i)
		if err != nil {
			o.Log.Debug("an answer could not be looked up", "id", i.ID, "error", err)
			return
		}
		o.Shown(e, r, m)
	}()
}

// CorrectSoon has answers looked through at once, whether the knowledge has
// changed or not.
func (o *Outbox) CorrectSoon() {
	if o == nil {
		return
	}
	wake(o.changed)
}

// correctAll looks the answers through that were shown, at first and
// whenever something has changed.
func (o *Outbox) correctAll(ctx context.Context) {
	look := time.NewTicker(correctEvery)
	defer look.Stop()
	var seen library.Version
	var again time.Time // when it is to be tried again; zero: not at all
	wanted := false
	for {
		v, known := o.Library.Version()
		if wanted || known && v != seen || !again.IsZero() && time.Now().After(again) {
			seen, again, wanted = v, time.Time{}, false
			if wait := o.correctShown(ctx); wait > 0 {
				again = time.Now().Add(wait)
			}
		}
		select {
		case <-look.C:
		case <-o.changed:
			wanted = true
		case <-ctx.Done():
			return
		}
	}
}

// correctShown marks the messages whose fact says something else by now, one of each
// server in turn, so that none waits for all that another has. It tells when to look
// again; 0 if nothing is left.
func (o *Outbox) correctShown(ctx context.Context) (again time.Duration) {
	waiting, err := o.changedSince(ctx)
	if err != nil {
		o.Log.Warn("where answers were shown cannot be read", "error", err)
		again = correctAgain
	}
	for until := time.Now().Add(correctLook); len(waiting) > 0; {
		for server, of := range waiting {
			if ctx.Err() != nil {
				return correctAgain
			}
			if o.mark(ctx, of[0]) {
				again = correctAgain
			}
			if waiting[server] = of[1:]; len(of) == 1 {
				delete(waiting, server)
			}
		}
		if len(waiting) > 0 && time.Now().After(until) {
			return correctEvery
		}
	}
	return again
}

// changedSince are the messages whose fact says something else by now, by server. With
// an error, they are those that are in memory only.
func (o *Outbox) changedSince(ctx context.Context) (map[string][]usage.Shown, error) {
	o.save(ctx)
	unkept := o.unsavedShown() // first, for one may be kept between the two
	all, err := o.Usage.Shown(ctx)
	seen, changed := map[string]bool{}, map[string][]usage.Shown{}
	for _, s := range append(unkept, all...) {
		if seen[s.Message] || o.Now().UnixMilli()-s.At >= usage.ShownFor.Milliseconds() {
			continue
		}
		seen[s.Message] = true
		if now, _ := o.saysNow(s); now.Now != s.Now {
			changed[s.Server] = append(changed[s.Server], s)
		}
	}
	return changed, err
}

// saysNow is a message as it were if it said what its fact says by now.
func (o *Outbox) saysNow(s usage.Shown) (usage.Shown, kb.Answer) {
	a, ok := o.Library.Fact(s.Fact, s.Server)
	if s.Now, s.Taken = "", 0; ok {
		s.Now = a.Saying()
	}
	return s, a
}

// mark marks one message if its fact says something else by now, and tells
// whether it is to be tried again. Of several processes that see the change, one
// does it.
func (o *Outbox) mark(ctx context.Context, s usage.Shown) (again bool) {
	now, a := o.saysNow(s)
	switch {
	case now.Now == s.Now:
		return false
	case o.Library.Settings(s.Server).CorrectionsOff:
		return !o.shownChanges(ctx, s, now)
	case s.Taken > o.Now().UnixMilli():
		return true
	}
	taken := s
	taken.Taken = o.Now().Add(correctTaken).UnixMilli()
	if !o.shownChanges(ctx, s, taken) {
		return true
	}
	noting := context.WithoutCancel(ctx) // when the program ends, what was begun is sent and noted
	sending, cancel := context.WithTimeout(noting, correctWithin)
	defer cancel()
	r, err := o.correction(sending, s, now, a)
	if err == nil {
		err = o.Sender.Correct(sending, s.Channel, s.Message, r)
	} else {
		o.Log.Warn("what an answer said before cannot be read", "error", err)
	}
	switch {
	case err == nil:
		again = !o.shownChanges(noting, taken, now)
	case gateway.Refused(err):
		o.forgetShown(noting, s)
	default:
		o.shownChanges(noting, taken, s)
		again = true
	}
	select {
	case <-time.After(correctPause):
	case <-ctx.Done():
	}
	return again
}

// shownChanges notes that a message says something else, where it is kept; false
// when somebody else has, or it could not be noted.
func (o *Outbox) shownChanges(ctx context.Context, was, now usage.Shown) bool {
	o.mu.Lock()
	if o.shown[was.Message] == was {
		o.shown[was.Message] = now
		o.mu.Unlock()
		return true
	}
	o.mu.Unlock()
	ok, err := o.Usage.Changed(ctx, was, now)
	if err != nil {
		o.Log.Warn("a correction could not be noted", "error", err)
	}
	return ok
}

func (o *Outbox) forgetShown(ctx context.Context, s usage.Shown) {
	o.mu.Lock()
	delete(o.shown, s.Message)
	o.mu.Unlock()
	if err := o.Usage.Forget(ctx, s); err != nil {
		o.Log.Warn("a message that is gone could not be forgotten", "error", err)
	}
}

// correction is what stands in the place of an answer that was shown.
func (o *Outbox) correction(ctx context.Context, s, now usage.Shown, a kb.Answer) (reply.Reply, error) {
	said, changed, err := o.Usage.SaidThen(ctx, s.Server, s.Fact, s.First)
	if err != nil {
		return reply.Reply{}, err
	}
	if changed.IsZero() {
		changed = o.Now()
	}
	l := o.language(s.Server)
	if shown, is := catalog.Match(s.Language); is {
		l = shown
	}
	since := l.Say("correction.since", "When", fmt.Sprintf("<t:%d:f>", changed.Unix()))
	r := reply.Reply{Language: l}
	switch now.Now {
	case "":
		r.Blocks = []reply.Block{reply.Ours(l.Join(since, l.Say("correction.taken-back")))}
	case s.First:
		r.Blocks = append(reply.Answer(l, a), reply.Ours("-# "+l.Say("correction.as-before")))
	default:
		r.Blocks = append([]reply.Block{reply.Ours(l.Join(since, l.Say("correction.now")))}, reply.Answer(l, a)...)
	}
	switch {
	case now.Now == s.First || said == "":
	case said == a.Text:
		r.Add(reply.Ours("-# " + l.Say("correction.same")))
	default:
		before := reply.OneLine(reply.Label(said, 500))
		r.Add(reply.Block{Shown: "-# " + l.Say("correction.said-before", "Answer", before), Words: l.Say("correction.said-before", "Answer", said)})
	}
	if now.Now != "" {
		r.Buttons = o.Signer.LookCloser(l, s.Server, event.Short(a.ID))
	}
	return r, nil
}

// language is what is written in to nobody in particular in a server.
func (o *Outbox) language(server string) catalog.Language {
	l, _ := catalog.Match(o.Library.Settings(server).Language)
	return l
}
