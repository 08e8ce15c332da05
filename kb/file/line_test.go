package file_test

import (
	"strings"
	"testing"

	"verbatim/kb/file"
	"verbatim/kb/kbtest"
)

func TestReadNamesFileAndLine(t *testing.T) {
	for what, content := range map[string]string{
		"an unknown field":   strings.Replace(kbtest.Notes, "  place:", "  colour: red\n  place:", 1),
		"no id":              strings.Replace(kbtest.Notes, "  id: engine-notes-1843\n", "", 1),
		"not YAML":           "statement: [\n",
		"aliases not a list": strings.Replace(kbtest.Notes, "[the Engine, 分析机]", "{x: y}", 1),
	} {
		_, err := file.Read("bad.yaml", strings.NewReader(content))
		if err == nil || !strings.HasPrefix(err.Error(), "bad.yaml:") {
			t.Errorf("%s: error %v, want one that begins with the file", what, err)
		}
	}
}
