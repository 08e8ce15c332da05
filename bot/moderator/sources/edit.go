package sources

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/curate"
	reader "verbatim/kb/document"
)

// add adds a source, with its text or without.
func (h *Handlers) add(ctx context.Context, e *event.Event) reply.Reply {
	link := curate.FromAddress(e.Options[command.OptionURL])
	n := curate.NewSource{Statement: e.Options[command.OptionStatement], Parties: change.Split(e.Options[command.OptionParties]), Source: kb.Source{
		Title: e.Options[command.OptionTitle], Publisher: cmp.Or(e.Options[command.OptionPublisher], link.Publisher), Published: e.Options[command.OptionDate],
		URL: e.Options[command.OptionURL], Language: e.Options[command.OptionLanguage], Kind: kb.SourceKind(e.Options[command.OptionKind]),
	}}
	if refusal := h.readTextInto(ctx, e, &n.Source); refusal != "" {
		return reply.Whisper(refusal)
	}
	n.Title, n.Published = cmp.Or(n.Title, link.Title), cmp.Or(n.Published, link.Published)
	if n.Title == "" || n.Publisher == "" {
		return reply.Whisper(e.Say("source.no-title"))
	}
	saved, err := h.Curator.AddSource(ctx, change.Editor(e), n)
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	return h.offered(ctx, e, saved)
}

// offered shows what was saved, and what could be drafted from its text.
func (h *Handlers) offered(ctx context.Context, e *event.Event, saved curate.SavedSource) reply.Reply {
	r := h.saved(e, saved)
	if saved.Corrected {
		r.Buttons = []discordgo.Button{h.undoButton(e, saved)}
	}
	statement, source, ok := kb.SplitID(saved.ID)
	if !ok || !saved.HasText {
		return r
	}
	if line, buttons := h.Offer(ctx, e, statement, source); line != "" {
		r.Add(reply.Ours(line))
		r.Buttons = append(r.Buttons, buttons...)
	}
	return r
}

// readTextInto takes the text of an attachment into a source; it gives the
// sentence that says why not, or "".
func (h *Handlers) readTextInto(ctx context.Context, e *event.Event, s *kb.Source) string {
	if e.Options[command.OptionFile] == "" {
		return ""
	}
	done, ok := h.Attachments.Turn(e)
	if !ok {
		return e.Say("knowledge.another-file")
	}
	defer done()
	content, name, refusal := h.Attachments.Read(ctx, e, command.OptionFile, reader.Heaviest)
	if refusal != "" {
		return refusal
	}
	d, err := reader.Read(ctx, name, content)
	if err != nil {
		return e.Say("source.not-taken", "Why", reply.Plain(err.Error()))
	}
	s.Text, s.OriginalSHA256 = d.Text, d.SHA256
	s.Title = cmp.Or(s.Title, d.Title)
	s.Language, s.Published, s.URL = cmp.Or(s.Language, d.Language), cmp.Or(s.Published, d.Date), cmp.Or(s.URL, d.URL)
	return ""
}

// edit changes what is named of a source, and leaves the rest.
func (h *Handlers) edit(ctx context.Context, e *event.Event) reply.Reply {
	statement, source, ok := Of(h.Curator, e, e.Options[command.OptionSource])
	if !ok {
		return reply.Whisper(e.Say("fact.no-source"))
	}
	now, seen, err := h.Curator.SourceAt(ctx, e.Guild, statement+"/"+source.ID)
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	now.Title, now.Publisher = cmp.Or(e.Options[command.OptionTitle], now.Title), cmp.Or(e.Options[command.OptionPublisher], now.Publisher)
	now.URL, now.Published = cmp.Or(e.Options[command.OptionURL], now.URL), cmp.Or(e.Options[command.OptionDate], now.Published)
	now.Language = cmp.Or(e.Options[command.OptionLanguage], now.Language)
	now.Kind = kb.SourceKind(cmp.Or(e.Options[command.OptionKind], string(now.Kind)))
	if refusal := h.readTextInto(ctx, e, &now); refusal != "" {
		return reply.Whisper(refusal)
	}
	saved, err := h.Curator.EditSource(ctx, change.Editor(e), statement, now, seen)
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	return h.offered(ctx, e, saved)
}

// undoButton puts the text back that a source had before, as long as nobody has changed
// it since.
func (h *Handlers) undoButton(e *event.Event, saved curate.SavedSource) discordgo.Button {
	about := binary.BigEndian.AppendUint64(event.Short(saved.ID), uint64(saved.Version))
	return h.Signer.Button(e, e.Say("button.undo"), "↩️", event.ID{Action: actionUndo, User: e.User, About: about})
}

// undo does that.
func (h *Handlers) undo(ctx context.Context, e *event.Event) reply.Reply {
	id, version, ok := h.corrected(e)
	if !ok {
		return reply.Whisper(e.Say("fact.no-source"))
	}
	saved, err := h.Curator.UndoSource(ctx, change.Editor(e), id, version)
	if err != nil {
		return change.Failed(h.Log, e, err)
	}
	return h.offered(ctx, e, saved)
}

// corrected is the source that a button is about, and the version to be undone.
func (h *Handlers) corrected(e *event.Event) (id string, version int64, ok bool) {
	about := e.Used.About
	if len(about) != 16 {
		return "", 0, false
	}
	for _, head := range h.Curator.Outlines(e.Guild) {
		for _, s := range head.Sources {
			if id = head.ID + "/" + s.ID; bytes.Equal(event.Short(id), about[:8]) {
				return id, int64(binary.BigEndian.Uint64(about[8:])), true
			}
		}
	}
	return "", 0, false
}

// more says how many paragraphs more there are than before.
func more(e *event.Event, n int) string {
	switch {
	case n > 0:
		return e.Say("source.paragraphs-more", "Number", n)
	case n < 0:
		return e.Say("source.paragraphs-fewer", "Number", -n)
	}
	return e.Say("source.paragraphs-as-many")
}

// saved shows what was saved, and what its text does to quotes.
func (h *Handlers) saved(e *event.Event, saved curate.SavedSource) reply.Reply {
	s := saved.Source
	r := reply.Say(e.Say("source.saved", "Source", reply.Link(e.Language.Clauses(s.Title, s.Publisher, e.Language.Date(s.Published)), s.URL), "Name", "`"+saved.ID+"`"))
	switch {
	case !saved.HasText:
		r.Add(reply.Ours(e.Say("source.no-text")))
	case saved.Checked == 0:
		r.Add(reply.Ours(e.Say("source.text")))
	default:
		r.Add(reply.Ours(e.Say("source.checked", catalog.Count, saved.Checked)))
	}
	if saved.Corrected {
		r.Add(reply.Ours(e.Say("source.revised", catalog.Count, saved.Left, "Changed", saved.Changed, "Added", more(e, saved.Added))))
	}
	for _, f := range saved.Broken {
		name := f.Statement + "/" + f.Fact
		above := reply.Block{Shown: e.Say("source.broken", "Fact", "`"+name+"`"), Words: e.Say("source.broken", "Fact", name)}
		r.Add(reply.Join(above, reply.Block{Shown: reply.QuoteBlock(f.Citation.Quote), Words: f.Citation.Quote}))
	}
	return r
}
