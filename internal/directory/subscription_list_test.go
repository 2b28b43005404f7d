package directory_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/product"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/directory"
)

func TestSubscriptions_AreNarrowedByProductKindEndAndSeats(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.NewDelegation(t, "Fabrikam", "Contoso", schematype.LicenseAdministrator)
		if err := directory.FillCatalog(system, s.Store); err != nil {
			t.Fatal(err)
		}
		products := s.Store.Ent().Product.Query().Order(product.ByName()).Limit(2).IDsX(system)
		now := s.Store.Clock()
		in := func(days int) string { return now.AddDate(0, 0, days).Format(time.RFC3339) }
		names := map[uid.ID]string{}
		for name, change := range map[string]func(*ent.SubscriptionCreate){
			"bought": func(c *ent.SubscriptionCreate) { c.SetProductID(products[0]) },
			"full":   func(c *ent.SubscriptionCreate) { c.SetProductID(products[1]).SetAssignedSeats(2) },
			"trial": func(c *ent.SubscriptionCreate) {
				c.SetProductID(products[1]).SetKind(schematype.SubscriptionTrial).SetEndsAt(now.AddDate(0, 0, 7))
			},
			"over": func(c *ent.SubscriptionCreate) { c.SetProductID(products[1]).SetEndsAt(now.Add(-time.Minute)) },
		} {
			names[newSubscription(t, s, 2, change)] = name
		}
		own, partner := s.As(t, admin), s.As(t, tech)
		for filter, want := range map[string][]string{
			``: {"bought", "full", "over", "trial"},
			`productId: "` + string(products[0]) + `"`: {"bought"},
			`kind: TRIAL`:                   {"trial"},
			`kind: PURCHASE`:                {"bought", "full", "over"},
			`ended: true`:                   {"over"},
			`ended: false`:                  {"bought", "full", "trial"},
			`endsBefore: "` + in(8) + `"`:   {"over", "trial"},
			`available: true`:               {"bought", "trial"},
			`available: false`:              {"full", "over"},
			`kind: TRIAL, available: false`: nil,
			`productId: "prd_00000000000000000000000000000000"`: nil,
		} {
			for _, c := range []*apptest.Client{own, partner} {
				r := c.MustQuery(t, `query($id: ID!) { node(id: $id) { ... on Organization { subscriptions(filter: {`+filter+`}) { totalCount edges { node { id } } } } } }`, vars{"id": s.Organizations["Contoso"]})
				edges, _ := r.At("node", "subscriptions", "edges").([]any)
				var got []string
				for i := range edges {
					got = append(got, names[uid.ID(fmt.Sprint(r.At("node", "subscriptions", "edges", i, "node", "id")))])
				}
				slices.Sort(got)
				wantCodes(t, filter, got, want...)
				if total := r.At("node", "subscriptions", "totalCount"); total != float64(len(got)) {
					t.Errorf("%s: the count is %v", filter, total)
				}
			}
		}
		wantCodes(t, "who may not read them", s.As(t, henry).Query(t, `{ viewer { organization { subscriptions(filter: {ended: true}) { totalCount } } } }`, nil).Codes(), "FORBIDDEN")
	})
}
