package answer

import (
	"slices"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/text"
)

// opposing are words by which a question has it that somebody was against
// something. A fact that says the contrary answers it all the same.
var opposing = text.Set(`reject rejects rejected refuse refuses refused deny denies denied oppose opposes opposed
	dismiss dismisses dismissed decline declines declined condemn condemns condemned criticise criticises criticised
	criticize criticizes criticized contradict contradicts contradicted renounce renounced veto vetoed never stopped
	rejection refusal denial opposition dismissal condemnation criticism
	رفض رفضت يرفض ترفض انتقد انتقدت نفي نفت عارض عارضت ادان ادانت
	拒绝 否认 批评 反对 谴责 否决`)

// premise gives the words of a question by which somebody was against something,
// those together that make one in a script without spaces.
func premise(words []text.Word) (found [][]text.Word) {
	for i, w := range words {
		switch {
		case opposing[w.Text]:
			found = append(found, words[i:i+1])
		case w.Script == text.Unspaced && i+1 < len(words) && opposing[w.Text+words[i+1].Text] && !whether(words[:i+1]):
			found = append(found, words[i:i+2])
		}
	}
	return found
}

// whether reports whether words end with 是否, whose second character is not the
// beginning of 否认 then.
func whether(words []text.Word) bool {
	n := len(words)
	return n > 1 && words[n-2].Text == "是" && words[n-1].Text == "否"
}

// without gives words without some of them.
func without(words, some []text.Word) []text.Word {
	return slices.DeleteFunc(slices.Clone(words), func(w text.Word) bool {
		return slices.ContainsFunc(some, func(s text.Word) bool { return s.Start == w.Start && s.Text == w.Text })
	})
}

// premiseNote tells that a fact does not say what the question assumes: that
// somebody was against something, where nobody is in the fact.
func (x *inquiry) premiseNote(entry *index.Entry) string {
	found := premise(x.words)
	if len(found) == 0 || x.isAgainst(entry.Fact()) {
		return ""
	}
	first, last := found[0][0], found[0][len(found[0])-1]
	return x.in().Say("note.premise", "Words", x.question.Text[first.Start:last.End])
}

// isAgainst reports whether somebody is against something in a fact. What else it
// is asked does not count, for that may assume anything.
func (x *inquiry) isAgainst(f *kb.Fact) bool {
	is := func(s string) bool { return len(premise(x.view.Words(s))) > 0 }
	return is(f.Question) || is(f.Answer) || slices.ContainsFunc(f.Citations, func(c kb.Citation) bool { return is(c.Quote) })
}
