package curate

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"

	"verbatim/kb/text"
)

var notInID = regexp.MustCompile(`[^a-z0-9]+`)

// idFor makes the id of a record from its question or title; try makes another
// of the same. Where there are no letters that an id may have, it is a part of
// a hash.
func idFor(s string, try int) string {
	id := strings.Trim(notInID.ReplaceAllString(text.Fold(s), "-"), "-")
	if len(id) < 3 {
		sum := sha256.Sum256([]byte(s))
		id = strings.Trim(id+"-"+hex.EncodeToString(sum[:6]), "-")
	}
	if id = id[:min(len(id), idMost)]; try > 0 {
		id += "-" + strconv.Itoa(try+1)
	}
	return strings.Trim(id, "-")
}

// idMost leaves room for a number within MaxID.
const idMost = 40
