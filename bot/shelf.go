package bot

import (
	"bytes"
	"encoding/base64"
	"strconv"
	"strings"

	"verbatim/kb"
)

// shelved is a fact or a paragraph that an id stands for.
type shelved struct {
	statement *kb.Statement
	fact      *kb.Fact     // nil for a paragraph
	source    *kb.Source   // of a paragraph
	paragraph kb.Paragraph // of source
}

// id is statement/fact, or statement/source#paragraph.
func (s shelved) id() string {
	if s.fact != nil {
		return s.statement.ID + "/" + s.fact.ID
	}
	return s.statement.ID + "/" + s.source.ID + "#" + strconv.Itoa(s.paragraph.Number)
}

// handle is an id as the value of a suggestion or an option: itself, or where
// that is too long for Discord, what stands for it.
func handle(id string) string {
	if units(id) <= optionMost {
		return id
	}
	return shortMark + base64.RawURLEncoding.EncodeToString(short(id))
}

const shortMark = "~"

// take finds what an id or a handle stands for among what counts in a server.
func (b *Bot) take(server, id string) (shelved, bool) {
	if s, isShort := strings.CutPrefix(id, shortMark); isShort {
		about, err := base64.RawURLEncoding.DecodeString(s)
		if err != nil || len(about) != len(short("")) {
			return shelved{}, false
		}
		return b.takeShort(server, about)
	}
	statement, rest, ok := strings.Cut(id, "/")
	if !ok || strings.ContainsAny(id, " \n") {
		return shelved{}, false
	}
	for _, s := range b.Knowledge.Statements(server) {
		if s.ID == statement {
			return takeFrom(s, rest)
		}
	}
	return shelved{}, false
}

func takeFrom(s *kb.Statement, rest string) (shelved, bool) {
	source, number, isParagraph := strings.Cut(rest, "#")
	for i := range s.Facts {
		if s.Facts[i].ID == rest {
			return shelved{statement: s, fact: &s.Facts[i]}, true
		}
	}
	n, err := strconv.Atoi(number)
	for i := range s.Sources {
		if !isParagraph || err != nil || s.Sources[i].ID != source {
			continue
		}
		if all := kb.Paragraphs(s.Sources[i].Text); n >= 1 && n <= len(all) {
			return shelved{statement: s, source: &s.Sources[i], paragraph: all[n-1]}, true
		}
	}
	return shelved{}, false
}

// takeShort finds what 8 bytes stand for; see short.
func (b *Bot) takeShort(server string, about []byte) (shelved, bool) {
	for _, s := range b.Knowledge.Statements(server) {
		for i := range s.Facts {
			if bytes.Equal(short(s.ID+"/"+s.Facts[i].ID), about) {
				return shelved{statement: s, fact: &s.Facts[i]}, true
			}
		}
		for i := range s.Sources {
			for _, p := range kb.Paragraphs(s.Sources[i].Text) {
				found := shelved{statement: s, source: &s.Sources[i], paragraph: p}
				if bytes.Equal(short(found.id()), about) {
					return found, true
				}
			}
		}
	}
	return shelved{}, false
}

// answer is the fact or the paragraph as the answer to a question.
func (s shelved) answer(question string) kb.Answer {
	a := kb.Answer{
		Question: question, Answered: true, Confidence: 1, ID: s.id(),
		Statement: kb.Statement{
			ID: s.statement.ID, Title: s.statement.Title, Date: s.statement.Date,
			Place: s.statement.Place, Parties: s.statement.Parties,
		},
	}
	if s.fact == nil {
		a.Kind, a.Text = kb.KindPassage, s.paragraph.Text
		a.Citations = []kb.Cited{s.cited(kb.Citation{
			Source: s.source.ID, Quote: s.paragraph.Text, At: &s.paragraph.Start,
			Locator: "paragraph " + strconv.Itoa(s.paragraph.Number),
		})}
		return a
	}
	a.Kind, a.Text, a.Party, a.Speaker = kb.KindFact, s.fact.Answer, s.fact.Party, s.fact.Speaker
	for _, c := range s.fact.Citations {
		a.Citations = append(a.Citations, s.cited(c))
	}
	return a
}

// cited is a citation with its source, but without the source's text.
func (s shelved) cited(c kb.Citation) kb.Cited {
	cited := kb.Cited{Citation: c, Source: kb.Source{ID: c.Source, Title: c.Source}}
	if source := s.sourceOf(c); source != nil {
		cited.Source, cited.Verified = *source, kb.Verified(c, *source)
		cited.Source.Text = ""
	}
	return cited
}

func (s shelved) sourceOf(c kb.Citation) *kb.Source {
	for i := range s.statement.Sources {
		if s.statement.Sources[i].ID == c.Source {
			return &s.statement.Sources[i]
		}
	}
	return nil
}

// question is what the fact answers, or the beginning of the paragraph.
func (s shelved) question() string {
	if s.fact != nil {
		return s.fact.Question
	}
	return s.paragraph.Text
}
