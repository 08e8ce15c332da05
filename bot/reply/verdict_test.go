package reply

import (
	"testing"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/verify"
)

func TestWhoSaidItIsNamedInTheLanguageOfTheReply(t *testing.T) {
	two := kb.Statement{Parties: []string{"Syrie", "Chine"}}
	for _, c := range []struct {
		about string
		found verify.Quoted
		want  string
	}{
		{"a person", verify.Quoted{Party: "Chine", Speaker: "Ada Lovelace"}, "Ada Lovelace"},
		{"a party", verify.Quoted{Party: "Chine"}, "Chine"},
		{"both parties", verify.Quoted{Party: kb.BothSides, Statement: two}, "les deux parties"},
		{"whoever issued it", verify.Quoted{SaidBy: []string{"Syrie"}, Statement: two}, "Syrie, Chine"},
		{"whoever asked", verify.Quoted{Turn: verify.Turn{Put: true}}, "un journaliste"},
		{"nobody", verify.Quoted{}, ""},
	} {
		if got := Sayer(catalog.Language("fr"), c.found); got != c.want {
			t.Errorf("%s: %q, want %q", c.about, got, c.want)
		}
	}
}
