package moderator

import "testing"

func TestNoRoomTakesTheCommandOrTheActionOfAnother(t *testing.T) {
	h := New(Config{})
	commands := len(h.facts.Commands()) + len(h.sources.Commands()) + len(h.inbox.Commands()) + len(h.queue.Commands()) + len(h.knowledge.Commands())
	if n := len(h.Commands()); n != commands || n == 0 {
		t.Errorf("the rooms have %d commands, of which %d have a name of their own", commands, n)
	}
	actions := len(h.facts.Actions()) + len(h.sources.Actions()) + len(h.inbox.Actions()) + len(h.queue.Actions()) + len(h.knowledge.Actions()) + len(h.pages.Actions())
	if n := len(h.Actions()); n != actions || n == 0 {
		t.Errorf("the rooms have %d actions, of which %d have a number of their own", actions, n)
	}
}
