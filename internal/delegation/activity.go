package delegation

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/receipt"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// AuditEvents is a page of what was done and refused in an organization, newest first. For its own people who may read
// the audit log; FORBIDDEN or NOT_FOUND for others.
func (s *Service) AuditEvents(ctx context.Context, f audit.Filter, args store.PageArgs, w audit.Whole) (*store.Page[*audit.Recorded], error) {
	if err := access.Require(ctx, s.store, viewer.FromContext(ctx), f.OrganizationID, access.ReadAuditLog); err != nil {
		return nil, err
	}
	f.Accounts = s.accounts(viewer.FromContext(ctx))
	return audit.List(ctx, s.store, f, args, w)
}

// CountAuditEvents is how many there are in all pages.
func (s *Service) CountAuditEvents(ctx context.Context, f audit.Filter) (int, error) {
	if err := access.Require(ctx, s.store, viewer.FromContext(ctx), f.OrganizationID, access.ReadAuditLog); err != nil {
		return 0, err
	}
	return audit.Count(ctx, s.store, f)
}

// PartnerActors are people of partners who appear in the audit log of an organization, by name: those whose names fit search.
// For its own people who may read the log; nobody for others.
func (s *Service) PartnerActors(ctx context.Context, organizationID uid.ID, search string) ([]*audit.PartnerActor, error) {
	if v := viewer.FromContext(ctx); v.OrganizationID != organizationID || !access.Holds(v.Roles, access.ReadAuditLog) {
		return []*audit.PartnerActor{}, nil
	}
	return audit.PartnerActors(ctx, s.store, organizationID, search)
}

// Activity is a page of what was done and refused under a delegation, as far as it fits f, newest first: all of it for
// the customer; for those of the partner who may act by it, what the partner's people did.
func (s *Service) Activity(ctx context.Context, d *Delegation, f audit.Filter, args store.PageArgs, w audit.Whole) (*store.Page[*audit.Recorded], error) {
	return audit.List(ctx, s.store, s.activityOf(ctx, d, f), args, w)
}

// CountActivity is how many there are in all pages.
func (s *Service) CountActivity(ctx context.Context, d *Delegation, f audit.Filter) (int, error) {
	return audit.Count(ctx, s.store, s.activityOf(ctx, d, f))
}

func (s *Service) activityOf(ctx context.Context, d *Delegation, f audit.Filter) audit.Filter {
	v := viewer.FromContext(ctx)
	reach := s.reachEvents(v)
	f.OrganizationID, f.Accounts = d.CustomerID, s.accounts(v)
	f.Reach = func(t *sql.Selector) {
		t.Where(sql.EQ(t.C(auditevent.FieldDelegationID), d.ID))
		reach(t)
	}
	return f
}

// accounts holds for the people whose accounts v may see.
func (s *Service) accounts(v viewer.Viewer) func(id, organizationID string) *sql.Predicate {
	return func(id, organizationID string) *sql.Predicate { return access.SeesUser(s.store, v, id, organizationID) }
}

// LastActivities are the last things that the partner's people did under each of these delegations, in one statement: as
// far as the viewer may read them.
func (s *Service) LastActivities(ctx context.Context, ids []uid.ID) (map[uid.ID]*audit.Recorded, error) {
	v, done := viewer.FromContext(ctx), schematype.AuditDone
	f := audit.Filter{Result: &done, Reach: s.reachEvents(v), Accounts: s.accounts(v)}
	rows, err := audit.Read(ctx, s.store, f, audit.Whole{Account: true, Changes: true}, func(t *sql.Selector) {
		d := sql.Table(delegation.Table).As("used")
		t.Join(d).OnP(sql.And(
			sql.ColumnsEQ(t.C(auditevent.FieldDelegationID), d.C(delegation.FieldID)),
			sql.ColumnsEQ(t.C(auditevent.FieldAt), d.C(delegation.FieldLastActivityAt)),
		)).Where(sql.And(sql.In(d.C(delegation.FieldID), anys(ids)...), sql.EQ(t.C(auditevent.FieldOnBehalf), true))).
			OrderBy(t.C(auditevent.FieldID))
	})
	if err != nil {
		return nil, err
	}
	last := make(map[uid.ID]*audit.Recorded, len(rows))
	for _, e := range rows {
		last[e.DelegationID] = e
	}
	return last, nil
}

