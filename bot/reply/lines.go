package reply

import (
	"strings"

	"verbatim/kb"
)

// Lines are the lines of an answer that has no more than its text: what is said to who
// asks nothing of a statement, or one thing of the answer before.
func Lines(a kb.Answer) []Block {
	var blocks []Block
	for line := range strings.SplitSeq(a.Text, "\n") {
		b := Block{Plain(line), line}
		if n := len(blocks); n > 0 {
			blocks[n-1] = Join(blocks[n-1], b)
			continue
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// Asked is a question, in small print above its answer.
func Asked(question string) Block {
	question = Label(question, askedMost)
	return Block{"-# " + OneLine(question), question}
}

// askedMost is how much of a question is repeated, in UTF-16 units.
const askedMost = 200
