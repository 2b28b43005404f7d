package directory

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/group"
	"delegatedadmin.example/ent/groupmember"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Group returns a group that the viewer sees, or NOT_FOUND: people of its partner with any role there see it.
func (s *Service) Group(ctx context.Context, id uid.ID) (*ent.Group, error) {
	g, err := s.groups(ctx, "").Where(group.ID(id)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, apperr.Unseen("group")
	}
	return g, err
}

// Groups is a page of the groups of the viewer's partner, by name: those with search in it. Empty for those who see none.
func (s *Service) Groups(ctx context.Context, search string, args store.PageArgs) (*store.Page[*ent.Group], error) {
	t := sql.Table(group.Table)
	order := store.Order{Name: "name", Column: t.C(group.FieldNameKey), IDColumn: t.C(group.FieldID)}
	return store.Paginate(args, order,
		func(page func(*sql.Selector)) ([]*ent.Group, error) {
			return s.groups(ctx, search).Where(page).All(ctx)
		},
		func(g *ent.Group) store.At { return store.At{Value: g.NameKey, ID: g.ID} })
}

// CountGroups is how many there are in all pages.
func (s *Service) CountGroups(ctx context.Context, search string) (int, error) {
	return s.groups(ctx, search).Count(ctx)
}

func (s *Service) groups(ctx context.Context, search string) *ent.GroupQuery {
	v := viewer.FromContext(ctx)
	q := s.store.Ent().Group.Query().Where(group.OrganizationID(v.OrganizationID))
	if !CanReadGroups(v) {
		q.Where(func(t *sql.Selector) { t.Where(sql.False()) })
	}
	if key := NameKey(search); key != "" {
		q.Where(group.NameKeyContains(key))
	}
	return q
}

// GroupMembers is a page of the people in a group that the viewer sees, by user name.
func (s *Service) GroupMembers(ctx context.Context, groupID uid.ID, args store.PageArgs) (*store.Page[*ent.GroupMember], error) {
	u := sql.Table(user.Table).As("person")
	order := store.Order{Name: "userName", Column: u.C(user.FieldUserName), IDColumn: sql.Table(groupmember.Table).C(groupmember.FieldID)}
	return store.Paginate(args, order,
		func(page func(*sql.Selector)) ([]*ent.GroupMember, error) {
			return s.groupMembers(groupID).Where(func(t *sql.Selector) {
				t.Join(u).On(t.C(groupmember.FieldUserID), u.C(user.FieldID))
				page(t)
			}).WithUser().All(ctx)
		},
		func(m *ent.GroupMember) store.At { return store.At{Value: m.Edges.User.UserName, ID: m.ID} })
}

// CountGroupMembers is how many there are in all pages.
func (s *Service) CountGroupMembers(ctx context.Context, groupID uid.ID) (int, error) {
	return s.groupMembers(groupID).Count(ctx)
}

func (s *Service) groupMembers(groupID uid.ID) *ent.GroupMemberQuery {
	return s.store.Ent().GroupMember.Query().Where(groupmember.GroupID(groupID), groupmember.HasUserWith(user.DeletedAtIsNil()))
}

// ManageGroup reads a group in a transaction for somebody who changes it, its people or what it holds: NOT_FOUND or
// FORBIDDEN for those who may not. now is the person as access.Person has read them.
func ManageGroup(ctx context.Context, tx *store.Tx, now viewer.Viewer, id uid.ID) (*ent.Group, error) {
	g, err := tx.Group.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, apperr.Unseen("group")
	}
	if err != nil {
		return nil, fmt.Errorf("load the group: %w", err)
	}
	return g, canManageGroup(now, g)
}
