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
//
//   - [Verbatim]: it stands in a text held, character for character.
//   - [Typographic]: the same words and marks in the same order; only what the
//     table [Folds] lists differs: quotation marks, apostrophes, dashes, white
//     space, ligatures, the case of the very first letter, the ellipsis
//     character, closing punctuation, and what cannot be seen.
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
//   - “can’t” is “can't”; “its” is not “it's”, and “leaders” not “leaders’”.
//   - “1.5” is neither “15” nor “1,5”; “10²” is not “102”; full-width letters,
//     circled numbers, vowel marks and the tatweel of Arabic are not folded.
//   - A text that starts or ends inside a word is altered: “art of the” does not
//     stand in “part of the”, nor “nuclear” in “non-nuclear”, nor “S. troops” in
//     “U.S. troops”. Scripts without spaces have no such inside.
//   - An ellipsis at either end of the text is free. One that the source has
//     itself is no splice; where words beside it were dropped, the text is
//     altered.
//   - Markup in a held text (**, <u>) counts as marks. Hold clean texts.
//   - A line break is white space: a text that runs over a line break of a held
//     text is typographic unless it has the break too. [Result.Differ] then has
//     nothing but [FoldLine].
//
// # Close, or not found
//
// Similarity is the weight of the words that the text and its nearest passage
// share, divided by the weight of all words of both (Dice's coefficient). A word
// weighs the less the more often it stands in the texts held, so that phrases
// that every statement has (“reaffirmed their commitment to”) do not make a
// passage close. How similar a close passage is depends on the length of the
// text: see near in compare.go for the measure and what was measured.
//
// # How it is found
//
//  1. query.go reads the text into words (words.go, scan.go, fold.go) and sets
//     aside what is free at both ends.
//  2. phrase.go looks at each place of its rarest word whether all its words
//     stand there: verbatim or typographic.
//  3. splice.go does so for the pieces around ellipses; broken.go says what is
//     wrong with pieces that are not in one text in order.
//  4. nearest.go lets the places of rare words vote for diagonals; align.go
//     aligns the best with the text; compare.go takes the most similar and says
//     whether it is close; diff.go writes the differences out.
//
// All work is bounded; a text that would need more is [ErrTooLong].
package quote
