package main

import (
	"fmt"

	"verbatim/kb/meaning/internal/encoder"
	"verbatim/kb/meaning/internal/packed"
	"verbatim/kb/meaning/internal/rows"
)

// vocabularySize is how many rows of the table stand for a piece.
const vocabularySize = 128_000

// codes is how many codes the rows share: with 16, one fits each row well.
const codes = 16

// table packs the rows of the pieces. The wheel has them in 17 arrays: piece i is
// row i/17 of array i mod 17.
func table(w *wheel) (map[string][]byte, error) {
	all := make([][]uint8, vocabularySize)
	for chunk := range encoder.Chunks {
		_, data, err := w.array(fmt.Sprint("q", chunk+1))
		if err != nil {
			return nil, err
		}
		for i := chunk; i < len(all); i += encoder.Chunks {
			all[i] = data[i/encoder.Chunks*encoder.Size:][:encoder.Size]
		}
	}
	p, err := rows.Write(all, codes)
	if err != nil {
		return nil, err
	}
	low, err := w.floats("lo")
	if err != nil {
		return nil, err
	}
	step, err := w.floats("scale")
	return map[string][]byte{
		"rows.index": p.Index, "rows.offsets": p.Offsets, "rows.codes": p.Codes, "rows.data": p.Data,
		"low": packed.PutFloats(low...), "step": packed.PutFloats(step...),
	}, err
}
