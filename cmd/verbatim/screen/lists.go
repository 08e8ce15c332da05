package screen

import (
	"fmt"
	"slices"
	"time"

	"verbatim/kb/catalog"
	"verbatim/kb/inbox"
	"verbatim/kb/library"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
	"verbatim/kb/wording"
)

// History lays out the revisions of a fact, the newest first; several tells that they
// are of a server and of what counts everywhere.
func (s Screen) History(all []library.Revision, several bool) string {
	p := &page{Screen: s}
	for _, r := range slices.Backward(all) {
		p.revision(r, several)
	}
	return p.String()
}

// revision lays out one change.
func (p *page) revision(r library.Revision, several bool) {
	where := ""
	if several && r.Shared {
		where = ", everywhere"
	}
	p.put("", bold, fmt.Sprintf("%d  %s  %s by %s%s", r.Rev, r.At.UTC().Format("2006-01-02 15:04 UTC"), r.Action, r.Author, where))
	if r.Fact != nil {
		for _, c := range r.Changes {
			p.difference("   "+c.Field+": ", c.Diff)
		}
	}
	p.gap()
}

// Inbox lays out what waits in servers, by server.
func (s Screen) Inbox(servers []string, groups map[string][]inbox.Group) string {
	p, n := &page{Screen: s}, 0
	for _, server := range servers {
		n += p.inbox(server, groups[server])
	}
	if n == 0 {
		p.put("", plain, "Nothing waits.")
	}
	return p.String()
}

// inbox lays out what waits in a server.
func (p *page) inbox(server string, groups []inbox.Group) int {
	for i, g := range groups {
		if i == 0 {
			where := "Asked in no server"
			if server != "" {
				where = "Server " + server
			}
			p.put("", bold, where)
		}
		for j, w := range g.Questions {
			if j > 0 {
				p.put("    or: ", plain, w.Question)
				continue
			}
			p.put(fmt.Sprintf("%4d × ", g.Count), plain, w.Question)
			p.put("       ", plain, fmt.Sprintf("%s, last %s, %s to be told",
				w.ID, time.UnixMilli(g.Last).UTC().Format("2006-01-02 15:04 UTC"), Count(g.Tell, "person", "people")))
		}
	}
	return len(groups)
}

// Recheck lays out what became of the quotes: the broken ones first.
func (s Screen) Recheck(r verify.Recheck) string {
	p := &page{Screen: s}
	for _, f := range r.Broken {
		p.put("", bold, f.Statement+"/"+f.Fact+" cites "+f.Citation.Source+" with words that do not stand there:")
		p.put("┃ ", plain, "“"+f.Citation.Quote+"”")
		if f.Nearest.Verdict == quote.NotFound {
			p.put("", plain, "Nothing in the text is close to them.")
		} else {
			p.put("", plain, "The text has, in paragraph "+fmt.Sprint(f.Nearest.Paragraph)+" ([-of the text-] {+of the quote+}):")
			p.difference("┃ ", f.Nearest.Diff)
			p.put("", plain, wording.Why(catalog.English, f.Nearest))
		}
		p.gap()
	}
	p.put("", plain, fmt.Sprintf("%s in the texts held; %d of texts that are not held: %d with a recorded place, %d not checked.",
		Count(r.Standing, "quote stands", "quotes stand"), r.Recorded+r.Unproven, r.Recorded, r.Unproven))
	return p.String()
}
