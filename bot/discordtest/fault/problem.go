package fault

import (
	"encoding/json"
	"net/http"
)

// Problem is one of Discord's errors: an HTTP status, a code of Discord's own, a text.
type Problem struct {
	Status, Code int
	Message      string
}

// The errors that the stand-in gives.
var (
	Unauthorized       = Problem{http.StatusUnauthorized, 0, "401: Unauthorized"}
	UnknownChannel     = Problem{http.StatusNotFound, 10003, "Unknown Channel"}
	UnknownGuild       = Problem{http.StatusNotFound, 10004, "Unknown Guild"}
	UnknownMember      = Problem{http.StatusNotFound, 10007, "Unknown Member"}
	UnknownMessage     = Problem{http.StatusNotFound, 10008, "Unknown Message"}
	UnknownUser        = Problem{http.StatusNotFound, 10013, "Unknown User"}
	UnknownWebhook     = Problem{http.StatusNotFound, 10015, "Unknown Webhook"}
	UnknownInteraction = Problem{http.StatusNotFound, 10062, "Unknown interaction"}
	Acknowledged       = Problem{http.StatusBadRequest, 40060, "Interaction has already been acknowledged."}
	NotTheAuthor       = Problem{http.StatusForbidden, 50005, "Cannot edit a message authored by another user"}
	TakesNoDirect      = Problem{http.StatusForbidden, 50007, "Cannot send messages to this user"}
	MayNot             = Problem{http.StatusForbidden, 50013, "Missing Permissions"}
	MissingAccess      = Problem{http.StatusForbidden, 50001, "Missing Access"}
	InvalidForm        = Problem{http.StatusBadRequest, 50035, "Invalid Form Body"}
	NoSuchRoute        = Problem{http.StatusNotFound, 0, "404: Not Found"}
)

// Write answers with the problem, under another text.
func (p Problem) Write(w http.ResponseWriter, message string) {
	WriteJSON(w, p.Status, object{"code": p.Code, "message": message})
}

// WriteJSON answers with a status and a value.
func WriteJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}
