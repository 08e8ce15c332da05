package change

import (
	"errors"
	"log/slog"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/store"
)

// TooOld says that the draft of a button, menu or form is gone.
func TooOld(e *event.Event) reply.Reply { return reply.Whisper(e.Say("problem.too-old")) }

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
		return reply.Plain(refusal.Say(e.Language))
	case errors.Is(err, kb.ErrNotHeld):
		return e.Say("failure.not-held")
	case errors.As(err, &stored) && stored.Code == store.CodeInvalid:
		return e.Say("failure.invalid", "Why", reply.Plain(stored.Sentence))
	case errors.As(err, &stored):
		log.Error("a moderator's change could not be saved", "id", e.ID, "error", err)
		cause := ""
		if key := couldNot[stored.Code]; key != "" {
			cause = e.Say(key)
		}
		return e.Language.Join(cause, e.Say("failure.stored"))
	}
	log.Error("a moderator's change failed", "id", e.ID, "error", err)
	return e.Say("failure.other-cause")
}

// couldNot says what a moderator can make of an error of the store; its own
// sentences are for whoever runs the bot.
var couldNot = map[store.Code]string{
	store.CodeFull:        "failure.full",
	store.CodeReadOnly:    "failure.read-only",
	store.CodeBusy:        "failure.busy",
	store.CodeVanished:    "failure.vanished",
	store.CodeUnknown:     "failure.not-known",
	store.CodeUnreachable: "failure.unreachable",
	store.CodeConflict:    "failure.conflict",
}
