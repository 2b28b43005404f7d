package directory

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
)

// SetUsersEnabled disables or enables users, for those who hold users.enable. Who is disabled is signed out everywhere.
// LAST_GLOBAL_ADMINISTRATOR when nobody enabled would be left who is one.
func (s *Service) SetUsersEnabled(ctx context.Context, ids []uid.ID, enabled bool) ([]Outcome, error) {
	a := act{
		name: "user.enable", permission: access.EnableUsers, locks: administrators,
		may: func(s access.Standing, u *ent.User, _ *store.Tx) error { return canSetEnabled(s, u) },
		do: func(ctx context.Context, tx *store.Tx, _ access.Grant, u *ent.User) ([]schematype.Change, error) {
			if u.Enabled == enabled {
				return nil, nil
			}
			if !enabled {
				if err := putOut(ctx, tx, u); err != nil {
					return nil, err
				}
			}
			if err := tx.User.Update().Where(user.ID(u.ID)).SetEnabled(enabled).Exec(ctx); err != nil {
				return nil, fmt.Errorf("disable or enable the user: %w", err)
			}
			return []schematype.Change{changed("enabled", yesNo(u.Enabled), yesNo(enabled))}, nil
		},
	}
	if !enabled {
		a.name = "user.disable"
	}
	return s.onUsers(ctx, ids, "ids", a)
}

// DeleteUsers deletes users, for those who hold users.delete. They are signed out everywhere, their licenses come back to
// the organization, and they can be restored for 30 days. LAST_GLOBAL_ADMINISTRATOR as for SetUsersEnabled.
func (s *Service) DeleteUsers(ctx context.Context, ids []uid.ID) ([]Outcome, error) {
	return s.onUsers(ctx, ids, "ids", act{
		name: "user.delete", permission: access.DeleteUsers, locks: administrators,
		may: func(s access.Standing, u *ent.User, _ *store.Tx) error { return canDelete(s, u) },
		do: func(ctx context.Context, tx *store.Tx, _ access.Grant, u *ent.User) ([]schematype.Change, error) {
			if u.DeletedAt != nil {
				return nil, nil
			}
			if err := putOut(ctx, tx, u); err != nil {
				return nil, err
			}
			licenses, err := takeLicenses(ctx, tx, u)
			if err != nil {
				return nil, err
			}
			err = tx.User.Update().Where(user.ID(u.ID)).SetDeletedAt(tx.Now).SetRestoreEnabled(u.Enabled).SetEnabled(false).Exec(ctx)
			if err != nil {
				return nil, fmt.Errorf("delete the user: %w", err)
			}
			return append([]schematype.Change{changed("deleted", "no", "yes")}, licenses...), nil
		},
	})
}

// RestoreUsers restores deleted users as they were, for those who hold users.delete. EXPIRED after 30 days.
func (s *Service) RestoreUsers(ctx context.Context, ids []uid.ID) ([]Outcome, error) {
	return s.onUsers(ctx, ids, "ids", act{
		name: "user.restore", permission: access.DeleteUsers,
		may: func(s access.Standing, u *ent.User, tx *store.Tx) error { return canRestore(s, u, tx.Now) },
		do: func(ctx context.Context, tx *store.Tx, _ access.Grant, u *ent.User) ([]schematype.Change, error) {
			if u.DeletedAt == nil {
				return nil, nil
			}
			err := tx.User.Update().Where(user.ID(u.ID)).ClearDeletedAt().SetEnabled(u.RestoreEnabled).SetRestoreEnabled(false).Exec(ctx)
			if err != nil {
				return nil, fmt.Errorf("restore the user: %w", err)
			}
			return []schematype.Change{changed("deleted", "yes", "no")}, nil
		},
	})
}

// SetUsersProtected protects users from every delegated admin or ends that, for those who hold users.protect.
func (s *Service) SetUsersProtected(ctx context.Context, ids []uid.ID, protected bool) ([]Outcome, error) {
	a := act{
		name: "user.protect", permission: access.ProtectUsers,
		may: func(s access.Standing, u *ent.User, _ *store.Tx) error { return canProtect(s, u) },
		do: func(ctx context.Context, tx *store.Tx, _ access.Grant, u *ent.User) ([]schematype.Change, error) {
			if u.Protected == protected {
				return nil, nil
			}
			if err := tx.User.Update().Where(user.ID(u.ID)).SetProtected(protected).Exec(ctx); err != nil {
				return nil, fmt.Errorf("protect the user: %w", err)
			}
			return []schematype.Change{changed("protected", yesNo(u.Protected), yesNo(protected))}, nil
		},
	}
	if !protected {
		a.name = "user.unprotect"
	}
	return s.onUsers(ctx, ids, "ids", a)
}

func administrators(organizationID uid.ID) []store.Lock {
	return []store.Lock{access.Administrators(organizationID)}
}

// putOut keeps a user from signing in and ends what they have open, before they are disabled or deleted.
func putOut(ctx context.Context, tx *store.Tx, u *ent.User) error {
	if err := keepAdministrator(ctx, tx, u); err != nil {
		return err
	}
	return identity.EndSessions(ctx, tx, u.ID)
}

// keepAdministrator refuses what would leave the organization of u without an enabled Global Administrator. The
// transaction holds the lock of access.Administrators.
func keepAdministrator(ctx context.Context, tx *store.Tx, u *ent.User) error {
	if !u.Enabled || !u.RoleSet.Has(schematype.GlobalAdministrator) {
		return nil
	}
	another, err := tx.User.Query().Where(
		user.OrganizationID(u.OrganizationID), user.IDNEQ(u.ID), user.Enabled(true), holdsRole(schematype.GlobalAdministrator),
	).Exist(ctx)
	if err != nil {
		return fmt.Errorf("look for another Global Administrator: %w", err)
	}
	if !another {
		return apperr.New(apperr.LastGlobalAdministrator, "%s is the only Global Administrator who can sign in. Make somebody else one first.", u.DisplayName)
	}
	return nil
}

// holdsRole holds for users with that role.
func holdsRole(role schematype.Role) func(*sql.Selector) {
	return func(t *sql.Selector) { t.Where(withRole(t.C(user.FieldRoleSet), role)) }
}

// withRole holds where that role is in the set of column. Those with any are few and have an index of their own.
func withRole(column string, role schematype.Role) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.Ident(column).WriteString(" <> 0 AND ").Ident(column).WriteString(fmt.Sprintf(" & %d <> 0", schematype.Roles(role)))
	})
}
