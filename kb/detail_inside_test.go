package kb

import (
	"testing"

	"verbatim/kb/text"
)

func TestDetailsAreAskedForInManyWords(t *testing.T) {
	for _, c := range []struct {
		what, question string
		want           detail
	}{
		{"a day", "When did Syria sign it?", detailWhen},
		{"a day, put off", "and since when is it in force", detailWhen},
		{"a day, run together", "when's the visit", detailWhen},
		{"a date", "On which date was it signed?", detailWhen},
		{"a place", "Where did they meet?", detailWhere},
		{"a place, run together", "Where's the embassy?", detailWhere},
		{"a number", "How many fighters were handed over?", detailHow},
		{"a name", "What is the name of the ambassador?", detailName},
		{"a day, in Arabic", "متى وقع البيان", detailWhen},
		{"a place, in Arabic", "في أين التقى الوزيران", detailWhere},
		{"a number, in Arabic", "كم عدد المقاتلين", detailHow},
		{"a day, in Chinese", "声明是什么时候发表的", detailWhen},
		{"a day of the month, in Chinese", "几月几日签的", detailWhen},
		{"an hour, in Traditional Chinese", "會談幾點開始", detailWhen},
		{"a place, in Chinese", "双方在哪里会谈", detailWhere},
		{"a place, in other Chinese words", "会谈在什么地方举行", detailWhere},
		{"a number, in Chinese", "交了多少人", detailHow},
		{"a few, in Chinese", "来了几个部长", detailHow},
		{"when as a conjunction", "What did Syria say when China asked?", ""},
		{"where within a sentence", "a place where Syria stands with China", ""},
		{"how, but of no number", "How did Syria see Taiwan?", ""},
		{"in the name of somebody", "Did the minister speak in the name of Syria?", ""},
		{"almost, in Chinese", "几乎所有国家都支持吗", ""},
		{"Guinea, in Chinese", "几内亚支持中国吗", ""},
		{"an Arabic word that only has one in it", "ماذا قال حاكم سوريا", ""},
		{"no words", "", ""},
	} {
		if got := detailAsked(text.Words(c.question)); got != c.want {
			t.Errorf("%s: %q asks for %q, want %q", c.what, c.question, got, c.want)
		}
	}
}

func TestAmountsAreNumbersThatAreNoYears(t *testing.T) {
	for word, want := range map[string]bool{
		"17": true, "400": true, "5000": true, "17th": true, "99999999999999999999": true, "٤٠٠": true,
		"2025": false, "1971": false, "many": false, "": false,
	} {
		if got := isAmount(text.Word{Text: text.Fold(word)}); got != want {
			t.Errorf("%q is an amount: %v, want %v", word, got, want)
		}
	}
}
