package draft

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb"
	"verbatim/kb/text"
)

// frames are the questions of a language: %[1]s is who, %[2]s what it is about, %[3]s
// a verb.
type frames struct {
	one, many string // what one, or several, said about something
	text      string // what the text says about it
	and       string
	group     string   // all parties, where they are many
	counts    []string // so many countries
	acts      map[kind]string
	sole      map[kind]string // where one sentence alone does that
	requires  string          // what somebody must do
	will      string
	object    string // what somebody is called on to do
	whether   string // whether somebody did something
	met, whom string
}

var englishFrames = frames{
	one: "What did %[1]s say about %[2]s?", many: "What did %[1]s say about %[2]s?", text: "What does the text say about %[2]s?",
	and: " and ", group: "the parties", counts: []string{"", "", "", "the three countries", "the four countries", "the five countries", "the six countries", "the seven countries"},
	acts: map[kind]string{
		commits: "What did %[1]s promise about %[2]s?", agrees: "What did %[1]s decide about %[2]s?",
		announces: "What did %[1]s announce about %[2]s?",
	},
	sole:     map[kind]string{thanks: "Whom did %[1]s thank?", condemns: "What did %[1]s condemn?"},
	requires: "What must %[1]s do about %[2]s?", will: "What will %[1]s do about %[2]s?",
	object: "What did %[1]s %[3]s %[2]s to do?", whether: "Did %[1]s %[3]s %[2]s?", met: "When and where did %[1]s meet?",
	whom: "Whom did %[1]s meet?",
}

// called is a party as a sentence names it: with the article that English puts before
// some.
func (l *language) called(party string) string {
	if l.code != "en" || party == "" || strings.HasPrefix(party, "the ") {
		return party
	}
	if rest, ok := strings.CutPrefix(party, "The "); ok {
		return "the " + rest
	}
	words := text.Words(party)
	for _, w := range words {
		if withArticle[w.Text] {
			return "the " + party
		}
	}
	if isLetters(party) && party != "NATO" && party != "ASEAN" && party != "BRICS" {
		return "the " + party
	}
	return party
}

var withArticle = text.Set("united republic kingdom union federation states emirates islands group league council commission ministry government organization netherlands philippines")

// list names several parties.
func (l *language) list(parties []string) string {
	var names []string
	for _, p := range parties {
		names = append(names, l.called(p))
	}
	if n := len(names); n > 2 && l.cased {
		return strings.Join(names[:n-1], ", ") + l.frames.and + names[n-1]
	}
	return strings.Join(names, l.frames.and)
}

// taken are the ids and questions that drafts have already.
type taken struct{ ids, questions map[string]bool }

func (t *taken) take(question string) bool {
	key := strings.ToLower(question)
	if t.questions[key] || utf8.RuneCountInString(question) > kb.MaxQuestion {
		return false
	}
	t.questions[key] = true
	return true
}

// id makes the id of a draft, and a number behind it where another has it.
func (t *taken) id(about string, paragraph int) string {
	id := slug(about)
	if id == "" {
		id = fmt.Sprintf("paragraph-%d", paragraph)
	}
	unique := id
	for n := 2; t.ids[unique]; n++ {
		unique = fmt.Sprintf("%s-%d", id, n)
	}
	t.ids[unique] = true
	return unique
}

// mostAlso is how many other questions a draft has.
const mostAlso = 3

// ask makes the question of a sentence, and others that it answers; about is what the
// question is about.
func (r *reading) ask(s *sentence, t *taken) (question string, also []string, about string) {
	if s.asked != "" && t.take(s.asked) {
		question = s.asked
	}
	for _, span := range s.stretches() {
		if span.act == nil && question != "" {
			break
		}
		for n, p := range r.about(s, span.from, span.past) {
			if n > 0 && question != "" {
				break
			}
			what := r.written(s, p)
			if about == "" {
				about = what
			}
			for _, q := range r.questions(s, span, p, what) {
				switch {
				case question == "" && t.take(q):
					question, about = q, what
				case question != "" && len(also) < mostAlso && t.take(q):
					also = append(also, q)
				}
			}
		}
	}
	if question == "" {
		question = r.lastResort(s, t)
	}
	return question, also, about
}

// A stretch is the words of a sentence that belong to one act.
type stretch struct {
	act        *act
	from, past int
}

// stretches are those of a sentence: each act with the words up to the next, and all of
// it, for where these name nothing.
func (s *sentence) stretches() []stretch {
	var all []stretch
	for i := range s.acts {
		past := len(s.words)
		if i+1 < len(s.acts) {
			past = s.acts[i+1].from
		}
		from := s.acts[i].past
		if s.named > from && s.named <= past {
			from = s.named
		}
		if past > from {
			all = append(all, stretch{&s.acts[i], from, past})
		}
	}
	return append(all, stretch{nil, 0, len(s.words)})
}

