package main

import (
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

func TestEveryCommandHasHelpWithAnExample(t *testing.T) {
	parser, err := kong.New(&commands{})
	if err != nil {
		t.Fatal(err)
	}
	for _, leaf := range parser.Model.Leaves(true) {
		code, out, errs := runOn(t, "", "", leaf.Name, "--help")
		if example := "Example: verbatim " + leaf.Name; code != exitDone || errs != "" || !strings.Contains(out, example) {
			t.Errorf("%s --help: exit code %d, no %q in:\n%s%s", leaf.Name, code, example, out, errs)
		}
	}
}
