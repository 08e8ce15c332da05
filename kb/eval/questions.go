package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"verbatim/kb"
	"verbatim/kb/file"
)

// A Question is a line of a question file.
type Question struct {
	Question string   `json:"question"`
	Previous string   `json:"previous"`
	Expect   []string `json:"expect"` // ids of what may be answered; empty, not nil, when nothing may
	Style    string   `json:"style"`  // what is counted together besides; empty for most
	Line     int      `json:"-"`
}

// Read reads a question file, one JSON object a line; the name is for the messages.
// If any line is wrong, the error is of type [file.Problems] and names all that are.
func Read(name string, content []byte) ([]Question, error) {
	var questions []Question
	var problems file.Problems
	number := 0
	for text := range bytes.Lines(bytes.TrimPrefix(content, []byte("\uFEFF"))) {
		number++
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		q, wrong := readLine(text)
		q.Line = number
		questions = append(questions, q)
		if wrong != "" {
			problems = append(problems, file.Problem{File: name, Line: number, Message: wrong})
		}
	}
	switch {
	case len(problems) > 0:
		return nil, problems
	case len(questions) == 0:
		return nil, fmt.Errorf("%s has no questions; %s", name, lineExample)
	}
	return questions, nil
}

// readLine reads a line and says what is wrong with it, if anything is.
// Fields that are not known here are other programs' affair.
func readLine(text []byte) (q Question, wrong string) {
	d := json.NewDecoder(bytes.NewReader(text))
	if err := d.Decode(&q); err != nil {
		return q, notJSON(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return q, "there is more than one JSON value; write one a line"
	}
	switch {
	case strings.TrimSpace(q.Question) == "":
		return q, `the question is missing; write "question": "…"`
	case q.Expect == nil:
		return q, `what is expected is missing; write "expect": ["statement/fact"], or "expect": [] if nothing may be answered`
	}
	return q, ""
}

func notJSON(err error) string {
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf("%q has a %s for a value; %s", kind.Field, kind.Value, lineExample)
	case errors.As(err, &kind), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return "the line is no whole JSON object; " + lineExample
	}
	return "not a question in JSON: " + strings.TrimPrefix(err.Error(), "json: ")
}

const lineExample = `write a line such as {"question": "…", "expect": ["statement/fact"]}`

// Strangers warns of expected ids that are in no statement, once each: no answer
// can have them. Of a passage only the source is looked at.
func Strangers(name string, questions []Question, held []*kb.Statement) file.Problems {
	known := map[string]bool{}
	for _, s := range held {
		for _, f := range s.Facts {
			known[s.ID+"/"+f.ID] = true
		}
		for _, source := range s.Sources {
			known[s.ID+"/"+source.ID+"#"] = true
		}
	}
	var problems file.Problems
	for _, q := range questions {
		for _, id := range q.Expect {
			whole := id
			if hash := strings.Index(id, "#"); hash >= 0 {
				whole = id[:hash+1]
			}
			if known[whole] {
				continue
			}
			known[whole] = true
			problems = append(problems, file.Problem{
				File: name, Line: q.Line, Severity: file.Warning,
				Message: fmt.Sprintf("nothing in the database has the id %q; load its statement, or correct the id", id),
			})
		}
	}
	return problems
}
