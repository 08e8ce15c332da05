// Package trust says how far something can be believed, from numbers: whether a
// candidate is right, from a dozen signals of how it fits ([Forest]); and what kind
// of thing a text asks for, or a word is, from its vector ([Probe]). Both are learned
// once, over many small knowledges or articles, and shipped as coefficients.
//
// It is pure: numbers in, probabilities out. It knows no fact, no word and no
// language. kb/answer and kb/article ask it; the programs kb/eval/learn and kb/eval/said teach
// it.
package trust
