package kb

// QuestionMost is the length of a question, in characters, from which on it is
// not read.
const QuestionMost = 4000

// How long a text may be, in characters. An answer and a quote are shown whole
// or not at all, and Discord takes 4,000 characters a message; a quote is never
// cut. Longer questions and ids are cut in lists.
const (
	MaxAnswer   = 2000
	MaxQuote    = 2000
	MaxQuestion = 300
	MaxID       = 48 // two ids and what joins them fit the 100 of a suggestion
)
