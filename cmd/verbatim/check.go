package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"verbatim/cmd/verbatim/files"
	"verbatim/cmd/verbatim/screen"
	"verbatim/kb/file"
)

type checkCommand struct {
	Files []string `arg:"" name:"file" help:"The knowledge files, or folders of them."`
	Texts string   `placeholder:"DIR" help:"Check every quote against the text DIR/<source id>.txt."`
	Write bool     `help:"With --texts: fill in the hashes and offsets that the texts prove."`
}

// Help shows an example under the command's usage.
func (checkCommand) Help() string {
	return `Every problem is printed as file:line: message. The exit code is 1 when there is an error.

Example: verbatim check --texts texts data`
}

// Validate refuses --write without texts that could prove anything.
func (c checkCommand) Validate() error {
	if c.Write && c.Texts == "" {
		return errors.New("--write needs --texts DIR, the folder of the texts that prove the quotes")
	}
	return nil
}

// Run prints the problems of the files.
func (c checkCommand) Run(p *program) error {
	texts, err := c.texts()
	if err != nil {
		return err
	}
	var mistakes, others int
	groups, err := files.Group(c.Files)
	if err != nil {
		return err
	}
	checked := 0
	for _, group := range groups {
		problems, err := c.check(group, texts)
		if err != nil {
			return err
		}
		for _, problem := range problems {
			if _, err := fmt.Fprintln(p.out, screen.Harmless(problem.String())); err != nil {
				return fmt.Errorf("print the problems: %w", err)
			}
		}
		checked += len(group)
		mistakes += len(problems.Errors())
		others += len(problems) - len(problems.Errors())
	}
	if mistakes > 0 {
		p.code = exitFailed
	}
	_, _ = fmt.Fprintf(p.err, "%s checked: %s, %s.\n", screen.Count(checked, "file", "files"),
		screen.Count(mistakes, "mistake", "mistakes"), screen.Count(others, "remark", "remarks"))
	return nil
}

func (c checkCommand) texts() (fs.FS, error) {
	if c.Texts == "" {
		return nil, nil
	}
	if info, err := os.Stat(c.Texts); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("there is no folder %s; give the folder that has the texts with --texts", c.Texts)
	}
	return os.DirFS(c.Texts), nil
}

func (c checkCommand) check(group []string, texts fs.FS) (file.Problems, error) {
	parts, err := files.ReadGroup(group)
	if err != nil {
		return nil, err
	}
	name, content := parts[0].Name, parts[0].Content
	if c.Write {
		filled, problems := file.Fill(name, content, texts)
		if filled == nil {
			return problems, nil
		}
		if !bytes.Equal(filled, content) {
			if err := files.Replace(name, filled); err != nil {
				return nil, err
			}
			parts[0].Content = filled
		}
	}
	return file.Check(texts, parts...), nil
}
