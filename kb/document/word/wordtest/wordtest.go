// Package wordtest makes Word files for tests.
package wordtest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

// File makes a .docx file of the inside of its body, and of other parts.
func File(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="x" xmlns:wps="y"`
	all := map[string]string{"word/document.xml": "<w:document " + space + "><w:body>" + body + "</w:body></w:document>"}
	for name, part := range parts {
		all[name] = strings.Replace(part, " NS", " "+space, 1)
	}
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	for name, part := range all {
		w, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// Paragraph makes a paragraph of runs; what is no element is the text of one.
func Paragraph(inside ...string) string {
	var s strings.Builder
	for _, in := range inside {
		if !strings.HasPrefix(in, "<") {
			in = `<w:r><w:t xml:space="preserve">` + in + `</w:t></w:r>`
		}
		s.WriteString(in)
	}
	return "<w:p>" + s.String() + "</w:p>"
}

// Styled gives the properties of a paragraph that has a style.
func Styled(name string) string { return `<w:pPr><w:pStyle w:val="` + name + `"/></w:pPr>` }

// Entry gives the properties of a paragraph that is an entry of a list.
func Entry(list string, level int) string {
	return fmt.Sprintf(`<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%s"/></w:numPr></w:pPr>`, level, list)
}

// Superscript makes a run that is raised.
func Superscript(s string) string {
	return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>` + s + `</w:t></w:r>`
}

// Cell makes a cell of a table.
func Cell(properties, words string) string {
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + Paragraph(words) + "</w:tc>"
}

// Archive makes an archive of one file.
func Archive(t testing.TB, name, content string) []byte {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	w, err := archive.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// Bomb makes a .docx file whose text is a piece many times, without ever holding it
// whole: what a process is started from counts as the memory of the process.
func Bomb(t testing.TB, before, piece string, times int) []byte {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	w, err := archive.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	many := max(1, min(times, 1<<16/len(piece)))
	block := []byte(strings.Repeat(piece, many))
	_, err = io.WriteString(w, `<w:document xmlns:w="x"><w:body>`+before)
	for n := 0; n < times && err == nil; n += many {
		_, err = w.Write(block)
	}
	if err != nil || archive.Close() != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}
