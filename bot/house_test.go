package bot

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/kb/library"
)

// sources parses the Go files of a folder that are no tests.
func sources(t *testing.T, dir string) map[string]*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s has no Go files: %v", dir, err)
	}
	all := map[string]*ast.File{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = f
	}
	return all
}

// rooms are the folders of this package, but for those of tests. What each may know
// of the others is in a test of cmd/verbatim.
func rooms(t *testing.T) (all []string) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir():
			return err
		case slices.Contains([]string{"discordtest", "twin", "testdata"}, d.Name()):
			return fs.SkipDir
		}
		all = append(all, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// messages are the types of discordgo of which one must be made to send anything,
// and what makes a client of its own.
var messages = []string{"InteractionResponse", "WebhookEdit", "WebhookParams", "MessageSend", "MessageEdit", "New", "Session"}

func TestOnlySendSends(t *testing.T) {
	for _, room := range rooms(t) {
		if room == "gateway" {
			continue // it carries what it is given
		}
		for name, f := range sources(t, room) {
			if name == "send.go" {
				continue
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if _, is := n.(*ast.InterfaceType); is {
					return false // to be told of them is not to make one
				}
				s, ok := n.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				if of, ok := s.X.(*ast.Ident); ok && of.Name == "discordgo" && slices.Contains(messages, s.Sel.Name) {
					t.Errorf("%s has a discordgo.%s: send.go is the only file that sends, so that all that goes out pings nobody, "+
						"is private where it must be, and is counted. Return a reply.Reply instead", name, s.Sel.Name)
				}
				return true
			})
		}
	}
}

func TestABotIsOnlyTheWayInAndOut(t *testing.T) {
	methods := 0
	for _, f := range sources(t, ".") {
		for _, d := range f.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil {
				if star, ok := f.Recv.List[0].Type.(*ast.StarExpr); ok && star.X.(*ast.Ident).Name == "Bot" {
					methods++
				}
			}
		}
	}
	if methods == 0 || methods > 25 {
		t.Errorf("a Bot has %d methods; what is done with an event stands in a room, and a Bot has at most 25", methods)
	}
}

func TestNoNumberOfAnActionIsGivenTwice(t *testing.T) {
	b := New(Config{Knowledge: nil, Library: new(library.Library)})
	if n := len(b.member.Actions()) + len(b.moderator.Actions()); n != len(b.actions) || n == 0 {
		t.Errorf("%d actions have %d numbers; the numbers stand in ids that are out there, so each is of one action for ever", n, len(b.actions))
	}
}
