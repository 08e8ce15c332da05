package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"slices"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// pipelineMost is how many statements are under way at once.
const pipelineMost = 500

// pipeline sends the statement for all rows before it waits for answers, so
// that a network is crossed once for hundreds of them.
func pipeline(conn *sql.Conn) func(context.Context, string, [][]any, func(scanner) error) error {
	return func(ctx context.Context, query string, rows [][]any, scan func(scanner) error) error {
		return conn.Raw(func(raw any) error {
			for some := range slices.Chunk(rows, pipelineMost) {
				if err := sendAll(ctx, raw.(*stdlib.Conn).Conn(), query, some, scan); err != nil {
					return err
				}
			}
			return nil
		})
	}
}

// sendAll sends one batch and reads its answers in order.
func sendAll(ctx context.Context, conn *pgx.Conn, query string, rows [][]any, scan func(scanner) error) error {
	var batch pgx.Batch
	for _, args := range rows {
		queued := batch.Queue(query, args...)
		if scan != nil {
			queued.Query(func(rows pgx.Rows) error {
				for rows.Next() {
					if err := scan(rows); err != nil {
						return err
					}
				}
				return rows.Err()
			})
		}
	}
	return conn.SendBatch(ctx, &batch).Close() // with the first error
}

// discardConn keeps a connection out of the pool.
func discardConn(conn *sql.Conn) {
	_ = conn.Raw(func(any) error { return driver.ErrBadConn }) // it says so of itself
}
