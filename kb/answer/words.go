package answer

import (
	"verbatim/kb/lexicon"
)

// aboutAnswer are words that ask for nothing new: for the speaker, the source,
// the day or the exact words of an answer.
var aboutAnswer = lexicon.Set(`who whom whose said so that this it says say source sources when was is where wheres whos
	from quote quoted quotation exact exactly word words wording link url date day by proof cite citation reference
	really actually true real verified checked sure certain did he she they them the in which document publisher published speaker whats what got
	qui quand quel quelle quels quelles est la le les ca cela dit mots exacts lien
	wer wann wo hat das gesagt quelle genau wortlaut quien cuando donde dijo eso fuente
	من قال قيل ذلك هذا ما ماهو مصدر متي اين هو هي رابط نص النص حرفي حرفيه كلمات بالضبط تاريخ قالها قاله كان
	谁 说 的 这 那 话 来 源 出 处 什 么 时 候 何 原 文 链 接 哪 里 是 吗 呢 了 日 期 讲 句`)

// connectives begin a question that goes on with the one before it.
var connectives = lexicon.Set("and what about how but also ok okay so then plus or et und y ve و وماذا ماذا عن 那 还 有 和")

// thanks are words that only end or keep up a talk.
var thanks = lexicon.Set(`thanks thank thx ty you u so very much a lot ok okay k cool great nice good fine lol haha wow hm hmm oh i see
	bye merci danke gracias شكرا جزيلا تمام طيب 谢 多 好 嗯 哦`)

// pronouns stand for somebody or something of the question before.
var pronouns = lexicon.Set(`he she it they them him her his its their that this those these there
	هو هي هم هذا ذلك تلك 他 她 它 们 这 那 其`)

// people are words for whoever asks and answers, and how they greet each other.
var people = lexicon.Set("i me my you your yours we us our are am be hello hi hey please help made make created built bot انت انا مرحبا 你 我 您")

// The words that tell roles, in the languages of the shipped statements.
var (
	// beforeObjects are words after which a name is not the one who speaks or
	// acts.
	beforeObjects = lexicon.Set(`about of on to with against for from in at toward towards w than between into over
		among amongst within inside through since after before during without like unlike near
		abt regarding concerning versus vs
		عن علي مع ضد من في تجاه بين حول ازاء الي بشان ل ب ك
		对 向 于 和 与 给 在 把 关 从`)

	// beforeSpeakers are words after which a name is the one who speaks or acts;
	// "according to" is looked for besides.
	beforeSpeakers = lexicon.Set(`by بحسب حسب وفق وفقا 据 被`)

	// byActors are those of them that the one who acts comes after, and need not
	// speak.
	byActors = lexicon.Set("by 被")

	// beforeDates are words that may stand before a day or a year.
	beforeDates = lexicon.Set("in on of from since dated en du le im am vom في عام سنه")

	determiners = lexicon.Set("the a an its their this these those that both")

	// saying are verbs of saying, and afterSaying the words that begin what is
	// said.
	saying = lexicon.Set(`say says said saying claim claims claimed state states stated declare declares declared tell
		tells told admit admits admitted confirm confirms confirmed insist insists insisted agree agrees agreed promise promises promised pledge pledges pledged vow vows vowed swear
		swore deny denies denied think thinks thought believe believes guarantee guaranteed
		قال قالت يقول تقول ذكر ذكرت اكد اكدت اعلن اعلنت صرح صرحت زعم`)
	afterSaying = lexicon.Set(`that ان بان انه انها`)

	// subjects are words that act where a name does not.
	subjects = lexicon.Set("someone somebody anyone anybody nobody everyone he she they who احد شخص 谁 他 她")

	// whose and identity are words that together ask who somebody is.
	whose    = lexicon.Set("who whos whois qui من 谁 wer quien")
	identity = lexicon.Set("is was are whos whois est هو هي 是 ist es")

	// questionWords are those that English questions begin with.
	questionWords = lexicon.Set("what who whom whose which when where why how whats whos wheres")

	// offices are those who speak and act for a party.
	offices = lexicon.Set(`minister president ministry government foreign fm side leader leaders official officials
		delegation state spokesman spokeswoman spokesperson diplomat ambassador top
		وزير وزاره الوزير خارجيه رييس الرييس حكومه الحكومه جانب الجانب الطرف الطرفان الجانبان متحدث المتحدث بيان البيان اتفاق الاتفاق`)
)
