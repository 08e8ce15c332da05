package article

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
)

// set is a set of words as they are written: folded, as those of kb/text are, él were el.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// runes is a set of characters.
func runes(list string) map[rune]bool {
	m := map[rune]bool{}
	for _, r := range list {
		m[r] = true
	}
	return m
}

// A grammar has the words that the grammar of a language is made of, of which it has few
// and gets no new ones.
type grammar struct {
	he, she, many map[string]bool // pronouns that stand for a man, for a woman, for several
	pronouns      map[string]bool // these and those that may stand for anybody
	articles      map[string]bool // before who may have been named before
	indefinite    map[string]bool // before who was not named before
	alone         map[string]bool // stand for somebody who was not named
	owners        map[string]bool // before what belongs to somebody
	prepositions  map[string]bool // before names that do not speak
	following     map[string]bool // say that who speaks stands right behind
	verbsTellSex  bool            // a verb tells whether a man or a woman does something
	more          map[string]bool // other frequent words, by which the language is known
}

// newGrammar reads lists of words, each on a line behind its name.
func newGrammar(lists string) *grammar {
	g := &grammar{pronouns: map[string]bool{}}
	all := map[string]*map[string]bool{
		"he": &g.he, "she": &g.she, "many": &g.many, "any": &g.pronouns, "articles": &g.articles, "indefinite": &g.indefinite, "alone": &g.alone,
		"owners": &g.owners, "prepositions": &g.prepositions, "following": &g.following, "more": &g.more,
	}
	for line := range strings.Lines(lists) {
		name, words, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if m := all[name]; m != nil {
			*m = set(words)
		}
	}
	g.verbsTellSex = g.he["он"] || g.he["هو"]
	for _, of := range []map[string]bool{g.he, g.she, g.many} {
		for w := range of {
			g.pronouns[w] = true
		}
	}
	return g
}

// closed reports whether a word is one that grammar is made of.
func (g *grammar) closed(w string) bool {
	return g.pronouns[w] || g.articles[w] || g.indefinite[w] || g.owners[w] || g.prepositions[w]
}

// grammarFile has the grammars of English, French, Spanish, German, Portuguese, Russian,
// Turkish, Arabic and Chinese, with an empty line between two.
//
//go:embed grammar.txt
var grammarFile string

// grammars are those of the languages that are known.
var grammars = func() []*grammar {
	var all []*grammar
	for lists := range strings.SplitSeq(grammarFile, "\n\n") {
		all = append(all, newGrammar(lists))
	}
	return all
}()

// anyGrammar is that of an article of which two languages are nearly as likely.
var anyGrammar = func() *grammar {
	g := newGrammar("")
	for _, m := range []*map[string]bool{&g.he, &g.she, &g.many, &g.articles, &g.indefinite, &g.alone, &g.owners, &g.prepositions, &g.following} {
		*m = map[string]bool{}
	}
	for _, o := range grammars {
		into := []map[string]bool{g.he, g.she, g.many, g.pronouns, g.articles, g.indefinite, g.alone, g.owners, g.prepositions, g.following}
		for i, from := range []map[string]bool{o.he, o.she, o.many, o.pronouns, o.articles, o.indefinite, o.alone, o.owners, o.prepositions, o.following} {
			for w := range from {
				into[i][w] = true
			}
		}
	}
	for _, w := range []string{"on", "o", "es", "bu", "de", "one"} { // they stand for nobody in more languages than in one
		delete(g.pronouns, w)
	}
	return g
}()

// grammarOf is the grammar of the language that most words of a text are of.
func grammarOf(text string) *grammar {
	counts := make([]int, len(grammars))
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		w = strings.ToLower(w)
		for i, g := range grammars {
			if g.closed(w) || g.more[w] || isHan(firstRune(w)) && g.he["他"] {
				counts[i]++
			}
		}
	}
	best := slices.Index(counts, slices.Max(counts))
	for i, n := range counts {
		if i != best && n*5 > counts[best]*4 {
			return anyGrammar
		}
	}
	return grammars[best]
}

var (
	// titles stand before a name and are none.
	titles = set("mr mrs ms miss dr prof sir dame lord lady m mme mlle me mgr herr frau sr sra srta don doña dom dona г-н г-жа bay bayan cllr")
	// surnames are the characters that most Chinese, and Japanese, names begin with.
	surnames = runes("王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭肖程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鐘鍾汪田任姜范範方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵佘佟藏小山佐高渡伊中木井松清斎藤佐崔朴柳郭吳游連連蘇洪")
	// sounds are the characters by which Chinese writes the sounds of foreign names.
	sounds = runes("阿埃艾爱安昂奥奧巴拜班邦贝貝本比彼宾賓波博勃布查达達丹德登邓鄧迪蒂丁多杜恩尔爾法菲费費芬弗佛福富盖蓋甘冈岡高戈哥格葛古哈海汉漢赫黑亨胡霍基吉加贾賈杰傑金卡凯凱坎康考科克肯库庫夸昆拉莱萊兰蘭朗劳勞勒雷黎里裡利莉列林伦倫隆卢盧鲁魯路罗羅洛吕馬马迈邁曼梅门門蒙孟米密明莫默姆穆纳納奈南内內尼涅宁寧纽努诺諾欧歐帕潘佩彭皮平珀普奇契齐齊钱乔喬切琼丘让讓热日瑞若萨薩塞桑森沙珊尚舍圣聖施什史舒斯丝絲思苏蘇索塔泰坦汤湯陶特提图圖托瓦万萬旺威韦韋维維魏温溫文翁沃乌烏吴武伍西希锡夏香肖谢謝辛兴姓休许雅亚亞延扬杨耶叶葉伊因英尤约約扎泽澤詹珍芝朱兹茲宗祖佐·娅妮娜琳莎蕾薇")
	// particles belong to the name behind them: a name does not end before one.
	particles = set("al el bin ibn van von der den bint abu ben di della")
	// terms say that what stands in quotation marks behind is a word or a title.
	terms = set("so-called called titled entitled named nicknamed dubbed word words term phrase expression reading slogan sign label known motto headline film book song novel album play entitled soi-disant dit mot mots terme formule intitulé intitulée baptisé baptisée surnommé titre slogan llamado llamada titulado titulada palabra término expresión lema denominado denominada apodado sogenannte sogenannten sogenanntes wort worte begriff titel namens genannt heißt motto schild chamado chamada intitulado intitulada palavra termo lema apelidado apelidada título слово слова термин название называется так называемый называемую именем под фильм роман книга газета adlı isimli sözcüğü kelimesi sloganı başlıklı denilen كلمة عبارة شعار عنوان بعنوان يسمى تسمى المسماة المسمى مصطلح كتاب فيلم رواية 所谓 所謂 名为 名為 题为 題為 叫做 叫 一词 标语 口号 号称 写着 寫著")
	// ands join two names.
	ands = set("and et y e und и ve")
	// small are the words that a name may have inside without a capital.
	small = set("al el bin ibn de del della di da dos das van von der den le la du des of the bint abu ben")
)
