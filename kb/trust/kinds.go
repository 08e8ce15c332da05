package trust

// What a question asks for, as the probe that is shipped names it.
const (
	When    = "when"
	Where   = "where"
	Who     = "who"
	HowMany = "how many"
	Why     = "why"
	How     = "how"
	What    = "what" // anything else: what somebody says, or whether
)
