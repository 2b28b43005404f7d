package graph

import (
	"context"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/directory"
)

// populationOf names what an organization has that roles reach.
type populationOf uid.ID

// extents tells how far roles reach into the viewer's own organization; null for no roles, and for those who are not told.
// What the organization has is counted once for an operation, not for each delegation.
func (r *Resolver) extents(ctx context.Context, organizationID uid.ID, roles schematype.RoleSet) ([]*directory.Extent, error) {
	if roles == 0 {
		return nil, nil
	}
	p, err := oncePerOperation(ctx, populationOf(organizationID), func() (*directory.Population, error) {
		return r.Directory.Population(ctx, organizationID)
	})
	return p.Extents(roles), err
}

// leastRoles reads which roles would have done for all delegations of a list at once.
func leastRoles(ctx context.Context, r *Resolver, ds []*delegation.Delegation) ([][]schematype.Role, error) {
	asked := ds
	if together := siblingsOf(ctx, ds); together != nil {
		asked = together.rows
	}
	lists, err := beside(ctx, "leastRoles", ds, func(d *delegation.Delegation) uid.ID { return d.ID },
		func([]uid.ID) (map[uid.ID]*[]schematype.Role, error) { return r.Delegations.LeastRoles(ctx, asked) })
	out := make([][]schematype.Role, len(lists))
	for i, list := range lists {
		out[i] = valueOf(list)
	}
	return out, err
}
