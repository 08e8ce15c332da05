package index

import (
	"verbatim/kb"
	"verbatim/kb/encode"
	"verbatim/kb/meaning"
	"verbatim/kb/passage"
	"verbatim/kb/text"
)

// A Reader gives the vectors of texts; see [encode.Reader].
type Reader = encode.Reader

// Usual encodes with what the program carries, and knows no vectors.
func Usual() Reader {
	encoder, err := meaning.Default()
	if err != nil {
		panic("the program is not whole: " + err.Error())
	}
	return Reader{Encoder: encoder}
}

// factTexts are the texts by whose meaning a fact is found: what it is asked, and
// what it tells.
func factTexts(f *kb.Fact) (asked, told []string) {
	asked = append([]string{f.Question}, f.AlsoAsked...)
	told = []string{f.Answer}
	for _, c := range f.Citations {
		if c.Quote != "" {
			told = append(told, c.Quote)
		}
	}
	return asked, told
}

// Texts are all that is encoded of a statement, for vectors that are shipped with it.
func Texts(s *kb.Statement) (all []string) {
	for i := range s.Facts {
		asked, told := factTexts(&s.Facts[i])
		all = append(append(all, asked...), told...)
	}
	for i := range s.Sources {
		all = append(all, passage.Texts(s.Sources[i].Text)...)
	}
	for i := range all {
		all[i] = text.Plain(all[i])
	}
	return all
}
