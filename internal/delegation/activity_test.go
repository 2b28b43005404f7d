package delegation_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/graph"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// The last activity is the newest act of the partner's people that was done: not one that was refused, nor one of the
// customer's own people. It is there for both sides of the delegation, and gone for the partner when that ends.
func TestLastActivity_IsTheNewestActOfThePartner(t *testing.T) {
	t.Parallel()
	const last = `lastActivityAt lastActivity { action at result actor { displayName userName user { id } } }`
	const one = `query($id: ID!) { node(id: $id) { ... on Delegation { ` + last + ` } } }`
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := s.NewDelegation(t, "Fabrikam", "Contoso")
		admin, tech := s.As(t, "admin@contoso.example"), s.As(t, "tech@fabrikam.example")
		if r := admin.MustQuery(t, one, vars{"id": id}); r.At("node", "lastActivity") != nil {
			t.Errorf("before anything was done there is %s", r.Raw)
		}
		set := func(c *apptest.Client, name string) {
			c.Query(t, contact, vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": name}})
		}
		set(tech, "First")
		set(s.As(t, "admin@fabrikam.example"), "Second")
		set(tech, "")      // invalid: not done
		set(admin, "Ours") // done, not by the partner
		for name, c := range map[string]*apptest.Client{"the customer": admin, "the partner": tech} {
			r := c.MustQuery(t, one, vars{"id": id})
			wantString(t, name+" reads of the person", r.At("node", "lastActivity", "actor", "userName"), "admin@fabrikam.example")
			wantString(t, name+" reads of the act", r.At("node", "lastActivity", "action"), "organization.contact.update")
			wantString(t, name+" reads of the time", r.At("node", "lastActivity", "at"), r.At("node", "lastActivityAt").(string))
		}
		admin.MustQuery(t, remove, vars{"input": vars{"id": id}})
		wantString(t, "after the end", admin.MustQuery(t, one, vars{"id": id}).At("node", "lastActivity", "actor", "userName"), "admin@fabrikam.example")
		ctx := viewer.NewContext(t.Context(), viewer.Viewer{UserID: s.Users["tech@fabrikam.example"], OrganizationID: s.Organizations["Fabrikam"], PartnerID: s.Partners["Fabrikam"]})
		if found, err := s.Delegations.LastActivities(ctx, []uid.ID{id}); err != nil || len(found) > 0 {
			t.Errorf("after the end the partner finds %v, %v", found, err)
		}
	})
}

// The last activities of a whole list cost one statement, and those who did them another.
func TestLastActivity_OfAListIsReadAtOnce(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		for _, partner := range []string{"Fabrikam", "Wingtip"} {
			s.NewDelegation(t, partner, "Contoso")
			s.As(t, "tech@"+strings.ToLower(partner)+".example").MustQuery(t, contact, vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": partner}})
		}
		handler := graph.NewHandler(graph.NewExecutableSchema(graph.Config{Resolvers: &graph.Resolver{
			Delegations: s.Delegations, Directory: s.Directory, Identity: s.Identity,
		}}), graph.Options{})
		admin := viewer.Viewer{
			UserID: s.Users["admin@contoso.example"], OrganizationID: s.Organizations["Contoso"], Roles: schematype.Roles(schematype.GlobalAdministrator),
		}
		for asked, most := range map[string]int64{
			`id`: 1, `id lastActivityAt`: 1, `lastActivity { id at action }`: 2, `lastActivity { actor { displayName user { id } } }`: 3,
		} {
			ctx, n := store.CountStatements(viewer.NewContext(t.Context(), admin))
			body := fmt.Sprintf(`{"query": "{ delegatedAdmins { edges { node { partner { name } %s } } } }"}`, asked)
			r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", strings.NewReader(body))
			r.Header.Set("Content-Type", "application/json")
			w := httptest.NewRecorder()
			handler.ServeHTTP(w, r)
			if strings.Contains(w.Body.String(), "errors") || strings.Contains(w.Body.String(), `Activity":null`) || n.Load() > most {
				t.Errorf("%s costs %d statements, want %d: %s", asked, n.Load(), most, w.Body)
			}
		}
	})
}

// The activity of a delegation can be narrowed to what was refused, and is counted so.
func TestActivity_OfOneResult(t *testing.T) {
	t.Parallel()
	const activity = `query($id: ID!, $result: AuditResult) { node(id: $id) { ... on Delegation {
		activity(result: $result) { totalCount edges { node { action result } } } } } }`
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := s.NewDelegation(t, "Fabrikam", "Contoso")
		admin, tech := s.As(t, "admin@contoso.example"), s.As(t, "tech@fabrikam.example")
		tech.MustQuery(t, contact, vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": "First"}})
		tech.Query(t, remove, vars{"input": vars{"id": id}}) // refused: not for them
		for result, want := range map[any]int{nil: 3, "DONE": 2, "REFUSED": 1} {
			r := admin.MustQuery(t, activity, vars{"id": id, "result": result})
			edges := r.At("node", "activity", "edges").([]any)
			if len(edges) != want || r.At("node", "activity", "totalCount") != float64(want) {
				t.Errorf("%v: %s", result, r.Raw)
			}
			if result == "REFUSED" {
				wantString(t, "what was refused", r.At("node", "activity", "edges", 0, "node", "action"), "delegation.delete")
			}
		}
	})
}
