package postgres

import (
	"context"
	"database/sql"
	"database/sql/driver"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

	"verbatim/kb/store/table"
)

// pipeline sends the statement for all rows before it waits for answers, so
// that a network is crossed once for hundreds of them. Whenever answers have
// come, it says so.
func pipeline(conn *sql.Conn, answered func()) func(context.Context, string, [][]any, func(table.Scanner) error) error {
	return func(ctx context.Context, query string, rows [][]any, scan func(table.Scanner) error) error {
		return conn.Raw(func(raw any) error {
			for len(rows) > 0 {
				n := fitting(rows)
				if err := sendAll(ctx, raw.(*stdlib.Conn).Conn(), query, rows[:n], scan); err != nil {
					return err
				}
				rows = rows[n:]
				answered()
			}
			return nil
		})
	}
}

// fitting is how many rows are sent at once.
func fitting(rows [][]any) int {
	size := 0
	for i, row := range rows[:min(len(rows), table.BatchRows)] {
		if size += table.SizeOf(row); size > table.BatchBytes {
			return i + 1
		}
	}
	return min(len(rows), table.BatchRows)
}

// sendAll sends one batch and reads its answers in order.
func sendAll(ctx context.Context, conn *pgx.Conn, query string, rows [][]any, scan func(table.Scanner) error) error {
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
