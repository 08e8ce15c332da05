package inbox

import (
	"testing"

	"verbatim/kb"
	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

func TestSameInOtherWords(t *testing.T) {
	n := lexicon.NewNames(nil, []*kb.Alias{{Name: "Wang Yi", Other: []string{"王毅", "وانغ يي"}}, {Name: "Golan Heights", Other: []string{"Golan", "الجولان", "戈兰高地"}}}, []string{"Syria", "China"})
	known := map[string]bool{"police": true, "policy": true, "border": true, "boarder": true}
	for _, c := range []struct {
		a, b string
		same bool
	}{
		// the same
		{"did they sign an arms deal?", "arms deal signed??", true},
		{"did they sign an arms deal?", "Did they sgin an arms deal", true},
		{"did they sign an arms deal?", "An ARMS DEAL — did they sign it, please?", true},
		{"did they sign an arms deal?", "has any deal on arms been signed", true},
		{"Who owns the coal mine?", "who is the owner of the coal mine", true},
		{"Did they agree on weapons?", "was there an agreement on weapons", true},
		{"Did China recognise the goverment?", "did china recognize the government", true},
		{"What does the statement say about Golan?", "the Golan Heights?", true},
		{"Why didn't China sign?", "Why did China not sign?", true},
		{"Did Syria and China sign it?", "did China and Syria sign", true},
		{"What about the American sanctions?", "US sanctions", true},
		{"What about the American sanctions?", "sanctions of the United States of America", true},
		{"Will troops be withdrawn?", "troops will be withdrwan", true},
		{"هل وقعت سوريا والصين اتفاقية أسلحة؟", "هل وقّعت سوريا و الصين إتفاقية الأسلحة", true},
		{"ما موقف الصين من الجولان؟", "موقف الصين من الجولان", true},
		{"متى وقعت الاتفاقية؟", "الاتفاقيه متي وقعت", true},
		{"叙利亚和中国签署武器协议了吗？", "中国和叙利亚签了武器协议吗", true},
		{"中国有没有签署武器协议？", "中国签署武器协议了吗", true},
		{"敘利亞為什麼不簽協議", "叙利亚为何不签协议？", true},
		{"王毅说了什么", "Wang Yi", true},

		// names, countries
		{"Did China sign the arms deal?", "Did Syria sign the arms deal?", false},
		{"Did Iran sign the arms deal?", "Did Iraq sign the arms deal?", false},
		{"What of Austria and the long agreement?", "What of Australia and the long agreement?", false},
		{"What about US sanctions?", "What about sanctions?", false},
		{"What about US sanctions?", "What about Russian sanctions?", false},
		{"did smith sign the arms deal", "did jones sign the arms deal", false},
		{"Did Li Qiang sign the arms deal?", "Did Li Qian sign the arms deal?", false},
		{"Did Wang Yi sign the arms deal?", "Did they sign the arms deal?", false},
		{"Did China thank Syria for the arms?", "Did Syria thank China for the arms?", false},
		{"did they sign an arms deal", "did they sign an arms deal in beijing", false},
		{"هل وقعت إيران الاتفاقية؟", "هل وقعت العراق الاتفاقية؟", false},
		{"伊朗签署协议了吗", "伊拉克签署协议了吗", false},

		// numbers
		{"What does article 5 say of mining?", "What does article 7 say of mining?", false},
		{"Did two ministers sign the deal?", "Did three ministers sign the deal?", false},
		{"Did they sign the deal in 2024?", "Did they sign the deal in 2025?", false},
		{"Did they sign the deal in 2024?", "Did they sign the deal?", false},
		{"هل وقع وزيران في عام 2024", "هل وقع وزيران في عام 2025", false},
		{"三个部长签署协议了吗", "四个部长签署协议了吗", false},

		// negations and what else turns a question
		{"Did China sign the arms deal?", "Did China not sign the arms deal?", false},
		{"Why did China sign it?", "Why didn't China sign it?", false},
		{"Is there a deal with Egypt?", "Is there a deal without Egypt?", false},
		{"Are they for the sanctions?", "Are they against the sanctions?", false},
		{"هل وقعت الصين الاتفاقية؟", "لم توقع الصين الاتفاقية؟", false},
		{"لماذا وقعت الصين؟", "لماذا لم وقعت الصين؟", false},
		{"中国签署武器协议了吗", "中国不签署武器协议吗", false},
		{"为什么中国签协议", "为什么中国没签协议", false},
		{"When did they sign the deal?", "Who signed the deal?", false},
		{"When did they sign the deal?", "Did they sign the deal?", false},
		{"Will they sign the deal?", "Did they sign the deal?", false},
		{"Where is the embassy?", "Why is the embassy?", false},
		{"谁签署了协议", "何时签署协议", false},

		// other words
		{"Was there a military deal?", "did they agree on weapons?", false},
		{"did they sign an arms deal", "did they sign a trade deal", false},
		{"did they sign an arms deal", "did they sign a secret arms deal", false},
		{"Who signed the police deal?", "Who signed the policy deal?", false},
		{"Who owns the border house?", "Who owns the boarder house?", false},
		{"Did China support the sanctions?", "Did China oppose the sanctions?", false},
		{"did they import coal", "did they export coal", false},
		{"中国支持制裁吗", "中国反对制裁吗", false},
		{"هل تدعم الصين العقوبات", "هل تعارض الصين العقوبات", false},
	} {
		a, b := wordingOf(n, c.a), wordingOf(n, c.b)
		know := func(w text.Word) bool { return known[w.Text] }
		if got := a.same(b, know); got != c.same {
			t.Errorf("%q and %q: same %t, want %t\n%+v\n%+v", c.a, c.b, got, c.same, a, b)
		}
		if a.same(b, know) != b.same(a, know) {
			t.Errorf("%q and %q: it matters which is first", c.a, c.b)
		}
	}
}

func FuzzSame(f *testing.F) {
	n := lexicon.NewNames(nil, nil, []string{"Syria", "China"})
	for _, s := range []string{"did they sgin it?", "不 and 2 ministers", "@", "هل وقعت سوريا و الصين", "US and China and Syria"} {
		f.Add(s, "did they sign it")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := wordingOf(n, a), wordingOf(n, b)
		know := func(text.Word) bool { return false }
		if !x.same(x, know) || x.same(y, know) != y.same(x, know) {
			t.Errorf("%q and %q", a, b)
		}
	})
}