// questions are those that ask for a phrase of a stretch, the best first.
func (r *reading) questions(s *sentence, span stretch, p phrase, what string) []string {
	f := r.language.frames
	who := s.said.name
	if who == "" && s.said.party != "" {
		who = r.allNames()
		if !s.said.many {
			who = r.language.called(s.said.party)
		}
	}
	if who == "" {
		return []string{fill(f.text, "", what, "")}
	}
	said := f.one
	if s.said.many {
		said = f.many
	}
	var all []string
	if span.act != nil && r.language.code == "en" {
		all = r.actQuestions(s, span, p, who, what)
	}
	return append(all, fill(said, who, what, ""))
}

// actQuestions are the questions for what is done by an act.
func (r *reading) actQuestions(s *sentence, span stretch, p phrase, who, what string) []string {
	f, a := r.language.frames, span.act
	next := p.from == a.past || p.from == a.past+1 && r.language.function[s.words[a.past].Text]
	passive := a.past < len(s.words) && (s.words[a.past].Text == "be" || s.words[a.past].Text == "not")
	switch {
	case a.kind == meets && a.verb == "meet" && a.past < len(s.words) && s.words[a.past].Text == "with":
		return []string{fill(f.whom, who, "", "")}
	case a.kind == meets && (a.verb == "meet" || a.verb == "convene"):
		return []string{fill(f.met, who, "", "")}
	case a.requires && !passive:
		if subject := r.subjectWords(s, a.from); subject != "" {
			return []string{fill(f.requires, subject, what, "")}
		}
		return nil
	case a.requires, a.will && (passive || !r.speaks(s, a)):
		return nil
	case a.will:
		return []string{fill(f.will, who, what, "")}
	case a.kind == calls && r.toDo(s, a, p):
		verb := a.verb
		if verb == "call" {
			verb = "call on"
		}
		return []string{fill(f.object, who, what, verb)}
	case f.acts[a.kind] != "":
		return []string{fill(f.acts[a.kind], who, what, "")}
	case a.kind == calls && next && s.words[a.past].Text == "for":
		return []string{fill(f.one, who, what, ""), fill(f.whether, who, what, "call for")}
	case a.kind == tells && saying[a.verb]:
		return nil
	case f.sole[a.kind] != "" && r.alone(s, a.kind):
		return []string{fill(f.sole[a.kind], who, "", ""), fill(f.one, who, what, ""), fill(f.whether, who, what, a.verb)}
	case next && !r.language.function[s.words[a.past].Text] || next && r.language.articles[s.words[a.past].Text]:
		return []string{fill(f.one, who, what, ""), fill(f.whether, who, what, a.verb)}
	}
	return nil
}

// alone reports whether no other sentence of who says one has an act of its kind.
func (r *reading) alone(s *sentence, k kind) bool {
	isKind := func(a act) bool { return a.kind == k }
	return !slices.ContainsFunc(r.sentences, func(other *sentence) bool {
		return other != s && other.said.party == s.said.party && slices.ContainsFunc(other.acts, isKind)
	})
}

// saying are verbs of which what is said is no object.
var saying = text.Set("say tell warn hope explain remain state deem believe")

// speaks reports whether who will do something is named, and may be who speaks: not
// "he said that no vessel will".
func (r *reading) speaks(s *sentence, a *act) bool {
	at := r.language.subjectEnd(s.words, a.from)
	if at < 0 {
		return false
	}
	w := s.words[at]
	return w.Upper || r.language.groups[w.Text] || r.language.pronouns[w.Text] != nobody || r.language.persons[w.Text]
}

// toDo reports whether somebody is called on to do something: "urge them to …".
func (r *reading) toDo(s *sentence, a *act, p phrase) bool {
	at := a.past
	for at < p.from && (s.words[at].Text == "on" || s.words[at].Text == "upon" || s.words[at].Text == "for" || s.words[at].Text == "the" || s.words[at].Text == "all") {
		at++
	}
	return at == p.from && p.past < len(s.words) && s.words[p.past].Text == "to" && !s.words[p.past].Paused
}

// subjectWords are the words before a verb, as far as they name one thing.
func (r *reading) subjectWords(s *sentence, verb int) string {
	from := verb
	for from > 0 && !s.words[from].Paused && verb-from < phraseWords {
		from--
	}
	words := strings.TrimSpace(s.text[s.words[from].Start:s.words[verb-1].End])
	if from > 0 && !s.words[from].Paused || words == "" || r.language.function[s.words[from].Text] && !r.language.articles[s.words[from].Text] && s.words[from].Text != "each" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(words)
	if r.language.function[s.words[from].Text] {
		words = string(unicode.ToLower(first)) + words[size:]
	}
	return words
}

// lastResort asks for a sentence by its beginning.
func (r *reading) lastResort(s *sentence, t *taken) string {
	for n := 60; n < 200; n += 20 {
		q := fill(r.language.frames.text, "", "“"+opening(s.text, n)+"”", "")
		if t.take(q) {
			return q
		}
	}
	q := fill(r.language.frames.text, "", fmt.Sprintf("“%s” (%d)", opening(s.text, 60), s.start), "")
	t.take(q)
	return q
}

// opening is how a sentence begins, cut between words.
func opening(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	cut := string([]rune(s)[:most])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + "…"
}

func fill(frame, who, what, verb string) string { return fmt.Sprintf(frame, who, what, verb) }
