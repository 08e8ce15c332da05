package file_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"testing/fstest"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/kbtest"
)

// heldTexts is a directory with the texts of some sources, by their id.
func heldTexts(texts map[string]string) fstest.MapFS {
	files := fstest.MapFS{}
	for id, text := range texts {
		files[id+".txt"] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func TestCheckWithTexts(t *testing.T) {
	const text = "叙利亚 said:\n“no threat”.\r\n\r\nno threat, twice"
	proven := func(s *kb.Statement) {
		s.Sources[1].TextSHA256 = hashOf(text)
		s.Facts[0].Citations[1].Quote, s.Facts[0].Citations[1].At = "no threat", kbtest.Number(19)
	}
	for _, c := range []struct {
		what   string
		change func(s *kb.Statement)
		texts  map[string]string
		on     string // text of the line that the problem is on
		want   string // empty for no problem
	}{
		{"hash and offset that are true", func(*kb.Statement) {}, map[string]string{"unheld": text}, "", ""},
		{"the offset of the second time", func(s *kb.Statement) { s.Facts[0].Citations[1].At = kbtest.Number(36) }, map[string]string{"unheld": text}, "", ""},
		{"a quote over two lines", func(s *kb.Statement) {
			s.Facts[0].Citations[1].Quote, s.Facts[0].Citations[1].At = "said:\n“no", kbtest.Number(10)
		}, map[string]string{"unheld": text}, "", ""},
		{"an offset that is untrue", func(s *kb.Statement) { s.Facts[0].Citations[1].At = kbtest.Number(21) }, map[string]string{"unheld": text}, "at: 21", "the quote does not stand at byte 21 of the text but at 19"},
		{"a hash that is untrue", func(*kb.Statement) {}, map[string]string{"unheld": text + "\n"}, "text_sha256", "text_sha256 is not the hash of unheld.txt"},
		{"a quote that is not there", func(s *kb.Statement) { s.Facts[0].Citations[1].Quote = "no threats" }, map[string]string{"unheld": text}, "no threats", `the quote "no threats" does not stand in the text of source "unheld" from "s" on`},
		{"a quote that ends inside a word", func(s *kb.Statement) { s.Facts[0].Citations[1].Quote = "no thre" }, map[string]string{"unheld": text}, "no thre", `the quote "no thre" begins or ends inside a word of the text of source "unheld"`},
		{"a text that is not there", func(*kb.Statement) {}, nil, "id: unheld", "note: there is no text unheld.txt, so quotes of it are not checked: 1"},
		{"hash and offset that are not recorded", func(s *kb.Statement) { s.Sources[1].TextSHA256, s.Facts[0].Citations[1].At = "", nil }, map[string]string{"unheld": text}, "id: unheld", "note: hashes and offsets that can be filled in from here on by check --texts DIR --write: 2"},
	} {
		s := kbtest.ValidStatement(func(s *kb.Statement) { proven(s); c.change(s); s.Facts[0].Citations = s.Facts[0].Citations[1:] })
		content := kbtest.Written(t, s)
		problems := file.Check(heldTexts(c.texts), file.Part{Name: "f.yaml", Content: []byte(content)})
		if c.want == "" {
			if len(problems) > 0 {
				t.Errorf("%s: got %q", c.what, problems)
			}
			continue
		}
		want := (file.Problem{File: "f.yaml", Line: lineWith(t, content, c.on), Message: c.want}).String()
		if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), want) {
			t.Errorf("%s: got %q, want %q", c.what, problems, want)
		}
	}
}

func TestATextOutsideMustAgreeWithTheOneInTheFile(t *testing.T) {
	content := kbtest.Written(t, kbtest.ValidStatement(func(s *kb.Statement) { s.Sources[0].TextSHA256 = hashOf(kbtest.FileText) }))
	problems := file.Check(heldTexts(map[string]string{"held": "no claims", "unheld": "not checked"}), file.Part{Name: "f.yaml", Content: []byte(content)})
	if len(problems.Errors()) != 2 {
		t.Errorf("got %q; want an error for the hash and one for the quote", problems)
	}
}

func TestCheckOfABrokenFileLooksAtTheTextsToo(t *testing.T) {
	content := kbtest.Written(t, kbtest.ValidStatement(func(s *kb.Statement) { s.Title = "" }))
	problems := file.Check(heldTexts(map[string]string{"unheld": "x"}), file.Part{Name: "f.yaml", Content: []byte(content)})
	if len(problems.Errors()) != 2 {
		t.Errorf("got %q; want an error for the title and one for the quote", problems)
	}
}
