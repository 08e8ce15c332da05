package bot

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
)

func TestIDsAreOnlyForWhoTheyWereMadeFor(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	at := func(ahead time.Duration) signer {
		return newSigner(Key("token"), func() time.Time { return now.Add(ahead) })
	}
	full := id{action: actionOther, user: "175928847299117063", server: "81384788765712384", about: bytes.Repeat([]byte{7}, idAbout)}
	sealed := at(0).seal(full)
	anybody := at(0).seal(id{action: actionContext, about: short("a/b")})
	if len(sealed) > 100 {
		t.Errorf("an id has %d characters; Discord takes 100", len(sealed))
	}
	for _, c := range []struct {
		about, sealed, user string
		with                signer
		want                error
	}{
		{"the user opens it", sealed, full.user, at(0), nil},
		{"the user opens it within a day", sealed, full.user, at(23 * time.Hour), nil},
		{"the user opens it too late", sealed, full.user, at(25 * time.Hour), errExpired},
		{"somebody else opens it", sealed, "1", at(0), errNotTheirs},
		{"anybody opens one for everybody", anybody, "1", at(29 * 24 * time.Hour), nil},
		{"even one for everybody grows old", anybody, "1", at(31 * 24 * time.Hour), errExpired},
		{"another key made it", sealed, full.user, newSigner(Key("other"), at(0).now), errForged},
		{"its end is missing", sealed[:len(sealed)-4], full.user, at(0), errForged},
		{"it is empty", "", full.user, at(0), errForged},
		{"it is no base64", "context:1", full.user, at(0), errForged},
		{"it is too long", sealed + strings.Repeat("A", 400), full.user, at(0), errForged},
	} {
		got, err := c.with.open(c.sealed, c.user)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.about, err, c.want)
		}
		if err == nil && c.sealed == sealed && (got.user != full.user || got.server != full.server || !bytes.Equal(got.about, full.about)) {
			t.Errorf("%s: got %+v, want %+v", c.about, got, full)
		}
	}
}

func TestAnIDWithOneOtherBitIsForged(t *testing.T) {
	s := newSigner(Key("token"), time.Now)
	sealed := s.seal(id{action: actionShare, user: "1", server: "2", about: short("x")})
	for i := range sealed {
		changed := []byte(sealed)
		if changed[i]++; changed[i] == sealed[i] {
			continue
		}
		if _, err := s.open(string(changed), "1"); !errors.Is(err, errForged) {
			t.Errorf("with character %d changed, opening gives %v", i, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	s := newSigner(Key("token"), time.Now)
	f.Add(s.seal(id{action: actionShare, user: "1", server: "2", about: short("x")}))
	f.Add("")
	f.Fuzz(func(t *testing.T, sealed string) {
		if i, err := s.open(sealed, "3"); err == nil && s.seal(i) == "" {
			t.Error("what was opened cannot be sealed")
		}
	})
}
