package answer

import (
	"maps"
	"slices"
	"strings"

	"verbatim/kb/index"
	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// named gives the statements that the question names.
func (x *inquiry) named() map[string]bool {
	found := map[string]bool{}
	for _, w := range x.words {
		maps.Copy(found, titled(x.view, w))
	}
	return found
}

// titled gives the statements that a word names: an alias which is part of their
// title, such as "joint statement", and no party or speaker.
func titled(v *index.View, w text.Word) map[string]bool {
	if _, actor := v.Party(w.Text); !lexicon.IsName(w) || actor {
		return nil
	}
	found := map[string]bool{}
	for id, head := range v.Heads() {
		if strings.Contains(text.Fold(head.Title), w.Text[1:]) && slices.ContainsFunc(v.Words(head.Title), func(t text.Word) bool { return t.Text == w.Text }) {
			found[id] = true
		}
	}
	return found
}

// documentNote tells that a fact is of another document than the question names.
func (x *inquiry) documentNote(entry *index.Entry) string {
	named := x.named()
	if len(named) == 0 || named[entry.Statement()] {
		return ""
	}
	this := x.view.Head(entry.Statement()).Title
	if len(named) > 1 {
		return x.in().Say("note.not-in-named", "Statement", this)
	}
	for id := range named {
		return x.in().Say("note.not-in", "Named", x.view.Head(id).Title, "Statement", this)
	}
	return ""
}

// strangeDocument reports whether the question names a document that is not here:
// one of a country that is a party of no statement, as in "the joint statement of
// Syria and Russia" or "the Iraqi declaration".
func (x *inquiry) strangeDocument() bool {
	parties := map[string]bool{}
	for _, s := range x.view.Heads() {
		for _, p := range s.Parties {
			maps.Copy(parties, lexicon.Countries(x.view.Words(p)))
		}
	}
	for code := range lexicon.Countries(x.issuers()) {
		if !parties[code] {
			return len(parties) > 0
		}
	}
	return false
}

// issuers gives the words that say of a document in the question whose it is: the
// names directly before it, and those after "of", "by", "between" or "with", in
// Arabic those directly after it too. In a script without spaces, it gives the
// characters before it.
func (x *inquiry) issuers() (found []text.Word) {
	for i, w := range x.words {
		if !documents[w.Text] && len(titled(x.view, w)) == 0 {
			continue
		}
		from, to := i, i+1
		for from > 0 && (isIssuer(x.words[from-1]) || ofDocuments[x.words[from-1].Text] || w.Script == text.Unspaced && i-from < charactersBefore) {
			from--
		}
		if to < len(x.words) && issuing[x.words[to].Text] {
			to++
		} else if w.Script != text.Arabic {
			found = append(found, x.words[from:i]...)
			continue
		}
		for to < len(x.words) && (isIssuer(x.words[to]) || lexicon.Determiners[x.words[to].Text] || ofDocuments[x.words[to].Text]) {
			to++
		}
		found = append(found, x.words[from:to]...)
	}
	return found
}

// charactersBefore is how many characters before a Chinese document may say whose
// it is.
const charactersBefore = 6

// isIssuer reports whether a word may name one of several who issue a document.
func isIssuer(w text.Word) bool {
	_, n := lexicon.CountryAt([]text.Word{w})
	return n > 0 || lexicon.IsName(w) || lexicon.Joins[w.Text]
}

var (
	documents = text.Set(`statement statements declaration communique readout treaty agreement accord memorandum
		بيان البيان اعلان الاعلان اتفاقيه الاتفاقيه معاهده المعاهده 声 公 宣`)
	ofDocuments = text.Set("joint common official bilateral trilateral recent new المشترك 联 合")
	issuing     = text.Set("of by between with from بين مع")
)
