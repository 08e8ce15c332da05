// Package find holds texts by their words and finds where those of a quotation stand
// in them: all of them as they are, its pieces in order, or the passage that is most
// similar, aligned word by word. Its work on one quotation is bounded. It gives no
// verdict: kb/quote does, and kb/quote/change says what differs. No other room calls
// it.
package find
