// Command ship encodes what the shipped statements say, and learns from their phrasings,
// so that a first start need not:
//
//	go run ./kb/library/ship
//
// A test of kb/library fails when that has to be done again.
package main

import (
	"fmt"
	"os"

	"verbatim/data"
	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/meaning"
)

// Where the vectors are, and what is learned from phrasings, from the root of the
// project.
const (
	vectors = "data/vectors.bin"
	learned = "data/learned.bin"
)

func main() {
	if err := ship(); err != nil {
		fmt.Fprintln(os.Stderr, "ship:", err)
		os.Exit(1)
	}
}

func ship() error {
	encoder, err := meaning.Default()
	if err != nil {
		return err
	}
	statements, err := file.ReadFolder(data.Statements)
	if err != nil {
		return err
	}
	x, err := index.Of(index.Reader{Encoder: encoder}, statements)
	if err != nil {
		return err
	}
	model, err := library.Learned(x)
	if err != nil {
		return err
	}
	if err := os.WriteFile(learned, model, 0o644); err != nil {
		return err
	}
	return os.WriteFile(vectors, encoder.WriteKnown(textsOf(statements)), 0o644)
}

// textsOf are all that is encoded of statements.
func textsOf(statements []*kb.Statement) (texts []string) {
	for _, s := range statements {
		texts = append(texts, index.Texts(s)...)
	}
	return texts
}
