package bot_test

import (
	"sync"
	"testing"

	"verbatim/bot/discordtest"
)

func TestShareIsDoneOnceHoweverOftenItIsPressed(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	stand(t, d, opened(t, d))
	private := ann.Slash("ask", "question", known, "private", true)
	var mu sync.Mutex
	public := 0
	var pressing sync.WaitGroup
	for range 6 {
		pressing.Go(func() {
			r := private.Press("Share")
			_ = r.Text()
			mu.Lock()
			defer mu.Unlock()
			if !r.Private() {
				public++
			}
		})
	}
	pressing.Wait()
	if public != 1 {
		t.Errorf("it was shared %d times", public)
	}
	shows(t, "pressed again", private.Press("Share"), "shared this answer already")
	shows(t, "asked again", ann.Slash("ask", "question", known, "private", true).Press("Share"), answer)
}
