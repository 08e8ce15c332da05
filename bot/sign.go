package bot

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

// action is what a button or a menu does. The numbers stand in ids that are out
// there: never give one to something else.
type action byte

const (
	actionContext  action = 1
	actionCite     action = 2
	actionOther    action = 3
	actionShare    action = 4
	actionTell     action = 5
	actionNearest  action = 6
	actionBrowse   action = 7
	actionQuestion action = 8
)

// Ids are good for a day. Context and Cite, which only show again where an
// answer stands, are good for a month.
const (
	idLife     = 24 * time.Hour
	idLifeLong = 30 * 24 * time.Hour
)

// An id says what a component does, for whom and where.
type id struct {
	action action
	user   string // who may use it; empty for everybody there
	server string // whose facts it may show; empty for those that count everywhere
	about  []byte // at most 24 bytes
}

// Why a component is not to be used.
var (
	errForged    = errors.New("the id was not made by this bot")
	errExpired   = errors.New("the id is too old")
	errNotTheirs = errors.New("the id was made for somebody else")
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

// signer makes ids and opens them.
type signer struct {
	macs *sync.Pool // of hash.Hash, keyed
	now  func() time.Time
}

func newSigner(key []byte, now func() time.Time) signer {
	return signer{&sync.Pool{New: func() any { return hmac.New(sha256.New, key) }}, now}
}

// The parts of an id: action, Unix time, user, server, what it is about, and 10
// bytes of the HMAC-SHA256 of all that. With 24 bytes of about it has 74
// characters; Discord takes 100.
const (
	idHead  = 1 + 4 + 8 + 8
	idAbout = 24
	idTag   = 10
)

// seal writes an id.
func (s signer) seal(i id) string {
	raw := make([]byte, 0, idHead+len(i.about)+idTag)
	raw = append(raw, byte(i.action))
	raw = binary.BigEndian.AppendUint32(raw, uint32(s.now().Unix()))
	raw = binary.BigEndian.AppendUint64(raw, snowflake(i.user))
	raw = binary.BigEndian.AppendUint64(raw, snowflake(i.server))
	raw = append(raw, i.about...)
	return base64.RawURLEncoding.EncodeToString(append(raw, s.tag(raw)...))
}

func (s signer) tag(raw []byte) []byte {
	mac := s.macs.Get().(hash.Hash)
	defer s.macs.Put(mac)
	mac.Reset()
	mac.Write(raw)
	return mac.Sum(nil)[:idTag]
}

// open reads an id that user uses, and says why when it is not for them.
func (s signer) open(sealed, user string) (id, error) {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(sealed)
	if err != nil || len(raw) < idHead+idTag || len(raw) > idHead+idAbout+idTag {
		return id{}, errForged
	}
	raw, tag := raw[:len(raw)-idTag], raw[len(raw)-idTag:]
	if !hmac.Equal(tag, s.tag(raw)) {
		return id{}, errForged
	}
	i := id{
		action: action(raw[0]),
		user:   number(binary.BigEndian.Uint64(raw[5:])), server: number(binary.BigEndian.Uint64(raw[13:])),
		about: raw[idHead:],
	}
	made := time.Unix(int64(binary.BigEndian.Uint32(raw[1:])), 0)
	switch {
	case s.now().Sub(made) > i.life():
		return id{}, errExpired
	case i.user != "" && i.user != user:
		return id{}, errNotTheirs
	}
	return i, nil
}

func (i id) life() time.Duration {
	if i.action == actionContext || i.action == actionCite {
		return idLifeLong
	}
	return idLife
}

// snowflake is an id of Discord's as a number; 0 for none.
func snowflake(s string) uint64 {
	n, _ := strconv.ParseUint(s, 10, 64)
	return n
}

func number(n uint64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatUint(n, 10)
}

// short is a text of any length as 8 bytes that stand for it in an id.
func short(s string) []byte {
	sum := sha256.Sum256([]byte(s))
	return sum[:8]
}
