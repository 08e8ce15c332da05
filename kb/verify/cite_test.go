package verify_test

import (
	"testing"

	"verbatim/kb"
	"verbatim/kb/cite"
	"verbatim/kb/verify"
)

func TestACitationAsAWork(t *testing.T) {
	s := kb.Statement{Parties: []string{"Averland", "Cordonia"}}
	c := kb.Cited{
		Citation: kb.Citation{Quote: "not close the river", Locator: "paragraph 2"},
		Source:   kb.Source{Title: "Communiqué", Publisher: "River Council", Published: "2031-03-14", URL: "https://example.org/river", Kind: kb.KindStatement, Text: "A.\n\nWe will not close the river, and go."},
	}
	if got, want := cite.MLA(verify.Work(c, s, ""), nil).Entry, "Averland and Cordonia. “Communiqué.” River Council, 14 Mar. 2031, https://example.org/river."; got != want {
		t.Errorf("of the statement itself: %q, want %q", got, want)
	}
	c.Source.Kind = kb.KindReport
	if got, want := cite.APA(verify.Work(c, s, "Ada Marn"), nil).Note, "(Ada Marn, as cited in River Council, 2031, para. 2)"; got != want {
		t.Errorf("of a report: %q, want %q", got, want)
	}
	if got, want := verify.Link(c), "https://example.org/river#:~:text=We%20will-,not%20close%20the%20river,-%2C%20and%20go."; got != want {
		t.Errorf("the link is %s, want %s", got, want)
	}
	c.Locator, c.Source.URL = "Note G", ""
	if w := verify.Work(c, s, ""); w.Paragraph != 0 || verify.Link(c) != "" {
		t.Errorf("paragraph %d, link %q", w.Paragraph, verify.Link(c))
	}
}
