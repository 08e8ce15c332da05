package draft

import (
	"strings"

	"verbatim/kb/text"
)

// A language is what is known of one to draft from its texts. All words are folded.
type language struct {
	code        string
	cased       bool // names have capitals
	unspaced    bool
	verbs       map[string]verb
	longest     int             // characters of the longest verb, where words are characters
	never       map[string]bool // before a form of a verb, it is none
	skipped     map[string]bool // stand between a subject and its verb
	adverb      string          // the ending of adverbs
	infinitives []string        // the endings of infinitives
	before      map[string]bool // stand before these
	calendar    map[string]bool // tell nothing alone
	function    map[string]bool // end a phrase, and tell nothing
	linking     map[string]bool // may stand inside a phrase
	actions     map[string]bool // infinitives, with which no phrase begins
	possessives map[string]bool
	pointing    map[string]bool // point back to what was said
	articles    map[string]bool // may begin one in a question
	joins       map[string]bool
	groups      map[string]bool // "leaders", "sides": all who issued the text
	pronouns    map[string]pronoun
	modals      map[string]bool // an infinitive stands behind them
	persons     map[string]bool // offices, which stand for who spoke last: "the minister"
	finites     map[string]bool // stand after a subject: is, has, will
	by          map[string]bool // who issued the text is named after them in a title
	apart       map[string]bool // what is named after them did not issue a text: "on Syria"
	after       bool            // the subject stands after its verb
	kinds       map[kind]string
	frames      frames
}

// A pronoun is whom a word stands for.
type pronoun uint8

const (
	nobody   pronoun = iota
	speaking         // I, we
	several          // they, both
	single           // he, she
	either           // it
)

func pronouns(speakingWords, severalWords, personWords, eitherWords string) map[string]pronoun {
	m := map[string]pronoun{}
	for p, words := range map[pronoun]string{speaking: speakingWords, several: severalWords, single: personWords, either: eitherWords} {
		for w := range strings.FieldsSeq(words) {
			m[text.Fold(w)] = p
		}
	}
	return m
}

var languages = map[string]language{"en": inEnglish(), "fr": inFrench(), "es": inSpanish(), "ar": inArabic(), "zh": inChinese()}

