package pdf

import (
	"math"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A matrix maps places, as in ISO 32000-1, 8.3.3.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times gives m and then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// A glyph is what is put on a page: some characters at a place.
type glyph struct {
	text   string
	x, y   float64 // where it stands, on its baseline
	width  float64
	size   float64 // of its letters
	dx, dy float64 // the direction that it runs in, of length 1
	bold   bool
}

// state is what says how text is shown (ISO 32000-1, 9.3).
type state struct {
	ctm                                    matrix
	font                                   *font
	size, char, word, scale, leading, rise float64
}

// A showing follows the operators of a page.
type showing struct {
	*reading
	state
	saved     []state
	text, row matrix // the text matrix, and that of its line
	glyphs    []glyph
	pictured  bool
	marks     []mark // of the marked content that is open
	forms     int    // that were run
}

const (
	deepestForm  = 8
	mostSaved    = 500
	mostGlyphs   = 500_000 // of a page
	mostOperands = 500
	mostForms    = 2000 // of a page
)

// run follows a stream with its resources.
func (s *showing) run(content []byte, resources types.Dict, depth int) {
	if depth == 0 {
		s.ctm, s.scale = identity, 1
	}
	t := tokenizer{in: content}
	var operands []any
	for len(s.glyphs) < mostGlyphs {
		token, ok := t.next(0)
		if !ok {
			return
		}
		op, isOperator := token.(operator)
		if !isOperator {
			if len(operands) < mostOperands {
				operands = append(operands, token)
			}
			continue
		}
		if op == "BI" {
			s.pictured = true
			t.picture()
		}
		s.operate(string(op), operands, resources, depth)
		operands = operands[:0]
	}
}

// numbers gives the first n operands as numbers.
func numbers(operands []any, n int) []float64 {
	all := make([]float64, n)
	for i := range min(n, len(operands)) {
		all[i], _ = operands[i].(float64)
	}
	return all
}

func (s *showing) operate(op string, operands []any, resources types.Dict, depth int) {
	first := numbers(operands, 1)[0]
	switch op {
	case "q":
		if len(s.saved) < mostSaved {
			s.saved = append(s.saved, s.state)
		}
	case "Q":
		if n := len(s.saved); n > 0 {
			s.state, s.saved = s.saved[n-1], s.saved[:n-1]
		}
	case "cm":
		s.ctm = matrix(numbers(operands, 6)).times(s.ctm)
	case "BT":
		s.text, s.row = identity, identity
	case "Tc":
		s.char = first
	case "Tw":
		s.word = first
	case "Tz":
		s.scale = first / 100
	case "TL":
		s.leading = first
	case "Ts":
		s.rise = first
	case "Tf":
		s.choose(operands, resources)
	case "Do":
		s.draw(operands, resources, depth)
	case "BMC", "BDC", "EMC":
		s.mark(op, operands)
	default:
		s.show(op, operands)
	}
}

// show follows the operators that move, and that show text.
func (s *showing) show(op string, operands []any) {
	n := numbers(operands, 6)
	switch op {
	case "Td":
		s.move(n[0], n[1])
	case "TD":
		s.leading = -n[1]
		s.move(n[0], n[1])
	case "Tm":
		s.text, s.row = matrix(n), matrix(n)
	case "T*":
		s.move(0, -s.leading)
	case "'":
		s.move(0, -s.leading)
		s.say(operands)
	case `"`:
		s.word, s.char = n[0], n[1]
		s.move(0, -s.leading)
		s.say(operands[min(2, len(operands)):])
	case "Tj":
		s.say(operands)
	case "TJ":
		if len(operands) == 1 {
			list, _ := operands[0].([]any)
			s.say(list)
		}
	}
}

func (s *showing) move(x, y float64) {
	s.row = matrix{1, 0, 0, 1, x, y}.times(s.row)
	s.text = s.row
}

// say shows strings; numbers between them move back.
func (s *showing) say(pieces []any) {
	for _, piece := range pieces {
		switch v := piece.(type) {
		case float64:
			s.text = matrix{1, 0, 0, 1, -v / 1000 * s.size * s.scale, 0}.times(s.text)
		case string:
			if s.font != nil {
				s.font.each(v, s.put)
			}
		}
	}
}

// put puts a character on the page; width is in thousandths of the size.
func (s *showing) put(text string, width float64, space bool) {
	m := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.times(s.text).times(s.ctm)
	forward := width / 1000 * s.size * s.scale
	long := math.Hypot(s.text.times(s.ctm)[0], s.text.times(s.ctm)[1])
	if text, ok := s.marked(text); ok {
		run := math.Hypot(m[0], m[1])
		if run > 0 && len(s.glyphs) < mostGlyphs {
			s.glyphs = append(s.glyphs, glyph{
				text: text, x: m[4], y: m[5], width: forward * long, size: math.Hypot(m[2], m[3]),
				dx: m[0] / run, dy: m[1] / run, bold: s.font.bold,
			})
			s.count(text)
		}
	}
	forward += s.char * s.scale
	if space {
		forward += s.word * s.scale
	}
	s.text = matrix{1, 0, 0, 1, forward, 0}.times(s.text)
}

// count keeps the size of the text, and how much of it can be told.
func (s *showing) count(text string) {
	s.length += len(text)
	if strings.ContainsRune(text, '\uFFFD') {
		s.unknown++
	} else {
		s.known++
	}
}

// choose takes a font from the resources.
func (s *showing) choose(operands []any, resources types.Dict) {
	if len(operands) != 2 {
		return
	}
	name, _ := operands[0].(nameToken)
	s.size, _ = operands[1].(float64)
	s.font = s.fontOf(s.dict(resources["Font"])[string(name)])
}

// draw runs a form; a picture is only noted.
func (s *showing) draw(operands []any, resources types.Dict, depth int) {
	if s.forms++; len(operands) != 1 || depth >= deepestForm || s.forms > mostForms {
		return
	}
	name, _ := operands[0].(nameToken)
	object := s.dict(resources["XObject"])[string(name)]
	if object == nil {
		return
	}
	dict := s.dict(object)
	if kind := dict.NameEntry("Subtype"); kind == nil || *kind != "Form" {
		s.pictured = true
		return
	}
	dict, content := s.stream(object)
	before, open := s.state, len(s.saved)
	if m := s.array(dict["Matrix"]); len(m) == 6 {
		var own matrix
		for i := range own {
			own[i] = s.number(m[i], 0)
		}
		s.ctm = own.times(s.ctm)
	}
	if inner := s.dict(dict["Resources"]); inner != nil {
		resources = inner
	}
	text, row := s.text, s.row
	s.run(content, resources, depth+1)
	s.state, s.saved, s.text, s.row = before, s.saved[:min(open, len(s.saved))], text, row
}
