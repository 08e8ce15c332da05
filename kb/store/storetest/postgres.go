//go:build unix

package storetest

import (
	"context"
	"crypto/rand"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// ServerEnv names the environment variable that says which PostgreSQL server
// the tests use: a URL as somebody who may make databases; "own" to start one;
// "required" to fail where there is none. Empty: the one of this machine, or
// one that is started, or the tests are skipped.
const ServerEnv = "VERBATIM_POSTGRES"

// localServer is where a server usually is.
const localServer = "postgres://postgres@127.0.0.1:5432/postgres?connect_timeout=2"

// A Server is a PostgreSQL server to test with.
type Server struct {
	admin string // URL as somebody who may make databases
	own   *cluster
}

// Postgres returns a server, which may be that of this machine: only the
// databases made with [Server.Database] are touched.
func Postgres(t testing.TB) *Server {
	t.Helper()
	wanted := os.Getenv(ServerEnv)
	if strings.Contains(wanted, "://") {
		return &Server{admin: wanted}
	}
	if wanted != "own" && answers(localServer) {
		return &Server{admin: localServer}
	}
	return OwnPostgres(t)
}

// answers reports whether databases can be made at a URL.
func answers(url string) bool {
	ctx, end := context.WithTimeout(context.Background(), 3*time.Second)
	defer end()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return false
	}
	defer func() { _ = conn.Close(ctx) }()
	var may bool
	err = conn.QueryRow(ctx, "SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user").Scan(&may)
	return err == nil && may
}

// Database makes an empty database, which is dropped when the test ends, and
// returns its URL.
func (s *Server) Database(t testing.TB) string {
	t.Helper()
	return s.DatabaseIn(t, "UTF8")
}

// DatabaseIn makes one with another encoding.
func (s *Server) DatabaseIn(t testing.TB, encoding string) string {
	t.Helper()
	name := "verbatim_test_" + strings.ToLower(rand.Text())
	s.Exec(t, s.admin, "CREATE DATABASE "+name+" TEMPLATE template0 LOCALE 'C' ENCODING '"+encoding+"'")
	t.Cleanup(func() {
		if s.own == nil { // else it goes with its server
			s.Exec(t, s.admin, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)")
		}
	})
	return s.of(t, name)
}

// of is the URL of a database.
func (s *Server) of(t testing.TB, name string) string {
	u, err := url.Parse(s.admin)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name
	return u.String()
}

// Exec runs a statement as another program would.
func (s *Server) Exec(t testing.TB, url, statement string, args ...any) {
	t.Helper()
	ctx, end := context.WithTimeout(context.Background(), time.Minute)
	defer end()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatalf("connect to test with: %v", err)
	}
	defer func() { _ = conn.Close(ctx) }()
	if _, err := conn.Exec(ctx, statement, args...); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}
