package bot_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/socket"
)

// object is one of JSON.
type object = map[string]any

// TestNothingThatIsMissingHarms sends every kind of event that the bot reads, each as
// often as there are values in it, with null, a list of it or something else in the
// place of that value: `"roles": null`, `"members": [null]`.
func TestNothingThatIsMissingHarms(t *testing.T) {
	d := discordtest.Start(t, discordtest.Unchecked())
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	var log *logged
	t.Run("sent", func(t *testing.T) {
		m := moderate(t, d, func(c *bot.Config) { c.Limits = bot.Limits{User: 1e9, UserBurst: 1e9, Server: 1e9, ServerBurst: 1e9} })
		log = m.log
		sent := 0
		for kind, events := range eventsOf(d, mia) {
			for _, whole := range events {
				for _, other := range withAnother(whole) {
					sent++
					event := other.(object)
					for _, id := range []string{"id", "token"} { // or it came before
						if _, is := event[id].(string); is {
							event[id] = fmt.Sprint(9_000_000 + sent)
						}
					}
					frame, err := json.Marshal(object{"op": 0, "t": kind, "s": 1, "d": event})
					if err != nil {
						t.Fatal(err)
					}
					d.Do(socket.SendFrame(string(frame)))
				}
			}
		}
		t.Logf("%d events", sent)
		if sent < 500 {
			t.Errorf("only %d events were sent", sent)
		}
		shows(t, "a question after that", mia.Slash("ask", "question", known), "It originates nothing.")
	})
	if n := strings.Count(log.String(), "panicked"); n > 0 { // those that were under way have ended
		at := strings.Index(log.String(), "panicked")
		t.Errorf("%d handlers panicked: %.3000s", n, log.String()[at:])
	}
	if n := len(d.Connections()); n != 1 {
		t.Errorf("it took %d connections", n)
	}
}

