package text

import (
	"strings"
	"unicode"
)

// Plain is a text without what says how it was typed and not what it means: case,
// the marks that end sentences, and white space. Texts are compared by meaning in
// this form, so that a question counts the same whether it was written with care or
// not.
func Plain(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("?!.…¿¡؟？。！", r)
	}), " ")
}
