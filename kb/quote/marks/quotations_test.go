package marks

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var quotationCases = []struct {
	about, message string
	want           []string // the texts; inner ones are indented by two points a level
}{
	{"none", "They will close the river.", nil},
	{"English", "She said “we will not close the river” and “no toll”.", []string{"we will not close the river", "no toll"}},
	{"straight", `She said "we will not" and "no toll".`, []string{"we will not", "no toll"}},
	{"a comma before the mark", `"We will not," she said, "close it."`, []string{"We will not,", "close it."}},
	{"single", "He said ‘we don’t know’ twice", []string{"we don’t know"}},
	{"straight single", "He said 'we don't know' twice", []string{"we don't know"}},
	{"a possessive in single marks", "He read ‘the leaders’ plan for peace’ aloud", []string{"the leaders’ plan for peace"}},
	{"apostrophes alone", "It's the leaders' plan, isn't it? Don't.", nil},
	{"single marks inside double ones", "“He said ‘never’ to us”", []string{"He said ‘never’ to us", "..never"}},
	{"straight marks inside curly ones", `“He said "never" to us”`, []string{`He said "never" to us`, "..never"}},
	{"curly and straight mixed", `“We will not", she said`, []string{"We will not"}},
	{"French", "Elle a dit « nous ne fermerons pas le fleuve » hier", []string{"nous ne fermerons pas le fleuve"}},
	{"French with spaces that do not break", "« pas\u00a0de péage\u202f»", []string{"pas\u00a0de péage"}},
	{"French, nested", "« Il a dit ‹ jamais › hier »", []string{"Il a dit ‹ jamais › hier", "..jamais"}},
	{"German", "Sie sagte: „Wir schließen den Fluss nicht“, und ‚nie‘.", []string{"Wir schließen den Fluss nicht", "nie"}},
	{"German, nested", "„Er sagte ‚nie‘ zu uns“", []string{"Er sagte ‚nie‘ zu uns", "..nie"}},
	{"German in books", "Sie sagte: »Wir schließen nicht« und ging", []string{"Wir schließen nicht"}},
	{"Swedish", "Hon sade ”vi stänger inte” och gick", []string{"vi stänger inte"}},
	{"Arabic", "قالت «لن نغلق النهر» أمس و“لا رسوم”", []string{"لن نغلق النهر", "لا رسوم"}},
	{"straight, behind an Arabic preposition", `وصفه بـ"النهر المفتوح" أمس`, []string{"النهر المفتوح"}},
	{"Chinese", "部长说：“我们不会关闭河流。”他说‘不’。", []string{"我们不会关闭河流。", "不"}},
	{"Chinese, nested", "他说：“所谓‘通行费’是谣言”", []string{"所谓‘通行费’是谣言", "..通行费"}},
	{"Traditional Chinese and Japanese", "彼は「川を『閉じない』」と言った", []string{"川を『閉じない』", "..閉じない"}},
	{"book titles are none", "他读《河流条约》", nil},
	{"a block quote", "look:\n> We will not\n> close the river\nreally?", []string{"We will not\nclose the river"}},
	{"marks in a block quote", "> “We will not” he said", []string{"“We will not” he said", "..We will not"}},
	{"a block quote to the end", "look\n>>> We will not\n\nclose it", []string{"We will not\n\nclose it"}},
	{"an empty line in a block quote", "> We will\n>\n> not", []string{"We will\n\nnot"}},
	{"a sign for more is none", "5 > 3 and\n>3", nil},
	{"unclosed", "She said “we will not close the river.", nil},
	{"unclosed, and another after it", "She said “we will not.\n\nThen: “no toll” was said", []string{"no toll"}},
	{"several paragraphs of one quotation", "“We will not.\n\n“We never will.” So she said", []string{"We will not.\n\n“We never will."}},
	{"inches", `a 5" pipe and a 6" pipe`, nil},
	{"nothing inside", `"" “ ” «…» "!"`, nil},
	{"not UTF-8", "\xff“\xffa\xff”", []string{"\xffa\xff"}},
}

func TestQuotations(t *testing.T) {
	for _, c := range quotationCases {
		var got []string
		for _, s := range Quotations(c.message) {
			got = append(got, strings.Repeat("..", s.Depth-1)+s.Text)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %q\n%s", c.about, c.message, diff)
		}
	}
}

func TestQuotationsSayWhereTheyStand(t *testing.T) {
	const message = "look:\n> “We will\n> not” close\nbut « jamais »"
	want := []string{"“We will\n> not” close", "We will\n> not", "jamais"}
	var got []string
	for _, s := range Quotations(message) {
		got = append(got, message[s.Start:s.End])
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
