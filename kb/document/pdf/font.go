package pdf

import (
	"strings"

	corefont "github.com/pdfcpu/pdfcpu/pkg/font"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"verbatim/kb/document/plain"
)

// A font says which characters the codes in a string are, and how wide.
type font struct {
	composite bool // codes have two bytes
	bold      bool
	name      string
	mapping   *cmap           // that the file gives (ToUnicode); nil if it gives none
	codes     map[int]string  // of a simple font, by its encoding
	widths    map[int]float64 // in thousandths of the size
	usual     float64         // the width of other codes; negative: that of the standard fonts
	predef    string          // a character map of the standard, such as "UniGB-UCS2-H"
	made      map[int]string  // what was found of a code
}

// each tells of every code of a string its characters and width, and whether it
// is a space of one byte, which word spacing widens.
func (f *font) each(s string, tell func(text string, width float64, space bool)) {
	step := 1
	if f.composite {
		step = 2
	}
	for ; len(s) >= step; s = s[step:] {
		code := int(s[0])
		if step == 2 {
			code = code<<8 | int(s[1])
		}
		text := f.text(code, s[:step])
		tell(text, f.width(code, text), step == 1 && code == ' ')
	}
}

// text gives the characters of a code; U+FFFD where they cannot be told.
func (f *font) text(code int, raw string) string {
	if text, ok := f.made[code]; ok {
		return text
	}
	text := f.look(code, raw)
	if text != "\uFFFD" {
		text = letters(text)
	}
	f.made[code] = text
	return text
}

func (f *font) look(code int, raw string) string {
	if f.mapping != nil {
		if text, ok := f.mapping.text(code); ok {
			return text
		}
	}
	switch {
	case !f.composite:
		if text, ok := f.codes[code]; ok {
			return text
		}
	case strings.Contains(f.predef, "UCS2") || strings.Contains(f.predef, "UTF16"):
		return utf16String(raw)
	}
	return "\uFFFD"
}

// letters gives letters for their ligatures and forms, and nothing for what is no
// character.
func letters(text string) string {
	var s strings.Builder
	for _, r := range text {
		switch {
		case r >= 0xFB00 && r <= 0xFB4F, r >= 0xFB50 && r <= 0xFDCF, r >= 0xFDF0 && r <= 0xFDFC, r >= 0xFE70 && r <= 0xFEFC:
			s.WriteString(norm.NFKC.String(string(r)))
		case r == 0xF0B7 || r == 0xF0A7 || r == 0xF0D8 || r == 0xF076: // of symbol fonts
			s.WriteString(plain.Bullet)
		case r < ' ', r == plain.NoteOpen, r == plain.NoteClose:
		default:
			s.WriteRune(r)
		}
	}
	return s.String()
}

func (f *font) width(code int, text string) float64 {
	if w, ok := f.widths[code]; ok {
		return w
	}
	if f.usual >= 0 {
		return f.usual
	}
	w, err := corefont.CharWidth(f.name, []rune(text + " ")[0])
	if err != nil {
		return 500
	}
	return float64(w)
}

// fontOf reads a font; nil where there is none.
func (p *reading) fontOf(o types.Object) *font {
	key := ""
	if o != nil {
		key = o.String()
	}
	if f, ok := p.fonts[key]; ok && strings.HasSuffix(key, "R)") {
		return f
	}
	dict := p.dict(o)
	if dict == nil {
		return nil
	}
	f := &font{codes: map[int]string{}, widths: map[int]float64{}, made: map[int]string{}}
	if base := dict.NameEntry("BaseFont"); base != nil {
		_, f.name, _ = strings.Cut("+"+*base, "+")
		if i := strings.LastIndex(f.name, "+"); i >= 0 {
			f.name = f.name[i+1:]
		}
		f.bold = strings.Contains(f.name, "Bold") || strings.Contains(f.name, "Black") || strings.Contains(f.name, "Heavy")
	}
	if _, table := p.stream(dict["ToUnicode"]); table != nil {
		f.mapping = readCmap(table)
	}
	if kind := dict.NameEntry("Subtype"); kind != nil && *kind == "Type0" {
		p.compose(f, dict)
	} else {
		p.simple(f, dict)
	}
	p.fonts[key] = f
	return f
}

// compose reads what a font says that is made of others (ISO 32000-1, 9.7).
func (p *reading) compose(f *font, dict types.Dict) {
	f.composite = true
	if predef := dict.NameEntry("Encoding"); predef != nil {
		f.predef = *predef
	}
	descendants := p.array(dict["DescendantFonts"])
	if len(descendants) == 0 {
		return
	}
	inner := p.dict(descendants[0])
	f.usual = p.number(inner["DW"], 1000)
	widths := p.array(inner["W"])
	for i := 0; i+1 < len(widths); {
		first := int(p.number(widths[i], 0))
		if list := p.array(widths[i+1]); list != nil {
			for n, w := range list {
				f.widths[first+n] = p.number(w, f.usual)
			}
			i += 2
			continue
		}
		if i+2 >= len(widths) {
			return
		}
		last, w := int(p.number(widths[i+1], 0)), p.number(widths[i+2], f.usual)
		for code := first; code <= min(last, first+1<<16); code++ {
			f.widths[code] = w
		}
		i += 3
	}
}

// simple reads what a font says whose codes have one byte (ISO 32000-1, 9.6).
func (p *reading) simple(f *font, dict types.Dict) {
	f.usual = -1
	first := int(p.number(dict["FirstChar"], 0))
	for i, w := range p.array(dict["Widths"]) {
		f.widths[first+i], f.usual = p.number(w, 0), 0
	}
	table := charmap.Windows1252
	encoding, _ := p.file.Dereference(dict["Encoding"])
	base := ""
	switch e := encoding.(type) {
	case types.Name:
		base = string(e)
	case types.Dict:
		if name := e.NameEntry("BaseEncoding"); name != nil {
			base = *name
		}
	}
	if base == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	for code := range 256 {
		if r := table.DecodeByte(byte(code)); code >= ' ' && r != '\uFFFD' {
			f.codes[code] = string(r)
		}
	}
	if e, ok := encoding.(types.Dict); ok {
		p.differ(f, e)
	}
}

// differ takes the codes that an encoding names.
func (p *reading) differ(f *font, encoding types.Dict) {
	code := 0
	for _, o := range p.array(encoding["Differences"]) {
		o, err := p.file.Dereference(o)
		if err != nil {
			continue
		}
		switch v := o.(type) {
		case types.Integer:
			code = int(v)
		case types.Name:
			f.codes[code] = glyphName(string(v))
			code++
		}
	}
}
