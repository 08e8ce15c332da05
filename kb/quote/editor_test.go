package quote

import (
	"strings"
	"testing"

	"verbatim/kb/quote/editor"
)

func TestWhatAnEditorMarksIsNamed(t *testing.T) {
	x := New(own(t)...)
	for _, c := range []struct{ about, text, diff, kinds string }{
		{"a word added", "Averland will pay [only] 40 per cent of the cost", "Averland will pay {+[only] +}40 per cent of the cost", editor.Added},
		{"a name added", "“We [Averland] will not close the river,” the", "“We {+[Averland] +}will not close the river,” the", editor.Added},
		{"a day added", "to be returned on time [by May]. Temperatures of −5", "to be returned on time{+ [by May]+}. Temperatures of −5", editor.Added},
		{"a pronoun replaced", "[The ministers] recalled that the treaty of 1,204 articles", "{-They-}{+[The ministers]+} recalled that the treaty of 1,204 articles", editor.Replaced},
		{"a pronoun replaced inside", "and [both sides] will consult each other", "and {-they-}{+[both sides]+} will consult each other", editor.Replaced},
		{"a name replaced by what it is", "On the upper river, [the smaller country] supports Averland", "On the upper river, {-Cordonia-}{+[the smaller country]+} supports Averland", editor.Replaced},
		{"a name that stays", "the [Averlandish foreign] minister said", "the {-Averlandish-}{+[Averlandish foreign]+} minister said", editor.Replaced},
		{"brackets around the source’s word", "the treaty [of 1,204] articles has kept the peace", "the treaty {-of 1,204-}{+[of 1,204]+} articles has kept the peace", editor.Brackets},
		{"a small letter made a capital", "[W]e don’t intend to tax it", "{-we-}{+[W]e+} don’t intend to tax it", editor.Case},
		{"a capital made a small letter", "“[w]e will not close the river", "{-We-}{+[w]e+} will not close the river", editor.Case},
		{"a capital inside", "is a rumour. [c]ordonia will supply 250 barges", "is a rumour.\n\n{-Cordonia-}{+[c]ordonia+} will supply 250 barges", editor.Case},
		{"another ending", "Cordonia will suppl[ies] 250 barges, 12 dredgers", "Cordonia will {-supply-}{+suppl[ies]+} 250 barges, 12 dredgers", editor.Part},
		{"another ending of a word", "[He] add[s] that the so-called ‘winter toll’ is a rumour", "{-She added-}{+[He] add[s]+} that the so-called ‘winter toll’ is a rumour", editor.Replaced + ", " + editor.Part},
		{"brackets around letters", "Both sides reaffirm[ed] their com[m]itment to the free passage", "Both sides {-reaffirmed-}{+reaffirm[ed]+} their {-commitment-}{+com[m]itment+} to the free passage", editor.Brackets},
		{"an ending left out", "the protection of fisherm[a]n’s rights", "the protection of {-fishermen’s-}{+fisherm[a]n’s+} rights", editor.Part},
		{"a remark", "The efficient [sic] running of the locks", "The eﬃcient {+[sic] +}running of the locks", editor.Sic},
		{"a remark in round brackets", "the so-called ‘winter toll’ (sic!) is a rumour", "the so-called ‘winter toll’ {+(sic!) +}is a rumour", editor.Sic},
		{"words left out in one place", "reaffirmed their commitment to the free passage of ships […] and to the counter-smuggling patrols", "reaffirmed their commitment to the free passage of ships{-, to the protection of fishermen’s rights—whether on the upper or the lower river—-}{+ […] +}and to the counter-smuggling patrols", editor.Omitted},
		{"several marks at once", "[It] shall report twice a year... It shall report to nobody [but the council]", "{-The commission-}{+[It]+} shall report twice a year... It shall report to nobody {-else-}{+[but the council]+}", editor.Replaced},
		{"Chinese", "[两国]重申，条约在2040年以前不会修改", "{-双方-}{+[两国]+}重申，条约在2040年以前不会修改", editor.Replaced},
		{"Chinese, a word added", "委员会每年[向理事会]报告两次", "委员会每年{+[向理事会]+}报告两次", editor.Added},
		{"Chinese, in full-width brackets", "我们不会关闭［易北］河流，也不打算对其征税", "我们不会关闭{+［易北］+}河流，也不打算对其征税", editor.Added},
		{"Arabic", "وأضافت [الوزيرة] أن كوردونيا ستقدم ٢٥٠ صندلاً", "وأضافت {+[الوزيرة] +}أن كوردونيا ستقدم ٢٥٠ صندلاً", editor.Added},
		{"Arabic, words left out", "وأكد الجانبان أن المعاهدة لن تُعدَّل […] وأن السفن ستمر بحرية", "وأكد الجانبان أن المعاهدة لن تُعدَّل {-قبل عام 2040،-}{+[…]+} وأن السفن ستمر بحرية", editor.Omitted},
	} {
		r := check(t, x, c.text)
		if got := inline(r.Diff); got != c.diff {
			t.Errorf("%s: %q\n\thas %q\n\twant %q", c.about, c.text, got, c.diff)
		}
		kinds := strings.Join(r.Differ, ", ")
		if kinds != c.kinds || r.Verdict != Edited {
			t.Errorf("%s: %q is %s, with %s; want %s", c.about, c.text, r.Verdict, kinds, c.kinds)
		}
		holds(t, x, r)
	}
}

