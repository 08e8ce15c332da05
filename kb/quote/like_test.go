package quote

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb/quote/word"
)

// same is a text in the ways that words are alike.
var same = Text{"same", `The High Parties hereby establish the League of the Northern River.

Le traité prévoit un péage de douze couronnes à l'été, et Ådaland l’a signé.

أكَّدَ الجانبانِ أنَّ جِسرَ النهرِ سيبقى مفتوحاً، ودعت إلى الإسراع في إعادة الإعمـــار وإلى مستشفى واحدة.

部长表示：我们不会关闭这条河，现在不会，将来也不会。大桥将于六月重新开放。

Es gibt keine Straße am Fluß, sagte der Fährmann. Он ещё не всё объяснил об этом договоре.

Ministers reaffirmed the Harbour Agreement1 and the statement2 of 2019.3

ستقدم ٢٥٠ صندلاً قبل حزيران`}

func TestWordsThatAreAlikeAreCloseAndNamed(t *testing.T) {
	x := New(same)
	for _, c := range []struct {
		about, text string
		want        []string
	}{
		{"capitals", "THE HIGH PARTIES HEREBY ESTABLISH THE LEAGUE OF THE NORTHERN RIVER", []string{word.LikeCase}},
		{"a title", "The High Parties Hereby Establish The League Of The Northern River", []string{word.LikeCase}},
		{"small letters", "the high parties hereby establish the league of the northern river", []string{word.LikeCase}},
		{"no accents", "Le traite prevoit un peage de douze couronnes a l'ete", []string{word.LikeAccents}},
		{"no accents, in capitals", "LE TRAITE PREVOIT UN PEAGE DE DOUZE COURONNES A L'ETE, ET ADALAND", []string{word.LikeCase, word.LikeAccents}},
		{"no vowel marks", "أكد الجانبان أن جسر النهر سيبقى مفتوحا", []string{word.LikeVowels}},
		{"no hamza", "ودعت الى الاسراع في اعادة الاعمـــار", []string{word.LikeHamza}},
		{"no tatweel", "إلى الإسراع في إعادة الإعمار", []string{word.LikeTatweel}},
		{"other forms of letters", "وإلى مستشفي واحده", []string{word.LikeLetters}},
		{"Traditional characters", "我們不會關閉這條河，現在不會，將來也不會", []string{word.LikeScript}},
		{"ss", "Es gibt keine Strasse am Fluss, sagte der Fährmann", []string{word.LikeCase}},
		{"no dots in Russian", "Он еще не все объяснил об этом договоре", []string{word.LikeAccents}},
		{"without the marks of notes", "Ministers reaffirmed the Harbour Agreement and the statement of 2019", []string{word.LikeNote}},
		{"with marks of notes in brackets", "Ministers reaffirmed the Harbour Agreement[1] and the statement[2] of 2019.[3]", []string{word.LikeNote}},
		{"letters that look the same", "The High Parties hereby еstablish the Lеague of the Northern River", []string{word.LikeLook}},
		{"full-width letters", "Ｔｈｅ Ｈｉｇｈ Ｐａｒｔｉｅｓ hereby establish the League", []string{word.LikeWidth}},
		{"other digits", "ستقدم 250 صندلاً قبل حزيران", []string{word.LikeDigits}},
	} {
		r := check(t, x, c.text)
		if diff := cmp.Diff(c.want, r.Differ); r.Verdict != Altered || diff != "" {
			t.Errorf("%s: %q is %s (%.2f): %s\n%s", c.about, c.text, r.Verdict, r.Similarity, r.Differ, diff)
		}
		holds(t, x, r)
	}
}

// Each word alone has two forms, and only one likeness.
func TestWordsAreAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want string // in what they differ; empty if they are not alike
	}{
		{"Taiwan", "TAIWAN", word.LikeCase},
		{"Taiwan", "Tаiwan", word.LikeLook},
		{"ТАIWAN", "TAIWAN", word.LikeLook},
		{"its", "it's", word.LikeApostrophe},
		{"ışık", "IŞIK", word.LikeCase},
		{"Łódź", "Lodz", word.LikeAccents},
		{"10²", "102", word.LikeWidth},
		{"сор", "cop", word.LikeLook},
		{"台", "臺", word.LikeScript},
		{"not", "now", ""},
		{"G7", "G20", ""},
		{"2019.2", "2019", word.LikeNote},
		{"19.2", "19", ""},
		{"non", "no", ""},
		{"لا", "لأ", word.LikeHamza},
	} {
		got := ""
		if word.Likeness(c.a) == word.Likeness(c.b) {
			got = strings.Join(word.Ways(c.a, c.b), ", ")
		}
		if got != c.want {
			t.Errorf("%q and %q differ in %q, want %q", c.a, c.b, got, c.want)
		}
	}
}
