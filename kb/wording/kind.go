package wording

import "verbatim/kb/catalog"

// The keys of the kinds that are told with their words.
const (
	leftOut      = "kind.left-out"
	addedWords   = "kind.added"
	changedWords = "kind.changed"
)

// kinds are the keys of the kinds of changes, by what kb/quote calls them; `quote --json`
// has the same names.
var kinds = map[string]string{
	"quotation marks":               "kind.quotation-marks",
	"apostrophes":                   "kind.apostrophes",
	"dashes":                        "kind.dashes",
	"white space":                   "kind.white-space",
	"line breaks":                   "kind.line-breaks",
	"a hyphen at the end of a line": "kind.hyphen",
	"ligatures":                     "kind.ligatures",
	"letter case at the very start": "kind.case",
	"ellipsis":                      "kind.ellipsis",
	"closing punctuation":           "kind.closing",
	"encoding of accented letters":  "kind.encoding",
	"invisible characters":          "kind.invisible",

	"words left out": leftOut,
	"words added":    addedWords,
	"words changed":  changedWords,
	"word order":     "kind.order",
	"punctuation":    "kind.punctuation",

	"capitals":                              "kind.capitals",
	"accents":                               "kind.accents",
	"vowel marks":                           "kind.vowel-marks",
	"hamza":                                 "kind.hamza",
	"letter forms":                          "kind.letter-forms",
	"tatweel":                               "kind.tatweel",
	"Traditional and Simplified characters": "kind.script",
	"digits of another script":              "kind.digits",
	"a note mark":                           "kind.note-mark",
	"letters that look the same":            "kind.look",
	"width or form of characters":           "kind.width",
	"how words are divided":                 "kind.divided",

	"added in brackets":                       "kind.added-in-brackets",
	"put in brackets for words of the source": "kind.replaced",
	"brackets around words of the source":     "kind.brackets",
	"letter case changed in brackets":         "kind.case-in-brackets",
	"part of a word changed in brackets":      "kind.part",
	"words left out at an ellipsis":           "kind.omitted",
	"an editor’s remark":                      "kind.remark",
}

// likenings are the kinds of changes between words that are alike.
var likenings = map[string]bool{
	"capitals": true, "accents": true, "vowel marks": true, "hamza": true, "letter forms": true, "tatweel": true,
	"Traditional and Simplified characters": true, "digits of another script": true, "apostrophes": true, "a note mark": true,
	"letters that look the same": true, "width or form of characters": true, "how words are divided": true,
}

// nameOf is what people read of a kind; itself, where nothing says it otherwise.
func nameOf(l catalog.Language, kind string) string {
	if key := kinds[kind]; key != "" {
		return l.Say(key)
	}
	return kind
}
