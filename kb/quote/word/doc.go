// Package word reads texts into what they are compared by: words and marks, each in
// the spelling that decides, as the definition of verbatim in kb/quote has it. It
// says what a character is (class.go), which differences leave a word the same
// (fold.go) and which make it only alike (like.go), and where a line is broken by
// hand (wrap.go). It must never change a character of a text. Every room of kb/quote
// is built upon it.
package word
