package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

	"verbatim/kb/store"
)

// usualSchema is where the tables are, unless search_path in the URL names
// another schema. It is our own, so that nobody else's tables are in it.
const usualSchema = "verbatim"

// Named is how people are told of the database at a URL: without user and password.
func Named(url string) string {
	a, err := readAddress(url)
	if err != nil {
		return "the database of the URL"
	}
	return a.name
}

// An address is what a URL says.
type address struct {
	config *pgx.ConnConfig
	schema string
	name   string // for messages: without user and password
}

// readAddress reads a URL. What is wrong with it is not told, for a password
// may be in it.
func readAddress(url string) (address, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil || strings.IndexByte(url, 0) >= 0 {
		return address{}, store.Invalid("the URL of the database cannot be read: it is to look like postgres://user:password@host:5432/database.")
	}
	a := address{config: config, schema: usualSchema}
	a.name = fmt.Sprintf("the database %s at %s", config.Database, net.JoinHostPort(config.Host, strconv.Itoa(int(config.Port))))
	if named := config.RuntimeParams["search_path"]; named != "" {
		a.schema = named
	}
	if strings.ContainsAny(a.schema, `,"`) {
		return address{}, store.Invalid("search_path in the URL of the database must be the name of one schema.")
	}
	delete(config.RuntimeParams, "search_path") // set by prepare, which poolers let through
	if config.RuntimeParams["application_name"] == "" {
		config.RuntimeParams["application_name"] = "verbatim"
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = 5 * time.Second
	}
	return a, nil
}

// open returns a pool of at most n connections. None is opened yet.
func (a address) open(lockTimeout time.Duration, n int) *sql.DB {
	db := stdlib.OpenDB(*a.config, stdlib.OptionAfterConnect(func(ctx context.Context, c *pgx.Conn) error {
		return a.prepare(ctx, c, lockTimeout)
	}), stdlib.OptionShouldPing(func(context.Context, stdlib.ShouldPingParams) bool {
		return true // one that broke while it lay idle is not used
	}))
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	db.SetConnMaxIdleTime(5 * time.Minute)
	return db
}

// prepare makes a new connection as ours are: in our schema, durable, and not
// able to hold the others up should this process stop in a transaction.
func (a address) prepare(ctx context.Context, c *pgx.Conn, lockTimeout time.Duration) error {
	_, err := c.Exec(ctx, `SELECT set_config('search_path', $1, false), set_config('lock_timeout', $2, false),
		set_config('idle_in_transaction_session_timeout', '10s', false),
		set_config('synchronous_commit', CASE setting WHEN 'off' THEN 'on' ELSE setting END, false)
		FROM pg_settings WHERE name = 'synchronous_commit'`,
		pgx.Identifier{a.schema}.Sanitize(), strconv.FormatInt(lockTimeout.Milliseconds(), 10))
	return err
}
