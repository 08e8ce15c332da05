package block

// A reader reads one text.
type reader struct {
	text       string
	paragraphs [][]line
	width      int             // that most of the text is wrapped at; 0 if it is not
	words      map[string]bool // of those that lines' ends may cut, the ones that the text has
	labels     labels
	front      int // where front matter ends; 0 if there is none
	blocks     []Block
	pieces     []piece // what was seen of each block
}

// A piece is what is seen of a block by itself.
type piece struct {
	speaker  string // of its label
	role     Role   // of its label
	labelled bool
	mark     markKind
	shape    shape
	lines    uint8 // how many, up to 255
}

func newReader(text string) *reader {
	r := &reader{text: text, paragraphs: paragraphs(text)}
	r.width = typical(text, r.paragraphs)
	r.lookUp()
	r.front = r.readFront()
	r.readLabels()
	return r
}

// cut cuts a paragraph into blocks.
func (r *reader) cut(number int, p []line) {
	for n := len(p); n > 0; n-- { // front matter may end within a paragraph
		if p[n-1].end <= r.front || n == len(p) && r.isMetadata(p) {
			var lines [][]line
			for i := range n {
				lines = append(lines, p[i:i+1])
			}
			r.put(number, lines, piece{shape: metadata}, label{})
			p = p[n:]
			break
		}
	}
	if len(p) == 0 {
		return
	}
	if len(p) == 1 {
		r.piece(number, [][]line{p})
		return
	}
	begin := r.beginnings(p)
	begins := func(l line) bool { return begin[l.start] }
	var open [][]line
	for _, g := range r.groups(p, begins) {
		if len(open) > 0 && (begins(g[0]) || r.apart(open, g)) {
			r.piece(number, open)
			open = nil
		}
		open = append(open, g)
	}
	r.piece(number, open)
}

// beginnings gives the lines of a paragraph, by where they start, that begin
// something: what somebody says, an entry, a row. In running text a number or a
// dash may come to stand at a line's beginning; it begins an entry where the line
// before ends, or where other lines begin so too.
func (r *reader) beginnings(p []line) map[int]bool {
	begin := map[int]bool{}
	var kinds [noteMark + 1]int
	for _, l := range p {
		_, kind, _ := readMark(r.text[l.start:l.end])
		kinds[kind]++
	}
	for i, l := range p {
		s := r.text[l.start:l.end]
		_, kind, _ := readMark(s)
		ended := i == 0 || endsLine(lastRune(r.text[p[i-1].start:p[i-1].end]))
		_, labelled := r.label(l)
		begin[l.start] = labelled && r.mayTurn(p, i) || isRow(s) || kind != noMark && (ended || kinds[kind] > 1)
	}
	return begin
}

// apart reports whether a line that ends as its author wants is a piece of its
// own: a heading, a rule, a paragraph of a text without blank lines.
func (r *reader) apart(open [][]line, next []line) bool {
	last := open[len(open)-1]
	end := line{last[0].start, last[len(last)-1].end}
	s := r.text[end.start:end.end]
	after := r.text[next[0].start:next[len(next)-1].end]
	switch {
	case r.isRule(end), r.isRule(next[0]), isRow(s):
		return true
	case len(open) == 1 && readShape(s) == title && len(next) > 1:
		return true
	case columns(s) > narrow*3/2 && endsSentence(s), columns(s) > widest:
		return true
	}
	return len(open) == 1 && readShape(s) == title && columns(after) > narrow*3/2 && endsSentence(after)
}

// piece adds the block of the lines of a piece.
func (r *reader) piece(number int, groups [][]line) {
	first := groups[0][0]
	var p piece
	lines := 0
	for _, g := range groups {
		lines += len(g)
	}
	p.lines = uint8(min(lines, 255))
	if l, ok := r.label(first); ok {
		p.labelled, p.speaker, p.role = true, l.speaker, l.role
		r.put(number, groups, p, l)
		return
	}
	r.put(number, groups, p, label{})
}

// put adds a block, and reads the mark before its words.
func (r *reader) put(number int, groups [][]line, p piece, l label) {
	first, last := groups[0], groups[len(groups)-1]
	b := Block{Paragraph: number, Start: first[0].start, End: last[len(last)-1].end, Under: -1}
	from := b.Start
	if p.labelled {
		from += l.length
		b.Label = l.written
	} else if p.shape != metadata && !r.isRule(line{b.Start, b.End}) {
		var length int
		b.Mark, p.mark, length = readMark(r.text[first[0].start:first[0].end])
		if b.Start+length < b.End {
			from += length
		}
	}
	b.Text, b.from, b.spans = r.unwrap(groups, from)
	if p.shape != metadata {
		p.shape = r.shapeOf(&b, p)
	}
	r.blocks, r.pieces = append(r.blocks, b), append(r.pieces, p)
}
