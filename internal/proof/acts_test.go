package proof

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/group"
	"delegatedadmin.example/ent/groupmember"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// on is what an act is done to: a customer, with a user of it who holds the role Directory Reader, and with a subscription
// and a domain that it has for the act.
type on struct{ customer, person, subscription, domain uid.ID }

// partnerActs are all that a partner's person can do on behalf of a customer: for each mutation its input.
var partnerActs = map[string]struct {
	input  func(o on) vars
	before func(u *userUpdate)
	second bool // the second of its transactions is the one that changes something
}{
	"updateOrganizationContact": {input: func(o on) vars { return vars{"organizationId": o.customer, "name": "by the partner"} }},
	"createUsers": {input: func(o on) vars {
		return vars{"organizationId": o.customer, "users": []vars{{"userName": string(o.person) + "@contoso.example", "displayName": "By the partner", "email": "by@mail.example"}}}
	}},
	"updateUser":      {input: func(o on) vars { return vars{"id": o.person, "displayName": "by the partner"} }},
	"setUsersEnabled": {input: func(o on) vars { return vars{"ids": []uid.ID{o.person}, "enabled": false} }},
	"deleteUsers":     {input: func(o on) vars { return vars{"ids": []uid.ID{o.person}} }},
	"restoreUsers": {
		input:  func(o on) vars { return vars{"ids": []uid.ID{o.person}} },
		before: func(u *userUpdate) { u.deleted = true },
	},
	"assignRoles": {input: func(o on) vars {
		return vars{"userIds": []uid.ID{o.person}, "roles": []string{"USER_ADMINISTRATOR"}}
	}},
	"removeRoles": {input: func(o on) vars {
		return vars{"userIds": []uid.ID{o.person}, "roles": []string{"DIRECTORY_READER"}}
	}},
	"assignLicenses": {input: func(o on) vars {
		return vars{"subscriptionId": o.subscription, "userIds": []uid.ID{o.person}}
	}},
	"removeLicenses": {
		input: func(o on) vars {
			return vars{"subscriptionId": o.subscription, "userIds": []uid.ID{o.person}}
		},
		before: func(u *userUpdate) { u.licensed = true },
	},
	"addDomain": {input: func(o on) vars {
		return vars{"organizationId": o.customer, "name": strings.ReplaceAll(string(o.person), "_", "-") + ".example"}
	}},
	"verifyDomain": {
		input:  func(o on) vars { return vars{"id": o.domain} },
		before: func(u *userUpdate) { u.unverified = true },
		second: true,
	},
	"setDefaultDomain": {input: func(o on) vars { return vars{"id": o.domain} }},
	"removeDomains":    {input: func(o on) vars { return vars{"ids": []uid.ID{o.domain}} }},
	"resetPasswords":   {input: func(o on) vars { return vars{"userIds": []uid.ID{o.person}} }},
}

// userUpdate is how an act finds its user, and the domain.
type userUpdate struct{ deleted, licensed, unverified bool }

// Nothing that a partner can do is left out here: the reviewed table says what that is.
func TestRevocation_EveryActIsTried(t *testing.T) {
	t.Parallel()
	tb := readTable(t)
	for name, r := range tb.types["Mutation"].Fields {
		delegated := slices.ContainsFunc(r.May, func(who string) bool { return strings.HasPrefix(who, "delegated") })
		if _, tried := partnerActs[name]; tried != delegated {
			t.Errorf("%s is an act of partners: %t; it is tried: %t", name, delegated, tried)
		}
	}
}

const (
	overTime = "its time is over"
	signsOut = "the person signs out"
	disabled = "the person is disabled"
)

const (
	technician = "tech@fabrikam.example"
	agents     = "Admin agents" // the group by which the technician acts
)

