package kb

import (
	"context"
	"slices"
	"strings"

	"verbatim/kb/quote"
	"verbatim/kb/text"
)

// A Review is what was found out about a draft. As an error, it says why the
// draft was not saved.
type Review struct {
	Problems []string     // what has to be put right, one sentence each
	Quotes   []QuoteCheck // those that do not stand in the text of their source
	Alike    []Nearest    // facts that answer the question already
}

// A QuoteCheck is a quote that does not stand, character for character, in the
// text of its source.
type QuoteCheck struct {
	Citation Citation
	Source   Source // without its text
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

// Fine says whether the draft can be saved.
func (r *Review) Fine(d Draft) bool {
	return len(r.Problems)+len(r.Quotes) == 0 && (d.Anyway || len(r.Alike) == 0)
}

func (r *Review) Error() string {
	switch {
	case len(r.Problems) > 0:
		return strings.Join(r.Problems, " ")
	case len(r.Quotes) > 0:
		return "The quote does not stand in the text of its source: copy the words as they stand there."
	}
	return "This question is answered already: add the words to that fact, or save it anyway."
}

// Review looks at a draft without saving it. It tidies the draft: white space
// around texts goes, empty phrasings too, and each quote of a held text gets the
// place where it stands. A quote is never changed.
func (l *Library) Review(ctx context.Context, server string, d *Draft) *Review {
	r := &Review{}
	s := l.headOf(server, d.Statement)
	if s == nil {
		r.Problems = append(r.Problems, "The statement is not here any more: choose another source.")
		return r
	}
	tidy(&d.Fact)
	r.lint(s, d.Fact)
	distrust(&d.Fact, l.citationsIn(server, d.Statement, d.Fact.ID))
	for i := range d.Fact.Citations {
		source, ok := l.sourceIn(server, d.Statement, d.Fact.Citations[i].Source)
		r.gate(source, ok, &d.Fact.Citations[i])
	}
	if !d.Anyway && len(r.Problems) == 0 {
		r.Alike = l.alike(ctx, server, *d)
	}
	return r
}

func tidy(f *Fact) {
	f.Question, f.Answer, f.Speaker = strings.TrimSpace(f.Question), strings.TrimSpace(f.Answer), strings.TrimSpace(f.Speaker)
	seen := map[string]bool{sameWords(f.Question): true}
	var also []string
	for _, q := range f.AlsoAsked {
		if q = strings.TrimSpace(q); q != "" && !seen[sameWords(q)] {
			seen[sameWords(q)] = true
			also = append(also, q)
		}
	}
	f.AlsoAsked = also
	f.Citations = copyCitations(f.Citations)
}

// alsoMost bounds the phrasings of one fact.
const alsoMost = 200

// lint checks a draft by the rules of knowledge files.
func (r *Review) lint(s *Statement, f Fact) {
	bare := withoutFacts(s)
	for _, source := range s.Sources {
		source.Text, source.TextSHA256 = "", ""
		bare.Sources = append(bare.Sources, source)
	}
	if f.ID == "" {
		f.ID = idFor(f.Question, 0)
	}
	f.Citations = copyCitations(f.Citations)
	for i := range f.Citations {
		f.Citations[i].At = nil // the gate looks at it
	}
	before := Lint(&bare).Errors() // of what is there already
	bare.Facts = []Fact{f}
	for _, p := range Lint(&bare).Errors() {
		if !slices.ContainsFunc(before, func(b Problem) bool { return b.Message == p.Message }) {
			r.Problems = append(r.Problems, sentence(p.Message))
		}
	}
	switch {
	case tooLong(f.Question, MaxQuestion):
		r.Problems = append(r.Problems, "The question is longer than 300 characters: shorten it.")
	case len(f.AlsoAsked) > alsoMost:
		r.Problems = append(r.Problems, "There are more than 200 other phrasings: leave some out.")
	case len(r.Problems) == 0 && len(text.Words(f.Question)) == 0:
		r.Problems = append(r.Problems, "The question has no words: write it out.")
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
func (r *Review) gate(source Source, held bool, c *Citation) {
	if trimmed := strings.TrimSpace(c.Quote); trimmed != c.Quote {
		c.Quote, c.At = trimmed, nil
	}
	if !held || c.Quote == "" {
		c.At = nil
		return
	}
	if source.Text == "" || Verified(*c, source) {
		c.place(source)
		return
	}
	result, err := quote.New(quote.Text{Source: source.ID, Body: source.Text}).Check(c.Quote, nil)
	if err != nil {
		r.Problems = append(r.Problems, sentence(err.Error()))
		return
	}
	if result.Verdict == quote.Verbatim {
		at := result.Start
		c.Quote, c.At = result.Found, &at
		return
	}
	source.Text = ""
	r.Quotes = append(r.Quotes, QuoteCheck{Citation: *c, Source: source, Result: result})
}

// distrust takes the recorded places out of a draft that the fact does not have
// as it is held: without the text, only whoever had it could know them.
func distrust(f *Fact, held []Citation) {
	for i, c := range f.Citations {
		proven := slices.ContainsFunc(held, func(h Citation) bool {
			return h.Source == c.Source && h.Quote == c.Quote && h.At != nil && c.At != nil && *h.At == *c.At
		})
		if !proven {
			f.Citations[i].At = nil
		}
	}
}

// place notes where a quote stands in a held text.
func (c *Citation) place(s Source) {
	if s.Text == "" || standsAt(*c, s.Text) {
		return
	}
	at := PlaceOf(*c, s.Text)
	c.At = &at
}

// What is taken for the same question: one that the matcher is sure of and that
// has a good part of the same words, or nearly all of the same words.
const (
	alikeSure  = 0.8
	alikeWords = 0.4
	alikeTexts = 0.8
	alikeMost  = 3 // facts that are shown
)

// alike are the facts that answer the question of a draft already, the surest
// first.
func (l *Library) alike(ctx context.Context, server string, d Draft) []Nearest {
	found := l.base.Load().asked(server, d.Fact.Question)
	a := l.Ask(ctx, Question{Text: d.Fact.Question, Server: server, Statement: d.Statement})
	if a.Answered && a.Kind == KindFact {
		a.Nearest = append([]Nearest{{ID: a.ID, Confidence: a.Confidence}}, a.Nearest...)
	}
	words := hashedWords(d.Fact.Question)
	for _, n := range a.Nearest {
		f, err := l.FactAt(ctx, server, n.ID)
		if err != nil || slices.ContainsFunc(found, func(o Nearest) bool { return o.ID == n.ID }) {
			continue
		}
		n.Question = f.Fact.Question
		same := 0.0
		for _, q := range append([]string{f.Fact.Question}, f.Fact.AlsoAsked...) {
			same = max(same, share(words, hashedWords(q)))
		}
		if same >= alikeTexts || same >= alikeWords && n.Confidence >= alikeSure {
			found = append(found, n)
		}
	}
	self := d.Statement + "/" + d.Fact.ID
	found = slices.DeleteFunc(found, func(n Nearest) bool { return n.ID == self })
	return found[:min(len(found), alikeMost)]
}

// asked are the facts that have a question in the very same words.
func (b *Base) asked(server, question string) []Nearest {
	b.mu.RLock()
	defer b.mu.RUnlock()
	folded := text.Fold(question)
	var found []Nearest
	for _, h := range b.scope(server).questions("") {
		if h.question == folded {
			found = append(found, Nearest{ID: h.id(), Question: h.fact.Question, Confidence: 1})
		}
	}
	return found
}
