package proof

import (
	"fmt"
	"slices"
	"strings"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
)

// modelWorld is what the organizations of a play should be like. It follows the words of the design alone and asks nothing of
// the code that it judges. Its time is counted in days.
type modelWorld struct {
	day           int
	organizations []*modelOrganization
	users         []*modelUser
	groups        []*modelGroup
	delegations   []*modelDelegation
	offers        []*modelOffer
	events        int // how many acts the audit log should tell of as done
	refusals      int // and as refused
}

type modelOrganization struct {
	id, partner  uid.ID // partner is empty unless it is one
	name         string
	domains      []*modelDomain // the first came with it
	subscription *modelSubscription
}

type modelDomain struct {
	id                  uid.ID
	name                string
	verified, byDefault bool
	claimed             bool
}

type modelSubscription struct {
	id          uid.ID
	seats, ends int
}

type modelUser struct {
	id                 uid.ID
	name               string
	display, email     string // email is empty where there is none
	organization       *modelOrganization
	roles              schematype.RoleSet
	enabled, protected bool
	deleted, restored  bool // restored: whether a deleted user was enabled
	deletedOn          int
	licensed           bool // of their own organization's subscription
	signed             bool // whether they are signed in
	session            uid.ID
}

type modelGroup struct {
	id           uid.ID
	name         string
	organization *modelOrganization
	byDefault    schematype.RoleSet
	people       map[*modelUser]bool
	deleted      bool
}

type modelDelegation struct {
	id                uid.ID
	partner, customer *modelOrganization
	granted           schematype.RoleSet
	assigned          map[*modelGroup]schematype.RoleSet
	ended             bool // by somebody, not by time
	ends              int
}

type modelOffer struct {
	id                uid.ID
	token             string
	partner, customer *modelOrganization
	roles             schematype.RoleSet
	days              int
	plan              map[*modelGroup]schematype.RoleSet // nil: by the groups' default roles
	status            schematype.OfferStatus
	lapses            int
}

// permissions of the roles beside the Global Administrator, who has all.
var permissionsOf = map[schematype.Role]string{
	schematype.GlobalReader:                "organization.read users.read domains.read subscriptions.read audit.read delegations.read groups.read",
	schematype.UserAdministrator:           "organization.read organization.contact.update users.read users.create users.update users.enable users.delete users.password.reset domains.read subscriptions.read licenses.assign groups.read",
	schematype.HelpdeskAdministrator:       "organization.read users.read users.password.reset domains.read groups.read",
	schematype.LicenseAdministrator:        "organization.read users.read domains.read subscriptions.read licenses.assign groups.read",
	schematype.DomainNameAdministrator:     "organization.read users.read domains.read domains.manage groups.read",
	schematype.PrivilegedRoleAdministrator: "organization.read users.read roles.assign domains.read delegations.read groups.read",
	schematype.DirectoryReader:             "organization.read users.read domains.read groups.read",
}

// everyPermission are all that there are, and neverDelegated those that count in one's own organization alone.
var (
	everyPermission = strings.Fields(`organization.read organization.contact.update users.read users.create users.update users.enable
		users.delete users.protect users.password.reset roles.assign domains.read domains.manage subscriptions.read licenses.assign
		audit.read delegations.read delegations.delete offers.accept offers.manage groups.read groups.manage`)
	neverDelegated = strings.Fields(`users.protect audit.read delegations.read delegations.delete offers.accept offers.manage groups.read groups.manage`)
)

// includes tells whether one of the roles has a permission.
func includes(roles schematype.RoleSet, permission string) bool {
	return slices.ContainsFunc(roles.List(), func(r schematype.Role) bool {
		return r == schematype.GlobalAdministrator || slices.Contains(strings.Fields(permissionsOf[r]), permission)
	})
}

// above tells whether one of the roles can do something that none of those held can.
func above(held, roles schematype.RoleSet) bool {
	return slices.ContainsFunc(everyPermission, func(p string) bool { return includes(roles, p) && !includes(held, p) })
}

// footing is what somebody holds in an organization.
type footing struct {
	user     *modelUser
	roles    schematype.RoleSet
	onBehalf bool
}

func (f footing) may(permission string) bool {
	return includes(f.roles, permission) && (!f.onBehalf || !slices.Contains(neverDelegated, permission))
}

