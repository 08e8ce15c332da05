package document

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"strings"

	"verbatim/kb/document/confine"
)

// reader is where files are read: in a process of its own. It is set in init, for
// a child reads there and ends.
var reader *confine.Kind

func init() { reader = confine.Register("document", confine.Usual, answer) }

// Read gives the text of a file. Its name says what it is: .txt, .md, .html, .docx
// or .pdf. The same bytes always give the same text. It takes the memory and time
// that [confine.Usual] allows, in a process of its own that ends with ctx.
func Read(ctx context.Context, name string, content []byte) (Document, error) {
	if err := check(name, content); err != nil {
		return Document{}, err
	}
	said, err := reader.Read(ctx, append([]byte(kind(name)+"\n"), content...))
	if err != nil {
		return Document{}, err
	}
	var a reply
	if err := json.Unmarshal(said, &a); err != nil {
		return Document{}, &confine.Failure{Reason: confine.ErrBroken, Advice: confine.Usual.Advice, Cause: err}
	}
	if err := a.err(); err != nil {
		return Document{}, err
	}
	a.Document.SHA256 = sumOf(content)
	return a.Document, nil
}

func sumOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// A reply is what a child writes: a document, or why it gives none.
type reply struct {
	Document Document
	Error    string
}

// err gives the error that a child has written.
func (r reply) err() error {
	for _, e := range sentences {
		if r.Error == e.Error() {
			return e
		}
	}
	if r.Error != "" {
		return &confine.Failure{Reason: confine.ErrBroken, Advice: confine.Usual.Advice, Cause: errors.New(r.Error)}
	}
	return nil
}

// answer reads, in the child, the file whose ending stands on the first line.
func answer(in []byte) []byte {
	ending, content, _ := strings.Cut(string(in), "\n")
	d, err := parse(ending, []byte(content))
	a := reply{Document: d}
	if err != nil {
		a = reply{Error: sentenceOf(err)}
	}
	out, err := json.Marshal(a)
	if err != nil {
		panic(err) // strings and numbers always marshal
	}
	return out
}

// sentenceOf gives what an error says to a person.
func sentenceOf(err error) string {
	for _, e := range sentences {
		if errors.Is(err, e) {
			return e.Error()
		}
	}
	return err.Error()
}

// parse gives the document of a file of one of the kinds.
func parse(ending string, content []byte) (Document, error) {
	d, err := readers[ending](content)
	if err != nil {
		return Document{}, err
	}
	if strings.TrimSpace(d.Text) == "" {
		return Document{}, ErrNoText
	}
	d.Tidy()
	return d, nil
}
