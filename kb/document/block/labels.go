package block

import (
	"strings"
	"unicode"
)

// labels are what the whole text tells of its labels: words before a colon are a
// speaker where they come again, or where the text is one of questions.
type labels struct {
	count    map[string]int
	asked    int // lines that may be questions to somebody
	answered int
	speakers int // lines of those who are called by an office
	repeated int // labels that come again
}

// readLabels goes through all lines that may begin with a label.
func (r *reader) readLabels() {
	r.labels.count = map[string]int{}
	for _, p := range r.paragraphs {
		for i, l := range p {
			if found, ok := readLabel(r.text[l.start:l.end]); ok && r.mayTurn(p, i) {
				r.labels.note(found)
			}
		}
	}
}

func (s *labels) note(l label) {
	switch {
	case l.role == Question:
		s.asked++
	case l.role == Answer:
		s.answered++
	case l.sure == always:
		s.speakers++
	}
	if s.count[l.written]++; s.count[l.written] == 2 && l.role == NoRole && l.sure == repeated {
		s.repeated++
	}
}

// mayTurn reports whether somebody else may begin to speak on a line: the first of
// its paragraph, or one after the end of a sentence or below a title.
func (r *reader) mayTurn(p []line, i int) bool {
	if i == 0 {
		return true
	}
	before := r.text[p[i-1].start:p[i-1].end]
	return strings.ContainsRune(".!?…”\"»)]。！？؟—-", lastRune(before)) || readShape(before) == title && columns(before) < r.width*2/3+narrow
}

// counts reports whether a label is one in this text.
func (s *labels) counts(l label) bool {
	again := s.count[l.written] > 1
	talk := s.asked > 0 && s.asked+s.answered+s.speakers > 1
	switch {
	case l.sure == always && l.role != NoRole:
		return true
	case l.sure == always:
		return l.full || again || talk
	case l.sure == paired && l.role == Question:
		return s.answered > 0
	case l.sure == paired:
		return s.asked > 0
	case l.sure == repeated && l.role != NoRole:
		return again || s.speakers > 0 || s.repeated > 0
	case l.sure == repeated:
		return again && (talk || s.repeated > 1 || s.speakers > 0) ||
			talk && isUpper(l.written) || s.repeated > 0 && s.speakers+s.asked > 0 && strings.Contains(l.written, " ")
	}
	return false
}

// isUpper reports whether words are in capitals only.
func isUpper(s string) bool {
	return strings.IndexFunc(s, unicode.IsUpper) >= 0 && strings.IndexFunc(s, unicode.IsLower) < 0
}

// label gives the label that a line begins with, if it counts.
func (r *reader) label(l line) (label, bool) {
	found, ok := readLabel(r.text[l.start:l.end])
	return found, ok && r.labels.counts(found)
}
