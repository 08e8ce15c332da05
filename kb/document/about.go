package document

import (
	"cmp"
	"net/url"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/language"

	"verbatim/kb/document/block"
	"verbatim/kb/text"
)

// named are the names, folded, under which files say what they are.
var named = map[string][]string{
	"title":     strings.Fields("title headline titre titel título titulo заголовок العنوان 标题 標題 başlık judul"),
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

// say takes what a file says of itself under a name. What it said first counts.
func (d *Document) say(name, value string) {
	value = strings.TrimSpace(value)
	switch fieldOf[text.Fold(strings.NewReplacer(" ", "_", "-", "_").Replace(strings.TrimSpace(name)))] {
	case "title":
		d.Title = cmp.Or(d.Title, value)
	case "date":
		d.Date = cmp.Or(d.Date, dayIn(value))
	case "publisher":
		d.Publisher = cmp.Or(d.Publisher, value)
	case "url":
		d.URL = cmp.Or(d.URL, webAddress(value))
	case "language":
		d.Language = cmp.Or(d.Language, knownLanguage(value))
	}
}

// sayFields takes what the lines of a block of metadata say.
func (d *Document) sayFields(lines string) {
	for line := range strings.Lines(lines) {
		if name, value, ok := block.Field(strings.TrimSpace(line)); ok {
			d.say(name, unquoted(value))
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

// mostFront is how many bytes front matter may have.
const mostFront = 1 << 16

// sayFront takes the front matter off the beginning of a text: YAML between two
// lines of "---". What is no YAML is read line by line.
func (d *Document) sayFront(source string) string {
	body, ok := strings.CutPrefix(source, "---\n")
	fields, rest, closed := strings.Cut(body, "\n---\n")
	if only, ok := strings.CutSuffix(body, "\n---"); ok && !closed {
		fields, rest, closed = only, "", true
	}
	if !ok || !closed || len(fields) > mostFront || !strings.Contains(fields, ":") {
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
			d.say(name, value.Value)
		}
	}
	return rest
}

// tidy bounds and checks what a file says of itself.
func (d *Document) tidy() {
	d.Title, d.Publisher = bounded(d.Title), bounded(d.Publisher)
	d.Language = knownLanguage(d.Language)
}

// longestField is how many characters of a title or a name are kept.
const longestField = 300

func bounded(s string) string {
	s = oneLine(s)
	if utf8.RuneCountInString(s) > longestField {
		s = string([]rune(s)[:longestField-1]) + "…"
	}
	return s
}

// webAddress gives an address of the web, and nothing for what is none.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || len(s) > 2000 {
		return ""
	}
	return u.String()
}

// knownLanguage gives a language as BCP 47 writes it, and nothing for what is
// none.
func knownLanguage(s string) string {
	tag, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}
