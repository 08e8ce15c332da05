package answer

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/index"
)

// rolesView shows one statement of two parties, and a person of each.
func rolesView(look func(v *index.View)) {
	b := index.New(index.Usual())
	b.Apply(index.PartsOf("", &kb.Statement{
		ID: "talks", Parties: []string{"Syria", "China"}, Sources: []kb.Source{{ID: "s"}},
		Facts: []kb.Fact{
			{ID: "a", Question: "What did Syria say?", Party: "Syria", Speaker: "Shaibani", Citations: []kb.Citation{{Source: "s"}}},
			{ID: "b", Question: "What did China say?", Party: "China", Speaker: "Wang Yi", Citations: []kb.Citation{{Source: "s"}}},
		},
		Aliases: []kb.Alias{
			{Name: "Syria", Other: []string{"Syrian"}},
			{Name: "China", Other: []string{"Chinese"}},
			{Name: "Wang Yi", Other: []string{"Wang"}},
			{Name: "Egypt"},
			{Name: "Taiwan", Other: []string{"تايوان"}},
		},
	}))
	b.View("", look)
}

func TestRolesAreReadInAQuestion(t *testing.T) {
	rolesView(func(v *index.View) {
		for _, c := range []struct {
			what, question, speaker, agent, word string
		}{
			{"one who acts", "Did China thank Syria?", "china", "china", "@china"},
			{"one who comes after a helping verb, though others come before", "Which initiatives of China did Syria welcome?", "syria", "syria", "@syria"},
			{"one who comes after a helping verb and an office", "What will foreign minister Wang Yi do for Syria?", "china", "china", "@wang yi"},
			{"what is asked about stands before a comma", "Taiwan, what did Syria say?", "syria", "syria", "@syria"},
			{"what is asked about has an owner, and stands before a comma", "China's initiatives, Syria's view of them", "", "", ""},
			{"an adjective is an owner", "Chinese initiatives Syria supports", "syria", "syria", "@syria"},
			{"a person speaks for a party", "Wang Yi said that Syria will thank Taiwan", "china", "syria", "@wang yi"},
			{"what somebody owns acts in what is said", "Did China say that Syrian territory will be safe?", "china", "syria", "@china"},
			{"somebody else asks in what is said", "Wang Yi said that now, did Syria agree?", "china", "syria", "@wang yi"},
			{"an adjective before an office", "Did the Chinese minister thank Syria?", "china", "china", "@china"},
			{"two act together", "Did Syria and China agree?", "", "", "@syria"},
			{"several act, with commas", "Syria, China and Egypt agreed to it", "", "", "@syria"},
			{"something is done to one", "Was Syria invited by China?", "china", "china", "@china"},
			{"according to one", "According to Syria, Taiwan is what?", "syria", "syria", "@syria"},
			{"one according to whom another acts", "According to Syria, did China help Taiwan?", "syria", "china", "@syria"},
			{"somebody else acts", "Can someone attack China?", "", "", ""},
			{"nobody is named", "What was signed?", "", "", ""},
		} {
			r := rolesOf(v, v.Words(c.question), v.Head("talks"))
			if r.speaker != c.speaker || r.agent != c.agent || r.word != c.word && c.speaker != "" {
				t.Errorf("%s: in %q %q speaks (%q) and %q acts, want %q (%q) and %q",
					c.what, c.question, r.speaker, r.word, r.agent, c.speaker, c.word, c.agent)
			}
		}
	})
}

func TestAllThatAreNamedAreMentioned(t *testing.T) {
	rolesView(func(v *index.View) {
		for question, want := range map[string]string{
			"Did Syria and China agree on Taiwan?": "@taiwan china syria",
			"Can someone attack China?":            "china",
			"Wang Yi said that Syria agreed":       "china syria",
			"What was signed?":                     "",
		} {
			r := rolesOf(v, v.Words(question), v.Head("talks"))
			if got := strings.Join(slices.Sorted(maps.Keys(r.mentioned)), " "); got != want {
				t.Errorf("%q mentions %q, want %q", question, got, want)
			}
		}
	})
}

func TestNamesKeepThePauseBeforeThem(t *testing.T) {
	rolesView(func(v *index.View) {
		for question, want := range map[string]string{
			"Yes, Syrian": "@syria", "نعم، وتايوان": "و", "about Syria": "", "the Golan: Taiwan": "@taiwan",
		} {
			got := ""
			for _, w := range v.Words(question) {
				if w.Paused {
					got += w.Text
				}
			}
			if got != want {
				t.Errorf("in %q %q come after a pause, want %q", question, got, want)
			}
		}
	})
}
