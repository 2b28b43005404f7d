package delegation

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/accessassignment"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/group"
	"delegatedadmin.example/ent/groupmember"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Assignment is an access assignment as one viewer sees it.
type Assignment struct {
	*ent.AccessAssignment
	Group       *ent.Group // nil when the viewer may not see it
	GroupName   string
	MemberCount int
}

// Assignment returns an access assignment whose delegation the viewer sees, or NOT_FOUND.
func (s *Service) Assignment(ctx context.Context, id uid.ID) (*Assignment, error) {
	found, err := s.assignments(ctx, s.assigned(ctx).Where(accessassignment.ID(id)))
	if err == nil && len(found) == 0 {
		err = apperr.Unseen("access assignment")
	}
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// AssignmentOf returns what a group holds under a delegation that the viewer sees; nil when that is nothing.
func (s *Service) AssignmentOf(ctx context.Context, delegationID, groupID uid.ID) (*Assignment, error) {
	found, err := s.assignments(ctx, s.assigned(ctx).Where(accessassignment.DelegationID(delegationID), accessassignment.GroupID(groupID)))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// AssignmentsUnder returns what the partner's groups hold under these delegations, as far as the viewer sees them, by the
// name of the group, in one statement and one for how many people that is.
func (s *Service) AssignmentsUnder(ctx context.Context, delegationIDs []uid.ID) (map[uid.ID][]*Assignment, error) {
	found, err := s.assignments(ctx, s.assigned(ctx).Where(accessassignment.DelegationIDIn(delegationIDs...)).
		Order(accessassignment.ByGroupField(group.FieldNameKey)))
	if err != nil {
		return nil, err
	}
	out := map[uid.ID][]*Assignment{}
	for _, a := range found {
		out[a.DelegationID] = append(out[a.DelegationID], a)
	}
	return out, nil
}

// AssignmentsOf is a page of what a group holds at customers now, newest first, as far as the viewer sees the delegations.
func (s *Service) AssignmentsOf(ctx context.Context, groupID uid.ID, args store.PageArgs) (*store.Page[*Assignment], error) {
	t := sql.Table(accessassignment.Table)
	order := store.Order{Name: "assigned", Column: t.C(accessassignment.FieldCreatedAt), IDColumn: t.C(accessassignment.FieldID), Time: true, Desc: true}
	return store.Paginate(args, order,
		func(page func(*sql.Selector)) ([]*Assignment, error) {
			return s.assignments(ctx, s.assigned(ctx).Where(accessassignment.GroupID(groupID), page))
		},
		func(a *Assignment) store.At { return store.At{Value: a.CreatedAt, ID: a.ID} })
}

// CountAssignmentsOf is how many there are in all pages.
func (s *Service) CountAssignmentsOf(ctx context.Context, groupID uid.ID) (int, error) {
	return s.assigned(ctx).Where(accessassignment.GroupID(groupID)).Count(ctx)
}

// assigned are the access assignments whose delegations the viewer sees, from either side.
func (s *Service) assigned(ctx context.Context) *ent.AccessAssignmentQuery {
	v := viewer.FromContext(ctx)
	return s.store.Ent().AccessAssignment.Query().Where(func(t *sql.Selector) {
		d := sql.Table(delegation.Table).As("seen")
		sides := []*sql.Predicate{access.Seen(d, s.store, v)}
		if access.Holds(v.Roles, access.ReadDelegations) {
			sides = append(sides, sql.EQ(d.C(delegation.FieldCustomerID), v.OrganizationID))
		}
		t.Where(sql.Exists(sql.Select(d.C(delegation.FieldID)).From(d).Where(sql.And(
			sql.ColumnsEQ(d.C(delegation.FieldID), t.C(accessassignment.FieldDelegationID)), sql.Or(sides...),
		))))
	})
}

// assignments reads what q asks for, with the groups and how many people are in them.
func (s *Service) assignments(ctx context.Context, q *ent.AccessAssignmentQuery) ([]*Assignment, error) {
	v := viewer.FromContext(ctx)
	rows, err := q.WithGroup().All(ctx)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	out, ids := make([]*Assignment, len(rows)), make([]uid.ID, len(rows))
	for i, row := range rows {
		g := row.Edges.Group
		out[i], ids[i] = &Assignment{AccessAssignment: row, GroupName: g.Name}, g.ID
		if directory.CanReadGroups(v) && g.OrganizationID == v.OrganizationID {
			out[i].Group = g
		}
	}
	var counts []struct {
		GroupID uid.ID `json:"group_id"`
		Count   int
	}
	err = s.store.Ent().GroupMember.Query().Where(groupmember.GroupIDIn(ids...)).
		GroupBy(groupmember.FieldGroupID).Aggregate(ent.Count()).Scan(ctx, &counts)
	if err != nil {
		return nil, fmt.Errorf("count the people of the groups: %w", err)
	}
	for _, a := range out {
		for _, c := range counts {
			if c.GroupID == a.GroupID {
				a.MemberCount = c.Count
			}
		}
	}
	return out, nil
}

// ViewerRoles tells which roles the viewer holds now under each of these delegations.
func (s *Service) ViewerRoles(ctx context.Context, delegationIDs []uid.ID) (map[uid.ID]schematype.RoleSet, error) {
	return access.HeldUnder(ctx, s.store, viewer.FromContext(ctx), delegationIDs)
}
