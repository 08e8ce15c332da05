package kb

// A Detail is the one thing that is asked of an answer: a line tells it.
type Detail string

// What can be asked of an answer.
const (
	DetailWho       Detail = "who"       // who said it
	DetailWhen      Detail = "when"      // when it was said
	DetailWhere     Detail = "where"     // where it was said
	DetailSource    Detail = "source"    // where it stands
	DetailLink      Detail = "link"      // the address of that
	DetailWords     Detail = "words"     // the quotes, word for word
	DetailLanguage  Detail = "language"  // in which language it was said
	DetailVersion   Detail = "version"   // whether it stands in the text in another language
	DetailTranslate Detail = "translate" // the answer in another language
	DetailMore      Detail = "more"      // what stands around it
	DetailShorter   Detail = "shorter"   // the same in fewer words
	DetailWhy       Detail = "why"       // a reason
	DetailSure      Detail = "sure"      // whether it was checked
)
