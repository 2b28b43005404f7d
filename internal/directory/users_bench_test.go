package directory_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// crowd is how many users the organization of the benchmark has.
const crowd = 100_000

// fillWithUsers gives Contoso its crowd: one in a hundred deleted, one in fifty disabled, one in a thousand with a role, one
// in ten made by Fabrikam, and half of them with a license of the subscription.
func fillWithUsers(b *testing.B, s *apptest.Server, db apptest.Database, subscriptionID uid.ID) {
	b.Helper()
	const some = 1000
	contoso, productID := s.Organizations["Contoso"], s.Store.Ent().Product.Query().FirstIDX(system)
	for from := 0; from < crowd; from += some {
		s.Tx(b, func(ctx context.Context, tx *store.Tx) error {
			rows := make([]*ent.UserCreate, some)
			for i := range rows {
				n := from + i
				name := fmt.Sprintf("First%d Second%d", n, n%97)
				rows[i] = tx.User.Create().SetOrganizationID(contoso).SetUserName(fmt.Sprintf("user%d@contoso.example", n)).
					SetDisplayName(name).SetNameKey(directory.NameKey(name)).SetEmail(fmt.Sprintf("user%d@mail.example", n)).
					SetCreatedAt(tx.Now.Add(-time.Duration(n) * time.Minute)).SetEnabled(n%50 != 1).SetRoleSet(0)
				switch {
				case n%100 == 1:
					rows[i].SetDeletedAt(tx.Now)
				case n%1000 == 0:
					rows[i].SetRoleSet(schematype.Roles(schematype.UserAdministrator))
				case n%10 == 2:
					rows[i].SetCreatedByID(s.Partners["Fabrikam"])
				}
			}
			users, err := tx.User.CreateBulk(rows...).Save(ctx)
			if err != nil {
				return err
			}
			var licenses []*ent.LicenseCreate
			for i, u := range users {
				if i%2 == 0 {
					licenses = append(licenses, tx.License.Create().SetOrganizationID(contoso).SetSubscriptionID(subscriptionID).SetProductID(productID).
						SetUserID(u.ID).SetAssignedAt(u.CreatedAt))
				}
			}
			if err := tx.License.CreateBulk(licenses...).Exec(ctx); err != nil {
				return err
			}
			return directory.Index(ctx, tx, users...)
		})
	}
	if db.Dialect != dialect.Postgres {
		return
	}
	c, err := pgx.Connect(b.Context(), db.URL)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = c.Close(b.Context()) }()
	if _, err := c.Exec(b.Context(), "VACUUM ANALYZE"); err != nil { // as PostgreSQL does by itself after a while
		b.Fatal(err)
	}
}

// BenchmarkUsers reads pages of 20 and totals of an organization of 100,000 users; see docs/performance.md.
func BenchmarkUsers(b *testing.B) {
	for _, db := range []apptest.Database{apptest.SQLite(b), apptest.Postgres(b)} {
		s := apptest.NewServer(b, db)
		s.NewDelegation(b, "Fabrikam", "Contoso", schematype.UserAdministrator)
		contoso, subscriptionID := s.Organizations["Contoso"], newSubscription(b, s, crowd)
		fillWithUsers(b, s, db, subscriptionID)
		own := viewer.NewContext(b.Context(), viewer.Viewer{UserID: s.Users[admin], OrganizationID: contoso, Roles: schematype.Roles(schematype.GlobalAdministrator)})
		onBehalf := viewer.NewContext(b.Context(), viewer.Viewer{UserID: s.Users[tech], OrganizationID: s.Organizations["Fabrikam"], PartnerID: s.Partners["Fabrikam"]})
		sub := s.Store.Ent().Subscription.GetX(system, subscriptionID)

		yes, no, role := true, false, schematype.UserAdministrator
		middle, err := s.Directory.UsersOf(own, contoso, directory.UserQuery{Filter: directory.UserFilter{Search: fmt.Sprintf("first%d", crowd/2)}})
		if err != nil || len(middle.Items) != 1 {
			b.Fatal(err, middle)
		}
		measure := func(name string, read func() error) {
			b.Run(db.Dialect+"/"+name, func(b *testing.B) {
				for b.Loop() {
					if err := read(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		for _, c := range []struct {
			name string
			ctx  context.Context
			directory.UserQuery
		}{
			{"all", own, directory.UserQuery{}},
			{"all, on behalf", onBehalf, directory.UserQuery{}},
			{"all, from the middle", own, directory.UserQuery{Page: store.PageArgs{After: &middle.Cursors[0]}}},
			{"all, the newest first", own, directory.UserQuery{Order: directory.ByCreatedAt, Desc: true}},
			{"one name", own, directory.UserQuery{Filter: directory.UserFilter{Search: "first4242"}}},
			{"two words", own, directory.UserQuery{Filter: directory.UserFilter{Search: "second42 first9"}}},
			{"a word of all", own, directory.UserQuery{Filter: directory.UserFilter{Search: "second"}}},
			{"a word of nobody", own, directory.UserQuery{Filter: directory.UserFilter{Search: "nobody"}}},
			{"a role", own, directory.UserQuery{Filter: directory.UserFilter{Role: &role}}},
			{"disabled", own, directory.UserQuery{Filter: directory.UserFilter{Enabled: &no}}},
			{"made by a partner", own, directory.UserQuery{Filter: directory.UserFilter{CreatedByPartner: &yes}}},
			{"licensed", own, directory.UserQuery{Filter: directory.UserFilter{Licensed: &yes}}},
			{"not licensed", own, directory.UserQuery{Filter: directory.UserFilter{Licensed: &no}}},
			{"deleted", own, directory.UserQuery{Filter: directory.UserFilter{Deleted: true}}},
		} {
			measure(c.name+"/page", func() error { _, err := s.Directory.UsersOf(c.ctx, contoso, c.UserQuery); return err })
			measure(c.name+"/total", func() error { _, err := s.Directory.CountUsersOf(c.ctx, contoso, c.Filter); return err })
		}
		page, err := s.Directory.UsersOf(own, contoso, directory.UserQuery{})
		if err != nil {
			b.Fatal(err)
		}
		ids := make([]uid.ID, len(page.Items))
		for i, u := range page.Items {
			ids[i] = u.ID
		}
		measure("licenses of twenty users", func() error { _, err := s.Directory.LicensesOf(own, ids); return err })
		measure("licenses of a subscription/page", func() error { _, err := s.Directory.LicensesIn(own, sub, store.PageArgs{}); return err })
		measure("licenses of a subscription/total", func() error { _, err := s.Directory.CountLicensesIn(own, sub); return err })
	}
}
