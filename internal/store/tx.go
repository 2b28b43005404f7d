package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema"
	"delegatedadmin.example/internal/viewer"
)

// ErrOutcomeUnknown is returned by WithTx when nobody can tell whether the change was made: the connection broke while
// it was committed, or a synchronous standby did not confirm. The caller asks again with the same idempotency key.
var ErrOutcomeUnknown = errors.New("whether the change was made is not known")

// Lock is a name that transactions hold, together or alone, until they end. Locks queue fairly.
type Lock struct {
	Key       string
	Exclusive bool
}

// Tx is a transaction that runs.
type Tx struct {
	*ent.Tx
	// Now is the database's clock, read after the locks were granted, in UTC and microseconds.
	Now     time.Time
	store   *Store
	changes []Change
	learned map[any]any
}

// One reads the first row of a statement that is written out, or sql.ErrNoRows when there is none. It is for looking
// something up by its key. Both databases read $1, $2 and so on, numbered in the order in which they come first.
func (tx *Tx) One(ctx context.Context, statement string, args []any, into ...any) error {
	return one(ctx, tx.store.dialect, tx, statement, args, into)
}

// One is Tx.One outside of transactions.
func (s *Store) One(ctx context.Context, statement string, args []any, into ...any) error {
	return one(ctx, s.dialect, s.reader, statement, args, into)
}

type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func one(ctx context.Context, name string, from querier, statement string, args, into []any) error {
	if !viewer.Named(ctx) {
		return schema.ErrNobody
	}
	if name == dialect.SQLite {
		if err := ctx.Err(); err != nil {
			return err
		}
		ctx = context.WithoutCancel(ctx) // a look into the file is over before anybody could cancel it
	}
	rows, err := from.QueryContext(ctx, statement, args...)
	if err != nil {
		return err
	}
	return firstRow(rows, into...)
}

// ForUpdate ends a statement of One that keeps others from its row until the commit. SQLite has one writer and needs
// nothing.
func (tx *Tx) ForUpdate() string {
	if tx.store.dialect == dialect.SQLite {
		return ""
	}
	return " FOR UPDATE"
}

// Remember keeps a value for as long as the store is open, once the transaction has committed. It is for what never
// changes in the database.
func (tx *Tx) Remember(key, value any) {
	if tx.learned == nil {
		tx.learned = map[any]any{}
	}
	tx.learned[key] = value
}

// Remembered is what was kept under key.
func (tx *Tx) Remembered(key any) (value any, ok bool) { return tx.store.known.Load(key) }

// Pause lets a test hold the transaction at a point of the caller's own. In production it does nothing.
func (tx *Tx) Pause(ctx context.Context, point string) { tx.store.pause(ctx, point) }

func (s *Store) pause(ctx context.Context, point string) {
	if s.options.Pause != nil {
		s.options.Pause(ctx, point)
	}
}

// retries is how often a transaction is tried again when the database gave it up for the sake of another.
const retries = 3

// WithTx runs fn in a transaction that holds the locks, and commits it. An error or a panic of fn undoes everything.
//
// The locks are taken before anything is read. On SQLite there is one writer with a fair queue, so they are nothing
// more than that; transactions that wait for it share a commit, see groups. fn may run up to four times, since a database may give a transaction up for another: it must not
// change anything outside of the transaction. Inside of fn everything goes through tx; Ent and WithTx fail there.
//
// A test can pause it at "locked" (fn has not run), "written" (fn has run, nothing is committed) and "committed" (it
// is, and the caller does not know yet).
func (s *Store) WithTx(ctx context.Context, locks []Lock, fn func(ctx context.Context, tx *Tx) error) (err error) {
	if inside(ctx) {
		return errNested
	}
	for attempt := 0; ; attempt++ {
		err = s.attempt(ctx, locks, fn)
		if err == nil || attempt == retries || !again(err) {
			return err
		}
		s.options.Log.DebugContext(ctx, "transaction is tried again", "attempt", attempt+1, "error", err)
		select {
		case <-ctx.Done():
			return err
		case <-time.After(time.Duration(1+rand.IntN(5<<attempt)) * time.Millisecond):
		}
	}
}

func (s *Store) attempt(ctx context.Context, locks []Lock, fn func(ctx context.Context, tx *Tx) error) error {
	tx, err := s.run(context.WithValue(ctx, insideKey{}, true), locks, fn)
	if err != nil {
		return err
	}
	for key, value := range tx.learned {
		s.known.Store(key, value)
	}
	if s.dialect == dialect.SQLite {
		s.hub.publish(tx.changes...)
	}
	s.pause(ctx, "committed")
	return nil
}

