//go:build unix

package database_test

import (
	"bytes"
	"net"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
)

// A proxy is the way to a server, which can be cut.
type proxy struct {
	listener net.Listener
	server   string

	mu    sync.Mutex
	conns []net.Conn

	// swallow is how many more commits reach the server whose answer does not
	// come back.
	swallow atomic.Int32
}

// through returns the URL of a server through a new proxy.
func through(t *testing.T, to string) (*proxy, string) {
	t.Helper()
	u, err := url.Parse(to)
	must(t, err)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	p := &proxy{listener: l, server: u.Host}
	go p.serve()
	t.Cleanup(func() {
		_ = l.Close()
		p.cut()
	})
	u.Host = l.Addr().String()
	query := u.Query()
	query.Set("sslmode", "disable") // it reads what is said
	u.RawQuery = query.Encode()
	return p, u.String()
}

func (p *proxy) serve() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", p.server)
		if err != nil {
			_ = client.Close()
			continue
		}
		p.mu.Lock()
		p.conns = append(p.conns, client, server)
		p.mu.Unlock()
		var silent atomic.Bool
		go p.forward(client, server, &silent)
		go p.answer(server, client, &silent)
	}
}

// forward passes on what a client says.
func (p *proxy) forward(client, server net.Conn, silent *atomic.Bool) {
	p.pass(client, server, func(said []byte) bool {
		if bytes.Contains(said, []byte("commit\x00")) && p.swallow.Add(-1) >= 0 {
			silent.Store(true)
		}
		return true
	})
}

// answer passes on what the server says; after a commit that is swallowed, the
// connection breaks instead.
func (p *proxy) answer(server, client net.Conn, silent *atomic.Bool) {
	p.pass(server, client, func([]byte) bool { return !silent.Load() })
}

func (p *proxy) pass(from, to net.Conn, may func([]byte) bool) {
	defer func() {
		_ = from.Close()
		_ = to.Close()
	}()
	buffer := make([]byte, 64<<10)
	for {
		n, err := from.Read(buffer)
		if err != nil || !may(buffer[:n]) {
			return
		}
		if _, err := to.Write(buffer[:n]); err != nil {
			return
		}
	}
}

// cut breaks all connections.
func (p *proxy) cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.conns {
		_ = c.Close()
	}
	p.conns = nil
}
