package block

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/text"
)

// A label is what stands before the words of a speaker: "PRESIDENT NORTH:", "Q",
// "王毅：", "С. Лавров:".
type label struct {
	written string // without the colon
	speaker string // without what is in parentheses; empty for a letter or word that names nobody
	role    Role
	length  int // bytes up to what is said
	sure    sureness
	full    bool // what is said ends like a sentence
}

// sureness says when the words before a colon are a label.
type sureness uint8

const (
	never    sureness = iota
	paired            // where the text has questions and answers
	repeated          // where the text has it again
	always            //
)

// longestLabel is the longest label, in bytes.
const longestLabel = 100

var (
	letterQ = regexp.MustCompile(`^(Q|A)(?:\d{1,2})?(?:[.:)]\s*|\s?[-–—]\s|[\s\x{A0}]{2,}|\t|[\s\x{A0}])`)
	stop    = regexp.MustCompile(`^((?:The )?[A-Z][\p{L}'’-]+(?: [\p{Lu}][\p{L}'’-]+){0,3})\. `)
	within  = regexp.MustCompile(`\s*[(（\[][^)）\]]*[)）\]]\s*`)
	initial = regexp.MustCompile(`^\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}[\p{L}-]+$`)
)

// readLabel reads the label that a line begins with. It looks at that line only;
// whether the label counts, the whole text says.
func readLabel(s string) (label, bool) {
	s = s[:min(len(s), 400)]
	skip := len(s) - len(strings.TrimLeft(s, "*_#> \t"))
	if l, ok := readLetter(s[skip:]); ok {
		l.length += skip
		return l, true
	}
	found := upToColon(s[skip:])
	l := label{written: strings.TrimSpace(strings.TrimRight(found, ":： "))}
	if found == "" {
		found = upToPoint(s[skip:])
		if l.written = strings.TrimSuffix(found, ". "); found == "" || !titled(l.written) {
			return label{}, false
		}
		l.speaker, l.sure = l.written, paired
	} else {
		l.read()
	}
	rest := s[skip+len(found):]
	said := strings.TrimLeft(rest, "*_ \t\u00A0")
	l.length = skip + len(found) + len(rest) - len(said)
	l.full = strings.ContainsAny(lastSaid(said), ".!?。！？؟…”\"»") || len(s) == 400
	return l, l.sure != never && said != "" && !strings.HasPrefix(said, "//")
}

// upToColon gives what stands before the first colon of a line, with it.
func upToColon(s string) string {
	i := strings.IndexAny(s[:min(len(s), longestLabel)], ":：\n")
	if i <= 0 || s[i] == '\n' {
		return ""
	}
	return s[:i+utf8.RuneLen(firstRune(s[i:]))]
}

// upToPoint gives what stands before the first full stop of a line, with it, if it
// can be the label of a speaker.
func upToPoint(s string) string {
	if i := strings.Index(s[:min(len(s), longestLabel)], ". "); i < 0 || !titled(s[:i]) {
		return ""
	}
	return stop.FindString(s)
}

// lastSaid gives the last characters of what is said.
func lastSaid(s string) string {
	s = strings.TrimSpace(s)
	return s[max(0, len(s)-4):]
}

// readLetter reads "Q" and "A", with what may stand after them.
func readLetter(s string) (label, bool) {
	if s == "" || s[0] != 'Q' && s[0] != 'A' {
		return label{}, false
	}
	m := letterQ.FindStringSubmatch(s)
	if m == nil || len(m[0]) == len(s) {
		return label{}, false
	}
	said := strings.TrimLeft(s[len(m[0]):], " \t\u00A0*")
	l := label{written: m[1], role: Question, length: len(s) - len(said), sure: always, full: true}
	if m[1] == "A" {
		l.role, l.sure = Answer, paired
	}
	if bare := m[0] == m[1]+" " || m[0] == m[1]+"\u00A0"; bare && (m[1] == "A" || !unicode.IsUpper(firstRune(said))) {
		return label{}, false // "A treaty", "Q and A"
	} else if bare {
		l.sure = repeated
	}
	return l, said != ""
}

// read says what the words before a colon can be.
func (l *label) read() {
	name := strings.TrimSpace(within.ReplaceAllString(l.written, " "))
	key := strings.TrimRight(text.Fold(strings.Trim(name, "*_ ")), " 0123456789")
	words := strings.Fields(name)
	l.speaker = strings.Join(words, " ")
	if role, ok := asking[key]; ok {
		l.role, l.sure = role, paired
		if utf8.RuneCountInString(key) > 1 {
			l.sure = always
		}
		if !names[key] {
			l.speaker = ""
		}
		return
	}
	switch {
	case name == "" || len(words) > 7 || strings.ContainsAny(name, "\"“”«»;!?/،,。，、…") && !titled(name) || hasDigit(name):
		l.sure = never
	case !named(words) || telling(key) || isKnown(key):
		l.sure = never
	case titled(name), initial.MatchString(name):
		l.sure = always
	default:
		l.sure = repeated
	}
}

func hasDigit(s string) bool { return strings.IndexFunc(s, unicode.IsDigit) >= 0 }

// named reports whether words can be a name: each begins with a capital, but for
// particles; in scripts without capitals there are few of them.
func named(words []string) bool {
	runes := 0
	for _, w := range words {
		r := firstRune(strings.TrimLeft(w, "(‘’'"))
		switch runes += utf8.RuneCountInString(w); {
		case unicode.IsLower(r) && !particles[w] && !strings.HasPrefix(w, "al-") && !strings.HasPrefix(w, "d'") && !strings.HasPrefix(w, "d’"):
			return false
		case !unicode.IsLetter(r):
			return false
		}
	}
	first := firstRune(words[0])
	if text.IsUnspaced(first) {
		return runes <= 14
	}
	return unicode.IsUpper(first) || unicode.Is(unicode.Lo, first) && len(words) <= 5
}

// telling reports whether what stands before the colon ends in a word that says
// that somebody says something: "双方强调：", "قال الوزير:".
func telling(key string) bool {
	for _, verb := range verbs {
		if strings.HasSuffix(key, verb) || strings.HasPrefix(key, verb+" ") {
			return true
		}
	}
	return false
}

// titled reports whether a name begins or ends with what people are called by
// their office.
func titled(name string) bool {
	words := strings.Fields(text.Fold(strings.Trim(name, "*_ ")))
	if len(words) == 0 {
		return false
	}
	for i, w := range words[:min(len(words), 3)] {
		if titles[strings.TrimRight(w, ".,")] && (i == 0 || words[0] == "the" || titles[words[0]] || i == 1) {
			return true
		}
	}
	last := words[len(words)-1]
	for _, title := range unspacedTitles {
		if strings.HasSuffix(last, title) {
			return true
		}
	}
	return false
}
