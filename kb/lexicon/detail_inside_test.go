package lexicon

import (
	"testing"

	"verbatim/kb/text"
)

func TestDetailsAreAskedForInManyWords(t *testing.T) {
	for _, c := range []struct {
		what, question string
		want           Detail
	}{
		{"a day", "When did Syria sign it?", When},
		{"a day, put off", "and since when is it in force", When},
		{"a day, run together", "when's the visit", When},
		{"a date", "On which date was it signed?", When},
		{"a place", "Where did they meet?", Where},
		{"a place, run together", "Where's the embassy?", Where},
		{"a number", "How many fighters were handed over?", HowMuch},
		{"a name", "What is the name of the ambassador?", Name},
		{"a day, in Arabic", "متى وقع البيان", When},
		{"a place, in Arabic", "في أين التقى الوزيران", Where},
		{"a number, in Arabic", "كم عدد المقاتلين", HowMuch},
		{"a day, in Chinese", "声明是什么时候发表的", When},
		{"a day of the month, in Chinese", "几月几日签的", When},
		{"an hour, in Traditional Chinese", "會談幾點開始", When},
		{"a place, in Chinese", "双方在哪里会谈", Where},
		{"a place, in other Chinese words", "会谈在什么地方举行", Where},
		{"a number, in Chinese", "交了多少人", HowMuch},
		{"a few, in Chinese", "来了几个部长", HowMuch},
		{"when as a conjunction", "What did Syria say when China asked?", ""},
		{"where within a sentence", "a place where Syria stands with China", ""},
		{"how, but of no number", "How did Syria see Taiwan?", ""},
		{"in the name of somebody", "Did the minister speak in the name of Syria?", ""},
		{"almost, in Chinese", "几乎所有国家都支持吗", ""},
		{"Guinea, in Chinese", "几内亚支持中国吗", ""},
		{"an Arabic word that only has one in it", "ماذا قال حاكم سوريا", ""},
		{"no words", "", ""},
	} {
		if got := DetailAsked(text.Words(c.question)); got != c.want {
			t.Errorf("%s: %q asks for %q, want %q", c.what, c.question, got, c.want)
		}
	}
}
