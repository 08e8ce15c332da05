package answer

import (
	"testing"

	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// TestWordSetsHoldWords keeps what no word of a text is ever equal to out of the
// sets: what is cut into several. Some are looked up by several characters of a
// script without spaces.
func TestWordSetsHoldWords(t *testing.T) {
	bySeveral := map[string]bool{"opposing": true}
	for name, set := range map[string]map[string]bool{
		"beforeObjects": lexicon.BeforeObjects, "beforeSpeakers": lexicon.BeforeSpeakers, "beforeDates": lexicon.BeforeDates, "determiners": lexicon.Determiners,
		"saying": lexicon.Saying, "afterSaying": lexicon.AfterSaying, "subjects": lexicon.Subjects,
		"whose": lexicon.AsksWho, "identity": lexicon.Identity, "offices": lexicon.Offices, "aboutAnswer": aboutAnswer,
		"connectives": connectives, "pronouns": pronouns, "people": people, "thanks": thanks, "goingOn": goingOn, "beforeAbout": beforeAbout, "opposing": opposing,
		"aboutWords": aboutWords, "questionWords": lexicon.QuestionWords, "byActors": lexicon.ByActors,
	} {
		for word := range set {
			if n := len(text.Words(word)); n != 1 && !bySeveral[name] {
				t.Errorf("%s has %q, which is %d words", name, word, n)
			}
		}
	}
}
