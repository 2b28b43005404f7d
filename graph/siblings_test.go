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
	rows := []*ent.AuditEvent{{ActorID: "a"}, {ActorID: "b"}, {ActorID: "a"}, {}}
	stranger := &ent.AuditEvent{ActorID: "c"}
	ctx := withPages(context.Background())
	remember(ctx, rows)

	var reads, asked atomic.Int64
	neighbor := func(row *ent.AuditEvent) *ent.User {
		t.Helper()
		found, err := beside(ctx, "actor", []*ent.AuditEvent{row}, func(e *ent.AuditEvent) uid.ID { return e.ActorID },
			func(ids []uid.ID) (map[uid.ID]*ent.User, error) {
				reads.Add(1)
				asked.Add(int64(len(ids)))
				all := map[uid.ID]*ent.User{}
				for _, id := range ids {
					all[id] = &ent.User{ID: id}
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
			if row.ActorID == "" && u != nil || row.ActorID != "" && (u == nil || u.ID != row.ActorID) {
				t.Errorf("beside %q stands %v", row.ActorID, u)
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
