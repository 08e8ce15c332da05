package word

import (
	"testing"
)

// FuzzWords splits any text: words are in order, of characters that are there,
// and splitting one again gives the same spelling.
func FuzzWords(f *testing.F) {
	f.Add("The river’s non-Averland “ministers” met on 3-5 May 1,204 times – inter-\nnational. 不会关闭河流。 لن نغلق النهر")
	f.Add("\u00ad-\u200b5' ''a'' . . . .... …. ‘x’’ \xf0\x9f")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for w := range All(text) {
			if w.Start < at || w.End <= w.Start || w.End > len(text) || w.Spelling == "" {
				t.Fatalf("word %+v after byte %d of %q", w, at, text)
			}
			at = w.End
		}
	})
}
