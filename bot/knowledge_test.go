package bot_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"verbatim/bot/discordtest"
	"verbatim/kb"
	"verbatim/kb/file"
)

// shelf is knowledge that answers only what was written down word for word, so
// that conversations are about the bot and not about the matcher.
type shelf struct {
	of   map[string][]*kb.Statement // by server; "" for everywhere
	slow time.Duration
}

// shelve reads the sections of an archive that are knowledge files: for
// everywhere, or for the server that they are named after.
func shelve(t testing.TB, d *discordtest.Discord, a *txtar.Archive) *shelf {
	t.Helper()
	s := &shelf{of: map[string][]*kb.Statement{}}
	for _, f := range a.Files {
		name, isKnowledge := strings.CutSuffix(f.Name, ".yaml")
		if !isKnowledge {
			continue
		}
		statements, err := file.Read(f.Name, bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		server := ""
		if name != "everywhere" {
			server = d.Guild(name).ID()
		}
		s.of[server] = append(s.of[server], statements...)
	}
	return s
}

func (s *shelf) Statements(server string) []*kb.Statement {
	all := append([]*kb.Statement{}, s.of[""]...)
	if server != "" {
		all = append(all, s.of[server]...)
	}
	return all
}

func (s *shelf) Suggest(typed, statement, server string) []kb.Suggestion {
	var out []kb.Suggestion
	s.each(server, statement, func(st *kb.Statement, f *kb.Fact) {
		if strings.Contains(strings.ToLower(f.Question), strings.ToLower(typed)) && len(out) < 25 {
			out = append(out, kb.Suggestion{ID: st.ID + "/" + f.ID, Question: f.Question})
		}
	})
	return out
}

func (s *shelf) each(server, statement string, do func(*kb.Statement, *kb.Fact)) {
	for _, st := range s.Statements(server) {
		for i := range st.Facts {
			if statement == "" || st.ID == statement {
				do(st, &st.Facts[i])
			}
		}
	}
}

// Ask answers known phrasings, follow-ups to them, and paragraphs by "§" and
// their number.
func (s *shelf) Ask(ctx context.Context, q kb.Question) kb.Answer {
	select {
	case <-time.After(s.slow):
	case <-ctx.Done():
	}
	text := bare(q.Text)
	switch text {
	case "panic":
		panic("as I was told")
	case "":
		return kb.Answer{Reason: kb.ReasonEmpty}
	case "who said that", "source", "the exact words", "when":
		if q.Previous != "" {
			return s.Ask(ctx, kb.Question{Text: q.Previous, Server: q.Server})
		}
	case "and about the score":
		if q.Previous == "" {
			return kb.Answer{Reason: kb.ReasonUnknown}
		}
		text = "can the engine compose music"
	}
	a := s.find(text, q)
	if q.Statement != "" && !s.has(q.Server, q.Statement) {
		a.Reason, a.Nearest = kb.ReasonNoSuchStatement, nil
	}
	return a
}

func (s *shelf) has(server, statement string) bool {
	for _, st := range s.Statements(server) {
		if st.ID == statement {
			return true
		}
	}
	return false
}

// bare is a text without case and punctuation.
func bare(s string) string { return strings.ToLower(strings.Trim(s, " ?.!\n")) }

func (s *shelf) find(text string, q kb.Question) kb.Answer {
	a := kb.Answer{Question: q.Text, Reason: kb.ReasonUnknown}
	if strings.Contains(text, "whole text") {
		a.Reason = kb.ReasonNotInText
	}
	var fitting []kb.Answer
	s.each(q.Server, q.Statement, func(st *kb.Statement, f *kb.Fact) {
		near := false
		for _, phrasing := range append([]string{f.Question}, f.AlsoAsked...) {
			if bare(phrasing) == text {
				fitting = append(fitting, factAnswer(st, f, q.Text))
			}
			near = near || shareWord(bare(phrasing), text)
		}
		if near && len(a.Nearest) < 5 {
			a.Nearest = append(a.Nearest, kb.Nearest{ID: st.ID + "/" + f.ID, Question: f.Question})
		}
	})
	switch {
	case len(fitting) > 1:
		a.Reason = kb.ReasonAmbiguous
	case len(fitting) == 1:
		near := a.Nearest
		a = fitting[0]
		for _, n := range near {
			if n.ID != a.ID {
				a.Nearest = append(a.Nearest, n)
			}
		}
	}
	return a
}

// shareWord tells whether two texts share a word of six letters or more.
func shareWord(a, b string) bool {
	for _, w := range strings.Fields(a) {
		if len(w) >= 6 && strings.Contains(b, w) {
			return true
		}
	}
	return false
}

func factAnswer(st *kb.Statement, f *kb.Fact, question string) kb.Answer {
	a := kb.Answer{
		Question: question, Answered: true, Kind: kb.KindFact, ID: st.ID + "/" + f.ID, Text: f.Answer, Answers: f.Answers,
		Party: f.Party, Speaker: f.Speaker,
		Statement: kb.Statement{ID: st.ID, Title: st.Title, Date: st.Date, Place: st.Place, Parties: st.Parties},
	}
	if strings.Contains(question, "Menabrea") {
		a.Note = "The question names another speaker. It was said by " + f.Speaker + "."
	}
	for _, c := range f.Citations {
		for _, source := range st.Sources {
			if source.ID == c.Source {
				verified := kb.Verified(c, source)
				source.Text = ""
				a.Citations = append(a.Citations, kb.Cited{Citation: c, Source: source, Verified: verified})
			}
		}
	}
	return a
}
