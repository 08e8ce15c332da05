package wire

import (
	"time"

	"verbatim/kb"
)

// An Answer is the line that ask --json prints; its fields are fixed.
type Answer struct {
	Question     string        `json:"question"`
	Answered     bool          `json:"answered"`
	Reason       string        `json:"reason,omitempty"`
	Confidence   float64       `json:"confidence"`
	Kind         string        `json:"kind,omitempty"`
	ID           string        `json:"id,omitempty"`
	Detail       string        `json:"detail,omitempty"`
	Answer       string        `json:"answer,omitempty"`
	Language     string        `json:"language,omitempty"`
	Party        string        `json:"party,omitempty"`
	Speaker      string        `json:"speaker,omitempty"`
	Citations    []Citation    `json:"citations"`
	Note         string        `json:"note"`
	Alternatives []alternative `json:"alternatives"`
	Mentions     []Mention     `json:"mentions,omitempty"`
	TookMicros   int64         `json:"took_us"`
}

// A Citation is where an answer stands.
type Citation struct {
	Source    string `json:"source"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Quote     string `json:"quote"`
	Locator   string `json:"locator"`
	Verified  bool   `json:"verified"`
	Disproved bool   `json:"disproved,omitempty"` // the text is held, and does not have the quote
}

// An alternative is a fact that is near to a question.
type alternative struct {
	ID         string  `json:"id"`
	Question   string  `json:"question"`
	Confidence float64 `json:"confidence"`
}

// A Mention is a place of a text that speaks of what is asked about.
type Mention struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// AnswerOf gives what is written of an answer that took so long.
func AnswerOf(a kb.Answer, took time.Duration) Answer {
	j := Answer{
		Question: a.Question, Answered: a.Answered, Reason: string(a.Reason), Confidence: a.Confidence,
		Kind: string(a.Kind), ID: a.ID, Detail: string(a.Detail), Answer: a.Text, Language: a.Language, Party: a.Party, Speaker: a.Speaker, Note: a.Note,
		Citations: []Citation{}, Alternatives: []alternative{}, TookMicros: took.Microseconds(),
	}
	for _, c := range a.Citations {
		j.Citations = append(j.Citations, Citation{
			Source: c.Source.ID, Title: c.Source.Title, Publisher: c.Source.Publisher, URL: c.Source.URL,
			Published: c.Source.Published, Quote: c.Quote, Locator: c.Locator, Verified: c.Verified, Disproved: c.Disproved,
		})
	}
	for _, n := range a.Nearest {
		j.Alternatives = append(j.Alternatives, alternative(n))
	}
	for _, m := range a.Mentions {
		j.Mentions = append(j.Mentions, Mention(m))
	}
	return j
}
