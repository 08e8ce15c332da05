package foreign

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"verbatim/kb"
	"verbatim/kb/text"
)

// Drafts adds entries to a statement as drafts, and the sources that they name as sources
// of it. An entry that names none cites the source of the statement, if there is one
// already, or else none yet. Who says it is a party only where the entry names one of the
// statement.
func Drafts(s *kb.Statement, entries []Entry) {
	usual := ""
	if len(s.Sources) > 0 {
		usual = s.Sources[0].ID
	}
	sources, facts := taken{usual: true}, taken{}
	named := map[string]string{"": usual} // ids of sources, by what entries call them
	for _, e := range entries {
		if _, known := named[e.Source]; !known {
			source := sourceOf(e.Source)
			source.ID = sources.id(strings.TrimPrefix(source.Title, "www."), "source")
			s.Sources, named[e.Source] = append(s.Sources, source), source.ID
		}
		f := kb.Fact{ID: facts.id(e.Question, "entry"), Question: e.Question, Answer: e.Answer}
		f.Party, f.Speaker = whoSays(s, e.SaidBy)
		f.Citations = []kb.Citation{{Source: named[e.Source], Quote: e.Quote}}
		s.Drafts = append(s.Drafts, f)
	}
}

// sourceOf is a source by its address or its name. What kind it is nobody said, so it is
// the kind that claims least.
func sourceOf(named string) kb.Source {
	u, err := url.Parse(named)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || strings.ContainsAny(named, " \t\r\n<>\"") {
		return kb.Source{Title: named, Kind: kb.KindReport}
	}
	return kb.Source{Title: u.Host + strings.TrimSuffix(u.Path, "/"), URL: named, Kind: kb.KindReport}
}

// whoSays tells whether a name is that of a party, or of a person.
func whoSays(s *kb.Statement, name string) (party, speaker string) {
	same := func(p string) bool { return text.Fold(p) == text.Fold(name) }
	if i := slices.IndexFunc(s.Parties, same); i >= 0 {
		return s.Parties[i], ""
	}
	if same(kb.BothSides) {
		return kb.BothSides, ""
	}
	return "", name
}

// taken are the ids that are given already.
type taken map[string]bool

var notInID = regexp.MustCompile(`[^a-z0-9]+`)

// idMost leaves room for a number, and for the id of the statement.
const idMost = 40

// id is another one, made of a name, or where that has no letter that an id may have, of
// what it is.
func (t taken) id(name, what string) string {
	id := strings.Trim(notInID.ReplaceAllString(text.Fold(name), "-"), "-")
	id = strings.Trim(id[:min(len(id), idMost)], "-")
	if id == "" {
		id = what
	}
	one := id
	for n := 2; t[one]; n++ {
		one = id + "-" + strconv.Itoa(n)
	}
	t[one] = true
	return one
}
