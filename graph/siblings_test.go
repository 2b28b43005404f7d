package graph

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/uid"
)

func TestBeside_RowsOfOneListAreReadOnce(t *testing.T) {
	t.Parallel()
	rows := []*ent.Partner{{TermsID: "a"}, {TermsID: "b"}, {TermsID: "a"}, {}}
	stranger := &ent.Partner{TermsID: "c"}
	ctx := withPages(context.Background())
	remember(ctx, rows)

	var reads, asked atomic.Int64
	neighbor := func(row *ent.Partner) *ent.Terms {
		t.Helper()
		found, err := beside(ctx, "terms", []*ent.Partner{row}, func(p *ent.Partner) uid.ID { return p.TermsID },
			func(ids []uid.ID) (map[uid.ID]*ent.Terms, error) {
				reads.Add(1)
				asked.Add(int64(len(ids)))
				all := map[uid.ID]*ent.Terms{}
				for _, id := range ids {
					all[id] = &ent.Terms{ID: id}
				}
				return all, nil
			})
		if err != nil || len(found) != 1 {
			t.Error(found, err)
			return nil
		}
		return found[0]
	}
	var wait sync.WaitGroup
	for _, row := range rows {
		wait.Go(func() {
			u := neighbor(row)
			if row.TermsID == "" && u != nil || row.TermsID != "" && (u == nil || u.ID != row.TermsID) {
				t.Errorf("beside %q stands %v", row.TermsID, u)
			}
		})
	}
	wait.Wait()
	if reads.Load() != 1 || asked.Load() != 2 {
		t.Errorf("%d reads of %d people, want one of two", reads.Load(), asked.Load())
	}
	if u := neighbor(stranger); u == nil || u.ID != "c" {
		t.Errorf("a row of no list: %v", u)
	}
}
