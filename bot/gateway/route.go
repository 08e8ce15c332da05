package gateway

import (
	"net/http"
	"strings"
)

// route is what of a request matters to limits, counts and repeats.
type route struct {
	name        string // without ids, for counting: "PATCH /webhooks/*/*/messages/@original"
	key         string // with the ids that have limits of their own
	interaction bool   // an answer to an interaction: not counted in the limit of all
	repeatable  bool   // doing it twice does no more than once
}

// routeOf reads the path below the base. Discord counts channels, servers and
// webhooks each by themselves.
func routeOf(r *http.Request, below string) route {
	parts := strings.Split(strings.Trim(below, "/"), "/")
	name, key := make([]string, len(parts)), make([]string, len(parts))
	own := 1
	if parts[0] == "webhooks" || parts[0] == "interactions" {
		own = 2
	}
	for i, part := range parts {
		name[i], key[i] = part, part
		id := i > 0 && digits(part) || own == 2 && i == 2
		if id {
			name[i] = "*"
		}
		if id && i > own {
			key[i] = "*"
		}
	}
	return route{
		name:        r.Method + " /" + strings.Join(name, "/"),
		key:         r.Method + " /" + strings.Join(key, "/"),
		interaction: own == 2,
		// A message has a nonce, and a second answer is refused. Only a
		// follow-up would be there twice.
		repeatable: r.Method != http.MethodPost || parts[0] != "webhooks",
	}
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
