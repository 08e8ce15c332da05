package draft

import (
	"strings"
	"unicode"

	"verbatim/kb/text"
)

// A kind is what somebody does by saying something.
type kind uint8

const (
	tells kind = iota
	commits
	agrees
	calls
	condemns
	thanks
	welcomes
	supports
	announces
	meets
)

// An act is a word of a sentence that says what is done in it.
type act struct {
	kind       kind
	verb       string // as a question has it: the infinitive
	from, past int    // its words
	requires   bool   // shall, must: the subject is told what to do, and does not speak
	will       bool
}

// A verb is a word, or the first of several, that is an act.
type verb struct {
	kind     kind
	verb     string
	bare     bool // the form may be a noun: a subject must stand before it
	requires bool
	will     bool
}

// actsIn gives the acts of a sentence, in order.
func (l *language) actsIn(words []text.Word) []act {
	if l.unspaced {
		return l.unspacedActs(words)
	}
	var all []act
	for i := range words {
		v, ok := l.verbs[words[i].Text]
		if !ok && words[i].Script == text.Arabic {
			v, ok = l.verbs[strings.TrimPrefix(words[i].Text, "و")]
		}
		if !ok || words[i].Upper && i > 0 || i > 0 && l.never[words[i-1].Text] && !words[i].Paused {
			continue
		}
		if l.cased && !l.finite(words, i, v, len(all) > 0) {
			continue
		}
		all = append(all, act{kind: v.kind, verb: v.verb, from: i, past: i + 1, requires: v.requires, will: v.will})
	}
	return all
}

// finite reports whether the form of a verb has a subject: a name, a pronoun or a
// group before it, or another act that it is joined to.
func (l *language) finite(words []text.Word, i int, v verb, joined bool) bool {
	at := l.subjectEnd(words, i)
	if at < 0 { // "Condemns all attacks", in a resolution
		return i == 0 && l.code == "en" && v.bare && strings.HasSuffix(words[i].Text, "s")
	}
	w := words[at]
	switch {
	case l.pronouns[w.Text] != nobody || l.groups[w.Text]:
		return true
	case w.Upper && !l.function[w.Text]: // no noun behind another act: "underscored U.S. support"
		return !joined || !v.bare || words[i].Text != v.verb
	case v.bare:
		return false
	case words[i].Paused || l.joins[w.Text]:
		return joined
	}
	return v.requires || v.will && at+1 == i
}

// subjectEnd gives the last word of what stands before a verb, without adverbs and
// auxiliaries; -1 if nothing does.
func (l *language) subjectEnd(words []text.Word, i int) int {
	for at := i - 1; at >= 0; at-- {
		if w := words[at]; !l.skipped[w.Text] && (l.adverb == "" || !strings.HasSuffix(w.Text, l.adverb) || w.Upper) {
			return at
		}
	}
	return -1
}

// unspacedActs finds the acts of a script without spaces, whose words are characters.
func (l *language) unspacedActs(words []text.Word) []act {
	var all []act
	for i := 0; i < len(words); {
		n, found := 1, verb{}
		for length := min(l.longest, len(words)-i); length > 1; length-- {
			var b strings.Builder
			for _, w := range words[i : i+length] {
				b.WriteString(w.Text)
			}
			if v, ok := l.verbs[b.String()]; ok {
				n, found = length, v
				break
			}
		}
		if n > 1 {
			all = append(all, act{kind: found.kind, verb: found.verb, from: i, past: i + n})
		}
		i += n
	}
	return all
}

// english gives the forms of English verbs: the infinitive, and what it is in the
// present and in the past.
func english(k kind, verbs string) map[string]verb {
	forms := map[string]verb{}
	for v := range strings.FieldsSeq(verbs) {
		base, past, irregular := strings.Cut(v, "/")
		if !irregular {
			past = pastOf(base)
		}
		forms[base] = verb{kind: k, verb: base, bare: true}
		forms[presentOf(base)] = verb{kind: k, verb: base, bare: true}
		forms[past] = verb{kind: k, verb: base}
	}
	return forms
}

func pastOf(base string) string {
	switch last := base[len(base)-1]; {
	case last == 'e':
		return base + "d"
	case last == 'y' && !strings.ContainsRune("aeiou", rune(base[len(base)-2])):
		return base[:len(base)-1] + "ied"
	case base == "commit":
		return "committed"
	}
	return base + "ed"
}

func presentOf(base string) string {
	switch {
	case strings.HasSuffix(base, "y") && !strings.ContainsRune("aeiou", rune(base[len(base)-2])):
		return base[:len(base)-1] + "ies"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"):
		return base + "es"
	}
	return base + "s"
}

// listed gives verbs that are written out with all their forms.
func listed(k kind, forms string) map[string]verb {
	all := map[string]verb{}
	for f := range strings.FieldsSeq(forms) {
		all[text.Fold(f)] = verb{kind: k, verb: f}
	}
	return all
}

func merged(all ...map[string]verb) map[string]verb {
	m := map[string]verb{}
	for _, one := range all {
		for form, v := range one {
			m[form] = v
		}
	}
	return m
}

// languageOf finds the language of a text: the one that it says, or the one whose
// little words it has most of.
func languageOf(tag string, sentences []*sentence) language {
	base, _, _ := strings.Cut(tag, "-")
	if l, ok := languages[base]; ok {
		return l
	}
	counts := map[string]int{}
	for _, s := range sentences {
		for _, w := range s.words {
			switch {
			case w.Script == text.Arabic:
				counts["ar"]++
			case w.Script == text.Unspaced && unicode.Is(unicode.Han, []rune(w.Text)[0]):
				counts["zh"]++
			}
			for code, l := range languages {
				if l.cased && l.function[w.Text] {
					counts[code]++
				}
			}
		}
	}
	best := "en"
	for _, code := range []string{"fr", "es", "ar", "zh"} {
		if counts[code] > counts[best] {
			best = code
		}
	}
	return languages[best]
}
