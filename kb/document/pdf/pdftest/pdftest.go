// Package pdftest makes PDF files for tests.
package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"
)

// A Page is a page of a PDF that a test makes: its stream, and what its resources
// have besides fonts.
type Page struct{ Stream, Resources string }

// File makes a .pdf file of pages. Font F1 is Times, F2 Times in bold; other
// objects, from 20 on, are put in as they are.
func File(t testing.TB, pages []Page, others ...string) []byte {
	t.Helper()
	objects := map[int]string{
		1: "<</Type/Catalog/Pages 2 0 R>>",
		3: "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
		4: "<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>",
	}
	var kids []string
	for i, p := range pages {
		at := 100 + 2*i
		kids = append(kids, fmt.Sprintf("%d 0 R", at))
		objects[at] = fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>%s>>>>", at+1, p.Resources)
		objects[at+1] = Stream(t, "", p.Stream)
	}
	objects[2] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), strings.Join(kids, " "))
	for i, o := range others {
		objects[20+i] = o
	}
	return Objects(objects)
}

// Stream makes an object of a stream.
func Stream(t testing.TB, dict, stream string) string {
	t.Helper()
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(stream)); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("<</Length %d/Filter/FlateDecode%s>>\nstream\n%s\nendstream", b.Len(), dict, b.String())
}

// Objects writes objects with the table of where they are.
func Objects(objects map[int]string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	last := 0
	for n := range objects {
		last = max(last, n)
	}
	places := make([]int, last+1)
	for n := 1; n <= last; n++ {
		if o, ok := objects[n]; ok {
			places[n] = b.Len()
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, o)
		}
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", last+1)
	for _, at := range places[1:] {
		if at == 0 {
			b.WriteString("0000000000 65535 f \n")
			continue
		}
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", last+1, start)
	return b.Bytes()
}

// Lines puts lines on a page from a place on, 14 points apart, in letters of 12.
func Lines(x, y int, lines ...string) string {
	var s strings.Builder
	fmt.Fprintf(&s, "BT /F1 12 Tf 14 TL %d %d Td\n", x, y)
	for _, l := range lines {
		fmt.Fprintf(&s, "(%s) Tj T*\n", l)
	}
	return s.String() + "ET\n"
}

// Pages gives a page many times.
func Pages(p Page, n int) []Page {
	all := make([]Page, n)
	for i := range all {
		all[i] = p
	}
	return all
}

// Looped makes the table of a file refer to itself as the one before.
func Looped(file []byte) []byte {
	at := bytes.LastIndex(file, []byte("xref\n0 "))
	return bytes.Replace(file, []byte("/Root"), fmt.Appendf(nil, "/Prev %d/Root", at), 1)
}
