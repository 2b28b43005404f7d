package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"delegatedadmin.example/ent/migrations"
)

//go:generate go run delegatedadmin.example/ent/migrations/generate -check

// migrate brings the database to the newest version. db is asked for the version that it has; open gives the
// connections to migrate with.
func (s *Store) migrate(ctx context.Context, name string, db *sql.DB, open func() *sql.DB) error {
	folder, err := fs.Sub(migrations.Files, name)
	if err != nil {
		return err
	}
	return migrateTo(ctx, name, folder, db, open)
}

func migrateTo(ctx context.Context, name string, folder fs.FS, db *sql.DB, open func() *sql.DB) error {
	newest, err := newestVersion(folder)
	if err != nil {
		return err
	}
	is, err := version(ctx, name, db)
	switch {
	case err != nil:
		return cannotOpen(err, "its version can't be read")
	case is > newest:
		return cannotOpen(nil, "the database is of a newer version (%d) than this server knows (%d); start the newer server", is, newest)
	case is == newest:
		return nil
	}
	own := open()
	defer func() { _ = own.Close() }()
	for err := up(ctx, name, folder, own); err != nil; err = up(ctx, name, folder, own) {
		before := is
		if is, _ = version(ctx, name, db); is == newest {
			return nil // another process did it at the same time
		} else if is <= before {
			return cannotOpen(err, "it can't be brought to version %d", newest)
		} // another process is at it: go on from where it has come to
	}
	if name == dialect.SQLite {
		return checkReferences(ctx, own)
	}
	return nil
}

func up(ctx context.Context, name string, folder fs.FS, db *sql.DB) error {
	options := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true)}
	kind := goose.DialectSQLite3
	if name == dialect.Postgres {
		kind = goose.DialectPostgres
		options = append(options, goose.WithSessionLocker(oneAtATime{}))
	}
	provider, err := goose.NewProvider(kind, db, folder, options...)
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

// newestVersion is the highest number that a file's name begins with.
func newestVersion(folder fs.FS) (int64, error) {
	files, err := fs.Glob(folder, "*.sql")
	if err != nil {
		return 0, err
	}
	var newest int64
	for _, file := range files {
		number, _, _ := strings.Cut(file, "_")
		v, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			return 0, fmt.Errorf("the migration %s has no number: %w", file, err)
		}
		newest = max(newest, v)
	}
	return newest, nil
}

// version tells how far the database is; 0 when it is empty.
func version(ctx context.Context, name string, db *sql.DB) (int64, error) {
	var v sql.NullInt64
	err := db.QueryRowContext(ctx, "SELECT max(version_id) FROM goose_db_version WHERE is_applied").Scan(&v)
	if err == nil {
		return v.Int64, nil
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) && pg.Code == "42P01" || name == dialect.SQLite && strings.Contains(err.Error(), "no such table") {
		return 0, nil
	}
	return 0, err
}

// checkReferences looks for rows that name a row which does not exist.
func checkReferences(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	if rows.Next() {
		var table, parent string
		var row sql.NullInt64
		var key int
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		return cannotOpen(nil, "a row of the table %s names one of %s that does not exist; go back to the last backup", table, parent)
	}
	return rows.Err()
}

// oneAtATime lets one process migrate and the others wait, in order.
type oneAtATime struct{}

var _ lock.SessionLocker = oneAtATime{}

const migrationLock = 0x44414d4947 // any number of our own

// SessionLock waits for its turn.
func (oneAtATime) SessionLock(ctx context.Context, conn *sql.Conn) error {
	_, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock($1)", migrationLock)
	return err
}

// SessionUnlock lets the next one.
func (oneAtATime) SessionUnlock(ctx context.Context, conn *sql.Conn) error {
	_, err := conn.ExecContext(ctx, "SELECT pg_advisory_unlock($1)", migrationLock)
	return err
}
