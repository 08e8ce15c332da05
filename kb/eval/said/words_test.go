package main

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestWordsAreNoneOfWhatIsKeptAside holds that no word was taken from the articles that
// are kept aside: one that stands there stands in another article too.
func TestWordsAreNoneOfWhatIsKeptAside(t *testing.T) {
	stories, err := readStories("../../article/testdata")
	if err != nil {
		t.Fatal(err)
	}
	var aside, others strings.Builder
	for _, s := range stories {
		if kept[s.file] {
			aside.WriteString(strings.ToLower(s.text))
		} else {
			others.WriteString(strings.ToLower(s.text))
		}
	}
	if aside.Len() == 0 || others.Len() == 0 {
		t.Fatal("there are no articles")
	}
	for line := range strings.Lines(wordsFile + gendersFile) {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "[") {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			if w = strings.ToLower(w); stands(aside.String(), w) && !stands(others.String(), w) {
				t.Errorf("%s stands in what is kept aside only", w)
			}
		}
	}
}

// stands reports whether a word stands in a text by itself; in Chinese, at all.
func stands(text, w string) bool {
	r := []rune(w)
	for at := 0; ; {
		i := strings.Index(text[at:], w)
		switch {
		case i < 0:
			return false
		case unicode.Is(unicode.Han, r[0]):
			return len(r) > 1
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at+i])
		after, _ := utf8.DecodeRuneInString(text[at+i+len(w):])
		if !joins(before) && !joins(after) {
			return true
		}
		at += i + len(w)
	}
}

// joins reports whether a word goes on with a letter or a hyphen.
func joins(r rune) bool { return unicode.IsLetter(r) || r == '-' }
