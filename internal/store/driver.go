package store

import (
	"context"
	"database/sql"
	"errors"
	"sync/atomic"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
)

// What misuse of the store is answered with.
var (
	errReadOnly = errors.New("store: changes are made in WithTx, not through Ent")
	errInside   = errors.New("store: inside WithTx, read through the transaction")
	errNested   = errors.New("store: WithTx inside WithTx")
)

type (
	counterKey struct{}
	insideKey  struct{}
)

// counting is true from the first counter on, so that nothing is looked up in production.
var counting atomic.Bool

// CountStatements counts the statements that are run with the context that it returns, for tests. What begins and ends
// a transaction and takes its locks is not counted, so that the number is the same on both databases.
func CountStatements(ctx context.Context) (context.Context, *atomic.Int64) {
	counting.Store(true)
	n := new(atomic.Int64)
	return context.WithValue(ctx, counterKey{}, n), n
}

func uncounted(ctx context.Context) context.Context {
	if !counting.Load() {
		return ctx
	}
	return context.WithValue(ctx, counterKey{}, nil)
}

func inside(ctx context.Context) bool { return ctx.Value(insideKey{}) != nil }

// counted counts the statements that pass.
type counted struct{ entsql.ExecQuerier }

func (c counted) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	count(ctx)
	return c.ExecQuerier.ExecContext(ctx, query, args...)
}

func (c counted) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	count(ctx)
	return c.ExecQuerier.QueryContext(ctx, query, args...)
}

// queryRow reads the first row of the answer.
func (c counted) queryRow(ctx context.Context, query string, into ...any) error {
	rows, err := c.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	return firstRow(rows, into...)
}

func firstRow(rows *sql.Rows, into ...any) error {
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		return errors.Join(rows.Err(), sql.ErrNoRows)
	}
	if err := rows.Scan(into...); err != nil {
		return err
	}
	return rows.Close()
}

func count(ctx context.Context) {
	if !counting.Load() {
		return
	}
	if n, ok := ctx.Value(counterKey{}).(*atomic.Int64); ok {
		n.Add(1)
	}
}

// reader is ent's driver for reads outside of transactions.
type reader struct{ *entsql.Driver }

func newReader(name string, db *sql.DB) reader {
	return reader{entsql.NewDriver(name, entsql.Conn{ExecQuerier: readOnly{counted{db}}})}
}

func (reader) Tx(context.Context) (dialect.Tx, error) { return nil, errReadOnly }

func (reader) BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error) { return nil, errReadOnly }

func (reader) Close() error { return nil }

// readOnly refuses changes, and reads that belong into the transaction that runs.
type readOnly struct{ counted }

func (readOnly) ExecContext(context.Context, string, ...any) (sql.Result, error) {
	return nil, errReadOnly
}

func (r readOnly) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if inside(ctx) {
		return nil, errInside
	}
	return r.counted.QueryContext(ctx, query, args...)
}

func refuseWrites(ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(context.Context, ent.Mutation) (ent.Value, error) { return nil, errReadOnly })
}

// writer is ent's driver for transactions, and for nothing else.
type writer struct {
	reader
	begin func(ctx context.Context) (dialect.Tx, error)
}

func (w writer) Tx(ctx context.Context) (dialect.Tx, error) { return w.begin(ctx) }
