package store_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"

	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
)

// act is what a member of a group does, by the name of the row that it adds.
type act func(ctx context.Context, tx *store.Tx) error

func adding(name string) act {
	return func(ctx context.Context, tx *store.Tx) error {
		_, err := addProduct(ctx, tx, name)
		return err
	}
}

// together runs acts as members of one group, in their order, and returns how each of them ended: a first one holds the
// turn until all others wait.
func together(t *testing.T, ctx context.Context, s *store.Store, acts ...act) []error {
	t.Helper()
	errs := make([]error, len(acts))
	var all sync.WaitGroup
	started := false
	err := s.WithTx(ctx, nil, func(context.Context, *store.Tx) error {
		if started {
			return nil // it is tried again
		}
		started = true
		for i, each := range acts {
			all.Add(1)
			go func() {
				defer all.Done()
				defer func() {
					if r := recover(); r != nil {
						errs[i] = fmt.Errorf("panic: %v", r)
					}
				}()
				errs[i] = errors.New("ended without an answer")
				errs[i] = s.WithTx(ctx, nil, each)
			}()
			eventually(t, "the transaction waits", func() bool { return s.Waiting() == i+1 })
		}
		return nil
	})
	all.Wait()
	return append([]error{err}, errs...)
}

// counting counts the commits of s.
func counting(s *store.Store) *atomic.Int64 {
	n := new(atomic.Int64)
	s.CommitBy(func(commit func() error) error {
		n.Add(1)
		return commit()
	})
	return n
}

func mustHave(t *testing.T, ctx context.Context, s *store.Store, want ...string) {
	t.Helper()
	var got []string
	for _, p := range s.Ent().Product.Query().AllX(ctx) {
		got = append(got, p.Name)
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the rows are %v, want %v", got, want)
	}
}

// However a member ends, the others are committed, all at once, and in the order in which they came.
func TestGroup_EachMemberEndsByItself(t *testing.T) {
	t.Parallel()
	s, ctx := apptest.SQLite(t).Store(t), system(t)
	commits := counting(s)
	broken := errors.New("broken")
	failing := func(end func() error) act {
		return func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(adding("undone")(ctx, tx), end())
		}
	}
	errs := together(t, ctx, s,
		adding("a"),
		failing(func() error { return broken }),
		failing(func() error { panic("panic") }),
		failing(func() error { runtime.Goexit(); return nil }), // as t.FailNow does
		func(ctx context.Context, tx *store.Tx) error {
			if n, err := tx.Product.Query().Count(ctx); n != 1 || err != nil {
				t.Errorf("a member sees %d rows (%v), want the one of the member before it", n, err)
			}
			if n := mustCount(t, system(t), s); n != 0 {
				t.Errorf("others see %d rows before the commit", n)
			}
			return adding("b")(ctx, tx)
		},
		failing(func() error { return context.Canceled }),
		adding("a"), // the name is taken
		adding("c"),
	)
	for i, want := range []string{"", "", "broken", "panic: panic", "ended without an answer", "", "context canceled", "UNIQUE", ""} {
		if got := fmt.Sprint(errs[i]); (errs[i] != nil) != (want != "") || want != "" && !strings.Contains(got, want) {
			t.Errorf("member %d ended with %v, want %q", i, errs[i], want)
		}
	}
	if n := commits.Load(); n != 1 {
		t.Errorf("%d commits for one group", n)
	}
	mustHave(t, ctx, s, "a", "b", "c")
}

