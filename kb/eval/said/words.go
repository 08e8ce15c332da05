package main

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"verbatim/kb/article"
	"verbatim/kb/meaning"
	"verbatim/kb/trust"
)

// Words by what they are in a sentence that tells who said something.
//
//go:embed words.txt
var wordsFile string

// Names and nouns by whom they are of.
//
//go:embed genders.txt
var gendersFile string

// wordsDecay is how strongly the weights of the probe are held small.
const wordsDecay = 1e-5

// teachWords teaches of what kind words are.
func teachWords() (*article.Words, error) {
	encoder, err := meaning.Default()
	if err != nil {
		return nil, err
	}
	words := &article.Words{}
	var examples []trust.Example
	kind := -1
	for _, line := range strings.Split(wordsFile, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if strings.HasPrefix(line, "[") {
			if kind = slices.Index(article.Kinds, strings.Trim(line, "[]")); kind < 0 {
				return nil, fmt.Errorf("no kind of words is called %s", line)
			}
			continue
		}
		for _, w := range strings.Fields(line) {
			if r := []rune(w); unicode.Is(unicode.Han, r[0]) && len(r) > 1 && article.Kinds[kind] != "name" {
				words.Han = append(words.Han, w)
			}
			v := encoder.Encode(w)
			examples = append(examples, trust.Example{Vector: article.Wide(&v), Kind: kind, Weight: 1})
		}
	}
	many := make([]float64, len(article.Kinds))
	for _, e := range examples {
		many[e.Kind]++
	}
	for i := range examples {
		examples[i].Weight = math.Sqrt(float64(len(examples)) / many[examples[i].Kind])
	}
	slices.Sort(words.Han)
	words.Han = slices.Compact(words.Han)
	words.Kinds = trust.Teach(article.Kinds, examples, wordsDecay)
	words.She = teachGenders(encoder)
	return words, nil
}

// teachGenders teaches which words are of men and which of women.
func teachGenders(encoder *meaning.Encoder) *trust.Probe {
	var examples []trust.Example
	kind := -1
	for line := range strings.Lines(gendersFile) {
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			kind++
		default:
			for w := range strings.FieldsSeq(line) {
				v := encoder.Encode(w)
				examples = append(examples, trust.Example{Vector: article.Wide(&v), Kind: kind, Weight: 1})
			}
		}
	}
	return trust.Teach([]string{"he", "she"}, examples, wordsDecay)
}
