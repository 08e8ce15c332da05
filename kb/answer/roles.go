package answer

import (
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// roles says who speaks and who acts in a question, as far as its words show it:
// the parties of a statement, folded, and other names of the knowledge. A person
// stands for the party that the person speaks for.
type roles struct {
	speaker   string          // whose words are asked about; empty if nobody is named
	word      string          // the name that the speaker has in the question
	agent     string          // who does what is asked about; empty if nobody or several
	party     bool            // the speaker is a party of the statement, or speaks for one
	says      bool            // there is a verb of saying
	mentioned map[string]bool // all that are named
}

// rolesOf reads the roles in words, whose names have been replaced, among the
// parties of s. "Wang Yi said that Syria will thank China" has Wang Yi as the
// speaker and Syria as the agent.
func rolesOf(v *index.View, words []text.Word, s *kb.Statement) roles {
	r := roles{mentioned: map[string]bool{}}
	r.says = slices.ContainsFunc(words, func(w text.Word) bool { return lexicon.Saying[w.Text] })
	if hasOtherSubject(words) {
		return r.all(v, s, words)
	}
	clause := 0 // where what was said begins
	for i := range words {
		if n := saysThat(words[i:]); n > 0 && r.agent != "" && clause == 0 {
			r.speaker, clause = r.agent, i+n
			r.agent = ""
		}
		if !lexicon.IsName(words[i]) {
			continue
		}
		party := actorOf(v, words[i], s)
		r.mentioned[party] = true
		if clause == 0 && fronted(words, i) {
			r.agent, r.word = "", ""
		}
		if several := r.name(words, i, clause, party, isParty(s, party)); several {
			return r.all(v, s, words[i:])
		}
	}
	if r.speaker == "" {
		r.speaker = r.agent
	}
	if r.agent == "" {
		r.agent = r.speaker
	}
	r.party = isParty(s, r.speaker)
	return r
}

// name reads the role of the name at i, of a party of the statement if isParty;
// what was said begins at clause. It reports whether several act together.
func (r *roles) name(words []text.Word, i, clause int, party string, isParty bool) (several bool) {
	switch {
	case i < clause: // the one who is told
	case afterHelping(words, i):
		r.act(party, words[i])
	case speaks(words[:i]) && isParty:
		r.act(party, words[i])
		if !lexicon.ByActors[words[i-1].Text] {
			r.speaker = party
		}
	case r.agent == "" && clause > 0 && i <= clause+1 && words[i].Possessive:
		r.agent = party // "that Syrian territory will …"
	case r.agent == party, r.agent != "" && !joined(words, i), !acts(words, i):
		// an object, or the same again
	case r.agent != "":
		r.agent = ""
		return true
	default:
		r.act(party, words[i])
	}
	return false
}

// afterHelping reports whether the name at i comes after a helping verb, and so is
// the one who acts: "which initiatives of China did Syria welcome".
func afterHelping(words []text.Word, i int) bool {
	before := i - 1
	for before >= 0 && (lexicon.Determiners[words[before].Text] || lexicon.Offices[words[before].Text]) {
		before--
	}
	return before >= 0 && lexicon.Helping[words[before].Text] && acts(words, i)
}

// act makes a party the one who acts, by its name in the question, and so the one
// who speaks, if nobody else does.
func (r *roles) act(party string, name text.Word) {
	r.agent = party
	if r.speaker == "" {
		r.word = name.Text
	}
}

// fronted reports whether the words before the name at i only name what a question
// is about: "Xi's ideas, what did Syria say". They end with a comma, and have no
// verb that a question or a saying has, nor who it is said by.
func fronted(words []text.Word, i int) bool {
	comma := 0
	for j, w := range words[:i+1] {
		if w.Paused && !listed(words, j) {
			comma = j
		}
		if comma == 0 && (lexicon.Helping[w.Text] || lexicon.Saying[w.Text] || speaks(words[:j])) {
			return false
		}
	}
	return comma > 0
}

// listed reports whether the word at i is one of several names with commas and an
// "and": "Syria, China and Egypt".
func listed(words []text.Word, i int) bool {
	if i == 0 || !lexicon.IsName(words[i-1]) {
		return false
	}
	end := i
	for end < len(words) && lexicon.IsName(words[end]) {
		end++
	}
	return end > i && end+1 < len(words) && lexicon.Joins[words[end].Text] && lexicon.IsName(words[end+1])
}

// hasOtherSubject reports whether no name acts: somebody else does ("can someone
// attack China"), or a thing is said to be another ("is China a model").
func hasOtherSubject(words []text.Word) bool {
	for i, w := range words {
		if lexicon.IsName(w) {
			copula := i == 1 && lexicon.Being[words[0].Text] && i+1 < len(words) && lexicon.Determiners[words[i+1].Text]
			return copula
		}
		if lexicon.Subjects[w.Text] {
			return true
		}
		if !w.Common {
			return false
		}
	}
	return false
}

// all notes those that are named in the rest of the words, too.
func (r roles) all(v *index.View, s *kb.Statement, words []text.Word) roles {
	for _, w := range words {
		if lexicon.IsName(w) {
			r.mentioned[actorOf(v, w, s)] = true
		}
	}
	return r
}

// actorOf is the party of s that a name speaks for, or the name.
func actorOf(v *index.View, name text.Word, s *kb.Statement) string {
	if party, ok := v.Party(name.Text); ok && isParty(s, party) {
		return party
	}
	for _, p := range s.Parties {
		if word, ok := v.Names().Word(p); ok && word == name.Text {
			return text.Fold(p)
		}
	}
	return name.Text
}

// betweenMost is how many words may stand between a verb of saying and "that".
const betweenMost = 5

// saysThat reports whether words begin with a verb of saying and, soon after, the
// word that what is said comes after: how many words that are, or 0.
func saysThat(words []text.Word) int {
	if lexicon.Saying[words[0].Text] {
		for n, w := range words[1:min(len(words), 1+betweenMost)] {
			if lexicon.AfterSaying[w.Text] {
				return n + 2
			}
		}
	}
	if words[0].Script == text.Unspaced && (words[0].Text == "说" || words[0].Text == "称") {
		return 1
	}
	return 0
}

// acts reports whether the name at i is neither an owner ("China's …") nor the
// object of a preposition. An office is as good as its party: "the minister of
// Syria", "Syria's government".
func acts(words []text.Word, i int) bool {
	if passive(words, i) {
		return false
	}
	if words[i].Possessive && !officeAfter(words, i) {
		return false
	}
	before := i - 1
	for before >= 0 && lexicon.Determiners[words[before].Text] {
		before--
	}
	if before < 0 || !lexicon.BeforeObjects[words[before].Text] {
		return !joined(words, i) || acts(words, partner(words, i))
	}
	return before > 0 && lexicon.Offices[words[before-1].Text]
}

// officeAfter reports whether an office comes soon after the name at i.
func officeAfter(words []text.Word, i int) bool {
	return i+1 < len(words) && (lexicon.Offices[words[i+1].Text] || i+2 < len(words) && lexicon.Offices[words[i+2].Text])
}

// passive reports whether something is done to the name at i: "was Syria invited".
func passive(words []text.Word, i int) bool {
	return i > 0 && i+1 < len(words) && lexicon.Being[words[i-1].Text] && strings.HasSuffix(words[i+1].Text, "ed") ||
		i+2 < len(words) && lexicon.Being[words[i+1].Text] && strings.HasSuffix(words[i+2].Text, "ed")
}

// joined reports whether the name at i comes directly after another, or after
// one and "and".
func joined(words []text.Word, i int) bool { return partner(words, i) >= 0 }

// partner is the place of the name that the one at i is joined to, or -1.
func partner(words []text.Word, i int) int {
	if i > 0 && lexicon.IsName(words[i-1]) && !verbFirst(words[:i-1]) {
		return i - 1
	}
	if i > 1 && lexicon.Joins[words[i-1].Text] && lexicon.IsName(words[i-2]) {
		return i - 2
	}
	return -1
}

// verbFirst reports whether the words before two names end with an Arabic verb:
// its subject comes next, and then its object.
func verbFirst(before []text.Word) bool {
	n := len(before)
	return n > 0 && before[n-1].Script == text.Arabic && !lexicon.BeforeObjects[before[n-1].Text]
}

// speaks reports whether the words before a name make it the speaker.
func speaks(before []text.Word) bool {
	n := len(before)
	return n > 0 && lexicon.BeforeSpeakers[before[n-1].Text] ||
		n > 1 && before[n-1].Text == "to" && before[n-2].Text == "according"
}

func isParty(s *kb.Statement, folded string) bool {
	return slices.ContainsFunc(s.Parties, func(p string) bool { return text.Fold(p) == folded })
}
