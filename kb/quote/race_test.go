//go:build race

package quote

func init() { slow = true }
