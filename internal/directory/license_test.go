package directory_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/license"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/subscription"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
)

// newSubscription is one of Contoso with so many seats, which came with an offer of Fabrikam. changes are what else it has.
func newSubscription(tb testing.TB, s *apptest.Server, number int, changes ...func(*ent.SubscriptionCreate)) (id uid.ID) {
	tb.Helper()
	if err := directory.FillCatalog(system, s.Store); err != nil {
		tb.Fatal(err)
	}
	s.Tx(tb, func(ctx context.Context, tx *store.Tx) error {
		product := tx.Product.Query().FirstX(ctx)
		partner := s.Partners["Fabrikam"]
		offer, err := tx.Offer.Create().SetPartnerID(partner).SetSentByID(s.Users["admin@fabrikam.example"]).SetSentByName("Admin").
			SetCustomerEmail(admin).SetStatus(schematype.OfferAccepted).SetRoleSet(0).SetDurationDays(7).SetTermsID(tx.Terms.Query().FirstIDX(ctx)).
			SetCreatedAt(tx.Now).SetSentAt(tx.Now).SetExpiresAt(tx.Now.Add(time.Hour)).SetCustomerID(s.Organizations["Contoso"]).Save(ctx)
		if err != nil {
			return err
		}
		create := tx.Subscription.Create().SetOrganizationID(s.Organizations["Contoso"]).SetProductID(product.ID).SetOfferID(offer.ID).
			SetKind(schematype.SubscriptionPurchase).SetSeats(number).SetStartsAt(tx.Now.Add(-time.Hour)).SetEndsAt(tx.Now.AddDate(0, 1, 0))
		for _, change := range changes {
			change(create)
		}
		sub, err := create.Save(ctx)
		if err == nil {
			id = sub.ID
		}
		return err
	})
	return id
}

func assignLicenses(t *testing.T, c *apptest.Client, sub uid.ID, ids ...uid.ID) []string {
	t.Helper()
	return mutate(t, c, "assignLicenses", "AssignLicensesInput", vars{"subscriptionId": sub, "userIds": append([]uid.ID{}, ids...)})
}

func removeLicenses(t *testing.T, c *apptest.Client, sub uid.ID, ids ...uid.ID) []string {
	t.Helper()
	return mutate(t, c, "removeLicenses", "RemoveLicensesInput", vars{"subscriptionId": sub, "userIds": ids})
}

// wantSeats holds the number on the subscription to the licenses that there are.
func wantSeats(t *testing.T, s *apptest.Server, sub uid.ID, want int) {
	t.Helper()
	counted := s.Store.Ent().License.Query().Where(license.SubscriptionID(sub)).CountX(system)
	if noted := s.Store.Ent().Subscription.GetX(system, sub).AssignedSeats; noted != want || counted != want {
		t.Errorf("%d licenses, of which the subscription counts %d; want %d", counted, noted, want)
	}
}

