package store_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/product"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
)

// However long the pages are and whichever way they are read, together they are the list, also where rows are alike.
func TestPaginate_MissesAndRepeatsNothing(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		ctx, s, table := system(t), db.Store(t), sql.Table(product.Table)
		err := s.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
			for i := range 11 {
				_, err := tx.Product.Create().SetName(fmt.Sprint(i)).SetDescription(strings.Repeat("a", i%3)).SetPricePerSeatMonth(0).SetCurrency("EUR").Save(ctx)
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, desc := range []bool{false, true} {
			order := store.Order{Name: "o", Column: table.C(product.FieldDescription), IDColumn: table.C(product.FieldID), Desc: desc}
			read := func(args store.PageArgs) *store.Page[*ent.Product] {
				page, err := store.Paginate(args, order,
					func(page func(*sql.Selector)) ([]*ent.Product, error) {
						return s.Ent().Product.Query().Where(page).All(ctx)
					},
					func(p *ent.Product) store.At { return store.At{Value: p.Description, ID: p.ID} })
				if err != nil {
					t.Fatal(err)
				}
				return page
			}
			all := ids(read(store.PageArgs{}).Items)
			for _, size := range []int{1, 2, 3, 4, 11} {
				var forward, backward []uid.ID
				for args := (store.PageArgs{First: &size}); ; {
					page := read(args)
					forward = append(forward, ids(page.Items)...)
					if !page.HasNext {
						break
					}
					args.After = &page.Cursors[len(page.Cursors)-1]
				}
				for args := (store.PageArgs{Last: &size}); ; {
					page := read(args)
					backward = append(ids(page.Items), backward...)
					if !page.HasPrevious {
						break
					}
					args.Before = &page.Cursors[0]
				}
				if len(all) != 11 || !slices.Equal(forward, all) || !slices.Equal(backward, all) {
					t.Errorf("in pages of %d, descending %t: %v forward and %v backward, want %v", size, desc, forward, backward, all)
				}
			}
		}
	})
}

func ids(rows []*ent.Product) []uid.ID {
	out := make([]uid.ID, len(rows))
	for i, row := range rows {
		out[i] = row.ID
	}
	return out
}

// A page begins in the index where the one before ended: what lies before is not read again.
func TestPaginate_BeginsInTheIndex(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		ctx, s, table := system(t), db.Store(t), sql.Table(product.Table)
		explain, begins := "EXPLAIN (FORMAT JSON) ", `"Index Cond": "((name)::text >= 'n'`
		if db.Dialect == dialect.SQLite {
			explain, begins = "EXPLAIN QUERY PLAN ", "(name>"
		}
		order := store.Order{Name: "o", Column: table.C(product.FieldName), IDColumn: table.C(product.FieldID)}
		first, err := store.Paginate(store.PageArgs{}, order, func(func(*sql.Selector)) ([]uid.ID, error) { return []uid.ID{uid.New(uid.Product)}, nil },
			func(id uid.ID) store.At { return store.At{Value: "n", ID: id} })
		if err != nil {
			t.Fatal(err)
		}
		_, err = store.Paginate(store.PageArgs{After: &first.Cursors[0]}, order, func(page func(*sql.Selector)) ([]uid.ID, error) {
			q := sql.Dialect(db.Dialect).Select(table.C(product.FieldID)).From(table)
			page(q)
			query, args := q.Query()
			return nil, s.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
				var plan, none string
				into := []any{&none, &none, &none, &plan}
				if db.Dialect == dialect.Postgres {
					into = []any{&plan}
					if _, err := tx.ExecContext(ctx, "SET LOCAL enable_seqscan = off"); err != nil { // the table is empty
						return err
					}
				}
				err := tx.One(ctx, explain+query, args, into...)
				if !strings.Contains(plan, begins) {
					t.Errorf("the plan is %s", plan)
				}
				return err
			})
		}, func(uid.ID) store.At { return store.At{} })
		if err != nil {
			t.Fatal(err)
		}
	})
}
