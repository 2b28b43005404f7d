package directory

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/ent/userword"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

const (
	purgeEvery = time.Minute // how often deleted users are looked for whose time is over
	purgeBatch = 100
)

// Run empties users when they can't be restored any more, until ctx is done. Any number of processes may run it.
func (s *Service) Run(ctx context.Context, log *slog.Logger) {
	tick := time.NewTicker(purgeEvery)
	defer tick.Stop()
	for {
		if err := s.Purge(ctx); err != nil && ctx.Err() == nil {
			log.Error("empty deleted users", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Purge empties the users that were deleted more than 30 days ago: their name, user name and address, and by which words
// they were found. The id stays, and the audit log keeps the names of what was done.
func (s *Service) Purge(ctx context.Context) error {
	ctx = viewer.NewContext(ctx, viewer.System)
	now, err := s.store.Now(ctx)
	if err != nil {
		return err
	}
	ids, err := s.store.Ent().User.Query().Where(user.DeletedAtLTE(now.Add(-restoreTime)), user.PurgedAtIsNil()).
		Limit(purgeBatch).IDs(ctx)
	if err != nil {
		return fmt.Errorf("look for users whose time is over: %w", err)
	}
	for _, id := range ids {
		if err := s.purge(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) purge(ctx context.Context, id uid.ID) error {
	return s.store.WithTx(ctx, []store.Lock{access.EndingSession(id)}, func(ctx context.Context, tx *store.Tx) error {
		u, err := tx.User.Get(ctx, id)
		if err != nil {
			return fmt.Errorf("load the user: %w", err)
		}
		if u.PurgedAt != nil || u.DeletedAt == nil || u.DeletedAt.After(tx.Now.Add(-restoreTime)) {
			return nil // somebody else was here
		}
		const name = "Deleted user"
		err = tx.User.Update().Where(user.ID(id)).SetPurgedAt(tx.Now).
			SetDisplayName(name).SetNameKey(NameKey(name)).SetUserName(string(id) + "@deleted.invalid").ClearEmail().
			SetPasswordHash("").SetRoleSet(0).SetProtected(false).Exec(ctx)
		if err != nil {
			return fmt.Errorf("empty the user: %w", err)
		}
		if _, err := tx.UserWord.Delete().Where(userword.UserID(id)).Exec(ctx); err != nil {
			return fmt.Errorf("forget by which words the user was found: %w", err)
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: "user.purge", Actor: viewer.System, OrganizationID: u.OrganizationID, TargetID: id, Target: u.UserName,
			Changes: []schematype.Change{},
		})
	})
}
