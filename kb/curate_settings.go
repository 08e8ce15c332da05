package kb

import (
	"context"
	"encoding/json"
	"fmt"

	"verbatim/kb/store"
)

// The kinds of records on a server's desk.
const (
	RecordInbox = "inbox" // a Waiting question
	RecordTell  = "tell"  // who is to be told of an answer; erased when they were

	serverSetting = "server" // the id of a server's Settings
)

// Settings are what the moderators of a server have set. The zero value is what
// holds while nothing is set.
type Settings struct {
	Role           string `json:"role,omitempty"`            // id of the role whose members are moderators; empty: none
	NoticeChannel  string `json:"notice_channel,omitempty"`  // id of the channel that hears of new inbox entries; empty: none
	Private        bool   `json:"private,omitempty"`         // answers are private unless asked otherwise
	ShippedOff     bool   `json:"shipped_off,omitempty"`     // only the server's own facts and texts answer
	InboxDays      int    `json:"inbox_days,omitempty"`      // how long inbox texts are kept; 0: InboxDaysUsual
	CorrectionsOff bool   `json:"corrections_off,omitempty"` // answers shown before are not marked when a fact changes
}

// How long texts of the inbox are kept, in days.
const (
	InboxDaysUsual = 90
	InboxDaysMost  = 365
)

// KeepDays is how long inbox texts are kept.
func (s Settings) KeepDays() int {
	if s.InboxDays <= 0 {
		return InboxDaysUsual
	}
	return min(s.InboxDays, InboxDaysMost)
}

// SettingsKey is the key of the record of a server's settings.
func SettingsKey(server string) store.Key {
	return store.Key{Server: server, Kind: RecordSetting, ID: serverSetting}
}

// Settings are those of a server.
func (l *Library) Settings(server string) Settings {
	return onDesk(l, server, func(d *desk) Settings { return d.settings })
}

// SetSettings saves what change makes of a server's settings.
func (l *Library) SetSettings(ctx context.Context, h Hand, change func(*Settings)) (Settings, error) {
	if h.Server == "" {
		return Settings{}, refuse("Settings belong to a server.")
	}
	now, err := l.latest(ctx, SettingsKey(h.Server))
	if err != nil {
		return Settings{}, err
	}
	s := Settings{}
	if held := bodyOf[Settings](now); held != nil {
		s = *held
	}
	change(&s)
	if s.InboxDays < 0 || s.InboxDays > InboxDaysMost {
		return Settings{}, refuse("Inbox texts are kept for 1 to %d days.", InboxDaysMost)
	}
	body, err := json.Marshal(s)
	if err != nil {
		return Settings{}, fmt.Errorf("write the settings: %w", err)
	}
	c := h.change("settings")
	c.Put = []store.Record{{Key: now.Key, Body: body}}
	c.Expect[now.Key] = now.Version
	_, err = l.apply(ctx, c)
	return s, err
}
