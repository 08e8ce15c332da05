package kb

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/goccy/go-yaml"
)

// FileMost is the size in bytes of the largest knowledge file that Read takes.
const FileMost = 32 << 20

// file is the layout of a knowledge file.
type file struct {
	Statement struct {
		ID      string   `yaml:"id"`
		Title   string   `yaml:"title"`
		Date    string   `yaml:"date"`
		Place   string   `yaml:"place"`
		Parties []string `yaml:"parties"`
	} `yaml:"statement"`
	Sources []Source      `yaml:"sources"`
	Facts   []Fact        `yaml:"facts"`
	Aliases yaml.MapSlice `yaml:"aliases"`
}

// Read reads the statements of a knowledge file, YAML or JSON, one a document.
// Unknown fields are errors. Errors name the file, the line and what is wrong;
// then nothing is returned.
func Read(name string, r io.Reader) ([]*Statement, error) {
	content, err := io.ReadAll(io.LimitReader(r, FileMost+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(content) > FileMost {
		return nil, fmt.Errorf("%s is larger than %d MB; split it into a file for each statement", name, FileMost>>20)
	}
	var statements []*Statement
	decoder := yaml.NewDecoder(bytes.NewReader(content), yaml.Strict())
	for {
		var f file
		err := decoder.Decode(&f)
		if errors.Is(err, io.EOF) {
			return statements, nil
		}
		if err != nil {
			return nil, fileError(name, err)
		}
		s, err := f.statement()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		statements = append(statements, s)
	}
}

// fileError says where in the file the parser met what it could not read.
func fileError(name string, err error) error {
	var at yaml.Error
	if errors.As(err, &at) && at.GetToken() != nil && at.GetToken().Position != nil {
		return fmt.Errorf("%s:%d: %s", name, at.GetToken().Position.Line, at.GetMessage())
	}
	return fmt.Errorf("%s: %w", name, err)
}

func (f *file) statement() (*Statement, error) {
	s := &Statement{
		ID: f.Statement.ID, Title: f.Statement.Title, Date: f.Statement.Date,
		Place: f.Statement.Place, Parties: f.Statement.Parties,
		Sources: f.Sources, Facts: f.Facts,
	}
	if s.ID == "" {
		return nil, errors.New("the statement has no id; add one, such as id: my-statement-2025")
	}
	for _, entry := range f.Aliases {
		a := Alias{Name: fmt.Sprint(entry.Key)}
		others, ok := entry.Value.([]any)
		if !ok {
			return nil, fmt.Errorf("the other names of %q must be a list, such as [one, two]", a.Name)
		}
		for _, o := range others {
			a.Other = append(a.Other, fmt.Sprint(o))
		}
		s.Aliases = append(s.Aliases, a)
	}
	return s, nil
}
