package delegation

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/organization"
	"delegatedadmin.example/ent/partner"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Filter says which delegations.
type Filter struct {
	Statuses []schematype.DelegationStatus // ACTIVE and SUSPENDED when empty
	Search   string                        // part of the partner's or customer's name
}

// OrderField is what delegations can be ordered by.
type OrderField int

// The orders.
const (
	ByActivatedAt OrderField = iota
	ByExpiresAt
	ByPartnerName
)

// Whole says of which neighbors of a delegation more than the names are wanted. A list shows names; who asks for
// more pays for the columns. Delegation wants what the index of lists does not hold of the delegation itself: its offer
// and why it ended.
type Whole struct {
	Delegation, Partner, Customer, AcceptedBy bool
	asPartner                                 bool // rows of the viewer's partner may be among them
}

// Query asks for a list of delegations.
type Query struct {
	Filter Filter
	Order  OrderField
	Asc    bool
	Page   store.PageArgs
	Whole  Whole
}

// DelegatedAdmins is a page of the partners that administer an organization. For those who may read delegations in it;
// others get FORBIDDEN or NOT_FOUND.
func (s *Service) DelegatedAdmins(ctx context.Context, organizationID uid.ID, q Query) (*store.Page[*Delegation], error) {
	v := viewer.FromContext(ctx)
	page, err := s.list(ctx, q, func(t *sql.Selector) *sql.Predicate { return s.ofCustomer(t, v, organizationID) })
	if err == nil && len(page.Items) == 0 {
		err = access.Require(ctx, s.store, v, organizationID, access.ReadDelegations)
	}
	return page, err
}

// CountDelegatedAdmins is how many there are in all pages.
func (s *Service) CountDelegatedAdmins(ctx context.Context, organizationID uid.ID, f Filter) (int, error) {
	v := viewer.FromContext(ctx)
	return s.count(ctx, f, func(t *sql.Selector) *sql.Predicate { return s.ofCustomer(t, v, organizationID) })
}

// Customers is a page of the customers that the viewer sees: those of their partner at which their groups hold a role
// now, and for those who assign access all that their partner administers. Empty when it is not a partner.
func (s *Service) Customers(ctx context.Context, q Query) (*store.Page[*Delegation], error) {
	v := viewer.FromContext(ctx)
	if v.PartnerID == "" {
		return &store.Page[*Delegation]{}, nil
	}
	q.Whole.asPartner = true
	return s.list(ctx, q, func(t *sql.Selector) *sql.Predicate { return s.ofPartner(v) })
}

// CountCustomers is how many there are in all pages.
func (s *Service) CountCustomers(ctx context.Context, f Filter) (int, error) {
	v := viewer.FromContext(ctx)
	if v.PartnerID == "" {
		return 0, nil
	}
	return s.count(ctx, f, func(*sql.Selector) *sql.Predicate { return s.ofPartner(v) })
}

// Delegation returns one that the viewer may see, or NOT_FOUND: those of their own organization, for those who may read
// them, and from the partner's side, while they live, those of access.Seen.
func (s *Service) Delegation(ctx context.Context, id uid.ID) (*Delegation, error) {
	found, err := s.Delegations(ctx, []uid.ID{id})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, apperr.Unseen("delegation")
	}
	return found[0], nil
}

// Delegations returns those with these ids that the viewer may see, in one statement.
func (s *Service) Delegations(ctx context.Context, ids []uid.ID) ([]*Delegation, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return s.where(ctx, func(t *sql.Selector) *sql.Predicate { return sql.In(t.C(delegation.FieldID), anys(ids)...) })
}

