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
