package directory

import (
	"context"
	"fmt"

	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// catalog is what a new installation offers. Prices are in cents for a seat and a month.
var catalog = []struct {
	name, description string
	price             int
}{
	{"Business Basic", "Mail, calendar and meetings in the browser.", 600},
	{"Business Standard", "Everything of Business Basic, and the office programs to install.", 1250},
	{"Enterprise Suite", "For larger organizations: archives, protection and compliance on top.", 3600},
}

// FillCatalog gives an installation without products its first ones. The server calls it when it starts; any number of
// servers may start at once.
func FillCatalog(ctx context.Context, st *store.Store) error {
	ctx = viewer.NewContext(ctx, viewer.System)
	if there, err := st.Ent().Product.Query().Exist(ctx); err != nil || there {
		return err
	}
	return st.WithTx(ctx, []store.Lock{{Key: "catalog", Exclusive: true}}, func(ctx context.Context, tx *store.Tx) error {
		if there, err := tx.Product.Query().Exist(ctx); err != nil || there {
			return err
		}
		for _, p := range catalog {
			err := tx.Product.Create().SetName(p.name).SetDescription(p.description).SetPricePerSeatMonth(p.price).SetCurrency("USD").Exec(ctx)
			if err != nil {
				return fmt.Errorf("fill the catalog: %w", err)
			}
		}
		return nil
	})
}