// ends are the ways in which a partner's access ends. Each is prepared, and then done when the act is held.
var ends = map[string]func(t *testing.T, s *apptest.Server, id uid.ID, tech *apptest.Client) func() error{
	"the customer deletes": func(t *testing.T, s *apptest.Server, id uid.ID, _ *apptest.Client) func() error {
		c := s.As(t, "admin@contoso.example")
		return func() error { return try(c, end, vars{"input": vars{"id": id}}, "deleteDelegation", "userErrors") }
	},
	"the partner gives up": func(t *testing.T, s *apptest.Server, id uid.ID, _ *apptest.Client) func() error {
		c := s.As(t, "admin@fabrikam.example")
		return func() error { return try(c, end, vars{"input": vars{"id": id}}, "deleteDelegation", "userErrors") }
	},
	"a newer offer takes roles away": func(t *testing.T, s *apptest.Server, _ uid.ID, _ *apptest.Client) func() error {
		_, token := s.NewOffer(t, apptest.Offer{Roles: []schematype.Role{schematype.DirectoryReader}})
		c := s.As(t, "admin@contoso.example")
		input := vars{"input": vars{"token": token, "delegatedAdministration": true, "termsSha256": c.TermsOf(t, token)}}
		return func() error { return try(c, apptest.Accept, input, "acceptOffer", "delegation", "id") }
	},
	"the person is taken out of the group": func(t *testing.T, s *apptest.Server, _ uid.ID, _ *apptest.Client) func() error {
		c, input := s.As(t, "admin@fabrikam.example"), vars{"groupId": s.Group(t, "Fabrikam", agents), "userIds": []uid.ID{s.Users[technician]}}
		return func() error { return try(c, take, vars{"input": input}, "removeGroupMembers", "results") }
	},
	"the group is deleted": func(t *testing.T, s *apptest.Server, _ uid.ID, _ *apptest.Client) func() error {
		c, input := s.As(t, "admin@fabrikam.example"), vars{"id": s.Group(t, "Fabrikam", agents)}
		return func() error { return try(c, disband, vars{"input": input}, "deleteGroup", "userErrors") }
	},
	"the roles are taken from the group": func(t *testing.T, s *apptest.Server, id uid.ID, _ *apptest.Client) func() error {
		c, input := s.As(t, "admin@fabrikam.example"), vars{"delegationId": id, "groupId": s.Group(t, "Fabrikam", agents), "roles": []string{}}
		return func() error { return try(c, withhold, vars{"input": input}, "assignAccess", "userErrors") }
	},
	overTime: func(_ *testing.T, s *apptest.Server, _ uid.ID, _ *apptest.Client) func() error {
		return func() error { return s.Delegations.Keep(system) }
	},
	signsOut: func(_ *testing.T, s *apptest.Server, _ uid.ID, tech *apptest.Client) func() error {
		c := *tech
		c.URL = s.URL
		return func() error {
			return try(&c, `mutation { signOut { userErrors { code } } }`, nil, "signOut", "userErrors")
		}
	},
	disabled: func(t *testing.T, s *apptest.Server, _ uid.ID, _ *apptest.Client) func() error {
		c := s.As(t, "admin@fabrikam.example")
		return func() error {
			return try(c, `mutation($id: ID!) { setUsersEnabled(input: {ids: [$id], enabled: false}) { results { id } } }`, vars{"id": s.Users[technician]}, "setUsersEnabled", "results", 0, "id")
		}
	},
}

// held holds the next transaction of one person at one point until it is let go.
type held struct {
	who, point string

	mu               sync.Mutex
	before           int           // how many transactions pass first
	reached, release chan struct{} // nil while nothing is to be held
}

// next makes ready to hold the next transaction, or the second one from now.
func (h *held) next(second bool) (reached <-chan struct{}, release func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.reached, h.release, h.before = make(chan struct{}), make(chan struct{}), 0
	if second {
		h.before = 1
	}
	return h.reached, sync.OnceFunc(func() { close(h.release) })
}

func (h *held) pause(ctx context.Context, point string) {
	if viewer.FromContext(ctx).UserName != h.who || point != h.point {
		return
	}
	h.mu.Lock()
	if h.reached != nil && h.before > 0 {
		h.before--
		h.mu.Unlock()
		return
	}
	reached, release := h.reached, h.release
	h.reached = nil
	h.mu.Unlock()
	if reached != nil {
		close(reached)
		<-release
	}
}

