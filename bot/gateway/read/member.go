package read

import (
	"encoding/json"
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/gateway/fields"
)

// readObject reads into something what a function reads of each field of an object that
// is there and not null. The error is the last one; all else has been read.
func readObject(object json.RawMessage, read func(name string, value json.RawMessage) error) (err error) {
	whole := fields.Scan(object, func(name []byte, value json.RawMessage) bool {
		if string(value) == "null" {
			return true
		}
		if wrong := read(string(name), value); wrong != nil {
			err = wrong
		}
		return true
	})
	if err == nil && !whole {
		err = errNoObject
	}
	return err
}

// readMember reads who does something in a server: who they are there, and what they may.
func readMember(object json.RawMessage) (*discordgo.Member, error) {
	m := &discordgo.Member{}
	return m, readObject(object, func(name string, value json.RawMessage) (err error) {
		switch name {
		case "user":
			m.User, err = readUser(value)
		case "nick":
			m.Nick, err = fields.Text(value)
		case "roles":
			err = json.Unmarshal(value, &m.Roles)
		case "joined_at":
			var at string
			if at, err = fields.Text(value); err == nil {
				m.JoinedAt, err = time.Parse(time.RFC3339, at)
			}
		case "permissions":
			var bits string
			if bits, err = fields.Text(value); err == nil {
				m.Permissions, err = strconv.ParseInt(bits, 10, 64)
			}
		}
		return err
	})
}

// readUser reads who somebody is.
func readUser(object json.RawMessage) (*discordgo.User, error) {
	u := &discordgo.User{}
	return u, readObject(object, func(name string, value json.RawMessage) (err error) {
		switch name {
		case "id":
			u.ID, err = fields.Text(value)
		case "username":
			u.Username, err = fields.Text(value)
		case "global_name":
			u.GlobalName, err = fields.Text(value)
		case "bot":
			u.Bot = string(value) == "true"
		}
		return err
	})
}

// readNumber reads a whole number.
func readNumber(value json.RawMessage) (uint8, error) {
	n, err := strconv.ParseUint(string(value), 10, 8)
	return uint8(n), err
}
