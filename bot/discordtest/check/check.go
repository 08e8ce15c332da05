// Package check tells what Discord would refuse in a request's body.
//
// It looks twice: at Discord's own OpenAPI description, where that is at hand
// (see Described), and with rules written by hand for what the description
// leaves out. A violation is one plain sentence, so that it can be the message
// of a failed test.
package check

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Request is one request of a bot to Discord's REST interface.
type Request struct {
	Method string // GET, POST, PATCH, PUT or DELETE
	Path   string // below the base: "/channels/1/messages"
	Body   []byte // JSON; of a multipart request, its payload_json

	// Flags are those that the message already has, when the request edits
	// one: components V2 stay switched on.
	Flags int
	// Files is the number of files sent along: a message may consist of them.
	Files int
}

// Violations returns a sentence for each thing that Discord would refuse, and
// for a message without an explicitly empty allowed_mentions. It is empty when
// the request is well.
func (r Request) Violations() []string {
	if len(r.Body) == 0 {
		return nil
	}
	var body any
	if err := json.Unmarshal(r.Body, &body); err != nil {
		return []string{fmt.Sprintf("%s %s: the body is not JSON: %v.", r.Method, r.Path, err)}
	}
	found := append(schemaViolations(r.Method, r.Path, body), r.byHand(body)...)
	for i, sentence := range found {
		found[i] = r.Method + " " + hideTokens(r.Path) + ": " + sentence
	}
	return found
}

// byHand applies the rules that fit what the path says the body is.
func (r Request) byHand(body any) []string {
	fields := asObject(body)
	parts := strings.Split(strings.Trim(r.Path, "/"), "/")
	last := parts[len(parts)-1]
	switch {
	case last == "callback":
		return callback(fields, r)
	case last == "commands" && r.Method == "PUT":
		return commands(body)
	case last == "commands" || parts[0] == "applications" && r.Method == "PATCH":
		return commands([]any{body})
	case parts[0] == "webhooks" || len(parts) > 2 && parts[2] == "messages":
		return message(fields, r, r.Method == "PATCH")
	}
	return nil
}

// The types of an answer to an interaction.
const (
	answerMessage       = 4
	answerLater         = 5
	updateLater         = 6
	answerUpdate        = 7
	answerSuggestions   = 8
	answerForm          = 9
	flagComponentsV2    = 1 << 15
	greatestCustomID    = 100
	greatestSuggestions = 25
)

func callback(body object, r Request) []string {
	data := body.object("data")
	switch body.int("type") {
	case answerMessage:
		return message(data, r, false)
	case answerUpdate:
		return message(data, r, true)
	case answerSuggestions:
		return suggestions(data)
	case answerForm:
		return form(data)
	}
	return nil
}

// hideTokens leaves out of a path the token of an interaction, which is long
// and differs from run to run.
func hideTokens(path string) string {
	parts := strings.Split(path, "/")
	for i := range parts {
		if i >= 2 && (parts[i-2] == "webhooks" || parts[i-2] == "interactions") {
			parts[i] = "…"
		}
	}
	return strings.Join(parts, "/")
}
