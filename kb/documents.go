package kb

import (
	"maps"
	"slices"
	"strings"

	"verbatim/kb/text"
)

// named gives the statements that the question names.
func (x *inquiry) named() map[string]bool {
	found := map[string]bool{}
	for _, w := range x.words {
		maps.Copy(found, x.scope.titled(w))
	}
	return found
}

// titled gives the statements that a word names: an alias which is part of their
// title, such as "joint statement", and no party or speaker.
func (sc *scope) titled(w text.Word) map[string]bool {
	if _, actor := sc.partyOf(w.Text); !isName(w) || actor {
		return nil
	}
	found := map[string]bool{}
	for id, head := range sc.heads() {
		if strings.Contains(text.Fold(head.Title), w.Text[1:]) && slices.ContainsFunc(sc.words(head.Title), func(t text.Word) bool { return t.Text == w.Text }) {
			found[id] = true
		}
	}
	return found
}

// documentNote tells that a fact is of another document than the question names.
func (x *inquiry) documentNote(held *heldFact) string {
	named := x.named()
	if len(named) == 0 || named[held.statement] {
		return ""
	}
	this := "This is from: " + x.scope.statement(held.statement).Title + "."
	if len(named) > 1 {
		return "Not in what the question names. " + this
	}
	for id := range named {
		this = "Not in: " + x.scope.statement(id).Title + ". " + this
	}
	return this
}

// strangeDocument reports whether the question names a document that is not here:
// one of a country that is a party of no statement, as in "the joint statement of
// Syria and Russia" or "the Iraqi declaration".
func (x *inquiry) strangeDocument() bool {
	parties := map[string]bool{}
	for _, s := range x.scope.heads() {
		for _, p := range s.Parties {
			maps.Copy(parties, countriesIn(x.scope.words(p)))
		}
	}
	for code := range countriesIn(x.issuers()) {
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
		if !documents[w.Text] && len(x.scope.titled(w)) == 0 {
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
		for to < len(x.words) && (isIssuer(x.words[to]) || determiners[x.words[to].Text] || ofDocuments[x.words[to].Text]) {
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
	_, n := allCountries().at([]text.Word{w})
	return n > 0 || isName(w) || joins[w.Text]
}

var (
	documents = wordSet(`statement statements declaration communique readout treaty agreement accord memorandum
		بيان البيان اعلان الاعلان اتفاقيه الاتفاقيه معاهده المعاهده 声 公 宣`)
	ofDocuments = wordSet("joint common official bilateral trilateral recent new المشترك 联 合")
	issuing     = wordSet("of by between with from بين مع")
)

// heads are the statements that count here, without their lists, by id.
func (sc *scope) heads() map[string]*Statement {
	heads := map[string]*Statement{}
	if sc.shared != nil {
		heads = sc.shared.heads()
	}
	for id, s := range sc.shelves {
		if s.head != nil {
			heads[id] = s.head
		}
	}
	return heads
}
