package proof

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/accessassignment"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/domain"
	"delegatedadmin.example/ent/groupmember"
	"delegatedadmin.example/ent/license"
	"delegatedadmin.example/ent/offer"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/subscription"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
)

const day = 24 * time.Hour

// stage is a server on which plays are played one after the other, each with organizations of its own. Time goes on from
// play to play.
type stage struct {
	*apptest.Server
	passed  atomic.Int64 // time, beside that which really passes
	product uid.ID
	plays   int
	answers map[string]int // how often each act was answered by each code
}

func newStage(t *testing.T, db apptest.Database) *stage {
	t.Helper()
	g := &stage{answers: map[string]int{}}
	g.Server = apptest.NewServer(t, db, store.Options{Skew: func() time.Duration { return time.Duration(g.passed.Load()) }})
	g.DNS = apptest.NewDNS(t)
	check(directory.FillCatalog(system, g.Store))
	g.product = must(g.Store.Ent().Product.Query().FirstID(system))
	return g
}

// tx changes the database past all rules.
func (g *stage) tx(fn func(ctx context.Context, tx *store.Tx)) {
	check(g.Store.WithTx(system, nil, func(ctx context.Context, tx *store.Tx) error {
		fn(ctx, tx)
		return nil
	}))
}

// exec runs a statement past all rules.
func (g *stage) exec(statement string, args ...any) {
	g.tx(func(ctx context.Context, tx *store.Tx) { must(tx.ExecContext(ctx, statement, args...)) })
}

// Who is there when a play begins: two customers and two partners. The first of each is a Global Administrator.
var (
	casts = []struct {
		name    string
		partner bool
		people  int
	}{{"contoso", false, 4}, {"northwind", false, 2}, {"fabrikam", true, 3}, {"wingtip", true, 2}}
	castSize = 11
	// pairsAtFirst are partner and customer, by their places.
	pairsAtFirst = [][2]int{{2, 0}, {2, 1}, {3, 0}, {3, 2}}
)

// setting is how a play begins.
type setting struct {
	Roles                        []schematype.RoleSet // of each person
	Protected, Disabled, Mailbox []bool
	Members                      []schematype.RoleSet // bit by bit, of which groups each person is a member
	Granted                      []schematype.RoleSet // of each pair; none: no delegation
	Assigned                     [][]schematype.RoleSet
	Seats                        int
}

// endsOn are the days on which what is there at first ends: those delegations, and the subscriptions.
var endsOn = []int{90, 20, 300, 40}

const subscriptionEnds = 50

// open makes the organizations of a play, and the model of them.
func (g *stage) open(s setting) *modelWorld {
	g.plays++
	m := &modelWorld{}
	for _, c := range casts {
		o := &modelOrganization{id: uid.New(uid.Organization), name: fmt.Sprintf("%s-%d", c.name, g.plays)}
		if c.partner {
			o.partner = uid.New(uid.Partner)
		}
		o.domains = []*modelDomain{{id: uid.New(uid.Domain), name: o.name + ".example", verified: true, byDefault: true}}
		m.organizations = append(m.organizations, o)
		for n := range c.people {
			i := len(m.users)
			u := &modelUser{
				id: uid.New(uid.User), name: fmt.Sprintf("person%d@%s.example", n, o.name), organization: o,
				roles: s.Roles[i], enabled: !s.Disabled[i], protected: s.Protected[i] && !c.partner,
			}
			u.display = u.name
			if s.Mailbox[i] {
				u.email = u.name
			}
			if n == 0 {
				u.roles, u.enabled = schematype.Roles(schematype.GlobalAdministrator), true
			}
			if u.enabled {
				u.signed, u.session = true, uid.New(uid.Session)
			}
			m.users = append(m.users, u)
		}
		if c.partner {
			for _, first := range []*modelGroup{
				{name: "Admin agents", byDefault: schematype.Roles(schematype.AllRoles...)},
				{name: "Helpdesk agents", byDefault: schematype.Roles(schematype.HelpdeskAdministrator, schematype.DirectoryReader)},
			} {
				first.id, first.organization, first.people = uid.New(uid.Group), o, map[*modelUser]bool{}
				for i, u := range m.users {
					if u.organization == o && s.Members[i]&(1<<(len(m.groups)%2)) != 0 {
						first.people[u] = true
					}
				}
				m.groups = append(m.groups, first)
			}
		} else {
			o.subscription = &modelSubscription{id: uid.New(uid.Subscription), seats: s.Seats, ends: subscriptionEnds}
		}
	}
	for i, pair := range pairsAtFirst {
		if s.Granted[i] == 0 {
			continue
		}
		d := &modelDelegation{
			id: uid.New(uid.Delegation), partner: m.organizations[pair[0]], customer: m.organizations[pair[1]],
			granted: s.Granted[i], assigned: map[*modelGroup]schematype.RoleSet{}, ends: endsOn[i],
		}
		for _, grp := range m.groups {
			if grp.organization == d.partner && s.Assigned[i][len(d.assigned)]&d.granted != 0 {
				d.assigned[grp] = s.Assigned[i][len(d.assigned)] & d.granted
			}
		}
		m.delegations = append(m.delegations, d)
	}
	g.tx(func(ctx context.Context, tx *store.Tx) { g.write(ctx, tx, m) })
	return m
}

