package proof

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// as is the context of a request of somebody, as it comes through the door.
func (p *play) as(u *modelUser) context.Context {
	v, err := p.Identity.Again(system, viewer.Viewer{SessionID: u.session})
	if apperr.CodeOf(err) == apperr.Unauthenticated {
		v, err = viewer.Anonymous, nil
	}
	check(err)
	return viewer.NewContext(context.Background(), v)
}

// look is what somebody sees of an organization and in it, and of what their partner administers.
func (p *play) look(u *modelUser, o *modelOrganization) string {
	ctx, all := p.as(u), store.PageArgs{First: new(100)}
	if p.fault != nil && p.fault.eyes != nil {
		ctx = p.fault.eyes(ctx, p, u, o)
	}
	_, err := p.Directory.Organization(ctx, o.id)
	out := []string{listed("it", nil, err)}
	users, err := p.Directory.UsersOf(ctx, o.id, directory.UserQuery{Page: all})
	out = append(out, listed("users", names(users, err, func(u *ent.User) string { return u.UserName }), err))
	domains, err := p.Directory.Domains(ctx, o.id, directory.DomainFilter{}, all)
	out = append(out, listed("domains", names(domains, err, func(d *ent.Domain) string { return d.Name }), err))
	subscriptions, err := p.Directory.Subscriptions(ctx, o.id, directory.SubscriptionFilter{}, all)
	out = append(out, listed("subscriptions", names(subscriptions, err, func(s *ent.Subscription) string { return string(s.ID) }), err))
	admins, err := p.Delegations.DelegatedAdmins(ctx, o.id, delegation.Query{Page: all})
	out = append(out, listed("delegated admins", names(admins, err, func(d *delegation.Delegation) string { return string(d.ID) }), err))
	customers, err := p.Delegations.Customers(ctx, delegation.Query{Page: all})
	out = append(out, listed("customers", names(customers, err, func(d *delegation.Delegation) string { return string(d.ID) }), err))
	var checks []access.Check
	for _, permission := range everyPermission {
		checks = append(checks, access.Check{UserID: u.id, OrganizationID: o.id, Permission: permission})
	}
	decisions, err := access.New(p.Store).Check(ctx, checks)
	var may []string
	for i, d := range decisions {
		if d.Allowed {
			may = append(may, everyPermission[i])
		}
	}
	return strings.Join(append(out, listed("may", may, err)), "\n")
}

// sight is what they should see.
func (m *modelWorld) sight(u *modelUser, o *modelOrganization) string {
	f := m.footing(u, o)
	if !u.signed {
		f = footing{user: u, onBehalf: true}
	}
	// unless is why a list comes back empty to those who lack a permission.
	unless := func(permission string) apperr.Code {
		switch {
		case f.may(permission):
			return ""
		case !u.signed:
			return apperr.Unauthenticated
		case f.onBehalf && f.roles == 0:
			return apperr.NotFound
		}
		return apperr.Forbidden
	}
	list := func(what, permission string, each func(add func(name string))) string {
		if code := unless(permission); code != "" {
			return what + ": " + string(code)
		}
		var found []string
		each(func(name string) { found = append(found, name) })
		return listed(what, found, nil)
	}
	out := []string{"it: NOT_FOUND"}
	if u.signed && (u.organization == o || f.roles != 0) {
		out[0] = listed("it", nil, nil)
	}
	out = append(out,
		list("users", "users.read", func(add func(string)) {
			for _, each := range m.users {
				if each.organization == o && !each.deleted {
					add(each.name)
				}
			}
		}),
		list("domains", "domains.read", func(add func(string)) {
			for _, d := range o.domains {
				add(d.name)
			}
		}),
		list("subscriptions", "subscriptions.read", func(add func(string)) {
			if o.subscription != nil {
				add(string(o.subscription.id))
			}
		}),
		list("delegated admins", "delegations.read", func(add func(string)) {
			for _, d := range m.delegations {
				if d.customer == o && m.lives(d) {
					add(string(d.id))
				}
			}
		}))
	var customers, may []string
	for _, d := range m.delegations {
		if u.signed && d.partner == u.organization && m.lives(d) && (includes(u.roles, "groups.manage") || m.footing(u, d.customer).roles != 0) {
			customers = append(customers, string(d.id))
		}
	}
	for _, permission := range everyPermission {
		if f.may(permission) || permission == "organization.read" && u.organization == o {
			may = append(may, permission)
		}
	}
	out = append(out, listed("customers", customers, nil))
	if !u.signed {
		return strings.Join(append(out, "may: UNAUTHENTICATED"), "\n")
	}
	return strings.Join(append(out, listed("may", may, nil)), "\n")
}

// listed is a list of names in words, or why there is none.
func listed(what string, names []string, err error) string {
	if err != nil {
		return fmt.Sprintf("%s: %s", what, apperr.CodeOf(err))
	}
	slices.Sort(names)
	return what + ": " + strings.Join(names, " ")
}

func names[T any](page *store.Page[T], err error, name func(T) string) (out []string) {
	if err != nil {
		return nil
	}
	for _, item := range page.Items {
		out = append(out, name(item))
	}
	return out
}
