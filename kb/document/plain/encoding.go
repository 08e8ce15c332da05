package plain

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	utf "golang.org/x/text/encoding/unicode"
)

// Decode gives a plain text in UTF-8, without a byte order mark and with LF at
// the ends of lines; and the encoding that it was in, if that was another.
func Decode(content []byte) (source, name string, err error) {
	name, found := EncodingOf(content)
	if found != nil {
		if content, err = found.NewDecoder().Bytes(content); err != nil {
			return "", "", ErrNotText
		}
	}
	source = strings.TrimPrefix(string(content), "\uFEFF")
	if !isText(source) || found != nil && strings.ContainsRune(source, utf8.RuneError) {
		return "", "", ErrNotText
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", string(NoteOpen), "", string(NoteClose), "").Replace(source), name, nil
}

// isText reports whether a string is UTF-8 and has no control characters that no
// text has.
func isText(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	return strings.IndexFunc(s, func(r rune) bool {
		return r < 0x20 && !strings.ContainsRune("\t\n\v\f\r\x1A\x1B", r)
	}) < 0
}

// EncodingOf tells the encoding of a text: UTF-8 where it is that, what a byte
// order mark says, or what the bytes look like. The encoding is nil for UTF-8.
func EncodingOf(content []byte) (string, encoding.Encoding) {
	switch {
	case bytes.HasPrefix(content, []byte("\xFE\xFF")), bytes.HasPrefix(content, []byte("\xFF\xFE")):
		return "utf-16", utf.UTF16(utf.BigEndian, utf.UseBOM)
	case zeros(content, 1):
		return "utf-16le", utf.UTF16(utf.LittleEndian, utf.IgnoreBOM)
	case zeros(content, 0):
		return "utf-16be", utf.UTF16(utf.BigEndian, utf.IgnoreBOM)
	case utf8.Valid(content) && !bytes.Contains(content, []byte("\x1B$")):
		return "", nil
	}
	return guessed(content)
}

// zeros reports whether every second byte, from one on, is often zero and the
// others never are: Latin letters and spaces in UTF-16.
func zeros(content []byte, from int) bool {
	var zero [2]int
	for i, b := range content[:min(len(content), 4096)] {
		if b == 0 {
			zero[i%2]++
		}
	}
	return zero[from]*20 > min(len(content), 4096) && zero[1-from] == 0
}

// What is guessed by its letters is this likely at least, in percent: below, what
// was seen was wrong (TestEncodings).
const leastLikely = 30

// same are encodings that another one, which has all of their letters, stands for
// as it does on the web (https://encoding.spec.whatwg.org/#names-and-labels).
var same = map[string]string{
	"ISO-8859-1": "windows-1252", "ISO-8859-9": "windows-1254", "ISO-8859-8-I": "windows-1255", "ISO-8859-8": "windows-1255",
	"GB-18030": "gb18030",
}

// guessed gives the likeliest encoding in which the bytes are a text.
func guessed(content []byte) (string, encoding.Encoding) {
	guesses, err := chardet.NewTextDetector().DetectAll(content[:min(len(content), 1<<16)])
	if err != nil {
		return "", Unknown
	}
	for _, g := range guesses {
		name := g.Charset
		if to, ok := same[name]; ok {
			name = to
		}
		found, err := htmlindex.Get(name)
		if err != nil || g.Confidence < leastLikely {
			continue
		}
		if text, err := found.NewDecoder().Bytes(content); err == nil && isText(string(text)) && !bytes.ContainsRune(text, utf8.RuneError) && sameScript(string(text)) {
			return strings.ToLower(name), found
		}
	}
	return "", Unknown
}

// sameScript reports whether a text hardly has words of two scripts, as Latin
// letters that are read as Chinese make them.
func sameScript(s string) bool {
	letters, mixed := 0, 0
	var before rune
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsLetter(before) && unicode.Is(unicode.Latin, r) != unicode.Is(unicode.Latin, before) {
				mixed++
			}
		}
		before = r
	}
	return mixed*20 <= letters
}

// Unknown is the encoding of what cannot be read as any.
var Unknown encoding.Encoding = encoding.Replacement
