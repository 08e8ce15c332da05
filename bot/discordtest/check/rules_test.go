package check

import (
	"encoding/json"
	"strings"
	"testing"
)

// byHandOnly leaves Discord's description out, so that a rule is seen to work
// by itself.
func (r Request) byHandOnly() []string {
	var body any
	if err := json.Unmarshal(r.Body, &body); err != nil {
		return []string{"the test's body is no JSON: " + err.Error()}
	}
	return r.byHand(body)
}

func TestMessagesThatDiscordRefuses(t *testing.T) {
	field := func(name, value string) string {
		return `"embeds":[{"fields":[{"name":"` + name + `","value":"` + value + `"}]}]`
	}
	mentions := func(m string) Request {
		return Request{Method: "POST", Path: "/channels/1/messages", Body: []byte(`{"content":"x"` + m + `}`)}
	}
	breaks(t, []rule{
		{"too long", post(`"content":"` + long(2001) + `"`), "the content has 2001"},
		{"too long in UTF-16", post(`"content":"` + strings.Repeat("😀", 1001) + `"`), "the content has 2002"},
		{"empty", post(`"content":"","embeds":[],"components":[]`), "is empty"},
		{"emptied by an edit", Request{Method: "PATCH", Path: "/channels/1/messages/2", Body: []byte(`{"content":"","embeds":[],"components":[],"attachments":[],` + quiet + `}`)}, "is empty"},
		{"no list of mentions", mentions(``), "allowed_mentions is missing"},
		{"mentions without parse", mentions(`,"allowed_mentions":{}`), "explicit parse"},
		{"mentions of everyone", mentions(`,"allowed_mentions":{"parse":["everyone"]}`), `"everyone" be pinged`},
		{"mentions of a user", mentions(`,"allowed_mentions":{"parse":[],"users":["1"]}`), "some users be pinged"},
		{"parse with a list of the same kind", mentions(`,"allowed_mentions":{"parse":["users"],"users":["1"]}`), "lists users too"},
		{"eleven embeds", post(`"embeds":[` + repeat(11, `{"title":"x"}`) + `]`), "11 embeds"},
		{"a long title", post(`"embeds":[{"title":"` + long(257) + `"}]`), "the title of an embed"},
		{"a long description", post(`"embeds":[{"description":"` + long(4097) + `"}]`), "the description of an embed"},
		{"a long footer", post(`"embeds":[{"footer":{"text":"` + long(2049) + `"}}]`), "the footer of an embed"},
		{"a long author", post(`"embeds":[{"author":{"name":"` + long(257) + `"}}]`), "the author of an embed"},
		{"a field without a value", post(field("n", "")), "the value of an embed's field is empty"},
		{"a field without a name", post(field("", "v")), "the name of an embed's field is empty"},
		{"a long field", post(field("n", long(1025))), "the value of an embed's field has 1025"},
		{"26 fields", post(`"embeds":[{"fields":[` + repeat(26, `{"name":"n","value":"v"}`) + `]}]`), "26 fields"},
		{"6001 characters in embeds together", post(`"embeds":[{"description":"` + long(3000) + `"},{"description":"` + long(3001) + `"}]`), "6001 characters together"},
		{"a long follow-up", Request{Method: "POST", Path: "/webhooks/1/abc", Body: []byte(`{"content":"` + long(2001) + `",` + quiet + `}`)}, "2001"},
		{"an empty answer", answer(4, quiet), "is empty"},
		{"an answer that pings", answer(4, `"content":"x"`), "allowed_mentions is missing"},
	})
}

