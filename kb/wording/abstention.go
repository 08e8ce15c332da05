package wording

import (
	"verbatim/kb"
	"verbatim/kb/catalog"
)

// abstentions are the keys of the reasons for not answering, and lacks those of what may
// be asked for that nothing here tells.
var (
	abstentions = map[kb.Reason]string{
		kb.ReasonUnknown:         "abstention.unknown",
		kb.ReasonNotInText:       "abstention.not-in-text",
		kb.ReasonNoSuchStatement: "abstention.no-such-statement",
		kb.ReasonAmbiguous:       "abstention.ambiguous",
		kb.ReasonEmpty:           "abstention.empty",
	}
	lacks = map[string]string{"when": "asked.when", "where": "asked.where", "who": "asked.who", "how many": "asked.how-many", "why": "asked.why"}
)

// Asked is a kind of thing that is asked for, as it stands in a sentence.
func Asked(l catalog.Language, kind string) string {
	if key := lacks[kind]; key != "" {
		return l.Say(key)
	}
	return kind
}

// Abstention says in one sentence why there is no answer: what is asked for and
// nothing here tells, and in how many places a text speaks of it all the same.
func Abstention(l catalog.Language, a kb.Answer) string {
	if a.Reason != kb.ReasonUnknown {
		return l.Say(abstentions[a.Reason])
	}
	asked := Asked(l, a.Lacks)
	switch places := len(a.Mentions); {
	case places > 0 && asked != "":
		return l.Say("abstention.mentions-lack", catalog.Count, places, "Asked", asked)
	case places > 0:
		return l.Say("abstention.mentions", catalog.Count, places)
	case asked != "" && len(a.Nearest) > 0:
		return l.Say("abstention.lacks", "Asked", asked)
	}
	return l.Say("abstention.unknown")
}