// footing is what u holds in o now.
func (m *modelWorld) footing(u *modelUser, o *modelOrganization) footing {
	if u.organization == o {
		return footing{user: u, roles: u.roles}
	}
	f := footing{user: u, onBehalf: true}
	if d := m.between(u.organization, o); d != nil {
		for g, roles := range d.assigned {
			if g.people[u] {
				f.roles |= roles & d.granted
			}
		}
	}
	return f
}

// between is the live delegation of a partner at a customer, if there is one.
func (m *modelWorld) between(partner, customer *modelOrganization) *modelDelegation {
	for _, d := range m.delegations {
		if d.partner == partner && d.customer == customer && m.lives(d) {
			return d
		}
	}
	return nil
}

func (m *modelWorld) lives(d *modelDelegation) bool { return !d.ended && m.day < d.ends }

// allowed says whether u may do something in o at all: nothing, FORBIDDEN, or NOT_FOUND where they see nothing of it.
func (m *modelWorld) allowed(u *modelUser, o *modelOrganization, permission string) apperr.Code {
	switch f := m.footing(u, o); {
	case f.onBehalf && f.roles == 0:
		return apperr.NotFound
	case !f.may(permission):
		return apperr.Forbidden
	}
	return ""
}

// allowedOn is the same for something that is done to one of the people or domains of o, which not everybody sees.
func (m *modelWorld) allowedOn(u *modelUser, o *modelOrganization, permission string, self bool) (footing, apperr.Code) {
	f, code := m.footing(u, o), m.allowed(u, o, permission)
	if code == apperr.Forbidden && !f.onBehalf && f.roles == 0 && !self {
		code = apperr.NotFound
	}
	return f, code
}

// touch is what holds of everything that is done to a user, beside licenses and roles.
func (m *modelWorld) touch(u, on *modelUser, permission string) (footing, apperr.Code) {
	f, code := m.allowedOn(u, on.organization, permission, u == on)
	if code == "" && (f.onBehalf && on.protected || above(f.roles, on.roles)) {
		code = apperr.Forbidden
	}
	return f, code
}

// administratorLeft tells whether o has an enabled Global Administrator beside u.
func (m *modelWorld) administratorLeft(u *modelUser) bool {
	return slices.ContainsFunc(m.users, func(o *modelUser) bool {
		return o != u && o.organization == u.organization && o.enabled && o.roles.Has(schematype.GlobalAdministrator)
	})
}

// last tells whether u is the only Global Administrator who can sign in.
func (m *modelWorld) last(u *modelUser) bool {
	return u.enabled && u.roles.Has(schematype.GlobalAdministrator) && !m.administratorLeft(u)
}

func (m *modelWorld) seatsTaken(o *modelOrganization) (n int) {
	for _, u := range m.users {
		if u.organization == o && u.licensed {
			n++
		}
	}
	return n
}

// answerable says whether an offer still waits.
func (m *modelWorld) answerable(o *modelOffer) apperr.Code {
	switch {
	case o.status != schematype.OfferPending:
		return apperr.AlreadyAnswered
	case m.day >= o.lapses:
		return apperr.Expired
	}
	return ""
}

// broken names an invariant of the design that does not hold; empty when all do.
func (m *modelWorld) broken() string {
	for _, o := range m.organizations {
		if !m.administratorLeft(&modelUser{organization: o}) {
			return o.name + " has no enabled Global Administrator"
		}
		if o.subscription != nil && m.seatsTaken(o) > o.subscription.seats {
			return o.name + " has more licenses than seats"
		}
		defaults := slices.DeleteFunc(slices.Clone(o.domains), func(d *modelDomain) bool { return !d.byDefault || !d.verified })
		if len(defaults) != 1 {
			return fmt.Sprintf("%s has %d verified domains that are the default", o.name, len(defaults))
		}
	}
	verified := map[string]bool{}
	for _, o := range m.organizations {
		for _, d := range o.domains {
			if d.verified && verified[d.name] {
				return "two organizations have verified " + d.name
			}
			verified[d.name] = verified[d.name] || d.verified
		}
	}
	pairs := map[[2]*modelOrganization]bool{}
	for _, d := range m.delegations {
		if pair := [2]*modelOrganization{d.partner, d.customer}; m.lives(d) {
			if pairs[pair] {
				return fmt.Sprintf("%s administers %s twice", d.partner.name, d.customer.name)
			}
			pairs[pair] = true
		}
	}
	for _, u := range m.users {
		if u.deleted && (u.enabled || u.licensed || u.signed) {
			return u.name + " was deleted and is not gone"
		}
	}
	return ""
}
