package bot_test

import (
	"path/filepath"
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/kb/store"
)

// TestAKillLosesASecondOfCountsAndAnEndNone looks at what another process would find of
// what was asked, a second and a half later while the bot runs, and when it has ended.
func TestAKillLosesASecondOfCountsAndAnEndNone(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	path := filepath.Join(t.TempDir(), "verbatim.db")
	counted := func(s store.Store) (n int64) {
		tallies, err := s.Tallies(t.Context(), d.Guild("News").ID(), "")
		if err != nil {
			t.Error(err)
		}
		for _, one := range tallies {
			if one.Name == "fact" {
				n += one.N
			}
		}
		return n
	}
	t.Run("running", func(t *testing.T) {
		m := moderateOn(t, d, path)
		asked := time.Now()
		shows(t, "asked", ann.Slash("ask", "question", "Could the engine compose music?"), "It might.")
		until(t, "the count", func() bool { return counted(m.store) == 1 })
		if took := time.Since(asked); took > 3*time.Second {
			t.Errorf("it was kept after %v", took)
		}
		shows(t, "asked as it ends", ann.Slash("ask", "question", "Could the engine compose music?"), "It might.")
	})
	t.Run("ended", func(t *testing.T) {
		if n := counted(moderateOn(t, d, path).store); n != 2 {
			t.Errorf("%d questions are counted, want 2", n)
		}
	})
}
