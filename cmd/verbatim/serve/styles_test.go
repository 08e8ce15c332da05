package serve

import (
	"strings"
	"testing"

	"verbatim/kb"
)

// TestEveryStyleIsOffered writes one source in each style, and all in one message.
func TestEveryStyleIsOffered(t *testing.T) {
	a := kb.Answer{Statement: kb.Statement{ID: "engine-notes-1843", Title: "Notes on the Analytical Engine", Date: "1843-08-01", Place: "London", Parties: []string{"Ada Lovelace"}}, Speaker: "Ada Lovelace"}
	c := kb.Cited{Citation: kb.Citation{Quote: "no pretensions whatever", Locator: "Note G"}, Source: kb.Source{ID: "taylor-1843", Title: "Sketch of the Analytical Engine", Publisher: "Richard Taylor", Published: "1843-08-01", URL: "https://example.org/notes", Language: "en", Kind: kb.KindStatement}}
	has := map[string]string{"Chicago": "Sketch of the Analytical Engine", "APA": "1843", "MLA": "1 Aug. 1843", "BibTeX": "@", "CSL-JSON": `"type"`, "RIS": "TY  - "}
	all := 0
	for _, s := range styles() {
		entry, note := s.Cite(a, c)
		if want, known := has[s.Name]; !known || !strings.Contains(entry, want) {
			t.Errorf("%s: %q", s.Name, entry)
		}
		delete(has, s.Name)
		all += len(entry) + len(note)
	}
	if len(has) > 0 || all > 3000 {
		t.Errorf("%d characters; missing: %v", all, has)
	}
}