// Whatever ends a partner's access, whatever the partner does, and wherever that is at that moment: once the end is
// acknowledged, what the customer sees does not change any more.
func TestRevocation_EachEndAtEachPointOfEachAct(t *testing.T) {
	t.Parallel()
	for _, ending := range slices.Sorted(maps.Keys(ends)) {
		for _, point := range []string{"locked", "authorized", "written", "committed"} {
			t.Run(fmt.Sprintf("%s at %s", ending, point), func(t *testing.T) {
				t.Parallel()
				databases := apptest.OnBoth
				if ending == overTime { // one SQLite process has one clock; internal/delegation has that case
					databases = func(t *testing.T, test func(*testing.T, apptest.Database)) { t.Helper(); test(t, apptest.Postgres(t)) }
				}
				databases(t, func(t *testing.T, db apptest.Database) {
					hold := &held{who: technician, point: point}
					// Two servers on one database; on SQLite, which has one, both are the same.
					acting := apptest.NewServer(t, db, store.Options{Pause: hold.pause})
					other := acting
					if db.Dialect == "postgres" {
						options := store.Options{}
						if ending == overTime {
							options.Skew = func() time.Duration { return 91 * 24 * time.Hour }
						}
						other = acting.NewReplica(t, db, options)
					}
					acting.DNS = apptest.NewDNS(t)
					if err := directory.FillCatalog(system, acting.Store); err != nil {
						t.Fatal(err)
					}
					for _, name := range slices.Sorted(maps.Keys(partnerActs)) {
						endsDuring(t, acting, other, hold, ending, name)
					}
				})
			})
		}
	}
}

// endsDuring has the partner do something at one server, holds it, and ends the access at the other meanwhile.
func endsDuring(t *testing.T, acting, other *apptest.Server, hold *held, ending, name string) {
	t.Helper()
	target := newTarget(t, acting, name)
	id := acting.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator, schematype.PrivilegedRoleAdministrator, schematype.DomainNameAdministrator)
	tech := acting.As(t, technician)
	admin := *acting.As(t, "admin@contoso.example")
	admin.URL = other.URL
	finish := ends[ending](t, other, id, tech)
	input := vars{"input": partnerActs[name].input(target)}
	document := fmt.Sprintf("mutation($input: %s!) { %s(input: $input) { userErrors { code } } }", strings.ToUpper(name[:1])+name[1:]+"Input", name)

	reached, release := hold.next(partnerActs[name].second)
	acted := make(chan string, 1)
	go func() {
		r, err := tech.TryQuery(document, input)
		acted <- fmt.Sprint(r.Raw, err)
	}()
	<-reached
	ended := make(chan error, 1)
	go func() { ended <- finish() }()
	var seen string
	select {
	case err := <-ended: // acknowledged while the act is held
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		seen = lookOf(t, &admin)
		release()
		<-acted
	case <-time.After(100 * time.Millisecond): // it waits for the act
		release()
		if answer := <-acted; strings.Contains(answer, `"errors"`) {
			t.Errorf("%s, for which the end has waited, answers %s", name, answer)
		}
		if err := <-ended; err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		seen = lookOf(t, &admin)
	}
	if now := lookOf(t, &admin); now != seen {
		t.Errorf("%s: after the acknowledgement the customer saw %s, and now sees %s", name, seen, now)
	}
	if ending != overTime { // only the other server has that time
		r, err := tech.TryQuery(document, input)
		if err != nil || len(r.Codes()) != 1 {
			t.Errorf("%s after the acknowledgement answers %s %v", name, r.Raw, err)
		}
		if now := lookOf(t, &admin); now != seen {
			t.Errorf("%s: refused, it changes what the customer sees from %s to %s", name, seen, now)
		}
	}
	acting.Tx(t, func(ctx context.Context, tx *store.Tx) error {
		if err := tx.User.Update().Where(user.ID(acting.Users[technician])).SetEnabled(true).Exec(ctx); err != nil {
			return err
		}
		return regroup(ctx, tx, acting)
	})
}

// regroup puts the technician back into the group, which may be gone.
func regroup(ctx context.Context, tx *store.Tx, s *apptest.Server) error {
	organization, person := s.Organizations["Fabrikam"], s.Users[technician]
	id, err := tx.Group.Query().Where(group.OrganizationID(organization), group.Name(agents)).OnlyID(ctx)
	if ent.IsNotFound(err) {
		var g *ent.Group
		g, err = tx.Group.Create().SetOrganizationID(organization).SetName(agents).SetNameKey(directory.NameKey(agents)).
			SetDefaultRoleSet(schematype.Roles(schematype.AllRoles...)).SetCreatedAt(tx.Now).Save(ctx)
		if err == nil {
			id = g.ID
		}
	}
	if err != nil {
		return err
	}
	if there, err := tx.GroupMember.Query().Where(groupmember.GroupID(id), groupmember.UserID(person)).Exist(ctx); err != nil || there {
		return err
	}
	return tx.GroupMember.Create().SetGroupID(id).SetUserID(person).SetAddedAt(tx.Now).Exec(ctx)
}

