package file

import (
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"

	"verbatim/kb"
)

func (l *linter) sources() {
	if len(l.s.Sources) == 0 {
		l.err(place{"sources"}, "the statement has no sources; add at least one place where it can be read")
	}
	for i := range l.s.Sources {
		s := &l.s.Sources[i]
		l.id(place{"sources", i, "id"}, "the source", s.ID)
		if s.ID != "" && l.source[s.ID] != nil {
			l.err(place{"sources", i, "id"}, "another source has the id %q too; ids must differ", clip(s.ID))
		}
		l.source[s.ID] = s
		l.sourceFields(i, s)
		l.sourceText(i, s)
	}
}

func (l *linter) sourceFields(i int, s *kb.Source) {
	if blank(s.Title) {
		l.err(place{"sources", i, "title"}, "the source %q has no title; add one", clip(s.ID))
	}
	if blank(s.Publisher) {
		l.warn(place{"sources", i, "publisher"}, "the source %q has no publisher; add who published it", clip(s.ID))
	}
	if s.Published != "" && !kb.IsDate(s.Published, time.DateOnly, "2006-01", "2006") {
		l.err(place{"sources", i, "published"}, "%q is no date; write YYYY-MM-DD, YYYY-MM or YYYY, or leave published out", clip(s.Published))
	}
	if s.URL != "" && !isWebAddress(s.URL) {
		l.err(place{"sources", i, "url"}, "%q is no web address; it must begin with https:// or http://", clip(s.URL))
	}
	if _, err := language.Parse(s.Language); s.Language == "" {
		l.warn(place{"sources", i, "language"}, "the source %q has no language; add its code, such as en or zh-Hant", clip(s.ID))
	} else if err != nil {
		l.warn(place{"sources", i, "language"}, "%q is no language code; write one such as en or zh-Hant", clip(s.Language))
	}
	switch s.Kind {
	case kb.KindStatement, kb.KindReadout, kb.KindReport:
	default:
		l.err(place{"sources", i, "kind"}, "the kind of source %q must be statement, readout or report, not %q", clip(s.ID), clip(string(s.Kind)))
	}
}

// sourceText checks the text that a source has and the hash of it.
func (l *linter) sourceText(i int, s *kb.Source) {
	if s.Text != "" && blank(s.Text) {
		l.err(place{"sources", i, "text"}, "the text of source %q is empty; leave it out or add the text", clip(s.ID))
	}
	if s.OriginalSHA256 != "" && !hashPattern.MatchString(s.OriginalSHA256) {
		l.err(place{"sources", i, "original_sha256"}, "original_sha256 must be 64 hexadecimal digits, of the file that the text was taken from; correct or remove it")
	}
	switch {
	case s.TextSHA256 == "":
	case !hashPattern.MatchString(s.TextSHA256):
		l.err(place{"sources", i, "text_sha256"}, "text_sha256 must be 64 hexadecimal digits; remove it and let check --texts DIR --write fill it in")
	case s.Text != "" && !isHash(s.TextSHA256, s.Text):
		l.err(place{"sources", i, "text_sha256"}, "text_sha256 is not the hash of the text of source %q, which is %s; check the quotes, then correct it", clip(s.ID), kb.TextHash(s.Text))
	}
}

var hashPattern = regexp.MustCompile(`^[0-9a-fA-F]{64}$`)

func isHash(hash, text string) bool { return strings.EqualFold(hash, kb.TextHash(text)) }

func isWebAddress(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" &&
		!strings.ContainsAny(address, " \t\r\n<>\"")
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

func tooLong(s string, most int) bool { return len(s) > most && utf8.RuneCountInString(s) > most }
