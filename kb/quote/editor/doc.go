// Package editor reads what the editor of a quotation marked as their own, by square
// brackets and remarks, and knows the words that such marks may not hide: who, how
// many, and not. Whether an edited quotation is true is for kb/quote to say.
package editor
