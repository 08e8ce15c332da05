package gateway

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Codes of Discord's errors that a bot has to tell apart (Discord's
// documentation, Opcodes and Status Codes, JSON).
const (
	CodeUnknownGuild    = 10004 // or the bot is not in it
	CodeUnknownMember   = 10007 // not a member of the server
	CodeTooLate         = 10062 // too late for the answer to an interaction
	CodeAnswered        = 40060 // the interaction has been answered
	CodeMissingAccess   = 50001
	CodeTakesNoDirect   = 50007 // the user takes no direct messages
	CodeMayNot          = 50013 // the bot lacks a permission
	codeUnfit           = 50035 // the body of the request
	greatestErrorDetail = 200
)

// Code is the code of Discord's error in err, or 0 if there is none.
func Code(err error) int {
	var rest *discordgo.RESTError
	if errors.As(err, &rest) && rest.Message != nil {
		return rest.Message.Code
	}
	return 0
}

// ErrPaused is returned for calls that were not made because Discord refused
// so many before them that it would shut the bot's address out.
var ErrPaused = errors.New("calls to Discord are paused: it refused too many in the last ten minutes")

// RateLimited is returned for calls that would have had to wait for longer
// than they had time.
type RateLimited struct {
	After  time.Duration // how long to wait
	Global bool          // for every call
}

// Error says how long to wait.
func (e *RateLimited) Error() string {
	return fmt.Sprintf("Discord takes no such call for another %v", e.After.Round(time.Millisecond))
}

// told wraps an error once, without the address of the request, which has the
// token of an interaction in it, and without pages of HTML.
func told(err error, doing string, a ...any) error {
	if err == nil {
		return nil
	}
	var address *url.Error
	if errors.As(err, &address) {
		err = address.Err
	}
	return fmt.Errorf(doing+": %w", append(a, brief(err))...)
}

// brief keeps Discord's error and shortens its text.
func brief(err error) error {
	var rest *discordgo.RESTError
	if !errors.As(err, &rest) {
		return err
	}
	text := string(rest.ResponseBody)
	if rest.Message != nil && rest.Message.Message != "" {
		text = fmt.Sprintf("%s (%d)", rest.Message.Message, rest.Message.Code)
		if rest.Message.Code == codeUnfit {
			text = string(rest.ResponseBody)
		}
	}
	if !json.Valid(rest.ResponseBody) {
		text = "no JSON"
	}
	if len(text) > greatestErrorDetail {
		text = strings.ToValidUTF8(text[:greatestErrorDetail], "") + "…"
	}
	return refused{rest, text}
}

// refused is Discord's error with a short text.
type refused struct {
	*discordgo.RESTError
	text string
}

func (r refused) Error() string { return r.Response.Status + ": " + r.text }
func (r refused) Unwrap() error { return r.RESTError }

// Refused tells whether Discord said no: not found, or not for the bot.
func Refused(err error) bool {
	var rest *discordgo.RESTError
	return errors.As(err, &rest) && rest.Response != nil &&
		(rest.Response.StatusCode == http.StatusNotFound || rest.Response.StatusCode == http.StatusForbidden)
}
