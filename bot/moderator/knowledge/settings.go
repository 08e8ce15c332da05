package knowledge

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
)

// changeSettings changes what is named, and shows the settings.
func (h *Handlers) changeSettings(ctx context.Context, e *event.Event) reply.Reply {
	s := h.Library.Settings(e.Guild)
	if len(e.Options) == 0 {
		return reply.Reply{Blocks: []reply.Block{reply.Ours(e.Say("settings.title") + "\n" + settingLines(e, s))}}
	}
	if e.Options[command.OptionRole] == e.Guild || e.Options[command.OptionAddingRole] == e.Guild { // Discord gives @everyone the id of the server
		return reply.Whisper(e.Say("settings.everyone"))
	}
	s, err := h.Curator.SetSettings(ctx, change.Editor(e), func(s *kb.Settings) { set(s, e.Options) })
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	r := reply.Reply{Blocks: []reply.Block{reply.Ours(e.Say("settings.saved") + "\n" + settingLines(e, s))}}
	if e.Options[command.OptionRole]+e.Options[command.OptionAddingRole] != "" {
		r.Add(reply.Ours("-# " + e.Say("settings.allow-role")))
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
	text(command.OptionRole, &s.Role)
	text(command.OptionAddingRole, &s.AddingRole)
	text("notice-channel", &s.NoticeChannel)
	text(command.OptionLanguage, &s.Language)
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

func settingLines(e *event.Event, s kb.Settings) string {
	or := func(id, mark string) string {
		if id == "" {
			return e.Say("settings.none")
		}
		return "<" + mark + id + ">"
	}
	on := func(is bool) string {
		if is {
			return e.Say("settings.state-on")
		}
		return e.Say("settings.state-off")
	}
	answers, language := "settings.public", e.Say("settings.by-message")
	if s.Private {
		answers = "settings.private"
	}
	if l, is := catalog.Match(s.Language); is {
		language = l.Name()
	}
	lines := []string{
		e.Say("settings.role", "Role", or(s.Role, "@&")), e.Say("settings.adding", "Role", or(s.AddingRole, "@&")),
		e.Say("settings.notice", "Channel", or(s.NoticeChannel, "#")),
		e.Say(answers), e.Say("settings.shipped", "State", on(!s.ShippedOff)),
		e.Say("settings.inbox-days", catalog.Count, s.KeepDays()), e.Say("settings.corrections", "State", on(!s.CorrectionsOff)),
		e.Say("settings.language", "Language", language),
	}
	for _, a := range []kb.Attention{kb.ByItself, kb.Never} {
		var names []string
		for _, id := range slices.Sorted(maps.Keys(s.Channels)) {
			if s.Channels[id] == a {
				names = append(names, "<#"+id+">")
			}
		}
		if len(names) > 0 {
			lines = append(lines, e.Say(attentions[a], "Channels", e.Language.List(names...)))
		}
	}
	return "- " + strings.Join(lines, "\n- ")
}

// attentions are the sentences that say in which channels the bot does what.
var attentions = map[kb.Attention]string{kb.ByItself: "settings.by-itself", kb.Never: "settings.never"}

// changeChannel says what the bot does in a channel, and shows the settings.
func (h *Handlers) changeChannel(ctx context.Context, e *event.Event) reply.Reply {
	channel, to := e.Options[command.OptionChannel], kb.Attention(e.Options[command.OptionAnswers])
	if to != kb.ByItself && to != kb.Never {
		to = kb.WhenAsked
	}
	s, err := h.Curator.SetSettings(ctx, change.Editor(e), func(s *kb.Settings) {
		switch {
		case to == kb.WhenAsked:
			delete(s.Channels, channel)
		case s.Channels == nil:
			s.Channels = map[string]kb.Attention{channel: to}
		default:
			s.Channels[channel] = to
		}
	})
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	r := reply.Reply{Blocks: []reply.Block{reply.Ours(e.Say("settings.saved") + "\n" + settingLines(e, s))}}
	if to == kb.ByItself && !h.Reads {
		r.Add(reply.Ours(e.Say("settings.reads-not")))
	}
	return r
}
