package file

import (
	"errors"
	"io/fs"
	"strconv"

	"verbatim/kb"
	"verbatim/kb/quote/locate"
)

// Check reads a knowledge file as [Read] does, with its language files behind it, and
// gives all its problems, the warnings too. If texts is not nil, every quote is checked against the file
// <source id>.txt in it, byte for byte, and with it what the file records of the
// text (text_sha256) and of the place of the quote (at). A source whose text is
// not there is a note, not an error.
func Check(texts fs.FS, parts ...Part) Problems {
	file := openParts(parts)
	file.lint()
	if texts != nil {
		if gaps := file.prove(texts); len(gaps) > 0 {
			file.found(Note, gaps[0].record.line, "hashes and offsets that can be filled in from here on by check --texts DIR --write: %d", len(gaps))
		}
	}
	return file.sorted()
}

// prove checks the quotes of all documents against texts outside the file, and
// gives what was found to be true and is not recorded.
func (f *knowledgeFile) prove(texts fs.FS) []gap {
	var gaps []gap
	for _, d := range f.documents {
		p := prover{linter: &linter{findings: &f.findings, s: d.statement, tree: d.tree}, texts: texts}
		p.statement()
		gaps = append(gaps, p.gaps...)
	}
	return gaps
}

// A gap is a field that a record of the file lacks.
type gap struct {
	record *tree
	after  string // the field that it goes after
	name   string
	value  string
}

// A prover checks the quotes of one statement.
type prover struct {
	*linter
	texts fs.FS
	gaps  []gap
}

func (p *prover) statement() {
	quotes := make(map[string][]place)
	for i, f := range p.s.Facts {
		for j, c := range f.Citations {
			if c.Quote != "" {
				quotes[c.Source] = append(quotes[c.Source], place{"facts", i, "citations", j})
			}
		}
	}
	for i := range p.s.Sources {
		p.text(i, quotes[p.s.Sources[i].ID])
	}
}

// text checks the quotes of one source, if its text is there.
func (p *prover) text(i int, quotes []place) {
	s := &p.s.Sources[i]
	at := place{"sources", i, "id"}
	file := s.ID + ".txt"
	content, err := fs.ReadFile(p.texts, file)
	switch {
	case !idPattern.MatchString(s.ID):
		return // an error already, and no name of a file
	case errors.Is(err, fs.ErrNotExist) && len(quotes) == 0:
		return
	case errors.Is(err, fs.ErrNotExist):
		p.note(at, Problem{
			Severity: Note, Message: "there is no text " + file + ", so quotes of it are not checked: " + strconv.Itoa(len(quotes)),
		})
		return
	case err != nil:
		p.err(at, "the text %s cannot be read: %v", file, err)
		return
	}
	text := string(content)
	switch {
	case s.TextSHA256 == "":
		p.gap(place{"sources", i}, "kind", "text_sha256", kb.TextHash(text))
	case !isHash(s.TextSHA256, text):
		p.err(place{"sources", i, "text_sha256"}, "text_sha256 is not the hash of %s, which is %s: it is another text; check the quotes, then correct it", file, kb.TextHash(text))
	}
	for _, q := range quotes {
		p.quote(q, s.ID, text)
	}
}

// quote checks one quote against the text of its source.
func (p *prover) quote(at place, source, text string) {
	c := p.s.Facts[at[1].(int)].Citations[at[3].(int)]
	if c.StandsAt(text) {
		return
	}
	switch message := p.search(c, source, text); {
	case message != "":
		p.err(append(at, "quote"), "%s", message)
	case c.At != nil:
		p.err(append(at, "at"), "%s", elsewhere(c, text))
	default:
		p.gap(at, "quote", "at", strconv.Itoa(locate.Find(text, c.Quote)))
	}
}

func (p *prover) gap(at place, after, name, value string) {
	p.gaps = append(p.gaps, gap{p.tree.at(at), after, name, value})
}
