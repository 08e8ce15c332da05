// Package body reads the body of a request as Discord does: JSON, or a form with
// payload_json and files. It answers nothing; package discordtest calls it.
package body

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
)

// File is something attached to a message or to a command's option.
type File struct {
	Name string
	Type string // as in text/plain
	Body []byte
}

// Read gives the JSON of a request, and the files that came with it.
func Read(r *http.Request) (content []byte, files []File, err error) {
	kind, parameters, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind != "multipart/form-data" {
		content, err = io.ReadAll(r.Body)
		return content, nil, err
	}
	form := multipart.NewReader(r.Body, parameters["boundary"])
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return content, files, nil
		}
		if err != nil {
			return nil, nil, fmt.Errorf("read a form: %w", err)
		}
		one, err := io.ReadAll(part)
		if err != nil {
			return nil, nil, fmt.Errorf("read %s: %w", part.FormName(), err)
		}
		if part.FormName() == "payload_json" {
			content = one
			continue
		}
		files = append(files, File{Name: part.FileName(), Type: part.Header.Get("Content-Type"), Body: one})
	}
}
