package kb

import "strconv"

// abstentions says each reason for not answering in one sentence.
var abstentions = map[Reason]string{
	ReasonUnknown:         "Nothing in what I hold answers that.",
	ReasonNotInText:       "The whole text is here, and says nothing of that.",
	ReasonNoSuchStatement: "There is no such statement here.",
	ReasonAmbiguous:       "That could mean more than one thing. Which is it?",
	ReasonEmpty:           "There is no question in that. Ask, for example: What did Syria say about Taiwan?",
}

// Abstention says in one sentence why there is no answer: what is asked for and
// nothing here tells, and in how many places a text speaks of it all the same.
func (a Answer) Abstention() string {
	if a.Reason != ReasonUnknown {
		return abstentions[a.Reason]
	}
	tells := "Nothing here tells " + a.Lacks + "."
	switch n := len(a.Mentions); {
	case n == 0 && a.Lacks != "" && len(a.Nearest) > 0:
		return tells
	case n == 1 && a.Lacks != "":
		return "One place speaks of that; it does not tell " + a.Lacks + "."
	case n == 1:
		return "I hold no answer to that. One place speaks of it."
	case n > 1 && a.Lacks != "":
		return strconv.Itoa(n) + " places speak of that; none tells " + a.Lacks + "."
	case n > 1:
		return "I hold no answer to that. " + strconv.Itoa(n) + " places speak of it."
	}
	return abstentions[ReasonUnknown]
}
