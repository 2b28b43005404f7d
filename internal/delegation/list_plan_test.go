package delegation_test

import (
	"errors"
	"strings"
	"testing"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/viewer"
)

// In each order a partner's list reads the partner's own delegations alone. SQLite knows no more than the indexes tell it, and
// would walk those of everybody by one that gives the order.
func TestCustomers_ReadThePartnersOwnAlone(t *testing.T) {
	t.Parallel()
	st := apptest.SQLite(t).Store(t)
	s, ctx := delegation.New(delegation.Config{Store: st}), viewer.NewContext(t.Context(), viewer.System)
	v := viewer.Viewer{UserID: uid.New(uid.User), PartnerID: uid.New(uid.Partner), Roles: schematype.Roles(schematype.GlobalAdministrator)}
	for _, order := range []delegation.OrderField{delegation.ByActivatedAt, delegation.ByExpiresAt, delegation.ByPartnerName} {
		for _, f := range []delegation.Filter{{}, {Statuses: []schematype.DelegationStatus{schematype.DelegationActive}}, {Search: "contoso"}} {
			text, args, err := s.CustomersStatement(v, delegation.Query{Order: order, Filter: f})
			if err != nil {
				t.Fatal(err)
			}
			rows, err := st.Ent().QueryContext(ctx, "EXPLAIN QUERY PLAN "+text, args...)
			if err != nil {
				t.Fatal(err)
			}
			own := false
			var plan []string
			for rows.Next() {
				var none int
				var step string
				if err := rows.Scan(&none, &none, &none, &step); err != nil {
					t.Fatal(err)
				}
				own = own || strings.HasPrefix(step, "SEARCH delegations USING") && strings.Contains(step, "(partner_id=?")
				plan = append(plan, step)
			}
			if err := errors.Join(rows.Err(), rows.Close()); err != nil {
				t.Fatal(err)
			}
			if !own {
				t.Errorf("order %d, %+v: %s", order, f, strings.Join(plan, "; "))
			}
		}
	}
}