// newTarget makes at Contoso what one act is done to.
func newTarget(t *testing.T, s *apptest.Server, name string) on {
	t.Helper()
	var how userUpdate
	if before := partnerActs[name].before; before != nil {
		before(&how)
	}
	o := on{customer: s.Organizations["Contoso"]}
	host, proof := strings.ToLower(name)+".example", "proof"
	s.DNS.Set("_delegated-admin."+host, apptest.Answer{TXT: [][]string{{"delegated-admin-verification=" + proof}}})
	s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
		create := tx.User.Create().SetOrganizationID(o.customer).SetUserName(strings.ToLower(name) + "@contoso.example").
			SetEmail(strings.ToLower(name) + "@mail.example").SetDisplayName(name).SetPasswordHash("x").SetCreatedAt(tx.Now).
			SetRoleSet(schematype.Roles(schematype.DirectoryReader)).SetEnabled(!how.deleted).SetRestoreEnabled(how.deleted)
		if how.deleted {
			create.SetDeletedAt(tx.Now)
		}
		o.person = must(create.Save(ctx)).ID
		d := tx.Domain.Create().SetOrganizationID(o.customer).SetName(host).SetProof(proof).SetCreatedAt(tx.Now)
		if !how.unverified {
			d.SetVerifiedAt(tx.Now)
		}
		o.domain = must(d.Save(ctx)).ID
		product := must(tx.Product.Query().FirstID(ctx))
		offer := must(tx.Offer.Create().SetPartnerID(s.Partners["Wingtip"]).SetSentByID(s.Users["admin@wingtip.example"]).SetSentByName("Admin").
			SetCustomerEmail("admin@contoso.example").SetStatus(schematype.OfferAccepted).SetRoleSet(0).SetDurationDays(7).
			SetTermsID(must(tx.Terms.Query().FirstID(ctx))).SetCreatedAt(tx.Now).SetSentAt(tx.Now).SetExpiresAt(tx.Now).Save(ctx))
		sub := tx.Subscription.Create().SetOrganizationID(o.customer).SetProductID(product).SetOfferID(offer.ID).
			SetKind(schematype.SubscriptionPurchase).SetSeats(5).SetStartsAt(tx.Now).SetEndsAt(tx.Now.AddDate(1, 0, 0))
		if how.licensed {
			sub.SetAssignedSeats(1)
		}
		o.subscription = must(sub.Save(ctx)).ID
		if how.licensed {
			return tx.License.Create().SetOrganizationID(o.customer).SetSubscriptionID(o.subscription).SetProductID(product).
				SetUserID(o.person).SetAssignedAt(tx.Now).Exec(ctx)
		}
		return nil
	})
	return o
}

// try runs a mutation and wants something at a path of its data.
func try(c *apptest.Client, document string, v vars, path ...any) error {
	r, err := c.TryQuery(document, apptest.Vars(v))
	if err != nil {
		return err
	}
	if len(r.Errors) > 0 || r.At(path...) == nil {
		return fmt.Errorf("the API answers %s", r.Raw)
	}
	return nil
}

// lookOf is what the customer sees of everything that a partner can change, with how many things were done there.
func lookOf(t *testing.T, admin *apptest.Client) string {
	t.Helper()
	const users = `edges { node { userName displayName enabled roles protected } }`
	return admin.MustQuery(t, `{ viewer { organization { contact { name } domains(first: 100) { edges { node { name verifiedAt isDefault } } }
		subscriptions(first: 100) { edges { node { assignedSeats } } } auditEvents(filter: {result: DONE}, first: 1) { totalCount }
		users(first: 100) { `+users+` } deleted: users(first: 100, filter: {deleted: true}) { `+users+` } } } }`, nil).Raw
}
