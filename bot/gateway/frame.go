package gateway

import (
	"bytes"
	"encoding/json"
	"errors"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/gateway/fields"
)

// The operations of Discord's gateway, version 9.
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opResume         = 6
	opReconnect      = 7
	opInvalidSession = 9
	opHello          = 10
	opAcknowledge    = 11
)

// The codes with which Discord closes a connection that matter to us. All
// others end in a RESUME.
const (
	closeBadToken        = 4004
	closeBadSequence     = 4007
	closeTimedOut        = 4009
	closeBadShard        = 4010
	closeNeedsShards     = 4011
	closeBadIntents      = 4013
	closeRefusedIntents  = 4014
	closeAndResume       = 4000 // ours: any but 1000 and 1001 keeps the session
	greatestFrame        = 64 << 20
	longText             = 64 << 10
	longestInterval      = 24 * 60 * 60 * 1000 // milliseconds; Discord asks for 41,250
	badFramesBeforeDoubt = 3
	resumesBeforeAnew    = 5
)

type frame struct {
	Op   *int
	Data json.RawMessage // shares memory with the text
	Seq  int64
	Kind string
}

var errNoFrame = errors.New("no frame of the gateway")

// readFrame takes one message apart. A text that is cut short, null, or
// without an operation is an error. It is looked through once, and what is in it
// is read only when somebody wants that: most of it nobody does.
func readFrame(text []byte) (frame, error) {
	var f frame
	var err error
	whole := fields.Scan(text, func(name []byte, value json.RawMessage) bool {
		switch string(name) {
		case "op":
			err = json.Unmarshal(value, &f.Op)
		case "s":
			err = json.Unmarshal(value, &f.Seq)
		case "t":
			f.Kind, err = fields.Text(value)
		case "d":
			f.Data = value
		}
		return err == nil
	})
	if err != nil {
		return f, err
	}
	if !whole || f.Op == nil {
		return f, errNoFrame
	}
	return f, nil
}

// interval is what HELLO asks for.
func (f frame) interval() (time.Duration, error) {
	var hello struct {
		Milliseconds float64 `json:"heartbeat_interval"`
	}
	if err := json.Unmarshal(f.Data, &hello); err != nil {
		return 0, err
	}
	if *f.Op != opHello || hello.Milliseconds < 1 || hello.Milliseconds > longestInterval {
		return 0, errNoFrame
	}
	return time.Duration(hello.Milliseconds * float64(time.Millisecond)), nil
}

// resumable is what op 9 says of the session.
func (f frame) resumable() bool { return bytes.Equal(bytes.TrimSpace(f.Data), []byte("true")) }

// session is what survives a connection, so that it can be resumed.
type session struct {
	id     string // empty: there is none
	seq    int64
	bad    int // frames in a row that were none
	failed int // RESUMEs in a row that came to nothing
}

func (s *session) forget() { *s = session{} }

// ready is what READY tells that a Link needs.
type ready struct {
	SessionID   string          `json:"session_id"`
	User        *discordgo.User `json:"user"`
	Application struct {
		ID string `json:"id"`
	} `json:"application"`
}

func readReady(data json.RawMessage) (ready, error) {
	var r ready
	if err := json.Unmarshal(data, &r); err != nil {
		return r, err
	}
	if r.SessionID == "" || r.User == nil {
		return r, errNoFrame
	}
	return r, nil
}
