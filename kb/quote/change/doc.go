// Package change says how a quotation differs from the passage that answers it: each
// change by its kind, and the difference written out. It says what differs, and never
// what follows from that: the verdict is kb/quote's, and the sentences are kb/wording's.
package change
