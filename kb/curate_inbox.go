package kb

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"verbatim/kb/match"
	"verbatim/kb/store"
	"verbatim/kb/text"
)

// A Waiting is a question that was not answered, or not with what was meant,
// without a name. One that was dismissed has no text any more, only what it
// takes to know it again.
type Waiting struct {
	ID        string   `json:"-"`
	Question  string   `json:"question,omitempty"`
	Statement string   `json:"statement,omitempty"` // that it was limited to
	Reason    Reason   `json:"reason,omitempty"`    // empty: an answer was not what was meant
	Given     string   `json:"given,omitempty"`     // the id of that answer
	Count     int      `json:"count,omitempty"`
	First     int64    `json:"first,omitempty"` // Unix time in milliseconds
	Last      int64    `json:"last,omitempty"`
	Answered  string   `json:"answered,omitempty"`  // statement/fact, while people are to be told
	Dismissed []string `json:"dismissed,omitempty"` // hashes of its words
}

// A tell is somebody who is to be told when a question is answered.
type tell struct {
	User    string `json:"user"`
	Waiting string `json:"waiting"` // the id of the question
}

// waitingMost is how many questions wait in one server; then no new ones are
// taken until some are answered or dismissed.
const waitingMost = 2000

// ErrInboxFull is given when no more questions can wait.
var ErrInboxFull = errors.New("the inbox is full: answer or dismiss some of it")

func inboxKey(server, id string) store.Key {
	return store.Key{Server: server, Kind: RecordInbox, ID: id}
}

// waitingID is the same for the same words.
func waitingID(question, statement string) string {
	var words []string
	for _, w := range text.Words(question) {
		words = append(words, w.Text)
	}
	sum := sha256.Sum256([]byte(statement + "\n" + strings.Join(words, " ")))
	return hex.EncodeToString(sum[:8])
}

// unnamed is the author of what askers bring in: nobody's name is kept.
const unnamed = "verbatim"

// Pass puts a question into the inbox of a server, or counts w.Count more askings
// of it: 0 for one that is counted already. User, if not empty, is to be told
// when it is answered. What was dismissed
// does not come back, in other words neither, but for who wants to be told.
// fresh reports that it is a question that did not wait there before.
func (l *Library) Pass(ctx context.Context, server string, w Waiting, user, once string) (fresh bool, err error) {
	w.Question = strings.TrimSpace(w.Question)
	if len(text.Words(w.Question)) == 0 {
		return false, refuse("There is no question in that.")
	}
	if len([]rune(w.Question)) > QuestionMost {
		return false, refuse("The question is too long to be kept.")
	}
	w.ID = waitingID(w.Question, w.Statement)
	for try := 0; ; try++ {
		fresh, err = l.passOnce(ctx, server, w, user, once)
		var stored *store.Error
		if !errors.As(err, &stored) || stored.Code != store.CodeConflict || try == 5 {
			return fresh, err
		}
	}
}

func (l *Library) passOnce(ctx context.Context, server string, w Waiting, user, once string) (fresh bool, err error) {
	waiting := onDesk(l, server, func(d *desk) waitingView { return d.view(w.ID, user) })
	n, _ := l.reader(server)
	if user == "" && waiting.dismissed(wordingOf(n, w.Question).key()) {
		return false, nil
	}
	key := inboxKey(server, w.ID)
	now, err := l.latest(ctx, key)
	if err != nil {
		return false, err
	}
	held := bodyOf[Waiting](now)
	if fresh = held == nil || held.Question == ""; fresh && waiting.open >= waitingMost {
		return false, ErrInboxFull
	}
	at := time.Now().UnixMilli()
	w.First, w.Last = at, at
	if !fresh {
		w.Count, w.First = held.Count+w.Count, held.First
	}
	record, err := jsonRecord(key, w)
	if err != nil {
		return false, err
	}
	c := Hand{Author: unnamed, Server: server, Once: once}.change("ask")
	c.Put, c.Expect[key] = []store.Record{record}, now.Version
	if user != "" && !waiting.told {
		var n [8]byte
		_, _ = rand.Read(n[:]) // never fails
		record, err = jsonRecord(store.Key{Server: server, Kind: RecordTell, ID: hex.EncodeToString(n[:])}, tell{user, w.ID})
		if err != nil {
			return false, err
		}
		c.Put = append(c.Put, record)
	}
	r, err := l.apply(ctx, c)
	return fresh && !r.Repeated, err
}

func jsonRecord(key store.Key, value any) (store.Record, error) {
	body, err := json.Marshal(value)
	if err != nil {
		return store.Record{}, fmt.Errorf("write %s: %w", key.Kind, err)
	}
	return store.Record{Key: key, Body: body}, nil
}

