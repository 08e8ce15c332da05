package curate

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/index"
	"verbatim/kb/quote"
	"verbatim/kb/text"
)

// A Review is what was found out about a draft. As an error, it says why the
// draft was not saved.
type Review struct {
	Problems []*kb.Refusal // what has to be put right, one sentence each
	Quotes   []QuoteCheck  // those that do not stand in the text of their source
	Alike    []kb.Nearest  // facts that answer the question already
}

// A QuoteCheck is a quote that does not stand, character for character, in the
// text of its source.
type QuoteCheck struct {
	Citation kb.Citation
	Source   kb.Source // without its text
	Result   quote.Result
}

// TrueWords are the words of the source, when only the typography of the quote
// differs from them; empty otherwise.
func (q QuoteCheck) TrueWords() string {
	if q.Result.Verdict == quote.Typographic || q.Result.Verdict == quote.Verbatim {
		return q.Result.Found
	}
	return ""
}

// fine says whether the draft can be saved.
func (r *Review) fine(d Draft) bool {
	return len(r.Problems)+len(r.Quotes) == 0 && (d.Anyway || len(r.Alike) == 0)
}

// refuse notes a problem by its sentence in the catalog.
func (r *Review) refuse(key string, args ...any) {
	r.Problems = append(r.Problems, kb.Refuse(key, args...))
}

// Error says in one or more sentences what has to be put right.
func (r *Review) Error() string {
	switch {
	case len(r.Problems) > 0:
		var all []string
		for _, p := range r.Problems {
			all = append(all, p.Error())
		}
		return strings.Join(all, " ")
	case len(r.Quotes) > 0:
		return "The quote does not stand in the text of its source: copy the words as they stand there."
	}
	return "This question is answered already: add the words to that fact, or save it anyway."
}

// Review looks at a draft without saving it. It tidies the draft: white space
// around texts goes, empty phrasings too, and each quote of a held text gets the
// place where it stands. A quote is never changed.
func (k *Curator) Review(ctx context.Context, server string, d *Draft) *Review {
	r := &Review{}
	on := k.groundOf(ctx, server, *d)
	if on.statement == nil {
		r.refuse("refusal.source-gone")
		return r
	}
	tidy(&d.Fact)
	r.lint(on.statement, d.Fact)
	distrust(&d.Fact, on.citations)
	for i := range d.Fact.Citations {
		c := &d.Fact.Citations[i]
		source, ok := on.sources[c.Source]
		r.gate(source, ok, c)
	}
	if !d.Anyway && len(r.Problems) == 0 {
		r.Alike = k.alike(ctx, server, *d)
	}
	return r
}

// A ground is what a draft is held against, as it is there in a server.
type ground struct {
	statement *kb.Statement        // its outline; nil if it is not there
	sources   map[string]kb.Source // that the draft cites, with their texts, by id
	citations []kb.Citation        // of the fact that is edited
}

func (k *Curator) groundOf(ctx context.Context, server string, d Draft) ground {
	g := ground{sources: map[string]kb.Source{}}
	k.library.View(ctx, server, func(v *index.View) {
		g.statement = v.Outline(d.Statement)
		for _, c := range d.Fact.Citations {
			if s := v.Source(d.Statement, c.Source); s != nil {
				g.sources[c.Source] = *s
			}
		}
		if e := v.Fact(d.Statement, d.Fact.ID); e != nil {
			g.citations = kb.CloneCitations(e.Fact().Citations)
		}
	})
	return g
}

func tidy(f *kb.Fact) {
	f.Question, f.Answer, f.Speaker = strings.TrimSpace(f.Question), strings.TrimSpace(f.Answer), strings.TrimSpace(f.Speaker)
	seen := map[string]bool{file.SameWords(f.Question): true}
	var also []string
	for _, q := range f.AlsoAsked {
		if q = strings.TrimSpace(q); q != "" && !seen[file.SameWords(q)] {
			seen[file.SameWords(q)] = true
			also = append(also, q)
		}
	}
	f.AlsoAsked = also
	f.Citations = kb.CloneCitations(f.Citations)
}

// alsoMost bounds the phrasings of one fact.
const alsoMost = 200

// lint checks a draft by the rules of knowledge files.
func (r *Review) lint(s *kb.Statement, f kb.Fact) {
	bare := s.Bare()
	for _, source := range s.Sources {
		source.Text, source.TextSHA256 = "", ""
		bare.Sources = append(bare.Sources, source)
	}
	if f.ID == "" {
		f.ID = idFor(f.Question, 0)
	}
	f.Citations = kb.CloneCitations(f.Citations)
	for i := range f.Citations {
		f.Citations[i].At = nil // the gate looks at it
	}
	before := file.Lint(&bare).Errors() // of what is there already
	bare.Facts = []kb.Fact{f}
	for _, p := range file.Lint(&bare).Errors() {
		if !slices.ContainsFunc(before, func(b file.Problem) bool { return b.Message == p.Message }) {
			r.Problems = append(r.Problems, &kb.Refusal{Sentences: []string{sentence(p.Message)}})
		}
	}
	switch {
	case utf8.RuneCountInString(f.Question) > kb.MaxQuestion:
		r.refuse("refusal.fact-question-long", "Most", kb.MaxQuestion)
	case len(f.AlsoAsked) > alsoMost:
		r.refuse("refusal.fact-phrasings-many", "Most", alsoMost)
	case len(r.Problems) == 0 && len(text.Words(f.Question)) == 0:
		r.refuse("refusal.fact-question-empty")
	}
}

// sentence makes a problem of a file a sentence.
func sentence(message string) string {
	if message == "" {
		return message
	}
	return strings.ToUpper(message[:1]) + message[1:] + "."
}

// gate lets a quote through when it stands in the text of its source, or when
// there is no text to look in. White space and quotation marks around it are
// not part of it.
func (r *Review) gate(source kb.Source, held bool, c *kb.Citation) {
	if trimmed := strings.TrimSpace(c.Quote); trimmed != c.Quote {
		c.Quote, c.At = trimmed, nil
	}
	if !held || c.Quote == "" {
		c.At = nil
		return
	}
	if source.Text == "" || kb.Verified(*c, source) {
		place(c, source)
		return
	}
	result, err := quote.New(quote.Text{Source: source.ID, Body: source.Text}).Check(c.Quote, nil)
	switch {
	case errors.Is(err, quote.ErrNoWords):
		r.refuse("verdict.no-words")
		return
	case err != nil:
		r.refuse("verdict.too-much")
		return
	}
	if result.Verdict == quote.Verbatim {
		at := result.Start
		c.Quote, c.At = result.Found, &at
		return
	}
	r.Quotes = append(r.Quotes, QuoteCheck{Citation: *c, Source: source.Bare(), Result: result})
}

// distrust takes the recorded places out of a draft that the fact does not have
// as it is held: without the text, only whoever had it could know them.
func distrust(f *kb.Fact, held []kb.Citation) {
	for i, c := range f.Citations {
		proven := slices.ContainsFunc(held, func(h kb.Citation) bool {
			return h.Source == c.Source && h.Quote == c.Quote && h.At != nil && c.At != nil && *h.At == *c.At
		})
		if !proven {
			f.Citations[i].At = nil
		}
	}
}

// place notes where a quote stands in a held text.
func place(c *kb.Citation, s kb.Source) {
	if s.Text == "" || c.StandsAt(s.Text) {
		return
	}
	at := kb.PlaceOf(*c, s.Text)
	c.At = &at
}
