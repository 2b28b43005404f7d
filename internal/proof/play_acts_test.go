package proof

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
)

// deed is what a line of a play does: through the real services, what the model says to it, and what becomes of the model
// when it is done.
type deed struct {
	user       *modelUser         // on whom
	at         *modelOrganization // where
	delegation *modelDelegation   // under which, or which it is about
	do         func(ctx context.Context) error
	want       apperr.Code
	then       func()
}

// acts are all that people can do in a play. u is who does it.
var acts = map[string]func(p *play, u *modelUser, l line) deed{
	"updateUser": func(p *play, u *modelUser, l line) deed {
		on := p.whom(u, l)
		f, code := p.touch(u, on, "users.update")
		display, email := on.display, on.email
		if l.Yes {
			email = fmt.Sprintf("mail%d@mail.example", l.Other)
			code = first(code, when(f.onBehalf && email != on.email, apperr.Forbidden))
		} else {
			display = fmt.Sprintf("Person %d", l.Other)
		}
		return deed{user: on, at: on.organization, want: first(code, when(on.deleted, apperr.Conflict)), do: func(ctx context.Context) error {
			if l.Yes {
				return p.Directory.UpdateUser(ctx, on.id, directory.UserChange{Email: &email})
			}
			return p.Directory.UpdateUser(ctx, on.id, directory.UserChange{DisplayName: &display})
		}, then: func() {
			if display != on.display || email != on.email {
				on.display, on.email = display, email
				p.events++
			}
		}}
	},
	"createUser": func(p *play, u *modelUser, l line) deed {
		o := p.where(u, l)
		name := fmt.Sprintf("new%d@%s.example", l.Other%3, o.name)
		n := &modelUser{organization: o, name: name, display: name, roles: l.Roles, enabled: true}
		if l.Yes {
			n.email = name
		}
		there := p.named(n.name)
		f, code := p.footing(u, o), p.allowed(u, o, "users.create")
		d := deed{at: o}
		d.want = first(code, when(n.roles != 0, p.assign(f, n, n.roles)))
		if there != nil {
			same := !there.deleted && there.roles == n.roles && there.enabled && there.display == n.display && there.email == n.email
			d.want = first(d.want, when(!same, apperr.Conflict))
		}
		row := directory.NewUser{UserName: n.name, DisplayName: n.display, Email: n.email, Roles: n.roles.List(), Enabled: true}
		d.do = func(ctx context.Context) error {
			lines, err := p.Directory.CreateUsers(ctx, o.id, []directory.NewUser{row}, false)
			if err != nil {
				return err
			}
			n.id = lines[0].UserID
			return lines[0].Err
		}
		d.then = func() {
			if there == nil {
				p.users = append(p.users, n)
				p.events++
			}
		}
		return d
	},
	"setEnabled": func(p *play, u *modelUser, l line) deed {
		on := p.whom(u, l)
		_, code := p.touch(u, on, "users.enable")
		code = first(code, when(on.deleted || on == u, apperr.Conflict), when(!l.Yes && p.last(on), apperr.LastGlobalAdministrator))
		return deed{user: on, at: on.organization, want: code, do: func(ctx context.Context) error {
			return one(p.Directory.SetUsersEnabled(ctx, []uid.ID{on.id}, l.Yes))
		}, then: func() {
			if on.enabled != l.Yes {
				on.enabled, on.signed = l.Yes, on.signed && l.Yes
				p.events++
			}
		}}
	},
	"delete": func(p *play, u *modelUser, l line) deed {
		on := p.whom(u, l)
		_, code := p.touch(u, on, "users.delete")
		code = first(code, when(on == u, apperr.Conflict), when(p.last(on), apperr.LastGlobalAdministrator))
		return deed{user: on, at: on.organization, want: code, do: func(ctx context.Context) error {
			return one(p.Directory.DeleteUsers(ctx, []uid.ID{on.id}))
		}, then: func() {
			if !on.deleted {
				on.deleted, on.deletedOn, on.restored = true, p.day, on.enabled
				on.enabled, on.signed, on.licensed = false, false, false
				p.events++
			}
		}}
	},
	"restore": func(p *play, u *modelUser, l line) deed {
		on := p.whom(u, l)
		_, code := p.touch(u, on, "users.delete")
		code = first(code, when(on.deleted && p.day >= on.deletedOn+30, apperr.Expired))
		return deed{user: on, at: on.organization, want: code, do: func(ctx context.Context) error {
			return one(p.Directory.RestoreUsers(ctx, []uid.ID{on.id}))
		}, then: func() {
			if on.deleted {
				on.deleted, on.enabled = false, on.restored
				p.events++
			}
		}}
	},
	"protect": func(p *play, u *modelUser, l line) deed {
		on := p.whom(u, l)
		_, code := p.touch(u, on, "users.protect")
		code = first(code, when(on.deleted, apperr.Conflict))
		return deed{user: on, at: on.organization, want: code, do: func(ctx context.Context) error {
			return one(p.Directory.SetUsersProtected(ctx, []uid.ID{on.id}, l.Yes))
		}, then: func() {
			if on.protected != l.Yes {
				on.protected = l.Yes
				p.events++
			}
		}}
	},
	"assignRoles": func(p *play, u *modelUser, l line) deed {
		on := p.whom(u, l)
		roles := cmp.Or(l.Roles, schematype.Roles(schematype.DirectoryReader)) // none is no question
		f, code := p.allowedOn(u, on.organization, "roles.assign", u == on)
		code = first(code, p.assign(f, on, roles), when(on.deleted, apperr.Conflict))
		return deed{user: on, at: on.organization, want: code, do: func(ctx context.Context) error {
			return one(p.Directory.AssignRoles(ctx, []uid.ID{on.id}, roles.List()))
		}, then: func() { p.setRoles(on, on.roles|roles) }}
	},
	"removeRoles": func(p *play, u *modelUser, l line) deed {
		on := p.whom(u, l)
		roles := cmp.Or(l.Roles, schematype.Roles(schematype.DirectoryReader)) // none is no question
		f, code := p.allowedOn(u, on.organization, "roles.assign", u == on)
		code = first(code, p.assign(f, on, roles), when(on.deleted, apperr.Conflict),
			when(roles.Has(schematype.GlobalAdministrator) && p.last(on), apperr.LastGlobalAdministrator))
		return deed{user: on, at: on.organization, want: code, do: func(ctx context.Context) error {
			return one(p.Directory.RemoveRoles(ctx, []uid.ID{on.id}, roles.List()))
		}, then: func() { p.setRoles(on, on.roles&^roles) }}
	},
	"resetPassword": func(p *play, u *modelUser, l line) deed {
		on := p.whom(u, l)
		_, code := p.touch(u, on, "users.password.reset")
		code = first(code, when(on.deleted || on == u || !on.enabled, apperr.Conflict), when(on.email == "", apperr.Invalid))
		return deed{user: on, at: on.organization, want: code, do: func(ctx context.Context) error {
			p.wait(time.Minute) // so that it is not the same reset as one before
			return one(p.Directory.ResetPasswords(ctx, []uid.ID{on.id}))
		}, then: func() {
			on.signed = false
			p.events++
		}}
	},
	"createPasswordCode": func(p *play, u *modelUser, l line) deed {
		on := p.whom(u, l)
		f, code := p.touch(u, on, "users.password.reset")
		code = first(code, when(f.onBehalf, apperr.Forbidden), when(on.deleted || on == u || !on.enabled, apperr.Conflict), when(on.email != "", apperr.Invalid))
		return deed{user: on, at: on.organization, want: code, do: func(ctx context.Context) error {
			_, _, err := p.Directory.CreatePasswordCode(ctx, on.id)
			return err
		}, then: func() {
			on.signed = false
			p.events++
		}}
	},
	"assignLicense": func(p *play, u *modelUser, l line) deed {
		on := p.whom(u, l)
		sub := p.subscriber(on, l)
		code := first(p.licensing(u, on, sub), when(on.deleted, apperr.Conflict), when(on.licensed, "there"),
			when(p.day >= sub.subscription.ends, apperr.Expired), when(p.seatsTaken(sub) >= sub.subscription.seats, apperr.Conflict))
		d := deed{user: on, at: sub, want: code, do: func(ctx context.Context) error {
			return one(p.Directory.AssignLicenses(ctx, sub.subscription.id, []uid.ID{on.id}))
		}, then: func() {
			on.licensed = true
			p.events++
		}}
		if code == "there" {
			d.want, d.then = "", func() {}
		}
		return d
	},
	"removeLicense": func(p *play, u *modelUser, l line) deed {
		on := p.whom(u, l)
		sub := p.subscriber(on, l)
		return deed{user: on, at: sub, want: p.licensing(u, on, sub), do: func(ctx context.Context) error {
			return one(p.Directory.RemoveLicenses(ctx, sub.subscription.id, []uid.ID{on.id}))
		}, then: func() {
			if on.licensed {
				on.licensed = false
				p.events++
			}
		}}
	},
	"addDomain": func(p *play, u *modelUser, l line) deed {
		o := p.where(u, l)
		name := fmt.Sprintf("shared%d-%d.example", l.Other%2, p.plays)
		d := &modelDomain{name: name}
		return deed{at: o, want: p.allowed(u, o, "domains.manage"), do: func(ctx context.Context) (err error) {
			d.id, err = p.Directory.AddDomain(ctx, o.id, name)
			return err
		}, then: func() {
			if !slices.ContainsFunc(o.domains, func(there *modelDomain) bool { return there.name == name }) {
				o.domains = append(o.domains, d)
				p.events++
			}
		}}
	},
	"verifyDomain": func(p *play, u *modelUser, l line) deed {
		o, d := p.domain(u, l)
		_, code := p.allowedOn(u, o, "domains.manage", false)
		owner := p.owner(d.name)
		claims := code == "" && !d.verified && l.Yes && owner != nil
		code = first(code, when(!d.verified && !l.Yes, apperr.Invalid), when(claims, apperr.Conflict))
		return deed{at: o, want: code, do: func(ctx context.Context) error {
			p.wait(10 * time.Second) // so that it is looked for
			p.prove(d, l.Yes)
			err := p.Directory.VerifyDomain(ctx, d.id)
			if claims && apperr.CodeOf(err) == apperr.Conflict && !d.claimed {
				d.claimed = true
				p.events += 2 // on both sides
			}
			return err
		}, then: func() {
			if !d.verified {
				d.verified = true
				p.events++
			}
		}}
	},
	"setDefaultDomain": func(p *play, u *modelUser, l line) deed {
		o, d := p.domain(u, l)
		_, code := p.allowedOn(u, o, "domains.manage", false)
		return deed{at: o, want: first(code, when(!d.verified, apperr.Conflict)), do: func(ctx context.Context) error {
			_, err := p.Directory.SetDefaultDomain(ctx, d.id)
			return err
		}, then: func() {
			if !d.byDefault {
				p.events++
			}
			for _, each := range o.domains {
				each.byDefault = each == d
			}
		}}
	},
	"removeDomain": func(p *play, u *modelUser, l line) deed {
		o, d := p.domain(u, l)
		_, code := p.allowedOn(u, o, "domains.manage", false)
		return deed{at: o, want: first(code, when(d == o.domains[0] || d.byDefault, apperr.Conflict)), do: func(ctx context.Context) error {
			return one(p.Directory.RemoveDomains(ctx, []uid.ID{d.id}))
		}, then: func() {
			o.domains = slices.DeleteFunc(o.domains, func(each *modelDomain) bool { return each == d })
			p.events++
		}}
	},
	"createOffer": func(p *play, u *modelUser, l line) deed {
		from, to, roles, grp := u.organization, p.organization(l.On), l.Roles, p.group(l.Other)
		if l.Near && from.partner != "" {
			to, roles = p.organizations[l.On%2], roles|schematype.Roles(schematype.UserAdministrator, schematype.DirectoryReader)
			grp = p.groupOf(from, l)
		}
		o := &modelOffer{partner: from, customer: to, roles: roles, days: 25, status: schematype.OfferPending, lapses: p.day + 30}
		n := delegation.NewOffer{CustomerEmail: "info@" + to.domains[0].name, Roles: roles.List(), DurationDays: o.days}
		if l.Yes {
			o.plan = map[*modelGroup]schematype.RoleSet{grp: roles}
			n.Assignments = []schematype.Assignment{{GroupID: grp.id, Roles: roles}}
		}
		code := first(p.allowed(u, from, "offers.manage"), when(from.partner == "", apperr.Forbidden), when(from == to || roles == 0, apperr.Invalid),
			when(l.Yes && (grp.organization != from || grp.deleted), apperr.Invalid))
		return deed{at: from, want: code, do: func(ctx context.Context) (err error) {
			o.id, err = p.Delegations.Create(ctx, n)
			return err
		}, then: func() {
			p.offers = append(p.offers, o)
			p.events++
			p.tx(func(ctx context.Context, tx *store.Tx) { o.token, _, _ = p.Delegations.MintLink(ctx, tx, o.id) })
		}}
	},
	"withdrawOffer": func(p *play, u *modelUser, l line) deed {
		o := p.offer(l.On)
		if o == nil {
			return deed{}
		}
		code := first(when(u.organization != o.partner, apperr.NotFound), when(!includes(u.roles, "offers.manage"), apperr.Forbidden), p.answerable(o))
		return deed{at: o.partner, want: code, do: func(ctx context.Context) error { return p.Delegations.Withdraw(ctx, o.id) }, then: func() {
			o.status = schematype.OfferWithdrawn
			p.events++
		}}
	},
	"declineOffer": func(p *play, u *modelUser, l line) deed {
		o := p.offer(l.On)
		if o == nil {
			return deed{}
		}
		code := first(when(u.organization != o.customer, apperr.Forbidden), p.answerable(o))
		return deed{at: o.customer, want: code, do: func(ctx context.Context) error { return p.Delegations.Decline(ctx, o.token, nil) }, then: func() {
			o.status = schematype.OfferDeclined
			p.events++
		}}
	},
	"acceptOffer": func(p *play, u *modelUser, l line) deed {
		o := p.offer(l.On)
		if o == nil {
			return deed{}
		}
		granted := o.roles
		if l.Yes {
			granted = cmp.Or(o.roles&l.Roles, o.roles&schematype.Roles(schematype.DirectoryReader), o.roles)
		}
		days := o.days
		a := delegation.Acceptance{Token: o.token, DelegatedAdministration: l.Other != 0, TermsSHA256: termsOfPlay, Roles: granted.List()}
		if l.Other > 2 {
			days = l.Other * 10
			a.DurationDays = &days
		}
		code := first(when(u.organization != o.customer, apperr.Forbidden), p.answerable(o), when(!includes(u.roles, "offers.accept"), apperr.Forbidden),
			when(!a.DelegatedAdministration || days > o.days, apperr.Invalid))
		d := &modelDelegation{partner: o.partner, customer: o.customer, granted: granted, assigned: map[*modelGroup]schematype.RoleSet{}, ends: p.day + days}
		return deed{at: o.customer, delegation: d, want: code, do: func(ctx context.Context) error {
			done, err := p.Delegations.Accept(ctx, a)
			d.id = done.DelegationID
			return err
		}, then: func() {
			for _, before := range p.delegations {
				if before.partner == d.partner && before.customer == d.customer && !before.ended {
					before.ended = true
					p.events++
				}
			}
			o.status = schematype.OfferAccepted
			for _, grp := range p.groups {
				roles := grp.byDefault
				if o.plan != nil {
					roles = o.plan[grp]
				}
				if roles &= granted; roles != 0 && grp.organization == d.partner && !grp.deleted {
					d.assigned[grp] = roles
				}
			}
			p.delegations = append(p.delegations, d)
			p.events++
		}}
	},
	"deleteDelegation": func(p *play, u *modelUser, l line) deed {
		d := p.delegation(l.On)
		if d == nil {
			return deed{}
		}
		return deed{
			at: d.customer, delegation: d, want: first(p.seesDelegation(u, d), when(!includes(u.roles, "delegations.delete"), apperr.Forbidden), when(!p.lives(d), apperr.Conflict)),
			do: func(ctx context.Context) error { return p.Delegations.Delete(ctx, d.id, nil, nil) }, then: func() {
				d.ended = true
				p.events++
			},
		}
	},
	"assignAccess": func(p *play, u *modelUser, l line) deed {
		d, grp := p.delegation(l.On), p.group(l.Other)
		if d == nil {
			return deed{}
		}
		roles := l.Roles
		if l.Near {
			grp, roles = p.groupOf(d.partner, l), roles&d.granted
		}
		code := first(p.seesDelegation(u, d), when(u.organization == d.customer || !includes(u.roles, "groups.manage"), apperr.Forbidden),
			when(grp.organization != u.organization || grp.deleted, apperr.NotFound), when(!d.granted.Contains(roles), apperr.Invalid))
		return deed{at: d.customer, delegation: d, want: code, do: func(ctx context.Context) error {
			return p.Delegations.Assign(ctx, d.id, grp.id, roles.List())
		}, then: func() {
			if d.assigned[grp] == roles {
				return
			}
			if d.assigned[grp] = roles; roles == 0 {
				delete(d.assigned, grp)
			}
			p.events += 2 // on both sides
		}}
	},
	"addGroupMember": func(p *play, u *modelUser, l line) deed {
		grp := p.group(l.Other)
		on := p.member(grp, l)
		code := first(p.managesGroup(u, grp), when(on.organization != u.organization, apperr.Invalid), when(on.deleted, apperr.Conflict))
		return deed{user: on, at: grp.organization, want: code, do: func(ctx context.Context) error {
			return one(p.Directory.AddGroupMembers(ctx, grp.id, []uid.ID{on.id}))
		}, then: func() {
			if !grp.people[on] {
				grp.people[on] = true
				p.events++
			}
		}}
	},
	"removeGroupMember": func(p *play, u *modelUser, l line) deed {
		grp := p.group(l.Other)
		on := p.member(grp, l)
		code := first(p.managesGroup(u, grp), when(on.organization != u.organization, apperr.Invalid))
		return deed{user: on, at: grp.organization, want: code, do: func(ctx context.Context) error {
			return one(p.Directory.RemoveGroupMembers(ctx, grp.id, []uid.ID{on.id}))
		}, then: func() {
			if grp.people[on] {
				delete(grp.people, on)
				p.events++
			}
		}}
	},
	"deleteGroup": func(p *play, u *modelUser, l line) deed {
		grp := p.group(l.Other)
		alone := !slices.ContainsFunc(p.groups, func(o *modelGroup) bool {
			return o != grp && o.organization == grp.organization && !o.deleted
		})
		return deed{at: grp.organization, want: first(p.managesGroup(u, grp), when(alone, apperr.Conflict)), do: func(ctx context.Context) error {
			return p.Directory.DeleteGroup(ctx, grp.id)
		}, then: func() {
			grp.deleted = true
			clear(grp.people)
			for _, d := range p.delegations {
				delete(d.assigned, grp)
			}
			p.events++
		}}
	},
	"signOut": func(p *play, u *modelUser, _ line) deed {
		return deed{user: u, at: u.organization, do: p.Identity.SignOut, then: func() {
			u.signed = false
			p.events++
		}}
	},
}

