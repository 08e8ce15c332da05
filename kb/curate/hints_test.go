package curate_test

import (
	"context"
	"slices"
	"testing"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
)

const treatyFile = `
statement: {id: treaty, title: On the line, date: 2026-02-03, place: Home, parties: [Averland, Cordonia]}
sources:
  - {id: text, title: Treaty, publisher: Averland, published: 2026-02-03, language: en, kind: statement, text: "The Joint Boundary Commission (JBC) meets in Oldtown each May. The World Bank lends three million crowns for the bridge over the river. The Commission reports to both sides."}
facts:
  - {id: lends, question: Who lends money for the bridge?, answer: The World Bank lends three million crowns., party: both sides, citations: [{source: text, quote: lends three million crowns}]}
`

func TestWhoWroteAFactIsShownWhatToLookAtAgain(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), library.File{Name: "treaty.yaml", Content: []byte(treatyFile)})
	k := curate.New(l)
	for _, c := range []struct {
		about, question, answer, quote string
		untold                         string
		repeats, names                 []string
	}{
		{"a day that is not told", "When does the Joint Boundary Commission report?", "It reports to both sides.", "The Commission reports to both sides", "when", nil, []string{"Joint Boundary Commission: JBC"}},
		{"a day that is told", "When does the JBC meet?", "Each May.", "meets in Oldtown each May", "", nil, []string{"JBC: Joint Boundary Commission"}},
		{"a place that is not told", "Where is the bridge?", "over a river.", "over the river", "where", nil, nil},
		{"a number that is not told", "How many people came to the bridge?", "It is not known.", "", "how many", nil, nil},
		{"in French", "Combien de personnes sont venues au pont ?", "Personne ne le sait.", "", "how many", nil, nil},
		{"in Arabic", "كم شخصًا حضر إلى الجسر؟", "لا أحد يعرف.", "", "how many", nil, nil},
		{"in Chinese", "有多少人来到桥上？", "没有人知道。", "", "how many", nil, nil},
		{"a number in letters", "How many people came to the bridge?", "Three of them came.", "", "", nil, nil},
		{"in letters, in French", "Combien de personnes sont venues au pont ?", "Trois personnes sont venues.", "", "", nil, nil},
		{"in letters, in Arabic", "كم شخصًا حضر إلى الجسر؟", "حضر ثلاثة منهم.", "", "", nil, nil},
		{"in letters, in Chinese", "有多少人来到桥上？", "来了三个人。", "", "", nil, nil},
		{"the same again", "What is lent for the bridge?", "The World Bank lends three million crowns.", "", "", []string{"treaty/lends"}, nil},
		{"the same quote", "What does the money for the bridge come to?", "A good deal: 3 million.", "lends three million crowns", "", []string{"treaty/lends"}, nil},
	} {
		f := kb.Fact{Question: c.question, Answer: c.answer, Party: "both sides", Citations: []kb.Citation{{Source: "text", Quote: c.quote}}}
		saved := save(t, l, kbtest.Editor(), curate.Draft{Statement: "treaty", Fact: f, Anyway: true})
		h := k.HintsOn(context.Background(), kbtest.Home, saved.ID)
		var repeats, names []string
		for _, n := range h.Repeats {
			repeats = append(repeats, n.ID)
		}
		for _, a := range h.Names {
			names = append(names, a.Name+": "+a.Other[0])
		}
		if h.Untold != c.untold || !slices.Equal(repeats, c.repeats) || !slices.Equal(names, c.names) {
			t.Errorf("%s: untold %q, repeats %q, names %q", c.about, h.Untold, repeats, names)
		}
		if err := k.Remove(context.Background(), kbtest.Editor(), saved.ID, factAt(t, l, kbtest.Home, saved.ID).Seen); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := k.AddAlias(context.Background(), kbtest.Editor(), "treaty", "Joint Boundary Commission", []string{"JBC"}); err != nil {
		t.Fatal(err)
	}
	saved := save(t, l, kbtest.Editor(), curate.Draft{Statement: "treaty", Anyway: true, Fact: kb.Fact{
		Question: "When does the JBC meet?", Answer: "Each May.", Party: "both sides", Citations: []kb.Citation{{Source: "text"}},
	}})
	if h := k.HintsOn(context.Background(), kbtest.Home, saved.ID); len(h.Names) != 0 {
		t.Errorf("a name that is known is told of: %+v", h.Names)
	}
	if h := k.HintsOn(context.Background(), kbtest.Home, "nothing"); h.Untold != "" || h.Names != nil {
		t.Errorf("of what is not there, %+v is said", h)
	}
}
