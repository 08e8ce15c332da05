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

	"verbatim/bot/gateway"
	"verbatim/kb/store"
)

// pages are what the bot shows to those who watch it.
type pages struct {
	link    *gateway.Link
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
	mux.HandleFunc("GET /readyz", p.ready)
	mux.Handle("GET /metrics", promhttp.HandlerFor(p.metrics.registry, promhttp.HandlerOpts{}))
	return mux
}

// ready tells whether questions are answered: Discord is connected, and the
// store can be read.
func (p pages) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), readWithin)
	defer cancel()
	if !p.link.Ready() {
		tell(w, http.StatusServiceUnavailable, "Discord is not connected")
		return
	}
	if _, err := p.store.Rev(ctx); err != nil {
		tell(w, http.StatusServiceUnavailable, "the database cannot be read")
		return
	}
	tell(w, http.StatusOK, "ok")
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

// serveHTTP serves the pages at an address until stop is called.
func serveHTTP(address string, show pages, log *slog.Logger) (stop func(), err error) {
	if address == "" {
		return func() {}, nil
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("health and metrics cannot be served: set VERBATIM_HTTP to another address, or to nothing: %w", err)
	}
	handler := show.handler()
	if at, ok := listener.Addr().(*net.TCPAddr); ok && at.IP.IsLoopback() {
		handler = fromHere(handler)
	}
	server := &http.Server{Handler: handler, ReadTimeout: httpWithin, WriteTimeout: httpWithin}
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			log.Error("health and metrics are served no more", "error", err)
		}
	}()
	log.Info("health and metrics are served", "address", listener.Addr().String())
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), httpEnds)
		defer cancel()
		_ = server.Shutdown(ctx) // who still reads has had a second
	}, nil
}
