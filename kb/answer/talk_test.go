package answer_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/index"
	"verbatim/kb/kbtest"
)

// TestTalk holds conversations with small knowledge files. In a conversation a
// line that begins with ? is a question, one with + goes on with the one before
// it, @ keeps the next questions to a statement, and = is what is said to it.
func TestTalk(t *testing.T) {
	files, err := filepath.Glob("testdata/talk/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no conversations", err)
	}
	for _, content := range files {
		t.Run(strings.TrimSuffix(filepath.Base(content), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(content)
			if err != nil {
				t.Fatal(err)
			}
			base := talkBase(t, archive)
			talk := &archive.Files[len(archive.Files)-1]
			got := hold(base, string(talk.Data))
			if *kbtest.Update {
				talk.Data = []byte(got)
				if err := os.WriteFile(content, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got != string(talk.Data) {
				t.Errorf("the conversation goes another way; look at it, then run go test ./kb/answer -run TestTalk -update\n%s", got)
			}
		})
	}
}

func talkBase(t *testing.T, archive *txtar.Archive) *index.Index {
	t.Helper()
	var all []*kb.Statement
	for _, f := range archive.Files[:len(archive.Files)-1] {
		statements, err := file.Read(f.Name, bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, statements...)
	}
	base, err := index.Of(index.Usual(), all)
	if err != nil {
		t.Fatal(err)
	}
	return base
}

func hold(base *index.Index, talk string) string {
	var b strings.Builder
	var q kb.Question
	for line := range strings.Lines(talk) {
		line = strings.TrimRight(line, "\n")
		text := strings.TrimSpace(strings.TrimLeft(line, "?+@="))
		switch {
		case strings.HasPrefix(line, "="):
			continue
		case strings.HasPrefix(line, "@"):
			q.Statement = text
		case strings.HasPrefix(line, "?"):
			q.Text, q.Previous = text, ""
		case strings.HasPrefix(line, "+"):
			if q.Previous == "" {
				q.Previous = q.Text
			}
			q.Text = text
		}
		b.WriteString(line + "\n")
		if strings.HasPrefix(line, "?") || strings.HasPrefix(line, "+") {
			b.WriteString(said(ask(base, q)))
		}
	}
	return b.String()
}

// said is an answer in one or two lines.
func said(a kb.Answer) string {
	out := "= " + a.ID + string(a.Reason) + "\n"
	if a.Kind == kb.KindPassage {
		out = "= " + a.ID + ": " + a.Text + "\n"
	}
	if a.Detail != "" || a.Kind.IsTalk() {
		out = fmt.Sprintf("= %s%s: %s\n", strings.Trim(a.ID+" "+string(a.Detail), " "), talkOf(a), strings.ReplaceAll(a.Text, "\n", " | "))
	}
	if a.Note != "" {
		out += fmt.Sprintf("= note: %s\n", a.Note)
	}
	return out
}

func talkOf(a kb.Answer) string {
	if a.Kind.IsTalk() {
		return string(a.Kind)
	}
	return ""
}
