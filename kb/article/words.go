package article

import (
	"strings"
	"unicode"

	"verbatim/kb/quote/marks"
)

func set(lists ...string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lists {
		for w := range strings.FieldsSeq(l) {
			m[w] = true
		}
	}
	return m
}

// pronouns stand for whoever was named before.
var pronouns = set(
	"he she they it him her il elle ils elles él ella ellos ellas er sie он она они им ней ним его её её их",
	"هو هي هم 他 她 他们 她们 他們 她們 其",
)

// offices are words for people and bodies that have a name besides.
var offices = set(
	"minister ministers ministry president chancellor premier prime secretary spokesman spokeswoman spokesperson official officials ambassador envoy diplomat",
	"chairman chairwoman chief head leader senator representative governor general foreign deputy vice former top mr mrs ms dr sir statement readout side sides government delegation source sources analyst analysts expert experts",
	"lawmaker lawmakers deputy speaker consul professor analyst researcher lawyer activist judge teacher adviser advisor aide commissioner mayor negotiator commander captain bishop leaders presidents premiers",
	"député députée sénateur sénatrice consul professeur professeure chercheur chercheuse avocat avocate maire directeur directrice conseiller conseillère général analyste dirigeants",
	"diputado diputada senador senadora cónsul profesor profesora analista asesor asesora alcalde alcaldesa director directora abogado abogada líder líderes",
	"abgeordnete abgeordneter abgeordneten politologe politologin professor professorin berater beraterin direktor direktorin anwalt anwältin konsul general",
	"депутат депутата сенатор профессор эксперт эксперта аналитик востоковед политолог советник директор генерал адвокат консул постпред спикер",
	"counterpart foreign state councilor councillor interim acting permanent affairs office",
	"porte-parole diplomatie source", "ministre ministère président présidente chancelier porte-parole ambassadeur ambassadrice diplomate chef responsable secrétaire monsieur madame m mme affaires étrangères gouvernement homologue délégation communiqué",
	"fuente fuentes", "ministro ministra ministerio presidente presidenta canciller portavoz embajador embajadora secretario secretaria jefe señor señora exteriores relaciones gobierno homólogo delegación comunicado asuntos",
	"amtskollegen amtskollegin quelle kreise", "außenminister außenministerin minister ministerin präsident präsidentin kanzler bundeskanzler sprecher sprecherin botschafter botschafterin staatssekretär chef herr frau außenministerium ministerium regierung amtskollege delegation erklärung außenministeriums ministeriums amt amts auswärtigen",
	"министр министра министерство министерства президент президента премьер канцлер представитель представителя посол посла глава главы пресс-секретарь источник источника коллега коллегой официальный официального мид мида дипломат господин правительство делегация заявление заявления иностранных дел",
)

// arabicOffices are the same in Arabic, with the countries that stand beside them.
var arabicOffices = set(
	"وزير وزيرة وزارة الوزير الوزيرة الخارجية خارجية والمغتربين الرئيس رئيس رئيسة الوزراء مجلس المتحدث المتحدثة متحدث باسم سفير السفير سفيرة مندوب المندوب الدائم مبعوث المبعوث السيد السيدة الدكتور نظيره نظيرته المسؤول مسؤول الناطق مستشار",
	"السوري السورية السوريين الصيني الصينية الصينيين سوريا الصين الرئاسة الجمهورية الأمم المتحدة لدى الجانب الحكومة حكومة الدولة للشؤون",
)

// arabicStops end a name behind the word that says that somebody speaks.
var arabicStops = set(
	"في خلال عقب إن أن بأن إنه إنها أنه أنها للصحفيين بألا ألا بألّا لن على عن مع أمس اليوم بعد قبل من إلى الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد أيضا كذلك عبر لدى حول بشأن أثناء ضمن أمام لوكالة لقناة",
	"الذي التي قائلا قائلة مضيفا مؤكدا",
)

// chineseOffices are the words that a name follows, the longer first.
var chineseOffices = strings.Fields("中央外办主任 外交部长 外交部長 国务委员 國務委員 外交部发言人 外交部發言人 发言人 發言人 部长 部長 学者 學者 教授 专家 專家 分析师 分析師 研究员 研究員 记者 記者 院长 院長 校长 校長 秘书长 秘書長 特使 公使 参赞 參贊 总领事 司长 司長 局长 局長 议长 議長 议员 議員 首相 国王 國王 王储 王儲 外长 外長 外相 主席 总统 總統 总理 總理 大使 代表 主任 先生 女士 同行 同志")

