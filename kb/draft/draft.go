// Package draft proposes facts from a text, for a person to approve: each sentence
// that says something becomes one, with its exact words and their place, who says it
// as the text itself tells, and a question in plain words.
//
// It is pure, and writes no answer: the answer of a draft is the sentence. What it
// proposes never answers anybody; kb/file writes it down as drafts, and a person
// takes out what is wrong. A question is put together from a frame of its language
// ("What did … say about …?") and words of the sentence.
//
//   - read.go cuts a text into sentences, with what each is under;
//   - act.go finds the words that say what is done by saying something (to thank, to
//     condemn, to commit); languages.go has them and the rest that is of a language;
//   - issuer.go finds who issued a text, person.go the people in it and where they
//     are from, subject.go who is named as speaking in a sentence, and said.go whose
//     words it is;
//   - topic.go tells what a sentence is about, and ask.go asks it;
//   - choose.go leaves out what says nothing, or says it again.
package draft

import (
	"strings"

	"verbatim/kb"
)

// Drafts are the facts that could be made of a text.
type Drafts struct {
	Parties []string  // those of the statement, or who issued the text as it tells itself, and who else speaks in it
	Facts   []kb.Fact // in the order of the text; each has one citation, with its place
}

// Of drafts facts from the text of a source of a statement. Where the statement has no
// parties, they are those that the text names. A draft whose party the text does not
// tell has none.
func Of(s *kb.Statement, source *kb.Source) Drafts {
	r := newReading(s, source)
	var d Drafts
	chosen := r.choose()
	taken := taken{ids: map[string]bool{}, questions: map[string]bool{}}
	for _, f := range s.Facts {
		taken.ids[f.ID], taken.questions[strings.ToLower(f.Question)] = true, true
	}
	for _, c := range chosen {
		d.Facts = append(d.Facts, r.fact(c, source, &taken))
	}
	d.Parties = r.parties
	return d
}

// fact makes a draft of a sentence.
func (r *reading) fact(s *sentence, source *kb.Source, t *taken) kb.Fact {
	question, also, about := r.ask(s, t)
	at := s.start
	return kb.Fact{
		ID: t.id(about, s.block.Paragraph), Question: question, AlsoAsked: also,
		Answer: s.text, Party: s.said.party, Speaker: s.said.speaker, Topics: r.topics(s),
		Citations: []kb.Citation{{
			Source: source.ID, Quote: r.text[s.start:s.end], At: &at, Locator: r.locator(s),
		}},
	}
}
