package change

import (
	"errors"
	"log/slog"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/store"
)

// TooOld is what is said of a button, menu or form whose draft is gone.
const TooOld = "This is too old, or the bot was restarted. Use the command again."

// Failed says that nothing was saved, and why; the cause goes to the log.
func Failed(log *slog.Logger, e *event.Event, err error) reply.Reply {
	return reply.Whisper(whyNot(log, e, err))
}

// whyNot is the sentence for something that was not saved.
func whyNot(log *slog.Logger, e *event.Event, err error) string {
	var refusal *kb.Refusal
	var stored *store.Error
	switch {
	case errors.As(err, &refusal):
		return reply.Plain(refusal.Error())
	case errors.Is(err, kb.ErrNotHeld):
		return "That is not here any more. Look with a list what is."
	case errors.As(err, &stored) && stored.Code == store.CodeInvalid:
		return "**It was not saved:** " + reply.Plain(stored.Sentence)
	case errors.As(err, &stored):
		log.Error("a moderator's change could not be saved", "id", e.ID, "error", err)
		return couldNot[stored.Code] + "**It could not be saved.** " + "Questions are answered all the same. Tell whoever runs this bot, and try again."
	}
	log.Error("a moderator's change failed", "id", e.ID, "error", err)
	return "**It could not be saved.** Something went wrong here, and it was noted. Please try again."
}

// couldNot says what a moderator can make of an error of the store; its own
// sentences are for whoever runs the bot.
var couldNot = map[store.Code]string{
	store.CodeFull:        "The disk of the database is full. ",
	store.CodeReadOnly:    "The database cannot be written just now. ",
	store.CodeBusy:        "The database is in use by another program. ",
	store.CodeVanished:    "The database is not in its place any more. ",
	store.CodeUnknown:     "Whether it was saved is not known; look with `/fact show` before you try again. ",
	store.CodeUnreachable: "The server of the database is not reached just now. ",
	store.CodeConflict:    "Somebody else changed this first. ",
}
