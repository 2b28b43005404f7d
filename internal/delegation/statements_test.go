package delegation_test

import (
	"fmt"
	"strings"
	"testing"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
)

// What the two acts that matter most cost is pinned: the statements of the whole request, with the session's and the
// answer's. Each runs while it holds the one writer of SQLite, or nearly each.
func TestStatements_OfAcceptingAndDeleting(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin := s.As(t, "admin@contoso.example")
		s.NewDelegation(t, "Wingtip", "Contoso") // so that the installation has its key
		_, token := s.NewOffer(t, apptest.Offer{})
		input := accept(token, admin.TermsOf(t, token))
		before := s.Statements.Load()
		done := admin.MustQuery(t, `mutation($input: AcceptOfferInput!) { acceptOffer(input: $input) { delegation { id } userErrors { code } } }`, input)
		if n := s.Statements.Load() - before; n != 15 {
			t.Errorf("accepting an offer took %d statements: %s", n, done.Raw)
		}
		before = s.Statements.Load()
		done = admin.MustQuery(t, `mutation($input: DeleteDelegationInput!) { deleteDelegation(input: $input) { deletedDelegationId userErrors { code } } }`,
			vars{"input": vars{"id": done.At("acceptOffer", "delegation", "id")}})
		if n := s.Statements.Load() - before; n != 11 {
			t.Errorf("deleting a delegation took %d statements: %s", n, done.Raw)
		}
	})
}

// What a customer is told of a delegation costs the same number of statements however much was done under it, and how far
// the roles of each reach, and what would have done, however many there are.
func TestStatements_OfWhatIsToldOfADelegation(t *testing.T) {
	t.Parallel()
	const told = `{ delegatedAdmins { edges { node { leastRoles ` + extents + ` } } } }`
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin, tech, contoso := s.As(t, "admin@contoso.example"), s.As(t, "tech@fabrikam.example"), s.Organizations["Contoso"]
		_, token := s.NewOffer(t, apptest.Offer{Trial: true, Roles: []schematype.Role{schematype.GlobalAdministrator}})
		done := admin.MustQuery(t, apptest.Accept, accept(token, admin.TermsOf(t, token)))
		id, sub := done.At("acceptOffer", "delegation", "id"), done.At("acceptOffer", "subscription", "id")
		leave := func(from, to int) {
			var names []string
			for i := from; i < to; i++ {
				names = append(names, fmt.Sprintf("user%d", i))
				do(t, tech, "addDomain", "AddDomainInput", vars{"organizationId": contoso, "name": fmt.Sprintf("left%d.contoso.test", i)})
			}
			do(t, tech, "createUsers", "CreateUsersInput", newUsers(contoso, []schematype.Role{schematype.DirectoryReader}, names...))
			ids := make([]uid.ID, len(names))
			for i, name := range names {
				ids[i] = userID(t, admin, name+"@contoso.example")
			}
			do(t, tech, "resetPasswords", "ResetPasswordsInput", vars{"userIds": ids})
			do(t, tech, "assignLicenses", "AssignLicensesInput", vars{"subscriptionId": sub, "userIds": ids})
		}
		want := func(what, document string, v vars, each string, rows int, most int64) {
			t.Helper()
			before := s.Statements.Load()
			r := admin.MustQuery(t, document, v)
			if got := strings.Count(r.Raw, each); got != rows {
				t.Fatalf("%s: %d of %s, want %d: %.500s", what, got, each, rows, r.Raw)
			}
			if n := s.Statements.Load() - before; n != most {
				t.Errorf("%s: %d rows cost %d statements, want %d", what, rows, n, most)
			}
		}
		all := int64(5)
		if db.Dialect == "postgres" {
			all++ // it is asked for the time
		}
		leave(0, 1)
		want("what is left behind", leftBehind, vars{"d": id, "first": 20}, `"product":`, 1, 15)
		want("what is told", told, nil, `"leastRoles":["`, 1, all)
		leave(1, 20)
		want("what is left behind", leftBehind, vars{"d": id, "first": 20}, `"product":`, 20, 15)
		want("what is told", told, nil, `"leastRoles":["`, 1, all)
		s.NewDelegation(t, "Wingtip", "Contoso", schematype.UserAdministrator)
		do(t, s.As(t, "tech@wingtip.example"), "resetPasswords", "ResetPasswordsInput", vars{"userIds": []uid.ID{s.Users["adele@contoso.example"]}})
		want("what is told of two", told, nil, `"leastRoles":["`, 2, all)
	})
}
