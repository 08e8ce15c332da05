package kb

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// A Question is what somebody asks, and what is known of the asking.
type Question struct {
	Text      string // as typed
	Previous  string // the question before it, for follow-ups; empty if none
	Statement string // Statement.ID to keep to; empty for all
	Server    string // the server whose own facts count too; empty for shipped ones only
	Language  string // the one to be answered in, where a person wrote the answer in it too (BCP 47); empty: as it was written
}

// Kind says what an Answer was taken from.
type Kind string

// What an answer is: a fact that a person wrote, or a paragraph of a held text; or what
// is said to somebody who asked nothing of a statement, for which no source is needed.
const (
	KindFact     Kind = "fact"
	KindPassage  Kind = "passage"
	KindOverview Kind = "overview" // what a statement is, from its own record and words
	KindList     Kind = "list"     // what is held
	KindHelp     Kind = "help"
	KindIdentity Kind = "identity"
	KindThanks   Kind = "thanks"
	KindChatter  Kind = "chatter"
)

// IsTalk reports whether an answer of this kind says nothing of a source.
func (k Kind) IsTalk() bool { return k != "" && k != KindFact && k != KindPassage }

// Reason says why there is no answer.
type Reason string

// The reasons for silence.
const (
	ReasonUnknown         Reason = "unknown"           // not in what is held
	ReasonNotInText       Reason = "not-in-text"       // the whole text is held and says nothing of it
	ReasonNoSuchStatement Reason = "no-such-statement" // nothing by that name is held
	ReasonAmbiguous       Reason = "ambiguous"         // two facts fit about equally
	ReasonEmpty           Reason = "empty"             // there is no question in the text
)

// An Answer is what Verbatim says to a question. Either Answered is true and
// Kind, ID, Text and Citations are set, or Reason says why not.
type Answer struct {
	Question   string
	Answered   bool
	Reason     Reason  // empty when Answered
	Confidence float64 // 0 to 1: how likely the best candidate is right
	Kind       Kind
	ID         string            // statement/fact, or statement/source#paragraph
	Text       string            // the fact's answer, or the paragraph word for word
	Answers    map[string]string // the fact's answer in other languages, each written by a person, by BCP 47 tag
	Party      string
	Speaker    string
	Citations  []Cited
	Note       string // what the asker should know about the match; one or two sentences
	Nearest    []Nearest
	Lacks      string    // the one thing that is asked for and that nothing here tells: when, where, who, how many, why; empty if none is, or it is answered
	Mentions   []Mention // places of held texts that speak of what is asked about, though they do not answer it; at most 3, best first

	Detail    Detail    // the one thing that Text tells of the answer before; empty if it is an answer by itself
	Language  string    // of Text (BCP 47); empty when not Answered
	Wants     string    // the language in which to go on, if the question asked for one (BCP 47)
	Statement Statement // what was answered from, without its facts and texts; zero when not Answered
}

// A Cited is a citation with all that is needed to show it.
type Cited struct {
	Citation
	Source    Source // without its text
	Verified  bool   // the quote stands, character for character, in the source's text
	Disproved bool   // the source's text is held, and the quote does not stand in it
}

// A Nearest is a candidate: a known question close to what was asked.
type Nearest struct {
	ID         string // statement/fact
	Question   string
	Confidence float64
}

// A Mention is a paragraph that speaks of something.
type Mention struct {
	ID   string // statement/source#paragraph
	Text string // word for word
}

// Leads reports whether the next question may go on from an answer: it tells something
// of a statement. Thanks leave a conversation where it was.
func (a Answer) Leads() bool { return a.Answered && a.Statement.ID != "" }

// Saying stands for what a fact says and whose words it has: two that say the
// same have the same. It is empty for what is no fact.
func (a Answer) Saying() string {
	if a.Kind != KindFact {
		return ""
	}
	f := Fact{Answer: a.Text, Party: a.Party, Speaker: a.Speaker}
	for _, c := range a.Citations {
		f.Citations = append(f.Citations, c.Citation)
	}
	return f.Saying()
}

// Saying is that of an answer with this fact.
func (f Fact) Saying() string {
	h := sha256.New()
	for _, part := range []string{f.Answer, f.Party, f.Speaker} {
		_, _ = fmt.Fprintf(h, "%d %s\n", len(part), part) // a hash never fails
	}
	for _, c := range f.Citations {
		_, _ = fmt.Fprintf(h, "%d %s\n%d %s\n", len(c.Source), c.Source, len(c.Quote), c.Quote)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// A Suggestion is a known question that fits what somebody has typed so far.
type Suggestion struct {
	ID       string // statement/fact
	Question string
}

// A Short stands for the id of a fact or a passage where there is no room for it:
// the first 8 bytes of its SHA-256.
type Short [8]byte

// ShortID is what stands for an id.
func ShortID(id string) Short {
	sum := sha256.Sum256([]byte(id))
	return Short(sum[:8])
}
