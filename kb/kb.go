// Package kb is the domain of Verbatim: what official statements say, in whose
// words, and where it stands; what may be answered, and when to keep silent.
//
// # The rooms
//
//	cmd/verbatim ──► bot ──► kb ──► kb/match, kb/quote ──► kb/text
//	      └──────────────────►┘ └──► kb/store (SQL)
//	      └──► data (the shipped statements)
//
// What the words mean here:
//
//   - A [Statement] is what was issued; its [Source]s are where it can be read;
//     its [Fact]s are what it says, each with [Citation]s that carry the quotes.
//   - [Read] takes knowledge files in and names every problem by line; [Write]
//     gives a statement back as a file.
//   - [Base] is the knowledge in memory, ready to be asked.
//
// # The way of one question
//
//  1. [Base.Ask] gets a [Question]: the words, and the statement that it is
//     limited to.
//  2. kb/text folds the words (Unicode, Arabic and Chinese variants) and cuts
//     them; names.go puts one name for all its aliases; kb/match ranks the facts
//     by their phrasings, correcting words that nobody knows.
//  3. roles.go looks at who acts in the question and who speaks in the fact: the
//     other way round is not answered, another speaker is told in a note.
//  4. ask.go decides: an [Answer] with its citations, or one of the reasons for
//     silence, with the nearest facts and a confidence either way.
//
// Not yet on that way: the store behind the base, passages of held texts, and
// the question before a question. kb/store knows records and revisions but no
// statement; everything on screen is made by cmd and bot.
package kb
