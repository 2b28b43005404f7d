package identity

import (
	"context"
	"fmt"
	"time"

	"delegatedadmin.example/ent/session"
	"delegatedadmin.example/ent/signinfailure"
	"delegatedadmin.example/ent/signinlink"
	"delegatedadmin.example/internal/store"
)

// sweepEvery is how often what is over is deleted.
const sweepEvery = time.Hour

// Run deletes what is over, now and then, until ctx ends. Several server processes may do it at once.
func (s *Service) Run(ctx context.Context) {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		if err := s.Sweep(ctx); err != nil && ctx.Err() == nil {
			s.log.WarnContext(ctx, "sessions that are over were not deleted", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Sweep deletes the sessions and links whose time is over, and the failures that no longer count.
func (s *Service) Sweep(ctx context.Context) error {
	lock := store.Lock{Key: "sweep-sessions", Exclusive: true}
	return s.store.WithTx(asSystem(ctx), []store.Lock{lock}, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.SignInFailure.Delete().Where(signinfailure.AtLT(tx.Now.Add(-failureTime))).Exec(ctx); err != nil {
			return fmt.Errorf("delete failures: %w", err)
		}
		if _, err := tx.Session.Delete().Where(session.ExpiresAtLT(tx.Now)).Exec(ctx); err != nil {
			return fmt.Errorf("delete sessions: %w", err)
		}
		if _, err := tx.SignInLink.Delete().Where(signinlink.ExpiresAtLT(tx.Now)).Exec(ctx); err != nil {
			return fmt.Errorf("delete sign-in links: %w", err)
		}
		return nil
	})
}
