// Package event says what a person did on Discord: [Read] and [ReadMessage] make
// an [Event] of what came over the wire, whatever is missing in it or of another
// type than it should be. It has the ids of buttons, menus and forms too, which
// are signed ([Signer]): who may use one, where, and for how long; and finds the
// fact that such an id stands for ([Finder]).
//
// It must never trust what came: an Event has only what could be read, and an id
// is opened before anything is done for it. It decides nothing. All rooms that
// handle events know it; package bot reads them.
package event

import (
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb/catalog"
)

// Event is something that a person did, as far as it could be read. What
// Discord left out, or sent in another type than it should, is empty.
type Event struct {
	ID       string // of the interaction or message
	User     string // who did it
	Channel  string
	Guild    string    // the server in which the bot is installed; empty elsewhere
	Direct   bool      // in direct messages between the user and the bot
	Received time.Time // zero if not known
	Locale   string    // of the person's Discord; empty in messages

	Command string                         // the name of a command, and of its subcommand
	Options map[string]string              // of a command, with true and false for switches
	Focused string                         // the option that is being typed
	Target  string                         // the text of the message that a command was used on
	Linked  string                         // what Discord shows of the pages that the message links to
	Carried []*discordgo.MessageAttachment // what the message has attached
	Replied string                         // the text of the message that this one replies to, without mentions
	Used    ID                             // of a button, a menu or a form
	Values  []string                       // chosen from a menu
	Hidden  bool                           // the message whose component was used is seen by the user only
	Text    string                         // of a message, without mentions of the bot
	Unasked bool                           // the message is for nobody, or for all in the channel
	// RepliesTo are the ids of the buttons of the bot's message that a message replies to.
	RepliesTo []string

	Rights    int64             // in the server, as bits of Discord's
	Roles     []string          // ids
	Form      map[string]string // what was written, by input
	Files     map[string]*discordgo.MessageAttachment
	OnMessage bool // the form was opened by a component

	// OwnOnly says that of what the server knows, the person may change only what they
	// made. Reading leaves it false: package moderator says so.
	OwnOnly bool

	// Language is the one to reply in. Reading leaves it empty: package bot says which
	// it is.
	Language     catalog.Language
	AsksLanguage bool // it asks for that language, and nothing else

	// Server is the one whose own facts count; empty when only those do that
	// count everywhere. Reading leaves it empty: package bot says which it is.
	Server string
}

// Say is a sentence of the catalog in the language of the event; see
// [catalog.Language.Say].
func (e *Event) Say(key string, args ...any) string { return e.Language.Say(key, args...) }

// rightsOfModerators are those of Discord that make a moderator: Administrator
// and Manage Server.
const rightsOfModerators = discordgo.PermissionAdministrator | discordgo.PermissionManageGuild

// Manages tells whether Discord says, in this very event, that the person may
// manage the server.
func (e *Event) Manages() bool { return e.Rights&rightsOfModerators != 0 }

// Chosen is what was chosen from a menu; "" when nothing was, or several.
func (e *Event) Chosen() string {
	if len(e.Values) != 1 {
		return ""
	}
	return e.Values[0]
}

// Attached is the file of an option, or nil.
func (e *Event) Attached(option string) *discordgo.MessageAttachment {
	return e.Files[e.Options[option]]
}