func inEnglish() language {
	verbs := merged(
		english(tells, `say/said state declare note stress underscore underline emphasize emphasise highlight affirm reaffirm reiterate
			confirm recall express voice share believe consider discuss review tell/told recognize recognise acknowledge deem warn explain
			remain recommit hope speak/spoke convey`),
		english(commits, "commit pledge undertake/undertook vow promise intend plan resolve aim"),
		english(agrees, "agree decide conclude sign adopt endorse"),
		english(calls, "call urge demand encourage appeal invite request ask propose recommend order direct instruct"),
		english(condemns, "condemn denounce deplore reject oppose criticize criticise regret"),
		english(thanks, "thank"),
		english(welcomes, "welcome commend praise applaud congratulate honor honour appreciate salute"),
		english(supports, "support back"),
		english(announces, "announce launch establish create inaugurate"),
		english(meets, "meet/met convene host visit"),
	)
	verbs["will"] = verb{kind: commits, verb: "do", will: true}
	verbs["shall"] = verb{kind: commits, verb: "do", requires: true}
	verbs["must"] = verb{kind: calls, verb: "do", requires: true}
	return language{
		code: "en", cased: true, verbs: verbs, adverb: "ly",
		never: text.Set("to the a an this that of its their our his her in for with by no not such be being each every any which"),
		skipped: text.Set("also further furthermore then again both jointly today have has had do does did are is was were been continue continues continued to " +
			"too therefore thus all each still now always never ever hereby once more"),
		function: text.Set(`the a an this that these those of in on at to for with by from as and or but nor so yet if when where while which who whom whose
			what how why than then there here we they i you he she it us them me him our their your his her its my is are was were be been being has have had
			do does did will shall must can could may might would should not no also into onto over under about across between among against through during
			before after since until including within without toward towards upon per via such both all each any every other some more most very just only
			even still up out off down around beyond aside because although though whether once again further`),
		possessives: text.Set("our their its his her my"),
		pointing:    text.Set("this these that those such"),
		calendar: text.Set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
			november december`),
		linking:  text.Set("of the on for in against with between and across"),
		articles: text.Set("the a an"),
		joins:    text.Set("and or but nor"),
		groups: text.Set(`leaders sides presidents parties ministers governments countries nations delegations heads chiefs secretaries principals
			officials negotiators`),
		actions: text.Set(`abandon accelerate accept achieve act adapt add address adopt advance align allow apply assist attain avoid be become begin bolster bring
			broaden build carry check choose combat complement confront conserve consult continue consider contribute convene cooperate coordinate counter create cut deal
			deepen defend deliver demonstrate deny deploy deter develop discuss diversify do eliminate enable engage enhance ensure establish evolve examine
			exchange expand explore facilitate fight find focus foster fulfil fulfill fund further get give go grow guide halt have help hold identify implement
			improve include increase inform integrate intensify invest join keep lead learn leave let leverage lift live look lower maintain make manage meet
			mobilise mobilize modernise modernize monitor move negotiate open operationalize overcome participate pay place preserve prevent prioritize proceed
			produce promote protect provide publish pursue put raise reach realise realize rebuild reduce refrain reinforce rely remain remove renew replace
			resolve respect respond restore resume review safeguard secure see seek send serve set share show solicit solve speak spend stand start stay step stop
			strengthen submit succeed support sustain tackle take thank transform treat held made taken given led built known seen brought left led update uphold use utilize visit withdraw work`),

		pronouns: pronouns("we i", "they both", "he she", "it"),
		finites:  text.Set("is are was were has have had will shall must can could may would should does do did also remains remain stands stand"),
		persons: text.Set(`president minister premier chancellor secretary ambassador king queen prince emir sultan chairman chairwoman chairperson governor
			commissioner senator spokesperson spokesman spokeswoman diplomat official leader envoy director pope chief`),
		modals: text.Set("will shall must can could may might would should do does did"),
		by:     text.Set("of by between"),
		apart:  text.Set("on about regarding concerning in at against for after"),
		kinds: map[kind]string{
			commits: "commitments", agrees: "decisions", calls: "calls", condemns: "condemnation", thanks: "thanks", welcomes: "recognition",
			supports: "support", announces: "announcements", meets: "meetings", tells: "positions",
		},
		frames: englishFrames,
	}
}

func inFrench() language {
	return language{
		code: "fr", cased: true, adverb: "ment", infinitives: strings.Fields("er ir re"), before: text.Set("à de d pour"),
		verbs: merged(
			listed(tells, `dit déclaré déclare déclarent affirmé affirme affirment souligné souligne soulignent soulignons rappelé rappelle rappellent rappelons
				réaffirmé réaffirme réaffirment réaffirmons réitéré réitère réitèrent réitérons exprimé exprime expriment exprimons noté note notent notons
				reconnu reconnaît reconnaissent reconnaissons estimé estime estiment insisté insiste insistent discuté évoqué abordé`),
			listed(commits, "engagé engagés engagée engagées engage engagent engageons promis entendent entend entendons"),
			listed(agrees, "convenu conviennent convenons décidé décide décident décidons signé adopté"),
			listed(calls, "appelé appelle appellent appelons exhorté exhorte exhortent exhortons demandé demande demandent demandons invité invite invitent invitons"),
			listed(condemns, "condamné condamne condamnent condamnons dénoncé dénonce dénoncent dénonçons rejeté rejette rejettent rejetons déploré déplore déplorent déplorons"),
			listed(thanks, "remercié remercie remercient remercions"),
			listed(welcomes, "salué salue saluent saluons félicité félicite félicitent félicitons"),
			listed(supports, "soutenu soutient soutiennent soutenons appuie appuient appuyons"),
			listed(announces, "annoncé annonce annoncent annonçons lancé lance lancent"),
			listed(meets, "rencontré rencontrés réunis réuni réunie entretenu entretenus"),
		),
		never:   text.Set("de la le les un une du des à en pour par que qui ce cette leur son sa ses notre nos"),
		skipped: text.Set("s'est s'était n'a n'ont a ont avons ai est sont été également aussi en outre par ailleurs ne pas s se nous-mêmes ensuite tous toutes deux est-ce"),
		function: text.Set(`le la les l un une des du de d à au aux en dans sur sous pour par avec sans et ou mais que qui dont où ce cet cette ces son sa ses leur
			leurs notre nos votre vos nous ils elles il elle on je vous se s ne pas est sont a ont été être avoir comme ainsi entre vers chez lors plus tout
			tous toute toutes afin contre selon depuis pendant y compris`),
		linking:  text.Set("de du des d la le les l l'"),
		articles: text.Set("le la les un une l des"),
		joins:    text.Set("et ou mais"),
		groups:   text.Set("dirigeants parties présidents pays ministres gouvernements côtés délégations chefs"),
		pronouns: pronouns("nous je", "ils elles", "il elle", ""),
		finites:  text.Set("est sont a ont sera seront doit doivent reste restent"),
		by:       text.Set("de du des entre"),
		apart:    text.Set("sur concernant à en contre pour après"),
		kinds: map[kind]string{
			commits: "engagements", agrees: "décisions", calls: "appels", condemns: "condamnations", thanks: "remerciements", welcomes: "reconnaissance",
			supports: "soutien", announces: "annonces", meets: "rencontres", tells: "positions",
		},
		frames: frames{one: "%[1]s : que dit le texte sur %[2]s ?", many: "%[1]s : que dit le texte sur %[2]s ?", text: "Que dit le texte sur %[2]s ?", and: " et ", group: "les parties"},
	}
}

func inSpanish() language {
	return language{
		code: "es", cased: true, adverb: "mente", infinitives: strings.Fields("ar er ir"), before: text.Set("a de para"),
		verbs: merged(
			listed(tells, `dijo dijeron declaró declararon afirmó afirmaron afirmamos subrayó subrayaron subrayan subrayamos destacó destacaron destacamos recordó
				recordaron recordamos reafirmó reafirmaron reafirman reafirmamos reiteró reiteraron reiteran reiteramos expresó expresaron expresan expresamos
				señaló señalaron reconoció reconocieron reconocemos consideran consideramos insistió insistieron abordaron discutieron`),
			listed(commits, "comprometió comprometieron comprometen comprometemos prometió prometieron pretenden"),
			listed(agrees, "acordó acordaron acordamos convinieron decidió decidieron decidimos firmaron adoptaron"),
			listed(calls, "llamó llamaron llaman llamamos instó instaron instan instamos exhortó exhortaron exhortamos pidió pidieron pedimos invitó invitaron invitamos"),
			listed(condemns, "condenó condenaron condenan condenamos denunció denunciaron denunciamos rechazó rechazaron rechazan rechazamos lamentó lamentaron lamentamos"),
			listed(thanks, "agradeció agradecieron agradecemos agradecen"),
			listed(welcomes, "saludó saludaron saludan saludamos felicitó felicitaron felicitamos celebró celebraron"),
			listed(supports, "apoyó apoyaron apoyan apoyamos respaldó respaldaron"),
			listed(announces, "anunció anunciaron anuncian anunciamos lanzaron"),
			listed(meets, "reunió reunieron reunimos visitó"),
		),
		never:   text.Set("de la el los las un una del al a en para por que su sus nuestro nuestra nuestros"),
		skipped: text.Set("también además se nos ha han hemos asimismo no igualmente le les todos ambas ambos"),
		function: text.Set(`el la los las un una unos unas de del a al en sobre para por con sin y e o u pero que quien cuyo donde este esta estos estas ese esa su sus
			nuestro nuestra nuestros nuestras nosotros ellos ellas él ella yo se no es son fue fueron ha han hemos ser estar como así entre hacia más todo
			toda todos todas contra según desde durante lo le les`),
		linking:  text.Set("de del la el los las"),
		articles: text.Set("el la los las un una"),
		joins:    text.Set("y e o pero"),
		groups:   text.Set("líderes partes presidentes países ministros gobiernos delegaciones jefes mandatarios"),
		pronouns: pronouns("nosotros yo", "ellos ellas ambos ambas", "él ella", ""),
		finites:  text.Set("es son ha han será serán debe deben sigue siguen"),
		by:       text.Set("de del entre"),
		apart:    text.Set("sobre acerca en a contra para tras"),
		kinds: map[kind]string{
			commits: "compromisos", agrees: "decisiones", calls: "llamamientos", condemns: "condenas", thanks: "agradecimientos", welcomes: "reconocimiento",
			supports: "apoyo", announces: "anuncios", meets: "reuniones", tells: "posiciones",
		},
		frames: frames{one: "¿Qué dijo %[1]s sobre %[2]s?", many: "¿Qué dijeron %[1]s sobre %[2]s?", text: "¿Qué dice el texto sobre %[2]s?", and: " y ", group: "las partes"},
	}
}

func inArabic() language {
	return language{
		code: "ar", after: true,
		verbs: merged(
			listed(tells, `قال قالت قالوا أكد أكدت أكدا أكدوا يؤكد تؤكد نؤكد يؤكدان شدد شددت شددا شددوا نشدد أوضح أوضحت أضاف أضافت ذكر ذكرت أشار أشارت أشاروا
				جدد جددت جددا نجدد أعرب أعربت أعربوا أعربا نعرب عبر عبرت عبروا لفت لفتت نوه نوهت ناقش ناقشت ناقشوا بحث بحثت بحثا استعرض استعرضت اعتبر اعتبرت`),
			listed(commits, "تعهد تعهدت تعهدوا نتعهد التزم التزمت نلتزم يعتزم تعتزم"),
			listed(agrees, "اتفق اتفقت اتفقوا اتفقا نتفق قرر قررت قرروا وقع وقعت وقعا اعتمد اعتمدت"),
			listed(calls, "دعا دعت دعوا ندعو يدعو تدعو طالب طالبت طالبوا نطالب حث حثت حثوا نحث ناشد ناشدت"),
			listed(condemns, "أدان أدانت أدانوا ندين يدين تدين استنكر استنكرت رفض رفضت رفضوا نرفض يرفض ترفض شجب شجبت"),
			listed(thanks, "شكر شكرت شكروا نشكر"),
			listed(welcomes, "رحب رحبت رحبوا رحبا نرحب يرحب ترحب هنأ هنأت أشاد أشادت أشادوا نشيد ثمن ثمنت"),
			listed(supports, "أيد أيدت نؤيد يدعم تدعم ندعم دعم"),
			listed(announces, "أعلن أعلنت أعلنوا نعلن أطلق أطلقت"),
			listed(meets, "التقى التقت اجتمع اجتمعت عقد عقدت زار زارت استقبل"),
		),
		function: text.Set(`في من على عن الى إلى مع بين التي الذي الذين أن إن ان كما كل هذا هذه ذلك تلك بعد قبل حول خلال عبر ضد لدى منذ حتى ما لا لم لن قد كان كانت وقد
			بما فيما حيث بشأن تجاه نحو أو ثم هو هي هم لها له لهم بها به`),
		linking: text.Set("في من على مع بين"),
		groups:  text.Set("الجانبان الجانبين الطرفان الطرفين الرئيسان الزعيمان القادة الوزيران الجانبان البلدان الدولتان الأطراف الزعماء الوزراء"),
		apart:   text.Set("بشأن حول عن في ضد"),
		kinds: map[kind]string{
			commits: "التزامات", agrees: "قرارات", calls: "دعوات", condemns: "إدانات", thanks: "شكر", welcomes: "ترحيب", supports: "دعم",
			announces: "إعلانات", meets: "لقاءات", tells: "مواقف",
		},
		frames: frames{one: "ما موقف %[1]s من: %[2]s؟", many: "ما موقف %[1]s من: %[2]s؟", text: "ماذا يقول النص عن: %[2]s؟", and: " و", group: "الجانبين"},
	}
}

func inChinese() language {
	return language{
		code: "zh", unspaced: true, longest: 4,
		verbs: merged(
			listed(tells, "强调 指出 表示 重申 认为 声明 指明 回顾 讨论 确认 注意到 高度评价 愿意 愿同 愿 主张 坚持"),
			listed(commits, "承诺 致力于 将继续 决心"), listed(agrees, "同意 商定 决定 一致同意 签署 达成"), listed(calls, "呼吁 敦促 要求 邀请"),
			listed(condemns, "谴责 反对 拒绝 坚决反对"), listed(thanks, "感谢"), listed(welcomes, "欢迎 赞赏 祝贺 赞扬"), listed(supports, "支持 坚定支持"),
			listed(announces, "宣布 启动 设立"), listed(meets, "会见 会晤 举行会谈 访问"),
		),
		groups: text.Set("双方 两国 各方 三方 两国领导人 两国元首 与会各方"),
		kinds: map[kind]string{
			commits: "承诺", agrees: "决定", calls: "呼吁", condemns: "谴责", thanks: "感谢", welcomes: "欢迎", supports: "支持", announces: "宣布",
			meets: "会谈", tells: "立场",
		},
		frames: frames{one: "关于%[2]s，%[1]s说了什么？", many: "关于%[2]s，%[1]s说了什么？", text: "关于%[2]s，文中说了什么？", and: "和", group: "双方"},
	}
}
