// Package pdf reads PDF files. A PDF (ISO 32000) has no text but characters that are
// put on pages: token.go, show.go and mark.go follow what is put where, as pdfcpu
// gives the streams of a page; font.go, cmap.go and names.go tell which characters
// these are. line.go makes lines of them, and page.go paragraphs.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"verbatim/kb/document/plain"
)

// mostPages is how many pages a file may have.
const mostPages = 2000

// Read reads a .pdf file. What is marked as an artifact, such as the
// number of a page, is left out, and so is what stands on all pages.
func Read(content []byte) (d plain.Document, err error) {
	defer func() {
		if fault := recover(); fault != nil { // the library's, on a file that nobody thought of
			d, err = plain.Document{}, fmt.Errorf("%w (%v)", plain.ErrDamaged, fault)
		}
	}()
	if !bytes.Contains(content[max(0, len(content)-4096):], []byte("startxref")) {
		return plain.Document{}, plain.ErrDamaged // the end is missing, and with it perhaps pages
	}
	model.ConfigPath = "disable"
	file, err := pdfcpu.Read(bytes.NewReader(content), model.NewDefaultConfiguration())
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword), err != nil && strings.Contains(err.Error(), "encrypt"):
		return plain.Document{}, plain.ErrLocked
	case err != nil || file.EnsurePageCount() != nil || file.PageCount == 0:
		return plain.Document{}, plain.ErrDamaged
	case file.PageCount > mostPages:
		return plain.Document{}, plain.ErrTooLong
	}
	p := &reading{file: file, fonts: map[string]*font{}}
	pages, err := p.pages()
	if err != nil {
		return plain.Document{}, err
	}
	d.Write(plain.Unwrap(paragraphsOf(pages)))
	d.Title = p.titleOf(d.Text, pages)
	d.Language = p.language(d.Text)
	d.SayDateline()
	return d, nil
}

// A reading is a file that is read, and what was seen of it.
type reading struct {
	file     *model.Context
	fonts    map[string]*font // by their place in the file
	length   int              // of all words so far, in bytes
	unknown  int              // characters that cannot be told
	known    int
	pictures int // pages that have a picture and no words
}

// pages gives the lines of all pages.
func (p *reading) pages() ([][]textLine, error) {
	var all [][]textLine
	for n := 1; n <= p.file.PageCount; n++ {
		page, _, inherited, err := p.file.PageDict(n, false)
		if err != nil {
			return nil, plain.ErrDamaged
		}
		s := &showing{reading: p}
		if content, err := p.file.PageContent(page, n); err == nil {
			s.run(content, inherited.Resources, 0)
		} else if !errors.Is(err, model.ErrNoContent) {
			return nil, plain.ErrDamaged
		}
		lines := linesOf(upright(s.glyphs))
		if len(lines) == 0 && s.pictured {
			p.pictures++
		}
		if all = append(all, lines); p.length > plain.Longest {
			return nil, plain.ErrTooLong
		}
	}
	return all, p.legible()
}

// legible wants most pages to have words, and most characters to be told.
func (p *reading) legible() error {
	if 3*p.pictures > p.file.PageCount || 5*p.unknown > p.known+p.unknown {
		return plain.ErrScanned
	}
	return nil
}

// dict follows a reference to a dictionary; nil where it leads to none.
func (p *reading) dict(o types.Object) types.Dict {
	o, err := p.file.Dereference(o)
	if err != nil {
		return nil
	}
	switch v := o.(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	}
	return nil
}

// array follows a reference to an array.
func (p *reading) array(o types.Object) types.Array {
	a, err := p.file.DereferenceArray(o)
	if err != nil {
		return nil
	}
	return a
}

// number follows a reference to a number.
func (p *reading) number(o types.Object, otherwise float64) float64 {
	if o == nil {
		return otherwise
	}
	n, err := p.file.DereferenceNumber(o)
	if err != nil {
		return otherwise
	}
	return n
}

// stream gives what is in a stream; nil where there is none, or where it cannot be
// unpacked.
func (p *reading) stream(o types.Object) (types.Dict, []byte) {
	s, _, err := p.file.DereferenceStreamDict(o)
	if err != nil || s == nil || s.DecodeWithLimit(plain.LargestPart) != nil {
		return nil, nil
	}
	return s.Dict, s.Content
}

// titleOf gives the title that the file says it has, or else the words in the
// largest letters of its first page.
func (p *reading) titleOf(text string, pages [][]textLine) string {
	if p.file.Info != nil {
		if info := p.dict(*p.file.Info); info != nil {
			if title, err := p.file.DereferenceText(info["Title"]); err == nil && plain.RealTitle(title) != "" {
				return plain.RealTitle(title)
			}
		}
	}
	if title := largest(pages); title != "" && strings.Contains(plain.OneLine(text), title) {
		return title
	}
	var d plain.Document
	d.Lines(text)
	return d.Title
}

// language gives the language that the file says it is in, if its letters can be
// of that language.
func (p *reading) language(text string) string {
	root, err := p.file.Catalog()
	if err != nil {
		return ""
	}
	said, err := p.file.DereferenceText(root["Lang"])
	if err != nil || !plain.CanBe(plain.KnownLanguage(said), text) {
		return ""
	}
	return plain.KnownLanguage(said)
}
