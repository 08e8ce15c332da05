package gateway

import (
	"net/http"
	"time"
)

// Refuse counts refusals as if Discord had sent them: a thousand take half a minute.
func Refuse(c *Client, n int) {
	for range n {
		c.wire.breaker.count(http.StatusForbidden, nil, time.Now())
	}
}
