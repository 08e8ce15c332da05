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

// sharedBytes is how long a window is that short paragraphs share: as long as one of
// words or characters.
const sharedBytes = 6 * windowWords

// A Span says which windows are of a passage: those from First to before End.
type Span struct{ First, End int }

// Cut cuts the passages of a text of so many bytes into windows, and says which are of
// which. In the longest texts short paragraphs that follow each other share one, for a
// list of a hundred thousand lines would be encoded line by line.
func Cut(passages []Passage, bytes int) (windows []string, of []Span) {
	of = make([]Span, len(passages))
	share := false // the last window may be shared
	for i := range passages {
		words, last := passages[i].Words(), len(windows)-1
		short := bytes > wideText && len(words) < sharedBytes
		if short && share && len(windows[last])+len(words) < sharedBytes {
			windows[last] += "\n" + words
			of[i] = Span{last, last + 1}
			continue
		}
		some := Windows(words, Spread(bytes))
		windows = append(windows, some...)
		of[i], share = Span{last + 1, len(windows)}, short
	}
	return windows, of
}

// Texts are the windows of all passages of a text.
func Texts(text string) []string {
	windows, _ := Cut(Of(text), len(text))
	return windows
}
