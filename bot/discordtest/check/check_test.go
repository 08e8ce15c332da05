package check

import (
	"strings"
	"testing"
	"time"
)

const quiet = `"allowed_mentions":{"parse":[]}`

// post is a request that sends a message with these fields.
func post(fields string) Request {
	return Request{Method: "POST", Path: "/channels/1/messages", Body: []byte(`{` + fields + `,` + quiet + `}`)}
}

func answer(kind int, data string) Request {
	body := `{"type":` + string(rune('0'+kind)) + `,"data":{` + data + `}}`
	return Request{Method: "POST", Path: "/interactions/1/abc/callback", Body: []byte(body)}
}

func overwrite(commands string) Request {
	return Request{Method: "PUT", Path: "/applications/1/commands", Body: []byte(`[` + commands + `]`)}
}

func row(inside ...string) string {
	return `{"type":1,"components":[` + strings.Join(inside, ",") + `]}`
}

func button(id string) string {
	return `{"type":2,"style":1,"label":"Go","custom_id":"` + id + `"}`
}

func option(fields string) string {
	return `{"name":"ask","description":"Ask","options":[{"name":"question","description":"What",` + fields + `}]}`
}

func long(n int) string { return strings.Repeat("x", n) }

func repeat(n int, part string) string {
	return strings.TrimSuffix(strings.Repeat(part+",", n), ",")
}

// rule is a request and a part of the sentence that it must be refused with.
type rule struct {
	name string
	r    Request
	want string
}

func breaks(t *testing.T, rules []rule) {
	t.Helper()
	for _, rule := range rules {
		t.Run(rule.name, func(t *testing.T) {
			got := strings.Join(Request{
				Method: rule.r.Method, Path: rule.r.Path, Body: rule.r.Body, Flags: rule.r.Flags,
			}.byHandOnly(), "\n")
			if !strings.Contains(got, rule.want) {
				t.Errorf("got %q, want a sentence with %q", got, rule.want)
			}
		})
	}
}

// TestWhatDiscordTakes has requests in which nothing may be found, neither by
// hand nor with Discord's own description.
func TestWhatDiscordTakes(t *testing.T) {
	if err := Described(); err != nil {
		t.Log("CHECKED BY HAND-WRITTEN RULES ONLY: " + err.Error())
	}
	for _, c := range []struct {
		name string
		r    Request
	}{
		{"a plain message", post(`"content":"Hello"`)},
		{"2000 characters", post(`"content":"` + long(2000) + `"`)},
		{"an embed alone", post(`"content":"","components":[],"embeds":[{"title":"T","fields":[{"name":"n","value":"v"}]}]`)},
		{"five buttons in a row", post(`"content":"x","components":[` + row(button("1"), button("2"), button("3"), button("4"), button("5")) + `]`)},
		{"components V2 with their flag", post(`"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"x"}]}]`)},
		{"an edit that leaves the content as it is", Request{Method: "PATCH", Path: "/webhooks/1/abc/messages/@original", Body: []byte(`{"components":[],` + quiet + `}`)}},
		{"components V2 in an edit of a message that has the flag", Request{Method: "PATCH", Path: "/webhooks/1/abc/messages/@original", Flags: flagComponentsV2, Body: []byte(`{"components":[{"type":10,"content":"x"}],` + quiet + `}`)}},
		{"a file alone", Request{Method: "POST", Path: "/webhooks/1/abc", Files: 1, Body: []byte(`{` + quiet + `}`)}},
		{"an answer put off", Request{Method: "POST", Path: "/interactions/1/abc/callback", Body: []byte(`{"type":5,"data":{"flags":64}}`)}},
		{"suggestions", answer(8, `"choices":[{"name":"a","value":"b"}]`)},
		{"no suggestions", answer(8, `"choices":[]`)},
		{"a form", answer(9, `"custom_id":"f","title":"Form","components":[`+row(`{"type":4,"custom_id":"q","label":"Question","style":1}`)+`]`)},
		{"a command whose permissions are a string", overwrite(`{"name":"fact","description":"Facts","default_member_permissions":"32"}`)},
		{"a command with suggestions", overwrite(option(`"type":3,"required":true,"autocomplete":true`))},
		{"a command in Chinese", overwrite(`{"name":"ask","name_localizations":{"zh-CN":"提问"},"description":"Ask","description_localizations":{"zh-CN":"提问"}}`)},
		{"a command in the menu of a message", overwrite(`{"type":3,"name":"Find the source"}`)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.r.Violations(); len(got) > 0 {
				t.Errorf("refused: %s", strings.Join(got, "\n"))
			}
		})
	}
}

func TestDiscordsDescriptionIsUsed(t *testing.T) {
	if err := Described(); err != nil {
		t.Skip("SKIPPED: " + err.Error())
	}
	for name, r := range map[string]Request{
		"a content that is a number": post(`"content":7`),
		"an unknown kind of embed":   post(`"content":"x","embeds":[{"color":"red"}]`),
		"an embed with a bad URL":    post(`"content":"x","embeds":[{"url":"not a url"}]`),
		"a name of 33 letters":       overwrite(`{"name":"` + long(33) + `","description":"x"}`),
		"a request that is not":      {Method: "POST", Path: "/nowhere", Body: []byte(`{}`)},
	} {
		start := time.Now()
		if got := r.Violations(); len(got) == 0 {
			t.Errorf("%s passed", name)
		} else {
			t.Logf("%s: %v (%v)", name, got, time.Since(start))
		}
	}
}

func TestABodyThatIsNoJSON(t *testing.T) {
	r := Request{Method: "POST", Path: "/interactions/1/secret/callback", Body: []byte(`{`)}
	if got := r.Violations(); len(got) != 1 {
		t.Errorf("got %q", got)
	}
	for _, body := range []string{`null`, `[]`, `7`, `"x"`, `[null]`, `{"data":[]}`, `{"type":"x","data":null}`} {
		for _, path := range []string{"/interactions/1/secret/callback", "/applications/1/commands", "/webhooks/1/t", "/"} {
			for _, sentence := range (Request{Method: "PUT", Path: path, Body: []byte(body)}).Violations() {
				if strings.Contains(sentence, "secret") {
					t.Errorf("the token is in %q", sentence)
				}
			}
		}
	}
}
