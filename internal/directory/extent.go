package directory

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/domain"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Extent is how many of an organization's users, or of its domains, somebody may do something to.
type Extent struct {
	Permission                        string
	Count, Total                      int
	Administrators, AllAdministrators int // those of the users who hold a role
}

// somebody is a person of a partner who holds roles in an organization and is none of its users.
func somebody(roles schematype.RoleSet) access.Standing {
	return access.Standing{UserID: "somebody", Roles: roles, OnBehalf: true}
}

// Population is what an organization has that roles reach: its users, counted by what the rules look at, and its domains.
type Population struct {
	groups  []*alikeUsers
	domains int
}

// alikeUsers are the users of an organization for whom the rules are the same but for their address.
type alikeUsers struct {
	user        ent.User
	all, mailed int
}

// Population counts what an organization has, for its own Global Administrators; nil for others.
func (s *Service) Population(ctx context.Context, organizationID uid.ID) (*Population, error) {
	v := viewer.FromContext(ctx)
	if organizationID != v.OrganizationID || !access.Holds(v.Roles, access.DeleteDelegations) {
		return nil, nil
	}
	t := sql.Dialect(s.store.Dialect()).Select().From(sql.Table(user.Table))
	t.Where(sql.And(sql.EQ(t.C(user.FieldOrganizationID), organizationID), sql.IsNull(t.C(user.FieldDeletedAt)))).
		GroupBy(t.C(user.FieldRoleSet), t.C(user.FieldProtected), t.C(user.FieldEnabled))
	groups, err := store.Read(ctx, s.store, t, []store.Column[alikeUsers]{
		{Expression: t.C(user.FieldRoleSet), Into: func(g *alikeUsers) any { return &g.user.RoleSet }},
		{Expression: t.C(user.FieldProtected), Into: func(g *alikeUsers) any { return &g.user.Protected }},
		{Expression: t.C(user.FieldEnabled), Into: func(g *alikeUsers) any { return &g.user.Enabled }},
		{Expression: "COUNT(*)", Into: func(g *alikeUsers) any { return &g.all }},
		{Expression: "COUNT(" + t.C(user.FieldEmail) + ")", Into: func(g *alikeUsers) any { return &g.mailed }},
	})
	if err != nil {
		return nil, fmt.Errorf("count the users: %w", err)
	}
	domains, err := s.store.Ent().Domain.Query().Where(domain.OrganizationID(organizationID)).Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count the domains: %w", err)
	}
	return &Population{groups, domains}, nil
}

// Extents tells how far roles reach on behalf of the organization. It asks the rules by which it is decided when something
// is done, once for users who are alike. Nil for no roles.
func (p *Population) Extents(roles schematype.RoleSet) []*Extent {
	if p == nil || roles == 0 {
		return nil
	}
	s := somebody(roles)
	out := []*Extent{
		p.extent(access.CreateUsers, func(*ent.User) bool { return s.Holds(access.CreateUsers) }),
		p.extent(access.UpdateUsers, func(u *ent.User) bool { return canUpdate(s, u) == nil }),
		p.extent(access.EnableUsers, func(u *ent.User) bool { return canSetEnabled(s, u) == nil }),
		p.extent(access.DeleteUsers, func(u *ent.User) bool { return canDelete(s, u) == nil }),
		p.extent(access.ResetPasswords, func(u *ent.User) bool { return canResetPassword(s, u) == nil }),
		p.extent(access.AssignRoles, func(u *ent.User) bool { return canAssign(s, u, 0) == nil }),
		p.extent(access.AssignLicenses, func(u *ent.User) bool { return canLicense(s, u) == nil }),
		{Permission: string(access.ManageDomains), Total: p.domains},
	}
	if s.Holds(access.ManageDomains) {
		out[len(out)-1].Count = p.domains
	}
	return out
}

// extent counts the users to whom somebody may do something.
func (p *Population) extent(permission access.Permission, may func(*ent.User) bool) *Extent {
	e := &Extent{Permission: string(permission)}
	address := ""
	for _, g := range p.groups {
		silent, mailed := g.user, g.user
		mailed.Email = &address
		n := 0
		if may(&silent) {
			n += g.all - g.mailed
		}
		if may(&mailed) {
			n += g.mailed
		}
		e.Count, e.Total = e.Count+n, e.Total+g.all
		if g.user.RoleSet != 0 {
			e.Administrators, e.AllAdministrators = e.Administrators+n, e.AllAdministrators+g.all
		}
	}
	return e
}
