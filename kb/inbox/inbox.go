// Package inbox has the questions that nothing answered, for the moderators of their
// servers, and those that were brought in from elsewhere with a draft of an answer: put in and counted, the same in other words together, dismissed for good,
// and forgotten when they are old; and who is to be told when one is answered.
//
// It must never keep a name, but the id of whoever asked to be told, until they were.
// kb/curate has them answered by facts; bot puts them in, and bot and cmd list them.
package inbox

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/text"
)

// An Inbox has the questions that wait for an answer, of all servers of a library.
type Inbox struct{ library *library.Library }

// New is the inbox of a library.
func New(l *library.Library) *Inbox { return &Inbox{l} }

// An OpenQuestion is a question that was not answered, or not with what was meant,
// without a name. One that was dismissed has no text any more, only what it
// takes to know it again.
type OpenQuestion struct {
	ID        string    `json:"-"`
	Question  string    `json:"question,omitempty"`
	Statement string    `json:"statement,omitempty"` // that it was limited to
	Reason    kb.Reason `json:"reason,omitempty"`    // empty: an answer was not what was meant
	Given     string    `json:"given,omitempty"`     // the id of that answer
	Count     int       `json:"count,omitempty"`
	First     int64     `json:"first,omitempty"` // Unix time in milliseconds
	Last      int64     `json:"last,omitempty"`
	Answered  string    `json:"answered,omitempty"`  // statement/fact, while people are to be told
	Dismissed []string  `json:"dismissed,omitempty"` // hashes of its words
	Brought   *Brought  `json:"brought,omitempty"`   // a draft of its answer; nil: there is none
}

// A tell is somebody who is to be told when a question is answered.
type tell struct {
	User    string `json:"user"`
	Waiting string `json:"waiting"` // the id of the question
}

// openMost is how many questions wait in one server; then no new ones are taken until
// some are answered or dismissed.
const openMost = 2000

// errFull is given when no more questions can wait.
var errFull = errors.New("the inbox is full: answer or dismiss some of it")

func questionKey(server, id string) store.Key {
	return store.Key{Server: server, Kind: index.RecordInbox, ID: id}
}

func tellKey(server, id string) store.Key {
	return store.Key{Server: server, Kind: index.RecordTell, ID: id}
}

// idOf is the same for the same words.
func idOf(question, statement string) string {
	var words []string
	for _, w := range text.Words(question) {
		words = append(words, w.Text)
	}
	sum := sha256.Sum256([]byte(statement + "\n" + strings.Join(words, " ")))
	return hex.EncodeToString(sum[:8])
}

// unnamed is the author of what askers bring in: nobody's name is kept.
const unnamed = "verbatim"

// Pass puts a question into the inbox of a server, or counts q.Count more askings
// of it: 0 for one that is counted already. User, if not empty, is to be told
// when it is answered. What was dismissed does not come back, in other words
// neither, but for who wants to be told. Fresh reports that it is a question that did
// not wait there before.
func (b *Inbox) Pass(ctx context.Context, server string, q OpenQuestion, user, once string) (fresh bool, err error) {
	q.Question = strings.TrimSpace(q.Question)
	if len(text.Words(q.Question)) == 0 {
		return false, kb.Refuse("refusal.no-question")
	}
	if len([]rune(q.Question)) > kb.QuestionMost {
		return false, kb.Refuse("refusal.question-too-long")
	}
	q.ID = idOf(q.Question, q.Statement)
	for try := 0; ; try++ {
		fresh, err = b.passOnce(ctx, server, q, user, once)
		if store.CodeOf(err) != store.CodeConflict || try == 5 {
			return fresh, err
		}
	}
}

func (b *Inbox) passOnce(ctx context.Context, server string, q OpenQuestion, user, once string) (fresh bool, err error) {
	there := b.backlog(ctx, server, q, user)
	if user == "" && there.dismissed {
		return false, nil
	}
	key := questionKey(server, q.ID)
	now, err := b.library.Latest(ctx, key)
	if err != nil {
		return false, err
	}
	before := index.BodyOf[OpenQuestion](now)
	if fresh = before == nil || before.Question == ""; fresh && there.open >= openMost {
		return false, errFull
	}
	at := b.library.Now().UnixMilli()
	q.First, q.Last = at, at
	if !fresh {
		q.Count, q.First, q.Answered, q.Brought = before.Count+q.Count, before.First, before.Answered, before.Brought
	}
	record, err := recordOf(key, q)
	if err != nil {
		return false, err
	}
	c := library.Editor{Author: unnamed, Server: server, Once: once}.Change("ask")
	c.Put, c.Expect[key] = []store.Record{record}, now.Version
	if user != "" && !there.told {
		var n [8]byte
		_, _ = rand.Read(n[:]) // never fails
		record, err = recordOf(tellKey(server, hex.EncodeToString(n[:])), tell{user, q.ID})
		if err != nil {
			return false, err
		}
		c.Put = append(c.Put, record)
	}
	r, err := b.library.Apply(ctx, c)
	return fresh && !r.Repeated, err
}

func recordOf(key store.Key, value any) (store.Record, error) {
	body, err := json.Marshal(value)
	if err != nil {
		return store.Record{}, fmt.Errorf("write %s: %w", key.Kind, err)
	}
	return store.Record{Key: key, Body: body}, nil
}

// A backlog is what a new question has to know of those that wait.
type backlog struct {
	open      int
	dismissed bool // the same was, in whatever words
	told      bool // this user is to be told of this question already
}

func (b *Inbox) backlog(ctx context.Context, server string, q OpenQuestion, user string) (all backlog) {
	b.library.View(ctx, server, func(v *index.View) {
		key := wordingOf(v.Names(), q.Question).key()
		for _, other := range index.Records[OpenQuestion](v, index.RecordInbox) {
			if len(other.Dismissed) == 0 {
				all.open++
			}
			all.dismissed = all.dismissed || len(other.Dismissed) > 0 && slices.Equal(key, other.Dismissed)
		}
		for _, t := range index.Records[tell](v, index.RecordTell) {
			all.told = all.told || user != "" && t.User == user && t.Waiting == q.ID
		}
	})
	return all
}
