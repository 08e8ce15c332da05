package answer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"verbatim/kb"
)

// TestWhatIsToldOfAStatementIsInTheLanguageOfTheQuestion asks for the record of a
// statement, for who said an answer, and for what a statement is, in each language: as it
// is written, and in English by who is to be answered in it. What others wrote stays.
func TestWhatIsToldOfAStatementIsInTheLanguageOfTheQuestion(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("testdata", "talk", "french.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	base := talkBase(t, txtar.Parse(content))
	const fact = "What did France say about Morocco?"
	for _, c := range []struct {
		language            string
		whenAsked, whoAsked string
		when, who, day      string // what is said to them, and the day of the statement
	}{
		{
			"en", "When was the declaration issued?", "Who said that?",
			"8 April 1904", "Paul Cambon said that, for France.", "8 April 1904",
		},
		{
			"ar", "متى صدر الإعلان؟", "من قال ذلك؟",
			"صدر في 8 أبريل 1904.", "قال ذلك \u2068Paul Cambon\u2069، نيابةً عن \u2068France\u2069.", "8 أبريل 1904",
		},
		{
			"zh-CN", "声明是什么时候发布的？", "谁说的？",
			"它发布于1904年4月8日。", "这是Paul Cambon说的，代表France。", "1904年4月8日",
		},
		{
			"fr", "Quand la déclaration a-t-elle été publiée ?", "Qui a dit cela ?",
			"Date de la déclaration\u00a0: 8 avril 1904.", "Paul Cambon l’a dit, pour France.", "8 avril 1904",
		},
		{
			"ru", "Когда было принято заявление?", "Кто это сказал?",
			"Дата заявления: 8 апреля 1904", "Кто это сказал: Paul Cambon, от имени: France.", "8 апреля 1904",
		},
	} {
		for _, q := range []struct {
			about    string
			question kb.Question
			want     string
		}{
			{"when, as written", kb.Question{Text: c.whenAsked}, c.when},
			{"when, in English", kb.Question{Text: "When was the declaration issued?", Language: c.language}, c.when},
			{"who, as written", kb.Question{Text: c.whoAsked, Previous: fact}, c.who},
			{"who, in English", kb.Question{Text: "Who said that?", Previous: fact, Language: c.language}, c.who},
			{"what it is", kb.Question{Text: "What is the declaration about?", Language: c.language}, c.day},
		} {
			a := ask(base, q.question)
			if !strings.Contains(a.Text, q.want) || a.Language != c.language {
				t.Errorf("%s, %s: %q in %q, want %q", c.language, q.about, a.Text, a.Language, q.want)
			}
		}
	}
}
