// Package marks finds the quotations in a message by the marks around them, and takes
// from a quotation what only stands around it: the marks of a page, and the tag that
// says whose words they are. It judges nothing. kb/quote, kb/article and bot call it.
package marks
