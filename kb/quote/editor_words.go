package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What an editor's brackets may not hide: who, how many, and not.

// folded returns a word as it is looked up in a list: letters of different alphabets
// stay different.
func folded(word string) string {
	if isLower(word) {
		return strings.ReplaceAll(word, "'", "")
	}
	return liken(word, LikeLook)
}

// wordSet has words as they are looked up.
func wordSet(lists ...string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lists {
		for w := range strings.FieldsSeq(l) {
			m[folded(w)] = true
		}
	}
	return m
}

// negations turn what is said into its opposite, or leave nothing of it.
var negations = wordSet(
	"not no never neither nor none nobody nothing nowhere cannot hardly scarcely barely unless less n't ain't",
	"aren't isn't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shan't shouldn't mustn't needn't hasn't haven't hadn't mightn't",
	"ne pas non jamais aucun aucune rien ni guère nul nulle",
	"nunca jamás ningún ninguno ninguna nada nadie tampoco",
	"nicht kein keine keinen keinem keiner keines nie niemals nichts niemand weder",
	"não nem non mai nessuno nessuna nulla niet geen nooit",
	"не нет ни никогда никто никого никому ничто ничего нельзя никакой никакая никакие никаких",
	"لا لم لن ليس ليست ليسوا غير عدم ولا ولم ولن وليس فلا فلم فلن",
	"不 没 沒 无 無 未 非 莫 勿 否 毋 değil yok hiçbir نه نیست",
)

// lacks negate only the words right behind them.
var lacks = wordSet("without sans sin ohne sem senza zonder без دون بدون بلا دونما")

// numerals are numbers in words.
var numerals = wordSet(
	"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
	"twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens",
	"half third quarter double twice thrice both first second fourth fifth sixth seventh eighth ninth tenth percent",
	"un deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante cinquante soixante cent cents mille millions milliard milliards moitié tiers premier première deuxième",
	"dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta cien ciento mil millón millones mitad primero primera segundo",
	"zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend million millionen milliarde milliarden hälfte beide erste zweite",
	"два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят сто двести тысяча тысячи тысяч миллион миллионов миллиард половина оба первый второй",
	"واحد واحدة اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين مئة مائة ألف آلاف مليون مليار نصف ثلث ربع",
	"一 二 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 两 兩 零 半 倍",
)

// references are words that stand for others, or only lead to them: what they
// are replaced by is what they mean.
var references = wordSet(
	"i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these those here there",
	"the a an and but so that which who whom whose such today now then yesterday tomorrow",
	"je me moi mon ma mes nous notre nos vous votre vos il lui elle ils elles leur leurs se son sa ses ce cet cette ces cela ça on y en le la les un une des et mais que qui ici aujourd'hui hier",
	"yo mi mis nosotros nosotras nuestro nuestra nuestros nuestras usted ustedes él ella ello ellos ellas lo los las le les su sus se este esta esto estos estas ese esa eso esos esas aquel aquella el un una y pero que quien aquí hoy ayer",
	"ich mich mir mein meine wir uns unser unsere unseren unserem unserer ihr euch sie er ihn ihm es sein seine ihre ihren ihnen dies diese dieser dieses diesen diesem das der die den dem des ein eine einen einem einer und aber hier heute gestern",
	"я меня мне мой моя мы нас нам наш наша наше наши вы вас вам ваш он его ему она её ей оно они их им это этот эта эти этого тот та те там здесь и а но что сегодня вчера",
	"أنا نحن هو هي هم هما هذا هذه ذلك تلك هؤلاء هنا هناك الذي التي الذين أنه أنها إنه إنها إننا أننا أنهم إنهم وهو وهي ونحن لنا له لها لهم اليوم أمس",
	"我 我们 我們 咱们 你 你们 你們 您 他 她 它 他们 她们 它们 他們 她們 它們 其 该 該 此 这 這 那 本 双方 雙方 两国 兩國 我方 今天 昨天 该国 該國 该地区",
)

func negates(word string) bool {
	l := folded(word)
	if negations[l] || lacks[l] {
		return true
	}
	word = strings.ToLower(word)
	return strings.HasSuffix(word, "n't") || strings.HasPrefix(word, "n'")
}

func hasDigit(word string) bool { return strings.IndexFunc(word, unicode.IsNumber) >= 0 }

// counts reports whether a word is a number, or has one.
func counts(word string) bool { return hasDigit(word) || numerals[folded(word)] }

// refers reports whether a word stands for others.
func refers(word string) bool { return references[folded(word)] }

// names reports whether a word may name somebody or something: with a capital
// inside a sentence, or at its beginning if no text held has it without one; in
// scripts without capitals, any word that does not stand for others.
func (x *Index) names(word string, begins bool) bool {
	r, size := utf8.DecodeRuneInString(word)
	switch {
	case refers(word) || !unicode.IsLetter(r):
		return false
	case unicode.IsUpper(r):
		_, plain := x.ids[string(unicode.ToLower(r))+word[size:]]
		return !begins || !plain
	}
	return !unicode.IsLower(r)
}

// begins reports whether a token is the first of a sentence or a paragraph.
func (s *search) begins(at int) bool {
	t := &s.texts[s.textAt(at)]
	if at <= t.first {
		return true
	}
	before := t.Body[s.tokens[at-1].start:s.tokens[at].start]
	return isEnd[first(before)] || strings.ContainsFunc(before, isDouble) || hardBreak(before[s.tokens[at-1].end-s.tokens[at-1].start:]) == 0 && strings.Contains(before, "\n")
}

func isDouble(r rune) bool { return classOf(r) == quotation }