// eventsOf are whole events of each kind, as Discord sends them.
func eventsOf(d *discordtest.Discord, mia *discordtest.Person) map[string][]object {
	guild := d.Guild("News").ID()
	user := object{"id": mia.ID(), "username": "mia", "global_name": "Mia", "bot": false}
	member := object{"user": user, "roles": []any{"1"}, "permissions": "32", "nick": "m"}
	text := func(name, value string) object { return object{"name": name, "type": 3, "value": value} }
	answer := mia.Slash("ask", "question", known, "private", true)
	mia.Slash("fact add", "source", "engine/notes").Form()
	answers := d.Requests("POST /interactions/*/*/callback")
	var opened struct {
		Data struct {
			CustomID string `json:"custom_id"`
		}
	}
	_ = json.Unmarshal(answers[len(answers)-1].Body, &opened) // without it, the form is of nothing
	form := object{
		"custom_id":  opened.Data.CustomID,
		"components": []any{object{"type": 1, "components": []any{object{"type": 4, "custom_id": "question", "value": cook}}}},
	}
	message := object{
		"id": "1", "channel_id": "2", "guild_id": guild, "content": "<@" + d.BotID() + "> " + known, "type": 0, "author": user, "member": member,
		"mentions": []any{object{"id": d.BotID(), "username": "v"}}, "mention_roles": []any{"1"}, "attachments": []any{object{"id": "1", "filename": "a.txt", "url": "https://example.org", "size": 3}},
		"embeds":             []any{object{"title": "a", "description": "b", "fields": []any{object{"name": "c", "value": "d"}}}},
		"components":         []any{object{"type": 1, "components": []any{object{"type": 2, "custom_id": "c", "label": "l", "style": 1}}}},
		"referenced_message": object{"id": "3", "channel_id": "2", "content": "before", "author": object{"id": d.BotID()}, "components": []any{object{"type": 1, "components": []any{object{"type": 2, "custom_id": "c", "style": 1}}}}},
	}
	interaction := func(kind int, data object) object {
		return object{
			"id": "1", "application_id": "1", "type": kind, "token": "t", "version": 1, "guild_id": guild, "channel_id": "2", "locale": "en-US", "guild_locale": "en-US",
			"channel": object{"id": "2", "type": 0}, "member": member, "authorizing_integration_owners": object{"0": guild}, "context": 0, "entitlements": []any{object{"id": "1"}},
			"app_permissions": "2048", "data": data, "message": message,
		}
	}
	file := object{"attachments": object{"5": object{"id": "5", "filename": "a.yaml", "url": "https://cdn.discordapp.com/a", "size": 3, "content_type": "text/plain"}}}
	direct := maps.Clone(message)
	direct["guild_id"], direct["member"], direct["content"] = nil, nil, known
	alone := interaction(2, object{"id": "1", "name": "ask", "type": 1, "options": []any{text("question", known)}})
	alone["member"], alone["guild_id"], alone["user"], alone["context"] = nil, nil, user, 1
	return map[string][]object{
		"INTERACTION_CREATE": {
			alone,
			interaction(2, object{"id": "1", "name": "ask", "type": 1, "options": []any{text("question", known), text("statement", "engine")}}),
			interaction(4, object{"id": "1", "name": "ask", "type": 1, "options": []any{object{"name": "question", "type": 3, "value": "eng", "focused": true}}}),
			interaction(4, object{"id": "1", "name": "fact", "type": 1, "options": []any{object{"name": "edit", "type": 1, "options": []any{object{"name": "fact", "type": 3, "value": "", "focused": true}}}}}),
			interaction(2, object{"id": "1", "name": "kb", "type": 1, "resolved": file, "options": []any{object{"name": "import", "type": 1, "options": []any{object{"name": "file", "type": 11, "value": "5"}}}}}),
			interaction(2, object{"id": "1", "name": "inbox", "type": 1}),
			interaction(2, object{"id": "1", "name": "Find the source", "type": 3, "target_id": "7", "resolved": object{"messages": object{"7": message}}}),
			interaction(2, object{"id": "1", "name": "Check quotes", "type": 3, "target_id": "7", "resolved": object{"messages": object{"7": message}}}),
			interaction(3, object{"custom_id": answer.CustomIDs()[0], "component_type": 2}),
			interaction(3, object{"custom_id": answer.CustomIDs()[2], "component_type": 3, "values": []any{"none"}}),
			interaction(5, form),
		},
		"MESSAGE_CREATE": {message, direct},
		"GUILD_CREATE": {{
			"id": "8", "name": "n", "unavailable": false, "roles": []any{object{"id": "1", "name": "r", "permissions": "1"}}, "members": []any{member},
			"channels": []any{object{"id": "2", "type": 0, "permission_overwrites": []any{object{"id": "1", "type": 0, "allow": "1", "deny": "0"}}}}, "threads": []any{object{"id": "3"}},
		}},
		"GUILD_DELETE":        {{"id": "8", "unavailable": true}},
		"GUILD_MEMBER_UPDATE": {{"guild_id": guild, "roles": []any{"1"}, "user": user}},
		"GUILD_ROLE_UPDATE":   {{"guild_id": guild, "role": object{"id": "1", "permissions": "1"}}},
		"CHANNEL_UPDATE":      {{"id": "2", "guild_id": guild, "permission_overwrites": []any{object{"id": "1", "type": 0, "allow": "1", "deny": "0"}}}},
		"THREAD_LIST_SYNC":    {{"guild_id": guild, "threads": []any{object{"id": "3"}}, "members": []any{member}}},
	}
}

// withAnother are copies of a value, in each of which something stands in the place of
// one value within.
func withAnother(whole any) (all []any) {
	for _, other := range []any{nil, []any{nil}, object{}, -7.5} {
		all = append(all, replaced(whole, other)...)
	}
	return all
}

// replaced are copies of a value, in each of which other is in the place of one value
// within.
func replaced(value, other any) (all []any) {
	switch value := value.(type) {
	case object:
		for _, name := range slices.Sorted(maps.Keys(value)) {
			for _, within := range append(replaced(value[name], other), other) {
				one := maps.Clone(value)
				one[name] = within
				all = append(all, one)
			}
		}
	case []any:
		for i := range value {
			for _, within := range append(replaced(value[i], other), other) {
				one := slices.Clone(value)
				one[i] = within
				all = append(all, one)
			}
		}
	}
	return all
}
