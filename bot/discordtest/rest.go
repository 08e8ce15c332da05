package discordtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"path"
	"strings"
	"time"

	"verbatim/bot/discordtest/body"
	"verbatim/bot/discordtest/check"
	"verbatim/bot/discordtest/fault"
	"verbatim/bot/discordtest/socket"
)

// rest is the state of the HTTP side, under the lock of Discord.
type rest struct {
	requests []*Sent
	faults   fault.Script
	limits   fault.Limits
}

// Sent is one request that the bot sent.
type Sent struct {
	Method string
	Path   string // below the base
	Body   []byte // JSON; of a multipart request, its payload_json
	At     time.Time
	Status int // of the answer; 0 while there is none
}

// call is a request while it is answered.
type call struct {
	*http.Request
	d     *Discord
	body  []byte
	files []File
}

// File is something attached to a message or to a command's option.
type File = body.File

// answer is what a handler gives back: a JSON value, nil for no content, or a
// Problem of package fault.
type answer any

// routes are the requests that the stand-in knows.
func (d *Discord) routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/socket/", d.Gateway)
	mux.HandleFunc("GET /files/{path...}", d.download)
	const base = "/api/v9"
	free := func(pattern string, h func(*call) answer) {
		method, rest, _ := strings.Cut(pattern, " ")
		mux.HandleFunc(method+" "+base+rest, func(w http.ResponseWriter, r *http.Request) { d.serve(w, r, h) })
	}
	bot := func(pattern string, h func(*call) answer) {
		free(pattern, func(c *call) answer {
			if c.Header.Get("Authorization") != "Bot "+d.Token() {
				return fault.Unauthorized
			}
			return h(c)
		})
	}
	free("GET /gateway", func(*call) answer { return object{"url": d.gatewayURL()} })
	free("POST /interactions/{id}/{token}/callback", (*call).callback)
	free("POST /webhooks/{app}/{token}", (*call).followUp)
	free("GET /webhooks/{app}/{token}/messages/{message}", (*call).webhookMessage)
	free("PATCH /webhooks/{app}/{token}/messages/{message}", (*call).webhookEdit)
	free("DELETE /webhooks/{app}/{token}/messages/{message}", (*call).webhookDelete)
	bot("GET /gateway/bot", (*call).gatewayBot)
	bot("GET /users/@me", func(*call) answer { return d.bot.json() })
	bot("GET /applications/@me", (*call).application)
	bot("GET /oauth2/applications/@me", (*call).application)
	bot("GET /applications/{app}/commands", (*call).listCommands)
	bot("PUT /applications/{app}/commands", (*call).overwriteCommands)
	bot("GET /applications/{app}/guilds/{guild}/commands", (*call).listCommands)
	bot("PUT /applications/{app}/guilds/{guild}/commands", (*call).overwriteCommands)
	bot("GET /guilds/{guild}/members/{user}", (*call).member)
	bot("POST /users/@me/channels", (*call).openDirect)
	bot("GET /channels/{channel}", (*call).channel)
	bot("POST /channels/{channel}/typing", func(*call) answer { return nil })
	bot("GET /channels/{channel}/messages/{message}", (*call).readMessage)
	bot("POST /channels/{channel}/messages", (*call).createMessage)
	bot("PATCH /channels/{channel}/messages/{message}", (*call).editMessage)
	bot("DELETE /channels/{channel}/messages/{message}", (*call).deleteMessage)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		d.serve(w, r, func(*call) answer { return fault.NoSuchRoute })
	})
	return mux
}

func (d *Discord) gatewayURL() string {
	return "ws" + strings.TrimPrefix(d.server.URL, "http") + "/socket/"
}

