package knowledge

import (
	"context"
	"fmt"
	"strconv"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// changeSettings changes what is named, and shows the settings.
func (h *Handlers) changeSettings(ctx context.Context, e *event.Event) reply.Reply {
	s := h.Library.Settings(e.Guild)
	if len(e.Options) == 0 {
		return reply.Reply{Blocks: []reply.Block{reply.Ours("**Settings of this server**\n" + settingLines(s))}}
	}
	if e.Options["role"] == e.Guild { // Discord gives @everyone the id of the server
		return reply.Whisper("Everybody has that role. Choose one that only moderators have.")
	}
	s, err := h.Curator.SetSettings(ctx, change.Editor(e), func(s *kb.Settings) { set(s, e.Options) })
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	r := reply.Reply{Blocks: []reply.Block{reply.Ours("**Saved.**\n" + settingLines(s))}}
	if e.Options["role"] != "" {
		r.Add(reply.Ours("-# Discord shows these commands to whoever may manage the server. To show them to the role, allow it under Server Settings, Integrations."))
	}
	return r
}

func set(s *kb.Settings, options map[string]string) {
	if options["clear"] == "true" {
		*s = kb.Settings{}
	}
	text := func(name string, to *string) {
		if v, told := options[name]; told {
			*to = v
		}
	}
	text("role", &s.Role)
	text("notice-channel", &s.NoticeChannel)
	flag := func(name string, to *bool, on string) {
		if v, told := options[name]; told {
			*to = v == on
		}
	}
	flag("private", &s.Private, "true")
	flag("shipped", &s.ShippedOff, "false")
	flag("corrections", &s.CorrectionsOff, "false")
	if days, err := strconv.Atoi(options["inbox-days"]); err == nil {
		if s.InboxDays = days; days == 0 {
			s.InboxDays = -1 // not the usual, but refused
		}
	}
}

func settingLines(s kb.Settings) string {
	or := func(id, mark string) string {
		if id == "" {
			return "none"
		}
		return "<" + mark + id + ">"
	}
	yes := map[bool]string{true: "on", false: "off"}
	answers := map[bool]string{true: "private", false: "public"}
	return fmt.Sprintf("- Moderators besides Manage Server: %s\n- Notice of new questions: %s\n- Answers: %s unless asked otherwise\n- Shipped statements: %s\n- Questions of the inbox are kept: %s\n- Corrections of answers shown: %s",
		or(s.Role, "@&"), or(s.NoticeChannel, "#"), answers[s.Private], yes[!s.ShippedOff], reply.Count(s.KeepDays(), "day"), yes[!s.CorrectionsOff])
}
