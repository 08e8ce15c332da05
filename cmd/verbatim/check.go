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
	Files []string `arg:"" name:"file" help:"The knowledge files."`
	Texts string   `placeholder:"DIR" help:"Check every quote against the text DIR/<source id>.txt."`
	Write bool     `help:"With --texts: fill in the hashes and offsets that the texts prove."`
}

// Help shows an example under the command's usage.
func (checkCommand) Help() string {
	return `Every problem is printed as file:line: message. The exit code is 1 when there is an error.

Example: verbatim check --texts texts data/*.yaml`
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
	for _, name := range c.Files {
		problems, err := c.check(name, texts)
		if err != nil {
			return err
		}
		for _, problem := range problems {
			if _, err := fmt.Fprintln(p.out, screen.Harmless(problem.String())); err != nil {
				return fmt.Errorf("print the problems: %w", err)
			}
		}
		mistakes += len(problems.Errors())
		others += len(problems) - len(problems.Errors())
	}
	if mistakes > 0 {
		p.code = exitFailed
	}
	_, _ = fmt.Fprintf(p.err, "%s checked: %s, %s.\n", screen.Count(len(c.Files), "file", "files"),
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

func (c checkCommand) check(name string, texts fs.FS) (file.Problems, error) {
	content, err := files.Read(name)
	if err != nil {
		return nil, err
	}
	if !c.Write {
		return file.Check(name, bytes.NewReader(content), texts)
	}
	filled, problems := file.Fill(name, content, texts)
	if filled == nil || bytes.Equal(filled, content) {
		return problems, nil
	}
	return problems, files.Replace(name, filled)
}
