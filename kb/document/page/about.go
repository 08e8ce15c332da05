package page

import (
	"cmp"
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/kb/document/plain"
)

// aboutPage gives what a page says of itself: in JSON-LD (schema.org), in meta
// elements (Open Graph, Dublin Core), in its links and elements. What is said most
// exactly comes first.
func aboutPage(root *html.Node) plain.Document {
	meta, said := metaOf(root), linked(root)
	name := titleOf(root)
	publisher := cmp.Or(said.publisher, meta["og:site_name"], meta["dc.publisher"], meta["dcterms.publisher"], meta["citation_publisher"], meta["publisher"])
	return plain.Document{
		Title: cmp.Or(theHeading(root), said.title, meta["og:title"], meta["dc.title"], withoutName(name, publisher)),
		Date: firstDay(said.date, meta["article:published_time"], meta["dc.date.issued"], meta["dcterms.issued"], meta["dcterms.created"],
			meta["dc.date"], meta["dcterms.date"], meta["citation_publication_date"], meta["datepublished"], meta["publish-date"],
			meta["pubdate"], meta["date"], timeOf(root)),
		Publisher: publisher,
		URL:       cmp.Or(plain.WebAddress(canonical(root)), plain.WebAddress(meta["og:url"]), plain.WebAddress(said.url)),
		Language: cmp.Or(plain.KnownLanguage(languageOf(root)), plain.KnownLanguage(meta["content-language"]), plain.KnownLanguage(meta["dc.language"]),
			plain.KnownLanguage(said.language), plain.KnownLanguage(meta["og:locale"])),
	}
}

func firstDay(values ...string) string {
	for _, v := range values {
		if day := plain.DayIn(v); day != "" {
			return day
		}
	}
	return ""
}

// metaOf gives the contents of the meta elements by their names, in small letters;
// of several of one name the first.
func metaOf(root *html.Node) map[string]string {
	all := map[string]string{}
	for n := range root.Descendants() {
		if n.DataAtom != atom.Meta {
			continue
		}
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			if name := strings.ToLower(attribute(n, key)); name != "" && all[name] == "" {
				all[name] = strings.TrimSpace(attribute(n, "content"))
			}
		}
	}
	return all
}

// A record is what JSON-LD says of an article.
type record struct{ title, date, publisher, url, language string }

// mostLinked is how deep and in how many values JSON-LD is looked through.
const (
	deepestLinked = 6
	mostLinked    = 2000
)

// linked reads the JSON-LD of a page.
func linked(root *html.Node) (r record) {
	for n := range root.Descendants() {
		if n.DataAtom != atom.Script || !strings.EqualFold(attribute(n, "type"), "application/ld+json") || n.FirstChild == nil {
			continue
		}
		var value any
		if json.Unmarshal([]byte(n.FirstChild.Data), &value) == nil {
			left := mostLinked
			r.look(value, deepestLinked, &left)
		}
	}
	return r
}

// look takes what the articles among values say, at any depth.
func (r *record) look(value any, depth int, left *int) {
	if *left--; *left < 0 || depth == 0 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			r.look(one, depth-1, left)
		}
	case map[string]any:
		if _, dated := v["datePublished"]; dated || isArticle(v["@type"]) {
			r.title = cmp.Or(r.title, wordsOf(v["headline"]), wordsOf(v["name"]))
			r.date = cmp.Or(r.date, wordsOf(v["datePublished"]), wordsOf(v["dateCreated"]))
			r.publisher = cmp.Or(r.publisher, wordsOf(v["publisher"]), wordsOf(v["sourceOrganization"]))
			r.url = cmp.Or(r.url, wordsOf(v["url"]), wordsOf(v["mainEntityOfPage"]))
			r.language = cmp.Or(r.language, wordsOf(v["inLanguage"]))
		}
		for _, one := range []string{"@graph", "mainEntity", "itemListElement"} {
			r.look(v[one], depth-1, left)
		}
	}
}

func isArticle(kind any) bool {
	name := wordsOf(kind)
	return strings.HasSuffix(name, "Article") || name == "Report" || name == "BlogPosting" || strings.HasSuffix(name, "PressRelease") || name == "GovernmentStatement"
}

// wordsOf gives a value as words: of a record its name or id, of a list the first.
func wordsOf(value any) string {
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		if len(v) > 0 {
			return wordsOf(v[0])
		}
	case map[string]any:
		name, _ := v["name"].(string)
		id, _ := v["@id"].(string)
		return strings.TrimSpace(cmp.Or(name, id))
	}
	return ""
}

func titleOf(root *html.Node) string {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Title && n.FirstChild != nil {
			return plain.OneLine(n.FirstChild.Data)
		}
	}
	return ""
}

// withoutName takes the name of the publisher off the end of a title, with what
// stands between.
func withoutName(title, publisher string) string {
	if cut, ok := strings.CutSuffix(title, publisher); ok && publisher != "" {
		if bare := strings.TrimRight(cut, " |–—-·:»"); bare != strings.TrimRight(cut, " ") && bare != "" {
			return bare
		}
	}
	return title
}

// canonical gives the address that a page has.
func canonical(root *html.Node) string {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Link && strings.EqualFold(attribute(n, "rel"), "canonical") {
			return attribute(n, "href")
		}
	}
	return ""
}

// timeOf gives the day of the first time element.
func timeOf(root *html.Node) string {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Time {
			if at := attribute(n, "datetime"); at != "" {
				return at
			}
			if n.FirstChild != nil {
				return n.FirstChild.Data
			}
		}
	}
	return ""
}

func languageOf(root *html.Node) string {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Html {
			return cmp.Or(attribute(n, "lang"), attribute(n, "xml:lang"))
		}
	}
	return ""
}
