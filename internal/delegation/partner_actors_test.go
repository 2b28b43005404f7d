package delegation_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
)

// Of a partner's people the customer's log names those who did something there or were refused it, and nobody else: as their
// last event tells them, also once they are called otherwise.
func TestPartnerActors_AreThoseWhoActed(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		s.NewDelegation(t, "Wingtip", "Contoso", schematype.HelpdeskAdministrator)
		own := s.As(t, "admin@contoso.example")
		set := func(userName, name string) {
			t.Helper()
			s.As(t, userName).Query(t, contact, vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": name}})
		}
		actors := func(arguments string) (out []string) {
			t.Helper()
			r := own.MustQuery(t, `{ viewer { organization { partnerActors`+arguments+` { actorId displayName userName organizationName } } } }`, nil)
			list, _ := r.At("viewer", "organization", "partnerActors").([]any)
			for i := range list {
				at := func(field string) any { return r.At("viewer", "organization", "partnerActors", i, field) }
				if at("actorId") != string(s.Users[fmt.Sprint(at("userName"))]) {
					t.Errorf("the id is of somebody else: %s", r.Raw)
				}
				out = append(out, fmt.Sprintf("%s, %s", at("displayName"), at("organizationName")))
			}
			return out
		}
		want := func(arguments string, people ...string) {
			t.Helper()
			if got := actors(arguments); !slices.Equal(got, people) {
				t.Errorf("partnerActors%s: %q, want %q", arguments, got, people)
			}
		}
		want("")
		set("tech@fabrikam.example", "First")
		set("admin@contoso.example", "Ours")
		set("tech@wingtip.example", "Refused") // its role does not hold it
		want("", "Tech of Fabrikam, Fabrikam", "Tech of Wingtip, Wingtip")
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(s.Users["tech@fabrikam.example"]).SetDisplayName("Joni Sherman").Exec(ctx)
		})
		want("", "Tech of Fabrikam, Fabrikam", "Tech of Wingtip, Wingtip")
		set("tech@fabrikam.example", "Second")
		want("", "Joni Sherman, Fabrikam", "Tech of Wingtip, Wingtip")
		want(`(search: " WINGTIP tech ")`, "Tech of Wingtip, Wingtip")
		want(`(search: "joni wingtip")`)
		own.MustQuery(t, remove, vars{"input": vars{"id": id}})
		want(`(search: "joni")`, "Joni Sherman, Fabrikam")
		for _, other := range []string{"uma@contoso.example", "tech@wingtip.example"} {
			r := s.As(t, other).MustQuery(t, `query($id: ID!) { node(id: $id) { ... on Organization { partnerActors { actorId } } } }`, vars{"id": s.Organizations["Contoso"]})
			if r.Raw != `{"data":{"node":{"partnerActors":[]}}}` {
				t.Errorf("%s reads %s", other, r.Raw)
			}
		}
	})
}
