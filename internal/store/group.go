package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/mattn/go-sqlite3"
)

// SQLite has one writer, and making a commit durable costs it more than most transactions do. So transactions that come
// one right after the other share a commit: they form a group.
//
//	A takes its turn:  BEGIN, SAVEPOINT, what A does, RELEASE      B and C have come meanwhile and wait
//	B has the turn:    SAVEPOINT, what B does, ROLLBACK TO         B failed: nobody else notices
//	C has the turn:    SAVEPOINT, what C does, RELEASE, COMMIT     nobody waits any more, so C commits for all
//	A, B and C answer.
//
// Members run one after the other, each from its own goroutine, in the order in which they came. A member sees what
// those before it did. None answers before the commit, not even one that failed: its refusal may rest on what a member
// before it did, and that is true only once it is committed. Nobody else sees anything before the commit.

// most is how many transactions share a commit at most, so that the first of them waits for a bounded time.
const most = 64

// errScattered is returned to the members of a group whose transaction SQLite undid in the middle, as it does when the
// disk is full. Nothing of it was done, so they are tried again, in another group.
var errScattered = errors.New("the transaction was undone together with another one")

// groups is the fair queue before SQLite's one writer, and the group that has the turn.
type groups struct {
	db *sql.DB
	// alone has each transaction commit by itself, for tests that hold one at a point and look at what others see.
	alone  bool
	commit func(*sql.Tx) error

	mu      sync.Mutex
	taken   bool
	waiting []chan *group // first come, first served
}

// group is a transaction of SQLite that several of ours share. Who has the turn has the group for itself.
type group struct {
	tx        *sql.Tx
	members   int
	scattered bool

	done chan struct{} // closed when err is how it ended
	err  error
}

// begin waits for a turn and begins a transaction in the group that has it, or in a new one.
func (q *groups) begin(ctx context.Context) (dialect.Tx, error) {
	g, err := q.turn(ctx)
	if err != nil {
		return nil, fmt.Errorf("wait for a transaction: %w", err)
	}
	if g == nil {
		// The group outlives the request that opens it.
		tx, err := q.db.BeginTx(context.WithoutCancel(ctx), nil)
		if err != nil {
			q.pass(nil)
			return nil, fmt.Errorf("begin: %w", err)
		}
		g = &group{tx: tx, done: make(chan struct{})}
	}
	g.members++
	if err := g.run("SAVEPOINT member"); err != nil {
		q.leave(g)
		return nil, fmt.Errorf("begin: %w", err)
	}
	m := &member{ctx: ctx, queue: q, group: g}
	m.ExecQuerier = counted{statements{m}}
	return m, nil
}

// turn waits until it is the caller's. The group is nil when the caller is to open one.
func (q *groups) turn(ctx context.Context) (*group, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	q.mu.Lock()
	if !q.taken {
		q.taken = true
		q.mu.Unlock()
		return nil, nil
	}
	mine := make(chan *group, 1)
	q.waiting = append(q.waiting, mine)
	q.mu.Unlock()
	select {
	case g := <-mine:
		return g, nil
	case <-ctx.Done():
	}
	q.mu.Lock()
	i := slices.Index(q.waiting, mine)
	if i >= 0 {
		q.waiting = slices.Delete(q.waiting, i, i+1)
	}
	q.mu.Unlock()
	if i < 0 { // the turn came at the same moment: somebody else is to have it
		q.leave(<-mine)
	}
	return nil, ctx.Err()
}

// pass gives the turn, and the group with it, to who has waited longest. Without anybody it tells so; then an open
// group is still the caller's.
func (q *groups) pass(g *group) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.waiting) == 0 {
		q.taken = g != nil
		return false
	}
	q.waiting[0] <- g
	q.waiting = slices.Delete(q.waiting, 0, 1)
	return true
}

// leave ends the caller's turn. The group goes on with who waits; else the caller commits for all of it.
func (q *groups) leave(g *group) {
	if g != nil {
		if open := !q.alone && !g.scattered && g.members < most; open && q.pass(g) {
			return
		}
		g.end(q.commit)
	}
	q.pass(nil)
}

// end commits, and tells all members how it went.
func (g *group) end(commit func(*sql.Tx) error) {
	defer close(g.done)
	if g.scattered {
		_ = g.tx.Rollback() // what SQLite may have left of it
		g.err = errScattered
		return
	}
	g.err = commit(g.tx)
}

// run is for what begins and ends a member. It fails when SQLite has undone the whole transaction.
func (g *group) run(statement string) error {
	_, err := g.tx.ExecContext(context.Background(), statement)
	if err != nil {
		g.scattered = true
	}
	return err
}

// member is one transaction of a group, as ent sees it.
type member struct {
	entsql.Conn
	ctx   context.Context //nolint:containedctx // of the transaction, from its begin to its end
	queue *groups
	group *group
	ended atomic.Bool
}

// Commit keeps what the member did if the group's commit succeeds, and waits for that.
func (m *member) Commit() error {
	m.ended.Store(true)
	err := m.group.run("RELEASE member")
	m.queue.leave(m.group)
	<-m.group.done
	if err != nil {
		return errors.Join(errScattered, err)
	}
	return m.group.err
}

// Rollback undoes what the member did, and nothing else. It fails when the group's commit does, since the member saw
// what was to be committed. Who gave up does not wait for that.
func (m *member) Rollback() error {
	m.ended.Store(true)
	err := m.group.run("ROLLBACK TO member")
	if err == nil {
		err = m.group.run("RELEASE member")
	}
	m.queue.leave(m.group)
	select {
	case <-m.group.done:
	case <-m.ctx.Done():
		return nil
	}
	if err != nil {
		return nil // the member's own failure undid the group, and tells more
	}
	return m.group.err
}

// statements are those of one member, and of nobody else once it has ended.
type statements struct{ *member }

func (s statements) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := s.open(); err != nil {
		return nil, err
	}
	return s.group.tx.QueryContext(ctx, query, args...)
}

// ExecContext runs a change to its end: SQLite undoes the whole transaction, the work of others with it, when a change
// is interrupted. It does so too when the disk is full; then no statement may follow, for it would stand alone.
func (s statements) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if err := errors.Join(s.open(), ctx.Err()); err != nil {
		return nil, err
	}
	result, err := s.group.tx.ExecContext(context.WithoutCancel(ctx), query, args...)
	var lite sqlite3.Error
	if errors.As(err, &lite) {
		switch lite.Code {
		case sqlite3.ErrFull, sqlite3.ErrIoErr, sqlite3.ErrNomem:
			s.group.scattered = true
		}
	}
	return result, err
}

func (m *member) open() error {
	switch {
	case m.ended.Load():
		return sql.ErrTxDone
	case m.group.scattered:
		return errScattered
	}
	return nil
}
