package passage

import "strings"

// A window is so many words of a paragraph, or characters where words are not told
// apart by spaces; each begins in the middle of the one before, but see [Spread]. A
// whole paragraph blurs: of windows the right one was among the first three for 84
// questions of 100, of sentences for 78.
const (
	windowWords      = 14
	windowCharacters = 28
)

// Texts of more bytes than a book of laws has cost a minute to encode, word by word
// twice. In those that are longer than nearText windows stand side by side, and beyond
// wideText with half of one between them: what is between is found by its words.
const (
	nearText = 256 << 10
	wideText = 1 << 20
)

// Spread is how many halves of a window lie between the beginnings of two, in a text
// of so many bytes.
func Spread(bytes int) int {
	switch {
	case bytes > wideText:
		return 3
	case bytes > nearText:
		return 2
	}
	return 1
}

// Windows cuts a paragraph into its windows, so far apart.
func Windows(paragraph string, spread int) (all []string) {
	pieces, join, size := strings.Fields(paragraph), " ", windowWords
	if len([]rune(paragraph)) > 3*windowCharacters && len(pieces)*windowWords < len([]rune(paragraph)) {
		pieces, join, size = strings.Split(strings.Join(pieces, ""), ""), "", windowCharacters
	}
	for i := 0; i == 0 || i < len(pieces)-size/2; i += spread * size / 2 {
		all = append(all, strings.Join(pieces[i:min(i+size, len(pieces))], join))
	}
	return all
}

// Texts are the windows of all passages of a text.
func Texts(text string) (all []string) {
	for _, p := range Of(text) {
		all = append(all, Windows(p.Words(), Spread(len(text)))...)
	}
	return all
}
