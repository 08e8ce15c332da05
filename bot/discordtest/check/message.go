package check

// Discord's limits of a message.
const (
	greatestContent     = 2000
	greatestEmbeds      = 10
	greatestEmbedsText  = 6000
	greatestTitle       = 256
	greatestDescription = 4096
	greatestFields      = 25
	greatestFieldValue  = 1024
	greatestFooter      = 2048
)

// message checks a message, or the change of one.
func message(m object, r Request, edit bool) []string {
	var f findings
	flags := r.Flags | m.int("flags")
	f.text("the content", m.string("content"), 0, greatestContent)
	f.mentions(m)
	f.embeds(m.objects("embeds"))
	f.components(m, flags)
	if empty(m, r, edit) {
		f.add("the message is empty.")
	}
	return f
}

// empty tells whether nobody could see anything of the message. A change that
// leaves a part out keeps that part.
func empty(m object, r Request, edit bool) bool {
	if r.Files > 0 || m.has("poll") {
		return false
	}
	for _, part := range []string{"content", "embeds", "components", "attachments"} {
		if m.string(part) != "" || len(m.list(part)) > 0 {
			return false
		}
		_, given := m[part]
		if edit && !given {
			return false
		}
	}
	return true
}

// mentions wants an explicit list of mentions that is empty, so that no text
// of anybody can ping anyone.
func (f *findings) mentions(m object) {
	allowed := m.object("allowed_mentions")
	if allowed == nil {
		f.add("allowed_mentions is missing: send an explicitly empty one.")
		return
	}
	if _, given := allowed["parse"].([]any); !given {
		f.add("allowed_mentions lacks an explicit parse: [].")
	}
	for _, kind := range allowed.list("parse") {
		kind, _ := kind.(string)
		f.add("allowed_mentions lets %q be pinged.", kind)
		if len(allowed.list(kind)) > 0 {
			f.add("allowed_mentions has %q in parse and lists %s too.", kind, kind)
		}
	}
	for _, kind := range []string{"users", "roles"} {
		if len(allowed.list(kind)) > 0 {
			f.add("allowed_mentions lets some %s be pinged.", kind)
		}
	}
}

func (f *findings) embeds(embeds []object) {
	if len(embeds) > greatestEmbeds {
		f.add("there are %d embeds; Discord takes %d.", len(embeds), greatestEmbeds)
	}
	total := 0
	for _, e := range embeds {
		total += f.embed(e)
	}
	if total > greatestEmbedsText {
		f.add("the embeds have %d characters together; Discord takes %d.", total, greatestEmbedsText)
	}
}

// embed returns the number of characters that count towards the sum.
func (f *findings) embed(e object) int {
	footer, author := e.object("footer").string("text"), e.object("author").string("name")
	f.text("the title of an embed", e.string("title"), 0, greatestTitle)
	f.text("the description of an embed", e.string("description"), 0, greatestDescription)
	f.text("the footer of an embed", footer, 0, greatestFooter)
	f.text("the author of an embed", author, 0, greatestTitle)
	total := length(e.string("title")) + length(e.string("description")) + length(footer) + length(author)
	parts := e.objects("fields")
	if len(parts) > greatestFields {
		f.add("an embed has %d fields; Discord takes %d.", len(parts), greatestFields)
	}
	for _, part := range parts {
		f.text("the name of an embed's field", part.string("name"), 1, greatestTitle)
		f.text("the value of an embed's field", part.string("value"), 1, greatestFieldValue)
		total += length(part.string("name")) + length(part.string("value"))
	}
	return total
}
