// Package text turns what people write into the words that are compared: folded,
// cut, stemmed, and told apart by how much they say. It knows no fact and no
// index; the same text always gives the same words.
//
// A word goes through three forms:
//
//   - as typed, at its byte offsets in the text;
//   - folded: compatibility forms resolved (people write "𝓘 𝔀𝓪𝓷𝓽"), case folded,
//     accents and vowel marks dropped, Arabic letters that are written either way
//     made one, Traditional Chinese made Simplified;
//   - stemmed, by the rules of its language (Snowball).
//
// Scripts without spaces are cut into characters: matching puts neighbours
// together again.
package text
