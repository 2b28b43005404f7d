package directory_test

import (
	"context"
	"testing"

	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Whoever reads an offer is told of the partner that it could be mistaken for, and the other way round.
func TestCreatePartner_ComparesItsNameWithAllOthers(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		_, token := s.NewOffer(t, apptest.Offer{})
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			o, _, err := directory.Create(ctx, tx, directory.NewOrganization{
				DisplayName: "F\u0430brikarn", Domain: "fabrikarn.example", Administrator: "admin", AdministratorFor: "Mallory",
			})
			if err == nil {
				_, err = directory.CreatePartner(ctx, tx, o, directory.NewPartner{Terms: "Ours.", Since: tx.Now})
			}
			return err
		})
		r := s.Anonymous(t).MustQuery(t, `query($t: String!) { offer(token: $t) { partner { name resembles } } }`, apptest.Vars{"t": token})
		if got := r.At("offer", "partner", "resembles", 0); got != "F\u0430brikarn" {
			t.Errorf("Fabrikam resembles %v", got)
		}
		ctx := viewer.NewContext(t.Context(), viewer.Anonymous)
		ids := s.Store.Ent().Partner.Query().IDsX(ctx)
		found, err := s.Directory.Resembling(ctx, ids)
		if err != nil {
			t.Fatal(err)
		}
		for id, names := range found {
			want := map[bool]int{true: 0, false: 1}[id == s.Partners["Wingtip"]]
			if len(*names) != want {
				t.Errorf("%s resembles %q", id, *names)
			}
		}
	})
}