// chineseAdverbs stand between a name and the word that says that somebody speaks.
var chineseAdverbs = strings.Fields("进一步 進一步 再次 同时 同時 随后 隨後 此前 当天 當天 当日 當日 今天 昨天 明确 明確 还 還 也 并 並 则 則 又 分析 感叹 感嘆 直言 回忆 回憶 总结 總結 评论 評論 笑着 公开 公開 特别 特別 最后 最後 亦 仍 均 都 日 曾 对此 對此")

// calendar are words with a capital that name nobody.
var calendar = set(
	"lundi mardi mercredi jeudi vendredi samedi dimanche hier lunes martes miércoles jueves viernes sábado domingo ayer gestern heute вчера сегодня",
	"monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december",
	"montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember",
)

// small are the words that a name may have inside without a capital.
var small = set("al al- el bin ibn de del della di da van von der den le la du des of the bint abu")

// places are countries, as they stand beside an office in Russian and where a name
// could be taken to begin with them.
var places = set(
	"китая кнр сирии сар россии сша тайваня китайской сирийской",
	"china’s china's syria’s syria's chinese syrian taiwan’s taiwan's chino china sirio siria chinois syrien syrische syrischer chinesische chinesischer chinesischen syrischen chine syrie china syria chinas syriens",
)

// following says that who speaks stands right behind it.
var following = set("selon según laut словам согласно заявлении сообщении данным angaben acuerdo palabras d'après d’après بحسب وفق وفقا حسب")

// led are words that stand between such a word and who speaks.
var led = set("to con von des der de d' es aus im in dem")

// latter are words for whoever was named last of all, as a speaker or not.
var latter = set("dieser diese letzterer letztere celui-ci celle-ci latter последний тот этот")

// speaks reports whether a word says that somebody says something, or shows an
// attitude in somebody's words.
func (w word) speaks() bool {
	if isHan(w.first()) {
		_, _, ok := chineseSpeech(w.text, false)
		return ok
	}
	b := w.bare()
	if isArabic(w.first()) {
		return arabicSpeaks(b)
	}
	verb, _, _ := strings.Cut(b, "-") // dit-il
	return marks.Speech(verb) && verb != "so" && verb != "read" && verb != "reads" || attitudes[b] || following[b]
}

// arabicSpeaks takes off the conjunction before a word and the pronoun behind it.
func arabicSpeaks(w string) bool {
	for _, form := range []string{w, strings.TrimPrefix(w, "و"), strings.TrimSuffix(w, "ه"), strings.TrimSuffix(strings.TrimPrefix(w, "و"), "ته"), strings.TrimSuffix(w, "ته") + "ت"} {
		if marks.Speech(form) || attitudes[form] || following[form] {
			return true
		}
	}
	return false
}

var attitudes = set(
	"called calls described describes welcomed praised expressed voiced reiterated condemned denounced dismissed rejected promised hailed termed",
	"qualifié exprimé salué dénoncé réaffirmé promis condamné réitéré rejeté calificó expresó saludó reafirmó prometió condenó reiteró rechazó",
	"replied answered responded thanked told remarked countered",
	"réagi répondu rétorqué martelé remercié prévenu assuré reconnu respondió contestó agradeció prometió reconoció recordó insistió admitió",
	"antwortete dankte hieß kündigte forderte mahnte räumte ответил ответила напомнил предупредил поблагодарил поблагодарила призвал призвала",
	"شكر شكرت رد ردت حذر حذرت دعا دعت طالب قائلا قائلة بالقول مضيفا مضيفة مؤكدا مؤكدة",
	"écrit escribió написал написала كتب كتبت",
	"nannte bezeichnete lobte bekräftigte versprach verurteilte wies назвал назвала выразил выразила подтвердил подтвердила пообещал осудил приветствовал",
	"وصف وصفت رحب رحبت جدد جددت أعرب أعربت أدان أدانت وجدد وأعرب",
)

// chineseAttitudes are the same in Chinese.
var chineseAttitudes = set("提醒 警告 敦促 主张 主張 否认 否認 介绍 介紹 回应 應詢 感谢 感謝 赞赏 讚賞 批评 批評 谴责 譴責 承诺 承諾 期待 认定 認定")

func isHan(r rune) bool    { return unicode.Is(unicode.Han, r) }
func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }
