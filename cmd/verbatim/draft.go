package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"verbatim/cmd/verbatim/files"
	"verbatim/cmd/verbatim/screen"
	"verbatim/kb"
	"verbatim/kb/draft"
	"verbatim/kb/file"
)

type draftCommand struct {
	Output string `short:"o" placeholder:"FILE" help:"The knowledge file to write, which must not be there yet; without it, standard output."`
	File   string `arg:"" help:"The text: a .txt, .md, .html, .docx or .pdf file; -: standard input. Or a .csv or .json file of another bot."`
	files.AboutOptions
}

// Help shows an example under the command's usage.
func (draftCommand) Help() string {
	return `Each sentence that says something becomes a draft: its exact words and their place, who says
it, and a question. Drafts answer nothing. Correct them in an editor, write better answers,
delete what is wrong, take the line "draft: true" out of each that is right, and load the file.

Of tags, FAQs and quotes that another bot exported (.csv, .json), each entry becomes one. Where
the file does not say where an entry stands, --url and --publisher do, or you in the file.

Example: verbatim draft -o accord.yaml accord.txt`
}

// Validate wants options that can be true.
func (c draftCommand) Validate() error { return c.Valid() }

// Run writes the drafts as a knowledge file, all of it or nothing.
func (c draftCommand) Run(ctx context.Context, p *program) error {
	in, err := files.Open(p.in, c.File)
	if err != nil {
		return err
	}
	s, how, err := c.drafted(ctx, p, in)
	if err != nil {
		return err
	}
	content, err := draftFile(s, how)
	if err != nil {
		return err
	}
	if err := c.write(p, content); err != nil {
		return err
	}
	p.tell(s, c.Output)
	return nil
}

// drafted is a statement with the drafts that can be made of a file, and how to approve
// them.
func (c draftCommand) drafted(ctx context.Context, p *program, in files.Input) (s *kb.Statement, how string, err error) {
	if in.IsForeign() {
		s, err = c.ReadForeign(in, p.err)
		return s, howToSource, err
	}
	t, err := c.Read(ctx, in)
	if err != nil {
		return nil, "", err
	}
	files.TextOptions{}.Remark(p.err, []files.WholeText{t})
	drafts := draft.Of(t.Statement, &t.Sources[0])
	t.Parties, t.Drafts = drafts.Parties, drafts.Facts
	return t.Statement, howToApprove, nil
}

// howToApprove stands above drafts.
const howToApprove = `# Drafts, made of the text below. None of them answers anything yet.
#
# Look at each: is it said by that party, does the question ask for it, would the answer
# be better in words of your own? Correct it, or delete it. The quote must stay as it is.
# To approve a draft, take out its line that says it is one. Then: verbatim check FILE,
# and verbatim load FILE.
`

// howToSource stands above drafts of what another bot exported.
const howToSource = `# Drafts, brought from another bot. None of them answers anything yet.
#
# Look at each: where does it stand? Name its source there, by an id of the sources below,
# and who says it as its party. Correct the words, or delete it. To approve a draft, take
# out its line that says it is one. Then: verbatim check FILE, and verbatim load FILE.
`

// draftFile writes a statement down with its drafts, and reads it again: what load
// would refuse is never handed out, but for drafts of which none is approved yet.
func draftFile(s *kb.Statement, how string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(how)
	if err := file.Write(&b, s); err != nil {
		return nil, fmt.Errorf("write the drafts: %w", err)
	}
	_, err := file.Read("the drafts", bytes.NewReader(b.Bytes()))
	if problems, is := errors.AsType[file.Problems](err); err != nil && (!is || !unapproved(problems)) {
		return nil, fmt.Errorf("write the drafts: %w", err)
	}
	return b.Bytes(), nil
}

// unapproved tells whether nothing is wrong but that nothing can be asked yet.
func unapproved(problems file.Problems) bool {
	return !slices.ContainsFunc(problems.Errors(), func(p file.Problem) bool { return p.Code != file.NothingToAsk })
}

// write writes the file, but not over one that somebody may have worked on.
func (c draftCommand) write(p *program, content []byte) error {
	if c.Output == "" {
		if _, err := p.out.Write(content); err != nil {
			return fmt.Errorf("print the drafts: %w", err)
		}
		return nil
	}
	if there, err := os.ReadFile(c.Output); err == nil && !bytes.Equal(there, content) {
		return fmt.Errorf("%s is there already, and may have facts that somebody approved; give another name", c.Output)
	}
	return files.Replace(c.Output, content)
}

// tell says what was drafted, and what is missing.
func (p *program) tell(s *kb.Statement, output string) {
	_, _ = io.WriteString(p.err, screen.Harmless(screen.Count(len(s.Drafts), "fact", "facts")+" could be drafted from it.\n"))
	if output != "" && len(s.Drafts) > 0 {
		_, _ = io.WriteString(p.err, "To approve one, take its line “draft: true” out of the file.\n")
	}
	if n := unsourced(s.Drafts); n > 0 {
		_, _ = io.WriteString(p.err, screen.Count(n, "of them has", "of them have")+" no source yet: name it in the file before you approve it.\n")
	}
	if len(s.Parties) == 0 {
		_, _ = io.WriteString(p.err, "The text does not say who issued it: name them with --parties, or in the file.\n")
	}
}

// unsourced is how many drafts do not say where they stand.
func unsourced(drafts []kb.Fact) (n int) {
	for _, f := range drafts {
		if slices.ContainsFunc(f.Citations, func(c kb.Citation) bool { return c.Source == "" }) {
			n++
		}
	}
	return n
}
