package audit

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/store"
)

// Filter says which events.
type Filter struct {
	OrganizationID uid.ID
	DelegationID   uid.ID
	Result         *schematype.AuditResult
	Action         *string
	Since, Until   *time.Time
	// Reach is the predicate that keeps to what the viewer may read, in the same statement as the data.
	Reach func(*sql.Selector)
}

func (f Filter) where(s *sql.Selector) {
	if f.OrganizationID != "" {
		s.Where(sql.EQ(s.C(auditevent.FieldOrganizationID), f.OrganizationID))
	}
	if f.DelegationID != "" {
		s.Where(sql.EQ(s.C(auditevent.FieldDelegationID), f.DelegationID))
	}
	if f.Result != nil {
		s.Where(sql.EQ(s.C(auditevent.FieldResult), *f.Result))
	}
	if f.Action != nil {
		s.Where(sql.EQ(s.C(auditevent.FieldAction), *f.Action))
	}
	if f.Since != nil {
		s.Where(sql.GTE(s.C(auditevent.FieldAt), *f.Since))
	}
	if f.Until != nil {
		s.Where(sql.LT(s.C(auditevent.FieldAt), *f.Until))
	}
	if f.Reach != nil {
		f.Reach(s)
	}
}

// List reads a page of events, newest first. Who may read them is for the caller to put into the filter.
func List(ctx context.Context, st *store.Store, f Filter, args store.PageArgs) (*store.Page[*ent.AuditEvent], error) {
	order := store.Order{
		Name: "at", Column: sql.Table(auditevent.Table).C(auditevent.FieldAt),
		IDColumn: sql.Table(auditevent.Table).C(auditevent.FieldID), Time: true, Desc: true,
	}
	return store.Paginate(args, order,
		func(page func(*sql.Selector)) ([]*ent.AuditEvent, error) {
			rows, err := st.Ent().AuditEvent.Query().Where(f.where, page).All(ctx)
			if err != nil {
				return nil, fmt.Errorf("read audit events: %w", err)
			}
			return rows, nil
		},
		func(e *ent.AuditEvent) store.At { return store.At{Value: e.At, ID: e.ID} })
}

// Count is the number of events in all pages.
func Count(ctx context.Context, st *store.Store, f Filter) (int, error) {
	n, err := st.Ent().AuditEvent.Query().Where(f.where).Count(ctx)
	if err != nil {
		return 0, fmt.Errorf("count audit events: %w", err)
	}
	return n, nil
}