// What brackets may not hide: a text is altered, spliced or not found then, and
// never edited.
func TestBracketsHideNothing(t *testing.T) {
	x := New(own(t)...)
	for about, text := range map[string]string{
		"a not added":                            "Averland will [not] pay 40 per cent of the cost",
		"a not taken away":                       "We [will] close the river, the Averlandish minister said",
		"a not among the words replaced":         "We [shall gladly] close the river, the Averlandish minister said",
		"a not before the first word":            "“[They] close the river,” the Averlandish minister said",
		"a not behind the last word":             "the Averlandish minister said, “and we [do]",
		"a not left out at an ellipsis":          "“We will […] close the river,” the Averlandish minister said",
		"a not in the middle of a word":          "the treaty can[not] be amended",
		"a word that negates by its ending":      "praised, as was the use[less] optimism",
		"a beginning that negates":               "The [in]efficient running of the locks was praised",
		"a number changed":                       "Averland will pay [45] per cent of the cost",
		"a number changed in words":              "lent for [three] seasons, is to be returned on time",
		"a number begun by another":              "Cordonia will supply [1]250 barges, 12 dredgers",
		"a number beside another":                "Cordonia will supply [3] 250 barges, 12 dredgers",
		"a number’s last digits":                 "will not be amended before 20[41]. Both sides",
		"a name changed":                         "On the lower river, [Borland] supports Cordonia in the dispute",
		"a name changed at the start":            "[Borland] will pay 40 per cent of the cost",
		"a name changed at the end":              "Averland supports [Borland]",
		"a name changed in Chinese":              "下游争端中，[博兰]支持科多尼亚",
		"a name changed in Arabic":               "وأضافت أن [بورلاند] ستقدم ٢٥٠ صندلاً قبل حزيران",
		"words left out without a mark":          "[The ministers] recalled that the treaty has kept the peace",
		"a word changed beside brackets":         "We [Averland] shall not close the river",
		"an order changed beside brackets":       "[The] sides both reaffirmed their commitment to the free passage of ships",
		"words of two sentences replaced":        "recalled that the treaty [was old] reaffirmed their commitment",
		"many words replaced":                    "Both sides [agreed on] the counter-smuggling patrols that began last year",
		"more of the editor’s than the source’s": "[We told all of them long ago that we would never do so and that they] don’t intend [any such thing]",
		"round brackets":                         "We (Averland) will not close the river",
		"Chinese not":                            "我们[一定]会关闭河流，也不打算对其征税",
		"Arabic not":                             "وقالت الوزيرة: «[سوف] نغلق النهر، ولا ننوي فرض رسوم عليه»",
	} {
		if r := check(t, x, text); r.Verdict == Edited || r.Verdict.True() {
			t.Errorf("%s: %q is %s, for %q", about, text, r.Verdict, r.Found)
		}
	}
}

// The brackets of a source are its own.
func TestBracketsOfTheSource(t *testing.T) {
	x := New(Text{"a", "The minister said: [We] will call[ed] it (sic) off […] today, as was agreed."})
	for text, want := range map[string]Verdict{
		"[We] will call[ed] it (sic) off […] today": Verbatim,
		"[We] will call[ed] it off […] today":       Altered,
	} {
		if r := check(t, x, text); r.Verdict != want {
			t.Errorf("%q is %s, want %s: %s", text, r.Verdict, want, inline(r.Diff))
		}
	}
}
