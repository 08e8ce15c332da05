package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb"
	"verbatim/kb/document/block"
)

// What a sentence must have to be a draft.
const (
	leastTelling = 3 // words that tell something
	longTelling  = 5 // that many are enough without an act, a number or a name
	alike        = 0.8
)

// most is how many drafts are made of one text, so that it takes seconds whatever the
// text: nobody approves more.
const most = 1000

// choose gives the sentences that drafts are made of: what says something, once.
func (r *reading) choose() []*sentence {
	var chosen []*sentence
	var had []map[string]bool
	for _, s := range r.sentences {
		told := stems(s.words)
		if !r.says(s, told) || repeats(had, told) {
			continue
		}
		if chosen, had = append(chosen, s), append(had, told); len(chosen) == most {
			break
		}
	}
	return chosen
}

// says reports whether a sentence says something that may be asked for.
func (r *reading) says(s *sentence, told map[string]bool) bool {
	last, _ := utf8.DecodeLastRuneInString(s.text)
	switch {
	case s.block.Role == block.Question, strings.ContainsRune("?؟？:：", last):
		return false
	case utf8.RuneCountInString(s.text) > min(kb.MaxAnswer, kb.MaxQuote), utf8.RuneCountInString(r.text[s.start:s.end]) > kb.MaxQuote:
		return false
	case s.asked != "" && s.text == strings.TrimSpace(s.block.Text):
		return true
	}
	least := leastTelling
	if r.language.unspaced {
		least *= 2
	}
	return len(told) >= least && (len(s.acts) > 0 || len(told) >= longTelling || r.names(s))
}

// names reports whether a sentence has a number, or a name after its first word.
func (r *reading) names(s *sentence) bool {
	for i, w := range s.words {
		first, _ := utf8.DecodeRuneInString(w.Text)
		if unicode.IsDigit(first) || w.Upper && i > 0 && !r.language.function[w.Text] {
			return true
		}
	}
	return false
}

// repeats reports whether one of the sentences before tells nearly the same.
func repeats(had []map[string]bool, told map[string]bool) bool {
	for _, other := range had {
		shared := 0
		for stem := range told {
			if other[stem] {
				shared++
			}
		}
		if float64(shared) >= alike*float64(max(len(told), len(other))) {
			return true
		}
	}
	return false
}
