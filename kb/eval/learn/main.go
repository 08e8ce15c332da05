// Command learn learns, over many small knowledges with questions, how far an answer
// can be trusted, and writes it as coefficients to kb/answer/learned.json:
//
//	go run ./kb/eval/learn [-w] kb/eval/sets ../shared/devset
//
// A folder of sets has few/NAME.knowledge.json and text/NAME.txt, each with
// NAME.questions.jsonl beside it: questions that are answerable, with the facts or
// the words that answer them, and others that come near and are not.
//
// It prints what comes out when each statement in turn is left out of the learning
// and asked. Without -w nothing is written.
//
// What questions ask for (a day, a place, …) is taught by labelled questions in three
// languages: -kinds names the beginning of their files, NAME-en.questions.jsonl, …,
// whose lines say the same. Where they are not, the probe that is there is kept.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"

	"verbatim/kb/answer"
	"verbatim/kb/index"
	"verbatim/kb/meaning"
	"verbatim/kb/text"
)

func main() {
	write := flag.Bool("w", false, "write the coefficients")
	kinds := flag.String("kinds", "../shared/eval/passages", "the beginning of the files of labelled questions")
	out := flag.String("o", "kb/answer/learned.json", "where the coefficients are")
	probes := flag.Bool("probes", false, "teach what is talk, to kb/talk, and nothing else")
	ablation := flag.Bool("ablation", false, "print what each kind of signal brings to facts")
	misses := flag.Bool("v", false, "print each question that goes wrong")
	flag.Parse()
	if err := learn(flag.Args(), *kinds, *out, *write, *misses, *probes, *ablation); err != nil {
		fmt.Fprintln(os.Stderr, "learn:", err)
		os.Exit(1)
	}
}

func learn(dirs []string, kinds, out string, write, misses, probes, ablation bool) error {
	encoder, err := meaning.Default()
	if err != nil {
		return err
	}
	reader := index.Reader{Encoder: encoder}
	sets, err := readSets(dirs)
	if err != nil {
		return err
	}
	shipped, err := readShipped("data", "kb/eval/testdata/relevance")
	if err != nil {
		return err
	}
	sets = append(sets, shipped)
	slices.SortStableFunc(sets, func(a, b set) int {
		switch {
		case a.far == b.far:
			return 0
		case b.far:
			return -1
		}
		return 1
	})
	if probes {
		return save(teachTalk(os.Stdout, reader, sets, misses), "kb/talk/learned.json")
	}
	asked, err := teachKinds(reader, kinds)
	if err != nil {
		fmt.Fprintln(os.Stderr, "what is asked for is not taught anew:", err)
		asked = answer.Usual().Asked
	}
	if reader.Known, err = known(encoder, sets); err != nil {
		return err
	}
	c := course{reader: reader, asked: asked}
	c.take(sets)
	if ablation {
		c.ablate(os.Stdout)
		return nil
	}
	c.leaveOut(os.Stdout, misses)
	if !write {
		return nil
	}
	return save(c.whole(), out)
}

func save(l any, out string) error {
	b, err := json.Marshal(l)
	if err != nil {
		return err
	}
	return os.WriteFile(out, append(b, '\n'), 0o644)
}

// known encodes all that is asked and told, once, on all cores.
func known(encoder *meaning.Encoder, sets []set) (*meaning.Known, error) {
	var texts []string
	for _, s := range sets {
		for _, statement := range s.statements {
			texts = append(texts, index.Texts(statement)...)
		}
		for _, q := range s.questions {
			for _, typed := range q.typed() {
				texts = append(texts, text.Plain(typed))
			}
		}
	}
	return encoder.ReadKnown(encoder.WriteKnown(texts))
}
