package screen

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestABrowserShowsThePageOfAnArticle opens the page in Chromium: what it made of the
// page has every quotation marked, and nothing of the article was run.
func TestABrowserShowsThePageOfAnArticle(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED with -short: no page was opened in a browser")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("SKIPPED: there is no chromium here, so the page of an article was not opened in a browser")
	}
	const text = "We will not close the river.\n\nلن نغلق النهر أبدا.\n\n我们不会关闭这条河。"
	const article = "Ivo Lenk said: “We will not close the river.” He added: “We will close <script>document.title='run'</script> the river.”\n\nوقال لينك: «لن نغلق النهر أبدا».\n\n伦克说：“我们不会关闭这条河。”"
	page := ArticlePage(`<img src=x onerror="document.title='run'">.txt`, article, checked(t, text, article))
	dir := t.TempDir()
	file := filepath.Join(dir, "page.html")
	if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir="+dir, "--dump-dom", "file://"+file)
	shown, err := c.Output()
	if err != nil {
		t.Fatalf("Chromium did not open the page: %v", err)
	}
	want, _, _ := parts(t, page)
	got, words, active := parts(t, string(shown))
	if diff := cmp.Diff(want, got); diff != "" || len(got) < 4 || active > 0 {
		t.Errorf("%d elements that do something; the marks in the browser:\n%s", active, diff)
	}
	if strings.Contains(string(shown), "<title>run") || !strings.Contains(words, "document.title='run'") {
		t.Error("something of the article was run, or is not shown")
	}
}
