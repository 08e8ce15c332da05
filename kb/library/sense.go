package library

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/meaning"
	"verbatim/kb/quote"
	"verbatim/kb/quote/locate"
	"verbatim/kb/text"
	"verbatim/kb/verify"
)

const (
	// senseLeast is how like in meaning what is shown as nearest is at least. Of a
	// dozen sentences with their translations, or the same said otherwise, the least
	// had 0.43; of seven on other matters, the most 0.34.
	senseLeast = 0.4
	// sensesMost is how many quotes and paragraphs are read sentence by sentence.
	sensesMost = 8
	// ownLanguage is how much less like it a sentence in the language of the quotation
	// may be than one in another, and is still rather shown.
	ownLanguage = 0.15
)

// nearInMeaning puts what is nearest in meaning to a quotation that was not found in
// the place of what is nearest by its words, if it is nearer; and says whether the
// quotation is in another language.
func nearInMeaning(v *index.View, r *verify.Quoted, q kb.Question) {
	sought := v.Vector(q.Text)
	spoken := text.Language(q.Text)
	var best, own *sense
	for _, s := range v.Senses(&sought, q.Statement, sensesMost, senseLeast) {
		for _, one := range sentences(v, &sought, s) {
			if best == nil || one.Similarity > best.Similarity {
				best = &one
			}
			if spoken != "" && one.language == spoken && (own == nil || one.Similarity > own.Similarity) {
				own = &one
			}
		}
	}
	if own != nil && own.Similarity >= max(senseLeast, best.Similarity-ownLanguage) {
		best = own
	}
	if best == nil || best.Similarity < senseLeast {
		return
	}
	if r.Near != nil {
		if words := v.Vector(r.Near.Found); float64(meaning.Cosine(&sought, &words)) >= best.Similarity {
			return
		}
	}
	r.Near = &best.Standing
	r.Nearest = &r.Near.Place
	if spoken != "" && best.language != "" && spoken != best.language {
		r.Language = spoken
	}
}

// A sense is a sentence, or a quote, that is near in meaning.
type sense struct {
	verify.Standing
	language string // of its words; empty if that is not known
}

// sentences are those of a paragraph, or the whole of a quote, with how near each is.
func sentences(v *index.View, sought *meaning.Vector, s index.Sense) (all []sense) {
	head := v.Head(s.Statement)
	if head == nil {
		return nil
	}
	add := func(found string, start int, like float32) {
		one := sense{language: cmp.Or(primary(s.Source.Language), text.Language(found))}
		one.Statement, one.From, one.Whole = head.Bare(), s.Source.Bare(), s.Citation == nil
		one.Place = quote.Place{
			Source: s.Source.ID, Start: start, End: start + len(found), Found: found, Paragraph: s.Paragraph.Number,
			Verdict: quote.NotFound, Similarity: float64(like),
		}
		all = append(all, one)
	}
	if s.Citation != nil {
		add(s.Citation.Quote, 0, s.Likeness)
		return all
	}
	body := s.Paragraph.Text
	whole := []locate.Paragraph{{End: len(body)}}
	for at := 0; at < len(body); {
		start, end := locate.Sentences(body, whole, at, at+1)
		if end <= at {
			break
		}
		start = max(start, at)
		like := v.Vector(body[start:end])
		add(body[start:end], s.Paragraph.Start+start, meaning.Cosine(sought, &like))
		at = end
	}
	if len(all) > 1 { // a quotation of several sentences is nearest to all of them
		like := v.Vector(body)
		add(body, s.Paragraph.Start, meaning.Cosine(sought, &like))
	}
	slices.SortStableFunc(all, func(a, b sense) int { return cmp.Compare(b.Similarity, a.Similarity) })
	return all
}

// primary is a language tag without script and region; empty for none.
func primary(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	base, sure := t.Base()
	if sure == language.No {
		return ""
	}
	return base.String()
}
