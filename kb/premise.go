package kb

import (
	"slices"

	"verbatim/kb/text"
)

// against are words by which a question has it that somebody was against
// something. A fact that says the contrary answers it all the same.
var against = wordSet(`reject rejects rejected refuse refuses refused deny denies denied oppose opposes opposed
	dismiss dismisses dismissed decline declines declined condemn condemns condemned criticise criticises criticised
	criticize criticizes criticized contradict contradicts contradicted renounce renounced veto vetoed never stopped
	رفض رفضت يرفض ترفض انتقد انتقدت نفي نفت عارض عارضت ادان ادانت
	拒绝 否认 批评 反对 谴责 否决`)

// premise gives the words of a question by which somebody was against something.
func premise(words []text.Word) (found []text.Word) {
	for i, w := range words {
		switch {
		case against[w.Text]:
			found = append(found, w)
		case w.Script == text.Unspaced && i+1 < len(words) && against[w.Text+words[i+1].Text]:
			found = append(found, w, words[i+1])
		}
	}
	return found
}

// without gives words without some of them.
func without(words, some []text.Word) []text.Word {
	return slices.DeleteFunc(slices.Clone(words), func(w text.Word) bool {
		return slices.ContainsFunc(some, func(s text.Word) bool { return s.Start == w.Start && s.Text == w.Text })
	})
}

// premiseNote tells that a fact does not say what the question assumes.
func (x *inquiry) premiseNote(held *heldFact) string {
	for _, w := range premise(x.words) {
		if !x.base.index.Has(held.group, w) {
			return "The source does not say “" + x.question.Text[w.Start:w.End] + "”. What it says is this."
		}
	}
	return ""
}
