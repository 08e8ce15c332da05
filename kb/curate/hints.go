package curate

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"verbatim/kb"
	"verbatim/kb/inbox"
	"verbatim/kb/index"
	"verbatim/kb/text"
)

// Hints are what somebody who wrote a fact may want to look at again. They keep nothing
// from being saved.
type Hints struct {
	Untold  string       // what the question asks and the answer does not tell; see [library.Library.Untold]
	Repeats []kb.Nearest // facts that say nearly the same, of another question; at most 2
	Names   []kb.Alias   // of the fact, with another name that a cited text gives to the same; at most 3
}

const (
	repeatsLeast = 0.7 // how much of their words two answers have in common to say nearly the same
	repeatsMost  = 2
	namesMost    = 3
)

// HintsOn looks at a fact that is saved in a server.
func (k *Curator) HintsOn(ctx context.Context, server, id string) (h Hints) {
	statement, fact, ok := kb.SplitID(id)
	if !ok {
		return h
	}
	var question, tells string
	k.library.View(ctx, server, func(v *index.View) {
		e := v.Fact(statement, fact)
		if e == nil || e.Fact().Hides() {
			return
		}
		f := e.Fact()
		question, tells = f.Question, told(*f)
		h.Repeats = repeats(f, id, v.Questions(statement))
		for _, c := range f.Citations {
			if s := v.Source(statement, c.Source); s != nil {
				h.Names = append(h.Names, otherNames(v, *f, s.Text)...)
			}
		}
		h.Names = h.Names[:min(len(h.Names), namesMost)]
	})
	if question != "" {
		h.Untold = k.library.Untold(server, question, tells)
	}
	return h
}

// told is all that a fact tells.
func told(f kb.Fact) string {
	all := []string{f.Answer}
	for _, c := range f.Citations {
		all = append(all, c.Quote)
	}
	return strings.Join(all, " ")
}

// repeats are the facts of which the answer or a quote is nearly that of another.
func repeats(f *kb.Fact, id string, others []*index.Entry) (all []kb.Nearest) {
	for _, e := range others {
		o := e.Fact()
		if e.ID() == id || o.Hides() {
			continue
		}
		like := inbox.Likeness(f.Answer, o.Answer)
		if o.Party != f.Party {
			like = 0 // the same of another is another fact
		}
		if like >= repeatsLeast || quotesSame(f.Citations, o.Citations) {
			all = append(all, kb.Nearest{ID: e.ID(), Question: o.Question, Confidence: like})
		}
	}
	slices.SortStableFunc(all, func(a, b kb.Nearest) int { return cmp.Compare(b.Confidence, a.Confidence) })
	return all[:min(len(all), repeatsMost)]
}

func quotesSame(a, b []kb.Citation) bool {
	return slices.ContainsFunc(a, func(x kb.Citation) bool {
		return x.Quote != "" && slices.ContainsFunc(b, func(y kb.Citation) bool { return x.Source == y.Source && x.Quote == y.Quote })
	})
}

// shortInBrackets is a short name in capital letters behind the long one.
var shortInBrackets = regexp.MustCompile(`\((?:the )?["“”']?(\p{Lu}[\p{Lu}\d&-]{1,9})["“”']?\)`)

// otherNames are the short names that a text gives to what a fact names in full, and the
// long ones of what it names in short, unless they are known already.
func otherNames(v *index.View, f kb.Fact, body string) (all []kb.Alias) {
	asked := " " + text.Fold(strings.Join(append([]string{f.Question, f.Answer}, f.AlsoAsked...), " ")) + " "
	seen := map[string]bool{}
	for _, m := range shortInBrackets.FindAllStringSubmatchIndex(body, -1) {
		short := body[m[2]:m[3]]
		long := longBefore(body[:m[0]], short)
		if long == "" || seen[short] {
			continue
		}
		seen[short] = true
		hasLong, hasShort := strings.Contains(asked, " "+text.Fold(long)), strings.Contains(asked, " "+text.Fold(short))
		if hasLong == hasShort || known(v, long, short) {
			continue
		}
		if hasLong {
			all = append(all, kb.Alias{Name: long, Other: []string{short}})
		} else {
			all = append(all, kb.Alias{Name: short, Other: []string{long}})
		}
	}
	return all
}

// known tells whether two names are of the same already.
func known(v *index.View, a, b string) bool {
	x, isX := v.Names().Word(a)
	y, isY := v.Names().Word(b)
	return isX && isY && x == y
}

// longBefore are the last words of a text that a short name is made of the beginnings of:
// as many as it has letters, besides small words.
func longBefore(before, short string) string {
	words := strings.Fields(before)
	letters := []rune(short)
	at := len(letters) - 1
	for i := len(words) - 1; i >= 0 && len(words)-i <= 2*len(letters); i-- {
		first := []rune(strings.Trim(words[i], `"“”'‘’`))
		if len(first) == 0 {
			return ""
		}
		switch {
		case unicode.ToUpper(first[0]) == letters[at]:
			if at--; at < 0 {
				return strings.Trim(strings.Join(words[i:], " "), `"“”'‘’ `)
			}
		case unicode.IsUpper(first[0]) || !unicode.IsLetter(first[0]):
			return ""
		}
	}
	return ""
}
