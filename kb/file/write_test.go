package file_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/kbtest"
)

// awkward are texts that YAML could take for something else.
var awkward = []string{
	"yes", "no", "null", "~", "true", "2020-01-01", "1e3", "0x10", "12", "-", "- a", "a: b", "a:", ": a", "#", "a #b",
	"'", "\"", "it's", `say "no"`, "[a", "{a}", "&a", "*a", "!a", "%a", "@a", "`a`", "|", ">", "? a", "<<", "=", "---", "...",
	" lead", "trail ", "\tlead", "two  spaces", "a\nb", "a\nb\n", "a\n\nb\n\n", "\na", " a\nb", "a\n b", "a\n\tb", "a \nb", "a\n#b",
	"a\n---\nb", "a\r\nb", "a\rb", "a\fb", "a\u0085b", "a\u2028b\u2029c", "\ufeffa", "a\ufeff", "\\", `\n`, `\u0041`,
	"سوريا: «قالت»", "\u202bسوريا\u202c", "叙利亚：“一个中国”", "🇸🇾 🇨🇳 👍🏽", "e\u0301", "\u200d", "𝓘 𝔀𝓪𝓷𝓽", strings.Repeat("long words ", 80),
}

// withText is a valid statement that has a text wherever any text may be.
func withText(text string) *kb.Statement {
	return kbtest.ValidStatement(func(s *kb.Statement) {
		s.Title, s.Place, s.Parties[1] = text+"t", text, text+"p"
		s.Sources[0].Title, s.Sources[0].Publisher, s.Sources[0].Text = text+"t", text+"p", text+kbtest.FileText+text
		f := &s.Facts[0]
		f.Question, f.Answer, f.Party, f.Speaker, f.Topics = text+"q", text+"a"+text, text+"p", text, []string{text}
		f.Answers = map[string]string{"fr": text + "a"}
		f.AlsoAsked, f.Citations[1].Quote, f.Citations[1].Locator = []string{text + "b"}, text+"c", text
		s.Aliases = append(s.Aliases, kb.Alias{Name: text, Other: []string{text + "o"}})
	})
}

func TestWrittenStatementsReadBackAsTheyWere(t *testing.T) {
	for _, text := range awkward {
		sameAfterWriting(t, withText(text))
	}
}

func TestWrittenStatementsReadBackWhateverTheirTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString(awkward[r.IntN(len(awkward))])
			b.WriteString([]string{"", " ", "\n", "\n\n", ": ", "  ", "\t"}[r.IntN(7)])
		}
		if b.Len() < 250 {
			sameAfterWriting(t, withText(b.String()))
		}
	}
}

func TestSeveralStatementsAreOneFile(t *testing.T) {
	second := kbtest.ValidStatement(func(s *kb.Statement) { s.ID, s.Facts, s.Aliases = "second", nil, nil })
	sameAfterWriting(t, kbtest.ValidStatement(func(*kb.Statement) {}), second)
}

// sameAfterWriting writes statements and reads them again.
func sameAfterWriting(t testing.TB, statements ...*kb.Statement) {
	t.Helper()
	content := kbtest.Written(t, statements...)
	got, err := file.Read("f.yaml", strings.NewReader(content))
	if err != nil {
		t.Fatalf("%q: %v in\n%s", statements[0].Place, err, content)
	}
	if diff := cmp.Diff(statements, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("read back otherwise (-want +got):\n%s\n%s", diff, content)
	}
}

func TestWriteRefusesWhatCannotBeRead(t *testing.T) {
	for _, bad := range []string{"\x00", "a\x1b[31m", "\x7f", "\u009b", "\xff", "a\xe4"} {
		s := kbtest.ValidStatement(func(s *kb.Statement) { s.Facts[0].Answer = bad })
		if err := file.Write(&strings.Builder{}, s); err == nil || !strings.Contains(err.Error(), "notes") {
			t.Errorf("%q is written; want an error that names the statement, not %v", bad, err)
		}
	}
}

func TestWrittenFilesAreReadable(t *testing.T) {
	got := kbtest.Written(t, kbtest.ValidStatement(func(*kb.Statement) {}))
	for _, want := range []string{"  date: 1843-08-01\n", "  parties: [Ada Lovelace, Luigi Menabrea]\n", "    text: |-\n", "      - 分析机会思考吗？\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func FuzzWriteAndRead(f *testing.F) {
	for _, text := range awkward {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := withText(text)
		var b strings.Builder
		if len(text) > 250 || file.Write(&b, s) != nil || len(file.Lint(s).Errors()) > 0 {
			return
		}
		sameAfterWriting(t, s)
	})
}

func ExampleWrite() {
	s := &kb.Statement{ID: "notes", Title: "Notes: a sketch", Date: "1843-08-01", Place: "London", Parties: []string{"Ada Lovelace"}}
	var b strings.Builder
	_ = file.Write(&b, s)
	fmt.Print(b.String())
	// Output:
	// statement:
	//   id: notes
	//   title: 'Notes: a sketch'
	//   date: 1843-08-01
	//   place: London
	//   parties: [Ada Lovelace]
	// sources: []
}