// write makes the rows of a model that begins.
func (g *stage) write(ctx context.Context, tx *store.Tx, m *modelWorld) {
	var organizations []*ent.OrganizationCreate
	var heads []*ent.AuditHeadCreate
	var domains []*ent.DomainCreate
	for _, o := range m.organizations {
		organizations = append(organizations, tx.Organization.Create().SetID(o.id).SetDisplayName(o.name).SetNameKey(o.name).SetCreatedAt(tx.Now))
		heads = append(heads, tx.AuditHead.Create().SetID(o.id).SetHash(make([]byte, 32)))
		domains = append(domains, tx.Domain.Create().SetID(o.domains[0].id).SetOrganizationID(o.id).SetName(o.domains[0].name).
			SetIsInitial(true).SetIsDefault(true).SetVerifiedAt(tx.Now).SetCreatedAt(tx.Now))
	}
	check(tx.Organization.CreateBulk(organizations...).Exec(ctx))
	check(tx.AuditHead.CreateBulk(heads...).Exec(ctx))
	check(tx.Domain.CreateBulk(domains...).Exec(ctx))
	var users []*ent.UserCreate
	var sessions []*ent.SessionCreate
	for _, u := range m.users {
		row := tx.User.Create().SetID(u.id).SetOrganizationID(u.organization.id).SetUserName(u.name).SetDisplayName(u.display).SetNameKey(u.display).
			SetRoleSet(u.roles).SetEnabled(u.enabled).SetProtected(u.protected).SetPasswordHash("x").SetCreatedAt(tx.Now)
		if u.email != "" {
			row.SetEmail(u.email)
		}
		users = append(users, row)
		if u.signed {
			sessions = append(sessions, g.session(tx, u))
		}
	}
	check(tx.User.CreateBulk(users...).Exec(ctx))
	check(tx.Session.CreateBulk(sessions...).Exec(ctx))
	g.writePartners(ctx, tx, m)
	for _, o := range m.organizations {
		if sub := o.subscription; sub != nil {
			came := g.offer(tx, m, m.organizations[2], o).SaveX(ctx)
			check(tx.Subscription.Create().SetID(sub.id).SetOrganizationID(o.id).SetProductID(g.product).SetOfferID(came.ID).SetKind(schematype.SubscriptionPurchase).
				SetSeats(sub.seats).SetStartsAt(tx.Now).SetEndsAt(tx.Now.AddDate(0, 0, sub.ends)).Exec(ctx))
		}
	}
}

