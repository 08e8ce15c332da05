package cite

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// hard has everything that a format may stumble over.
var hard = Work{
	Authors: []string{"People's Republic of China", "الجمهورية العربية السورية", "R&D 100% {Council}"}, Title: `A “title” — with \ { } & % $ # _ ~ ^ and 中文`,
	Publisher: "Xinhua & Co.", Published: "2025-11-17", Accessed: "2026-11-28", URL: "https://example.org/a_b?c=%7B1%7D&d=~x#y", Language: "zh-Hant",
	Speaker: "Wang Yi", Paragraph: 4,
}

var catalogue = []Work{trt, anadolu, dpa, joint, three, hard, scripts, titled}

// tool returns the path of a program, or skips the test.
func tool(t *testing.T, name, from string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("SKIPPED: there is no %s (Debian package %s); what it would read was not tried", name, from)
	}
	return path
}

// run returns what a program prints that is given a text.
func run(t *testing.T, in, program string, args ...string) string {
	t.Helper()
	c := exec.Command(program, args...)
	c.Stdin = strings.NewReader(in)
	var errors strings.Builder
	c.Stderr = &errors
	out, err := c.Output()
	if err != nil || errors.Len() > 0 && !strings.HasPrefix(errors.String(), "ris2xml") {
		t.Fatalf("%s %v: %v\n%s\n%s", program, args, err, errors.String(), in)
	}
	return string(out)
}

// TestCSLJSONIsItself reads what is written with the standard library.
func TestCSLJSONIsItself(t *testing.T) {
	var items []cslItem
	if err := json.Unmarshal([]byte(CSLJSON(catalogue...)), &items); err != nil || len(items) != len(catalogue) {
		t.Fatalf("%d items, %v", len(items), err)
	}
	want := cslItem{
		ID: "people-s-republic-of-china-2025", Type: "webpage", Title: hard.Title, Author: []cslName{{hard.Authors[0]}, {hard.Authors[1]}, {hard.Authors[2]}},
		Container: hard.Publisher, Issued: &cslDate{[][]int{{2025, 11, 17}}}, Accessed: &cslDate{[][]int{{2026, 11, 28}}}, URL: hard.URL, Language: "zh-Hant",
		Note: "words of Wang Yi, paragraph 4",
	}
	if diff := cmp.Diff(want, items[5]); diff != "" {
		t.Error(diff)
	}
	if got := items[0].Title; got != "[Report on the joint statement of Syria and China]" {
		t.Errorf("a description is %q", got)
	}
	if CSLJSON() != "[]\n" {
		t.Errorf("no works are %q", CSLJSON())
	}
}

// TestPandocReadsBibTeX reads the entries as pandoc does, and finds in them what
// was written.
func TestPandocReadsBibTeX(t *testing.T) {
	pandoc := tool(t, "pandoc", "pandoc")
	var items []map[string]any
	if err := json.Unmarshal([]byte(run(t, BibTeX(catalogue...), pandoc, "-f", "bibtex", "-t", "csljson")), &items); err != nil || len(items) != len(catalogue) {
		t.Fatalf("%d entries, %v", len(items), err)
	}
	for i, key := range keys(catalogue) {
		w, item := catalogue[i], items[i]
		for _, c := range []struct {
			field string
			want  any
		}{
			{"id", key}, {"title", w.catalogued()}, {"publisher", w.Publisher}, {"URL", w.URL}, {"note", w.remark()},
		} {
			got, _ := item[c.field].(string)
			got = strings.NewReplacer(`<span class="nocase">`, "", "</span>", "", "’", "'", "“", `“`).Replace(got)
			if want := strings.ReplaceAll(c.want.(string), "’", "'"); got != want {
				t.Errorf("%s: %s is %q, want %q", key, c.field, got, want)
			}
		}
		var names []string
		authors, _ := item["author"].([]any)
		for _, a := range authors {
			name, _ := a.(map[string]any)["literal"].(string)
			names = append(names, strings.ReplaceAll(name, "’", "'"))
		}
		if diff := cmp.Diff(w.Authors, names); diff != "" {
			t.Errorf("%s: %s", key, diff)
		}
		issued, _ := json.Marshal(item["issued"])
		want, _ := json.Marshal(csl(w.Published))
		if string(issued) != string(want) {
			t.Errorf("%s is issued %s, want %s", key, issued, want)
		}
	}
}

