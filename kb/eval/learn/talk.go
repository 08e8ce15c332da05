package main

import (
	_ "embed"
	"strings"

	"verbatim/kb/talk"
	"verbatim/kb/trust"
)

// talkFile has what people say to a bot besides asking, by kind.
//
//go:embed talk.txt
var talkFile string

// talkDecay is how strongly the probe's weights are held small.
const talkDecay = 1e-4

// teachTalk teaches what is talk, against all questions of the sets. Talk and questions
// count the same.
func (c *course) teachTalk(sets []set) *trust.Probe {
	kinds := []string{talk.Question}
	var examples []trust.Example
	count := map[int]float64{}
	for _, line := range strings.Split(talkFile, "\n") {
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			kinds = append(kinds, strings.Trim(line, "[]"))
		default:
			kind := len(kinds) - 1
			count[kind]++
			examples = append(examples, trust.Example{Vector: vectorOf(c.reader, line), Kind: kind})
		}
	}
	for i := range examples {
		examples[i].Weight = 1 / count[examples[i].Kind]
	}
	asked := len(examples)
	for _, s := range sets {
		for _, q := range s.questions {
			if q.Near != "smalltalk" && q.Style != "greeting" {
				examples = append(examples, trust.Example{Vector: vectorOf(c.reader, q.Question), Kind: 0})
			}
		}
	}
	for i := asked; i < len(examples); i++ {
		examples[i].Weight = float64(len(count)) / float64(len(examples)-asked)
	}
	return trust.Teach(kinds, examples, talkDecay)
}
