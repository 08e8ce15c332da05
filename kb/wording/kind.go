package wording

import (
	"verbatim/kb/catalog"
	"verbatim/kb/quote/change"
	"verbatim/kb/quote/editor"
	"verbatim/kb/quote/word"
)

// kinds are the keys of the kinds of changes, by what kb/quote calls them; `quote --json`
// has the same names.
var kinds = map[string]string{
	word.FoldQuotation:  "kind.quotation-marks",
	word.FoldApostrophe: "kind.apostrophes",
	word.FoldDash:       "kind.dashes",
	word.FoldSpace:      "kind.white-space",
	word.FoldLine:       "kind.line-breaks",
	word.FoldHyphen:     "kind.hyphen",
	word.FoldLigature:   "kind.ligatures",
	word.FoldCase:       "kind.case",
	word.FoldEllipsis:   "kind.ellipsis",
	word.FoldClosing:    "kind.closing",
	word.FoldEncoding:   "kind.encoding",
	word.FoldInvisible:  "kind.invisible",

	change.WordsLeftOut: "kind.left-out",
	change.WordsAdded:   "kind.added",
	change.WordsChanged: "kind.changed",
	change.Punctuation:  "kind.punctuation",

	// An apostrophe between words that are alike has the name of the fold.
	word.LikeCase:     "kind.capitals",
	word.LikeAccents:  "kind.accents",
	word.LikeVowels:   "kind.vowel-marks",
	word.LikeHamza:    "kind.hamza",
	word.LikeLetters:  "kind.letter-forms",
	word.LikeTatweel:  "kind.tatweel",
	word.LikeScript:   "kind.script",
	word.LikeDigits:   "kind.digits",
	word.LikeNote:     "kind.note-mark",
	word.LikeLook:     "kind.look",
	word.LikeWidth:    "kind.width",
	word.LikeDivision: "kind.divided",

	editor.Added:    "kind.added-in-brackets",
	editor.Replaced: "kind.replaced",
	editor.Brackets: "kind.brackets",
	editor.Case:     "kind.case-in-brackets",
	editor.Part:     "kind.part",
	editor.Omitted:  "kind.omitted",
	editor.Sic:      "kind.remark",
}

// nameOf is what people read of a kind; itself, where nothing says it otherwise.
func nameOf(l catalog.Language, kind string) string {
	if key := kinds[kind]; key != "" {
		return l.Say(key)
	}
	return kind
}
