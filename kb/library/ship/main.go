// Command ship encodes what the shipped statements say, so that a first start need not:
//
//	go run ./kb/library/ship
//
// A test of kb/library fails when that has to be done again.
package main

import (
	"fmt"
	"os"

	"verbatim/data"
	"verbatim/kb/file"
	"verbatim/kb/index"
	"verbatim/kb/meaning"
)

// vectors is where they are, from the root of the project.
const vectors = "data/vectors.bin"

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
	texts, err := shippedTexts()
	if err != nil {
		return err
	}
	return os.WriteFile(vectors, encoder.WriteKnown(texts), 0o644)
}

// shippedTexts are all that is encoded of the shipped statements.
func shippedTexts() (texts []string, err error) {
	entries, err := data.Statements.ReadDir(".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		f, err := data.Statements.Open(e.Name())
		if err != nil {
			return nil, err
		}
		statements, err := file.Read(e.Name(), f)
		if err != nil {
			return nil, err
		}
		for _, s := range statements {
			texts = append(texts, index.Texts(s)...)
		}
	}
	return texts, nil
}
