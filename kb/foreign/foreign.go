// Package foreign reads what other bots and sheets export: tags, FAQs and quotes, as CSV
// or JSON. Which column has what is told by its name, in the languages that replies are
// in, or else by what stands in it; whoever has the file can say otherwise.
//
// What comes out are drafts: it must never make a fact of one, for nobody has looked
// whether it stands where it says. It knows no database; bot/moderator/knowledge calls it,
// and kb/inbox keeps the drafts; cmd/verbatim writes them down as a knowledge file.
package foreign

import (
	"strings"
	"unicode/utf8"

	"verbatim/kb"
)

// A Table is what a file has, row by row. All rows are as long as Heads.
type Table struct {
	Heads []string // the names of the columns; made up where the file has none
	Rows  [][]string
}

// RowsMost and ColumnsMost bound a table.
const (
	RowsMost    = 2000
	ColumnsMost = 50
)

// Columns says which column of a table has what, from 0; None where there is none.
type Columns struct{ Question, Answer, Quote, SaidBy, Source int }

// None is no column.
const None = -1

// An Entry is one row, as a draft: what people ask, and what may be answered. Question is
// never empty, and one of Answer and Quote neither.
type Entry struct {
	Question string // a tag's name, or the beginning of a quote, where nobody wrote a question
	Answer   string
	Quote    string
	SaidBy   string
	Source   string // where it stands, as the file says: an address or a name
}

// Entries are the rows of a table by columns, each question once; those without a
// question or an answer are left out. Texts are cut to what a fact may have.
func (t Table) Entries(c Columns) (all []Entry) {
	seen := map[string]bool{}
	for _, row := range t.Rows {
		at := func(column, most int) string {
			if column < 0 || column >= len(row) {
				return ""
			}
			return cut(strings.TrimSpace(row[column]), most)
		}
		e := Entry{
			Question: at(c.Question, kb.MaxQuestion), Answer: at(c.Answer, kb.MaxAnswer), Quote: at(c.Quote, kb.MaxQuote),
			SaidBy: at(c.SaidBy, 200), Source: at(c.Source, 500),
		}
		if e.Question == "" {
			e.Question = cut(e.Quote, 100)
		}
		if e.Answer == "" {
			e.Answer = cut(e.Quote, kb.MaxAnswer)
		}
		if key := strings.ToLower(e.Question); e.Question != "" && e.Answer != "" && !seen[key] {
			seen[key] = true
			all = append(all, e)
		}
	}
	return all
}

// cut is a text of at most so many characters.
func cut(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:most-1])) + "…"
}
