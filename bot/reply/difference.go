package reply

import (
	"strings"

	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

// differences shows what a quotation makes of the true words: struck through
// what it leaves out, in bold what it has instead, and the same in words, for
// whoever cannot see the one or hears it read out.
func differences(found verify.Quoted) []Block {
	if found.Partly || found.Verdict != quote.Altered && found.Verdict != quote.Spliced && found.Verdict != quote.Edited {
		return nil
	}
	listed := listed(found.Diff)
	if listed == "" {
		return nil
	}
	above := Block{"Compared with it (~~left out~~, **added**):", "Compared with it ([-left out-], {+added+}):"}
	return []Block{Join(Compared(above, found.Diff), Block{"-# " + Plain(listed), listed})}
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
func listed(diff []quote.Op) string {
	var all []string
	for i := 0; i < len(diff); i++ {
		one := diff[i]
		if one.Op == quote.Same {
			continue
		}
		if i+1 < len(diff) && diff[i+1].Op != quote.Same && diff[i+1].Op != one.Op {
			other := diff[i+1]
			if one.Op == quote.Added {
				one, other = other, one
			}
			all = append(all, "for "+named(one.Text)+" it has "+named(other.Text))
			i++
			continue
		}
		all = append(all, map[string]string{quote.Dropped: "left out: ", quote.Added: "added: "}[one.Op]+named(one.Text))
	}
	if len(all) == 0 {
		return ""
	}
	if more := len(all) - listedMost; more > 0 {
		all = append(all[:listedMost], "and "+Count(more, "more change"))
	}
	return "In words: " + strings.Join(all, "; ") + "."
}

// named is a stretch of words in quotation marks, or how many they are.
func named(s string) string {
	words := strings.Join(strings.Fields(s), " ")
	if Units(words) > listedLong {
		return "a passage of " + Count(Units(words), "character")
	}
	return "“" + words + "”"
}
