package directory

import (
	"context"
	"fmt"
	"strings"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/store"
)

// AssignRoles assigns roles to users, for those who hold roles.assign: on behalf of an organization only roles that can
// do no more than theirs there.
func (s *Service) AssignRoles(ctx context.Context, ids []uid.ID, roles []schematype.Role) ([]Outcome, error) {
	set := schematype.Roles(roles...)
	return s.changeRoles(ctx, ids, set, act{
		name: "user.role.assign",
		do: func(ctx context.Context, tx *store.Tx, _ access.Grant, u *ent.User) ([]schematype.Change, error) {
			return setRoles(ctx, tx, u, u.RoleSet|set)
		},
	})
}

// RemoveRoles removes roles from users, by the same rules. LAST_GLOBAL_ADMINISTRATOR when nobody enabled would be left
// who is one.
func (s *Service) RemoveRoles(ctx context.Context, ids []uid.ID, roles []schematype.Role) ([]Outcome, error) {
	set := schematype.Roles(roles...)
	return s.changeRoles(ctx, ids, set, act{
		name: "user.role.remove", locks: administrators,
		do: func(ctx context.Context, tx *store.Tx, _ access.Grant, u *ent.User) ([]schematype.Change, error) {
			if set.Has(schematype.GlobalAdministrator) {
				if err := keepAdministrator(ctx, tx, u); err != nil {
					return nil, err
				}
			}
			return setRoles(ctx, tx, u, u.RoleSet&^set)
		},
	})
}

func (s *Service) changeRoles(ctx context.Context, ids []uid.ID, set schematype.RoleSet, a act) ([]Outcome, error) {
	if set == 0 {
		return nil, apperr.InvalidInput("roles", "Choose at least one role.")
	}
	a.permission = access.AssignRoles
	a.may = func(s access.Standing, u *ent.User, _ *store.Tx) error { return canAssign(s, u, set) }
	return s.onUsers(ctx, ids, "userIds", a)
}

func setRoles(ctx context.Context, tx *store.Tx, u *ent.User, set schematype.RoleSet) ([]schematype.Change, error) {
	if set == u.RoleSet {
		return nil, nil
	}
	if err := tx.User.Update().Where(user.ID(u.ID)).SetRoleSet(set).Exec(ctx); err != nil {
		return nil, fmt.Errorf("set the roles: %w", err)
	}
	return []schematype.Change{changed("roles", roleNames(u.RoleSet), roleNames(set))}, nil
}

func roleNames(set schematype.RoleSet) string {
	names := make([]string, 0, set.Len())
	for _, role := range set.List() {
		names = append(names, role.DisplayName())
	}
	return strings.Join(names, ", ")
}

// RolesNamed are the roles that an event names, as they are written there.
func RolesNamed(text string) schematype.RoleSet {
	var set schematype.RoleSet
	for name := range strings.SplitSeq(text, ", ") {
		for _, role := range schematype.AllRoles {
			if role.DisplayName() == name {
				set |= schematype.Roles(role)
			}
		}
	}
	return set
}
