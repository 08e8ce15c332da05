package bot

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/curate"
	reader "verbatim/kb/document"
)

// sourceAdd adds a source, with its text or without.
func (b *Bot) sourceAdd(ctx context.Context, e *Event) Reply {
	n := curate.NewSource{Statement: e.Options[optionStatement], Parties: split(e.Options[optionParties]), Source: kb.Source{
		Title: e.Options[optionTitle], Publisher: e.Options[optionPublisher], Published: e.Options[optionDate],
		URL: e.Options[optionURL], Language: e.Options[optionLanguage], Kind: kb.SourceKind(e.Options[optionKind]),
	}}
	if refusal := b.readTextInto(ctx, e, &n.Source); refusal != "" {
		return whisper(refusal)
	}
	saved, err := b.Curator.AddSource(ctx, hand(e), n)
	if err != nil {
		return whisper(b.whyNot(e, err))
	}
	return b.savedSource(saved)
}

// readTextInto takes the text of an attachment into a source; it gives the
// sentence that says why not, or "".
func (b *Bot) readTextInto(ctx context.Context, e *Event, s *kb.Source) string {
	if e.Options[optionFile] == "" {
		return ""
	}
	content, name, refusal := b.fetched(ctx, e, optionFile, reader.Longest)
	if refusal != "" {
		return refusal
	}
	d, err := reader.Read(name, content)
	if err != nil {
		return "**The text was not taken:** " + plain(err.Error()) + "."
	}
	s.Text, s.OriginalSHA256 = d.Text, d.SHA256
	s.Language = cmp.Or(s.Language, d.Language)
	return ""
}

// sourceEdit changes what is named of a source, and leaves the rest.
func (b *Bot) sourceEdit(ctx context.Context, e *Event) Reply {
	statement, source, ok := b.sourceOf(e, e.Options[optionSource])
	if !ok {
		return whisper("There is no such source here. Choose one from the suggestions.")
	}
	now, seen, err := b.Curator.SourceAt(ctx, e.Guild, statement+"/"+source.ID)
	if err != nil {
		return whisper(b.whyNot(e, err))
	}
	now.Title, now.Publisher = cmp.Or(e.Options[optionTitle], now.Title), cmp.Or(e.Options[optionPublisher], now.Publisher)
	now.URL, now.Published = cmp.Or(e.Options[optionURL], now.URL), cmp.Or(e.Options[optionDate], now.Published)
	now.Language = cmp.Or(e.Options[optionLanguage], now.Language)
	now.Kind = kb.SourceKind(cmp.Or(e.Options[optionKind], string(now.Kind)))
	if refusal := b.readTextInto(ctx, e, &now); refusal != "" {
		return whisper(refusal)
	}
	saved, err := b.Curator.EditSource(ctx, hand(e), statement, now, seen)
	if err != nil {
		return whisper(b.whyNot(e, err))
	}
	return b.savedSource(saved)
}

// savedSource shows what was saved, and what its text does to quotes.
func (b *Bot) savedSource(saved curate.SavedSource) Reply {
	s := saved.Source
	r := say("**Saved:** " + link(strings.Join(nonEmpty(s.Title, s.Publisher, date(s.Published)), ", "), s.URL) + " · `" + saved.ID + "`")
	switch {
	case !saved.HasText:
		r.Blocks = append(r.Blocks, ours("Its text is not here, so quotes of it are shown as *not checked*. Add it with `/source edit`."))
	case saved.Checked == 0:
		r.Blocks = append(r.Blocks, ours("Its text is here: questions are answered with its paragraphs, and quotes of it are checked."))
	default:
		r.Blocks = append(r.Blocks, ours(fmt.Sprintf("Its text is here. %s of it %s now.",
			count(saved.Checked, "quote"), map[bool]string{true: "is checked", false: "are checked"}[saved.Checked == 1])))
	}
	for _, f := range saved.Broken {
		r.Blocks = append(r.Blocks, Block{
			"**Does not stand in the text:** a quote of `" + f.Statement + "/" + f.Fact + "`. It is shown as *not checked* until it is put right with `/fact edit`.\n" + block(f.Citation.Quote),
			"Does not stand in the text: a quote of " + f.Statement + "/" + f.Fact + ":\n" + f.Citation.Quote,
		})
	}
	return r
}

// sourceList lists the sources, a line each.
func (b *Bot) sourceList(_ context.Context, e *Event) Reply {
	r := Reply{}
	n := 0
	for _, head := range b.Curator.Outlines(e.Guild) {
		lines := Block{"**" + oneLine(head.Title) + "** · `" + head.ID + "`", head.Title + " (" + head.ID + ")"}
		for _, s := range head.Sources {
			n++
			name := strings.Join(nonEmpty(s.Publisher, s.Title, date(s.Published)), ", ")
			held := "no text"
			if full, ok := b.Knowledge.Source(head.ID, s.ID, e.Guild); ok && full.Text != "" {
				held = "with its text"
			}
			lines = join(lines, Block{"- " + link(name, s.URL) + " · " + held + " · `" + s.ID + "`", "- " + name + ", " + held + ", " + s.URL})
		}
		r.Blocks = append(r.Blocks, lines)
	}
	r.Blocks = append([]Block{ours(count(n, "source") + ".")}, r.Blocks...)
	return r
}

// aliasAdd adds other names of a name.
func (b *Bot) aliasAdd(ctx context.Context, e *Event) Reply {
	a, err := b.Curator.AddAlias(ctx, hand(e), e.Options[optionStatement], e.Options[optionName], split(e.Options[optionOther]))
	if err != nil {
		return whisper(b.whyNot(e, err))
	}
	return say("**Saved:** " + oneLine(a.Name) + " is also " + oneLine(strings.Join(a.Other, ", ")) + ".")
}

// aliasRemove takes other names away.
func (b *Bot) aliasRemove(ctx context.Context, e *Event) Reply {
	if err := b.Curator.RemoveAlias(ctx, hand(e), e.Options[optionName], split(e.Options[optionOther])); err != nil {
		return whisper(b.whyNot(e, err))
	}
	return say("**Removed.** Add it again with `/alias add`.")
}

// aliasList lists the names, a line each.
func (b *Bot) aliasList(_ context.Context, e *Event) Reply {
	all := b.Curator.Aliases(e.Guild)
	r := say(count(len(all), "name") + " with others.")
	for chunk := range slices.Chunk(all, 10) {
		lines := Block{}
		for i, a := range chunk {
			where := " (everywhere)"
			if a.Own {
				where = ""
			}
			line := Block{"- " + oneLine(a.Name) + ": " + oneLine(strings.Join(a.Other, ", ")) + where, "- " + a.Name + ": " + strings.Join(a.Other, ", ") + where}
			if i == 0 {
				lines = line
				continue
			}
			lines = join(lines, line)
		}
		r.Blocks = append(r.Blocks, lines)
	}
	return r
}
