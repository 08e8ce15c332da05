package verify

import "verbatim/kb/document/block"

// A Turn is whose turn it is in a text that labels who speaks, as a transcript does.
type Turn struct {
	Label string // who speaks, as the text has it; empty if it tells nobody
	Put   bool   // it is a question, put to whoever speaks in the text
}

// asker is who puts a question that no name stands at.
const asker = "a reporter"

// askers are what an article calls whoever puts a question.
var askers = []string{asker, "reporters", "a journalist", "journalists", "the press", "journaliste", "periodista", "Journalist", "журналист", "صحفي", "记者", "記者"}

// turn is whose turn it is in a stretch of the text: nobody's if there are several.
func (o *origin) turn(start, end int) Turn {
	if !o.whole {
		return Turn{}
	}
	first, last := block.At(o.blocks(), start), block.At(o.blocks(), max(start, end-1))
	if first == nil || last == nil || first.Speaker != last.Speaker || first.Role != last.Role {
		return Turn{}
	}
	return Turn{Label: first.Speaker, Put: first.Role == block.Question}
}

// names are the names of whoever has the turn: the label, and its last word without
// the title before it; empty if the text does not tell.
func (t Turn) names() []string {
	var names []string
	if t.Label != "" {
		names = append(names, t.Label)
		if words := nameWords(t.Label); len(words) > 1 {
			names = append(names, words[len(words)-1])
		}
	}
	if t.Put {
		names = append(names, askers...)
	}
	return names
}
