package event

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash"
	"strconv"
	"sync"
	"time"
)

// Action is what a button, a menu or a form does. The numbers stand in ids that
// are out there: never give one to something else. 1 to 9 are of members, 64 and
// more of moderators; each room says which are whose.
type Action byte

const (
	Context Action = 1
	Cite    Action = 2
)

// Ids are good for a day. Context and Cite, which only show again where an
// answer stands, are good for a month.
const (
	idLife     = 24 * time.Hour
	idLifeLong = 30 * 24 * time.Hour
)

// An ID says what a component does, for whom and where.
type ID struct {
	Action Action
	User   string // who may use it; empty for everybody there
	Server string // whose facts it may show; empty for those that count everywhere
	About  []byte // at most 24 bytes
}

// Why a component is not to be used.
var (
	ErrForged    = errors.New("the id was not made by this bot")
	ErrExpired   = errors.New("the id is too old")
	ErrNotTheirs = errors.New("the id was made for somebody else")
)

// Key derives the key for the ids of components from the bot's token, so that
// there is nothing more to keep. Whoever has the token is the bot anyway.
func Key(token string) []byte {
	key, err := hkdf.Key(sha256.New, []byte(token), nil, "verbatim: ids of components, 1", sha256.Size)
	if err != nil {
		panic(err) // the length is fixed and fits
	}
	return key
}

// Signer makes ids and opens them.
type Signer struct {
	macs *sync.Pool // of hash.Hash, keyed
	now  func() time.Time
}

// NewSigner makes a Signer with a key; see Key.
func NewSigner(key []byte, now func() time.Time) Signer {
	return Signer{&sync.Pool{New: func() any { return hmac.New(sha256.New, key) }}, now}
}

// The parts of an id: action, Unix time, user, server, what it is about, and 10
// bytes of the HMAC-SHA256 of all that. With 24 bytes of about it has 74
// characters; Discord takes 100.
const (
	idHead  = 1 + 4 + 8 + 8
	idAbout = 24
	idTag   = 10
)

// Seal writes an id.
func (s Signer) Seal(i ID) string {
	raw := make([]byte, 0, idHead+len(i.About)+idTag)
	raw = append(raw, byte(i.Action))
	raw = binary.BigEndian.AppendUint32(raw, uint32(s.now().Unix()))
	raw = binary.BigEndian.AppendUint64(raw, snowflake(i.User))
	raw = binary.BigEndian.AppendUint64(raw, snowflake(i.Server))
	raw = append(raw, i.About...)
	return base64.RawURLEncoding.EncodeToString(append(raw, s.tag(raw)...))
}

func (s Signer) tag(raw []byte) []byte {
	mac := s.macs.Get().(hash.Hash)
	defer s.macs.Put(mac)
	mac.Reset()
	mac.Write(raw)
	return mac.Sum(nil)[:idTag]
}

// Open reads an id that user uses, and says why when it is not for them.
func (s Signer) Open(sealed, user string) (ID, error) {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(sealed)
	if err != nil || len(raw) < idHead+idTag || len(raw) > idHead+idAbout+idTag {
		return ID{}, ErrForged
	}
	raw, tag := raw[:len(raw)-idTag], raw[len(raw)-idTag:]
	if !hmac.Equal(tag, s.tag(raw)) {
		return ID{}, ErrForged
	}
	i := ID{
		Action: Action(raw[0]),
		User:   discordID(binary.BigEndian.Uint64(raw[5:])), Server: discordID(binary.BigEndian.Uint64(raw[13:])),
		About: raw[idHead:],
	}
	made := time.Unix(int64(binary.BigEndian.Uint32(raw[1:])), 0)
	switch {
	case s.now().Sub(made) > i.life():
		return ID{}, ErrExpired
	case i.User != "" && i.User != user:
		return ID{}, ErrNotTheirs
	}
	return i, nil
}

func (i ID) life() time.Duration {
	if i.Action == Context || i.Action == Cite {
		return idLifeLong
	}
	return idLife
}

// snowflake is an id of Discord's as a number; 0 for none.
func snowflake(s string) uint64 {
	n, _ := strconv.ParseUint(s, 10, 64)
	return n
}

func discordID(n uint64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatUint(n, 10)
}
