package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/auditmention"
	"delegatedadmin.example/ent/partner"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/store"
)

// Recorded is an audit event as one viewer sees it, loaded in one statement. It has what a reader is shown: the links of
// the chain are not read.
type Recorded struct {
	*ent.AuditEvent
	Actor *Actor
}

// Actor is who did something, with the names as they were.
type Actor struct {
	User                       *ent.User // nil for the system, when the viewer may not see the account, and when Whole did not ask for it
	DisplayName                string
	UserName, OrganizationName *string
	OnBehalf                   bool
}

// Whole says what of an event is wanted beyond what a line of a list shows.
type Whole struct {
	Account bool // who the actor is today, as far as the viewer may see it
	Changes bool
}

// Filter says which events.
type Filter struct {
	ID             uid.ID
	OrganizationID uid.ID
	DelegationID   uid.ID
	Result         *schematype.AuditResult
	Kind           *schematype.AuditKind
	Action         *string
	ActorID        uid.ID
	PartnerID      uid.ID // what this partner's people did
	TargetID       uid.ID // on what, or what was mentioned beside it
	Search         string // words of the names, the target and the justification
	Since, Until   *time.Time
	// Reach is the predicate that keeps to what the viewer may read, in the same statement as the data.
	Reach func(*sql.Selector)
	// Accounts holds for the people whose accounts the viewer may see, by the columns of their id and organization.
	Accounts func(id, organizationID string) *sql.Predicate
}

