package pdf

import "sort"

// A cmap says which characters codes are (ISO 32000-1, 9.10.3).
type cmap struct {
	single map[int]string
	ranges []codeRange // by their first code
}

// A codeRange are codes whose characters follow one another.
type codeRange struct {
	first, last int
	text        string
}

// mostCodes is how many codes a table names one by one.
const mostCodes = 1 << 17

// readCmap reads the table of a font.
func readCmap(table []byte) *cmap {
	c := &cmap{single: map[int]string{}}
	t := tokenizer{in: table}
	var operands []any
	for len(c.single) < mostCodes {
		token, ok := t.next(0)
		if !ok {
			break
		}
		op, isOperator := token.(operator)
		if !isOperator {
			operands = append(operands, token)
			continue
		}
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				c.name(operands[i], operands[i+1])
			}
		case "endbfrange":
			for i := 0; i+2 < len(operands); i += 3 {
				c.span(operands[i], operands[i+1], operands[i+2])
			}
		}
		operands = nil
	}
	sort.SliceStable(c.ranges, func(i, j int) bool { return c.ranges[i].first < c.ranges[j].first })
	return c
}

func codeIn(token any) (int, bool) {
	s, ok := token.(string)
	code := 0
	for i := range len(s) {
		code = code<<8 | int(s[i])
	}
	return code, ok && len(s) <= 4
}

func (c *cmap) name(code, text any) {
	n, ok := codeIn(code)
	if s, isText := text.(string); ok && isText {
		c.single[n] = utf16String(s)
	}
}

func (c *cmap) span(first, last, text any) {
	from, ok := codeIn(first)
	to, also := codeIn(last)
	if !ok || !also || to < from || len(c.ranges) > mostCodes {
		return
	}
	switch v := text.(type) {
	case string:
		c.ranges = append(c.ranges, codeRange{from, to, utf16String(v)})
	case []any:
		for i, one := range v {
			if s, ok := one.(string); ok && from+i <= to {
				c.single[from+i] = utf16String(s)
			}
		}
	}
}

// text gives the characters of a code.
func (c *cmap) text(code int) (string, bool) {
	if s, ok := c.single[code]; ok {
		return s, true
	}
	i := sort.Search(len(c.ranges), func(i int) bool { return c.ranges[i].first > code }) - 1
	if i < 0 || code > c.ranges[i].last {
		return "", false
	}
	all := []rune(c.ranges[i].text)
	if len(all) > 0 {
		all[len(all)-1] += rune(code - c.ranges[i].first)
	}
	return string(all), true
}
