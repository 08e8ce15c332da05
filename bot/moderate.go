package bot

import (
	"context"
	"slices"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb/library"
)

// The files moderate*.go are the moderators' side. Their commands, suggestions,
// buttons, menus and forms all pass through mayModerate, each time anew; what is
// between two of them is a work, and the ids of buttons and forms have its number.

// rightsOfModerators are those of Discord that make a moderator: Administrator
// and Manage Server.
const rightsOfModerators = discordgo.PermissionAdministrator | discordgo.PermissionManageGuild

// What people read who are no moderators, and who come too late.
const (
	notAllowed  = "Only moderators of this server can do that: it takes the right Manage Server, or the role named in /kb settings."
	onlyServers = "That works in a server only. Use the command there."
	workExpired = "This is too old, or the bot was restarted. Use the command again."
)

// mayModerate says why somebody may not do what moderators do; "" when they may.
// It goes by what Discord says of them in this very interaction.
func (b *Bot) mayModerate(e *Event) string {
	switch {
	case b.Library == nil:
		return unknown
	case e.Guild == "":
		return onlyServers
	case e.Rights&rightsOfModerators != 0:
		return ""
	}
	if role := b.Library.Settings(e.Guild).Role; role != "" && slices.Contains(e.Roles, role) {
		return ""
	}
	return notAllowed
}

// moderators handles what only moderators may do. It is always private.
func (b *Bot) moderators(run func(context.Context, *Event) Reply) handler {
	return handler{private: true, run: func(ctx context.Context, e *Event) Reply {
		if refusal := b.mayModerate(e); refusal != "" {
			return whisper(refusal)
		}
		r := run(ctx, e)
		r.Private = true
		return r
	}}
}

// hand is the moderator of an event, and the event as their act.
func hand(e *Event) library.Editor {
	return library.Editor{Author: e.User, Server: e.Guild, Once: "discord-" + e.ID}
}

// What moderators' buttons, menus and forms do. The numbers stand in ids that
// are out there: never give one to something else.
const (
	actionFactForm     action = 64
	actionEditAgain    action = 65
	actionTrueWords    action = 66
	actionAnyway       action = 67
	actionAddWords     action = 68
	actionDrop         action = 69
	actionEditFact     action = 70
	actionRemoveFact   action = 71
	actionRemoveSure   action = 72
	actionRestoreFact  action = 73
	actionHistory      action = 74
	actionInboxList    action = 75
	actionInboxOpen    action = 76
	actionInboxAnswer  action = 77
	actionInboxSource  action = 78
	actionInboxLink    action = 79
	actionInboxLinkTo  action = 80
	actionInboxDismiss action = 81
	actionImportSure   action = 82
	actionTryAgain     action = 83
	actionUnsaved      action = 84
	actionDropUnsaved  action = 85
)

// moderation registers the moderators' commands and actions.
func (b *Bot) moderation() {
	for name, run := range map[string]func(context.Context, *Event) Reply{
		"fact add": b.factAdd, "fact edit": b.factEdit, "fact remove": b.factRemove, "fact restore": b.factRestore,
		"fact show": b.factShow, "fact history": b.factHistory, "fact list": b.factList, "fact unsaved": b.factUnsaved,
		"source add": b.sourceAdd, "source edit": b.sourceEdit, "source list": b.sourceList,
		"alias add": b.aliasAdd, "alias remove": b.aliasRemove, "alias list": b.aliasList,
		"inbox":     b.inboxList,
		"kb import": b.importFile, "kb export": b.exportFile, "kb stats": b.stats, "kb settings": b.changeSettings,
	} {
		b.commands[name] = b.moderators(run)
	}
	for act, run := range map[action]func(context.Context, *Event) Reply{
		actionFactForm: b.factForm, actionEditAgain: b.editAgain, actionTrueWords: b.useTrueWords,
		actionAnyway: b.saveAnyway, actionAddWords: b.addWords, actionDrop: b.dropWork, actionTryAgain: b.tryAgain,
		actionEditFact: b.editShown, actionRemoveFact: b.removeShown, actionRemoveSure: b.removeSure,
		actionRestoreFact: b.restoreChosen, actionHistory: b.historyShown,
		actionInboxList: b.inboxTurn, actionInboxOpen: b.inboxOpen, actionInboxAnswer: b.inboxAnswer,
		actionInboxSource: b.inboxSource, actionInboxLink: b.inboxLink, actionInboxLinkTo: b.inboxLinkTo,
		actionUnsaved: b.openUnsaved, actionDropUnsaved: b.dropUnsaved,
		actionInboxDismiss: b.inboxDismiss, actionImportSure: b.importSure,
	} {
		b.actions[act] = b.moderators(run)
	}
}

// isModeration tells whether a command is one of the moderators'.
func isModeration(command string) bool {
	return slices.Contains([]string{"fact", "source", "alias", "inbox", "kb"}, command)
}
