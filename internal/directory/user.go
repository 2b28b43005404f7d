package directory

import (
	"context"
	"fmt"
	"slices"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// most is how many things one request may act on.
const most = 100

// act is something that is done to one user.
type act struct {
	name       string // for the audit log
	permission access.Permission
	// locks are what it holds beside those of every act, for an organization.
	locks func(organizationID uid.ID) []store.Lock
	// may decides, by policy.
	may func(s access.Standing, u *ent.User, tx *store.Tx) error
	// do changes the user and tells what changed. It returns nil when all is so already: then nothing has happened.
	do func(ctx context.Context, tx *store.Tx, by access.Grant, u *ent.User) ([]schematype.Change, error)
}

// Outcome is how it went with one of several users or domains.
type Outcome struct {
	ID  uid.ID
	Err error // a fault for the caller to mend, or FORBIDDEN or NOT_FOUND; nil when it was done or is so already
}

// onUser does a to one user, in one transaction. NOT_FOUND for a user who is not seen, FORBIDDEN for who may not; what
// else may be refused is for a to say. held tells whether the viewer holds the permission there at all.
func (s *Service) onUser(ctx context.Context, id uid.ID, a act) (held bool, err error) {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return false, apperr.SignInFirst()
	}
	refusal := audit.Event{Action: a.name, Actor: v, OrganizationID: v.OrganizationID, TargetID: id}
	// A user never changes the organization, so it may be read before the locks are taken.
	target, err := s.store.Ent().User.Get(ctx, id)
	if ent.IsNotFound(err) {
		return false, access.Refused(ctx, s.store, apperr.Unseen("user"), refusal)
	}
	if err != nil {
		return false, fmt.Errorf("find the user: %w", err)
	}
	refusal.OrganizationID = target.OrganizationID
	locks := append(access.Acting(v, target.OrganizationID), access.EndingSession(id))
	if a.locks != nil {
		locks = append(locks, a.locks(target.OrganizationID)...)
	}
	var grant access.Grant
	err = s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) (err error) {
		held = false
		grant, err = access.Decide(ctx, tx, v, target.OrganizationID, a.permission)
		if apperr.CodeOf(err) == apperr.NotFound || err != nil && grant.Viewer.SignedIn() && !sees(grant.Standing(), target) {
			return apperr.Unseen("user")
		}
		if err != nil {
			return err
		}
		tx.Pause(ctx, "authorized")
		u, err := tx.User.Get(ctx, id)
		if err != nil {
			return fmt.Errorf("load the user: %w", err)
		}
		if u.PurgedAt != nil {
			return apperr.Unseen("user")
		}
		held = true
		refusal.Target = u.UserName
		if err := a.may(grant.Standing(), u, tx); err != nil {
			return err
		}
		changes, err := a.do(ctx, tx, grant, u)
		if err != nil || changes == nil {
			return err
		}
		return done(ctx, tx, grant, a.name, u, changes)
	})
	refusal.DelegationID = grant.DelegationID
	return held, access.Refused(ctx, s.store, err, refusal)
}

// sees tells whether somebody of an organization sees a user of it.
func sees(s access.Standing, u *ent.User) bool {
	return u.PurgedAt == nil && (u.ID == s.UserID || s.Holds(access.ReadUsers))
}

// done notes what was done to a user.
func done(ctx context.Context, tx *store.Tx, by access.Grant, action string, u *ent.User, changes []schematype.Change) error {
	if err := by.Used(ctx, tx, u.OrganizationID); err != nil {
		return err
	}
	return audit.Record(ctx, tx, audit.Event{
		Action: action, Actor: by.Viewer, OrganizationID: u.OrganizationID, DelegationID: by.DelegationID, Role: by.Role,
		TargetID: u.ID, Target: u.UserName, Mentions: subscriptionsIn(changes), Changes: changes,
	})
}

// onUsers does a to several users, each in a transaction of its own, and tells how it went with each, in the order
// asked. The error is for the whole request: nobody who is signed in, or none of the users is one on whom the viewer
// holds the permission.
func (s *Service) onUsers(ctx context.Context, ids []uid.ID, field string, a act) ([]Outcome, error) {
	return oneByOne(ids, field, "users", func(id uid.ID) (held bool, err error) { return s.onUser(ctx, id, a) })
}

// oneByOne does something to several things, called what, and tells how it went with each.
func oneByOne(ids []uid.ID, field, what string, do func(id uid.ID) (held bool, err error)) ([]Outcome, error) {
	if len(ids) == 0 || len(ids) > most {
		return nil, apperr.InvalidInput(field, "Choose 1 to %d %s.", most, what)
	}
	out := make([]Outcome, len(ids))
	refused := true
	for i, id := range ids {
		out[i].ID = id
		if before := slices.Index(ids[:i], id); before >= 0 {
			out[i].Err = out[before].Err
			continue
		}
		held, err := do(id)
		if err != nil && !forOne(err) {
			return nil, err
		}
		out[i].Err = err
		refused = refused && !held
	}
	if refused {
		return nil, out[0].Err
	}
	return out, nil
}

// forOne tells whether an error is about one of several things: the others may be done all the same.
func forOne(err error) bool {
	switch apperr.CodeOf(err) {
	case apperr.Unauthenticated, apperr.Internal:
		return false
	}
	return true
}

func changed(field, before, after string) schematype.Change {
	return schematype.Change{Field: field, Before: &before, After: &after}
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}
