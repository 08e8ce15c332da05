package quote

import "verbatim/kb/quote/find"

// A Text is a whole text that quotations are looked for in.
type Text struct {
	Source string // what names it; results carry it
	Body   string // its own characters decide what is verbatim
}

// An Index holds texts, ready to be searched all at once. Any number of
// goroutines may check quotations; nobody may while a text is added or removed.
type Index struct{ texts *find.Index }

// New returns an index of texts; see [Index.Add].
func New(texts ...Text) *Index {
	x := &Index{find.New()}
	x.Add(texts...)
	return x
}

// Add holds texts from now on. A text replaces the one of the same source.
// Where several texts have the same words, the first added is named.
func (x *Index) Add(texts ...Text) {
	for _, t := range texts {
		x.texts.Add(find.Text(t))
	}
}

// Remove lets go of a source's text, if there is one. Its memory is freed by
// [Index.Compact].
func (x *Index) Remove(source string) { x.texts.Remove(source) }

// Compact makes the index anew, once more than half of its words are of texts
// that are not held any more.
func (x *Index) Compact() { x.texts.Compact() }
