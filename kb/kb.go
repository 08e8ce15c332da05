// Package kb is the domain of Verbatim: what official statements say, in whose
// words, and where it stands; what may be answered, and when to keep silent.
//
// # The rooms
//
//		cmd/verbatim ──► bot ──► kb ──► kb/match, kb/quote ──► kb/text
//		      └──────────────────►┘ └──► kb/store (SQL)
//		      └──► data (the shipped statements)
//
//	  - A [Statement] is what was issued; its [Source]s are where it can be read;
//	    its [Fact]s are what it says, each with [Citation]s that carry the quotes.
//	  - [Read] and [Lint] take knowledge files in and name every problem by line;
//	    [Write] gives a statement back as a file.
//	  - [Base] is the knowledge in memory: opened from a store, kept fresh, asked.
//
// # The way of one question
//
//  1. [Base.Ask] gets a [Question]: the words, the server it was asked in, the
//     statement it is limited to, and the question before it.
//  2. kb/text folds the words (Unicode, Arabic and Chinese variants) and cuts
//     them into terms; kb/match ranks the phrasings of all facts and the
//     passages of all held texts, correcting words that nobody knows.
//  3. names.go finds who speaks, about whom, in which document, in the question
//     and in each candidate; a candidate that belongs to others is set back or
//     answered with a note.
//  4. answer.go decides: an [Answer] with its citations, or one of the reasons
//     for silence, with the nearest facts and a confidence either way.
//
// Everything durable goes through kb/store, which knows records and revisions
// but no statement; everything on screen is made by cmd and bot.
package kb
