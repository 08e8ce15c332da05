package files

import (
	"context"
	"errors"
	"fmt"
	"io"

	"verbatim/kb"
	"verbatim/kb/file"
)

// Statements reads all files, whole texts apart, or gives the problems of all as
// file.Problems. The one that is named "-" is read from in.
func (o TextOptions) Statements(ctx context.Context, in io.Reader, names []string) (all []*kb.Statement, texts []WholeText, err error) {
	var problems file.Problems
	from := map[string]string{} // the knowledge file that a statement is in
	groups, err := Group(names)
	if err != nil {
		return nil, nil, err
	}
	for _, group := range groups {
		name := group[0]
		statements, whole, err := o.readFile(ctx, in, name, group[1:])
		var found file.Problems
		switch {
		case errors.As(err, &found):
			problems = append(problems, found...)
		case err != nil:
			return nil, nil, err
		}
		texts = append(texts, whole...)
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

// readFile reads the statements of one knowledge file with its language files, or one
// whole text. What is wrong with it is of type file.Problems.
func (o TextOptions) readFile(ctx context.Context, in io.Reader, name string, languages []string) ([]*kb.Statement, []WholeText, error) {
	input, err := Open(in, name)
	if err != nil {
		return nil, nil, err
	}
	if input.isKnowledge() {
		parts, err := withLanguages(file.Part{Name: name, Content: input.Content}, languages)
		if err != nil {
			return nil, nil, err
		}
		statements, err := file.ReadConfined(ctx, parts...)
		return statements, nil, err
	}
	t, err := o.Read(ctx, input)
	if err != nil {
		return nil, nil, err
	}
	return nil, []WholeText{t}, nil
}
