package command

import (
	"github.com/bwmarrin/discordgo"

	"verbatim/kb/catalog"
)

// locales are the languages of Discord that we have. It has no Arabic, and a second
// Spanish.
var locales = map[discordgo.Locale]catalog.Language{
	discordgo.ChineseCN: catalog.ChineseSimplified, discordgo.ChineseTW: catalog.ChineseTraditional, discordgo.French: catalog.French,
	discordgo.SpanishES: catalog.Spanish, discordgo.SpanishLATAM: catalog.Spanish, discordgo.German: catalog.German, discordgo.Russian: catalog.Russian,
	discordgo.Turkish: catalog.Turkish, discordgo.PortugueseBR: catalog.Portuguese, "id": catalog.Indonesian, discordgo.Japanese: catalog.Japanese,
}

// described is a sentence of the catalog in English, and in the other languages of
// Discord.
func described(key string) (english string, others *map[discordgo.Locale]string) {
	return catalog.English.Say(key), named(key)
}

// named is a sentence of the catalog in the other languages of Discord.
func named(key string) *map[discordgo.Locale]string {
	others := map[discordgo.Locale]string{}
	for locale, l := range locales {
		if said := l.Say(key); said != catalog.English.Say(key) { // it is translated
			others[locale] = said
		}
	}
	return &others
}
