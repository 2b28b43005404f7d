package directory

import (
	"context"
	"fmt"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// WeeklyDigest tells whether a person gets the weekly digest: to themselves alone, and to Global Administrators, who are
// the ones to get it. Nil for others.
func (s *Service) WeeklyDigest(ctx context.Context, id uid.ID) (*bool, error) {
	v := viewer.FromContext(ctx)
	if id != v.UserID || !v.Roles.Has(schematype.GlobalAdministrator) {
		return nil, nil
	}
	var on bool
	if err := s.store.One(ctx, "SELECT weekly_digest FROM users WHERE id = $1", []any{id}, &on); err != nil {
		return nil, fmt.Errorf("read whether the weekly digest is wanted: %w", err)
	}
	return &on, nil
}

// SetWeeklyDigest turns the weekly digest on or off for the viewer. Everybody may, about themselves.
func (s *Service) SetWeeklyDigest(ctx context.Context, on bool) error {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return apperr.SignInFirst()
	}
	locks := append(access.Acting(v, v.OrganizationID), access.EndingSession(v.UserID))
	return s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		now, err := access.Person(ctx, tx, v)
		if err != nil {
			return err
		}
		action := "user.digest.off"
		if on {
			action = "user.digest.on"
		}
		_, err = setDigest(ctx, tx, now, on, action)
		return err
	})
}

// StopWeeklyDigest turns the weekly digest off for the person in whose mail a link stood, and tells whether it was off
// before. Whoever holds the link may, and it opens nothing else. EXPIRED for a link that is unknown or too old.
func (s *Service) StopWeeklyDigest(ctx context.Context, token string) (alreadyOff bool, err error) {
	id, err := identity.DigestReader(ctx, s.store, token)
	if err != nil {
		return false, err
	}
	ctx = viewer.NewContext(ctx, viewer.System)
	err = s.store.WithTx(ctx, []store.Lock{access.EndingSession(id)}, func(ctx context.Context, tx *store.Tx) error {
		u, err := tx.User.Query().Where(user.ID(id)).WithOrganization().Only(ctx)
		if err != nil {
			return fmt.Errorf("read whose digest it is: %w", err)
		}
		done, err := setDigest(ctx, tx, PersonOf(u.Edges.Organization, u), false, "user.digest.stop")
		alreadyOff = !done
		return err
	})
	return alreadyOff, err
}

// setDigest turns a person's digest on or off; false when it is so already, and nothing has happened.
func setDigest(ctx context.Context, tx *store.Tx, person viewer.Viewer, on bool, action string) (done bool, err error) {
	n, err := tx.User.Update().Where(user.ID(person.UserID), user.WeeklyDigest(!on)).SetWeeklyDigest(on).Save(ctx)
	if err != nil {
		return false, fmt.Errorf("turn the weekly digest on or off: %w", err)
	}
	if n == 0 {
		return false, nil
	}
	return true, audit.Record(ctx, tx, audit.Event{
		Action: action, Actor: person, OrganizationID: person.OrganizationID, TargetID: person.UserID, Target: person.UserName,
		Changes: []schematype.Change{changed("weeklyDigest", yesNo(!on), yesNo(on))},
	})
}
