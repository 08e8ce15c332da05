package page

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// furniture are words in the class or id of an element that is not of the text:
// what a page has on every page.
var furniture = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:cookie|consent|breadcrumbs?|share|sharing|social|addthis|newsletter|subscribe|subscription|related|recommend(?:ed|ations)?|sidebar|comments?|disqus|advert(?:isement)?|ads?|promo|toolbar|pagination|pager|skip-?(?:link|nav|to)|menu|navbar|nav|site-?(?:header|footer)|masthead|footer|print-?(?:link|button)|back-?to-?top|tag-?(?:list|cloud)|tags|popup|modal|banner|readmore|read-?more|more-?(?:news|stories)|trending|most-?read)(?:[\s_-]|$)`)

// mostFurniture is how many characters such an element has at most: a class can be
// named anything, and an article is long.
const mostFurniture = 1500

// isFurniture reports whether an element is of the page and not of the text: it is
// called so and short, or is a list of links.
func isFurniture(n *html.Node) bool {
	if n.Type != html.ElementNode || n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.Article || n.DataAtom == atom.Main {
		return false
	}
	role := attribute(n, "role")
	if role == "navigation" || role == "banner" || role == "search" || role == "contentinfo" || role == "complementary" || role == "dialog" {
		return true
	}
	if name := attribute(n, "class") + " " + attribute(n, "id"); name != " " && len(name) < 500 && furniture.MatchString(name) {
		return short(n, mostFurniture)
	}
	switch n.DataAtom {
	case atom.Ul, atom.Ol:
		return isMenu(n)
	case atom.Td, atom.P, atom.Div:
		return isRowOfLinks(n)
	}
	return false
}

// short reports whether an element has at most so many characters.
func short(n *html.Node, most int) bool {
	count := 0
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			count += len(strings.TrimSpace(c.Data))
		}
		if count > most {
			return false
		}
	}
	return true
}

// isRowOfLinks reports whether an element has nothing but links with marks between
// them: "Home | About us".
func isRowOfLinks(n *html.Node) bool {
	if !short(n, mostRow) {
		return false
	}
	links := 0
	var between strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := range n.ChildNodes() {
			switch {
			case c.DataAtom == atom.A && attribute(c, "href") != "":
				links++
			case c.Type == html.TextNode:
				between.WriteString(c.Data)
			default:
				walk(c)
			}
		}
	}
	walk(n)
	marks := strings.Trim(between.String(), " \t\n\r\u00a0|·•/›»>-–")
	return links > 1 && marks == "" && strings.ContainsAny(between.String(), "|·•/›»>")
}

// mostRow is how many characters such a row has at most.
const mostRow = 300

// isMenu reports whether a list has nothing but links, none of which is a
// sentence.
func isMenu(list *html.Node) bool {
	links, entries := 0, 0
	for li := range list.ChildNodes() {
		if li.DataAtom != atom.Li {
			continue
		}
		entries++
		all := strings.TrimSpace(bare(li))
		for c := range li.Descendants() {
			to := attribute(c, "href")
			if c.DataAtom == atom.A && strings.TrimSpace(bare(c)) == all && all != "" && !strings.HasSuffix(all, ".") && !strings.HasPrefix(to, "#fn") {
				links++
				break
			}
		}
	}
	return entries > 1 && links == entries
}
