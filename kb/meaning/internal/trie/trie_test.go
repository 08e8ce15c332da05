package trie

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// random makes a map of short keys, many of which begin alike.
func random(dice *rand.Rand, count int) map[string]uint32 {
	keys := map[string]uint32{}
	for i := range count {
		key := make([]byte, 1+dice.IntN(6))
		for j := range key {
			key[j] = byte(1 + dice.IntN(255))
			if dice.IntN(2) == 0 {
				key[j] = byte('a' + dice.IntN(3))
			}
		}
		keys[string(key)] = uint32(i)
	}
	return keys
}

func build(t *testing.T, keys map[string]uint32) Trie {
	t.Helper()
	sorted := slices.Sorted(maps.Keys(keys))
	values := make([]uint32, len(sorted))
	for i, k := range sorted {
		values[i] = keys[k]
	}
	trie, err := Build(sorted, values)
	if err != nil {
		t.Fatal(err)
	}
	return trie
}

func TestTheLongestKeyIsFound(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	keys := random(dice, 5000)
	trie := build(t, keys)
	texts := slices.Collect(maps.Keys(random(dice, 5000)))
	for key := range keys {
		texts = append(texts, key, key+"b", key+"\x00a", "\x00"+key)
	}
	for _, text := range texts {
		want := 0
		for n := range len(text) + 1 {
			if _, ok := keys[text[:n]]; ok {
				want = n
			}
		}
		got, value := trie.Longest(text)
		if got != want || want > 0 && value != keys[text[:want]] {
			t.Fatalf("of %q, %d bytes are found with value %d, want %d", text, got, value, want)
		}
	}
}

func TestKeysThatAreNotInOrderAreRefused(t *testing.T) {
	for _, keys := range [][]string{{"b", "a"}, {"a", "a"}, {"a"}} {
		if _, err := Build(keys, []uint32{1, 2}); err == nil {
			t.Errorf("%q was taken", keys)
		}
	}
}

func FuzzADamagedTrieIsReadWithin(f *testing.F) {
	trie, err := Build([]string{"a", "ab", "b\xff"}, []uint32{1, 2, 3})
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(trie), "abc")
	f.Add([]byte(nil), "abc")
	f.Fuzz(func(t *testing.T, damaged []byte, text string) {
		if n, _ := Trie(damaged).Longest(text); n < 0 || n > len(text) {
			t.Errorf("%d bytes of %q are a key", n, text)
		}
	})
}
