// Package change says how a quotation differs from the passage that answers it: each
// change by its kind, the difference written out, and both in plain words. It says
// what differs, and never what follows from that: the verdict is kb/quote's.
package change
