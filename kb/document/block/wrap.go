package block

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Whether a line break is of the layout is told by what would have fitted: who
// wraps a text at a width breaks a line where its next word would go over it. A
// poem, an address or a list of names breaks where there was room.

// typical gives the width that a text is wrapped at: nine in ten lines that
// another one follows are no wider. It is 0 where there are too few to tell.
func typical(text string, all [][]line) int {
	const least = 4 // lines
	var widths []int
	for _, p := range all {
		for _, l := range p[:len(p)-1] {
			widths = append(widths, columns(text[l.start:l.end]))
		}
	}
	if len(widths) < least {
		return 0
	}
	slices.Sort(widths)
	return widths[len(widths)*9/10]
}

// In columns: narrower than the first, lines end as people want; wider than the
// second, nobody wraps them.
const (
	narrow = 40
	widest = 132
)

// groups puts the lines of a paragraph together that a layout has broken. begins
// says that a piece of its own begins with a line.
func (r *reader) groups(p []line, begins func(line) bool) [][]line {
	width, sentence := r.widthOf(p), endsSentence(r.text[p[len(p)-1].start:p[len(p)-1].end])
	all := [][]line{p[:1:1]}
	for i := 1; i < len(p); i++ {
		before, next := p[i-1], p[i]
		if r.hyphenated(before, next) || !begins(next) && !r.isRule(before) && !r.isRule(next) && r.soft(before, next, width, sentence) {
			all[len(all)-1] = append(all[len(all)-1], next)
		} else {
			all = append(all, p[i:i+1:i+1])
		}
	}
	return all
}

// widthOf gives the width that a paragraph is wrapped at, 0 if its lines end as
// people want.
func (r *reader) widthOf(p []line) int {
	own, full, capitals := 0, 0, 0
	for _, l := range p {
		own = max(own, columns(r.text[l.start:l.end]))
	}
	if own < narrow || len(p) < 3 {
		own = max(own, r.width)
	}
	for i := 1; i < len(p); i++ {
		if r.fills(p[i-1], p[i], own) {
			full++
		}
		if unicode.IsUpper(firstRune(r.text[p[i].start:])) {
			capitals++
		}
	}
	breaks := len(p) - 1
	verse := capitals == breaks && breaks > 1 && full < breaks
	if own < narrow || own > widest || verse || 3*full < 2*breaks && !r.runsOn(p) {
		return 0
	}
	return own
}

// fills reports whether the first word of the next line had no room on a line.
func (r *reader) fills(l, next line, width int) bool {
	word := columns(firstWord(r.text[next.start:next.end]))
	return columns(r.text[l.start:l.end])+1+word > width*9/10
}

// runsOn reports whether sentences go on over most breaks of a paragraph, as the
// small letters tell that its lines begin with.
func (r *reader) runsOn(p []line) bool {
	small, open := 0, 0
	for i := 1; i < len(p); i++ {
		if unicode.IsLower(firstRune(r.text[p[i].start:])) {
			small++
		}
		if !endsLine(lastRune(r.text[p[i-1].start:p[i-1].end])) {
			open++
		}
	}
	return 2*small > len(p)-1 && open == len(p)-1
}

func endsLine(r rune) bool { return strings.ContainsRune(",;:.!?،؛؟。，；：！？", r) }

// soft reports whether a break is of the layout. In a wrapped paragraph a line
// that is far too short ends as its author wants: a heading, the end of an entry.
// Elsewhere a sentence runs on where the next line begins with a small letter.
func (r *reader) soft(l, next line, width int, runsOn bool) bool {
	if unicode.IsLower(firstRune(r.text[next.start:])) {
		return width > 0 || runsOn && !endsLine(lastRune(r.text[l.start:l.end]))
	}
	if width == 0 {
		return false
	}
	word := columns(firstWord(r.text[next.start:next.end]))
	return columns(r.text[l.start:l.end])+1+word > width*2/3
}

// An unwrapping writes the lines of one piece as the words that they are.
type unwrapping struct {
	strings.Builder
	spans []span
}

// add writes a piece of the text as it stands.
func (u *unwrapping) add(text string, start, end int) {
	if start < end {
		u.spans = append(u.spans, span{u.Len(), start})
		u.WriteString(text[start:end])
	}
}

// gap writes what stands for a line break.
func (u *unwrapping) gap(s string, at int) {
	u.spans = append(u.spans, span{u.Len(), at})
	u.WriteString(s)
}

// unwrap writes the lines of groups; from is where the first one begins after its
// label and mark. Between groups a line break stays.
func (r *reader) unwrap(groups [][]line, from int) (words string, start int, spans []span) {
	if len(groups) == 1 && len(groups[0]) == 1 {
		return r.text[from:groups[0][0].end], from, nil
	}
	var u unwrapping
	for i, g := range groups {
		if u.Len() > 0 {
			u.gap("\n", groups[i-1][len(groups[i-1])-1].end)
		}
		for n, l := range g {
			start, end := max(l.start, from), l.end
			if n == len(g)-1 {
				u.add(r.text, start, end)
				continue
			}
			cut, between := r.joint(l, g[n+1])
			u.add(r.text, start, max(start, end-cut))
			if between != "" {
				u.gap(between, end)
			}
		}
	}
	return u.String(), from, u.spans
}

// joint says how a line goes on in the next one of its group: how many bytes are
// taken off its end, and what stands between.
func (r *reader) joint(l, next line) (cut int, between string) {
	end := lastRune(r.text[l.start:l.end])
	if r.hyphenated(l, next) {
		return r.hyphen(l, next, utf8.RuneLen(end))
	}
	if wide(end) && wide(firstRune(r.text[next.start:])) || end == '—' && !strings.HasSuffix(r.text[l.start:l.end], " —") {
		return 0, ""
	}
	return 0, " "
}

// Unwrapped gives the paragraphs of a text without any line break: all of them are
// taken to be of the layout, and hyphens before them are treated as in [Blocks].
func Unwrapped(text string) []string {
	r := &reader{text: text, paragraphs: paragraphs(text)}
	r.lookUp()
	all := make([]string, 0, len(r.paragraphs))
	for _, p := range r.paragraphs {
		s, _, _ := r.unwrap([][]line{p}, p[0].start)
		all = append(all, s)
	}
	return all
}
