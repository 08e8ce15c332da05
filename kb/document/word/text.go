package word

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"verbatim/kb/document/block"
	"verbatim/kb/document/plain"
)

// wordText collects the paragraphs of a Word file.
type wordText struct {
	styles    map[string]style
	numbering numbering
	title     string
	done      []plain.Paragraph
	open      []*wordParagraph // a text box is a paragraph in a paragraph
	tables    []*wordTable
	run       struct{ raised, hidden bool }
	inRun     bool // properties now are those of a run, and not of a paragraph
	inText    bool
	notes     []noteRef
	size      int // of all words so far
	err       error
}

// A noteRef is a footnote or an endnote that the text refers to.
type noteRef struct {
	end bool
	id  string
}

// A wordParagraph is one that is read.
type wordParagraph struct {
	strings.Builder
	style string
	level int    // of its list
	list  string // the list that it is an entry of; empty: what its style says
	rank  int    // of the heading that it is, from 1
	runs  int
	bolds int // runs that are bold
}

// deepestWord is how many tables and text boxes may be in one another.
const deepestWord = 50

func (w *wordText) read(part io.Reader) error {
	err := elements(part, w.begin, w.end, w.words)
	if w.err != nil {
		return w.err
	}
	return err
}

// passed are the elements whose words are not of the text: what was deleted or
// moved away, what older programs are given instead, readings beside characters.
var passed = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "rt": true, "footnotePr": true, "sectPr": true, "instrText": true}

func (w *wordText) begin(e xml.StartElement) bool {
	name := e.Name.Local
	switch {
	case passed[name]:
		return false
	case len(w.open) > deepestWord || len(w.tables) > deepestWord:
		w.err = plain.ErrTooDeep
		return false
	case name == "p":
		w.open = append(w.open, &wordParagraph{})
		return true
	case w.tableBegins(e), len(w.open) == 0:
		return true
	}
	p := w.open[len(w.open)-1]
	switch name {
	case "pPr", "pPrChange":
		w.inRun = false
		return name == "pPr"
	case "r":
		w.inRun, w.run.raised, w.run.hidden = true, false, false
		p.runs++
	case "rPr":
		return w.inRun // else of the mark that ends the paragraph
	case "t":
		w.inText = true
	case "tab", "ptab":
		if w.inRun {
			p.WriteByte(' ')
		}
	case "br", "cr":
		w.lineBreak(p, of(e, "type"))
	case "noBreakHyphen":
		p.WriteRune('‑')
	case "footnoteReference", "endnoteReference":
		w.refer(p, name == "endnoteReference", of(e, "id"))
	default:
		w.property(p, name, of(e, "val"))
	}
	return true
}

// property takes what says how a paragraph or a run is.
func (w *wordText) property(p *wordParagraph, name, value string) {
	off := value == "0" || value == "false" || value == "none"
	switch name {
	case "pStyle":
		p.style = value
	case "numId":
		p.list = value
	case "ilvl":
		p.level, _ = strconv.Atoi(value)
	case "outlineLvl":
		if level, err := strconv.Atoi(value); err == nil && level < 9 {
			p.rank = level + 1
		}
	case "vertAlign":
		w.run.raised = value == "superscript"
	case "position":
		w.run.raised = !strings.HasPrefix(value, "-") && value != "0"
	case "vanish":
		w.run.hidden = !off
	case "b":
		if w.inRun && !off {
			p.bolds++
		}
	}
}

func (w *wordText) lineBreak(p *wordParagraph, kind string) {
	if kind == "page" || kind == "column" {
		p.WriteByte(' ')
		return
	}
	p.WriteByte('\n')
}

// refer sets the mark of a footnote apart.
func (w *wordText) refer(p *wordParagraph, end bool, id string) {
	w.notes = append(w.notes, noteRef{end, id})
	p.WriteString(string(plain.NoteOpen) + strconv.Itoa(len(w.notes)) + string(plain.NoteClose))
}

func (w *wordText) words(s string) {
	if !w.inText || w.run.hidden || len(w.open) == 0 {
		return
	}
	if w.size += len(s); w.size > plain.Longest {
		w.err = plain.ErrTooLong
		return
	}
	p := w.open[len(w.open)-1]
	switch {
	case w.run.raised && plain.IsNoteMark(p.String(), s):
		p.WriteString(string(plain.NoteOpen) + strings.Trim(s, "[]() ") + string(plain.NoteClose))
	case w.run.raised && strings.Trim(s, "0123456789+-−") == "":
		p.WriteString(plain.Raised.Replace(s))
	default:
		p.WriteString(s)
	}
}

func (w *wordText) end(name string) {
	switch {
	case name == "t":
		w.inText = false
	case name == "p" && len(w.open) > 0:
		p := w.open[len(w.open)-1]
		w.open = w.open[:len(w.open)-1]
		w.put(p)
	default:
		w.tableEnds(name)
	}
}

// put adds a paragraph that is complete.
func (w *wordText) put(p *wordParagraph) {
	s := w.styleOf(p)
	text := strings.TrimSpace(p.String())
	if s.contents || text == "" {
		return
	}
	made := plain.Paragraph{Text: text}
	list, level := p.list, p.level
	if list == "" {
		list, level = s.list, max(level, s.level)
	}
	if mark, ok := w.numbering.next(list, level); ok {
		made.Kind, made.Mark = block.ListEntry, mark
	}
	if rank := max(p.rank, s.rank); rank > 0 || s.title {
		made.Kind = block.Heading
		if w.title == "" && (s.title || rank == 1) {
			w.title = plain.OneLine(text)
		}
	}
	if plain.HasMark(made) {
		made.Mark = ""
	}
	if n := len(w.tables); n > 0 {
		w.tables[n-1].add(made, s.head || p.bolds > 0 && p.bolds >= p.runs)
		return
	}
	w.done = append(w.done, made)
}
