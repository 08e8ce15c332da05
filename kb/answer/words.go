package answer

import "verbatim/kb/text"

// aboutAnswer are words that ask for nothing new: for the speaker, the source,
// the day or the exact words of an answer.
var aboutAnswer = text.Set(`who whom whose said so that this it says say source sources when was is where wheres whos
	from quote quoted quotation exact exactly word words wording link url date day by proof cite citation reference
	really actually true real verified checked sure certain did he she they them the in which document publisher published speaker whats what got
	qui quand quel quelle quels quelles est la le les ca cela dit mots exacts lien
	wer wann wo hat das gesagt quelle genau wortlaut quien cuando donde dijo eso fuente
	من قال قيل ذلك هذا ما ماهو مصدر متي اين هو هي رابط نص النص حرفي حرفيه كلمات بالضبط تاريخ قالها قاله كان
	谁 说 的 这 那 话 来 源 出 处 什 么 时 候 何 原 文 链 接 哪 里 是 吗 呢 了 日 期 讲 句`)

// connectives say nothing of what is asked: they tie a question to the one before it, or
// its words to each other.
var connectives = text.Set(tying + " " + opening + " about but ok okay so then or وماذا عن 有 和")

// thanks are words that only end or keep up a talk.
var thanks = text.Set(`thanks thank thx ty you u so very much a lot ok okay k cool great nice good fine lol haha wow hm hmm oh i see
	bye merci danke gracias شكرا جزيلا تمام طيب 谢 多 好 嗯 哦`)

// pronouns stand for somebody or something of the question before.
var pronouns = text.Set(`he she it they them him her his its their that this those these there
	هو هي هم هذا ذلك تلك 他 她 它 们 这 那 其`)

// people are words for whoever asks and answers, and how they greet each other.
var people = text.Set("i me my you your yours we us our are am be hello hi hey please help made make created built bot انت انا مرحبا 你 我 您")
