package delegation

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/domain"
	"delegatedadmin.example/ent/license"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/subscription"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// What a partner leaves behind is what its people made in the customer's organization under a delegation and what still
// stands. Users, domains and licenses name the partner themselves: between it and the customer there is one delegation at
// a time, so their moment tells under which they were made. Of roles and passwords the audit log knows who was last.

// UsersLeftBehind is a page of the users who were created under d and not deleted since, latest first. It is nil for those
// who are not told, as all that follows here.
func (s *Service) UsersLeftBehind(ctx context.Context, d *Delegation, args store.PageArgs) (*store.Page[*ent.User], error) {
	t := sql.Table(user.Table)
	order := store.Order{Name: "created", Column: t.C(user.FieldCreatedAt), IDColumn: t.C(user.FieldID), Time: true, Desc: true}
	return leftBehind(ctx, d, args, order, s.usersLeftBehind(ctx, d), func(u *ent.User) store.At { return store.At{Value: u.CreatedAt, ID: u.ID} })
}

// CountUsersLeftBehind is how many there are in all pages.
func (s *Service) CountUsersLeftBehind(ctx context.Context, d *Delegation) (int, error) {
	return s.usersLeftBehind(ctx, d).Count(ctx)
}

func (s *Service) usersLeftBehind(ctx context.Context, d *Delegation) *ent.UserQuery {
	return s.usersOf(ctx, d).Where(user.CreatedByID(d.PartnerID), while(d, user.FieldCreatedAt))
}

// PasswordsLeftBehind is a page of the users whose password was reset under d, last of all, and who have chosen none since:
// the link that they got works no more than the delegation. By name.
func (s *Service) PasswordsLeftBehind(ctx context.Context, d *Delegation, args store.PageArgs) (*store.Page[*ent.User], error) {
	return leftBehind(ctx, d, args, byName, s.passwordsLeftBehind(ctx, d), atName)
}

// CountPasswordsLeftBehind is how many there are in all pages.
func (s *Service) CountPasswordsLeftBehind(ctx context.Context, d *Delegation) (int, error) {
	return s.passwordsLeftBehind(ctx, d).Count(ctx)
}

func (s *Service) passwordsLeftBehind(ctx context.Context, d *Delegation) *ent.UserQuery {
	return s.usersOf(ctx, d).Where(user.PasswordHash(""), func(t *sql.Selector) {
		e := sql.Table(auditevent.Table).As("last_reset")
		last := sql.Select(e.C(auditevent.FieldDelegationID)).From(e).Where(sql.And(
			sql.EQ(e.C(auditevent.FieldOrganizationID), d.CustomerID), sql.ColumnsEQ(e.C(auditevent.FieldTargetID), t.C(user.FieldID)), done(e, "user.password.reset", "user.password.code"),
		)).OrderBy(sql.Desc(e.C(auditevent.FieldAt)), sql.Desc(e.C(auditevent.FieldID))).Limit(1)
		t.Where(sql.In(t.C(user.FieldID), targets(d, "user.password.reset"))).
			Where(sql.P(func(b *sql.Builder) { b.Wrap(func(b *sql.Builder) { b.Join(last) }).WriteString(" = ").Arg(d.ID) }))
	})
}

// RolesLeftBehind is a page of the users who hold roles that they were given under d, last of all, with these roles. By
// name.
func (s *Service) RolesLeftBehind(ctx context.Context, d *Delegation, args store.PageArgs) (*store.Page[*ent.User], map[uid.ID]schematype.RoleSet, error) {
	if !isTold(viewer.FromContext(ctx), d.Delegation) {
		return nil, nil, nil
	}
	roles, err := s.rolesLeftBehind(ctx, d)
	if err != nil {
		return nil, nil, err
	}
	page, err := leftBehind(ctx, d, args, byName, s.usersOf(ctx, d).Where(user.IDIn(slices.Collect(maps.Keys(roles))...)), atName)
	return page, roles, err
}

// rolesLeftBehind are the roles left behind of each user. Who holds roles are few, so it looks at what each of them was
// given since they are there.
func (s *Service) rolesLeftBehind(ctx context.Context, d *Delegation) (map[uid.ID]schematype.RoleSet, error) {
	const create, assign = "user.create", "user.role.assign"
	holders, err := s.usersOf(ctx, d).Where(func(t *sql.Selector) {
		t.Where(sql.P(func(b *sql.Builder) { b.Ident(t.C(user.FieldRoleSet)).WriteString(" <> 0") })).
			Where(sql.In(t.C(user.FieldID), targets(d, create, assign)))
	}).All(ctx)
	if err != nil || len(holders) == 0 {
		return nil, err
	}
	ids := make([]uid.ID, len(holders))
	for i, u := range holders {
		ids[i] = u.ID
	}
	events, err := s.store.Ent().AuditEvent.Query().Where(auditevent.OrganizationID(d.CustomerID), auditevent.TargetIDIn(ids...), func(t *sql.Selector) {
		t.Where(done(sql.Table(auditevent.Table), create, assign))
	}).Order(auditevent.BySequence()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read who was given which roles: %w", err)
	}
	given := make(map[uid.ID]schematype.RoleSet, len(holders)) // under d, and by nobody after that
	for _, e := range events {
		for _, change := range e.Changes {
			if change.Field != "roles" {
				continue
			}
			added := directory.RolesNamed(text(change.After)) &^ directory.RolesNamed(text(change.Before))
			if e.DelegationID == d.ID {
				given[e.TargetID] |= added
			} else {
				given[e.TargetID] &^= added
			}
		}
	}
	for _, u := range holders {
		if given[u.ID] &= u.RoleSet; given[u.ID] == 0 {
			delete(given, u.ID)
		}
	}
	return given, nil
}

