package meaning

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sort"
	"sync"
	"sync/atomic"
)

// Known are vectors of texts that were encoded before, to be looked up by the text.
// They are read where they lie.
type Known struct {
	keys    []byte // 8 bytes a text, the beginning of its SHA-256, ascending
	vectors []byte // in the same order
}

// knownMark begins the bytes of Known; what follows is the encoder's version, a line
// end, the number of texts in 4 bytes, and so many keys and vectors.
const knownMark = "verbatim vectors 1 "

const keySize = 8

// ReadKnown reads what WriteKnown made with this encoder's version. Those of another
// version are of no use: then an error says so, and nothing is known.
func (e *Encoder) ReadKnown(data []byte) (*Known, error) {
	rest, ok := bytes.CutPrefix(data, []byte(knownMark+e.Version()+"\n"))
	if !ok || len(rest) < 4 {
		return nil, errors.New("the vectors were made by another encoder; make them anew")
	}
	count, rest := int(binary.BigEndian.Uint32(rest)), rest[4:]
	if len(rest) != count*(keySize+Size) {
		return nil, fmt.Errorf("the vectors are not whole: %d texts in %d bytes", count, len(rest))
	}
	return &Known{rest[:count*keySize], rest[count*keySize:]}, nil
}

// WriteKnown gives the vectors of texts as bytes for ReadKnown.
func (e *Encoder) WriteKnown(texts []string) []byte {
	texts = slices.Clone(texts)
	keys := map[string][keySize]byte{}
	for _, t := range texts {
		keys[t] = knownKey(t)
	}
	slices.SortFunc(texts, func(a, b string) int { x, y := keys[a], keys[b]; return bytes.Compare(x[:], y[:]) })
	texts = slices.Compact(texts)
	data := binary.BigEndian.AppendUint32([]byte(knownMark+e.Version()+"\n"), uint32(len(texts)))
	for _, t := range texts {
		key := keys[t]
		data = append(data, key[:]...)
	}
	for _, v := range e.EncodeAll(texts) {
		data = append(data, v.Bytes()...)
	}
	return data
}

// EncodeAll gives the vectors of texts, on all cores.
func (e *Encoder) EncodeAll(texts []string) []Vector {
	all := make([]Vector, len(texts))
	var next atomic.Int64
	var encoding sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(texts)) {
		encoding.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(texts); i = int(next.Add(1)) - 1 {
				all[i] = e.Encode(texts[i])
			}
		})
	}
	encoding.Wait()
	return all
}

// Find is the vector of a text, if it is known. Nothing is known to nil.
func (k *Known) Find(text string) (v Vector, ok bool) {
	if k == nil {
		return v, false
	}
	key := knownKey(text)
	n := len(k.keys) / keySize
	i := sort.Search(n, func(i int) bool { return bytes.Compare(k.keys[i*keySize:(i+1)*keySize], key[:]) >= 0 })
	if i == n || !bytes.Equal(k.keys[i*keySize:(i+1)*keySize], key[:]) {
		return v, false
	}
	copy(v.Bytes(), k.vectors[i*Size:(i+1)*Size])
	return v, true
}

func knownKey(text string) [keySize]byte {
	sum := sha256.Sum256([]byte(text))
	return [keySize]byte(sum[:keySize])
}
