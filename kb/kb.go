// Package kb is the domain of Verbatim: what official statements say, in whose
// words, and where it stands; what may be answered, and when to keep silent. This
// package has the words of it, which every room below uses: a [Statement] is what was
// issued; its [Source]s are where it can be read; its [Fact]s are what it says, each
// with [Citation]s that carry the quotes; a [Question] gets an [Answer]. It imports no
// room but kb/catalog, for the sentences of a [Refusal], and kb/quote/locate, and does
// nothing but say what these words mean.
//
// # The rooms
//
//	text ◄ catalog, quote/locate ◄ kb ◄ lexicon ◄ index ◄ talk ◄ answer ─┐
//	text, meaning ◄ match ◄ index          index ◄ suggest ──────────────┤
//	store, passage, encode ◄ index         trust ◄ talk, answer          ├─► library ◄ inbox, usage, step
//	catalog, kb, quote ◄ wording ◄ answer  kb, quote ◄ verify ───────────┤      ▲        ▲
//	                                       kb ◄ file, quota ─────────────┘      └ curate ┘
//
// Arrows point from who knows to who is known, and one way only: a test of
// cmd/verbatim has the list, and holds each room to a size that can be read. eval scores
// answers; cite writes citations; document reads whole texts, draft proposes facts from
// one, and article finds the quotations in one, for verify. catalog has every sentence
// that a person reads, and wording says with them what others found out. Rooms have rooms
// of their own where they would be too large: match has vocabulary and linear; store has
// table, with an engine on either side.
//
// # The way of one question
//
//  1. Ask of kb/library looks whether the store has news, and brings it into kb/index.
//     What was just asked is answered as it was.
//  2. It has a view of what counts in the question's server, and gives both to To of
//     kb/answer.
//  3. There, kb/lexicon puts one name for all its aliases, kb/meaning turns the question
//     into a vector, and kb/index ranks facts and paragraphs by both (kb/match). kb/cover
//     tells how far the sense of single words is in a paragraph, and kb/trust, from all
//     signals of the first, whether it is right; and a fact is said, or a
//     paragraph of a text, or what is near is offered, or nothing, with a reason.
//
// Quotations take another way: Quote of kb/library holds them against every text and
// quote there is (kb/verify, kb/quote). Those of an article are found by kb/article, and
// Claims of kb/verify says of each whether it stands and whether the one named said it.
//
// # The way of one saved fact
//
//  1. Save of kb/curate looks whether the same act was done before, and reviews the
//     draft: the rules of kb/file, every quote in the text of its source, facts that
//     answer the same.
//  2. It makes one change of the store: the fact, and the questions of kb/inbox that it
//     answers.
//  3. Apply of kb/library writes it (kb/store) and reads back what is new; kb/index cuts
//     its words and encodes what it asks and tells, which is kept beside it, and the next
//     question is answered with it. What other processes write
//     comes the same way, with their next look.
package kb