// DomainsLeftBehind is a page of the domains that were added under d and are there, by name.
func (s *Service) DomainsLeftBehind(ctx context.Context, d *Delegation, args store.PageArgs) (*store.Page[*ent.Domain], error) {
	t := sql.Table(domain.Table)
	order := store.Order{Name: "name", Column: t.C(domain.FieldName), IDColumn: t.C(domain.FieldID)}
	return leftBehind(ctx, d, args, order, s.domainsLeftBehind(ctx, d), func(d *ent.Domain) store.At { return store.At{Value: d.Name, ID: d.ID} })
}

// CountDomainsLeftBehind is how many there are in all pages.
func (s *Service) CountDomainsLeftBehind(ctx context.Context, d *Delegation) (int, error) {
	return s.domainsLeftBehind(ctx, d).Count(ctx)
}

func (s *Service) domainsLeftBehind(ctx context.Context, d *Delegation) *ent.DomainQuery {
	return s.store.Ent().Domain.Query().Where(domain.OrganizationID(d.CustomerID), s.ownAdministrators(ctx, domain.FieldOrganizationID),
		domain.AddedByID(d.PartnerID), while(d, domain.FieldCreatedAt))
}

// LicensesLeftBehind is a page of the licenses that were assigned under d and are held, latest first.
func (s *Service) LicensesLeftBehind(ctx context.Context, d *Delegation, args store.PageArgs) (*store.Page[*ent.License], error) {
	t := sql.Table(license.Table)
	order := store.Order{Name: "assigned", Column: t.C(license.FieldAssignedAt), IDColumn: t.C(license.FieldID), Time: true, Desc: true}
	return leftBehind(ctx, d, args, order, s.licensesLeftBehind(ctx, d).WithProduct(),
		func(l *ent.License) store.At { return store.At{Value: l.AssignedAt, ID: l.ID} })
}

// CountLicensesLeftBehind is how many there are in all pages.
func (s *Service) CountLicensesLeftBehind(ctx context.Context, d *Delegation) (int, error) {
	return s.licensesLeftBehind(ctx, d).Count(ctx)
}

func (s *Service) licensesLeftBehind(ctx context.Context, d *Delegation) *ent.LicenseQuery {
	return s.store.Ent().License.Query().Where(license.OrganizationID(d.CustomerID), s.ownAdministrators(ctx, license.FieldOrganizationID),
		license.AssignedByID(d.PartnerID), while(d, license.FieldAssignedAt), func(t *sql.Selector) {
			of := sql.Table(subscription.Table)
			t.Where(sql.In(t.C(license.FieldSubscriptionID), sql.Select(of.C(subscription.FieldID)).From(of).Where(sql.EQ(of.C(subscription.FieldOrganizationID), d.CustomerID))))
		})
}

// usersOf are the customer's users who were not deleted.
func (s *Service) usersOf(ctx context.Context, d *Delegation) *ent.UserQuery {
	return s.store.Ent().User.Query().Where(user.OrganizationID(d.CustomerID), user.DeletedAtIsNil(), s.ownAdministrators(ctx, user.FieldOrganizationID))
}

// ownAdministrators keeps to rows of an organization of which the viewer is a Global Administrator.
func (s *Service) ownAdministrators(ctx context.Context, column string) func(*sql.Selector) {
	v := viewer.FromContext(ctx)
	return func(t *sql.Selector) { t.Where(access.Reach(s.store, v, access.DeleteDelegations, t.C(column))) }
}

// while keeps to rows whose moment lies in the life of d.
func while(d *Delegation, column string) func(*sql.Selector) {
	return func(t *sql.Selector) {
		t.Where(sql.GTE(t.C(column), d.ActivatedAt))
		if d.TerminatedAt != nil {
			t.Where(sql.LTE(t.C(column), *d.TerminatedAt))
		}
	}
}

// targets are on what the actions were done under d.
func targets(d *Delegation, actions ...string) *sql.Selector {
	e := sql.Table(auditevent.Table).As("under")
	return sql.Select(e.C(auditevent.FieldTargetID)).From(e).Where(sql.And(sql.EQ(e.C(auditevent.FieldDelegationID), d.ID), done(e, actions...)))
}

// done holds for the events at e of actions that were done.
func done(e *sql.SelectTable, actions ...string) *sql.Predicate {
	return sql.And(sql.In(e.C(auditevent.FieldAction), anys(actions)...), sql.EQ(e.C(auditevent.FieldResult), schematype.AuditDone))
}

var byName = store.Order{Name: "name", Column: sql.Table(user.Table).C(user.FieldNameKey), IDColumn: sql.Table(user.Table).C(user.FieldID)}

func atName(u *ent.User) store.At { return store.At{Value: u.NameKey, ID: u.ID} }

// listed is a query of which a page can be read.
type listed[T, P, Q any] interface {
	Where(...P) Q
	All(ctx context.Context) ([]T, error)
}

// leftBehind reads a page for those who are told.
func leftBehind[T any, P ~func(*sql.Selector), Q listed[T, P, Q]](ctx context.Context, d *Delegation, args store.PageArgs, order store.Order, q Q, at func(T) store.At) (*store.Page[T], error) {
	if !isTold(viewer.FromContext(ctx), d.Delegation) {
		return nil, nil
	}
	return store.Paginate(args, order, func(page func(*sql.Selector)) ([]T, error) { return q.Where(P(page)).All(ctx) }, at)
}
