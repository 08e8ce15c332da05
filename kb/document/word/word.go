// Package word reads Word files (ECMA-376, part 1, WordprocessingML): text.go collects
// their paragraphs, with style.go, number.go, table.go and notes.go. They are read
// with the standard library: those libraries for them that were looked at drop
// links, tracked changes or footnotes, and with them words.
package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"verbatim/kb/document/plain"
)

// Read reads a .docx file. Tracked changes count as accepted; headers and
// footers of pages, comments and the table of contents are left out.
func Read(content []byte) (plain.Document, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return plain.Document{}, plain.ErrDamaged
	}
	body, err := archive.Open("word/document.xml")
	if err != nil {
		return plain.Document{}, plain.ErrNotSo
	}
	defer body.Close() //nolint:errcheck // it was read only
	w := &wordText{styles: stylesOf(archive), numbering: numberingOf(archive)}
	if err := w.read(body); err != nil {
		return plain.Document{}, err
	}
	notes, err := w.footnotes(archive)
	if err != nil {
		return plain.Document{}, err
	}
	d := plain.Document{Title: w.title}
	if d.Title == "" {
		d.Title = coreTitle(archive)
	}
	d.Write(append(w.done, notes...))
	d.SayDateline()
	return d, nil
}

// elements goes through the elements of a part, to where it ends. begin is told of
// each that begins and gives false to pass over what is in it; of the others end
// and words are told too.
func elements(part io.Reader, begin func(xml.StartElement) bool, end func(string), words func(string)) error {
	tokens := xml.NewDecoder(io.LimitReader(part, plain.LargestPart))
	for depth := 0; ; {
		token, err := tokens.RawToken()
		switch {
		case errors.Is(err, io.EOF) && depth == 0:
			return nil
		case err != nil:
			return plain.ErrDamaged
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			if !begin(t) {
				depth--
				if err := skip(tokens); err != nil {
					return err
				}
			}
		case xml.EndElement:
			depth--
			end(t.Name.Local)
		case xml.CharData:
			words(string(t))
		}
	}
}

// skip passes over the rest of an element.
func skip(tokens *xml.Decoder) error {
	for depth := 1; depth > 0; {
		token, err := tokens.RawToken()
		if err != nil {
			return plain.ErrDamaged
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// of gives an attribute of an element by its local name.
func of(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// coreTitle gives the title among the properties of a file. What programs put
// there by themselves is none.
func coreTitle(archive *zip.Reader) string {
	part, err := archive.Open("docProps/core.xml")
	if err != nil {
		return ""
	}
	defer part.Close() //nolint:errcheck // it was read only
	in, title := false, ""
	_ = elements(part, func(e xml.StartElement) bool {
		in = e.Name.Local == "title"
		return true
	}, func(string) { in = false }, func(s string) {
		if in {
			title += s
		}
	})
	return plain.RealTitle(title)
}
