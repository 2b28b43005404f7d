package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/stdlib"
	"golang.org/x/sync/semaphore"
)

const (
	connections  = 16
	transactions = 12 // the others are left to reads, which never wait for a lock
)

// sessionLimits end what was forgotten. They hold unless the URL says otherwise; a request's own deadline is shorter.
var sessionLimits = map[string]string{
	"statement_timeout":                   "30s",
	"idle_in_transaction_session_timeout": "60s",
	"application_name":                    "delegated-admin",
}

func (s *Store) openPostgres(ctx context.Context, url string) error {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return cannotOpen(err, "the URL can't be understood")
	}
	config.OnNotice = keepWarning
	plain := config.Copy() // without limits, for what takes long
	for name, value := range sessionLimits {
		if _, set := config.RuntimeParams[name]; !set {
			config.RuntimeParams[name] = value
		}
	}
	db := pool(s.postgres(config), connections)
	db.SetConnMaxIdleTime(10 * time.Minute)
	if err := db.PingContext(ctx); err != nil {
		return cannotOpen(err, "PostgreSQL is not reachable")
	}
	if err := s.checkPostgres(ctx, db); err != nil {
		return err
	}
	if err := s.migrate(ctx, dialect.Postgres, db, func() *sql.DB { return s.postgres(plain) }); err != nil {
		return err
	}
	queue := semaphore.NewWeighted(transactions)
	s.use(dialect.Postgres, db, func(ctx context.Context) (dialect.Tx, error) { return beginPostgres(ctx, db, queue) })
	s.listen(plain)
	return nil
}

// postgres makes a pool of connections, closed with the store.
func (s *Store) postgres(config *pgx.ConnConfig) *sql.DB {
	db := stdlib.OpenDB(*config, stdlib.OptionAfterConnect(func(_ context.Context, c *pgx.Conn) error {
		c.TypeMap().RegisterType(&pgtype.Type{
			Name: "timestamptz", OID: pgtype.TimestamptzOID, Codec: &pgtype.TimestamptzCodec{ScanLocation: time.UTC},
		})
		return nil
	}))
	s.close = append([]func() error{db.Close}, s.close...)
	return db
}

// checkPostgres makes sure that the server keeps what it acknowledges, and is not a copy that lags behind.
func (s *Store) checkPostgres(ctx context.Context, db *sql.DB) error {
	var fsync, pages, commit, standbys string
	var copied bool
	err := db.QueryRowContext(ctx, `SELECT current_setting('fsync'), current_setting('full_page_writes'),
		current_setting('synchronous_commit'), current_setting('synchronous_standby_names'), pg_is_in_recovery()`).
		Scan(&fsync, &pages, &commit, &standbys, &copied)
	switch {
	case err != nil:
		return cannotOpen(err, "PostgreSQL does not answer")
	case copied:
		return cannotOpen(nil, "this PostgreSQL is a standby; name the primary")
	case s.options.AllowUnsafePostgres:
		return nil
	case fsync != "on":
		return cannotOpen(nil, "PostgreSQL runs with fsync=%s and would lose acknowledged changes; set fsync=on", fsync)
	case pages != "on":
		return cannotOpen(nil, "PostgreSQL runs with full_page_writes=%s and would lose acknowledged changes; set full_page_writes=on", pages)
	case commit == "off", commit == "local" && standbys != "":
		return cannotOpen(nil, "PostgreSQL runs with synchronous_commit=%s and would lose acknowledged changes; set synchronous_commit=on", commit)
	}
	return nil
}

// transaction is ent's view of one that runs on PostgreSQL.
type transaction struct {
	entsql.Conn
	tx    *sql.Tx
	conn  *sql.Conn
	pg    *pgconn.PgConn
	queue *semaphore.Weighted
}

