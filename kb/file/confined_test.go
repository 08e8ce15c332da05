package file_test

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb/file"
	"verbatim/kb/kbtest"
)

func TestConfinedReadingReadsTheSame(t *testing.T) {
	want, err := file.Read("notes.yaml", strings.NewReader(kbtest.Notes))
	if err != nil {
		t.Fatal(err)
	}
	got, err := file.ReadConfined(context.Background(), file.Part{Name: "notes.yaml", Content: []byte(kbtest.Notes)})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("read in a process of its own, the file has other statements:\n%s", diff)
	}
	_, err = file.ReadConfined(context.Background(), file.Part{Name: "notes.yaml", Content: []byte("statement: [\n")})
	var problems file.Problems
	if !errors.As(err, &problems) || problems[0].Line == 0 {
		t.Errorf("a broken file gives %v; want problems with their lines", err)
	}
}

// TestHostileKnowledgeTakesNoMemoryHere measures what a file that takes gigabytes to
// parse costs this process.
func TestHostileKnowledgeTakesNoMemoryHere(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	hostile := []byte("x: [" + strings.Repeat("[a:,", 900_000))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := file.ReadConfined(context.Background(), file.Part{Name: "flow.yaml", Content: hostile}); err == nil {
		t.Error("the file was read")
	}
	runtime.ReadMemStats(&after)
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 64 {
		t.Errorf("reading the file allocated %d MB here; want 64 at the most", grown)
	}
}
