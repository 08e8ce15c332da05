package read

import (
	"encoding/json"
	"testing"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"
)

// TestInteractionsAreReadAsDiscordgoReadsThem compares with discordgo's own
// reader, less what nobody wants.
func TestInteractionsAreReadAsDiscordgoReadsThem(t *testing.T) {
	const user = `{"id":"9","username":"ann","global_name":"Ann \u00fc","avatar":null,"public_flags":0}`
	for about, text := range map[string]string{
		"a command in a server": `{"id":"1","application_id":"2","type":2,"token":"a-b","version":1,"guild_id":"3","channel_id":"4","context":0,
			"locale":"zh-CN","guild_locale":"en-US","entitlements":[],"app_permissions":"8","channel":{"id":"4","type":0},"guild":{"id":"3"},
			"authorizing_integration_owners":{"0":"3"},
			"member":{"user":` + user + `,"roles":["5"],"permissions":"32","joined_at":"2026-01-01T00:00:00Z","nick":null},
			"data":{"id":"6","name":"ask","type":1,"options":[{"name":"question","type":3,"value":"\"Who?\" \u4e2d"}]}}`,
		"a button in direct messages": `{"id":"1","type":3,"token":"t","user":` + user + `,"context":1,"message":{"id":"7","flags":64,"content":"x",
			"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"c","label":"l"}]}]},"data":{"custom_id":"c","component_type":2}}`,
		"a form": `{"id":"1","type":5,"token":"t","message":null,"member":null,"data":{"custom_id":"f",
			"components":[{"type":1,"components":[{"type":4,"custom_id":"i","value":"v"}]}]}}`,
		"something typed":    `{"id":"1","type":4,"token":"t","data":{"name":"ask","options":[{"name":"question","type":3,"value":"x","focused":true}]}}`,
		"a kind of later":    `{"id":"1","type":9,"token":"t","data":{"x":1}}`,
		"nothing but an id":  `{"id":"1"}`,
		"an id that is none": `{"id":null,"type":1}`,
	} {
		var want discordgo.Interaction
		wanted := json.Unmarshal([]byte(text), &want)
		want.GuildLocale, want.Entitlements, want.AppPermissions, want.Version = nil, nil, 0, 0
		got, err := Interaction(json.RawMessage(text))
		if (err == nil) != (wanted == nil) {
			t.Errorf("%s: error %v, discordgo's %v", about, err, wanted)
		}
		if diff := cmp.Diff(&want, got); diff != "" {
			t.Errorf("%s: %s", about, diff)
		}
	}
}

func TestWhatCanBeReadOfAMessageIsRead(t *testing.T) {
	t.Parallel()
	text := json.RawMessage(`{"id":"1","content":"hi","channel_id":"2","author":{"id":"3"},"components":[{"type":99}]}`)
	m, err := Message(text)
	if err != nil || m.ID != "1" || m.Content != "hi" || m.ChannelID != "2" || m.Author.ID != "3" {
		t.Errorf("read %+v, %v", m, err)
	}
}
