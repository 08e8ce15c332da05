package kb

import "strings"

// wordSet is a set of folded words.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// The words that tell roles, in the languages of the shipped statements.
var (
	// beforeObjects are words after which a name is not the one who speaks or
	// acts.
	beforeObjects = wordSet(`about of on to with against for from in at toward towards w than between into over
		among amongst within inside through since after before during without like unlike near
		abt regarding concerning versus vs
		عن علي مع ضد من في تجاه بين حول ازاء الي بشان ل ب ك
		对 向 于 和 与 给 在 把 关 从`)

	// beforeSpeakers are words after which a name is the one who speaks or acts;
	// "according to" is looked for besides.
	beforeSpeakers = wordSet(`by بحسب حسب وفق وفقا 据 被`)

	// byActors are those of them that the one who acts comes after, and need not
	// speak.
	byActors = wordSet("by 被")

	// beforeDates are words that may stand before a day or a year.
	beforeDates = wordSet("in on of from since dated en du le im am vom في عام سنه")

	determiners = wordSet("the a an its their this these those that both")

	// joins are words that join names.
	joins = wordSet(`and or n و 和 与 及 跟 同`)

	// saying are verbs of saying, and afterSaying the words that begin what is
	// said.
	saying = wordSet(`say says said saying claim claims claimed state states stated declare declares declared tell
		tells told admit admits admitted confirm confirms confirmed insist insists insisted agree agrees agreed promise promises promised pledge pledges pledged vow vows vowed swear
		swore deny denies denied think thinks thought believe believes guarantee guaranteed
		قال قالت يقول تقول ذكر ذكرت اكد اكدت اعلن اعلنت صرح صرحت زعم`)
	afterSaying = wordSet(`that ان بان انه انها`)

	// subjects are words that act where a name does not.
	subjects = wordSet("someone somebody anyone anybody nobody everyone he she they who احد شخص 谁 他 她")

	// being are the verbs that make a passive.
	being = wordSet("is are was were be been being get got gets")

	// whose and identity are words that together ask who somebody is.
	whose    = wordSet("who whos whois qui من 谁 wer quien")
	identity = wordSet("is was are whos whois est هو هي 是 ist es")

	// helping are verbs that stand before who acts or speaks in a question.
	helping = wordSet("did does do has have had will would can could is was")

	// questionWords are those that English questions begin with.
	questionWords = wordSet("what who whom whose which when where why how whats whos wheres")

	// offices are those who speak and act for a party.
	offices = wordSet(`minister president ministry government foreign fm side leader leaders official officials
		delegation state spokesman spokeswoman spokesperson diplomat ambassador top
		وزير وزاره الوزير خارجيه رييس الرييس حكومه الحكومه جانب الجانب الطرف الطرفان الجانبان متحدث المتحدث بيان البيان اتفاق الاتفاق`)
)
