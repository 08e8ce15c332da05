package curate

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// SetSettings saves what change makes of a server's settings.
func (k *Curator) SetSettings(ctx context.Context, e library.Editor, change func(*kb.Settings)) (kb.Settings, error) {
	if e.Server == "" {
		return kb.Settings{}, kb.Refuse("refusal.no-server")
	}
	if e.OwnOnly {
		return kb.Settings{}, errOwnOnly
	}
	now, err := k.library.Latest(ctx, index.SettingsKey(e.Server))
	if err != nil {
		return kb.Settings{}, err
	}
	s := kb.Settings{}
	if held := index.BodyOf[kb.Settings](now); held != nil {
		s = *held
		s.Channels = maps.Clone(s.Channels)
	}
	change(&s)
	if s.InboxDays < 0 || s.InboxDays > kb.InboxDaysMost {
		return kb.Settings{}, kb.Refuse("refusal.inbox-days", "Most", kb.InboxDaysMost)
	}
	if len(s.Channels) > kb.ChannelsMost {
		return kb.Settings{}, kb.Refuse("refusal.channels", "Most", kb.ChannelsMost)
	}
	body, err := json.Marshal(s)
	if err != nil {
		return kb.Settings{}, fmt.Errorf("write the settings: %w", err)
	}
	c := e.Change("settings")
	c.Put = []store.Record{{Key: now.Key, Body: body}}
	c.Expect[now.Key] = now.Version
	_, err = k.library.Apply(ctx, c)
	return s, err
}
