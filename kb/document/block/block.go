// Package block reads the structure of a text out of the text alone: which of its
// paragraphs are sentences and which are headings, list entries, signatures or
// what stands around a text; who speaks in it, and whether a question is put or
// answered; and the words of each without the line breaks of its layout.
//
// It is pure: the same text always gives the same blocks, in time that grows with
// its length. It holds no text and knows no format of files: what a file said
// with markup, kb/document has written into the text in the forms that are read
// here (a bullet before a list entry, heads before the cells of a table).
//
//   - lines.go finds the paragraphs, as kb/quote does, and their lines;
//   - wrap.go tells line breaks of the layout from those of the text, and
//     hyphen.go what a hyphen at a line's end is;
//   - label.go and labels.go tell labels of speakers from words before a colon;
//   - mark.go reads the numbers and bullets of entries, table.go the cells of
//     a row;
//   - kind.go, head.go and tail.go say what a block is; turn.go whose words it has.
package block

import "sort"

// Kind is what a block is in its text.
type Kind uint8

// The kinds. What a text says stands in the first four; the others are never an
// answer by themselves ([Kind.Says]).
const (
	Paragraph Kind = iota // sentences
	ListEntry             // an entry with a number or a bullet, which Mark has
	TableRow              // cells of one row, with bars between
	Footnote              // a note, whose mark Mark has
	Heading               // stands over what follows, or is the title
	Signature             // who signed, at the end of a text
	Metadata              // of the text: "DATE: …", an address, a dateline, front matter
	Aside                 // of a transcript: "(Applause.)"
	Rule                  // a line of marks, or the number of a page
)

var kindNames = [...]string{"paragraph", "list entry", "table row", "footnote", "heading", "signature", "metadata", "aside", "rule"}

// String names the kind in a word or two.
func (k Kind) String() string { return kindNames[k] }

// Says reports whether a block of this kind is part of what the text says. A
// heading, a signature, a line of metadata, an aside and a rule are not.
func (k Kind) Says() bool { return k <= Footnote }

// Role is the part that a block has in questions and answers.
type Role uint8

// The roles. NoRole is the role of what is not marked as either.
const (
	NoRole   Role = iota
	Question      // put to the speaker by the press, an interviewer or "Q:"
	Answer        // said to the question before, or marked "A:"
)

// String names the role; it is empty for NoRole.
func (r Role) String() string { return [...]string{"", "question", "answer"}[r] }

// A Block is a piece of a text that has one kind and one speaker: mostly a whole
// paragraph. A paragraph whose lines are pieces of their own (turns of a talk, the
// entries of a list, a heading right above its text) is several blocks.
type Block struct {
	Paragraph  int    // the paragraph that it is in, from 1, as in the id of a passage
	Start, End int    // byte offsets in the text, with label and mark
	Kind       Kind   //
	Mark       string // the number or bullet as written, such as "1.", "(a)", "Article 2", "[3]"
	Label      string // the label of the speaker as written, such as "PRESIDENT NORTH"; only where it stands
	Speaker    string // who says it: of the last label, without what is in parentheses; empty if not told
	Role       Role   //
	Under      int    // index of the heading over it among the blocks; -1 if none
	Text       string // its words without label and mark, unwrapped; "\n" only where lines are of the text

	from  int    // where Text begins in the text
	spans []span // where its pieces are; none if it is one piece
}

// A span says where a piece of the unwrapped text stands in the text.
type span struct{ text, at int }

// At gives the byte offset, in the text that the block is of, of the byte i of
// b.Text. For i = len(b.Text) it is where the last character ends. A space that
// stands for a line break is at that break.
func (b *Block) At(i int) int {
	if i >= len(b.Text) {
		return b.End
	}
	s := span{0, b.from}
	if n := sort.Search(len(b.spans), func(n int) bool { return b.spans[n].text > i }); n > 0 {
		s = b.spans[n-1]
	}
	return s.at + i - s.text
}

// Blocks gives the blocks of a text, in order. Every paragraph of the text has at
// least one.
func Blocks(text string) []Block {
	r := newReader(text)
	r.blocks, r.pieces = make([]Block, 0, len(r.paragraphs)), make([]piece, 0, len(r.paragraphs))
	for i, p := range r.paragraphs {
		r.cut(i+1, p)
	}
	r.tellKinds()
	r.tellTurns()
	return r.blocks
}

// At gives the block that a byte offset of the text is in, or the last one before
// it; nil where none is.
func At(blocks []Block, offset int) *Block {
	n := sort.Search(len(blocks), func(n int) bool { return blocks[n].Start > offset })
	if n == 0 {
		return nil
	}
	return &blocks[n-1]
}

// In gives the blocks of one paragraph, from 1; none if there is no such.
func In(blocks []Block, paragraph int) []Block {
	first := sort.Search(len(blocks), func(n int) bool { return blocks[n].Paragraph >= paragraph })
	last := sort.Search(len(blocks), func(n int) bool { return blocks[n].Paragraph > paragraph })
	return blocks[first:last]
}
