package wire

import "verbatim/kb"

// Statements are what is held.
type Statements struct {
	Statements []Statement `json:"statements"`
}

// A Statement is what was issued, where it can be read, and, where they are asked for,
// its facts. Its names are those of the knowledge file.
type Statement struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Date    string   `json:"date"`
	Place   string   `json:"place"`
	Parties []string `json:"parties"`
	Sources []Source `json:"sources"`
	Facts   []Fact   `json:"facts,omitempty"`
}

// A Source is where a statement can be read.
type Source struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Language  string `json:"language"`
	Kind      string `json:"kind"`
	Whole     bool   `json:"whole_text"` // its text is held
}

// A Fact is a question that a statement answers, and who answers it there.
type Fact struct {
	ID       string `json:"id"` // statement/fact
	Question string `json:"question"`
	Party    string `json:"party"`
	Speaker  string `json:"speaker,omitempty"`
}

// StatementOf gives what is written of a statement, with its facts or without.
func StatementOf(s *kb.Statement, facts bool) Statement {
	j := Statement{ID: s.ID, Title: s.Title, Date: s.Date, Place: s.Place, Parties: append([]string{}, s.Parties...), Sources: []Source{}}
	for _, source := range s.Sources {
		j.Sources = append(j.Sources, Source{
			ID: source.ID, Title: source.Title, Publisher: source.Publisher, Published: source.Published, URL: source.URL,
			Language: source.Language, Kind: string(source.Kind), Whole: source.Text != "",
		})
	}
	if facts {
		for _, f := range s.Facts {
			j.Facts = append(j.Facts, Fact{ID: s.ID + "/" + f.ID, Question: f.Question, Party: f.Party, Speaker: f.Speaker})
		}
	}
	return j
}
