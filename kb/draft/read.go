package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb"
	"verbatim/kb/document/block"
	"verbatim/kb/text"
)

// A reading goes through one text.
type reading struct {
	title     string
	text      string
	language  language
	blocks    []block.Block
	sentences []*sentence
	issuers   []string // who issued the text
	parties   []string // they, and who else speaks in it
	people    []person
	codes     map[string]string // parties by the country that they name
	short     map[string]string // parties by the letters that the text puts for them: ROK
	last      saidBy            // the person who spoke last, for "he"
	rare      map[string]int    // in how many sentences a stem stands
}

// A sentence is what a draft may be made of.
type sentence struct {
	text       string // unwrapped
	start, end int    // where it stands in the text of the source
	block      *block.Block
	words      []text.Word
	acts       []act
	said       saidBy
	named      int    // where the words end, behind an act, that name who speaks; 0 if none do
	asked      string // the question before it, where the text has it as a part of its answer
	under      string // what stands over it in its paragraph: "Section 2. Renaming."
}

func newReading(s *kb.Statement, source *kb.Source) *reading {
	r := &reading{
		title: source.Title, text: source.Text, blocks: block.Blocks(source.Text),
		codes: map[string]string{}, short: map[string]string{}, rare: map[string]int{},
	}
	if r.title == "" {
		r.title = s.Title
	}
	r.cut()
	r.language = languageOf(source.Language, r.sentences)
	for _, s := range r.sentences {
		s.acts = r.language.actsIn(s.words)
		for stem := range stems(s.words) {
			r.rare[stem]++
		}
	}
	r.findPeople()
	r.findIssuers(s.Parties)
	r.attribute()
	return r
}

// cut cuts the blocks that say something into sentences.
func (r *reading) cut() {
	for i := range r.blocks {
		b := &r.blocks[i]
		if !b.Kind.Says() || b.Kind == block.Footnote {
			continue
		}
		under, asked := "", r.questionBefore(i)
		for n, span := range spansOf(b) {
			from, to := span[0], span[1]
			if mark := block.Mark(b.Text[from:to]); mark != "" {
				from += len(b.Text[from:to]) - len(strings.TrimLeft(strings.TrimPrefix(b.Text[from:to], mark), " \u00a0"))
			}
			s := &sentence{
				text: b.Text[from:to], start: b.At(from), end: b.At(to), block: b, words: text.Words(b.Text[from:to]),
			}
			s.asked = asked
			if s.under = under; n == 0 && b.Mark != "" && isTitle(s.words) {
				under = s.text
				continue
			}
			r.sentences = append(r.sentences, s)
		}
	}
}

// longestTitle is how many words a title has at most that stands before sentences.
const longestTitle = 12

// isTitle reports whether words are written as a title: all that tell something with a
// capital.
func isTitle(words []text.Word) bool {
	small := func(w text.Word) bool { return !w.Upper && !w.Common && w.Script == text.Latin }
	return len(words) > 0 && len(words) <= longestTitle && words[0].Upper && !slices.ContainsFunc(words, small)
}

// spansOf gives the sentences of a block; a row of a table is one.
func spansOf(b *block.Block) [][2]int {
	if b.Kind == block.TableRow {
		return [][2]int{{0, len(b.Text)}}
	}
	return text.Sentences(b.Text)
}

// questionBefore gives the question that a block answers, where one sentence asks it.
func (r *reading) questionBefore(i int) string {
	if i == 0 || r.blocks[i].Role != block.Answer || r.blocks[i-1].Role != block.Question {
		return ""
	}
	q := strings.TrimSpace(r.blocks[i-1].Text)
	last, _ := utf8.DecodeLastRuneInString(q)
	if len(text.Sentences(q)) != 1 || !strings.ContainsRune("?؟？", last) || utf8.RuneCountInString(q) > kb.MaxQuestion {
		return ""
	}
	return q
}

// heading gives the heading that a sentence stands under; empty if there is none, or
// it is the title.
func (r *reading) heading(s *sentence) string {
	if s.block.Under < 0 {
		return ""
	}
	h := r.blocks[s.block.Under].Text
	if text.Fold(h) == text.Fold(r.title) || s.block.Under == 0 {
		return ""
	}
	return h
}

// longestTopic is how many characters a heading has at most that is a topic.
const longestTopic = 60

// topics are the heading over a sentence, or what is done in it.
func (r *reading) topics(s *sentence) []string {
	h := strings.Trim(cmp.Or(s.under, r.heading(s)), " .:：")
	if h != "" && utf8.RuneCountInString(h) <= longestTopic {
		return []string{h}
	}
	for _, a := range s.acts {
		if name := r.language.kinds[a.kind]; name != "" {
			return []string{name}
		}
	}
	return nil
}

// locator says where a sentence stands: by its number where the text has one, or by
// its paragraph.
func (r *reading) locator(s *sentence) string {
	if s.block.Mark != "" && s.block.Kind == block.Paragraph {
		return s.block.Mark
	}
	return fmt.Sprintf("paragraph %d", s.block.Paragraph)
}

// stems are the stems of words that tell something.
func stems(words []text.Word) map[string]bool {
	all := map[string]bool{}
	for i := range words {
		if !words[i].Common {
			all[words[i].Stem] = true
		}
	}
	return all
}