func (g *stage) writePartners(ctx context.Context, tx *store.Tx, m *modelWorld) {
	for _, o := range m.organizations {
		if o.partner == "" {
			continue
		}
		check(tx.Partner.Create().SetID(o.partner).SetOrganizationID(o.id).SetName(o.name).SetNameKey(o.name).SetCreatedAt(tx.Now).Exec(ctx))
		terms := tx.Terms.Create().SetPartnerID(o.partner).SetText("Terms.").SetSha256(termsOfPlay).SetCreatedAt(tx.Now).SaveX(ctx)
		check(tx.Partner.UpdateOneID(o.partner).SetTermsID(terms.ID).Exec(ctx))
	}
	var groups []*ent.GroupCreate
	var members []*ent.GroupMemberCreate
	for _, grp := range m.groups {
		groups = append(groups, tx.Group.Create().SetID(grp.id).SetOrganizationID(grp.organization.id).SetName(grp.name).
			SetNameKey(directory.NameKey(grp.name)).SetDefaultRoleSet(grp.byDefault).SetCreatedAt(tx.Now))
		for u := range grp.people {
			members = append(members, tx.GroupMember.Create().SetGroupID(grp.id).SetUserID(u.id).SetAddedAt(tx.Now))
		}
	}
	check(tx.Group.CreateBulk(groups...).Exec(ctx))
	check(tx.GroupMember.CreateBulk(members...).Exec(ctx))
	var assignments []*ent.AccessAssignmentCreate
	for _, d := range m.delegations {
		came := g.offer(tx, m, d.partner, d.customer).SaveX(ctx)
		check(tx.Delegation.Create().SetID(d.id).SetPartnerID(d.partner.partner).SetCustomerID(d.customer.id).SetOfferID(came.ID).
			SetAcceptedByID(came.SentByID).SetRoleSet(d.granted).SetActivatedAt(tx.Now).SetExpiresAt(tx.Now.AddDate(0, 0, d.ends)).Exec(ctx))
		for grp, roles := range d.assigned {
			assignments = append(assignments, tx.AccessAssignment.Create().SetGroupID(grp.id).SetDelegationID(d.id).SetRoleSet(roles).SetCreatedAt(tx.Now))
		}
	}
	check(tx.AccessAssignment.CreateBulk(assignments...).Exec(ctx))
}

const termsOfPlay = "the fingerprint of the terms"

// offer is one that was accepted, of which something came.
func (g *stage) offer(tx *store.Tx, m *modelWorld, partner, customer *modelOrganization) *ent.OfferCreate {
	var sender, owner *modelUser
	for _, u := range slices.Backward(m.users) {
		if u.organization == partner {
			sender = u
		}
		if u.organization == customer {
			owner = u
		}
	}
	terms := must(tx.Partner.Get(system, partner.partner)).TermsID
	return tx.Offer.Create().SetPartnerID(partner.partner).SetSentByID(sender.id).SetSentByName(sender.name).SetCustomerEmail(owner.name).
		SetStatus(schematype.OfferAccepted).SetRoleSet(0).SetDurationDays(7).SetTermsID(terms).SetCreatedAt(tx.Now).SetSentAt(tx.Now).SetExpiresAt(tx.Now)
}

func (g *stage) session(tx *store.Tx, u *modelUser) *ent.SessionCreate {
	hash := make([]byte, 32)
	copy(hash, u.session[4:])
	return tx.Session.Create().SetID(u.session).SetUserID(u.id).SetTokenHash(hash).
		SetCreatedAt(tx.Now).SetLastUsedAt(tx.Now).SetExpiresAt(tx.Now.Add(7 * day))
}

// wait lets a moment go by, of which a play may have a few hundred in a day.
func (g *stage) wait(d time.Duration) { g.passed.Add(int64(d)) }

// pass lets days go by in which everybody who is signed in comes back, so that their sessions go on.
func (g *stage) pass(m *modelWorld, days int) {
	m.day += days
	g.passed.Add(int64(days) * int64(day))
	g.tx(func(ctx context.Context, tx *store.Tx) {
		must(tx.ExecContext(ctx, `UPDATE sessions SET last_used_at = $1, expires_at = $2 WHERE revoked_at IS NULL
			AND user_id IN (SELECT id FROM users WHERE organization_id IN ($3, $4, $5, $6))`,
			tx.Now, tx.Now.Add(7*day), m.organizations[0].id, m.organizations[1].id, m.organizations[2].id, m.organizations[3].id))
	})
}