// A change that is cut short would make SQLite undo the others' work as well.
func TestGroup_MemberIsCanceled(t *testing.T) {
	t.Parallel()
	s, ctx := apptest.SQLite(t).Store(t), system(t)
	commits := counting(s)
	endless := "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
	errs := together(t, ctx, s,
		adding("a"),
		func(ctx context.Context, tx *store.Tx) error { // while it reads
			if err := adding("undone")(ctx, tx); err != nil {
				return err
			}
			ctx, cancel := context.WithCancel(ctx)
			time.AfterFunc(10*time.Millisecond, cancel)
			rows, err := tx.QueryContext(ctx, endless)
			if err != nil {
				return err
			}
			defer func() { _ = rows.Close() }()
			rows.Next()
			return rows.Err()
		},
		func(ctx context.Context, tx *store.Tx) error { // while it changes something
			ctx, cancel := context.WithCancel(ctx)
			time.AfterFunc(10*time.Millisecond, cancel)
			for ctx.Err() == nil {
				if err := tx.Product.Update().AddPricePerSeatMonth(1).Exec(ctx); err != nil {
					return err
				}
			}
			return ctx.Err()
		},
		adding("b"),
	)
	for i, err := range errs {
		if gaveUp := i == 2 || i == 3; gaveUp != errors.Is(err, context.Canceled) || !gaveUp && err != nil {
			t.Errorf("member %d ended with %v", i, err)
		}
	}
	if n := commits.Load(); n != 1 {
		t.Errorf("%d commits for one group", n)
	}
	mustHave(t, ctx, s, "a", "b")
	for _, p := range s.Ent().Product.Query().AllX(ctx) {
		if p.PricePerSeatMonth != 0 {
			t.Errorf("a change of who gave up is there: %d", p.PricePerSeatMonth)
		}
	}
}

// A member that failed may have failed because of what was not committed in the end, so it is told, too.
func TestGroup_AllHearOfACommitThatFailed(t *testing.T) {
	t.Parallel()
	s, ctx := apptest.SQLite(t).Store(t), system(t)
	s.CommitBy(func(commit func() error) error {
		return errors.Join(commit(), sqlite3.Error{Code: sqlite3.ErrIoErr}) // it may have been done, as it was here
	})
	refused := errors.New("there is one already")
	for i, err := range together(t, ctx, s, adding("a"), func(context.Context, *store.Tx) error { return refused }, adding("b")) {
		if !errors.Is(err, store.ErrOutcomeUnknown) || errors.Is(err, refused) {
			t.Errorf("member %d ended with %v, want that the outcome is not known", i, err)
		}
	}
}

func TestGroup_IsTriedAgainWhenNothingOfItWasDone(t *testing.T) {
	t.Parallel()
	for name, undo := range map[string]func(s *store.Store) act{
		"the commit is refused": func(s *store.Store) act {
			once := false
			s.CommitBy(func(commit func() error) error {
				if once {
					return commit()
				}
				once = true
				return sqlite3.Error{Code: sqlite3.ErrBusy}
			})
			return adding("b")
		},
		"SQLite undoes it in the middle": func(*store.Store) act {
			once := false
			return func(ctx context.Context, tx *store.Tx) error {
				if once {
					return adding("b")(ctx, tx)
				}
				once = true
				_, err := tx.ExecContext(ctx, "ROLLBACK") // what a full disk does
				return err
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, ctx := apptest.SQLite(t).Store(t), system(t)
			member := undo(s)
			for i, err := range together(t, ctx, s, adding("a"), member, adding("c")) {
				if err != nil {
					t.Errorf("member %d ended with %v", i, err)
				}
			}
			mustHave(t, ctx, s, "a", "b", "c")
		})
	}
}

// None answers before the commit, and no group grows without end.
func TestGroup_AnswersTogetherAndIsNotTooLarge(t *testing.T) {
	t.Parallel()
	s, ctx := apptest.SQLite(t).Store(t), system(t)
	told := s.Subscribe(ctx)
	var ran, commits atomic.Int64
	s.CommitBy(func(commit func() error) error {
		if n := len(told); commits.Load() == 0 && n > 0 {
			t.Errorf("%d members told of their change before it was committed", n)
		}
		defer commits.Add(1)
		return commit()
	})
	const publishing = 10
	acts := make([]act, store.Most+5)
	for i := range acts {
		acts[i] = func(ctx context.Context, tx *store.Tx) error {
			if ran.Add(1) != int64(i)+1 {
				t.Errorf("member %d runs out of its turn", i)
			}
			if i < publishing {
				tx.Publish(store.Change{Kind: "outbox.added"})
			}
			return adding(fmt.Sprint(i))(ctx, tx)
		}
	}
	for i, err := range together(t, ctx, s, acts...) {
		if err != nil {
			t.Errorf("member %d: %v", i, err)
		}
	}
	if n := commits.Load(); n != 2 {
		t.Errorf("%d commits for %d transactions", n, len(acts)+1)
	}
	for range publishing {
		mustReceive(t, told)
	}
	if n := mustCount(t, ctx, s); n != len(acts) {
		t.Errorf("%d rows, want %d", n, len(acts))
	}
}
