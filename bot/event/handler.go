package event

import (
	"context"

	"verbatim/bot/reply"
)

// Run handles an event. It sends nothing: what it returns, package bot sends.
type Run func(context.Context, *Event) reply.Reply

// Handler is how one command, button, menu or form is handled.
type Handler struct {
	Run Run
	// Private tells that the reply is private whatever it says, and Update that
	// it takes the place of the message: what an acknowledgement has to know.
	Private, Update bool
}
