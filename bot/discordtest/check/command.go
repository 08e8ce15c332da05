package check

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// Discord's limits of commands.
const (
	greatestCommands       = 100
	greatestCommandText    = 8000
	greatestCommandOptions = 25
	greatestName           = 32
	greatestCommandAbout   = 100

	commandChat = 1

	optionSubcommand = 1
	optionGroup      = 2
	optionString     = 3
	optionInteger    = 4
	optionNumber     = 10
)

// commandName is Discord's pattern of a chat command's or an option's name.
var commandName = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

// commands checks a list of commands as sent in a bulk overwrite.
func commands(body any) []string {
	var f findings
	list := object{"all": body}.objects("all")
	seen := map[string]bool{}
	chat := 0
	for _, c := range list {
		kind := c.int("type")
		if kind == 0 {
			kind = commandChat
		}
		if kind == commandChat {
			chat++
		}
		f.unique(seen, fmt.Sprintf("the name of a command of type %d,", kind), fmt.Sprint(kind, " ", c.string("name")))
		f.command(c, kind)
	}
	if chat > greatestCommands {
		f.add("there are %d chat commands; Discord takes %d.", chat, greatestCommands)
	}
	return f
}

func (f *findings) command(c object, kind int) {
	if kind != commandChat {
		f.text("the name of a command", c.string("name"), 1, greatestName)
		if c.string("description") != "" {
			f.add("the command %q stands in a menu of Apps and has a description.", c.string("name"))
		}
		f.locales(c)
		return
	}
	f.named("/"+c.string("name"), c)
	f.options("/"+c.string("name"), c.objects("options"))
	if n := commandText(c); n > greatestCommandText {
		f.add("/%s has %d characters of names, descriptions and values; Discord takes %d.", c.string("name"), n, greatestCommandText)
	}
}

// named checks name and description of a command or an option, and their
// translations.
func (f *findings) named(what string, o object) {
	name := o.string("name")
	if !commandName.MatchString(name) {
		f.add("the name of %s must be 1 to %d letters, digits, - or _.", what, greatestName)
	}
	if strings.ToLower(name) != name {
		f.add("the name of %s must be in lower case.", what)
	}
	f.text("the description of "+what, o.string("description"), 1, greatestCommandAbout)
	f.locales(o)
	for locale, name := range o.object("name_localizations") {
		if name, _ := name.(string); strings.ToLower(name) != name || !commandName.MatchString(name) {
			f.add("the name of %s in %s must be 1 to %d lower-case letters, digits, - or _.", what, locale, greatestName)
		}
	}
	for locale, text := range o.object("description_localizations") {
		text, _ := text.(string)
		f.text("the description of "+what+" in "+locale, text, 1, greatestCommandAbout)
	}
}

// locales wants keys that Discord knows.
func (f *findings) locales(o object) {
	for _, field := range []string{"name_localizations", "description_localizations"} {
		for locale := range o.object(field) {
			if _, known := discordgo.Locales[discordgo.Locale(locale)]; (!known && locale != "id") || locale == "" {
				f.add("Discord has no locale %q.", locale)
			}
		}
	}
}

func (f *findings) options(what string, options []object) {
	if len(options) > greatestCommandOptions {
		f.add("%s has %d options; Discord takes %d.", what, len(options), greatestCommandOptions)
	}
	seen := map[string]bool{}
	optional := false
	for _, o := range options {
		name := fmt.Sprintf("%s %s", what, o.string("name"))
		f.unique(seen, "the option of "+what+",", o.string("name"))
		f.named(name, o)
		f.options(name, o.objects("options"))
		f.choices(name, o)
		if o.int("type") == optionSubcommand || o.int("type") == optionGroup {
			continue
		}
		if o.bool("required") && optional {
			f.add("%s is required and stands after an optional one.", name)
		}
		optional = optional || !o.bool("required")
	}
}

func (f *findings) choices(what string, o object) {
	choices := o.objects("choices")
	if len(choices) > greatestSuggestions {
		f.add("%s has %d choices; Discord takes %d.", what, len(choices), greatestSuggestions)
	}
	if o.bool("autocomplete") {
		if len(choices) > 0 {
			f.add("%s has choices and suggestions while typing.", what)
		}
		if t := o.int("type"); t != optionString && t != optionInteger && t != optionNumber {
			f.add("%s can have no suggestions while typing.", what)
		}
	}
	seen := map[string]bool{}
	for _, c := range choices {
		f.unique(seen, "the choice of "+what+",", c.string("name"))
		f.text("a choice of "+what, c.string("name"), 1, greatestSuggestText)
	}
}

// commandText counts what Discord limits as a whole.
func commandText(o object) int {
	n := length(o.string("name")) + length(o.string("description"))
	for _, c := range o.objects("choices") {
		n += length(c.string("name")) + length(c.string("value"))
	}
	for _, inner := range o.objects("options") {
		n += commandText(inner)
	}
	return n
}