func TestComponentsThatDiscordRefuses(t *testing.T) {
	with := func(rows ...string) Request {
		return post(`"content":"x","components":[` + strings.Join(rows, ",") + `]`)
	}
	menu := func(options string) string {
		return `{"type":3,"custom_id":"m","options":[` + options + `]}`
	}
	v2 := func(components string) Request { return post(`"flags":32768,"components":[` + components + `]`) }
	one := `{"label":"a","value":"a"}`
	breaks(t, []rule{
		{"six rows", with(repeat(6, row(`{"type":2,"style":5,"label":"x","url":"https://e.org"}`))), "6 rows"},
		{"six buttons", with(row(repeat(6, `{"type":2,"style":5,"label":"x","url":"https://e.org"}`))), "6 components"},
		{"an empty row", with(row()), "a row of components is empty"},
		{"a button outside a row", with(button("1")), "outside a row"},
		{"a button beside a menu", with(row(button("1"), menu(one))), "shares its row"},
		{"one custom_id twice", with(row(button("1")), row(button("1"))), `custom_id "1" is there twice`},
		{"a button without custom_id", with(row(`{"type":2,"style":1,"label":"x"}`)), "custom_id of the button"},
		{"a long custom_id", with(row(button(long(101)))), "has 101 characters"},
		{"a long label", with(row(`{"type":2,"style":1,"custom_id":"1","label":"` + long(81) + `"}`)), "81 characters"},
		{"a button without a label", with(row(`{"type":2,"style":1,"custom_id":"1"}`)), "neither a label"},
		{"a link without URL", with(row(`{"type":2,"style":5,"label":"x"}`)), "link without a URL"},
		{"a link with custom_id", with(row(`{"type":2,"style":5,"label":"x","url":"https://e.org","custom_id":"1"}`)), "is a link and has a custom_id"},
		{"a URL on what is no link", with(row(`{"type":2,"style":1,"label":"x","url":"https://e.org","custom_id":"1"}`)), "is no link"},
		{"a menu without options", with(row(menu(``))), "0 options"},
		{"26 options", with(row(menu(repeat(26, one)))), "26 options"},
		{"a value twice", with(row(menu(repeat(2, one)))), "there twice"},
		{"a long option", with(row(menu(`{"label":"` + long(101) + `","value":"a"}`))), "label of an option has 101"},
		{"a long placeholder", with(row(`{"type":3,"custom_id":"m","placeholder":"` + long(151) + `","options":[` + one + `]}`)), "placeholder of a menu has 151"},
		{"components V2 without the flag", with(`{"type":10,"content":"x"}`), "needs the flag"},
		{"components V2 without the flag in an edit", Request{Method: "PATCH", Path: "/channels/1/messages/2", Body: []byte(`{"components":[{"type":10,"content":"x"}],` + quiet + `}`)}, "needs the flag"},
		{"components V2 beside content", post(`"content":"x","flags":32768,"components":[{"type":10,"content":"x"}]`), "has content or embeds too"},
		{"41 components V2", v2(repeat(41, `{"type":14}`)), "41 components"},
		{"41 components V2 with those inside", v2(`{"type":17,"components":[` + repeat(40, `{"type":14}`) + `]}`), "41 components"},
		{"4001 characters in components V2", v2(`{"type":10,"content":"` + long(4000) + `"},{"type":10,"content":"x"}`), "4001 characters together"},
		{"a custom_id twice inside a section", v2(`{"type":9,"components":[{"type":10,"content":"x"}],"accessory":` + button("1") + `},` + row(button("1"))), "there twice"},
	})
}

