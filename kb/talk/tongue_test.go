package talk_test

import (
	"testing"

	"verbatim/kb/talk"
)

func TestNamedReadsLanguagesInTheirForms(t *testing.T) {
	for s, want := range map[string]string{
		"in Arabic please":           "ar",
		"auf Arabisch bitte":         "ar",
		"بالعربي لو سمحت":            "ar",
		"用阿拉伯语":                      "ar",
		"на русском":                 "ru",
		"по-русски пожалуйста":       "ru",
		"переведи на арабский":       "ar",
		"en français s'il te plaît":  "fr",
		"Arapçaya çevir":             "ar",
		"em português":               "pt",
		"アラビア語に翻訳して":                 "ar",
		"用中文说":                       "zh",
		"請用繁體中文":                     "zh-Hant",
		"ترجمها إلى الفرنسية":        "fr",
		"dalam bahasa Indonesia":     "id",
		"steht das in der deutschen": "de",
		"France":                     "",
		"Germany":                    "",
		"what about Spain?":          "",
		"and China?":                 "",
		"":                           "",
	} {
		tag, ok := talk.Named(s)
		if got := tag.String(); ok != (want != "") || ok && got != want {
			t.Errorf("%q names %q, %v; want %q", s, got, ok, want)
		}
	}
}
