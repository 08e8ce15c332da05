package find

import (
	"strings"
	"testing"
)

func TestCompactFreesTheWords(t *testing.T) {
	x := New(Text{"kept", "We shall open the lock."})
	for i := range 10 {
		x.Add(Text{"changing", strings.Repeat("We will not close the river. ", 100) + strings.Repeat("Never. ", i)})
		x.Compact()
	}
	if held := len(x.tokens); held > 1500 {
		t.Errorf("%d words are held of texts that have 725", held)
	}
}