// OfViewerAt returns the delegation by which the viewer's partner administers an organization now; nil when there is
// none.
func (s *Service) OfViewerAt(ctx context.Context, customerID uid.ID) (*Delegation, error) {
	v := viewer.FromContext(ctx)
	if v.PartnerID == "" || customerID == v.OrganizationID {
		return nil, nil
	}
	found, err := s.where(ctx, func(t *sql.Selector) *sql.Predicate {
		return sql.And(sql.EQ(t.C(delegation.FieldCustomerID), customerID), sql.EQ(t.C(delegation.FieldPartnerID), v.PartnerID),
			access.Open(t.C(delegation.FieldStatus)))
	})
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// where reads what the viewer may see of the delegations that which picks.
func (s *Service) where(ctx context.Context, which func(*sql.Selector) *sql.Predicate) ([]*Delegation, error) {
	v := viewer.FromContext(ctx)
	return s.read(ctx, Whole{true, true, true, true, v.PartnerID != ""}, func(t *sql.Selector) {
		sides := []*sql.Predicate{s.ofCustomer(t, v, v.OrganizationID)}
		if v.PartnerID != "" {
			sides = append(sides, s.ofPartner(v))
		}
		t.Where(sql.And(which(t), sql.Or(sides...)))
	})
}

// ofCustomer holds for the delegations of an organization in which v may read them. That is never delegable: it is v's
// own organization or none.
func (s *Service) ofCustomer(t *sql.Selector, v viewer.Viewer, organizationID uid.ID) *sql.Predicate {
	if !v.SignedIn() || organizationID != v.OrganizationID || !access.Holds(v.Roles, access.ReadDelegations) {
		return sql.False()
	}
	return sql.EQ(t.C(delegation.FieldCustomerID), organizationID)
}

// ofPartner holds for the delegations of v's partner that v sees now.
func (s *Service) ofPartner(v viewer.Viewer) *sql.Predicate {
	return access.Seen(sql.Table(delegation.Table), s.store, v)
}

func (s *Service) list(ctx context.Context, q Query, side func(*sql.Selector) *sql.Predicate) (*store.Page[*Delegation], error) {
	order, at := q.order()
	return store.Paginate(q.Page, order,
		func(page func(*sql.Selector)) ([]*Delegation, error) {
			return s.read(ctx, q.Whole, func(t *sql.Selector) { s.narrow(t, q.Filter, side, page) })
		}, at)
}

// narrow leaves of all delegations those of one side that fit f, and of those a page.
func (s *Service) narrow(t *sql.Selector, f Filter, side func(*sql.Selector) *sql.Predicate, page func(*sql.Selector)) {
	t.Where(side(t))
	s.filter(t, f)
	page(t)
}

func (q Query) order() (store.Order, func(*Delegation) store.At) {
	d := sql.Table(delegation.Table)
	order := store.Order{Name: "since", Column: d.C(delegation.FieldActivatedAt), IDColumn: d.C(delegation.FieldID), Time: true, Desc: !q.Asc}
	at := func(row *Delegation) store.At { return store.At{Value: row.ActivatedAt, ID: row.ID} }
	switch q.Order {
	case ByExpiresAt:
		order.Name, order.Column = "until", d.C(delegation.FieldExpiresAt)
		at = func(row *Delegation) store.At { return store.At{Value: row.ExpiresAt, ID: row.ID} }
	case ByPartnerName:
		order.Name, order.Column, order.Time = "partner", sql.Table(partner.Table).C(partner.FieldNameKey), false
		at = func(row *Delegation) store.At { return store.At{Value: row.Partner.NameKey, ID: row.ID} }
	}
	return order, at
}

func (s *Service) filter(t *sql.Selector, f Filter) {
	if len(f.Statuses) == 0 {
		f.Statuses = []schematype.DelegationStatus{schematype.DelegationActive, schematype.DelegationSuspended}
	}
	status, future := t.C(delegation.FieldStatus), s.store.Ahead(t.C(delegation.FieldExpiresAt))
	var any []*sql.Predicate
	for _, want := range f.Statuses {
		p := sql.EQ(status, want)
		switch want {
		case schematype.DelegationActive, schematype.DelegationSuspended:
			p = sql.And(p, future)
		case schematype.DelegationExpired: // the worker may not have turned the row yet
			p = sql.Or(p, sql.And(sql.In(status, schematype.DelegationActive, schematype.DelegationSuspended), sql.Not(future)))
		}
		any = append(any, p)
	}
	t.Where(sql.Or(any...))
	if key := directory.NameKey(f.Search); key != "" {
		t.Where(sql.Or(
			sql.Contains(sql.Table(partner.Table).C(partner.FieldNameKey), key),
			sql.Contains(sql.Table(organization.Table).C(organization.FieldNameKey), key),
		))
	}
}

func (s *Service) count(ctx context.Context, f Filter, side func(*sql.Selector) *sql.Predicate) (int, error) {
	t, _ := s.selector()
	t.Where(side(t))
	s.filter(t, f)
	n, err := store.Read(ctx, s.store, t, []store.Column[int]{{Expression: "COUNT(*)", Into: func(n *int) any { return n }}})
	if err != nil {
		return 0, fmt.Errorf("count delegations: %w", err)
	}
	return *n[0], nil
}

// neighbors are the tables that stand beside a delegation in each statement.
type neighbors struct{ partner, customer, person *sql.SelectTable }

func (s *Service) selector() (*sql.Selector, neighbors) {
	d := sql.Table(delegation.Table)
	n := neighbors{sql.Table(partner.Table).As(partner.Table), sql.Table(organization.Table).As(organization.Table), sql.Table(user.Table).As(user.Table)}
	t := sql.Dialect(s.store.Dialect()).Select().From(d)
	t.Join(n.partner).On(d.C(delegation.FieldPartnerID), n.partner.C(partner.FieldID))
	t.Join(n.customer).On(d.C(delegation.FieldCustomerID), n.customer.C(organization.FieldID))
	t.Join(n.person).On(d.C(delegation.FieldAcceptedByID), n.person.C(user.FieldID))
	return t, n
}

// row is a delegation with its neighbors, as one statement brings it.
type row struct {
	delegation ent.Delegation
	partner    ent.Partner
	customer   ent.Organization
	person     ent.User
	now        time.Time
	distant    bool // seen to assign it, not to act by it
}

type column = store.Column[row]

func (n neighbors) columns(d *sql.SelectTable, w Whole) []column {
	p, c, u := n.partner, n.customer, n.person
	cols := []column{
		{Expression: d.C(delegation.FieldID), Into: func(r *row) any { return &r.delegation.ID }},
		{Expression: d.C(delegation.FieldStatus), Into: func(r *row) any { return &r.delegation.Status }},
		{Expression: d.C(delegation.FieldRoleSet), Into: func(r *row) any { return &r.delegation.RoleSet }},
		{Expression: d.C(delegation.FieldActivatedAt), Into: func(r *row) any { return &r.delegation.ActivatedAt }},
		{Expression: d.C(delegation.FieldExpiresAt), Into: func(r *row) any { return &r.delegation.ExpiresAt }},
		{Expression: d.C(delegation.FieldTerminatedAt), Into: func(r *row) any { return &r.delegation.TerminatedAt }},
		{Expression: d.C(delegation.FieldTerminatedBy), Into: func(r *row) any { return &r.delegation.TerminatedBy }},
		{Expression: d.C(delegation.FieldLastActivityAt), Into: func(r *row) any { return &r.delegation.LastActivityAt }},
		{Expression: d.C(delegation.FieldVersion), Into: func(r *row) any { return &r.delegation.Version }},
		{Expression: c.C(organization.FieldID), Into: func(r *row) any { return &r.customer.ID }},
		{Expression: c.C(organization.FieldDisplayName), Into: func(r *row) any { return &r.customer.DisplayName }},
		{Expression: u.C(user.FieldID), Into: func(r *row) any { return &r.person.ID }},
		{Expression: u.C(user.FieldDisplayName), Into: func(r *row) any { return &r.person.DisplayName }},
	}
	if w.Delegation {
		cols = append(cols,
			column{Expression: d.C(delegation.FieldOfferID), Into: func(r *row) any { return &r.delegation.OfferID }},
			column{Expression: d.C(delegation.FieldTerminationReason), Into: func(r *row) any { return &r.delegation.TerminationReason }})
	}
	cols = append(cols, partnerColumns(p, w.Partner, func(r *row) *ent.Partner { return &r.partner })...)
	if w.Customer {
		cols = append(cols,
			column{Expression: c.C(organization.FieldContactName), Into: func(r *row) any { return &r.customer.ContactName }},
			column{Expression: c.C(organization.FieldContactEmail), Into: func(r *row) any { return &r.customer.ContactEmail }},
			column{Expression: c.C(organization.FieldContactPhone), Into: func(r *row) any { return &r.customer.ContactPhone }})
	}
	if w.AcceptedBy {
		cols = append(cols,
			column{Expression: u.C(user.FieldUserName), Into: func(r *row) any { return &r.person.UserName }},
			column{Expression: u.C(user.FieldEmail), Into: func(r *row) any { return &r.person.Email }},
			column{Expression: u.C(user.FieldEnabled), Into: func(r *row) any { return &r.person.Enabled }},
			column{Expression: u.C(user.FieldRoleSet), Into: func(r *row) any { return &r.person.RoleSet }},
			column{Expression: u.C(user.FieldCreatedAt), Into: func(r *row) any { return &r.person.CreatedAt }},
			column{Expression: u.C(user.FieldProtected), Into: func(r *row) any { return &r.person.Protected }},
			column{Expression: u.C(user.FieldDeletedAt), Into: func(r *row) any { return &r.person.DeletedAt }},
			column{Expression: "COALESCE(" + u.C(user.FieldCreatedByID) + ", '')", Into: func(r *row) any { return &r.person.CreatedByID }})
	}
	return cols
}

// partnerColumns are those of a partner beside a row: its name, and the rest of it when whole.
func partnerColumns[R any](p *sql.SelectTable, whole bool, of func(*R) *ent.Partner) []store.Column[R] {
	cols := []store.Column[R]{
		{Expression: p.C(partner.FieldID), Into: func(r *R) any { return &of(r).ID }},
		{Expression: p.C(partner.FieldName), Into: func(r *R) any { return &of(r).Name }},
		{Expression: p.C(partner.FieldNameKey), Into: func(r *R) any { return &of(r).NameKey }},
		{Expression: p.C(partner.FieldDomain), Into: func(r *R) any { return &of(r).Domain }},
	}
	if !whole {
		return cols
	}
	return append(cols, []store.Column[R]{
		{Expression: "COALESCE(" + p.C(partner.FieldTermsID) + ", '')", Into: func(r *R) any { return &of(r).TermsID }},
		{Expression: p.C(partner.FieldContactEmail), Into: func(r *R) any { return &of(r).ContactEmail }},
		{Expression: p.C(partner.FieldWebsite), Into: func(r *R) any { return &of(r).Website }},
		{Expression: p.C(partner.FieldDescription), Into: func(r *R) any { return &of(r).Description }},
		{Expression: p.C(partner.FieldCountry), Into: func(r *R) any { return &of(r).Country }},
		{Expression: p.C(partner.FieldServiceSet), Into: func(r *R) any { return &of(r).ServiceSet }},
		{Expression: p.C(partner.FieldListed), Into: func(r *R) any { return &of(r).Listed }},
		{Expression: p.C(partner.FieldCreatedAt), Into: func(r *R) any { return &of(r).CreatedAt }},
	}...)
}

// read runs the one statement behind every list of delegations. what narrows it to what the viewer may see.
func (s *Service) read(ctx context.Context, w Whole, what func(*sql.Selector)) ([]*Delegation, error) {
	v := viewer.FromContext(ctx)
	t, n := s.selector()
	cols := n.columns(sql.Table(delegation.Table), w)
	if w.asPartner && access.Holds(v.Roles, access.ManageGroups) {
		cols = append(cols, column{Condition: distant(v), Into: func(r *row) any { return &r.distant }})
	}
	now, err := s.now(ctx)
	if err != nil {
		return nil, err
	}
	if now.IsZero() {
		cols = append(cols, column{Expression: s.store.StatementTime(), Into: func(r *row) any { return &r.now }})
	}
	what(t)
	rows, err := store.Read(ctx, s.store, t, cols)
	if err != nil {
		return nil, fmt.Errorf("read delegations: %w", err)
	}
	out := make([]*Delegation, len(rows))
	for i, r := range rows {
		if !now.IsZero() {
			r.now = now
		}
		out[i] = r.view(v)
	}
	return out, nil
}

// distant holds for the delegations of v's partner by which v may not act.
func distant(v viewer.Viewer) *sql.Predicate {
	d := sql.Table(delegation.Table)
	return sql.And(sql.EQ(d.C(delegation.FieldPartnerID), v.PartnerID), sql.Not(access.Assigned(d, v.UserID, access.ReadOrganization)))
}

// now is the time for a list on SQLite; zero on PostgreSQL, where the statement itself tells it.
func (s *Service) now(ctx context.Context) (time.Time, error) {
	if s.store.Dialect() == dialect.Postgres {
		return time.Time{}, nil
	}
	return s.store.Now(ctx)
}

// view is the row as v sees it. Times are UTC whatever the driver makes of them.
func (r *row) view(v viewer.Viewer) *Delegation {
	d := &r.delegation
	d.PartnerID, d.CustomerID, d.AcceptedByID = r.partner.ID, r.customer.ID, r.person.ID
	r.person.OrganizationID = r.customer.ID
	out := &Delegation{
		Delegation: d, Status: delegationStatusOf(d, r.now),
		Partner: &r.partner, Customer: &r.customer, AcceptedBy: &r.person,
		ViewerCanDelete: canDelete(v, d, r.now) == nil, ViewerCanAssign: canAssign(v, d, r.now) == nil,
	}
	if r.distant && r.customer.ID != v.OrganizationID { // whom it is about, and nothing of what is theirs
		out.Customer, out.AcceptedBy = &ent.Organization{ID: r.customer.ID, DisplayName: r.customer.DisplayName}, nil
	}
	return out
}

func anys[T any](in []T) []any {
	out := make([]any, len(in))
	for i := range in {
		out[i] = in[i]
	}
	return out
}

// ByID is Delegations by their ids.
func (s *Service) ByID(ctx context.Context, ids []uid.ID) (map[uid.ID]*Delegation, error) {
	rows, err := s.Delegations(ctx, ids)
	out := make(map[uid.ID]*Delegation, len(rows))
	for _, d := range rows {
		out[d.ID] = d
	}
	return out, err
}
