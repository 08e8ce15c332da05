package word

import (
	"archive/zip"
	"encoding/xml"
	"strconv"
	"strings"

	"verbatim/kb/document/block"
	"verbatim/kb/document/plain"
)

// footnotes gives the footnotes and endnotes that the text refers to, in its
// order, with their numbers.
func (w *wordText) footnotes(archive *zip.Reader) ([]plain.Paragraph, error) {
	texts := map[noteRef][]plain.Paragraph{}
	for part, kind := range map[string]string{"word/footnotes.xml": "footnote", "word/endnotes.xml": "endnote"} {
		if err := w.readNotes(archive, part, kind, texts); err != nil {
			return nil, err
		}
	}
	var notes []plain.Paragraph
	for i, ref := range w.notes {
		for n, p := range texts[ref] {
			if n == 0 {
				p = plain.Paragraph{Text: p.Text, Kind: block.Footnote, Mark: strconv.Itoa(i + 1)}
			}
			notes = append(notes, p)
		}
	}
	return notes, nil
}

// readNotes reads the notes of a part, by their ids.
func (w *wordText) readNotes(archive *zip.Reader, part, kind string, texts map[noteRef][]plain.Paragraph) error {
	file, err := archive.Open(part)
	if err != nil {
		return nil //nolint:nilerr // a file without notes has no such part
	}
	defer file.Close() //nolint:errcheck // it was read only
	in := &wordText{styles: w.styles, numbering: w.numbering, size: w.size}
	var id string
	err = elements(file, func(e xml.StartElement) bool {
		if e.Name.Local == kind {
			id, in.done = of(e, "id"), nil
			return !strings.HasSuffix(of(e, "type"), "eparator") // the line above the notes
		}
		return in.begin(e)
	}, func(name string) {
		if name == kind {
			texts[noteRef{kind == "endnote", id}] = in.done
			return
		}
		in.end(name)
	}, in.words)
	w.size = in.size
	if in.err != nil {
		return in.err
	}
	return err
}