func TestCommandsThatDiscordRefuses(t *testing.T) {
	ask := `{"name":"ask","description":"Ask"}`
	two := func(first, second string) Request {
		return overwrite(`{"name":"ask","description":"Ask","options":[{"type":3,"name":"a","description":"x"` + first +
			`},{"type":3,"name":"b","description":"x"` + second + `}]}`)
	}
	var hundred []string
	for i := range 101 {
		hundred = append(hundred, `{"name":"ask`+strings.Repeat("x", i%28)+string(rune('a'+i/28))+`","description":"x"}`)
	}
	breaks(t, []rule{
		{"upper case", overwrite(`{"name":"Ask","description":"Ask"}`), "lower case"},
		{"a space", overwrite(`{"name":"ask me","description":"Ask"}`), "letters, digits"},
		{"no description", overwrite(`{"name":"ask"}`), "description of /ask is empty"},
		{"a long description", overwrite(`{"name":"ask","description":"` + long(101) + `"}`), "101 characters"},
		{"an option without description", overwrite(`{"name":"ask","description":"x","options":[{"type":3,"name":"q"}]}`), "description of /ask q is empty"},
		{"a description in a message's menu", overwrite(`{"type":3,"name":"Find","description":"x"}`), "has a description"},
		{"one command twice", overwrite(ask + `,` + ask), "there twice"},
		{"one option twice", overwrite(`{"name":"ask","description":"x","options":[` + repeat(2, `{"type":3,"name":"q","description":"x"}`) + `]}`), "there twice"},
		{"choices with suggestions", overwrite(option(`"type":3,"autocomplete":true,"choices":[{"name":"a","value":"a"}]`)), "choices and suggestions"},
		{"suggestions for yes or no", overwrite(option(`"type":5,"autocomplete":true`)), "no suggestions"},
		{"required after optional", two(``, `,"required":true`), "stands after an optional"},
		{"a choice twice", overwrite(option(`"type":3,"choices":[` + repeat(2, `{"name":"a","value":"a"}`) + `]`)), "there twice"},
		{"26 choices", overwrite(option(`"type":3,"choices":[` + repeat(26, `{"name":"a","value":"a"}`) + `]`)), "26 choices"},
		{"an unknown locale", overwrite(`{"name":"ask","description":"x","description_localizations":{"ar":"x"}}`), `no locale "ar"`},
		{"a translated name in upper case", overwrite(`{"name":"ask","description":"x","name_localizations":{"de":"Frage"}}`), "in de"},
		{"a long translation", overwrite(`{"name":"ask","description":"x","description_localizations":{"de":"` + long(101) + `"}}`), "in de has 101"},
		{"26 options", overwrite(`{"name":"ask","description":"x","options":[` + repeat(26, `{"type":3,"name":"q","description":"x"}`) + `]}`), "26 options"},
		{"8001 characters in one command", overwrite(option(`"type":3,"choices":[` + repeat(25, `{"name":"`+long(100)+`","value":"`+long(300)+`"}`) + `]`)), "names, descriptions and values"},
		{"101 chat commands", overwrite(strings.Join(hundred, ",")), "101 chat commands"},
	})
}

func TestFormsAndSuggestionsThatDiscordRefuses(t *testing.T) {
	form := func(title, rows string) Request {
		return answer(9, `"custom_id":"f","title":"`+title+`","components":[`+rows+`]`)
	}
	input := func(fields string) string { return row(`{"type":4,"custom_id":"q","style":1` + fields + `}`) }
	ok := input(`,"label":"Question"`)
	breaks(t, []rule{
		{"a long title", form(long(46), ok), "title of the form has 46"},
		{"no title", form("", ok), "title of the form is empty"},
		{"six inputs", form("F", repeat(6, ok)), "6 inputs"},
		{"no inputs", form("F", ""), "0 inputs"},
		{"two inputs in a row", form("F", row(repeat(2, `{"type":4,"custom_id":"q","style":1,"label":"x"}`))), "a row of the form has 2"},
		{"one custom_id twice", form("F", repeat(2, ok)), "there twice"},
		{"no label", form("F", input(``)), "label of an input is empty"},
		{"a long label", form("F", input(`,"label":"`+long(46)+`"`)), "label of an input has 46"},
		{"a long placeholder", form("F", input(`,"label":"x","placeholder":"`+long(101)+`"`)), "placeholder of an input has 101"},
		{"a long value", form("F", input(`,"label":"x","value":"`+long(4001)+`"`)), "value of an input has 4001"},
		{"a value beyond its own limit", form("F", input(`,"label":"x","max_length":3,"value":"long"`)), "value of an input has 4"},
		{"a least length beyond the greatest", form("F", input(`,"label":"x","max_length":3,"min_length":4`)), "min_length"},
		{"26 suggestions", answer(8, `"choices":[`+repeat(26, `{"name":"a","value":"b"}`)+`]`), "26 suggestions"},
		{"a long suggestion", answer(8, `"choices":[{"name":"`+long(101)+`","value":"b"}]`), "name of a suggestion has 101"},
		{"a long value of a suggestion", answer(8, `"choices":[{"name":"a","value":"`+long(101)+`"}]`), "value of a suggestion has 101"},
		{"an empty suggestion", answer(8, `"choices":[{"name":"","value":"b"}]`), "name of a suggestion is empty"},
	})
}
