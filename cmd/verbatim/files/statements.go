package files

import (
	"context"
	"errors"
	"fmt"

	"verbatim/kb"
	"verbatim/kb/document"
	"verbatim/kb/file"
)

// Statements reads all files, whole texts apart, or gives the problems of all as
// file.Problems.
func (o TextOptions) Statements(ctx context.Context, names []string) (all, texts []*kb.Statement, err error) {
	var problems file.Problems
	from := map[string]string{} // the knowledge file that a statement is in
	for _, name := range names {
		statements, err := o.readFile(ctx, name)
		var found file.Problems
		switch {
		case errors.As(err, &found):
			problems = append(problems, found...)
		case err != nil:
			return nil, nil, err
		}
		if document.IsDocument(name) {
			texts = append(texts, statements...)
			continue
		}
		for _, s := range statements {
			if first, twice := from[s.ID]; twice {
				problems = append(problems, file.Problem{File: name, Line: 1, Message: fmt.Sprintf(
					"the statement %s is in %s too; load one of the two, or give it another id", s.ID, first)})
			}
			from[s.ID] = name
		}
		all = append(all, statements...)
	}
	if len(problems) > 0 {
		return nil, nil, problems
	}
	return all, texts, nil
}

// readFile reads the statements of one file. What is wrong with it is of type
// file.Problems.
func (o TextOptions) readFile(ctx context.Context, name string) ([]*kb.Statement, error) {
	if document.IsDocument(name) {
		s, err := o.ReadText(ctx, name)
		if err != nil {
			return nil, err
		}
		return []*kb.Statement{s}, nil
	}
	content, err := Read(name)
	if err != nil {
		return nil, err
	}
	return file.ReadConfined(ctx, name, content)
}
