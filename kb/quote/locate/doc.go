// Package locate says where a quote stands in one text, character for character, and
// what it stands in: word, sentence, paragraph. It must never take for standing what
// begins or ends inside a word. Whoever has a text and a quote calls it; kb/quote is
// for many texts, and for what does not stand as it is.
package locate
