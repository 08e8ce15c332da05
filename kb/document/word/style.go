package word

import (
	"archive/zip"
	"encoding/xml"
	"strconv"
	"strings"
)

// A style is what the style of a paragraph says of it.
type style struct {
	name     string
	base     string // the style that it changes
	title    bool   // of the whole text
	contents bool   // an entry of the table of contents
	head     bool   // of the first row of a table
	rank     int    // of a heading, from 1
	list     string // the list that its paragraphs are entries of
	level    int
}

// stylesOf reads the styles of a Word file, by their ids. What cannot be read is
// left out: the words do not depend on it.
func stylesOf(archive *zip.Reader) map[string]style {
	styles := map[string]style{}
	part, err := archive.Open("word/styles.xml")
	if err != nil {
		return styles
	}
	defer part.Close() //nolint:errcheck // it was read only
	var id string
	var s style
	_ = elements(part, func(e xml.StartElement) bool {
		value := of(e, "val")
		switch e.Name.Local {
		case "style":
			id, s = of(e, "styleId"), style{}
		case "name":
			s.name = strings.ToLower(value)
			s.title = s.name == "title"
			s.head = strings.HasPrefix(s.name, "table head")
			s.contents = strings.HasPrefix(s.name, "toc ") || s.name == "toc heading"
			if n, ok := strings.CutPrefix(s.name, "heading "); ok {
				s.rank, _ = strconv.Atoi(n)
			}
		case "basedOn":
			s.base = value
		case "outlineLvl":
			if level, err := strconv.Atoi(value); err == nil && level < 9 {
				s.rank = level + 1
			}
		case "numId":
			s.list = value
		case "ilvl":
			s.level, _ = strconv.Atoi(value)
		}
		return true
	}, func(name string) {
		if name == "style" {
			styles[id] = s
		}
	}, func(string) {})
	return styles
}

// styleOf gives the style of a paragraph, with what it has from those that it
// changes.
func (w *wordText) styleOf(p *wordParagraph) style {
	const deepest = 12
	s := w.styles[p.style]
	for base, n := s.base, 0; base != "" && n < deepest; n++ {
		b := w.styles[base]
		s.title, s.contents, s.rank = s.title || b.title, s.contents || b.contents, max(s.rank, b.rank)
		if s.list == "" {
			s.list, s.level = b.list, b.level
		}
		base = b.base
	}
	return s
}
