package delegation_test

import (
	"testing"

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