// A waitingView is what a new question has to know of those that wait.
type waitingView struct {
	open int
	gone [][]string
	told bool // this user is to be told of this question already
}

func (d *desk) view(id, user string) waitingView {
	var v waitingView
	for _, w := range d.waiting {
		if len(w.Dismissed) > 0 {
			v.gone = append(v.gone, w.Dismissed)
		} else {
			v.open++
		}
	}
	for _, t := range d.tells {
		v.told = v.told || user != "" && t.User == user && t.Waiting == id
	}
	return v
}

func (v waitingView) dismissed(key []string) bool {
	return slices.ContainsFunc(v.gone, func(gone []string) bool { return slices.Equal(key, gone) })
}

// A WaitingGroup is one question in all the words that it was asked in.
type WaitingGroup struct {
	Questions []Waiting // those with the most askings first; at least one
	Count     int       // askings of all together
	Last      int64     // Unix time in milliseconds
	Tell      int       // people who want to be told
}

// Inbox lists the questions that wait in a server, the same in other words
// together, the most asked first.
func (l *Library) Inbox(server string) []WaitingGroup {
	var tells []tell
	open := onDesk(l, server, func(d *desk) []Waiting {
		for _, t := range d.tells {
			tells = append(tells, *t)
		}
		var open []Waiting
		for id, w := range d.waiting {
			if w.Question != "" && w.Answered == "" {
				one := *w
				one.ID = id
				open = append(open, one)
			}
		}
		return open
	})
	slices.SortFunc(open, func(a, b Waiting) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.First, b.First), cmp.Compare(a.ID, b.ID))
	})
	groups := l.grouped(server, open)
	for i := range groups {
		g := &groups[i]
		for _, w := range g.Questions {
			g.Count += max(w.Count, 1)
			g.Last = max(g.Last, w.Last)
			for _, t := range tells {
				if t.Waiting == w.ID {
					g.Tell++
				}
			}
		}
	}
	slices.SortStableFunc(groups, func(a, b WaitingGroup) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(b.Last, a.Last))
	})
	return groups
}

// grouped puts the same in other words together.
func (l *Library) grouped(server string, open []Waiting) []WaitingGroup {
	n, known := l.reader(server)
	var groups []WaitingGroup
	var first []wording
	byKey := map[string]int{} // groups
	index := match.New()
	for _, w := range open {
		own, cut := wordingOf(n, w.Question), text.Words(w.Question)
		key := w.Statement + " " + strings.Join(own.key(), " ")
		into, found := byKey[key]
		if !found {
			ranked := index.Rank(cut, nil, func(g int32) bool { return groups[g].Questions[0].Statement == w.Statement })
			for _, c := range ranked.Candidates[:min(len(ranked.Candidates), sameMost)] {
				if found = own.same(first[c.Group], known); found {
					into = int(c.Group)
					break
				}
			}
		}
		if found {
			groups[into].Questions = append(groups[into].Questions, w)
			continue
		}
		byKey[key] = len(groups)
		index.Put(match.Group{ID: int32(len(groups)), Phrasings: [][]text.Word{cut}})
		groups, first = append(groups, WaitingGroup{Questions: []Waiting{w}}), append(first, own)
	}
	return groups
}

// sameMost is how many of the questions that are most like one are compared
// with it.
const sameMost = 20

// reader is what the wordings of a server's questions are read with: its names,
// and which words are known.
func (l *Library) reader(server string) (*names, func(text.Word) bool) {
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.scope(server).names, b.index.HasWord
}

// hashedWords are the stems of a text that say something, each as a part of a
// hash, sorted; all of its words when none says anything. Those with digits in
// them are marked.
func hashedWords(s string) []string {
	all := text.Words(s)
	var hashes []string
	for _, keepCommon := range []bool{false, true} {
		for _, w := range all {
			number := strings.ContainsFunc(w.Text, unicode.IsDigit)
			if w.Common && !keepCommon && !number {
				continue
			}
			sum := sha256.Sum256([]byte(w.Stem))
			hash := hex.EncodeToString(sum[:4])
			if number {
				hash = numberMark + hash
			}
			hashes = append(hashes, hash)
		}
		if len(hashes) > 0 {
			break
		}
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// numberMark stands before the hash of a number; it sorts before all hashes.
const numberMark = "#"

// share is the part that two sorted sets have in common of what both have
// (Jaccard); 0 when they have different numbers: article 5 is not article 7.
func share(a, b []string) float64 {
	isNumber := func(s string) bool { return strings.HasPrefix(s, numberMark) }
	numbers := func(s []string) []string {
		return slices.DeleteFunc(slices.Clone(s), func(w string) bool { return !isNumber(w) })
	}
	if len(a)+len(b) == 0 || !slices.Equal(numbers(a), numbers(b)) {
		return 0
	}
	both := 0
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); ok {
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
