package serve

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"verbatim/kb/store"
)

// pages are what the bot shows to those who watch it.
type pages struct {
	ready   func() bool // Discord is connected
	store   store.Store
	metrics *metrics
}

const (
	readWithin = time.Second            // the store, for /readyz
	httpWithin = 5 * time.Second        // a request
	httpEnds   = 500 * time.Millisecond // for requests that are under way at the end
)

func (p pages) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { tell(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", p.readiness)
	mux.Handle("GET /metrics", promhttp.HandlerFor(p.metrics.registry, promhttp.HandlerOpts{}))
	return mux
}

// readiness tells whether questions are answered: Discord is connected, and the
// store can be read.
func (p pages) readiness(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), readWithin)
	defer cancel()
	if !p.ready() {
		tell(w, http.StatusServiceUnavailable, "Discord is not connected")
		return
	}
	if _, err := p.store.Rev(ctx); err != nil {
		tell(w, http.StatusServiceUnavailable, "the database cannot be read")
		return
	}
	tell(w, http.StatusOK, "ok")
}

// watched are the pages at an address. At one of this machine alone they are fromHere.
func (p pages) watched(address string) http.Handler {
	host, _, _ := net.SplitHostPort(address)
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() {
		return fromHere(p.handler())
	}
	return p.handler()
}

// fromHere serves only who names this machine as the host: a web page that has its own
// name lead here, to read with the browser of somebody on this machine, does not.
func fromHere(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		ip := net.ParseIP(strings.Trim(host, "[]"))
		if !strings.EqualFold(host, "localhost") && (ip == nil || !ip.IsLoopback()) {
			tell(w, http.StatusMisdirectedRequest, "this is not the host that you asked for")
			return
		}
		h.ServeHTTP(w, r)
	})
}

func tell(w http.ResponseWriter, status int, sentence string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = fmt.Fprintln(w, sentence)
}

// serveHTTP serves at an address until stop is called; nothing at an empty one.
func serveHTTP(address string, handler http.Handler, log *slog.Logger) (stop func(), err error) {
	if address == "" {
		return func() {}, nil
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, err
	}
	server := &http.Server{Handler: handler, ReadTimeout: httpWithin, WriteTimeout: httpWithin}
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			log.Error("nothing is served any more", "address", address, "error", err)
		}
	}()
	log.Info("serving", "address", listener.Addr().String())
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), httpEnds)
		defer cancel()
		_ = server.Shutdown(ctx) // who still reads has had a second
	}, nil
}
