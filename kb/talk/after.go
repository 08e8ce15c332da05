package talk

import (
	"strings"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/index"
	"verbatim/kb/text"
)

// details tell what is asked of an answer. That it does not tell is said too.
var details = map[kb.Detail]func(b before, a *kb.Answer){
	kb.DetailWho:       before.who,
	kb.DetailWhen:      before.when,
	kb.DetailWhere:     before.where,
	kb.DetailSource:    before.source,
	kb.DetailLink:      before.link,
	kb.DetailWords:     before.words,
	kb.DetailLanguage:  before.language,
	kb.DetailVersion:   before.version,
	kb.DetailTranslate: before.translate,
	kb.DetailMore:      before.more,
	kb.DetailShorter:   before.shorter,
	kb.DetailWhy:       before.why,
	kb.DetailSure:      before.sure,
}

// ofRecord are the details that the record of a statement tells, by what it calls them.
var ofRecord = map[kb.Detail]string{
	kb.DetailWho: "by", kb.DetailWhen: "when", kb.DetailWhere: "where", kb.DetailSource: "read",
	kb.DetailLink: "read", kb.DetailLanguage: "languages", kb.DetailVersion: "languages",
}

// A before is an answer that something is asked of.
type before struct {
	kb.Answer
	in    catalog.Language // the one to answer in
	view  *index.View
	asked string
}

// After tells a detail of the answer before: of a fact or a passage, with its id and its
// citations; of an overview, from the record. The question is what was said now, and its
// language that of the reply. It reports whether it can tell anything of that answer.
func After(v *index.View, answer kb.Answer, detail kb.Detail, q kb.Question) (a kb.Answer, ok bool) {
	if answer.Kind.IsTalk() {
		kind, known := ofRecord[detail]
		if !known || answer.Statement.ID == "" {
			return a, false
		}
		return Record(v, answer.Statement.ID, kind, q), true
	}
	tell, known := details[detail]
	if !known {
		return a, false
	}
	if whole, ok := v.AnswerOf(answer.ID); ok && answer.Kind == kb.KindPassage {
		answer.Citations = whole.Citations
	}
	a = answer
	l := In(q)
	a.Question, a.Detail, a.Language, a.Nearest, a.Mentions, a.Note = q.Text, detail, l.String(), nil, nil, ""
	tell(before{answer, l, v, q.Text}, &a)
	return a, true
}

func (b before) record() record {
	return record{b.in, b.view, b.view.Head(b.Statement.ID), b.view.Sources(b.Statement.ID), b.asked}
}

func (b before) who(a *kb.Answer) {
	switch {
	case b.Party == kb.BothSides:
		a.Text = ended(b.in.Say("talk.both-said", "Parties", b.in.And(b.Statement.Parties...)))
	case b.Speaker != "" && b.Party != "" && b.Speaker != b.Party:
		a.Text = ended(b.in.Say("talk.said-for", "Speaker", b.Speaker, "Party", b.Party))
	case b.Speaker != "" || b.Party != "":
		a.Text = ended(b.in.Say("talk.said", "Speaker", b.Speaker+strings.TrimPrefix(b.Party, b.Speaker)))
	default:
		a.Text = b.in.Join(b.in.Say("talk.said-by-nobody"), b.record().by())
	}
}

func (b before) when(a *kb.Answer) {
	if b.Statement.Date == "" {
		a.Text = b.in.Say("talk.answer-no-date")
		return
	}
	a.Text = b.in.Say("talk.answer-dated", "Day", b.in.Date(b.Statement.Date))
}

func (b before) where(a *kb.Answer) {
	if b.Statement.Place == "" {
		a.Text = b.in.Say("talk.answer-no-place")
		return
	}
	a.Text = ended(b.in.Say("talk.answer-place", "Place", b.Statement.Place))
}

func (b before) source(a *kb.Answer) {
	var all []string
	for _, c := range b.sources() {
		all = append(all, b.in.Clauses(described(b.in, c.Source), c.Locator))
	}
	a.Text = strings.Join(all, "\n")
}

func (b before) link(a *kb.Answer) {
	var all []string
	for _, c := range b.sources() {
		if c.Source.URL != "" {
			all = append(all, c.Source.URL)
		}
	}
	if a.Text = strings.Join(all, "\n"); len(all) == 0 {
		a.Text = ended(b.in.Say("talk.no-link", "Place", placeOf(b.in, b.Citations[0])))
	}
}

// sources are the citations, one of each source.
func (b before) sources() (all []kb.Cited) {
	seen := map[string]bool{}
	for _, c := range b.Citations {
		if !seen[c.Source.ID] {
			seen[c.Source.ID] = true
			all = append(all, c)
		}
	}
	return all
}

func (b before) words(a *kb.Answer) {
	if a.Text = b.quotes(""); a.Text == "" {
		a.Text = ended(b.in.Say("talk.no-quote", "Place", placeOf(b.in, b.Citations[0])))
	}
}

// quotes are the quotes, each in a line with its place; of sources in a language, if
// that is not empty.
func (b before) quotes(tag string) string {
	var lines []string
	for _, c := range b.Citations {
		if c.Quote != "" && (tag == "" || catalog.Same(c.Source.Language, tag)) {
			lines = append(lines, quoted(b.in, c.Quote, c))
		}
	}
	return strings.Join(lines, "\n")
}

func (b before) language(a *kb.Answer) {
	var lines []string
	for _, c := range b.sources() {
		if c.Source.Language != "" {
			lines = append(lines, b.in.Say("talk.in-language", "Place", placeOf(b.in, c), "Language", b.in.Named(c.Source.Language)))
		}
	}
	if a.Text = strings.Join(lines, "\n"); len(lines) == 0 {
		a.Text = b.in.Say("talk.answer-no-language")
	}
}

