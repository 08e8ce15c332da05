package inbox

import (
	"strings"

	"verbatim/kb/text"
)

// turning are words that make another question of one, by what they stand for,
// in the languages of the shipped statements. Many are common words, which say
// little elsewhere.
var turning = func() map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(`not not no nor never none nobody nothing cannot neither hardly لا لم لن ليس ليست ليسوا غير ولا ولم ولن وليس 不 没 未 无 别 勿
without without بدون دون بلا
against against ضد
before before قبل 前
after after since بعد منذ 后
until until till حتي
only only solely فقط 只 仅
all all every everyone everything كل جميع 全 都
more more most اكثر 更
less less fewer least اقل
first first اول 首
last last final اخر 末
next next التالي
will will shall would gonna سوف 将
can can could may might يمكن قد 能 可
must must should ought need يجب 须 应
who who whom whose whos 谁
when when متي
where where اين 哪
why why لماذا
how how كيف 怎
many many much كم 多 几
何 何
什 什
two two اثنان اثنين 二 两
three three ثلاثه ثلاث 三
four four اربعه اربع 四
five five خمسه خمس 五
six six سته ست 六
seven seven سبعه سبع 七
eight eight ثمانيه ثماني 八
nine nine تسعه تسع 九
ten ten عشره عشر 十
hundred hundred مءه ماءه ميه 百
thousand thousand الف 千
million million مليون 万
billion billion مليار 亿
half half نصف 半`) {
		words := strings.Fields(line)
		for _, w := range words[1:] {
			all[w] = words[0]
		}
	}
	return all
}()

// turnOf is what a word that turns a question around stands for.
func turnOf(w text.Word) (turn string, ok bool) {
	if w.Common && strings.HasSuffix(w.Text, "nt") && contracted[strings.TrimSuffix(w.Text, "nt")] {
		return "not", true
	}
	turn, ok = turning[w.Text]
	return turn, ok
}

// contracted are what stands before n't.
var contracted = text.Set("do does did is are was were has have had wo would could should ca must ai need might")

// light are words that say nothing more in a question about a statement.
var light = text.Set(`statement text say says said saying mention mentions mentioned mentioning please tell know really actually exactly
	بيان البيان النص ذكر يذكر قال يقول يقولون
	署 订 请 问 说 提 到`)

// plainForm writes a question that offers both answers, as Chinese does, with
// one: 有没有 asks no other than 有.
func plainForm(question string) string {
	question = strings.TrimRight(question, "?？!！。. ")
	for _, end := range []string{"了没有", "没有", "了沒有", "沒有"} {
		if cut, ok := strings.CutSuffix(question, end); ok && cut != "" {
			question = cut
			break
		}
	}
	return bothAnswers.Replace(question)
}

var bothAnswers = strings.NewReplacer(
	"有没有", "有", "有沒有", "有", "是不是", "是", "会不会", "会", "會不會", "會", "能不能", "能", "要不要", "要",
	"可不可以", "可以", "是否", "是", "多少", "几", "为什么", "何故", "為什麼", "何故", "为何", "何故", "什么时候", "何时", "什麼時候", "何時",
	"怎么样", "怎", "怎么", "怎", "怎麼", "怎", "如何", "怎", "谁", "谁", "哪里", "哪", "哪裡", "哪", "哪儿", "哪", "何处", "哪", "什么", "", "什麼", "",
)