func TestLicenses_OnBehalf_FromTheFirstSeatToTheLast(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		sub, small := newSubscription(t, s, 3), newSubscription(t, s, 1)
		d := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.LicenseAdministrator)
		partner, own := s.As(t, tech), s.As(t, admin)

		wantCodes(t, "assign, to an administrator and twice to one too", assignLicenses(t, partner, sub, s.Users[adele], s.Users[admin], s.Users[adele]), "", "", "")
		wantCodes(t, "assign again", assignLicenses(t, partner, sub, s.Users[adele]), "")
		wantSeats(t, s, sub, 2)
		wantCodes(t, "one too many", assignLicenses(t, own, sub, s.Users[henry], s.Users[uma]), "", "CONFLICT")
		wantCodes(t, "another subscription", assignLicenses(t, own, small, s.Users[adele]), "")
		wantCodes(t, "somebody else's user", assignLicenses(t, own, sub, s.Users["nina@northwind.example"]), "NOT_FOUND")
		wantCodes(t, "no such subscription", assignLicenses(t, own, "sub_00000000000000000000000000000000", s.Users[adele]), "NOT_FOUND")
		wantCodes(t, "none", assignLicenses(t, own, sub), "INVALID")

		r := partner.MustQuery(t, `query($sub: ID!, $user: ID!) {
			subscription: node(id: $sub) { ... on Subscription { seats assignedSeats availableSeats ended viewerCanAssign licenses(first: 2) { totalCount edges { node { user { userName } assignedBy { name } product { name } } } } } }
			user: node(id: $user) { ... on User { licenses { id product { name } subscription { id } assignedBy { name } } } } }`, vars{"sub": sub, "user": s.Users[adele]})
		if got := fmt.Sprint(r.At("subscription", "assignedSeats"), r.At("subscription", "availableSeats"), r.At("subscription", "ended"), r.At("subscription", "viewerCanAssign"), r.At("subscription", "licenses", "totalCount")); got != "3 0 false true 3" {
			t.Errorf("the subscription is %s", r.Raw)
		}
		list, _ := r.At("user", "licenses").([]any)
		if len(list) != 2 || r.At("user", "licenses", 0, "assignedBy", "name") != "Fabrikam" || r.At("user", "licenses", 1, "assignedBy") != nil {
			t.Errorf("the licenses of a user are %s", r.Raw)
		}
		for filter, want := range map[string]float64{"licensed: true": 3, "licensed: false": 2} {
			r := own.MustQuery(t, `{ viewer { organization { users(filter: {`+filter+`}) { totalCount } } } }`, nil)
			if got := r.At("viewer", "organization", "users", "totalCount"); got != want {
				t.Errorf("%s: %v users, want %v", filter, got, want)
			}
		}

		wantCodes(t, "remove, also where there is none", removeLicenses(t, partner, sub, s.Users[henry], s.Users[uma]), "", "")
		wantSeats(t, s, sub, 2)
		wantCodes(t, "protect", protect(t, own, true, s.Users[adele]), "")
		wantCodes(t, "a protected user on behalf", removeLicenses(t, partner, sub, s.Users[adele]), "FORBIDDEN")
		wantCodes(t, "unprotect", protect(t, own, false, s.Users[adele]), "")

		wantCodes(t, "disable", setEnabled(t, own, false, s.Users[adele]), "")
		wantSeats(t, s, sub, 2)
		wantCodes(t, "delete", deleteUsers(t, own, s.Users[adele]), "")
		wantSeats(t, s, sub, 1)
		wantSeats(t, s, small, 0)
		wantCodes(t, "to a deleted one", assignLicenses(t, own, sub, s.Users[adele]), "CONFLICT")
		wantCodes(t, "restore", restore(t, own, s.Users[adele]), "")
		wantSeats(t, s, sub, 1)

		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.Subscription.Update().Where(subscription.ID(sub)).SetEndsAt(tx.Now).Exec(ctx)
		})
		wantCodes(t, "after its end", assignLicenses(t, partner, sub, s.Users[uma]), "EXPIRED")
		wantCodes(t, "remove after its end", removeLicenses(t, partner, sub, s.Users[admin]), "")
		wantSeats(t, s, sub, 0)
		wantCodes(t, "a reader", assignLicenses(t, s.As(t, reader), sub, s.Users[uma]), "FORBIDDEN")
		wantCodes(t, "who sees no subscriptions", assignLicenses(t, s.As(t, henry), sub, s.Users[uma]), "NOT_FOUND")
		wantCodes(t, "a stranger", assignLicenses(t, s.As(t, stranger), sub, s.Users[uma]), "NOT_FOUND")
		wantCodes(t, "nobody", assignLicenses(t, s.Anonymous(t), sub, s.Users[uma]), "UNAUTHENTICATED")
		own.MustQuery(t, `mutation($id: ID!) { deleteDelegation(input: {id: $id}) { userErrors { code } } }`, vars{"id": d})
		wantCodes(t, "after the delegation", removeLicenses(t, partner, small, s.Users[adele]), "NOT_FOUND")
		wantCodes(t, "the log", actions(t, s, "Contoso", "license."),
			"license.assign", "license.assign", "license.assign", "license.assign", "(license.assign)", "(license.assign)", "license.remove",
			"(license.remove)", "license.remove", "(license.assign)", "(license.assign)")
	})
}

// A hundred people ask at once, on two servers where the database allows it, for ten seats; then everything at once.
func TestLicenses_AHundredAtOnce_NeverMoreThanTheSeats(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		const many, free = 100, 10
		s := apptest.NewServer(t, db)
		servers := []*apptest.Server{s, s}
		if db.Dialect == "postgres" {
			servers[1] = s.NewReplica(t, db)
		}
		sub, other := newSubscription(t, s, free), newSubscription(t, s, free)
		lines := make([]vars, many)
		for i := range lines {
			lines[i] = newUser(fmt.Sprintf("user%d", i), "email", nil)
		}
		_, ids := create(t, s.As(t, admin), s.Organizations["Contoso"], false, lines...)
		clients := []*apptest.Client{servers[0].As(t, admin), servers[1].As(t, uma)}
		ask := func(i int, mutation string, input vars) string {
			kind := map[string]string{"assignLicenses": "AssignLicensesInput", "removeLicenses": "RemoveLicensesInput", "deleteUsers": "DeleteUsersInput"}[mutation]
			r, err := clients[i%2].TryQuery(fmt.Sprintf(`mutation($input: %s!) { %s(input: $input) { results { userErrors { code } } } }`, kind, mutation), vars{"input": input})
			if err != nil || len(r.Errors) > 0 {
				t.Errorf("%s answers %s %v", mutation, r.Raw, err)
			}
			code, _ := r.At(mutation, "results", 0, "userErrors", 0, "code").(string)
			return code
		}
		codes := make([]string, many)
		var group sync.WaitGroup
		for i, id := range ids {
			group.Go(func() { codes[i] = ask(i, "assignLicenses", vars{"subscriptionId": sub, "userIds": []uid.ID{id}}) })
		}
		group.Wait()
		slices.Sort(codes)
		if codes[free-1] != "" || codes[free] != "CONFLICT" || codes[many-1] != "CONFLICT" {
			t.Errorf("a hundred at once got %q", codes)
		}
		wantSeats(t, s, sub, free)

		// Whoever comes back meanwhile, and whoever goes: there are as many licenses as are counted, and no more than seats.
		for i, id := range ids {
			group.Go(func() {
				switch i % 4 {
				case 0:
					ask(i, "deleteUsers", vars{"ids": []uid.ID{id}})
				case 1:
					ask(i, "removeLicenses", vars{"subscriptionId": sub, "userIds": []uid.ID{id}})
				default:
					ask(i, "assignLicenses", vars{"subscriptionId": sub, "userIds": []uid.ID{id}})
				}
			})
			group.Go(func() { ask(i+1, "assignLicenses", vars{"subscriptionId": other, "userIds": []uid.ID{id}}) })
		}
		group.Wait()
		for _, each := range []uid.ID{sub, other} {
			n := s.Store.Ent().License.Query().Where(license.SubscriptionID(each)).CountX(system)
			if n > free {
				t.Errorf("%d licenses for %d seats", n, free)
			}
			wantSeats(t, s, each, n)
		}
	})
}