// version tells whether the answer is cited from a text in the language that is named,
// and where such a text can be read.
func (b before) version(a *kb.Answer) {
	tag, named := Named(b.asked)
	if !named {
		b.language(a)
		return
	}
	name := b.in.Named(tag.String())
	there := b.record().sourceIn(tag)
	switch quotes := b.quotes(tag.String()); {
	case quotes != "":
		a.Text = b.in.Say("talk.version", "Language", name, "Quotes", quotes)
	case there != nil:
		a.Text = ended(b.in.Say("talk.version-no-quote", "Language", name, "Source", described(b.in, *there)))
	default:
		a.Text = b.in.Say("talk.no-version", "Language", name)
	}
}

// translate gives the answer in the language that is named, where a person wrote it, and
// else says that it is not there.
func (b before) translate(a *kb.Answer) {
	tag, named := Named(b.asked)
	if !named {
		a.Text = b.in.Say("talk.which-language", "Answer", b.Text)
		return
	}
	a.Wants = tag.String()
	Speak(b.view, a, a.Wants)
	if catalog.Same(a.Language, a.Wants) {
		return
	}
	a.Language = b.in.String()
	name := b.in.Named(a.Wants)
	if quotes := b.quotes(a.Wants); quotes != "" {
		a.Text = b.in.Say("talk.translated-quotes", "Language", name, "Quotes", quotes)
		return
	}
	a.Text = b.in.Say("talk.not-translated", "Language", name, "Answer", b.Text)
}

// more gives what stands around the answer's words in the text, word for word.
func (b before) more(a *kb.Answer) {
	for _, c := range b.Citations {
		source := b.view.Source(b.Statement.ID, c.Source.ID)
		if source == nil || source.Text == "" || c.Quote == "" {
			continue
		}
		if around := around(source.Text, c, b.Kind == kb.KindPassage); around != "" {
			a.Text = quoted(b.in, around, c)
			return
		}
	}
	a.Text = ended(b.in.Say("talk.no-more", "Source", described(b.in, b.Citations[0].Source)))
}

// quoted are words of a text in a line, with where they stand.
func quoted(l catalog.Language, words string, c kb.Cited) string {
	return l.Say("talk.quote", "Quote", words, "Place", placeOf(l, c))
}

// around is the paragraph that a quote stands in, if that has more than the quote; of a
// whole paragraph, the one after it.
func around(held string, c kb.Cited, next bool) string {
	at := kb.PlaceOf(c.Citation, held)
	for _, p := range kb.Paragraphs(held) {
		end := p.Start + len(p.Text)
		switch {
		case at < 0 || end <= at:
		case next && p.Start > at:
			return p.Text
		case !next && (p.Start < at || end > at+len(c.Quote)):
			return p.Text
		}
	}
	return ""
}

// shorter gives the shortest of what says it: the first sentence of the answer or a
// quote, as they are.
func (b before) shorter(a *kb.Answer) {
	a.Text = b.Text
	if all := text.Sentences(b.Text); len(all) > 1 {
		a.Text = b.Text[all[0][0]:all[0][1]]
	}
	if c := shortest(b.Citations); c != nil && b.Kind == kb.KindFact && len(c.Quote)+len("“”") < len(a.Text) {
		a.Text = "“" + c.Quote + "”"
	}
	a.Language = of(a.Text)
}

// why says that no reason is recorded: where a fact tells one, a question finds it.
func (b before) why(a *kb.Answer) {
	a.Text = b.in.Say("talk.no-why")
	if quotes := b.quotes(""); quotes != "" && b.Kind == kb.KindFact {
		a.Text = b.in.Join(a.Text, b.in.Say("talk.why-words", "Quotes", quotes))
	}
}

func (b before) sure(a *kb.Answer) {
	c := b.Citations[0]
	for _, other := range b.Citations {
		if other.Verified {
			c = other
		}
	}
	switch {
	case c.Verified:
		a.Text = ended(b.in.Say("talk.sure", "Place", placeOf(b.in, c)))
	case c.Quote != "":
		a.Text = ended(b.in.Say("talk.unchecked", "Source", described(b.in, c.Source)))
	default:
		a.Text = ended(b.in.Say("talk.check-there", "Source", described(b.in, c.Source)))
	}
}

// Speak puts an answer in a language, where a person wrote it in that; what it is in
// then, it tells in any case.
func Speak(v *index.View, a *kb.Answer, tag string) {
	a.Language = of(a.Text)
	if a.Kind == kb.KindPassage && len(a.Citations) > 0 && a.Citations[0].Source.Language != "" {
		a.Language = a.Citations[0].Source.Language
	}
	if tag == "" || a.Kind != kb.KindFact {
		return
	}
	statement, fact, _ := kb.SplitID(a.ID)
	e := v.Fact(statement, fact)
	if e == nil {
		return
	}
	if chosen, ok := kb.Chosen(e.Fact().Answers, tag); ok {
		a.Text, a.Language = e.Fact().Answers[chosen], chosen
	}
}

// Unspoken is what somebody reads who asked for a language that an answer is not in;
// empty if it is.
func Unspoken(a kb.Answer, tag string) string {
	if tag == "" || catalog.Same(a.Language, tag) {
		return ""
	}
	l, is := catalog.Match(tag)
	if is {
		return l.Say("answer.as-written")
	}
	return l.Say("talk.unspoken", "Language", l.Named(tag))
}
