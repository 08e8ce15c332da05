package editor

import (
	"strings"
	"unicode"

	"verbatim/kb/quote/word"
)

// negations turn what is said into its opposite, or leave nothing of it.
var negations = word.SetOf(
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
var lacks = word.SetOf("without sans sin ohne sem senza zonder без دون بدون بلا دونما")

// numerals are numbers in words.
var numerals = word.SetOf(
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
var references = word.SetOf(
	"i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these those here there",
	"the a an and but so that which who whom whose such today now then yesterday tomorrow",
	"je me moi mon ma mes nous notre nos vous votre vos il lui elle ils elles leur leurs se son sa ses ce cet cette ces cela ça on y en le la les un une des et mais que qui ici aujourd'hui hier",
	"yo mi mis nosotros nosotras nuestro nuestra nuestros nuestras usted ustedes él ella ello ellos ellas lo los las le les su sus se este esta esto estos estas ese esa eso esos esas aquel aquella el un una y pero que quien aquí hoy ayer",
	"ich mich mir mein meine wir uns unser unsere unseren unserem unserer ihr euch sie er ihn ihm es sein seine ihre ihren ihnen dies diese dieser dieses diesen diesem das der die den dem des ein eine einen einem einer und aber hier heute gestern",
	"я меня мне мой моя мы нас нам наш наша наше наши вы вас вам ваш он его ему она её ей оно они их им это этот эта эти этого тот та те там здесь и а но что сегодня вчера",
	"أنا نحن هو هي هم هما هذا هذه ذلك تلك هؤلاء هنا هناك الذي التي الذين أنه أنها إنه إنها إننا أننا أنهم إنهم وهو وهي ونحن لنا له لها لهم اليوم أمس",
	"我 我们 我們 咱们 你 你们 你們 您 他 她 它 他们 她们 它们 他們 她們 它們 其 该 該 此 这 這 那 本 双方 雙方 两国 兩國 我方 今天 昨天 该国 該國 该地区",
)

// Negates reports whether a word turns what is said into its opposite.
func Negates(w string) bool {
	l := word.Folded(w)
	if negations[l] || lacks[l] {
		return true
	}
	w = strings.ToLower(w)
	return strings.HasSuffix(w, "n't") || strings.HasPrefix(w, "n'")
}

// NegatesNext reports whether a word that negates does so only with the words right
// behind it.
func NegatesNext(w string) bool { return lacks[word.Folded(w)] }

func hasDigit(w string) bool { return strings.IndexFunc(w, unicode.IsNumber) >= 0 }

// Counts reports whether a word is a number, or has one.
func Counts(w string) bool { return hasDigit(w) || numerals[word.Folded(w)] }

// Refers reports whether a word stands for others.
func Refers(w string) bool { return references[word.Folded(w)] }
