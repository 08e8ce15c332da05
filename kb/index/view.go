package index

import (
	"maps"
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/cover"
	"verbatim/kb/lexicon"
	"verbatim/kb/match"
	"verbatim/kb/meaning"
	"verbatim/kb/passage"
	"verbatim/kb/text"
)

// A View is what counts in one server. It holds the read lock of the index as long
// as the function runs that it was given to, and is of no use afterwards. What it
// gives is to be read only, but for what is said to be a copy.
type View struct {
	Facts    Ranked // what can be asked, by its phrasings and quotes
	Passages Ranked // the paragraphs of held texts

	index *Index
	layer *layer
	own   bool // the layer is the server's own
}

// View shows look what counts in a server (empty: everywhere). Look must not change
// the index, nor ask for another view.
func (x *Index) View(server string, look func(v *View)) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	look(x.view(server))
}

// Owner is the server whose view counts in a server: itself, or none where it has
// nothing of its own, and so what counts everywhere.
func (x *Index) Owner(server string) string {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.layer(server).server
}

// Views shows look what counts in each server that has something of its own, by its
// id, first what counts everywhere; all of them as they were at one time.
func (x *Index) Views(look func(server string, v *View)) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	for _, server := range slices.Sorted(maps.Keys(x.layers)) {
		look(server, x.view(server))
	}
}

func (x *Index) view(server string) *View {
	l := x.layer(server)
	v := &View{index: x, layer: l, own: l.server == server}
	owners := []string{"", l.server}
	v.Facts = Ranked{x.asked, x.model.Load(), owners, func(group int32, statement string) bool {
		e := x.facts[group]
		return e != nil && l.counts(e) && (statement == "" || e.statement == statement)
	}}
	v.Passages = Ranked{x.paragraphs, nil, owners, func(group int32, statement string) bool {
		p := x.passages[group]
		return p != nil && l.countsText(p) && (statement == "" || p.statement == statement)
	}}
	return v
}

// Home is the view of where a fact is held itself: it is the same whoever asks.
func (v *View) Home(e *Entry) *View { return v.index.view(e.layer.server) }

// Ranked are facts, or passages, as the matcher ranks them.
type Ranked struct {
	index  *match.Index
	model  *match.Model
	owners []string
	counts func(group int32, statement string) bool
}

// Rank ranks what counts for a question, of one statement if that is not empty.
func (r Ranked) Rank(q match.Question, statement string) match.Ranking {
	q.Owners = r.owners
	return r.index.Rank(q, r.model, func(group int32) bool { return r.counts(group, statement) })
}

// Search ranks by words, without what was learned, which takes less time.
func (r Ranked) Search(words []text.Word, statement string) match.Ranking {
	r.model = nil
	return r.Rank(match.Question{Words: words}, statement)
}

// Explain says of each word how it was read, and whether a group has it.
func (r Ranked) Explain(words []text.Word, group int32) []match.Evidence {
	return r.index.Explain(words, group)
}

// Has reports whether a group has a word; see [match.Index.Has].
func (r Ranked) Has(group int32, w text.Word) bool { return r.index.Has(group, w) }

// HasWord reports whether any group has a word; see [match.Index.HasWord].
func (r Ranked) HasWord(w text.Word) bool { return r.index.HasWord(w) }

// Knows reports whether a word looks like one that a group has; see
// [match.Index.Knows].
func (r Ranked) Knows(w text.Word) bool { return r.index.Knows(w) }

// Vectors are those of a group; see [match.Index.Vectors].
func (r Ranked) Vectors(group int32) (asked, told []meaning.Vector) { return r.index.Vectors(group) }

// Spread is the part of the groups that has a word; see [match.Index.Spread].
func (r Ranked) Spread(w text.Word) float64 { return r.index.Spread(w) }

// Correct reads words that no fact and no passage has as those that they look like, if
// the encoder does not know them for words either.
func (v *View) Correct(words []text.Word) []text.Word {
	read := v.Facts.index.Correct(words)
	other := v.Passages.index.Correct(words)
	for i := range read {
		switch w := words[i]; {
		case read[i].Text == w.Text && !v.Facts.HasWord(w):
			read[i] = other[i]
		case read[i].Text != w.Text && v.Passages.HasWord(w):
			read[i] = w
		}
		if read[i].Text != words[i].Text && v.index.reader.Encoder.IsWord(words[i].Text) {
			read[i] = words[i]
		}
	}
	return read
}

// Vector is the meaning of a text.
func (v *View) Vector(s string) meaning.Vector { return v.index.reader.Vector(s) }

// Cover tells how far the words of a question are covered by what is told.
func (v *View) Cover(question []text.Word, told string, weight func(text.Word) float64) cover.Cover {
	return v.index.words.Of(question, v.Words(told), weight)
}

// Entry is the fact of a group that was ranked.
func (v *View) Entry(group int32) *Entry { return v.index.facts[group] }

// Passage is the paragraph of a group that was ranked.
func (v *View) Passage(group int32) *Passage { return v.index.passages[group] }

// Fact is a fact as it counts here; nil if it does not.
func (v *View) Fact(statement, id string) *Entry { return v.layer.fact(statement, id) }

// Near is the part of a passage that comes nearest to the meaning of a question: its
// nearest window, with the words that stand half a window before and after.
func (v *View) Near(group int32, question *meaning.Vector) string {
	vectors, _ := v.Passages.Vectors(group)
	p := v.index.passages[group]
	some := passage.Windows(p.Words(), passage.Spread(len(p.source.Text)))
	best := 0
	for i := range min(len(vectors), len(some)) {
		if meaning.Cosine(question, &vectors[i]) > meaning.Cosine(question, &vectors[best]) {
			best = i
		}
	}
	return strings.Join(some[max(best-1, 0):min(best+2, len(some))], " ")
}

// Head is a statement that is there, without its lists; nil if it is not.
func (v *View) Head(id string) *kb.Statement { return v.layer.statement(id) }

// Heads are the statements that count, without their lists, by id.
func (v *View) Heads() map[string]*kb.Statement {
	heads := v.layer.heads()
	maps.DeleteFunc(heads, func(id string, _ *kb.Statement) bool { return !v.Counts(id) })
	return heads
}

// Source is a source that is there; nil if it is not.
func (v *View) Source(statement, id string) *kb.Source { return v.layer.source(statement, id) }

// Names are the names that words are read with; nobody changes them.
func (v *View) Names() *lexicon.Names { return v.layer.names }

// Words cuts a text into words, with every name in the form that it has first among
// its aliases.
func (v *View) Words(s string) []text.Word { return v.layer.words(s) }

// Party is the party, folded, that a name's word speaks for: the one that it does in
// most facts. Own facts go before shared ones.
func (v *View) Party(word string) (party string, ok bool) { return v.layer.partyOf(word) }

// Settings are those of the server.
func (v *View) Settings() kb.Settings {
	if !v.own {
		return kb.Settings{}
	}
	return v.layer.settings
}

// HasOwn reports whether the server has anything of its own, and so a layer.
func (v *View) HasOwn() bool { return v.own }

// IsEmpty reports whether no statement has anything here that is of the layer itself.
func (v *View) IsEmpty() bool { return len(v.layer.statements) == 0 }
