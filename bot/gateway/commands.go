package gateway

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"verbatim/bot/gateway/pace"

	"github.com/bwmarrin/discordgo"
)

// registerAttempts is how often commands are tried to be registered, with the
// pauses of connecting between, so for some minutes.
const registerAttempts = 10

// register registers the commands after the first READY.
func (l *Link) register(application string) {
	defer l.guard("register commands")
	if l.config.Commands == nil {
		return
	}
	for n := range registerAttempts {
		changed, err := l.client.Register(l.handlers, application, l.config.Commands)
		if err == nil {
			l.log.Info("commands are registered", "changed", changed)
			return
		}
		l.log.Warn("commands could not be registered", "error", err)
		if pace.Sleep(l.handlers, backoff(n, l.timing.ReconnectMin, l.timing.ReconnectMax)) != nil {
			return
		}
	}
}

// Register makes these commands the ones that are registered everywhere, and
// tells whether that changed anything. Discord allows 200 new commands a day,
// so nothing is sent when they are registered already.
func (c *Client) Register(ctx context.Context, application string, commands []*discordgo.ApplicationCommand) (changed bool, err error) {
	registered, err := do(ctx, c, c.timing.Call, func(s *discordgo.Session, o discordgo.RequestOption) ([]*discordgo.ApplicationCommand, error) {
		return s.ApplicationCommands(application, "", o)
	})
	if err != nil {
		return false, told(err, "list the registered commands")
	}
	if sameCommands(commands, registered) {
		return false, nil
	}
	_, err = do(ctx, c, max(c.timing.Call, time.Minute), func(s *discordgo.Session, o discordgo.RequestOption) (any, error) {
		return s.ApplicationCommandBulkOverwrite(application, "", commands, o)
	})
	return err == nil, told(err, "register commands")
}

// sameCommands tells whether the registered commands are the wanted ones.
func sameCommands(wanted, registered []*discordgo.ApplicationCommand) bool {
	if len(wanted) != len(registered) {
		return false
	}
	there := map[string]map[string]any{}
	for _, c := range registered {
		there[commandKey(c)] = essence(c)
	}
	for _, c := range wanted {
		w, r := essence(c), there[commandKey(c)]
		for _, field := range discordsOwn {
			if _, said := w[field]; !said {
				delete(r, field)
			}
		}
		if r == nil || !reflect.DeepEqual(w, r) {
			return false
		}
	}
	return true
}

func commandKey(c *discordgo.ApplicationCommand) string {
	return fmt.Sprint(max(c.Type, discordgo.ChatApplicationCommand), " ", c.Name)
}

// discordsOwn are fields that Discord fills in when they were left out.
var discordsOwn = []string{"contexts", "integration_types", "dm_permission", "default_permission", "default_member_permissions"}

// essence is a command without what Discord adds to each and without what goes
// without saying.
func essence(c *discordgo.ApplicationCommand) map[string]any {
	bare := *c
	bare.ID, bare.ApplicationID, bare.GuildID, bare.Version = "", "", "", ""
	bare.Type = max(bare.Type, discordgo.ChatApplicationCommand)
	text, err := json.Marshal(bare)
	if err != nil {
		return nil
	}
	var fields map[string]any
	if json.Unmarshal(text, &fields) != nil {
		return nil
	}
	prune(fields)
	return fields
}

// prune takes out null, false, "" and what is empty, at every depth.
func prune(v any) (empty bool) {
	switch v := v.(type) {
	case nil:
		return true
	case bool:
		return !v
	case string:
		return v == ""
	case []any:
		for _, e := range v {
			prune(e)
		}
		return len(v) == 0
	case map[string]any:
		for name, e := range v {
			if prune(e) {
				delete(v, name)
			}
		}
		return len(v) == 0
	}
	return false
}
