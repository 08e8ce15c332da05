package main

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"

	"verbatim/kb/index"
	"verbatim/kb/trust"
)

// askedKinds are what a question may ask for, and how an English question says so. The
// first that fits counts; a question that fits none asks for something else.
var askedKinds = []struct {
	kind  string
	words *regexp.Regexp
}{
	{trust.HowMany, regexp.MustCompile(`(?i)\bhow (many|much|long|old|far|big|large|tall|high|often|deep|fast)\b|\bwhat (percentage|number|percent|share|portion|amount|size|population|age|length|price|cost|sum)\b`)},
	{trust.When, regexp.MustCompile(`(?i)\bwhen\b|\b(what|which) (year|date|day|month|century|decade|time)\b`)},
	{trust.Where, regexp.MustCompile(`(?i)\bwhere\b|\b(what|which) (city|country|place|town|state|region|location|continent|area|venue|building)\b`)},
	{trust.Who, regexp.MustCompile(`(?i)\bwho(m|se)?\b|\b(what|which) (person|people|president|minister|king|leader)\b`)},
	{trust.Why, regexp.MustCompile(`(?i)\bwhy\b|\bfor what reason\b|\bwhat (caused|causes|led|was the reason|is the reason)\b`)},
	{trust.How, regexp.MustCompile(`(?i)\bhow\b`)},
	{trust.What, regexp.MustCompile(``)},
}

// kindsDecay is how strongly the probe's weights are held small.
const kindsDecay = 1e-4

// teachKinds teaches what questions ask for by questions that say the same in three
// languages, line by line; the English ones tell.
func teachKinds(reader index.Reader, files string) (*trust.Probe, error) {
	var names []string
	for _, k := range askedKinds {
		names = append(names, k.kind)
	}
	english, err := lines(files + "-en.questions.jsonl")
	if err != nil {
		return nil, err
	}
	var examples []trust.Example
	count := make([]float64, len(names))
	for _, language := range []string{"en", "ar", "zh"} {
		same, err := lines(files + "-" + language + ".questions.jsonl")
		if err != nil {
			return nil, err
		}
		for i, q := range same {
			kind := kindOf(english[i])
			count[kind]++
			examples = append(examples, trust.Example{Vector: vectorOf(reader, q), Kind: kind})
		}
	}
	for i := range examples { // each kind counts the same
		examples[i].Weight = 1 / count[examples[i].Kind]
	}
	return trust.Teach(names, examples, kindsDecay), nil
}

func kindOf(question string) int {
	for i, k := range askedKinds {
		if k.words.MatchString(question) {
			return i
		}
	}
	return len(askedKinds) - 1
}

func lines(name string) (all []string, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var q struct{ Question string }
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return nil, err
		}
		all = append(all, q.Question)
	}
	return all, nil
}
