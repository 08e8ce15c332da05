package event

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
)

func TestIDsAreOnlyForWhoTheyWereMadeFor(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	at := func(ahead time.Duration) Signer {
		return NewSigner(Key("token"), func() time.Time { return now.Add(ahead) })
	}
	full := ID{Action: 3, User: "175928847299117063", Server: "81384788765712384", About: bytes.Repeat([]byte{7}, idAbout)}
	sealed := at(0).Seal(full)
	anybody := at(0).Seal(ID{Action: Context, About: Short("a/b")})
	if len(sealed) > 100 {
		t.Errorf("an id has %d characters; Discord takes 100", len(sealed))
	}
	for _, c := range []struct {
		about, sealed, user string
		with                Signer
		want                error
	}{
		{"the user opens it", sealed, full.User, at(0), nil},
		{"the user opens it within a day", sealed, full.User, at(23 * time.Hour), nil},
		{"the user opens it too late", sealed, full.User, at(25 * time.Hour), ErrExpired},
		{"somebody else opens it", sealed, "1", at(0), ErrNotTheirs},
		{"anybody opens one for everybody", anybody, "1", at(29 * 24 * time.Hour), nil},
		{"even one for everybody grows old", anybody, "1", at(31 * 24 * time.Hour), ErrExpired},
		{"another key made it", sealed, full.User, NewSigner(Key("other"), at(0).now), ErrForged},
		{"its end is missing", sealed[:len(sealed)-4], full.User, at(0), ErrForged},
		{"it is empty", "", full.User, at(0), ErrForged},
		{"it is no base64", "context:1", full.User, at(0), ErrForged},
		{"it is too long", sealed + strings.Repeat("A", 400), full.User, at(0), ErrForged},
	} {
		got, err := c.with.Open(c.sealed, c.user)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.about, err, c.want)
		}
		if err == nil && c.sealed == sealed && (got.User != full.User || got.Server != full.Server || !bytes.Equal(got.About, full.About)) {
			t.Errorf("%s: got %+v, want %+v", c.about, got, full)
		}
	}
}

func TestAnIDWithOneOtherBitIsForged(t *testing.T) {
	s := NewSigner(Key("token"), time.Now)
	sealed := s.Seal(ID{Action: 5, User: "1", Server: "2", About: Short("x")})
	for i := range sealed {
		changed := []byte(sealed)
		if changed[i]++; changed[i] == sealed[i] {
			continue
		}
		if _, err := s.Open(string(changed), "1"); !errors.Is(err, ErrForged) {
			t.Errorf("with character %d changed, opening gives %v", i, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	s := NewSigner(Key("token"), time.Now)
	f.Add(s.Seal(ID{Action: 5, User: "1", Server: "2", About: Short("x")}))
	f.Add("")
	f.Fuzz(func(t *testing.T, sealed string) {
		if i, err := s.Open(sealed, "3"); err == nil && s.Seal(i) == "" {
			t.Error("what was opened cannot be sealed")
		}
	})
}

// Ids that are out there must open as long as they are good for.
func TestIDsAreWrittenAsTheyEverWere(t *testing.T) {
	s := NewSigner(Key("token"), func() time.Time { return time.Unix(1_800_000_000, 0) })
	for want, i := range map[string]ID{
		"AWtJ0gAAAAAAAAAAAAEhIwjAgCAAqWdhDpUt4cFrVSSoP2kGYZgw":            {Action: Context, Server: "81384788765712384", About: Short("engine/originates")},
		"A2tJ0gACcQZawQIABwEhIwjAgCAAMTIzNDU2NzhvUandjb3B9C4O":            {Action: 3, User: "175928847299117063", Server: "81384788765712384", About: []byte("12345678")},
		"TGtJ0gAAAAAAAAAAAQAAAAAAAAACAAAAAAAAAAeNwsjY-QsxPkXq":            {Action: 76, User: "1", Server: "2", About: []byte{7: 7}},
		"AmtJ0gAAAAAAAAAAAAAAAAAAAAAA4zcdmXwFFZMAAAAFAAAATWJRR1dpWUMSZhQ": {Action: Cite, About: append(Short("a/b#2"), 0, 0, 0, 5, 0, 0, 0, 77)},
	} {
		if got := s.Seal(i); got != want {
			t.Errorf("%+v is %s, and was %s", i, got, want)
		}
	}
	if got, want := OptionID("x/"+string(make([]byte, 120))), "~X2ilX3BtJyo"; got != want {
		t.Errorf("a long id is %s as an option, and was %s", got, want)
	}
}
