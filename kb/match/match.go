// Package match ranks groups of phrasings for a question, in memory. It is pure:
// texts in, scores out; it knows no database and no fact.
//
// A question is cut into words (kb/text). Evidence for a document is gathered
// from its stems, from words that look like the question's (weighted overlap of
// character grams, and edit distance for words that nobody knows), from pairs
// of neighbouring stems, and from triples of characters in scripts without
// spaces. Each piece counts by its rarity and is summed as in BM25; the best
// documents then vote for their groups. Where a group has many phrasings, a
// linear model over the same words and their character grams ([Linear]) tells
// sibling groups apart better than its neighbours do.
//
// Terms that many documents have are looked up only for the documents that
// rarer terms have found, so that the time of a question is bounded.
//
// # What each kind of evidence brings
//
// Right first, in per cent, by TestEvidence (public question sets: FAQ pairs,
// and paragraphs in English, Arabic and Chinese):
//
//	                       faq    en     ar     zh
//	all                    76.6   95.1   90.9   95.5
//
// Raw words besides stems and look-alikes brought nothing, and are left out.
package match
