package access

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/organization"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Accessible is a page of the organizations in which the viewer may do something now, by name. BAD_USER_INPUT for a
// permission that does not exist.
func (s *Service) Accessible(ctx context.Context, name string, args store.PageArgs) (*store.Page[*ent.Organization], error) {
	q, err := s.accessible(ctx, name)
	if err != nil {
		return nil, err
	}
	t := sql.Table(organization.Table)
	order := store.Order{Name: "name", Column: t.C(organization.FieldNameKey), IDColumn: t.C(organization.FieldID)}
	return store.Paginate(args, order,
		func(page func(*sql.Selector)) ([]*ent.Organization, error) { return q.Where(page).All(ctx) },
		func(o *ent.Organization) store.At { return store.At{Value: o.NameKey, ID: o.ID} })
}

// CountAccessible is how many there are in all pages.
func (s *Service) CountAccessible(ctx context.Context, name string) (int, error) {
	q, err := s.accessible(ctx, name)
	if err != nil {
		return 0, err
	}
	return q.Count(ctx)
}

// accessible begins at the viewer's delegations, which are few, where Reach would look at every organization.
func (s *Service) accessible(ctx context.Context, name string) (*ent.OrganizationQuery, error) {
	p, err := permission(name)
	if err != nil {
		return nil, err
	}
	v := viewer.FromContext(ctx)
	return s.store.Ent().Organization.Query().Where(func(t *sql.Selector) {
		d := sql.Table(delegation.Table).As("reach")
		customers := sql.In(t.C(organization.FieldID), sql.Select(d.C(delegation.FieldCustomerID)).From(d).Where(Through(d, s.store, v, p)))
		if Holds(v.Roles, p) || p == ReadOrganization && v.SignedIn() {
			customers = sql.Or(sql.EQ(t.C(organization.FieldID), v.OrganizationID), customers)
		}
		t.Where(customers)
	}), nil
}
