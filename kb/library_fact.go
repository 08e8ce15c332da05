package kb

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
)

// Fact gives one fact, or one paragraph of a held text, by the id that an
// [Answer] has, if it counts in a server. Question is then what the fact
// answers, or how the paragraph begins; the confidence is 1. The citation of a
// paragraph has its words and its number.
func (l *Library) Fact(id, server string) (Answer, bool) {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.scope(server).fact(id)
}

func (sc *scope) fact(id string) (a Answer, ok bool) {
	statement, rest, _ := strings.Cut(id, "/")
	if sc.statement(statement) == nil {
		return Answer{}, false
	}
	if source, number, isParagraph := strings.Cut(rest, "#"); isParagraph {
		return sc.paragraph(statement, source, number)
	}
	held := sc.held(statement, rest)
	if held == nil {
		return Answer{}, false
	}
	a = Answer{Question: held.fact.Question, Confidence: 1}
	sc.answer(&a, held)
	return a, len(a.Citations) > 0
}

// held is a fact as it counts here, or nil.
func (sc *scope) held(statement, id string) *heldFact {
	if s := sc.shelves[statement]; s != nil && s.facts[id] != nil {
		return s.facts[id]
	}
	if sc.shared == nil || sc.alone {
		return nil
	}
	return sc.shared.held(statement, id)
}

func (sc *scope) paragraph(statement, id, number string) (Answer, bool) {
	source := sc.source(statement, id)
	n, err := strconv.Atoi(number)
	own := sc.shelves[statement]
	if sc.alone && (own == nil || own.sources[id] == nil) {
		source = nil
	}
	if err != nil || source == nil || number != strconv.Itoa(n) {
		return Answer{}, false
	}
	all := Paragraphs(source.Text)
	if n < 1 || n > len(all) {
		return Answer{}, false
	}
	p, bare := all[n-1], *source
	bare.Text = ""
	return Answer{
		Question: opening(p.Text), Answered: true, Confidence: 1, Kind: KindPassage,
		ID: statement + "/" + id + "#" + number, Text: p.Text, Statement: copyHead(sc.statement(statement)),
		Citations: []Cited{{
			Citation: Citation{Source: id, Quote: p.Text, At: &p.Start, Locator: "paragraph " + number},
			Source:   bare, Verified: true,
		}},
	}, true
}

// IDs gives the ids of all facts and paragraphs that count in a server, in no
// order.
func (l *Library) IDs(server string) []string {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	sc := b.scope(server)
	var ids []string
	for _, h := range b.facts {
		if sc.counts(h) {
			ids = append(ids, h.id())
		}
	}
	for _, p := range b.paragraphs {
		if sc.countsText(p) {
			ids = append(ids, p.id())
		}
	}
	return ids
}

// Source gives a source with its text, if it counts in a server.
func (l *Library) Source(statement, id, server string) (Source, bool) {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	sc := b.scope(server)
	source := sc.source(statement, id)
	if source == nil || sc.statement(statement) == nil {
		return Source{}, false
	}
	return *source, true
}

// A Head is a statement without its lists.
type Head struct {
	Statement
	Facts int // how many count
}

// Heads lists the statements that count in a server, by id.
func (l *Library) Heads(server string) []Head {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	sc := b.scope(server)
	facts := map[string]int{}
	for _, h := range b.facts {
		if sc.counts(h) {
			facts[h.statement]++
		}
	}
	var all []Head
	for id, head := range sc.heads() {
		if sc.alone && sc.shelves[id] == nil {
			continue
		}
		all = append(all, Head{Statement: copyHead(head), Facts: facts[id]})
	}
	slices.SortFunc(all, func(x, y Head) int { return cmp.Compare(x.ID, y.ID) })
	return all
}

// Statement gives a copy of one statement, whole, if it counts in a server.
func (l *Library) Statement(id, server string) (*Statement, bool) {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	sc := b.scope(server)
	if sc.alone && sc.shelves[id] == nil {
		return nil, false
	}
	all := sc.pick(id)
	if len(all) == 0 {
		return nil, false
	}
	if sc.alone {
		all[0].Facts = slices.DeleteFunc(all[0].Facts, func(f Fact) bool { return sc.held(id, f.ID) == nil })
	}
	return all[0], true
}

// pick is list for one statement.
func (sc *scope) pick(id string) []*Statement {
	var under *shelf
	if sc.shared != nil {
		under = sc.shared.shelves[id]
	}
	return sc.gather(map[string]*shelf{id: nil}, func(s *Statement, id string) { sc.shelves[id].addTo(s, under) })
}
