package reply

import (
	"strings"

	"verbatim/kb/catalog"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

// differences shows what a quotation makes of the true words: struck through
// what it leaves out, in bold what it has instead, and the same in words, for
// whoever cannot see the one or hears it read out.
func differences(l catalog.Language, found verify.Quoted) []Block {
	if found.Partly || found.Verdict != quote.Altered && found.Verdict != quote.Spliced && found.Verdict != quote.Edited {
		return nil
	}
	listed := listed(l, found.Diff)
	if listed == "" {
		return nil
	}
	return []Block{Join(Compared(ComparedWith(l), found.Diff), Block{"-# " + Plain(listed), listed})}
}

// ComparedWith says above a difference what its marks mean.
func ComparedWith(l catalog.Language) Block {
	leftOut, added := l.Say("difference.left-out"), l.Say("difference.added")
	return Block{
		l.Say("difference.compared", "LeftOut", "~~"+leftOut+"~~", "Added", "**"+added+"**"),
		l.Say("difference.compared", "LeftOut", "[-"+leftOut+"-]", "Added", "{+"+added+"+}"),
	}
}

// Compared is a difference below what says so: struck through what was left out,
// in bold what was added.
func Compared(above Block, diff []quote.Op) Block {
	return Join(above, Block{quoteLines(marked(diff)), quote.Marked(diff)})
}

// marked is a difference in Markdown.
func marked(diff []quote.Op) string {
	var b strings.Builder
	for i, op := range diff {
		if i > 0 && op.Op != quote.Same && diff[i-1].Op != quote.Same && op.Op != diff[i-1].Op {
			b.WriteString(" ") // ~~one~~ **another**
		}
		switch op.Op {
		case quote.Dropped:
			b.WriteString(emphasised("~~", op.Text, true))
		case quote.Added: // these are the asker's
			b.WriteString(emphasised("**", Harmless(op.Text), true))
		default:
			b.WriteString(verbatim(op.Text))
		}
	}
	return b.String()
}

// Of many changes, and of long ones, only their number is told in words.
const (
	listedMost = 8
	listedLong = 120 // characters
)

// listed says in words what was left out, added or put in the place of other
// words; "" when nothing was.
func listed(l catalog.Language, diff []quote.Op) string {
	var all []string
	for i := 0; i < len(diff); i++ {
		op := diff[i]
		switch {
		case op.Op == quote.Same:
		case i+1 < len(diff) && diff[i+1].Op != quote.Same && diff[i+1].Op != op.Op:
			other := diff[i+1]
			if op.Op == quote.Added {
				op, other = other, op
			}
			all = append(all, l.Say("difference.instead", "Source", named(l, op.Text), "Text", named(l, other.Text)))
			i++
		case op.Op == quote.Dropped:
			all = append(all, l.Say("difference.words-left-out", "Words", named(l, op.Text)))
		default:
			all = append(all, l.Say("difference.words-added", "Words", named(l, op.Text)))
		}
	}
	if len(all) == 0 {
		return ""
	}
	if more := len(all) - listedMost; more > 0 {
		all = append(all[:listedMost], l.Say("difference.more", catalog.Count, more))
	}
	return l.Say("difference.in-words", "Changes", strings.Join(all, "; "))
}

// named is a stretch of words in quotation marks, or how many they are.
func named(l catalog.Language, s string) string {
	words := strings.Join(strings.Fields(s), " ")
	if Units(words) > listedLong {
		return l.Say("difference.passage", catalog.Count, Units(words))
	}
	return l.Say("difference.quoted", "Words", words)
}