// TestBibutilsReadsRIS reads the records as bibutils does.
func TestBibutilsReadsRIS(t *testing.T) {
	ris2xml := tool(t, "ris2xml", "bibutils")
	out := run(t, RIS(hard, trt), ris2xml)
	for _, want := range []string{
		">People&apos;s<", "of China<", "السورية<", ">R<", "100% {Council}<", "中文", // bibutils takes all names apart "Xinhua &amp; Co.", "2025", "https://example.org/a_b?c=%7B1%7D&amp;d=~x#y", "words of Wang Yi, paragraph 4",
		"[Report on the joint statement of Syria and China]", "TRT World",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if n := strings.Count(out, "<mods "); n != 2 {
		t.Errorf("%d records", n)
	}
}

// TestBracesAreCounted writes titles that could end their entry.
func TestBracesAreCounted(t *testing.T) {
	for _, title := range []string{"a } b", "{ a", "}{", `\}`, "{a}"} {
		if got := BibTeX(Work{Title: title}); !balanced(got) || strings.Count(got, "@misc{") != 1 {
			t.Errorf("%q is %s", title, got)
		}
	}
}

func TestRIS(t *testing.T) {
	want := strings.ReplaceAll(`TY  - ELEC
ID  - trt-world-2025
TI  - [Report on the joint statement of Syria and China]
PB  - TRT World
PY  - 2025
DA  - 2025/11/17/
UR  - https://www.trtworld.com/article/659268b2aedb
N1  - words of Asaad al-Shaibani, paragraph 9
ER  - 

`, "\n", "\r\n")
	if diff := cmp.Diff(want, RIS(trt)); diff != "" {
		t.Error(diff)
	}
	if got := RIS(Work{Title: "A\nTY  - BOOK", Published: "2025-11"}); strings.Contains(got, "\nTY") || !strings.Contains(got, "DA  - 2025/11//\r\n") {
		t.Errorf("a title of two lines: %q", got)
	}
}

// TestCiteproc holds the three styles against those that the authors of the
// Citation Style Language keep, run by pandoc. They differ from the manuals in two
// things, which are made alike: a comma between two groups, and the capitals of
// titles.
func TestCiteproc(t *testing.T) {
	pandoc := tool(t, "pandoc", "pandoc")
	const styles = "/usr/share/citation-style-language/styles/"
	if _, err := os.Stat(styles); err != nil {
		t.Skip("SKIPPED: the styles are not there (Debian package citation-style-language-styles); the styles were compared with none")
	}
	works := []Work{
		{ID: "one", Authors: []string{"Norland"}, Title: "One", Publisher: "Site", Published: "2023", URL: "https://example.org/1"},
		{ID: "two", Authors: []string{"Syria", "China"}, Title: "Joint statement", Publisher: "Xinhua", Published: "2025-11-17", URL: "https://example.org/2"},
		{ID: "three", Authors: []string{"Japan", "Republic of Korea", "United States"}, Title: "The spirit of Camp David", Publisher: "The White House", Published: "2023-08-18", URL: "https://example.org/3"},
		{ID: "four", Authors: []string{"Averland", "Borland", "Cordonia", "Dornia"}, Title: "Pact", Publisher: "Site", Published: "2031-03", URL: "https://example.org/4"},
		{ID: "arabic", Authors: []string{"سوريا", "中国"}, Title: "بيان مشترك", Publisher: "سانا", Published: "2025-11-17", URL: "https://example.org/5", Language: "ar"},
	}
	bibliography := filepath.Join(t.TempDir(), "works.json")
	if err := os.WriteFile(bibliography, []byte(CSLJSON(works...)), 0o600); err != nil {
		t.Fatal(err)
	}
	for file, style := range map[string]func(Work, Italic) Citation{
		"chicago-fullnote-bibliography": Chicago, "apa": APA, "modern-language-association": MLA,
	} {
		for _, w := range works {
			out := run(t, "X[@"+w.ID+"].\n", pandoc, "-f", "markdown", "-t", "plain", "--wrap=none", "--citeproc", "--csl", styles+file+".csl", "--bibliography", bibliography)
			got := style(w, nil)
			for _, want := range []string{got.Entry, strings.TrimSuffix(got.Note, ".")} {
				if !strings.Contains(alike(out), alike(want)) {
					t.Errorf("%s, %s: citeproc has\n%s\nnot %s", file, w.ID, out, want)
				}
			}
		}
	}
}

func alike(s string) string {
	return strings.ToLower(strings.NewReplacer(", and ", " and ", ", & ", " & ").Replace(s))
}

func TestWrite(t *testing.T) {
	for _, style := range Styles {
		got, err := Write(style, catalogue...)
		if err != nil || strings.Count(got, "Camp David") != 1 {
			t.Errorf("%s: %v\n%s", style, err, got)
		}
		if style != "bibtex" && strings.Contains(got, "“Report on") || strings.Contains(got, `"Report on`) {
			t.Errorf("%s has a description in quotation marks:\n%s", style, got)
		}
	}
	if _, err := Write("harvard"); err == nil || !strings.Contains(err.Error(), "chicago, apa, mla, bibtex, csl-json, ris") {
		t.Errorf("an unknown style: %v", err)
	}
}

func TestDescribes(t *testing.T) {
	for title, want := range map[string]bool{
		"Report on the joint statement":                                      true,
		"Report on a handover of Uyghur fighters to China, with the denial":  true,
		"Japanese rendering of the joint statement, point by point":          true,
		"The joint statement in Chinese, on the Chinese foreign ministry's":  true,
		"Text of the joint statement":                                        true,
		"[Minutes of the meeting]":                                           true,
		"Syria, China pledge closer collaboration on security":               false,
		"China's top diplomat Wang hosts Syrian foreign minister in Beijing": false,
		"Reporters without an answer":                                        false,
		"Postal union meets":                                                 false,
		"외교부":                                                                false,
	} {
		if got := describes(title); got != want {
			t.Errorf("%q describes: %v", title, got)
		}
	}
}

func TestKeysAreUnique(t *testing.T) {
	got := keys([]Work{{ID: "a b"}, {ID: "a-b"}, {Publisher: "The Site", Published: "2025-11"}, {Publisher: "The Site", Published: "2025"}, {Title: "中文"}, {Authors: []string{"Ελλάς"}}})
	if diff := cmp.Diff([]string{"a-b", "a-b-2", "the-site-2025", "the-site-2025-2", "work", "work-2"}, got); diff != "" {
		t.Error(diff)
	}
}
