package foreign_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"verbatim/kb"
	"verbatim/kb/foreign"
)

func TestWhatOtherBotsExportIsRead(t *testing.T) {
	utf16, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("question\tanswer\nWhen?\tIn May.\n")
	for _, c := range []struct{ about, content, want string }{
		{"a FAQ", "Question,Answer\n\"When does it open, and where?\",\"In May,\nat home.\"\n", "When does it open, and where? → In May,\nat home."},
		{"with semicolons, in German", "Frage;Antwort;Quelle\nWann?;Im Mai.;https://example.org\n", "Wann? → Im Mai. @https://example.org"},
		{"with tabs, in UTF-16", utf16, "When? → In May."},
		{"in Chinese", "问题,答案\n什么时候开放？,五月。\n", "什么时候开放？ → 五月。"},
		{"in Arabic", "السؤال,الجواب\nمتى يفتح؟,في مايو.\n", "متى يفتح؟ → في مايو."},
		{"with a mark of its encoding", "\ufeffquestion,answer\nWhen?,In May.\n", "When? → In May."},
		{"without names", "When does the bridge open?,It opens in May after the works.\nWhere is it?,It stands in the old town by the river.\n", "When does the bridge open? → It opens in May after the works.|Where is it? → It stands in the old town by the river."},
		{"with names that nobody knows", "foo,bar,baz\n17,When?,It opens in May.\n18,Where?,It stands by the river.\n", "When? → It opens in May.|Where? → It stands by the river."},
		{"tags with their owners", `[{"name":"opening","content":"It opens in May.","owner_id":123456789012345678,"author":"mia","uses":3}]`, "opening → It opens in May."},
		{"tags in an object", `{"version":2,"tags":[{"tag":"opening","response":"In May."},{"tag":"place","response":"At home."}]}`, "opening → In May.|place → At home."},
		{"tags by name", `{"opening":"In May.","place":"At home."}`, "opening → In May.|place → At home."},
		{"tags with embeds", `{"opening":{"embed":{"description":"In May."}}}`, "opening → In May."},
		{"quotes", "quote,author,link\n\"The bridge opens in May.\",Ann,https://example.org/1\n", "The bridge opens in May. → The bridge opens in May. “The bridge opens in May.” Ann @https://example.org/1"},
		{"lines of unequal length", "question,answer\nWhen?\nWhere?,Here.,more\n", "Where? → Here."},
		{"the same twice, and without an answer", "question,answer\nWhen?,In May.\nwhen?,In June.\nWho?,\n", "When? → In May."},
		{"a quotation mark within", "question,answer\nWhat is 5\" wide?,The gap.\n", "What is 5\" wide? → The gap."},
	} {
		table, err := foreign.Read([]byte(c.content))
		if err != nil {
			t.Errorf("%s: %v", c.about, err)
			continue
		}
		var got []string
		for _, e := range table.Entries(table.Recognised()) {
			s := e.Question + " → " + e.Answer
			if e.Quote != "" {
				s += " “" + e.Quote + "” " + e.SaidBy
			}
			if e.Source != "" {
				s += " @" + e.Source
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.about, s, c.want)
		}
	}
}

func TestADraftSaysOnlyWhatItsEntrySays(t *testing.T) {
	entries := []foreign.Entry{
		{Question: "When?", Answer: "In May."},
		{Question: "When?!", Answer: "In June.", Source: "The map"},
		{Question: "何时？", Answer: "五月。", Source: "https://example.org/a/"},
		{Question: "Who?", Answer: "All.", Quote: "all of them", SaidBy: "northland", Source: "The map"},
		{Question: "Who else?", Answer: "Ann.", Quote: "and Ann", SaidBy: "Ann Lee", Source: "not an address: https://a b"},
	}
	for _, usual := range []string{"", "gazette"} {
		s := &kb.Statement{ID: "faq", Title: "FAQ", Parties: []string{"Northland"}}
		if usual != "" {
			s.Sources = []kb.Source{{ID: usual, Title: "Gazette", Kind: kb.KindReport}}
		}
		n := len(s.Sources)
		foreign.Drafts(s, entries)
		var got []string
		for _, f := range s.Drafts {
			got = append(got, strings.Join([]string{f.ID, f.Party, f.Speaker, f.Citations[0].Source, f.Citations[0].Quote}, "|"))
		}
		want := []string{
			"when|||" + usual + "|", "when-2|||the-map|", "entry|||example-org-a|",
			"who|Northland||the-map|all of them", "who-else||Ann Lee|not-an-address-https-a-b|and Ann",
		}
		if !slices.Equal(got, want) {
			t.Errorf("the drafts are\n%q, want\n%q", got, want)
		}
		if len(s.Facts) != 0 || len(s.Sources) != n+3 {
			t.Errorf("%d facts and the sources %+v", len(s.Facts), s.Sources)
		}
		if one := s.Sources[n+1]; one.URL != "https://example.org/a/" || one.Title != "example.org/a" {
			t.Errorf("a source with an address is %+v", one)
		}
		if one := s.Sources[n+2]; one.URL != "" {
			t.Errorf("a source without an address is %+v", one)
		}
	}
}

func TestWhatCannotBeReadIsRefused(t *testing.T) {
	for about, content := range map[string]string{
		"nothing": "", "one column": "question\nWhen?\n", "broken JSON": `[{"a":`, "a list of numbers": "[1,2]", "a number": "17",
		"bytes": "\x00\x01\x02\xff\xfe,\x00", "a head only": "question,answer\n",
		"too many rows": "question,answer\n" + strings.Repeat("a,b\n", foreign.RowsMost+1),
		"too wide":      "question" + strings.Repeat(",x", 100) + "\na,b\n",
	} {
		_, err := foreign.Read([]byte(content))
		if _, refused := errors.AsType[*kb.Refusal](err); !refused {
			t.Errorf("%s: %v", about, err)
		}
	}
}

func TestLongTextsAreCutToWhatAFactMayHave(t *testing.T) {
	table, err := foreign.Read(fmt.Appendf(nil, "question,answer\n%s,%s\n", strings.Repeat("Ж", 1000), strings.Repeat("中", 5000)))
	if err != nil {
		t.Fatal(err)
	}
	e := table.Entries(table.Recognised())[0]
	if q, a := len([]rune(e.Question)), len([]rune(e.Answer)); q != kb.MaxQuestion || a != kb.MaxAnswer {
		t.Errorf("the question has %d characters, the answer %d", q, a)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"question,answer\nWhen?,In May.\n", `{"a":{"b":["c"]}}`, "a;b\n\"", "[[{}]]", "\xff\xfe"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		table, err := foreign.Read(content)
		if err != nil {
			return
		}
		for _, row := range table.Rows {
			if len(row) != len(table.Heads) {
				t.Fatalf("a row has %d cells of %d", len(row), len(table.Heads))
			}
		}
		for _, e := range table.Entries(table.Recognised()) {
			if e.Question == "" || e.Answer == "" {
				t.Errorf("an entry is empty: %+v", e)
			}
		}
	})
}
