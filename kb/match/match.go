// Package match ranks groups of phrasings for a question, in memory. It is pure:
// texts in, scores out; it knows no database and no fact.
//
// A question is cut into words (kb/text). Evidence for a document is gathered
// from its stems, from words that look like the question's (weighted overlap of
// character grams, and edit distance for words that nobody knows), from pairs
// of neighbouring stems, and from triples of characters in scripts without
// spaces. Each piece counts by its rarity and is summed as in BM25; the best
// documents then vote for their groups. Where a group has many phrasings, a
// linear model over the same words and their character grams tells sibling groups
// apart better than its neighbours do; a group of few has instead what its likeness
// would make of it (told).
//
// Beside the words stands the meaning: vectors of phrasings and of what else is said
// (kb/meaning), of which the nearest counts (vectors.go). Words keep their say, for on
// one topic everything means nearly the same.
//
// Terms that many documents have are looked up only for the documents that
// rarer terms have found, so that the time of a question is bounded.
//
// How far the first candidate can be trusted is learned from the knowledge itself:
// it is asked its own questions with the answer held out ([Learn]), and a logistic
// regression over a few signals ([Signals]) gives the probability that the
// candidate is right. Ranking is by one score and trust by another.
//
// # What each part brings
//
// Right first, in per cent, on public sets: intents, intents with a slip in one
// word, FAQ pairs, and paragraphs in English, Arabic and Chinese; silence is right
// when 90 % of the unanswerable intents are declined (go test ./kb/match -run
// TestAblation -ablation -v):
//
//	                           intents  typo  silence  faq    en    ar    zh
//	all                         93.5    92.0   89.7    76.8  95.1  92.6  95.5
//	without stems               92.4    91.9   88.5    74.1  92.6  90.6  92.8
//	without look-alikes         94.1    92.0   88.4    66.6  93.6  89.6  94.6
//	without pairs               92.8    91.4   88.9    75.5  94.6  92.6  94.8
//	without triples             93.5    92.0   89.7    76.8  95.1  92.6  94.5
//	common words count whole    93.8    92.5   89.5    76.5  95.0  92.4  95.0
//	without correction          93.7    89.1   89.5    76.8  95.1  92.6  95.5
//	without votes               93.6    92.1   89.4    76.8  95.1  92.6  95.5
//	without nearest             93.6    92.2   89.7    76.8  95.1  92.6  95.5
//	without linear model        84.0    82.6   79.1    76.8  95.1  92.6  95.5
//
// The nearest phrasing's likeness and the votes are what a knowledge with few
// phrasings is ranked and trusted by, for it has no linear model. The length of the
// question as a signal answers three more in a hundred on the relevance suite of
// the shipped statements: of a long question less is found, and it is as sure.
// Tried, and left out for less than half a point: raw words besides stems, grams of
// whole texts, neighbours joined to one word, the rarest word that is there or
// missing and the part of unknown words as signals, the best sentence of a
// paragraph.
package match
