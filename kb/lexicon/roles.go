package lexicon

import "verbatim/kb/text"

// The words that tell roles, in the languages of the shipped statements.
var (
	// BeforeObjects are words after which a name is not the one who speaks or
	// acts.
	BeforeObjects = text.Set(`about of on to with against for from in at toward towards w than between into over
		among amongst within inside through since after before during without like unlike near
		abt regarding concerning versus vs
		عن علي مع ضد من في تجاه بين حول ازاء الي بشان ل ب ك
		对 向 于 和 与 给 在 把 关 从`)

	// BeforeSpeakers are words after which a name is the one who speaks or acts;
	// "according to" is looked for besides.
	BeforeSpeakers = text.Set(`by بحسب حسب وفق وفقا 据 被`)

	// ByActors are those of them that the one who acts comes after, and need not
	// speak.
	ByActors = text.Set("by 被")

	// BeforeDates are words that may stand before a day or a year.
	BeforeDates = text.Set("in on of from since dated en du le im am vom في عام سنه")

	// Determiners are words that may stand before a name.
	Determiners = text.Set("the a an its their this these those that both")

	// Saying are verbs of saying, and AfterSaying the words that begin what is
	// said.
	Saying = text.Set(`say says said saying claim claims claimed state states stated declare declares declared tell
		tells told admit admits admitted confirm confirms confirmed insist insists insisted agree agrees agreed promise promises promised pledge pledges pledged vow vows vowed swear
		swore deny denies denied think thinks thought believe believes guarantee guaranteed
		قال قالت يقول تقول ذكر ذكرت اكد اكدت اعلن اعلنت صرح صرحت زعم`)
	AfterSaying = text.Set(`that ان بان انه انها`)

	// Subjects are words that act where a name does not.
	Subjects = text.Set("someone somebody anyone anybody nobody everyone he she they who احد شخص 谁 他 她")

	// AsksWho and Identity are words that together ask who somebody is.
	AsksWho  = text.Set("who whos whois qui من 谁 wer quien")
	Identity = text.Set("is was are whos whois est هو هي 是 ist es")

	// QuestionWords are those that English questions begin with.
	QuestionWords = text.Set("what who whom whose which when where why how whats whos wheres")

	// Offices are those who speak and act for a party.
	Offices = text.Set(`minister president ministry government foreign fm side leader leaders official officials
		delegation state spokesman spokeswoman spokesperson diplomat ambassador top
		وزير وزاره الوزير خارجيه رييس الرييس حكومه الحكومه جانب الجانب الطرف الطرفان الجانبان متحدث المتحدث بيان البيان اتفاق الاتفاق`)
)
