// Package quote says whether somebody really said that: it judges a text by
// whole texts that are held, and finds the quotations in a message. It is pure:
// texts in, verdicts out.
//
// # The definition of verbatim
//
// A text is compared with what is held by its words and marks. A word is a run
// of letters, digits and the accents upon them, with the apostrophes inside it;
// a number with its separators and its sign is one word; in scripts written
// without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) each character
// is. A mark is any other character that can be seen, but for quotation marks.
// The lines of one paragraph are one text: a hard line break in a text held, with
// the white space around it, is a space, and nothing between characters that are
// written without spaces.
//
//   - [Verbatim]: it stands in a text held, character for character.
//   - [Typographic]: the same words and marks in the same order; only what the
//     table Folds of word lists differs: quotation marks, apostrophes, dashes, white
//     space, a hyphen at the end of a line, ligatures, the case of the very first
//     letter, the ellipsis character, closing punctuation, and what cannot be
//     seen.
//   - [Edited]: the same words and marks, but for what an editor marked as their
//     own; see below.
//   - [Spliced]: the text has an ellipsis (…, ..., [...], (…)) that its source
//     does not have, and each piece stands in one source, verbatim or
//     typographic, in that order.
//   - [Altered]: a passage is close, but words or marks were changed, dropped or
//     added; or all pieces around an ellipsis stand somewhere, but in another
//     order or in different sources.
//   - [NotFound]: no passage of the texts searched is close.
//
// What follows from it, and is easily got wrong:
//
//   - White space around the text and one pair of quotation marks around it are
//     not part of it.
//   - Case inside is a change: “Peace” is not “peace” but at the very start. So
//     is a mark inside: a comma dropped, or a full-width one for a plain one.
//   - Dashes are one mark, whichever they are and whether spaces stand around
//     them, but to drop one is a change: “counter-terrorism” is neither
//     “counterterrorism” nor “counter terrorism”.
//   - A hyphen right before a digit and after no word is the sign of the number:
//     “−5” is “-5”, and not “5”.
//   - “can’t” is “can't”; “its” is not “it's”, and “leaders” not “leaders’”. A
//     single mark after a word is the apostrophe of a possessive where the word
//     ends in s, x or z and no single mark was opened before it in the paragraph;
//     otherwise, and at the very end of the text, it is a quotation mark.
//   - “1.5” is neither “15” nor “1,5”; “10²” is not “102”; full-width letters,
//     circled numbers, vowel marks and the tatweel of Arabic are not folded.
//   - A text that starts or ends inside a word is altered: “art of the” does not
//     stand in “part of the”, nor “nuclear” in “non-nuclear”, nor “S. troops” in
//     “U.S. troops”. Scripts without spaces have no such inside.
//   - A hyphen between a letter and a hard line break that a small letter follows,
//     in the text or in its source, may be the line's: “inter-⏎national” is
//     “international” and “inter-national”, of which only the line knows. Before
//     “and”, “or” and their like it is the word's.
//   - An ellipsis at either end of the text is free. One that the source has
//     itself is no splice; where words beside it were dropped, the text is
//     altered.
//   - Markup in a held text (**, <u>) counts as marks. Hold clean texts.
//   - A line break in the text where its source has a space is typographic.
//
// # What an editor may mark
//
// Square brackets (also full-width, and 〔〕) say that what is in them is the
// editor's. A text is edited if it has such marks and, without them, each word and
// mark is the source's and none of the source's between its first and its last
// is left out; and if each mark is one of these, which [Result.Changes] names:
//
//   - words added: “the [new] treaty”. They must not negate (“will [not] close”),
//     nor be a number beside one of the source.
//   - words put for at most six of one sentence of the source: “[The minister]
//     will”, for “She will”. Neither side may negate; numbers on either side must
//     be the same, unless the source's words have none; if the editor names
//     somebody, all names among the source's words must be there. A name is a word
//     with a capital inside a sentence, or at its beginning if no text held has it
//     without; in scripts without capitals, any word but pronouns and their like.
//   - brackets around the source's own words: “[we] will”.
//   - the case of letters: “[W]e will”.
//   - the ending of a word, or up to two letters inside: “call[ed]”. Not its
//     beginning, nothing that negates, and no digit.
//   - words left out at an ellipsis: “we […] will”. If that is all that is marked,
//     there is one such place, in square brackets, and what is left out is of one
//     paragraph; with several, or without brackets, the text is spliced. Words
//     that negate may not be left out: such a text is spliced, or with other marks
//     altered.
//   - a remark: “(sic)”, and the same in other languages.
//
// At least two of its words must be the source's, and no fewer than the editor's.
// Where the text begins or ends with an editor's words, those of the source that
// they may stand for are the next ones to the border of the sentence, if these are
// three at most, and otherwise the pronouns and names among them; a number only
// if the editor's words have one, and a negation always.
//
// # Close, or not found
//
// Similarity is the weight of the words that the text and its nearest passage
// share, divided by the weight of all words of both (Dice's coefficient). A word
// weighs the less the more often it stands in the texts held, so that phrases
// that every statement has (“reaffirmed their commitment to”) do not make a
// passage close. How similar a close passage is depends on the length of the
// text: see Near of find for the measure and what was measured.
//
// Words that are alike are nearly as good as the same: those that differ in
// capitals, accents, vowel marks, hamza and letter forms, between Traditional and
// Simplified characters, in apostrophes, in the number of a note, in the digits or
// width of characters, or in letters that only look the same. A text of
// such words is altered, and the difference named.
//
// # What is around a quotation
//
// If a text does not stand as it is, it is tried without the marks of a page (the
// “> ” of a block quote, **, <b>), and without a tag outside of its quotation
// marks (“…,” she said), unless the tag is the source's own. [Result.Text] is what
// was judged. marks has how.
//
// # How it is found
//
//		word ◄ locate, marks, editor ◄ find ◄ change ◄ quote
//
//	 1. word reads text into words and marks. find sets aside what is free at both
//	    ends of a quotation (query.go).
//	 2. find looks at each place of its rarest word whether all its words stand
//	    there (phrase.go): verbatim or typographic. change says what differs.
//	 3. editor takes what is in brackets for an editor's.
//	 4. splice.go looks for the pieces around ellipses; broken.go says what is
//	    wrong with pieces that are not in one text in order.
//	 5. find lets the places of rare words vote for diagonals (nearest.go), aligns
//	    the best with the text (align.go), and takes the most similar; compare.go
//	    says whether it is close, and change what was changed, and whether an editor
//	    may have marked it so.
//
// marks takes away what is only around a quotation. locate is for one quote in one
// text.
//
// All work is bounded; a text that would need more is [ErrTooLong].
package quote
