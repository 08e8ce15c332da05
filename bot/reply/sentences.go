package reply

// What people read when what they use is not for them, is of no use any more, or
// went wrong.
const (
	NotTheirs   = "This button belongs to somebody else. Ask the question yourself with /ask."
	Expired     = "This button is too old. Ask again with /ask."
	Forged      = "I do not know this button. Ask again with /ask."
	NotHere     = "What this button shows cannot be shown here. Ask again with /ask."
	Unknown     = "I do not know that command. Try /ask, or /about for what I can do."
	Sorry       = "Something went wrong here, and it was noted. Please try again."
	TooLong     = "That took too long. Please try again."
	Below       = "That took a moment. The answer stands below."
	TooMuchYou  = "That was a lot at once. Wait a few seconds, then ask again."
	TooMuchHere = "This server asks more than I can keep up with. Wait a few seconds, then ask again."
)
