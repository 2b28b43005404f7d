package directory

import (
	"context"
	"errors"
	"fmt"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
)

// UserChange is a change of a user: nil leaves a value as it is, an empty address clears it.
type UserChange struct{ DisplayName, UserName, Email *string }

// UpdateUser changes the name, the user name or the address of a user, for those who hold users.update; the address for
// the organization's own alone. NOT_FOUND, FORBIDDEN, INVALID for a value that is not possible, CONFLICT for a user name
// that is taken and for a user who was deleted.
func (s *Service) UpdateUser(ctx context.Context, id uid.ID, c UserChange) error {
	_, err := s.onUser(ctx, id, act{
		name: "user.update", permission: access.UpdateUsers,
		locks: func(organizationID uid.ID) []store.Lock { return []store.Lock{userNames(organizationID)} },
		may: func(s access.Standing, u *ent.User, _ *store.Tx) error {
			if c.Email != nil {
				if email, err := mailbox(*c.Email); err != nil || valueOf(email) != valueOf(u.Email) {
					return canChangeEmail(s, u)
				}
			}
			return canUpdate(s, u)
		},
		do: func(ctx context.Context, tx *store.Tx, _ access.Grant, u *ent.User) ([]schematype.Change, error) {
			return c.apply(ctx, tx, u)
		},
	})
	return err
}

func (c UserChange) apply(ctx context.Context, tx *store.Tx, u *ent.User) ([]schematype.Change, error) {
	now := *u
	var faults []error
	check := func(err error) { faults = append(faults, err) }
	if c.DisplayName != nil {
		var err error
		now.DisplayName, err = personName(*c.DisplayName)
		check(err)
	}
	if c.UserName != nil {
		hosts, err := verified(ctx, tx, u.OrganizationID)
		if err != nil {
			return nil, err
		}
		now.UserName, err = userNameIn(hosts, *c.UserName)
		check(err)
	}
	if c.Email != nil {
		var err error
		now.Email, err = mailbox(*c.Email)
		check(err)
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	var changes []schematype.Change
	for _, each := range []struct{ field, before, after string }{
		{"displayName", u.DisplayName, now.DisplayName},
		{"userName", u.UserName, now.UserName},
		{"email", valueOf(u.Email), valueOf(now.Email)},
	} {
		if each.before != each.after {
			changes = append(changes, changed(each.field, each.before, each.after))
		}
	}
	if changes == nil {
		return nil, nil
	}
	if now.UserName != u.UserName {
		other, err := tx.User.Query().Where(user.UserName(now.UserName)).Exist(ctx)
		if err != nil {
			return nil, fmt.Errorf("look for the user name: %w", err)
		}
		if other {
			return nil, taken(now.UserName)
		}
	}
	update := tx.User.Update().Where(user.ID(u.ID)).SetDisplayName(now.DisplayName).SetNameKey(NameKey(now.DisplayName)).SetUserName(now.UserName)
	if now.Email == nil {
		update.ClearEmail()
	} else {
		update.SetEmail(*now.Email)
	}
	if err := update.Exec(ctx); err != nil {
		return nil, fmt.Errorf("change the user: %w", err)
	}
	if valueOf(now.Email) != valueOf(u.Email) {
		// A link that went to the old address is not for whoever reads there now.
		if err := identity.EndSignInLinks(ctx, tx, u.ID); err != nil {
			return nil, err
		}
	}
	return changes, Index(ctx, tx, &now)
}
