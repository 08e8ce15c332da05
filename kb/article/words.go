package article

import "strings"

// set is a set of words as they are written: folded, as those of kb/text are, él were el.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// Words that grammar is made of, of which a language has few and gets no new ones.
var (
	// pronouns stand for whoever was named before.
	pronouns = set("he she they it him her il elle ils elles on él ella ellos ellas er sie es ele ela eles elas o он она они им ней ним его её их هو هي هم 他 她 他们 她们 他們 她們")
	// articles stand before who may have been named before.
	articles = set("the la le les l el los las lo der die das den dem des os as this that these those ce cet cette ces este esta diese dieser dieses этот эта 该 該 此")
	// indefinite are articles of who was not named before.
	indefinite = set("a an one another some several both two three many un une uns unas una uno um uma ein eine einen einem einer eines двое один одна bir 一位 一名 某")
	// owners are words before what belongs to somebody.
	owners = set("his her their its my our son sa ses leur leurs notre su sus seu sua seus suas sein seine seinem seiner seinen ihr ihre ihrem ihrer ihren dessen deren свой его её их его 其")
	// prepositions stand before names that do not speak.
	prepositions = set("au aux du in on at from with to of by for after before during about against à en dans avec chez lors sur après avant con desde sobre tras im am aus bei mit von nach vor über в на с из от к о после перед при de del par sous depuis durch unter seit bis entre hacia until pour para por für do da dos das no na nos nas em com في من إلى عن مع 在 对 對 向 与 與 同 和")
	// following says that who speaks stands right behind it.
	following = set("according selon après laut словам согласно мнению данным оценке según acuerdo juicio segundo بحسب وفق وفقا حسب 据 據")
	// titles stand before a name and are none.
	titles = set("mr mrs ms miss dr prof sir dame lord lady m mme mlle me mgr herr frau sr sra srta don doña dom dona г-н г-жа bay bayan cllr")
	// small are the words that a name may have inside without a capital.
	small = set("al el bin ibn de del della di da dos das van von der den le la du des of the bint abu ben")
)
