package plain

import (
	"cmp"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/language"

	"verbatim/kb/document/block"
	"verbatim/kb/text"
)

// named are the names, folded, under which files say what they are.
var named = map[string][]string{
	"title":     strings.Fields("title headline titre titel título titulo subject betreff objet asunto заголовок العنوان 标题 標題 başlık judul"),
	"date":      strings.Fields("date dated published published_time publication_date release_date datum fecha дата التاريخ 日期 发布时间 發布時間 时间 tarih tanggal data created"),
	"publisher": strings.Fields("publisher site site_name organization organisation الناشر éditeur editor herausgeber издатель"),
	"url":       strings.Fields("url source_url link canonical canonical_url permalink uri address original_url الرابط 链接 連結"),
	"language":  strings.Fields("language lang locale langue sprache idioma язык اللغة 语言 語言 dil bahasa língua"),
}

// fieldOf gives the field that a name is of.
var fieldOf = func() map[string]string {
	fields := map[string]string{}
	for field, names := range named {
		for _, name := range names {
			fields[text.Fold(name)] = field
		}
	}
	return fields
}()

// Say takes what a file says of itself under a name. What it said first counts.
func (d *Document) Say(name, value string) {
	value = strings.TrimSpace(value)
	switch fieldOf[text.Fold(strings.NewReplacer(" ", "_", "-", "_").Replace(strings.TrimSpace(name)))] {
	case "title":
		d.Title = cmp.Or(d.Title, value)
	case "date":
		d.Date = cmp.Or(d.Date, DayIn(value))
	case "publisher":
		d.Publisher = cmp.Or(d.Publisher, value)
	case "url":
		d.URL = cmp.Or(d.URL, WebAddress(value))
	case "language":
		d.Language = cmp.Or(d.Language, KnownLanguage(value))
	}
}

// sayFields takes what the lines of a block of metadata say.
func (d *Document) sayFields(lines string) {
	for line := range strings.Lines(lines) {
		if name, value, ok := block.Field(strings.TrimSpace(line)); ok {
			d.Say(name, unquoted(value))
		}
	}
}

// unquoted takes the quotation marks off that stand around a value.
func unquoted(s string) string {
	if n := len(s); n > 1 && s[0] == s[n-1] && (s[0] == '"' || s[0] == '\'') {
		return s[1 : n-1]
	}
	return s
}

// MostFront is how many bytes front matter may have.
const MostFront = 1 << 16

// SayFront takes the front matter off the beginning of a text: YAML between two
// lines of "---", or TOML between two of "+++". What is no YAML is read line by line.
func (d *Document) SayFront(source string) string {
	if body, ok := strings.CutPrefix(source, "+++\n"); ok {
		return d.sayTOML(source, body)
	}
	body, ok := strings.CutPrefix(source, "---\n")
	fields, rest, closed := strings.Cut(body, "\n---\n")
	if only, ok := strings.CutSuffix(body, "\n---"); ok && !closed {
		fields, rest, closed = only, "", true
	}
	if !ok || !closed || len(fields) > MostFront || !strings.Contains(fields, ":") {
		return source
	}
	var m map[string]yaml.Node
	if err := yaml.Unmarshal([]byte(fields), &m); err != nil {
		d.sayFields(fields)
		return rest
	}
	for name, value := range m {
		if _, known := fieldOf[text.Fold(name)]; known && value.Kind == yaml.ScalarNode {
			continue // below, in the order of the file
		}
		delete(m, name)
	}
	for line := range strings.Lines(fields) {
		name, _, _ := strings.Cut(line, ":")
		if value, ok := m[strings.TrimSpace(name)]; ok {
			d.Say(name, value.Value)
		}
	}
	return rest
}

// sayTOML takes front matter of lines such as title = "…".
func (d *Document) sayTOML(source, body string) string {
	fields, rest, closed := strings.Cut(body, "\n+++\n")
	if !closed || len(fields) > MostFront || !strings.Contains(fields, "=") {
		return source
	}
	for line := range strings.Lines(fields) {
		if name, value, ok := strings.Cut(line, "="); ok {
			d.Say(name, unquoted(strings.TrimSpace(value)))
		}
	}
	return rest
}

// Tidy bounds and checks what a file says of itself.
func (d *Document) Tidy() {
	d.Title, d.Publisher = bounded(d.Title), bounded(d.Publisher)
	d.Language = KnownLanguage(d.Language)
}

// longestField is how many characters of a title or a name are kept.
const longestField = 300

func bounded(s string) string {
	s = OneLine(s)
	if utf8.RuneCountInString(s) > longestField {
		s = string([]rune(s)[:longestField-1]) + "…"
	}
	return s
}

// WebAddress gives an address of the web, and nothing for what is none.
func WebAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || len(s) > 2000 {
		return ""
	}
	return u.String()
}

// KnownLanguage gives a language as BCP 47 writes it, and nothing for what is
// none.
func KnownLanguage(s string) string {
	tag, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}

// SayDateline takes the day that stands above the text, if nothing else has said
// one.
func (d *Document) SayDateline() {
	head := d.Text[:min(len(d.Text), MostFront)]
	blocks := block.Blocks(strings.ToValidUTF8(head, ""))
	for i := range blocks {
		if blocks[i].Kind == block.Metadata {
			d.Say("date", blocks[i].Text)
		}
		if blocks[i].Kind.Says() {
			d.Say("date", wired(blocks[i].Text))
			return
		}
	}
}

// wired gives what stands before a dash at the beginning of a news agency's text, if it
// may be a place and a day: "HARL, March 14, 2031 (River News) -- …".
func wired(s string) string {
	const most = 80
	if head, _, ok := dashed(s); ok && len(head) <= most && First(head) != utf8.RuneError && unicode.IsUpper(First(head)) {
		return head
	}
	return ""
}

func dashed(s string) (before, after string, ok bool) {
	for _, dash := range []string{" -- ", " — ", " – ", " - "} {
		if before, after, ok = strings.Cut(s, dash); ok {
			return before, after, true
		}
	}
	return "", "", false
}

// RealTitle gives a title, and nothing for the name of a file or of a program.
func RealTitle(s string) string {
	s = OneLine(s)
	lower := strings.ToLower(s)
	for _, no := range []string{"microsoft word", "untitled", "document1", ".doc", ".pdf", ".indd", ".rtf", ".odt"} {
		if strings.Contains(lower, no) {
			return ""
		}
	}
	return s
}

// LargestPart is how many bytes a part of a file may have when it is unpacked.
const LargestPart = 64 << 20

// SayLines takes the fields off that stand before the text as plain lines.
func (d *Document) SayLines(source string) string {
	head := source[:min(len(source), MostFront)]
	blocks := block.Blocks(head)
	rest := source
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != block.Metadata && b.Kind != block.Rule || b.Kind == block.Metadata && !HasField(b.Text) || b.End == len(head) {
			break
		}
		d.sayFields(head[b.Start:b.End])
		if b.Kind == block.Metadata {
			rest = source[b.End:]
		}
	}
	return rest
}