// beginPostgres waits for a turn in the queue, and for a connection.
func beginPostgres(ctx context.Context, db *sql.DB, queue *semaphore.Weighted) (_ dialect.Tx, err error) {
	if err := queue.Acquire(ctx, 1); err != nil {
		return nil, fmt.Errorf("wait for a transaction: %w", err)
	}
	t := &transaction{queue: queue}
	defer func() {
		if err != nil {
			t.leave()
			err = fmt.Errorf("begin: %w", err)
		}
	}()
	if t.conn, err = db.Conn(ctx); err != nil {
		return nil, err
	}
	err = t.conn.Raw(func(c any) error {
		t.pg = c.(*stdlib.Conn).Conn().PgConn()
		return nil
	})
	if err != nil {
		return nil, err
	}
	if t.tx, err = t.conn.BeginTx(ctx, nil); err != nil {
		return nil, err
	}
	t.Conn = entsql.Conn{ExecQuerier: counted{t.tx}}
	return t, nil
}

// leave gives the connection and the turn back.
func (t *transaction) leave() {
	if t.conn != nil {
		_ = t.conn.Close()
	}
	t.queue.Release(1)
}

// Commit ends the transaction.
func (t *transaction) Commit() error {
	defer t.leave()
	delete(t.pg.CustomData(), warningKey)
	if err := t.tx.Commit(); err != nil {
		return err
	}
	if text, ok := t.pg.CustomData()[warningKey].(string); ok {
		return errors.Join(ErrOutcomeUnknown, errors.New(text))
	}
	return nil
}

// Rollback undoes the transaction.
func (t *transaction) Rollback() error {
	defer t.leave()
	return t.tx.Rollback()
}

// warningKey is where a connection keeps the text of the last warning without a class of its own (01000). At commit it
// means that a synchronous standby has not confirmed.
const warningKey = "warning"

func keepWarning(c *pgconn.PgConn, n *pgconn.Notice) {
	if n.Code == "01000" {
		c.CustomData()[warningKey] = n.Message
	}
}

// listen brings the changes of every process to this one's subscribers, from the first of them on.
func (s *Store) listen(config *pgx.ConnConfig) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	started := false
	s.hub.lost()
	s.hub.start = func() {
		started = true
		go func() {
			defer close(done)
			s.keepListening(ctx, config)
		}()
	}
	s.close = append([]func() error{func() error {
		cancel()
		s.hub.once.Do(func() {}) // nobody starts it any more
		if started {
			<-done
		}
		return nil
	}}, s.close...)
}

func (s *Store) keepListening(ctx context.Context, config *pgx.ConnConfig) {
	const shortest, longest = 50 * time.Millisecond, 5 * time.Second
	wait := shortest
	for {
		connected, err := s.hear(ctx, config)
		s.hub.lost()
		if ctx.Err() != nil {
			return
		}
		if connected {
			wait = shortest
		}
		s.options.Log.Warn("the connection that brings changes was lost", "error", err, "again in", wait)
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
		wait = min(2*wait, longest)
	}
}

// hear brings changes until the connection breaks.
func (s *Store) hear(ctx context.Context, config *pgx.ConnConfig) (connected bool, err error) {
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return false, err
	}
	defer func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = conn.Close(ctx)
	}()
	if _, err := conn.Exec(ctx, "LISTEN "+channel); err != nil {
		return false, err
	}
	s.hub.back()
	for {
		if err := s.next(ctx, conn); err != nil {
			return true, err
		}
	}
}

// next waits for one change. When none comes for a while it makes sure that the connection still lives.
func (s *Store) next(ctx context.Context, conn *pgx.Conn) error {
	const quiet, answer = 15 * time.Second, 5 * time.Second
	wait, cancel := context.WithTimeout(ctx, quiet)
	defer cancel()
	n, err := conn.WaitForNotification(wait)
	if err != nil {
		if ctx.Err() != nil || wait.Err() == nil || conn.IsClosed() {
			return err
		}
		alive, cancel := context.WithTimeout(ctx, answer)
		defer cancel()
		return conn.Ping(alive)
	}
	var c Change
	if err := json.Unmarshal([]byte(n.Payload), &c); err != nil {
		return err
	}
	s.hub.publish(c)
	return nil
}
