package change

import (
	"context"
	"log/slog"

	"verbatim/bot/attachment"
	"verbatim/bot/event"
)

// Attachments reads the files that come with a command.
type Attachments struct {
	files *attachment.Getter
	log   *slog.Logger
}

// NewAttachments makes Attachments that get files with a getter.
func NewAttachments(files *attachment.Getter, log *slog.Logger) *Attachments {
	return &Attachments{files, log}
}

// Turn tells whether a file may be fetched and read for whoever an event is of, as
// [attachment.Getter.Turn] does.
func (f *Attachments) Turn(e *event.Event) (done func(), ok bool) {
	return f.files.Turn(e.User, e.Guild)
}

// Read is the content of the file of an option, of at most most bytes, or the
// sentence that says why there is none.
func (f *Attachments) Read(ctx context.Context, e *event.Event, option string, most int) (content []byte, name, refusal string) {
	a := e.Attached(option)
	if a == nil {
		return nil, "", e.Say("attachment.missing")
	}
	content, err := f.files.Get(ctx, a, most)
	if err != nil {
		refusal, expected := attachment.Refusal(e.Language, err, most)
		if !expected {
			f.log.Warn("an attachment could not be read", "id", e.ID, "error", err)
		}
		return nil, "", refusal
	}
	return content, a.Filename, ""
}