func (f Filter) where(s *sql.Selector) {
	if f.ID != "" {
		s.Where(sql.EQ(s.C(auditevent.FieldID), f.ID))
	}
	switch {
	case f.TargetID != "":
		s.Where(sql.And(
			sql.In(s.C(auditevent.FieldID), about(f.OrganizationID, f.TargetID)),
			beside(s.C(auditevent.FieldOrganizationID), f.OrganizationID),
		))
	case f.OrganizationID != "":
		s.Where(sql.EQ(s.C(auditevent.FieldOrganizationID), f.OrganizationID))
	}
	if f.DelegationID != "" {
		s.Where(sql.EQ(s.C(auditevent.FieldDelegationID), f.DelegationID))
	}
	if f.Result != nil {
		s.Where(sql.EQ(s.C(auditevent.FieldResult), *f.Result))
	}
	if f.Kind != nil {
		s.Where(sql.EQ(s.C(auditevent.FieldKind), *f.Kind))
	}
	if f.Action != nil {
		s.Where(sql.EQ(s.C(auditevent.FieldAction), *f.Action))
	}
	if f.ActorID != "" {
		s.Where(sql.EQ(s.C(auditevent.FieldActorID), f.ActorID))
	}
	if f.PartnerID != "" {
		s.Where(ofPartner(s.C(auditevent.FieldActorOrganizationID), f.PartnerID))
	}
	for _, word := range searched(f.Search) {
		s.Where(sql.Contains(s.C(auditevent.FieldWords), word))
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

// ofPartner holds where column is the organization of a partner. It is looked up first, so that an index knows the value.
func ofPartner(column string, id uid.ID) *sql.Predicate {
	p := sql.Table(partner.Table)
	return sql.P(func(b *sql.Builder) {
		b.Ident(column).WriteString(" = ").Wrap(func(b *sql.Builder) {
			b.Join(sql.Select(p.C(partner.FieldOrganizationID)).From(p).Where(sql.EQ(p.C(partner.FieldID), id)))
		})
	})
}

// about are the ids of the events of an organization that are about an object. They are few beside all that happens there,
// and each way to them has its index.
func about(organizationID, objectID uid.ID) *sql.Selector {
	e, m := sql.Table(auditevent.Table).As("about"), sql.Table(auditmention.Table)
	return sql.Select(e.C(auditevent.FieldID)).From(e).
		Where(sql.And(sql.EQ(e.C(auditevent.FieldOrganizationID), organizationID), sql.EQ(e.C(auditevent.FieldTargetID), objectID))).
		UnionAll(sql.Select(m.C(auditmention.FieldEventID)).From(m).Where(sql.EQ(m.C(auditmention.FieldObjectID), objectID)))
}

// beside holds where column is the organization, without a way to look that up in an index: SQLite would otherwise walk all
// of the organization's events in their order, to keep from sorting the few that are about an object.
func beside(column string, organizationID uid.ID) *sql.Predicate {
	return sql.P(func(b *sql.Builder) { b.Ident(column).WriteString(" || '' = ").Arg(organizationID) })
}

// List reads a page of events, newest first. Who may read them is for the caller to put into the filter.
func List(ctx context.Context, st *store.Store, f Filter, args store.PageArgs, w Whole) (*store.Page[*Recorded], error) {
	order := store.Order{
		Name: "at", Column: sql.Table(auditevent.Table).C(auditevent.FieldAt),
		IDColumn: sql.Table(auditevent.Table).C(auditevent.FieldID), Time: true, Desc: true,
	}
	return store.Paginate(args, order,
		func(page func(*sql.Selector)) ([]*Recorded, error) {
			return Read(ctx, st, f, w, page)
		},
		func(e *Recorded) store.At { return store.At{Value: e.At, ID: e.ID} })
}

// row is an event with the account of its actor, as one statement brings it.
type row struct {
	event   ent.AuditEvent
	changes []byte
	account ent.User
	since   *time.Time
}

type column = store.Column[row]

func columns(e, u *sql.SelectTable, w Whole) []column {
	cols := []column{
		{Expression: e.C(auditevent.FieldID), Into: func(r *row) any { return &r.event.ID }},
		{Expression: e.C(auditevent.FieldOrganizationID), Into: func(r *row) any { return &r.event.OrganizationID }},
		{Expression: e.C(auditevent.FieldAt), Into: func(r *row) any { return &r.event.At }},
		{Expression: e.C(auditevent.FieldAction), Into: func(r *row) any { return &r.event.Action }},
		{Expression: e.C(auditevent.FieldResult), Into: func(r *row) any { return &r.event.Result }},
		{Expression: text(e.C(auditevent.FieldActorID)), Into: func(r *row) any { return &r.event.ActorID }},
		{Expression: e.C(auditevent.FieldActorName), Into: func(r *row) any { return &r.event.ActorName }},
		{Expression: e.C(auditevent.FieldActorUserName), Into: func(r *row) any { return &r.event.ActorUserName }},
		{Expression: e.C(auditevent.FieldActorOrganizationName), Into: func(r *row) any { return &r.event.ActorOrganizationName }},
		{Expression: e.C(auditevent.FieldOnBehalf), Into: func(r *row) any { return &r.event.OnBehalf }},
		{Expression: text(e.C(auditevent.FieldDelegationID)), Into: func(r *row) any { return &r.event.DelegationID }},
		{Expression: e.C(auditevent.FieldRole), Into: func(r *row) any { return &r.event.Role }},
		{Expression: e.C(auditevent.FieldJustification), Into: func(r *row) any { return &r.event.Justification }},
		{Expression: e.C(auditevent.FieldTarget), Into: func(r *row) any { return &r.event.Target }},
	}
	if w.Changes {
		cols = append(cols, column{Expression: e.C(auditevent.FieldChanges), Into: func(r *row) any { return &r.changes }})
	}
	if w.Account {
		cols = append(cols,
			column{Expression: text(u.C(user.FieldID)), Into: func(r *row) any { return &r.account.ID }},
			column{Expression: text(u.C(user.FieldUserName)), Into: func(r *row) any { return &r.account.UserName }},
			column{Expression: text(u.C(user.FieldDisplayName)), Into: func(r *row) any { return &r.account.DisplayName }},
			column{Expression: u.C(user.FieldEmail), Into: func(r *row) any { return &r.account.Email }},
			column{Expression: "COALESCE(" + u.C(user.FieldEnabled) + ", FALSE)", Into: func(r *row) any { return &r.account.Enabled }},
			column{Expression: "COALESCE(" + u.C(user.FieldRoleSet) + ", 0)", Into: func(r *row) any { return &r.account.RoleSet }},
			column{Expression: text(u.C(user.FieldOrganizationID)), Into: func(r *row) any { return &r.account.OrganizationID }},
			column{Expression: "COALESCE(" + u.C(user.FieldProtected) + ", FALSE)", Into: func(r *row) any { return &r.account.Protected }},
			column{Expression: u.C(user.FieldDeletedAt), Into: func(r *row) any { return &r.account.DeletedAt }},
			column{Expression: text(u.C(user.FieldCreatedByID)), Into: func(r *row) any { return &r.account.CreatedByID }},
			column{Expression: u.C(user.FieldCreatedAt), Into: func(r *row) any { return &r.since }})
	}
	return cols
}

// text is a column that may be null, as a text that is empty then.
func text(column string) string { return "COALESCE(" + column + ", '')" }

// Read runs the one statement behind every list of events.
func Read(ctx context.Context, st *store.Store, f Filter, w Whole, more ...func(*sql.Selector)) ([]*Recorded, error) {
	e, u := sql.Table(auditevent.Table), sql.Table(user.Table).As("account")
	t := sql.Dialect(st.Dialect()).Select().From(e)
	if w.Account {
		t.LeftJoin(u).OnP(sql.And(
			sql.ColumnsEQ(u.C(user.FieldID), e.C(auditevent.FieldActorID)),
			sql.IsNull(u.C(user.FieldPurgedAt)),
			f.Accounts(u.C(user.FieldID), u.C(user.FieldOrganizationID)),
		))
	}
	f.where(t)
	for _, change := range more {
		change(t)
	}
	rows, err := store.Read(ctx, st, t, columns(e, u, w))
	if err != nil {
		return nil, fmt.Errorf("read audit events: %w", err)
	}
	out := make([]*Recorded, len(rows))
	for i, r := range rows {
		if out[i], err = r.recorded(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (r *row) recorded() (*Recorded, error) {
	e := &r.event
	if len(r.changes) > 0 {
		if err := json.Unmarshal(r.changes, &e.Changes); err != nil {
			return nil, fmt.Errorf("read the changes of %s: %w", e.ID, err)
		}
	}
	actor := &Actor{DisplayName: e.ActorName, OnBehalf: e.OnBehalf}
	if e.ActorID != "" {
		actor.UserName, actor.OrganizationName = &e.ActorUserName, &e.ActorOrganizationName
	}
	if r.since != nil {
		r.account.CreatedAt, actor.User = *r.since, &r.account
	}
	return &Recorded{AuditEvent: e, Actor: actor}, nil
}

// Count is the number of events in all pages.
func Count(ctx context.Context, st *store.Store, f Filter) (int, error) {
	n, err := st.Ent().AuditEvent.Query().Where(f.where).Count(ctx)
	if err != nil {
		return 0, fmt.Errorf("count audit events: %w", err)
	}
	return n, nil
}