// is tells how the organizations of a model are in the database.
func (g *stage) is(m *modelWorld) string {
	names := map[uid.ID]string{}
	var ids []uid.ID
	for _, o := range m.organizations {
		ids = append(ids, o.id)
		names[o.id], names[o.partner] = o.name, o.name
	}
	for _, grp := range m.groups {
		names[grp.id] = grp.name + " of " + grp.organization.name
	}
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	read := g.Store.Ent()
	for _, u := range must(read.User.Query().Where(user.OrganizationIDIn(ids...)).All(system)) {
		names[u.ID] = u.UserName
		email := ""
		if u.Email != nil {
			email = *u.Email
		}
		add(userLine, u.UserName, u.DisplayName, email, u.RoleSet, u.Enabled, u.DeletedAt != nil, u.Protected)
	}
	for _, l := range must(read.License.Query().Where(license.OrganizationIDIn(ids...)).All(system)) {
		add("%s has a license", names[l.UserID])
	}
	for _, s := range must(read.Subscription.Query().Where(subscription.OrganizationIDIn(ids...)).All(system)) {
		add("%s: %d of %d seats", names[s.OrganizationID], s.AssignedSeats, s.Seats)
	}
	for _, d := range must(read.Domain.Query().Where(domain.OrganizationIDIn(ids...)).All(system)) {
		add(domainLine, names[d.OrganizationID], d.Name, d.VerifiedAt != nil, d.IsDefault)
	}
	for _, o := range must(read.Offer.Query().Where(offer.IDIn(m.offerIDs()...)).All(system)) {
		add("%s is %s", o.ID, o.Status)
	}
	now := must(g.Store.Now(system))
	live := must(read.Delegation.Query().Where(delegation.CustomerIDIn(ids...), delegation.StatusEQ(schematype.DelegationActive), delegation.ExpiresAtGT(now)).All(system))
	for _, d := range live {
		add("%s administers %s: %s", names[d.PartnerID], names[d.CustomerID], d.RoleSet)
		for _, a := range must(read.AccessAssignment.Query().Where(accessassignment.DelegationID(d.ID)).All(system)) {
			add("%s at %s: %s", names[a.GroupID], names[d.CustomerID], a.RoleSet)
		}
	}
	for _, each := range must(read.GroupMember.Query().Where(groupmember.GroupIDIn(m.groupIDs()...)).All(system)) {
		add("%s has %s", names[each.GroupID], names[each.UserID])
	}
	for _, result := range []string{"DONE", "REFUSED"} {
		var n int
		check(g.Store.One(system, "SELECT count(*) FROM audit_events WHERE result = $1 AND organization_id IN ($2, $3, $4, $5)",
			[]any{result, ids[0], ids[1], ids[2], ids[3]}, &n))
		add("%s: %d", result, n)
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

const (
	userLine   = "%s: %s <%s>, %s, enabled %t, deleted %t, protected %t"
	domainLine = "%s: %s verified %t, default %t"
)

// should tells how they should be.
func (m *modelWorld) should() string {
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	for _, u := range m.users {
		add(userLine, u.name, u.display, u.email, u.roles, u.enabled, u.deleted, u.protected)
		if u.licensed {
			add("%s has a license", u.name)
		}
	}
	for _, o := range m.organizations {
		if o.subscription != nil {
			add("%s: %d of %d seats", o.name, m.seatsTaken(o), o.subscription.seats)
		}
		for _, d := range o.domains {
			add(domainLine, o.name, d.name, d.verified, d.byDefault)
		}
	}
	for _, o := range m.offers {
		add("%s is %s", o.id, o.status)
	}
	for _, d := range m.delegations {
		if m.lives(d) {
			add("%s administers %s: %s", d.partner.name, d.customer.name, d.granted)
			for grp, roles := range d.assigned {
				add("%s of %s at %s: %s", grp.name, grp.organization.name, d.customer.name, roles)
			}
		}
	}
	for _, grp := range m.groups {
		for u := range grp.people {
			add("%s of %s has %s", grp.name, grp.organization.name, u.name)
		}
	}
	add("DONE: %d", m.events)
	add("REFUSED: %d", m.refusals)
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func (m *modelWorld) offerIDs() (ids []uid.ID) {
	for _, o := range m.offers {
		ids = append(ids, o.id)
	}
	return ids
}

func (m *modelWorld) groupIDs() (ids []uid.ID) {
	for _, g := range m.groups {
		ids = append(ids, g.id)
	}
	return ids
}