// serve records a request, lets scripted faults have it, checks its body and
// answers it.
func (d *Discord) serve(w http.ResponseWriter, r *http.Request, h func(*call) answer) {
	content, files, err := body.Read(r)
	c := &call{Request: r, d: d, body: content, files: files}
	if err != nil {
		d.problem("a request could not be read: %v", err)
		return
	}
	below := strings.TrimPrefix(r.URL.Path, "/api/v9")
	d.mu.Lock()
	sent := &Sent{Method: r.Method, Path: below, Body: c.body, At: time.Now()}
	d.rest.requests = last(append(d.rest.requests, sent), d.remembers)
	wrong := d.rest.faults.Next(r.Method + " " + below)
	header, after := d.rest.limits.Take(r.Method, below)
	d.mu.Unlock()
	rec := &recorder{ResponseWriter: w, note: func(status int) {
		d.mu.Lock()
		defer d.mu.Unlock()
		sent.Status = status
		d.change()
	}}
	if header == nil {
		fault.TooMany(rec, after, "user", false)
		return
	}
	for name, values := range header {
		rec.Header()[name] = values
	}
	work := func(w http.ResponseWriter) { c.answer(w, below, h) }
	if wrong != nil {
		wrong(rec, r, work)
		return
	}
	work(rec)
}

// answer checks the body and writes what the handler says.
func (c *call) answer(w http.ResponseWriter, below string, h func(*call) answer) {
	if bad := c.violations(below); len(bad) > 0 {
		for _, sentence := range bad {
			c.d.problem("%s", sentence)
		}
		fault.InvalidForm.Write(w, strings.Join(bad, " "))
		return
	}
	switch a := h(c).(type) {
	case nil:
		w.WriteHeader(http.StatusNoContent)
	case fault.Problem:
		a.Write(w, a.Message)
	default:
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusOK)
		_, _ = w.Write(socket.AppendJSON(nil, a))
	}
}

// violations are what Discord would not take, unless nothing is checked.
func (c *call) violations(below string) []string {
	if c.d.unchecked {
		return nil
	}
	request := check.Request{Method: c.Method, Path: below, Body: c.body, Files: len(c.files)}
	c.d.mu.Lock()
	if m := c.edited(below); m != nil {
		request.Flags = int(m.flags())
	}
	c.d.mu.Unlock()
	return request.Violations()
}

// recorder notes the status of an answer.
type recorder struct {
	http.ResponseWriter
	note func(status int)
}

func (r *recorder) WriteHeader(status int) {
	r.note(status)
	r.ResponseWriter.WriteHeader(status)
}

// fields is the body as an object.
func (c *call) fields() object {
	var o object
	if err := json.NewDecoder(bytes.NewReader(c.body)).Decode(&o); err != nil {
		c.d.problem("%s %s: the body is no JSON object: %v", c.Method, c.URL.Path, err)
	}
	return o
}

func (d *Discord) download(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	body, ok := d.files[r.PathValue("path")]
	d.mu.Unlock()
	if !ok {
		http.NotFound(w, r)
		return
	}
	_, _ = w.Write(body)
}

// Requests are those whose "METHOD /path" fits a pattern as of path.Match:
// "POST /interactions/*/*/callback".
func (d *Discord) Requests(pattern string) []Sent {
	d.mu.Lock()
	defer d.mu.Unlock()
	var out []Sent
	for _, s := range d.rest.requests {
		if ok, err := path.Match(pattern, s.Method+" "+s.Path); ok {
			out = append(out, *s)
		} else if err != nil {
			panic(fmt.Sprintf("discordtest: %q: %v", pattern, err))
		}
	}
	return out
}

// Limit makes Discord take only so many requests that fit a pattern, for each path by
// itself; see fault.Limits.
func (d *Discord) Limit(pattern string, most int, every time.Duration) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.rest.limits.Add(pattern, most, every)
}

// Fault lets the next requests whose "METHOD /path" fits the pattern (as of
// path.Match) meet these faults, one each.
func (d *Discord) Fault(pattern string, faults ...fault.Fault) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.rest.faults.Add(pattern, false, faults...)
}

// FaultAlways lets every request that fits the pattern meet a fault, until
// Heal.
func (d *Discord) FaultAlways(pattern string, f fault.Fault) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.rest.faults.Add(pattern, true, f)
}

// Heal ends all faults of requests.
func (d *Discord) Heal() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.rest.faults = nil
}
