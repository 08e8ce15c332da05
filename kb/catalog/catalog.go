// Package catalog is the message catalog: every sentence of the program that a person
// reads, by a key, in each language that replies are in. The English sentences are
// those that others are translated from: languages/en.yaml; the other files beside it
// have the same keys. A sentence has placeholders, and plural forms where a number
// stands in it, by the rules of its language (CLDR).
//
// It must never have words of a statement, of a fact or of a person: those are put into
// placeholders as they are, and who puts them there has made them harmless. It knows no
// other room but kb/text, and all call it that say something.
package catalog

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"go.yaml.in/yaml/v4"
)

//go:embed languages/*.yaml
var files embed.FS

// A book has the sentences of one language.
type book struct {
	plain map[string]string // those without placeholders, by key
	rest  *i18n.Localizer   // of the others
}

// books are the sentences of the files, by language. What is wrong in a file is found by
// the tests of this package, so that a program which starts has none that cannot be read.
var books = sync.OnceValue(func() map[Language]book {
	bundle := i18n.NewBundle(English.tag())
	english := messagesOf(English)
	all := map[Language]book{}
	for _, l := range Languages() {
		b := book{map[string]string{}, i18n.NewLocalizer(bundle, string(l), string(English))}
		messages := messagesOf(l)
		if err := bundle.AddMessages(l.tag(), messages...); err != nil {
			panic("kb/catalog cannot read the sentences in " + l.Name() + ": " + err.Error())
		}
		for _, m := range append(slices.Clone(english), messages...) { // English stands for what is not translated
			if !strings.Contains(m.Other, "{{") {
				b.plain[m.ID] = m.Other
			}
		}
		all[l] = b
	}
	return all
})

// messagesOf reads the file of a language; there are none if it has no file yet.
func messagesOf(l Language) []*i18n.Message {
	name := string(l) + ".yaml"
	content, err := files.ReadFile("languages/" + name)
	if err != nil {
		return nil
	}
	file, err := i18n.ParseMessageFileBytes(content, name, map[string]i18n.UnmarshalFunc{
		"yaml": func(data []byte, v any) error { return yaml.Unmarshal(data, v) },
	})
	if err != nil {
		panic("kb/catalog/languages/" + name + " cannot be read: " + err.Error())
	}
	if l.IsRightToLeft() {
		for _, m := range file.Messages {
			isolate(m)
		}
	}
	return file.Messages
}

// Count is the name of the number that a plural form goes by.
const Count = "Count"

// Say is the sentence of a key in a language; in English where the language has it not.
// What stands in its placeholders is given as pairs of a name and a value: a text, which
// is put there as it is; a whole number, which is written as the language does; or a
// sentence. The one named [Count] decides the plural form. A key that there is not is
// given back, so that nobody reads nothing.
func (l Language) Say(key string, args ...any) string {
	b := books()[l.known()]
	if said, ok := b.plain[key]; ok {
		return said
	}
	config := i18n.LocalizeConfig{MessageID: key}
	data := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		name, value := fmt.Sprint(args[i]), args[i+1]
		if n, isNumber := value.(int); isNumber {
			data[name] = l.Number(n)
			if name == Count {
				config.PluralCount = n
			}
			continue
		}
		data[name] = l.Isolated(fmt.Sprint(value))
	}
	config.TemplateData = data
	said, err := b.rest.Localize(&config)
	if err != nil && said == "" {
		return key
	}
	return said
}

// Join puts sentences one after the other, as the language does; empty ones are left
// out.
func (l Language) Join(sentences ...string) string {
	some := slices.DeleteFunc(slices.Clone(sentences), func(s string) bool { return s == "" })
	return strings.Join(some, l.Say("list.sentences"))
}

// List names several of the same kind, such as the parties of a statement.
func (l Language) List(all ...string) string { return l.joined("list.names", all) }

// Clauses are what belongs together, such as a title, a place and a day; empty ones are
// left out.
func (l Language) Clauses(all ...string) string { return l.joined("list.clauses", all) }

// Entries are those of a list within a sentence, which may have commas themselves.
func (l Language) Entries(all ...string) string { return l.joined("list.entries", all) }

// And names several of the same kind in a sentence, the last one after an "and".
func (l Language) And(all ...string) string {
	last := len(all) - 1
	if last < 1 {
		return l.List(all...)
	}
	return l.List(all[:last]...) + l.Say("list.last") + l.Isolated(all[last])
}

func (l Language) joined(separator string, all []string) string {
	var some []string
	for _, s := range all {
		if s != "" {
			some = append(some, l.Isolated(s))
		}
	}
	return strings.Join(some, l.Say(separator))
}
