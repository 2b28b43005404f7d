package proof

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/anishathalye/porcupine"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
)

const (
	act      = `mutation($input: UpdateOrganizationContactInput!) { updateOrganizationContact(input: $input) { userErrors { code } } }`
	end      = `mutation($input: DeleteDelegationInput!) { deleteDelegation(input: $input) { userErrors { code } } }`
	take     = `mutation($input: GroupMembersInput!) { removeGroupMembers(input: $input) { results { userErrors { code } } } }`
	disband  = `mutation($input: DeleteGroupInput!) { deleteGroup(input: $input) { userErrors { code } } }`
	withhold = `mutation($input: AssignAccessInput!) { assignAccess(input: $input) { userErrors { code } } }`
	see      = `{ viewer { organization { contact { name } } } }`
)

// pair is a delegation with a person at each side. The partner's person acts by a group of their own, which the partner's
// administrator may take away.
type pair struct {
	customer, delegation, group, person uid.ID
	admin, tech, boss                   session
	end                                 string // how it ends
}

// waysToEnd are the ways in which what the partner's person may do is taken from them.
var waysToEnd = []string{"the customer deletes", "taken out of the group", "the customer deletes", "the group is deleted", "the roles are taken"}

// pairs makes n customers that one partner administers, each with an administrator's and a technician's session, to end in
// every way in turn.
func pairs(t *testing.T, st *store.Store, n int) []pair {
	t.Helper()
	people := apptest.NewPeople(t, st)
	out := make([]pair, n)
	admins := make([]uid.ID, n)
	err := st.WithTx(system, nil, func(ctx context.Context, tx *store.Tx) error {
		partner := people.Partners["Fabrikam"]
		terms, err := tx.Terms.Query().First(ctx)
		if err != nil {
			return err
		}
		for i := range out {
			o, admin, err := directory.Create(ctx, tx, directory.NewOrganization{
				DisplayName: fmt.Sprintf("Customer %d", i), Domain: fmt.Sprintf("customer%d.example", i),
				Administrator: "admin", AdministratorFor: "Admin", Email: fmt.Sprintf("admin@customer%d.example", i),
			})
			if err != nil {
				return err
			}
			roles := schematype.Roles(schematype.UserAdministrator)
			offer, err := tx.Offer.Create().SetPartnerID(partner).SetSentByID(people.Users["admin@fabrikam.example"]).SetSentByName("Admin").
				SetCustomerEmail("admin@customer.example").SetStatus(schematype.OfferAccepted).SetRoleSet(roles).SetDurationDays(90).
				SetTermsID(terms.ID).SetCreatedAt(tx.Now).SetSentAt(tx.Now).SetExpiresAt(tx.Now.Add(time.Hour)).SetCustomerID(o.ID).Save(ctx)
			if err != nil {
				return err
			}
			d, err := tx.Delegation.Create().SetPartnerID(partner).SetCustomerID(o.ID).SetOfferID(offer.ID).SetAcceptedByID(admin.ID).
				SetRoleSet(roles).SetActivatedAt(tx.Now).SetExpiresAt(tx.Now.AddDate(0, 0, 90)).Save(ctx)
			if err != nil {
				return err
			}
			person, err := tx.User.Create().SetOrganizationID(people.Organizations["Fabrikam"]).SetUserName(fmt.Sprintf("tech%d@fabrikam.example", i)).
				SetDisplayName("Technician").SetRoleSet(0).SetCreatedAt(tx.Now).Save(ctx)
			if err != nil {
				return err
			}
			name := fmt.Sprintf("group %d", i)
			group, err := tx.Group.Create().SetOrganizationID(people.Organizations["Fabrikam"]).SetName(name).SetNameKey(name).SetCreatedAt(tx.Now).Save(ctx)
			if err != nil {
				return err
			}
			if err := tx.GroupMember.Create().SetGroupID(group.ID).SetUserID(person.ID).SetAddedAt(tx.Now).Exec(ctx); err != nil {
				return err
			}
			if err := tx.AccessAssignment.Create().SetGroupID(group.ID).SetDelegationID(d.ID).SetRoleSet(roles).SetCreatedAt(tx.Now).Exec(ctx); err != nil {
				return err
			}
			out[i] = pair{customer: o.ID, delegation: d.ID, group: group.ID, person: person.ID, end: waysToEnd[i%len(waysToEnd)]}
			admins[i] = admin.ID
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range out {
		if out[i].admin, err = signIn(system, st, admins[i]); err != nil {
			t.Fatal(err)
		}
		if out[i].tech, err = signIn(system, st, out[i].person); err != nil {
			t.Fatal(err)
		}
		if out[i].boss, err = signIn(system, st, people.Users["admin@fabrikam.example"]); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// operation is an input of the model: the partner acts with a value, the customer revokes, or the customer reads.
type operation struct {
	kind  string
	value int
}

// result is an output: whether an act or a revocation was done, and what a read saw. unknown is an act of which nobody
// knows what came.
type result struct {
	done, unknown bool
	value         int
}

type state struct {
	live  bool
	value int
}

// model is the promise: acts take effect while the delegation lives, in an order that the customer's own reads agree
// with.
var model = porcupine.Model{
	Init: func() any { return state{live: true} },
	Step: func(before, input, output any) (bool, any) {
		s, in, out := before.(state), input.(operation), output.(result)
		switch in.kind {
		case "act":
			switch {
			case out.done:
				return s.live, state{s.live, in.value}
			case out.unknown:
				if s.live {
					return true, state{true, in.value}
				}
				return true, s
			default:
				return !s.live, s
			}
		case "revoke":
			return s.live, state{false, s.value}
		default:
			return out.value == s.value, s
		}
	},
	DescribeOperation: func(input, output any) string { return fmt.Sprintf("%v → %v", input, output) },
}

// revoke takes from the partner's person what they may do.
func (p pair) revoke(at *process) (answer, error) {
	switch p.end {
	case "taken out of the group":
		return p.boss.ask(at, take, vars{"input": vars{"groupId": p.group, "userIds": []uid.ID{p.person}}})
	case "the group is deleted":
		return p.boss.ask(at, disband, vars{"input": vars{"id": p.group}})
	case "the roles are taken":
		return p.boss.ask(at, withhold, vars{"input": vars{"delegationId": p.delegation, "groupId": p.group, "roles": []string{}}})
	default:
		return p.admin.ask(at, end, vars{"input": vars{"id": p.delegation}})
	}
}

// history has one partner's acts at three servers, the end of what allows them, and the customer's reads after it.
func (p pair) history(servers []*process) (ops []porcupine.Operation, revoked time.Duration, err error) {
	var mu sync.Mutex
	begin := time.Now()
	record := func(client int, in operation, call time.Time, out result) {
		mu.Lock()
		defer mu.Unlock()
		ops = append(ops, porcupine.Operation{ClientId: client, Input: in, Call: call.Sub(begin).Nanoseconds(), Output: out, Return: time.Since(begin).Nanoseconds()})
	}
	fail := func(e error) {
		mu.Lock()
		defer mu.Unlock()
		if err == nil {
			err = e
		}
	}
	stop := make(chan struct{})
	var partner sync.WaitGroup
	for client := range 3 {
		partner.Go(func() {
			at := servers[client%len(servers)]
			for i := 1; ; i++ {
				value, call := client*1_000_000+i, time.Now()
				a, e := p.tech.ask(at, act, vars{"input": vars{"organizationId": p.customer, "name": strconv.Itoa(value)}})
				switch code := a.code(); {
				case e != nil:
					record(client, operation{"act", value}, call, result{unknown: true})
					fail(e)
					return
				case code == "NOT_FOUND":
					record(client, operation{"act", value}, call, result{})
				case code != "":
					fail(fmt.Errorf("an act answers %s", code))
					return
				default:
					record(client, operation{"act", value}, call, result{done: true})
				}
				select {
				case <-stop:
					return
				default:
				}
			}
		})
	}
	time.Sleep(time.Duration(10+rand.IntN(40)) * time.Millisecond)
	call := time.Now()
	a, e := p.revoke(servers[rand.IntN(len(servers))])
	revoked = time.Since(call)
	if e != nil || a.code() != "" {
		fail(fmt.Errorf("%s: the answer is %q: %w", p.end, a.code(), e))
	}
	record(3, operation{kind: "revoke"}, call, result{done: true})
	for i := range 6 {
		call := time.Now()
		a, e := p.admin.ask(servers[i%len(servers)], see, nil)
		if e != nil {
			fail(e)
			break
		}
		name, _ := a.at("viewer", "organization", "contact", "name").(string)
		value, _ := strconv.Atoi(name)
		record(3, operation{kind: "read"}, call, result{value: value})
		time.Sleep(time.Millisecond)
	}
	close(stop)
	partner.Wait()
	return ops, revoked, err
}

// illegal counts the delegations whose history the promise does not allow, and tells how long the deletions took.
func illegal(t *testing.T, all []pair, servers []*process) (n int, took []time.Duration) {
	t.Helper()
	var mu sync.Mutex
	var group sync.WaitGroup
	next := make(chan pair)
	for range 4 {
		group.Go(func() {
			for p := range next {
				ops, revoked, err := p.history(servers)
				if err != nil {
					t.Error(err)
				}
				verdict := porcupine.CheckOperationsTimeout(model, ops, 10*time.Second)
				mu.Lock()
				took = append(took, revoked)
				if verdict != porcupine.Ok {
					n++
				}
				mu.Unlock()
			}
		})
	}
	for _, p := range all {
		next <- p
	}
	close(next)
	group.Wait()
	slices.Sort(took)
	return n, took
}

// No act of a partner takes effect after the customer was told that the delegation is deleted, as the customer itself
// sees it, on any server; and the deletion does not wait long while the partner saturates the servers.
func TestRevocation_IsLinearizable(t *testing.T) {
	for name, c := range map[string]struct {
		database func(testing.TB) apptest.Database
		servers  int
	}{
		"SQLite":     {apptest.SQLite, 1},
		"PostgreSQL": {apptest.DurablePostgres, 3},
	} {
		t.Run(name, func(t *testing.T) {
			n, took := revoke(t, "", c.database(t), c.servers, revokedDelegations)
			p99, longest := took[len(took)*99/100], took[len(took)-1]
			t.Logf("%d delegations, %d illegal; deletion p50 %v, p99 %v, max %v", len(took), n, took[len(took)/2], p99, longest)
			if n != 0 {
				t.Errorf("%d of %d histories are not linearizable", n, len(took))
			}
			if p99 > 500*time.Millisecond || longest > 2*time.Second {
				t.Errorf("a deletion took p99 %v, max %v", p99, longest)
			}
		})
	}
}

// The same experiment finds the obvious check, read and then write without the locks, at fault.
func TestRevocation_TheExperimentHasTeeth(t *testing.T) {
	const n = 40
	bad, took := revoke(t, "teeth", apptest.DurablePostgres(t), 3, n)
	t.Logf("without the locks: %d of %d illegal", bad, len(took))
	if bad < n*30/100 {
		t.Errorf("without the locks only %d of %d histories are found illegal", bad, n)
	}
}

func revoke(t *testing.T, tags string, db apptest.Database, servers, n int) (bad int, took []time.Duration) {
	t.Helper()
	st := db.Store(t)
	all := pairs(t, st, n)
	running := make([]*process, servers)
	for i := range running {
		running[i] = start(t, binary(t, tags), db.URL)
	}
	return illegal(t, all, running)
}
