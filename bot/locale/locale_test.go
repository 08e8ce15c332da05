package locale

import (
	"testing"
	"time"

	"verbatim/bot/event"
	"verbatim/kb/catalog"
)

func TestTheLanguageOfAReply(t *testing.T) {
	setting := ""
	now := time.Unix(0, 0)
	c := New(func(string) string { return setting }, func() time.Time { return now })
	for _, step := range []struct {
		about   string
		e       event.Event
		setting string
		after   time.Duration
		want    catalog.Language
	}{
		{about: "nothing is known", e: event.Event{Text: "2758"}, want: catalog.English},
		{about: "a message by its words", e: event.Event{Text: "Qu'est-ce que la Syrie a dit de la Chine ?"}, want: catalog.French},
		{about: "a message that does not tell, by the last one", e: event.Event{Text: "2758"}, want: catalog.French},
		{about: "an interaction by its locale", e: event.Event{Locale: "ru"}, want: catalog.Russian},
		{about: "a locale that there is not, by the last message", e: event.Event{Locale: "sv-SE"}, want: catalog.French},
		{about: "Arabic, which Discord has not", e: event.Event{Locale: "en-US", Options: map[string]string{"question": "ماذا قالت سوريا عن تايوان؟"}}, want: catalog.Arabic},
		{about: "a button after it", e: event.Event{Locale: "en-US"}, want: catalog.Arabic},
		{about: "English again", e: event.Event{Locale: "en-US", Options: map[string]string{"question": "What did they say about the sea?"}}, want: catalog.English},
		{about: "the setting of the server", e: event.Event{Guild: "1", Locale: "ru"}, setting: "tr", want: catalog.Turkish},
		{about: "elsewhere than in the server", e: event.Event{Locale: "ru"}, setting: "tr", want: catalog.Russian},
		{about: "asked for", e: event.Event{Guild: "1", Text: "in German, please!"}, setting: "tr", want: catalog.German},
		{about: "after that", e: event.Event{Guild: "1", Text: "What did they say?"}, setting: "tr", want: catalog.German},
		{about: "when the conversation is over", e: event.Event{Guild: "1", Text: "What did they say?"}, after: time.Hour, want: catalog.English},
		{about: "French once more", e: event.Event{Text: "Qu'est-ce que la Syrie a dit de la Chine ?"}, want: catalog.French},
		{about: "a message that does not tell, when that is long ago", e: event.Event{Text: "2758"}, after: time.Hour, want: catalog.English},
	} {
		setting, now = step.setting, now.Add(step.after)
		step.e.User, step.e.Channel = "7", "8"
		if c.Choose(&step.e); step.e.Language != step.want {
			t.Errorf("%s: %s, want %s", step.about, step.e.Language, step.want)
		}
	}
}
