// Package store opens the database, SQLite or PostgreSQL, brings it to the newest version and gives transactions
// that are safe to decide in. Only this package knows which of the two it is.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"time"

	"entgo.io/ent/dialect"

	"delegatedadmin.example/ent"
	_ "delegatedadmin.example/ent/runtime" // installs the hooks and policies of the schema
)

// Options change how a store works. The zero value is for production.
type Options struct {
	// Clock is the process's clock; time.Now unless it is set.
	Clock func() time.Time
	// Skew is added to the database's clock, so that a test can let time pass on both databases alike.
	Skew func() time.Duration
	// Log gets what the store has to say; slog.Default unless it is set.
	Log *slog.Logger
	// Pause is called at the points of every transaction, so that a test can hold it there; see WithTx.
	Pause func(ctx context.Context, point string)
	// AllowUnsafePostgres opens a PostgreSQL that may lose what it acknowledged. It is for throw-away data alone.
	AllowUnsafePostgres bool
}

// Store is an open database. It is safe for many goroutines.
type Store struct {
	options Options
	dialect string
	reader  *ent.Client
	writer  *ent.Client
	clock   *sql.DB // who is asked for the database's time
	groups  *groups // of SQLite; nil on PostgreSQL
	hub     *hub
	known   sync.Map // what transactions remember
	close   []func() error
}

// OpenError says in one line why the database can't be opened, for the person who started the server.
type OpenError struct {
	Reason string
	cause  error
}

func (e *OpenError) Error() string {
	text := "open the database: " + e.Reason
	if e.cause != nil {
		text += ": " + strings.Join(strings.Fields(e.cause.Error()), " ")
	}
	return text
}

func (e *OpenError) Unwrap() error { return e.cause }

func cannotOpen(cause error, format string, args ...any) *OpenError {
	return &OpenError{Reason: fmt.Sprintf(format, args...), cause: cause}
}

// Open opens the database that url names, "sqlite:PATH" or "postgres://…", checks that it keeps what it acknowledges,
// and brings it to the newest version. A failure is an *OpenError. Close the store when done.
func Open(ctx context.Context, url string, o Options) (*Store, error) {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	s := &Store{options: o, hub: newHub()}
	var err error
	switch scheme, rest, _ := strings.Cut(url, ":"); scheme {
	case "sqlite":
		err = s.openSQLite(ctx, rest)
	case "postgres", "postgresql":
		err = s.openPostgres(ctx, url)
	default:
		err = cannotOpen(nil, `the database is named as "sqlite:PATH" or "postgres://…"`)
	}
	if err == nil {
		return s, nil
	}
	_ = s.Close()
	var open *OpenError
	if !errors.As(err, &open) {
		open = cannotOpen(err, "it failed")
	}
	return nil, open
}

// use makes the two clients: one for reads, one for transactions, which begin has wait for their turn.
func (s *Store) use(name string, readers *sql.DB, begin func(ctx context.Context) (dialect.Tx, error)) {
	s.dialect = name
	s.clock = readers
	s.reader = ent.NewClient(ent.Driver(newReader(name, readers)))
	s.reader.Use(refuseWrites)
	s.writer = ent.NewClient(ent.Driver(writer{newReader(name, readers), begin}))
}

// Close lets the database go. Channels of Subscribe are closed.
func (s *Store) Close() error {
	s.hub.shut()
	var errs []error
	for _, f := range s.close {
		errs = append(errs, f())
	}
	s.close = nil
	return errors.Join(errs...)
}

// Ent is for reads alone, outside of transactions: a write through it fails, and so does its use inside of WithTx.
func (s *Store) Ent() *ent.Client { return s.reader }

// Dialect tells which database it is: dialect.SQLite or dialect.Postgres.
func (s *Store) Dialect() string { return s.dialect }

// Clock is the time of the process's clock, in UTC and microseconds.
func (s *Store) Clock() time.Time { return moment(s.options.Clock()) }

// Now is the time of the database's clock, which decides about access, in UTC and microseconds. On SQLite that is the
// process's clock.
func (s *Store) Now(ctx context.Context) (time.Time, error) {
	if s.dialect == dialect.SQLite {
		return s.skewed(s.options.Clock()), nil
	}
	var now time.Time
	if err := (counted{s.clock}).queryRow(ctx, "SELECT clock_timestamp()", &now); err != nil {
		return time.Time{}, fmt.Errorf("read the database's clock: %w", err)
	}
	return s.skewed(now), nil
}

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	return s.clock.PingContext(ctx)
}

func (s *Store) skewed(now time.Time) time.Time {
	if s.options.Skew != nil {
		now = now.Add(s.options.Skew())
	}
	return moment(now)
}

func moment(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }

// pool keeps the connections that it opened.
func pool(db *sql.DB, size int) *sql.DB {
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	return db
}
