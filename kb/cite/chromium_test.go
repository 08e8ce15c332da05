package cite

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"image"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

// A linked is a quotation on a page: its n-th place in the text.
type linked struct {
	about, text, quotation string
	n                      int
	pre                    bool // the page keeps the lines of the text
	language               string
}

const statement = `The two sides reaffirmed the principle. Taiwan is an integral part of China, they said.

The Syrian side stated that Taiwan is an integral part of China, and that the People’s Republic is the sole legitimate government.
It will not close the river, and it does not intend to tax it; the counter-terrorism patrols (since 2019) go on.

The Syrian side stated that Taiwan is a matter of its own. ` + `The end of the river: it will not close the river.

After the war, the two sides met in Beijing. After the talks, they went home.`

const arabic = "أكد الجانبان أن النهر سيبقى مفتوحاً أمام الجميع.\n\nوقال الوزير إن النهر سيبقى مفتوحاً، ولن يُغلق قبل عام 2040.\n\nوقال الوزير إن الجسر سيُفتح في حزيران."

const chinese = "双方重申坚持一个中国原则。叙方表示，台湾是中国领土不可分割的一部分。\n\n中方表示，台湾是中国领土不可分割的一部分，中方支持叙利亚人民维护国家主权、统一和领土完整，并将继续为叙利亚重建提供帮助，推动两国关系不断向前发展，造福两国人民，维护地区和平与稳定，共同构建人类命运共同体。双方将继续在国际事务中密切沟通与协调，反对任何形式的恐怖主义，加强安全领域合作，落实已经达成的各项共识，为中东地区的和平作出贡献。"

var links = []linked{
	{"a short one", statement, "integral part", 1, false, "en"},
	{"a short one that is repeated", statement, "integral part", 2, false, "en"},
	{"a longer one that is repeated", statement, "Taiwan is an integral part of China", 2, false, "en"},
	{"the end of one that is repeated", statement, "it will not close the river", 2, false, "en"},
	{"over a hard line break", statement, "the sole legitimate government.\nIt will not close the river", 1, false, "en"},
	{"over a hard line break that the page keeps", statement, "the sole legitimate government.\nIt will not close the river", 1, true, "en"},
	{"a short one over a line break", "They spoke of China and\nSyria, and of Syria\nalone.", "China and\nSyria", 1, true, "en"},
	{"over paragraphs", statement, "they said.\n\nThe Syrian side stated that", 1, false, "en"},
	{"a hyphen, a comma and brackets", statement, "the counter-terrorism patrols (since 2019) go on", 1, false, "en"},
	{"a long one whose end stands inside it", strings.Repeat("the river and the sea and the land, ", 3) + "and the town; but " + strings.Repeat("the river and the sea and the land, ", 3) + "and no more.", strings.Repeat("the river and the sea and the land, ", 3) + "and the town; but the river and the sea and the land", 1, false, "en"},
	{"Arabic that is repeated", arabic, "النهر سيبقى مفتوحاً", 2, false, "ar"},
	{"Arabic over a sentence", arabic, "ولن يُغلق قبل عام 2040", 1, false, "ar"},
	{"Chinese", chinese, "一个中国原则", 1, false, "zh"},
	{"Chinese that is repeated", chinese, "台湾是中国领土不可分割的一部分", 2, false, "zh"},
	{"long Chinese", chinese, chinese[strings.Index(chinese, "中方支持"):strings.Index(chinese, "为中东地区")], 1, false, "zh"},
}

// TestABrowserFindsTheWords opens each link in Chromium, and the same page with
// the words coloured by a script: both pictures must be the same.
func TestABrowserFindsTheWords(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED with -short: no link was opened in a browser")
	}
	chromium := tool(t, "chromium", "chromium")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var n int
		if _, err := fmt.Sscanf(r.URL.Path, "/%d", &n); err != nil || n >= len(links) {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprint(w, links[n].page(r.URL.Query().Has("mark")))
	}))
	defer server.Close()
	for n, l := range links {
		t.Run(l.about, func(t *testing.T) {
			start, end := l.place()
			link := linkTo(fmt.Sprintf("%s/%d", server.URL, n), l.text, start, end)
			got := picture(t, chromium, link)
			want := picture(t, chromium, fmt.Sprintf("%s/%d?mark", server.URL, n))
			if red := count(want, image.NewRGBA(want.Bounds()), isRed); red < 20 {
				t.Fatalf("the words are not marked on the page itself: %d points", red)
			}
			if differ := count(got, want, func(a, b [4]uint32) bool { return a != b }); differ > 0 {
				t.Errorf("%d points are marked otherwise by %s", differ, link)
			}
		})
	}
}

// place returns where the quotation stands.
func (l linked) place() (start, end int) {
	for range l.n {
		start = end + strings.Index(l.text[end:], l.quotation)
		end = start + len(l.quotation)
	}
	return start, end
}

// page returns the text as a web page; marked, with the words coloured.
func (l linked) page(marked bool) string {
	start, end := l.place()
	var body string
	if l.pre {
		body = "<pre>" + html.EscapeString(l.text) + "</pre>"
	} else {
		for p := range strings.SplitSeq(l.text, "\n\n") {
			body += "<p>" + html.EscapeString(p) + "</p>"
		}
	}
	script := ""
	if marked {
		between := len("\n\n")
		if l.pre {
			between = 0
		}
		script = fmt.Sprintf(`<script>
const walk = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT), range = new Range()
let at = 0, n
while (n = walk.nextNode()) {
  for (const [where, set] of [[%d, 'setStart'], [%d, 'setEnd']])
    if (at <= where && where <= at + n.length) range[set](n, where - at)
  at += n.length
}
CSS.highlights.set('want', new Highlight(range))
</script>`, offset(l.text[:start], between), offset(l.text[:end], between))
	}
	return `<!doctype html><html lang="` + l.language + `"><meta charset="utf-8"><style>
body { font: 20px sans-serif; width: 700px }
::target-text, ::highlight(want) { background-color: transparent; color: rgb(255, 0, 0) }
</style><body><div id="text" dir="auto">` + body + `</div>` + script + `</body></html>`
}

// offset counts what a browser counts, in units of UTF-16, without the blank lines
// between paragraphs.
func offset(text string, between int) int {
	if between > 0 {
		text = strings.ReplaceAll(text, "\n\n", "")
	}
	return len(utf16.Encode([]rune(text)))
}

// picture returns what Chromium shows at an address.
func picture(t *testing.T, chromium, address string) image.Image {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "page.png")
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
		"--user-data-dir="+dir, "--window-size=1800,1000", "--screenshot="+file, address)
	out, err := c.CombinedOutput()
	content, missing := os.ReadFile(file)
	if missing != nil {
		t.Fatalf("no picture of %s: %v\n%s", address, err, out)
	}
	shown, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return shown
}

// count returns how many points of two pictures are so.
func count(a, b image.Image, so func(a, b [4]uint32) bool) int {
	n := 0
	at := func(i image.Image, x, y int) [4]uint32 {
		r, g, b, a := i.At(x, y).RGBA()
		return [4]uint32{r, g, b, a}
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if so(at(a, x, y), at(b, x, y)) {
				n++
			}
		}
	}
	return n
}

func isRed(a, _ [4]uint32) bool { return a[0] > 0xF000 && a[1] < 0x4000 && a[2] < 0x4000 }
