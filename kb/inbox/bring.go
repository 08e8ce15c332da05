package inbox

import (
	"context"
	"strings"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/text"
)

// A Brought is what somebody brought in from elsewhere as an answer to a question that
// waits: a draft, which is said to nobody until a fact with a source is saved of it.
type Brought struct {
	Answer string `json:"answer,omitempty"`
	Quote  string `json:"quote,omitempty"`
	SaidBy string `json:"said_by,omitempty"`
	Source string `json:"source,omitempty"` // as it was named there
	File   string `json:"file,omitempty"`   // that it came from
}

// A Bringing is what became of what was brought in.
type Bringing struct {
	New   int // wait now
	Known int // waited already in the same words, or were dismissed
	Full  int // found no place
}

// Bring puts questions with their Brought into the inbox of an editor's server: all that
// find a place, in one write. Those without words are left out.
func (b *Inbox) Bring(ctx context.Context, e library.Editor, questions []OpenQuestion) (Bringing, error) {
	var done Bringing
	c := e.Change("bring in")
	there := b.there(ctx, e.Server)
	at := b.library.Now().UnixMilli()
	for _, q := range questions {
		q.Question = strings.TrimSpace(q.Question)
		if len(text.Words(q.Question)) == 0 || len([]rune(q.Question)) > kb.QuestionMost {
			continue
		}
		q.ID = idOf(q.Question, q.Statement)
		switch {
		case there.has(q):
			done.Known++
			continue
		case there.open >= openMost:
			done.Full++
			continue
		}
		now, err := b.library.Latest(ctx, questionKey(e.Server, q.ID))
		if err != nil {
			return Bringing{}, err
		}
		q.First, q.Last = at, at
		record, err := recordOf(now.Key, q)
		if err != nil {
			return Bringing{}, err
		}
		c.Put, c.Expect[now.Key] = append(c.Put, record), now.Version
		there.waiting[q.ID], there.open, done.New = true, there.open+1, done.New+1
	}
	if len(c.Put) == 0 {
		return done, nil
	}
	_, err := b.library.Apply(ctx, c)
	if store.CodeOf(err) == store.CodeConflict {
		return Bringing{}, kb.Refuse("failure.conflict")
	}
	return done, err
}

// What is in an inbox, as far as one who brings something has to know.
type inside struct {
	waiting   map[string]bool // by id
	dismissed map[string]bool // by the hashes of their words
	open      int
	key       func(question string) string
}

func (b *Inbox) there(ctx context.Context, server string) (i inside) {
	i.waiting, i.dismissed = map[string]bool{}, map[string]bool{}
	b.library.View(ctx, server, func(v *index.View) {
		names := v.Names()
		i.key = func(question string) string { return strings.Join(wordingOf(names, question).key(), " ") }
		for id, q := range index.Records[OpenQuestion](v, index.RecordInbox) {
			if len(q.Dismissed) > 0 {
				i.dismissed[strings.Join(q.Dismissed, " ")] = true
				continue
			}
			i.waiting[id] = true
			i.open++
		}
	})
	return i
}

func (i inside) has(q OpenQuestion) bool { return i.waiting[q.ID] || i.dismissed[i.key(q.Question)] }