// reachEvents keeps to the events that v may read: those of v's own organization, and those of v's partner's people under
// delegations by which v may act now.
func (s *Service) reachEvents(v viewer.Viewer) func(*sql.Selector) {
	return func(t *sql.Selector) {
		ways := []*sql.Predicate{sql.False()}
		if access.Holds(v.Roles, access.ReadDelegations) {
			ways = append(ways, sql.EQ(t.C(auditevent.FieldOrganizationID), v.OrganizationID))
		}
		if v.PartnerID != "" {
			d := sql.Table(delegation.Table).As("live")
			ways = append(ways, sql.And(
				sql.EQ(t.C(auditevent.FieldActorOrganizationID), v.OrganizationID),
				sql.Exists(sql.Select(d.C(delegation.FieldID)).From(d).Where(sql.And(
					sql.ColumnsEQ(d.C(delegation.FieldID), t.C(auditevent.FieldDelegationID)),
					access.Through(d, s.store, v, access.ReadOrganization),
				))),
			))
		}
		t.Where(sql.Or(ways...))
	}
}

// AuditEvent returns one event that the viewer may read, or NOT_FOUND.
func (s *Service) AuditEvent(ctx context.Context, id uid.ID) (*audit.Recorded, error) {
	v := viewer.FromContext(ctx)
	f := audit.Filter{ID: id, Reach: s.reachEvents(v), Accounts: s.accounts(v)}
	rows, err := audit.Read(ctx, s.store, f, audit.Whole{Account: true, Changes: true})
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, apperr.Unseen("event")
	}
	row := rows[0]
	// An event under no delegation is for those who may read the whole log.
	if row.OrganizationID == v.OrganizationID && row.DelegationID == "" && !access.Holds(v.Roles, access.ReadAuditLog) {
		return nil, apperr.Unseen("event")
	}
	return row, nil
}

// Receipts are the signed records of a delegation, oldest first, for whoever may see the delegation.
func (s *Service) Receipts(ctx context.Context, d *Delegation) ([]*ent.Receipt, error) {
	rows, err := s.store.Ent().Receipt.Query().Where(receipt.DelegationID(d.ID), s.reachReceipts(viewer.FromContext(ctx))).
		Order(receipt.ByID()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the receipts: %w", err)
	}
	return rows, nil
}

// Receipt returns one that the viewer may see, or NOT_FOUND.
func (s *Service) Receipt(ctx context.Context, id uid.ID) (*ent.Receipt, error) {
	row, err := s.store.Ent().Receipt.Query().Where(receipt.ID(id), s.reachReceipts(viewer.FromContext(ctx))).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, apperr.Unseen("receipt")
	}
	return row, err
}

func (s *Service) reachReceipts(v viewer.Viewer) func(*sql.Selector) {
	return func(t *sql.Selector) {
		ways := []*sql.Predicate{sql.False()}
		if access.Holds(v.Roles, access.ReadDelegations) {
			ways = append(ways, sql.EQ(t.C(receipt.FieldCustomerID), v.OrganizationID))
		}
		if v.PartnerID != "" {
			d := sql.Table(delegation.Table).As("live")
			ways = append(ways, sql.Exists(sql.Select(d.C(delegation.FieldID)).From(d).Where(sql.And(
				sql.ColumnsEQ(d.C(delegation.FieldID), t.C(receipt.FieldDelegationID)),
				access.Seen(d, s.store, v),
			))))
		}
		t.Where(sql.Or(ways...))
	}
}