// run waits for its turn, which it gives back when it ends.
func (s *Store) run(ctx context.Context, locks []Lock, fn func(ctx context.Context, tx *Tx) error) (_ *Tx, err error) {
	etx, err := s.writer.Tx(ctx)
	if err != nil {
		return nil, err
	}
	ended := false
	defer func() { // also when fn panics
		if ended {
			return
		}
		if lost := etx.Rollback(); lost != nil && s.dialect == dialect.SQLite {
			err = commitError(lost) // what fn saw is not there: its own error may be wrong
		}
	}()
	tx := &Tx{Tx: etx, store: s}
	if tx.Now, err = s.lock(ctx, etx, locks); err != nil {
		return nil, err
	}
	tx.Pause(ctx, "locked")
	if err := fn(ctx, tx); err != nil {
		return nil, err
	}
	if err := s.notify(ctx, tx); err != nil {
		return nil, err
	}
	tx.Pause(ctx, "written")
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("commit: %w", err)
	}
	ended = true
	if err := etx.Commit(); err != nil {
		return nil, commitError(err)
	}
	return tx, nil
}

func commitError(err error) error {
	if !surelyUndone(err) && !errors.Is(err, ErrOutcomeUnknown) {
		err = errors.Join(ErrOutcomeUnknown, err)
	}
	return fmt.Errorf("commit: %w", err)
}

// lock takes the locks in the one order that everybody keeps to, and then reads the clock, in one statement.
func (s *Store) lock(ctx context.Context, tx *ent.Tx, locks []Lock) (time.Time, error) {
	if s.dialect == dialect.SQLite {
		return s.skewed(s.options.Clock()), nil
	}
	if !locking {
		locks = nil
	}
	hashed := hashLocks(locks)
	var query strings.Builder
	query.WriteString("SELECT ")
	args := make([]any, len(hashed))
	into := make([]any, len(hashed)+1)
	for i, l := range hashed {
		shared := "_shared"
		if l.exclusive {
			shared = ""
		}
		fmt.Fprintf(&query, "pg_advisory_xact_lock%s($%d::bigint), ", shared, i+1)
		args[i], into[i] = l.hash, new(sql.RawBytes)
	}
	query.WriteString("clock_timestamp()")
	var now time.Time
	into[len(hashed)] = &now
	rows, err := tx.QueryContext(uncounted(ctx), query.String(), args...)
	if err == nil {
		err = firstRow(rows, into...)
	}
	if err != nil {
		return time.Time{}, fmt.Errorf("lock: %w", err)
	}
	return s.skewed(now), nil
}

type hashedLock struct {
	hash      int64
	exclusive bool
}

// hashLocks makes each lock the number that PostgreSQL knows it by, sorted, each once.
func hashLocks(locks []Lock) []hashedLock {
	out := make([]hashedLock, 0, len(locks))
	for _, l := range locks {
		h := fnv.New64a()
		_, _ = h.Write([]byte(l.Key))
		number := int64(h.Sum64()) //nolint:gosec // all 64 bits count, the sign means nothing
		i, found := slices.BinarySearchFunc(out, number, func(a hashedLock, b int64) int {
			switch {
			case a.hash < b:
				return -1
			case a.hash > b:
				return 1
			}
			return 0
		})
		if found {
			out[i].exclusive = out[i].exclusive || l.Exclusive
			continue
		}
		out = slices.Insert(out, i, hashedLock{number, l.Exclusive})
	}
	return out
}

// again tells whether the database gave the transaction up for another one, and nothing of it was done.
func again(err error) bool {
	if errors.Is(err, ErrOutcomeUnknown) {
		return false
	}
	if errors.Is(err, errScattered) {
		return true
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == "40001" || pg.Code == "40P01" // serialization failure, deadlock
	}
	var lite sqlite3.Error
	return errors.As(err, &lite) && lite.Code == sqlite3.ErrBusy
}

// surelyUndone tells whether an error of the commit itself means that nothing was done.
func surelyUndone(err error) bool {
	if errors.Is(err, errScattered) || errors.Is(err, sql.ErrTxDone) || errors.Is(err, pgx.ErrTxCommitRollback) {
		return true
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Severity == "ERROR"
	}
	var lite sqlite3.Error
	return errors.As(err, &lite) && (lite.Code == sqlite3.ErrBusy || lite.Code == sqlite3.ErrFull || lite.Code == sqlite3.ErrConstraint)
}
