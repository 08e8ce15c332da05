//go:build twin

package twin_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// answer is what the bot answers an interaction with.
type answer struct {
	Type int
	Data struct {
		Content    string
		Flags      int
		CustomID   string `json:"custom_id"`
		Components []row
		Choices    []struct{ Name, Value string }
	}
}

type row struct {
	Components []struct {
		Label       string
		Placeholder string
		Options     []struct{ Label string }
		CustomID    string `json:"custom_id"`
	}
}

const (
	message     = 4
	suggestions = 8
	form        = 9
	private     = 1 << 6
)

// does has ann do something, and reads the bot's answer to it.
func (w *twin) does(what string, with map[string]any) (a answer) {
	w.t.Helper()
	line, err := json.Marshal(map[string]any{"do": what, "with": with})
	if err != nil {
		w.t.Fatal(err)
	}
	if _, err := fmt.Fprintf(w.in, "%s\n", line); err != nil {
		w.t.Fatal(err)
	}
	var done struct {
		Did   struct{ ID, Token string }
		Error string
	}
	if w.hear(&done); done.Error != "" {
		w.t.Fatal(done.Error)
	}
	body := w.wire.wait(w.t, "POST /interactions/"+done.Did.ID+"/"+done.Did.Token+"/callback")
	if err := json.Unmarshal(body, &a); err != nil {
		w.t.Fatal(err)
	}
	return a
}

func (w *twin) slash(name string, options ...map[string]any) answer {
	w.t.Helper()
	return w.does("simulateSlashCommand", map[string]any{"name": name, "options": options})
}

func (w *twin) types(name string, options ...map[string]any) answer {
	w.t.Helper()
	return w.does("simulateInteraction", map[string]any{"type": 4, "data": map[string]any{"id": "1", "type": 1, "name": name, "options": options}})
}

func text(name, value string) map[string]any {
	return map[string]any{"name": name, "type": 3, "value": value}
}

func focused(name, value string) map[string]any {
	return map[string]any{"name": name, "type": 3, "value": value, "focused": true}
}

// pressed is the id of a button.
func (a answer) pressed(t *testing.T, label string) string {
	t.Helper()
	for _, r := range a.Data.Components {
		for _, c := range r.Components {
			if c.Label == label {
				return c.CustomID
			}
		}
	}
	t.Fatalf("there is no %s in %+v", label, a)
	return ""
}

func TestTheTwinTakesWhatTheBotSays(t *testing.T) {
	w := start(t)
	shows := func(about string, a answer, kind, flags int, words ...string) {
		t.Helper()
		if a.Type != kind || a.Data.Flags&private != flags {
			t.Errorf("%s: type %d, flags %d", about, a.Type, a.Data.Flags)
		}
		for _, word := range words {
			if !strings.Contains(a.Data.Content, word) {
				t.Errorf("%s: no %q in\n%s", about, word, a.Data.Content)
			}
		}
	}
	typed := w.types("ask", focused("question", "taiwan syria"))
	if n := len(typed.Data.Choices); typed.Type != suggestions || n == 0 || n > 25 {
		t.Fatalf("suggestions: %+v", typed)
	}
	shows("a suggestion", w.slash("ask", text("question", typed.Data.Choices[0].Value)), message, 0, "> ", "https://")
	asked := w.slash("ask", text("question", "What did Syria say about Taiwan?"))
	shows("a question", asked, message, 0, "> an integral part of China", "https://")
	var shown []struct{ ID, Content string }
	w.get("/channels/"+w.Channel+"/messages", &shown)
	if len(shown) != 2 || shown[0].Content != asked.Data.Content {
		t.Fatalf("the twin shows %+v", shown)
	}
	cited := w.does("simulateButtonClick", map[string]any{"messageId": shown[0].ID, "customId": asked.pressed(t, "Cite")})
	shows("a button", cited, message, private, "**Chicago**", "**APA**", "**MLA**")
	silent := w.slash("ask", text("question", "zzyzx qwrtp?"))
	shows("an abstention", silent, message, private, "Nothing in what I hold")
	silent.pressed(t, "Tell me")
	w.fills(shows)
}

// fills adds a fact by a form, as a moderator, and asks for it.
func (w *twin) fills(shows func(string, answer, int, int, ...string)) {
	w.t.Helper()
	add := func(source map[string]any) map[string]any {
		return map[string]any{"name": "add", "type": 1, "options": []any{source}}
	}
	sources := w.types("fact", add(focused("source", "")))
	if len(sources.Data.Choices) == 0 {
		w.t.Fatalf("sources: %+v", sources)
	}
	opened := w.slash("fact", add(text("source", sources.Data.Choices[0].Value)))
	if opened.Type != form || opened.Data.CustomID == "" || len(opened.Data.Components) != 5 {
		w.t.Fatalf("the form: %+v", opened)
	}
	written := map[string]string{
		"Question": "Which bird sings in the twin?", "Answer": "The nightingale sings in the twin.", "Said by": "Syria",
	}
	var fields []any
	for _, r := range opened.Data.Components {
		c := r.Components[0]
		fields = append(fields, map[string]any{"customId": c.CustomID, "value": written[c.Label]})
	}
	saved := w.does("simulateModalSubmit", map[string]any{"customId": opened.Data.CustomID, "fields": fields})
	shows("what was saved", saved, message, private, "nightingale")
	shows("the fact that was added", w.slash("ask", text("question", "Which bird sings in the twin?")), message, 0, "The nightingale sings in the twin.")
}
