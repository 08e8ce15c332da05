package main

import (
	"time"

	"verbatim/kb"
)

// jsonAnswer is the line that ask --json prints; its fields are fixed.
type jsonAnswer struct {
	Question     string            `json:"question"`
	Answered     bool              `json:"answered"`
	Reason       string            `json:"reason,omitempty"`
	Confidence   float64           `json:"confidence"`
	Kind         string            `json:"kind,omitempty"`
	ID           string            `json:"id,omitempty"`
	Detail       string            `json:"detail,omitempty"`
	Answer       string            `json:"answer,omitempty"`
	Language     string            `json:"language,omitempty"`
	Party        string            `json:"party,omitempty"`
	Speaker      string            `json:"speaker,omitempty"`
	Citations    []jsonCitation    `json:"citations"`
	Note         string            `json:"note"`
	Alternatives []jsonAlternative `json:"alternatives"`
	Mentions     []jsonMention     `json:"mentions,omitempty"`
	TookMicros   int64             `json:"took_us"`
}

type jsonCitation struct {
	Source    string `json:"source"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Quote     string `json:"quote"`
	Locator   string `json:"locator"`
	Verified  bool   `json:"verified"`
}

type jsonAlternative struct {
	ID         string  `json:"id"`
	Question   string  `json:"question"`
	Confidence float64 `json:"confidence"`
}

type jsonMention struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

func answerJSON(a kb.Answer, took time.Duration) jsonAnswer {
	j := jsonAnswer{
		Question: a.Question, Answered: a.Answered, Reason: string(a.Reason), Confidence: a.Confidence,
		Kind: string(a.Kind), ID: a.ID, Detail: string(a.Detail), Answer: a.Text, Language: a.Language, Party: a.Party, Speaker: a.Speaker, Note: a.Note,
		Citations: []jsonCitation{}, Alternatives: []jsonAlternative{}, TookMicros: took.Microseconds(),
	}
	for _, c := range a.Citations {
		j.Citations = append(j.Citations, jsonCitation{
			Source: c.Source.ID, Title: c.Source.Title, Publisher: c.Source.Publisher, URL: c.Source.URL,
			Published: c.Source.Published, Quote: c.Quote, Locator: c.Locator, Verified: c.Verified,
		})
	}
	for _, n := range a.Nearest {
		j.Alternatives = append(j.Alternatives, jsonAlternative(n))
	}
	for _, m := range a.Mentions {
		j.Mentions = append(j.Mentions, jsonMention(m))
	}
	return j
}
