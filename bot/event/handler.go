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
	// Update tells that the reply takes the place of the message: what an
	// acknowledgement has to know.
	Update bool
}
