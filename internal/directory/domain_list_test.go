package directory_test

import (
	"fmt"
	"testing"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/internal/apptest"
)

func TestDomains_AreNarrowedByNameAndByHowTheyStand(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.NewDelegation(t, "Fabrikam", "Contoso", schematype.HelpdeskAdministrator)
		addDomain(t, s, s.As(t, admin), "Contoso", "contoso-labs.example")
		addDomain(t, s, s.As(t, admin), "Contoso", "a-hundred.example")
		names := func(c *apptest.Client, arguments string) []string {
			t.Helper()
			r := c.MustQuery(t, `query($id: ID!) { node(id: $id) { ... on Organization { domains(first: 9 `+arguments+`) { totalCount edges { node { name } } } } } }`, vars{"id": s.Organizations["Contoso"]})
			edges, _ := r.At("node", "domains", "edges").([]any)
			var out []string
			for i := range edges {
				out = append(out, fmt.Sprint(r.At("node", "domains", "edges", i, "node", "name")))
			}
			if total := r.At("node", "domains", "totalCount"); total != float64(len(out)) {
				t.Errorf("%s: the count is %v of %q", arguments, total, out)
			}
			return out
		}
		own := s.As(t, admin)
		for arguments, want := range map[string][]string{
			``:                          {"a-hundred.example", "contoso-labs.example", "contoso.example"},
			`search: " LABS "`:          {"contoso-labs.example"},
			`search: "o_l"`:             nil, // it is no pattern
			`search: "northwind"`:       nil,
			`filter: {verified: true}`:  {"contoso.example"},
			`filter: {verified: false}`: {"a-hundred.example", "contoso-labs.example"},
			`filter: {isDefault: true}`: {"contoso.example"},
			`search: "labs", filter: {isDefault: false, verified: false}`: {"contoso-labs.example"},
		} {
			wantCodes(t, arguments, names(own, arguments), want...)
		}
		wantCodes(t, "on behalf", names(s.As(t, tech), `search: "labs"`), "contoso-labs.example")
		r := s.As(t, north).Query(t, `query($id: ID!) { node(id: $id) { ... on Organization { domains(search: "labs") { totalCount } } } }`, vars{"id": s.Organizations["Contoso"]})
		if r.At("node") != nil {
			t.Errorf("another organization reads %s", r.Raw)
		}
	})
}
