package delegation

import (
	"context"
	"time"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/viewer"
)

// lookBack is how far back it is looked which roles would have done.
const lookBack = 90 * 24 * time.Hour

// RolesNow are the granted roles while the delegation lives, and none after that.
func (d *Delegation) RolesNow() schematype.RoleSet {
	if !live(d.Status) {
		return 0
	}
	return d.RoleSet
}

// RolesToGrant are those of some roles, or of all, that the viewer would grant by accepting; none when they can't.
func (o *Offer) RolesToGrant(some []schematype.Role) schematype.RoleSet {
	switch {
	case !o.ViewerCanAccept:
		return 0
	case some == nil:
		return o.RoleSet
	}
	return o.RoleSet & schematype.Roles(some...)
}

// LeastRoles are the roles that would have done for what was done under each of these delegations in the last 90 days. It
// leaves out those of which the viewer is not told, and those of which it can't be told.
func (s *Service) LeastRoles(ctx context.Context, ds []*Delegation) (map[uid.ID]*[]schematype.Role, error) {
	var ids []uid.ID
	for _, d := range ds {
		if isTold(viewer.FromContext(ctx), d.Delegation) {
			ids = append(ids, d.ID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	now, err := s.store.Now(ctx)
	if err != nil {
		return nil, err
	}
	least, err := directory.LeastRoles(ctx, s.store, ids, now.Add(-lookBack))
	out := make(map[uid.ID]*[]schematype.Role, len(least))
	for id, roles := range least {
		list := roles.List()
		out[id] = &list
	}
	return out, err
}
