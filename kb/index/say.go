package index

import (
	"maps"
	"strconv"
	"strings"

	"verbatim/kb"
)

// Answer is the answer with a fact, in copies of all that is held. Its question, its
// confidence and what is near are left to the caller.
func (v *View) Answer(e *Entry) kb.Answer {
	s, f := v.layer.statement(e.statement), e.fact
	a := kb.Answer{
		Answered: true, Kind: kb.KindFact, ID: e.ID(), Text: f.Answer, Answers: maps.Clone(f.Answers), Party: f.Party, Speaker: f.Speaker, Statement: s.Bare(),
	}
	for _, c := range kb.CloneCitations(f.Citations) {
		if source := v.layer.source(s.ID, c.Source); source != nil {
			a.Citations = append(a.Citations, kb.Cited{Citation: c, Source: source.Bare(), Verified: kb.Verified(c, *source), Disproved: kb.Disproved(c, *source)})
		}
	}
	return a
}

// AnswerOf is the answer with a fact or a passage, by the id that an answer has, if
// it counts. Question is then what the fact answers, or how the paragraph begins;
// the confidence is 1. The citation of a paragraph has its words and its number.
func (v *View) AnswerOf(id string) (a kb.Answer, ok bool) {
	statement, rest, _ := strings.Cut(id, "/")
	if v.layer.statement(statement) == nil {
		return kb.Answer{}, false
	}
	if source, number, isParagraph := strings.Cut(rest, "#"); isParagraph {
		return v.paragraph(statement, source, number)
	}
	e := v.layer.fact(statement, rest)
	if e == nil {
		return kb.Answer{}, false
	}
	a = v.Answer(e)
	a.Question, a.Confidence = e.fact.Question, 1
	return a, len(a.Citations) > 0
}

// AnswerOfShort is the same by what stands for an id.
func (v *View) AnswerOfShort(short kb.Short) (a kb.Answer, ok bool) {
	use := v.index.ids[short]
	if use == nil {
		return kb.Answer{}, false
	}
	return v.AnswerOf(use.id)
}

func (v *View) paragraph(statement, id, number string) (kb.Answer, bool) {
	source := v.layer.source(statement, id)
	n, err := strconv.Atoi(number)
	own := v.layer.statements[statement]
	if v.layer.alone() && (own == nil || own.sources[id] == nil) {
		source = nil
	}
	if err != nil || source == nil || number != strconv.Itoa(n) {
		return kb.Answer{}, false
	}
	all := kb.Paragraphs(source.Text)
	if n < 1 || n > len(all) {
		return kb.Answer{}, false
	}
	p := all[n-1]
	return kb.Answer{
		Question: p.Opening(), Answered: true, Confidence: 1, Kind: kb.KindPassage,
		ID: statement + "/" + id + "#" + number, Text: p.Text, Statement: v.layer.statement(statement).Bare(),
		Citations: []kb.Cited{{
			Citation: kb.Citation{Source: id, Quote: p.Text, At: &p.Start, Locator: "paragraph " + number},
			Source:   source.Bare(), Verified: true,
		}},
	}, true
}
