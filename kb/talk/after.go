package talk

import (
	"fmt"
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
	view  *index.View
	asked string
}

// After tells a detail of the answer before: of a fact or a passage, with its id and its
// citations; of an overview, from the record. Asked is what was said now. It reports
// whether it can tell anything of that answer.
func After(v *index.View, answer kb.Answer, detail kb.Detail, asked string) (a kb.Answer, ok bool) {
	if answer.Kind.IsTalk() {
		kind, known := ofRecord[detail]
		if !known || answer.Statement.ID == "" {
			return a, false
		}
		return Record(v, answer.Statement.ID, kind, asked), true
	}
	tell, known := details[detail]
	if !known {
		return a, false
	}
	if whole, ok := v.AnswerOf(answer.ID); ok && answer.Kind == kb.KindPassage {
		answer.Citations = whole.Citations
	}
	a = answer
	a.Question, a.Detail, a.Language, a.Nearest, a.Mentions, a.Note = asked, detail, "en", nil, nil, ""
	tell(before{answer, v, asked}, &a)
	return a, true
}

func (b before) record() record {
	return record{b.view, b.view.Head(b.Statement.ID), b.view.Sources(b.Statement.ID), b.asked}
}

func (b before) who(a *kb.Answer) {
	switch {
	case b.Party == kb.BothSides:
		a.Text = fmt.Sprintf("Both sides say that: %s.", and(b.Statement.Parties))
	case b.Speaker != "" && b.Party != "" && b.Speaker != b.Party:
		a.Text = fmt.Sprintf("%s said that, for %s.", b.Speaker, b.Party)
	case b.Speaker != "" || b.Party != "":
		a.Text = fmt.Sprintf("%s said that.", b.Speaker+strings.TrimPrefix(b.Party, b.Speaker))
	default:
		a.Text = "The text names nobody there. " + b.record().by()
	}
}

func (b before) when(a *kb.Answer) {
	if b.Statement.Date == "" {
		a.Text = "The record has no date for that."
		return
	}
	a.Text = fmt.Sprintf("The statement that says so is of %s.", day(b.Statement.Date))
}

func (b before) where(a *kb.Answer) {
	if b.Statement.Place == "" {
		a.Text = "The record has no place for that."
		return
	}
	a.Text = fmt.Sprintf("The statement that says so was made in %s.", b.Statement.Place)
}

func (b before) source(a *kb.Answer) {
	var all []string
	for _, c := range b.sources() {
		words := described(c.Source)
		if c.Locator != "" {
			words += ", " + c.Locator
		}
		all = append(all, words)
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
		a.Text = "No address is recorded for its source: " + placeOf(b.Citations[0]) + "."
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
		a.Text = "No quote is recorded for that. It stands here: " + placeOf(b.Citations[0]) + "."
	}
}

// quotes are the quotes, each in a line with its place; of sources in a language, if
// that is not empty.
func (b before) quotes(tag string) string {
	var lines []string
	for _, c := range b.Citations {
		if c.Quote != "" && (tag == "" || Same(c.Source.Language, tag)) {
			lines = append(lines, "“"+c.Quote+"” — "+placeOf(c))
		}
	}
	return strings.Join(lines, "\n")
}

func (b before) language(a *kb.Answer) {
	var lines []string
	for _, c := range b.sources() {
		if c.Source.Language != "" {
			lines = append(lines, fmt.Sprintf("%s: %s", placeOf(c), called(c.Source.Language)))
		}
	}
	if a.Text = strings.Join(lines, "\n"); len(lines) == 0 {
		a.Text = "The record does not tell in which language that was said."
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
	name := called(tag.String())
	there := b.record().in(tag)
	switch quotes := b.quotes(tag.String()); {
	case quotes != "":
		a.Text = fmt.Sprintf("Yes, in %s: %s", name, quotes)
	case there != nil:
		a.Text = fmt.Sprintf("No quote from the text in %s is recorded for that. It can be read here: %s.", name, described(*there))
	default:
		a.Text = fmt.Sprintf("No text in %s is recorded for this statement.", name)
	}
}

// translate gives the answer in the language that is named, where a person wrote it, and
// else says that it is not there.
func (b before) translate(a *kb.Answer) {
	tag, named := Named(b.asked)
	if !named {
		a.Text = "I do not translate. Name a language, and I answer in it where a person wrote the answer in it. As it was written: " + b.Text
		return
	}
	a.Wants = tag.String()
	Speak(b.view, a, a.Wants)
	if Same(a.Language, a.Wants) {
		return
	}
	name := called(a.Wants)
	if quotes := b.quotes(a.Wants); quotes != "" {
		a.Text = fmt.Sprintf("Nobody has written this answer in %s, but the source has these words: %s", name, quotes)
		return
	}
	a.Text = fmt.Sprintf("I do not translate, and nobody has written this answer in %s. As it was written: %s", name, b.Text)
}

// more gives what stands around the answer's words in the text, word for word.
func (b before) more(a *kb.Answer) {
	for _, c := range b.Citations {
		source := b.view.Source(b.Statement.ID, c.Source.ID)
		if source == nil || source.Text == "" || c.Quote == "" {
			continue
		}
		if around := around(source.Text, c, b.Kind == kb.KindPassage); around != "" {
			a.Text = "“" + around + "” — " + placeOf(c)
			return
		}
	}
	a.Text = "The text around it is not here. It can be read there: " + described(b.Citations[0].Source) + "."
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
	a.Language = Of(a.Text)
}

// why says that no reason is recorded: where a fact tells one, a question finds it.
func (b before) why(a *kb.Answer) {
	a.Text = "No further reason is recorded for that."
	if quotes := b.quotes(""); quotes != "" && b.Kind == kb.KindFact {
		a.Text += " Its words are: " + quotes
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
		a.Text = fmt.Sprintf("Yes: the quote stands word for word in the text of %s.", placeOf(c))
	case c.Quote != "":
		a.Text = fmt.Sprintf("The quote was not checked against the text of its source: %s.", described(c.Source))
	default:
		a.Text = fmt.Sprintf("No quote is recorded for that; it can be checked here: %s.", described(c.Source))
	}
}

// Speak puts an answer in a language, where a person wrote it in that; what it is in
// then, it tells in any case.
func Speak(v *index.View, a *kb.Answer, tag string) {
	a.Language = Of(a.Text)
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
	if chosen, ok := Chosen(e.Fact().Answers, tag); ok {
		a.Text, a.Language = e.Fact().Answers[chosen], chosen
	}
}

// Unspoken is what somebody reads who asked for a language that an answer is not in;
// empty if it is.
func Unspoken(a kb.Answer, tag string) string {
	if tag == "" || Same(a.Language, tag) {
		return ""
	}
	if l, is := catalog.Match(tag); is {
		return l.Say("answer.as-written")
	}
	return fmt.Sprintf("Nobody has written this answer in %s; it stands as it was written.", called(tag))
}
