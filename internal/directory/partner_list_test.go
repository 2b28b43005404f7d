package directory_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
)

const (
	profile  = `mutation($input: UpdatePartnerProfileInput!) { updatePartnerProfile(input: $input) { partner { name website description country contactEmail services listed } userErrors { code field } } }`
	partners = `query($s: String, $c: String, $v: PartnerService, $first: Int, $after: Cursor) {
		partners(search: $s, country: $c, service: $v, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { name resembles viewerCanUpdate } } } }`
)

// A partner is in the directory once its Global Administrator says so, and is found there by name, domain, country and
// service.
func TestPartners_AreFoundOnceTheyWantToBe(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		fabrikam, wingtip, adele := s.As(t, "admin@fabrikam.example"), s.As(t, "admin@wingtip.example"), s.As(t, "adele@contoso.example")
		found := func(v vars) string {
			t.Helper()
			r := adele.MustQuery(t, partners, v)
			names := []string{}
			edges, _ := r.At("partners", "edges").([]any)
			for i := range edges {
				names = append(names, fmt.Sprint(r.At("partners", "edges", i, "node", "name")))
			}
			if total := r.At("partners", "totalCount"); v["first"] == nil && total != float64(len(names)) {
				t.Errorf("%v: %d of %v", v, len(names), total)
			}
			return strings.Join(names, " ")
		}
		if got := found(nil); got != "" {
			t.Errorf("before anybody wants to be found: %s", got)
		}
		r := fabrikam.MustQuery(t, profile, vars{"input": vars{
			"listed": true, "country": "us", "services": []string{"TRAINING", "USER_SUPPORT"}, "website": " https://fabrikam.example/help ", "description": " We help. ",
		}})
		if got := fmt.Sprint(r.At("updatePartnerProfile", "partner")); got != "map[contactEmail:help@fabrikam.example country:US description:We help. listed:true name:Fabrikam services:[USER_SUPPORT TRAINING] website:https://fabrikam.example/help]" {
			t.Errorf("the profile is %s", got)
		}
		wingtip.MustQuery(t, profile, vars{"input": vars{"listed": true, "country": "CA", "services": []string{"SECURITY"}}})
		for want, v := range map[string][]vars{
			"Fabrikam Wingtip": {nil, {"s": "I"}},
			"Fabrikam":         {{"s": "fabri"}, {"s": "ＫＡＭ"}, {"c": "US"}, {"c": "us"}, {"v": "TRAINING"}, {"s": "fabrikam.exa"}, {"first": 1}},
			"Wingtip":          {{"v": "SECURITY"}, {"s": "wing", "c": "CA", "v": "SECURITY"}},
			"":                 {{"v": "DEVICES"}, {"s": "%"}, {"s": "wing", "c": "US"}},
		} {
			for _, each := range v {
				if got := found(each); got != want {
					t.Errorf("%v finds %q, want %q", each, got, want)
				}
			}
		}
		first := adele.MustQuery(t, partners, vars{"first": 1})
		if got := found(vars{"first": 1, "after": first.At("partners", "pageInfo", "endCursor")}); first.At("partners", "pageInfo", "hasNextPage") != true || got != "Wingtip" {
			t.Errorf("after the first page comes %s", got)
		}
		fabrikam.MustQuery(t, profile, vars{"input": vars{"listed": false}})
		if got := found(nil); got != "Wingtip" {
			t.Errorf("after one has left: %s", got)
		}
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.Organization.UpdateOneID(s.Organizations["Wingtip"]).SetSuspendedAt(tx.Now).Exec(ctx)
		})
		if got := found(nil); got != "" {
			t.Errorf("after the other was suspended: %s", got)
		}
		wantCodes(t, "signed out", s.Anonymous(t).Query(t, partners, nil).Codes(), "UNAUTHENTICATED")
	})
}

// What can't be is refused with the field at fault, who may not with FORBIDDEN; what was changed stands in the log.
func TestUpdatePartnerProfile_RefusesWhatCantBe(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin := s.As(t, "admin@fabrikam.example")
		for _, c := range []vars{
			{"website": "http://fabrikam.example"},
			{"website": "https://user@fabrikam.example"},
			{"website": "javascript:alert(1)"},
			{"website": "https://fabrikam.example/" + strings.Repeat("x", 500)},
			{"country": "USA"},
			{"country": "XX"},
			{"country": "EU"},
			{"contactEmail": "a@b.example, c@d.example"},
			{"description": strings.Repeat("x", 1001)},
			{"listed": true, "contactEmail": ""},
		} {
			r := admin.MustQuery(t, profile, vars{"input": c})
			wantCodes(t, fmt.Sprint(c), r.UserErrors("updatePartnerProfile"), "INVALID")
		}
		for _, who := range []string{"tech@fabrikam.example", "admin@contoso.example"} {
			wantCodes(t, who, s.As(t, who).Query(t, profile, vars{"input": vars{"listed": true}}).Codes(), "FORBIDDEN")
		}
		admin.MustQuery(t, profile, vars{"input": vars{"website": "", "listed": true}})
		admin.MustQuery(t, profile, vars{"input": vars{"listed": true}}) // changes nothing
		rows := s.Store.Ent().AuditEvent.Query().Where(auditevent.Action("partner.update")).Order(auditevent.BySequence()).AllX(system)
		var told []string
		for _, e := range rows {
			for _, c := range e.Changes {
				told = append(told, fmt.Sprintf("%s %s→%s", c.Field, *c.Before, *c.After))
			}
		}
		if got := strings.Join(told, ", "); got != "listed no→yes, website https://fabrikam.example→" {
			t.Errorf("the log tells %q in %d events", got, len(rows))
		}
	})
}