// A page of users with their licenses, of licenses with their users, and of domains, costs the same number of statements
// however long it is.
func TestLicensesAndDomains_CostAFixedNumberOfStatements(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		partner, contoso := s.As(t, tech), s.Organizations["Contoso"]
		one, two := newSubscription(t, s, 60), newSubscription(t, s, 60)
		var lines []vars
		for i := range 60 {
			lines = append(lines, newUser(fmt.Sprintf("user%d", i), "email", nil))
			if i < 20 {
				addDomain(t, s, s.As(t, admin), "Contoso", fmt.Sprintf("contoso%d.example", i))
			}
		}
		_, ids := create(t, partner, contoso, false, lines...)
		assignLicenses(t, partner, one, ids...)
		assignLicenses(t, partner, two, ids...)
		for name, c := range map[string]struct {
			id       uid.ID
			document string
			each     string
			most     int64
		}{
			// The session, the object, the list; the licenses with their products, the subscriptions with theirs, the partners.
			"users":    {contoso, `{ ... on Organization { users(first: %d, search: "user") { edges { node { id licenses { id product { name } assignedBy { name } subscription { id product { name } seats assignedSeats viewerCanAssign } } } } } } }`, `"licenses":`, 9},
			"licenses": {one, `{ ... on Subscription { licenses(first: %d) { edges { node { id product { name } assignedBy { name } user { userName } } } } } }`, `"userName":`, 7},
			"domains":  {contoso, `{ ... on Organization { domains(first: %d) { edges { node { name isDefault verification { recordValue } addedBy { name } userCount viewerCanManage } } } } }`, `"userCount":`, 5},
		} {
			for _, size := range []int{5, 20} {
				before := s.Statements.Load()
				r := partner.MustQuery(t, fmt.Sprintf(`query($id: ID!) { node(id: $id) %s }`, fmt.Sprintf(c.document, size)), vars{"id": c.id})
				if got := strings.Count(r.Raw, c.each); got != size {
					t.Fatalf("%s: %d rows: %.500s", name, got, r.Raw)
				}
				if n := s.Statements.Load() - before; n != c.most {
					t.Errorf("%s: %d rows cost %d statements, want %d", name, size, n, c.most)
				}
			}
		}
	})
}

// A subscription has a history of its own, though each event is about a user.
func TestLicenses_AreInTheHistoryOfTheirSubscription(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		sub, other := newSubscription(t, s, 3), newSubscription(t, s, 3)
		own := s.As(t, admin)
		assignLicenses(t, own, sub, s.Users[adele], s.Users[henry])
		assignLicenses(t, own, other, s.Users[henry])
		removeLicenses(t, own, sub, s.Users[adele])
		deleteUsers(t, own, s.Users[henry])
		for id, want := range map[uid.ID][]string{
			sub:            {"user.delete", "license.remove", "license.assign", "license.assign"},
			other:          {"user.delete", "license.assign"},
			s.Users[adele]: {"license.remove", "license.assign"},
		} {
			r := own.MustQuery(t, `query($id: ID!) { viewer { organization { auditEvents(filter: {targetId: $id}) { edges { node { action } } } } } }`, vars{"id": id})
			var got []string
			list, _ := r.At("viewer", "organization", "auditEvents", "edges").([]any)
			for i := range list {
				action, _ := r.At("viewer", "organization", "auditEvents", "edges", i, "node", "action").(string)
				got = append(got, action)
			}
			wantCodes(t, "the history of "+string(id), got, want...)
		}
	})
}
