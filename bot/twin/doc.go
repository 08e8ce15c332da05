// Package twin has a second opinion on the bot: the program serves at
// discord-digital-twin, a stand-in for Discord that others wrote, for bots that
// others wrote. It is a test only, which needs Node and what npm fetches:
//
//	go test ./bot/twin -tags twin -v
package twin
