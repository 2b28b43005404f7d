package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver

	"delegatedadmin.example/internal/apptest/cluster"
	"delegatedadmin.example/internal/store"
)

// filled are the tables that the data has rows in.
var filled = []string{
	"organizations", "domains", "users", "sessions", "partners", "terms", "offers", "offer_links", "delegations", "delegation_roles",
	"audit_events", "audit_heads",
}

// onPostgres starts a throw-away PostgreSQL that keeps what it acknowledges, and copies the data of a SQLite file into it,
// once for each server. It returns the URLs of the two databases.
func onPostgres(ctx context.Context, file string) (c *cluster.Cluster, product, floor string, err error) {
	c, err = cluster.Start(ctx, cluster.Options{Durable: true, Settings: map[string]string{"shared_buffers": "256MB", "max_wal_size": "4GB"}})
	if err != nil {
		return nil, "", "", err
	}
	product, floor = c.URL("product"), c.URL("floor")
	err = c.Exec(ctx, "postgres", "CREATE DATABASE product")
	if err == nil {
		var st *store.Store
		if st, err = store.Open(ctx, product, store.Options{}); err == nil { // migrates
			err = st.Close()
		}
	}
	if err == nil {
		err = copyIn(ctx, file, product)
	}
	if err == nil {
		err = c.Exec(ctx, "postgres", "CREATE DATABASE floor TEMPLATE product")
	}
	if err == nil {
		err = c.Exec(ctx, "postgres", "CHECKPOINT") // so that what is written of the copy is not measured
	}
	if err != nil {
		c.Stop()
		return nil, "", "", fmt.Errorf("copy the data into PostgreSQL: %w", err)
	}
	return c, product, floor, nil
}

func copyIn(ctx context.Context, file, url string) (err error) {
	from, err := sql.Open("sqlite3", "file:"+file+"?mode=ro")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	to, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, to.Close(ctx)) }()
	// The rows come table by table, which the references between them do not allow for.
	if _, err := to.Exec(ctx, "SET session_replication_role = replica; "+strings.TrimSuffix(rolesTable, " WITHOUT ROWID")); err != nil {
		return err
	}
	for _, table := range filled {
		say("  %s into PostgreSQL", table)
		if err := copyTable(ctx, from, to, table); err != nil {
			return fmt.Errorf("%s: %w", table, err)
		}
	}
	now := time.Now()
	if _, err := to.Exec(ctx, "UPDATE sessions SET last_used_at = $1, expires_at = $2", now, now.Add(7*24*time.Hour)); err != nil {
		return err
	}
	_, err = to.Exec(ctx, "VACUUM ANALYZE")
	return err
}

func copyTable(ctx context.Context, from *sql.DB, to *pgx.Conn, table string) error {
	rows, err := from.QueryContext(ctx, "SELECT * FROM "+table) //nolint:gosec // of the list above
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	types, err := rows.ColumnTypes()
	if err != nil {
		return err
	}
	columns := make([]string, len(types))
	for i, t := range types {
		columns[i] = t.Name()
	}
	_, err = to.CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromFunc(func() ([]any, error) {
		if !rows.Next() {
			return nil, rows.Err()
		}
		row, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			into[i] = &row[i]
		}
		err := rows.Scan(into...)
		for i, t := range types {
			if n, ok := row[i].(int64); ok && strings.EqualFold(t.DatabaseTypeName(), "bool") {
				row[i] = n != 0 // SQLite has no type of its own for it
			}
		}
		return row, err
	}))
	return err
}