// actNames are the acts in an order that does not change.
var actNames = slices.Sorted(maps.Keys(acts))

// assign is by which rules roles are given and taken, for those who hold the permission.
func (p *play) assign(f footing, on *modelUser, roles schematype.RoleSet) apperr.Code {
	raises := on == f.user && above(f.roles, roles&^on.roles)
	return when(!f.may("roles.assign") || f.onBehalf && (on.protected || above(f.roles, roles)) || raises, apperr.Forbidden)
}

func (p *play) setRoles(on *modelUser, roles schematype.RoleSet) {
	if on.roles != roles {
		on.roles = roles
		p.events++
	}
}

// licensing is what giving and taking a license have in common.
func (p *play) licensing(u, on *modelUser, o *modelOrganization) apperr.Code {
	if !p.footing(u, o).may("subscriptions.read") {
		return apperr.NotFound
	}
	f, code := p.allowedOn(u, on.organization, "licenses.assign", u == on)
	return first(code, when(f.onBehalf && on.protected, apperr.Forbidden), when(on.organization != o, apperr.Invalid))
}

// seesDelegation is NOT_FOUND for those who see nothing of a delegation.
func (p *play) seesDelegation(u *modelUser, d *modelDelegation) apperr.Code {
	switch {
	case u.organization == d.customer:
		return when(!includes(u.roles, "delegations.read"), apperr.NotFound)
	case u.organization == d.partner && p.lives(d):
		return when(!includes(u.roles, "groups.manage") && p.footing(u, d.customer).roles == 0, apperr.NotFound)
	}
	return apperr.NotFound
}

func (p *play) managesGroup(u *modelUser, grp *modelGroup) apperr.Code {
	return first(when(u.organization != grp.organization || u.roles == 0 || grp.deleted, apperr.NotFound), when(!includes(u.roles, "groups.manage"), apperr.Forbidden))
}

// prove lets a domain's record be found, or takes it away.
func (p *play) prove(d *modelDomain, found bool) {
	answer := apptest.Answer{}
	if found {
		row := must(p.Store.Ent().Domain.Get(system, d.id))
		answer.TXT = [][]string{{directory.RecordValue(row)}}
	}
	p.DNS.Set("_delegated-admin."+d.name, answer)
}

// first is the first of several reasons against something.
func first(codes ...apperr.Code) apperr.Code {
	for _, code := range codes {
		if code != "" {
			return code
		}
	}
	return ""
}

func when(yes bool, code apperr.Code) apperr.Code {
	if yes {
		return code
	}
	return ""
}

// one is how it went with the one thing that was asked for.
func one(outcomes []directory.Outcome, err error) error {
	if err != nil {
		return err
	}
	return outcomes[0].Err
}
