package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"entgo.io/ent/dialect"

	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
)

func publish(t *testing.T, ctx context.Context, s *store.Store, changes ...store.Change) {
	t.Helper()
	err := s.WithTx(ctx, nil, func(_ context.Context, tx *store.Tx) error {
		for _, c := range changes {
			tx.Publish(c)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func mustReceive(t *testing.T, from <-chan store.Change) store.Change {
	t.Helper()
	select {
	case c, ok := <-from:
		if !ok {
			t.Fatal("the channel is closed")
		}
		return c
	case <-time.After(10 * time.Second):
		t.Fatal("no change came")
	}
	return store.Change{}
}

func mustBeClosed(t *testing.T, from <-chan store.Change) {
	t.Helper()
	for end := time.After(10 * time.Second); ; {
		select {
		case _, ok := <-from:
			if !ok {
				return
			}
		case <-end:
			t.Fatal("the channel is not closed")
		}
	}
}

func TestSubscribe_BringsWhatWasCommitted(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s, ctx := db.Store(t), system(t)
		stores := []*store.Store{s}
		if db.Dialect == dialect.Postgres {
			stores = append(stores, db.Store(t)) // another process
		}
		var all []<-chan store.Change
		for _, each := range stores {
			all = append(all, each.Subscribe(ctx), each.Subscribe(ctx))
		}
		first := store.Change{Kind: "delegation.added", DelegationID: "dlg_1", CustomerID: "org_1", PartnerID: "ptn_1", UserID: "usr_1", SessionID: "ses_1"}
		second, third := store.Change{Kind: "outbox.added"}, store.Change{Kind: "session.ended", SessionID: "ses_2"}

		undone := errors.New("undone")
		err := s.WithTx(ctx, nil, func(_ context.Context, tx *store.Tx) error {
			tx.Publish(store.Change{Kind: "delegation.ended"})
			return undone
		})
		if !errors.Is(err, undone) {
			t.Fatal(err)
		}
		publish(t, ctx, s, first, second)
		publish(t, ctx, s, third)
		for i, from := range all {
			for _, want := range []store.Change{first, second, third} {
				if got := mustReceive(t, from); got != want {
					t.Errorf("subscriber %d got %+v, want %+v", i, got, want)
				}
			}
		}
	})
}

func TestSubscribe_EndsWithItsContext(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s, ctx := db.Store(t), system(t)
		mine, cancel := context.WithCancel(ctx)
		from, other := s.Subscribe(mine), s.Subscribe(ctx)
		cancel()
		mustBeClosed(t, from)
		mustBeClosed(t, s.Subscribe(mine))
		publish(t, ctx, s, store.Change{Kind: "outbox.added"})
		mustReceive(t, other)
	})
}

func TestSubscribe_EndsWithTheStore(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s, ctx := db.Store(t), system(t)
		from := s.Subscribe(ctx)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		mustBeClosed(t, from)
		mustBeClosed(t, s.Subscribe(ctx))
	})
}

func TestSubscribe_LeavesWhoIsTooSlowBehind(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s, ctx := db.Store(t), system(t)
		slow, quick := s.Subscribe(ctx), s.Subscribe(ctx)
		// The quick one may have a change before the slow one is asked: once it has the next, the one before is through.
		const kept = 64
		for range kept + 2 {
			publish(t, ctx, s, store.Change{Kind: "outbox.added"})
			mustReceive(t, quick)
		}
		for range kept {
			mustReceive(t, slow)
		}
		mustBeClosed(t, slow)
	})
}

// Changes may have been missed when the connection was lost: the channel is closed, and the next one works.
func TestSubscribe_ClosesWhenTheConnectionIsLost(t *testing.T) {
	t.Parallel()
	s, ctx := apptest.Postgres(t).Store(t), system(t)
	for range 3 {
		from := s.Subscribe(ctx)
		if _, err := s.Raw().ExecContext(ctx, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %' AND datname = current_database()"); err != nil {
			t.Fatal(err)
		}
		mustBeClosed(t, from)
		again := s.Subscribe(ctx)
		publish(t, ctx, s, store.Change{Kind: "delegation.ended"})
		if got := mustReceive(t, again); got.Kind != "delegation.ended" {
			t.Errorf("got %+v", got)
		}
	}
}
