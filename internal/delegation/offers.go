package delegation

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/domain"
	"delegatedadmin.example/ent/offer"
	"delegatedadmin.example/ent/partner"
	"delegatedadmin.example/ent/product"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/terms"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// OfferWhole says which neighbors of an offer are wanted; Delegation, Replaces and Delivery cost statements of their own
// for the whole list. Of the partner a list shows the name: Partner wants the rest.
type OfferWhole struct{ Partner, Terms, Subscription, Delegation, Replaces, Delivery bool }

// AllOfIt wants every neighbor of an offer.
var AllOfIt = OfferWhole{true, true, true, true, true, true}

// SentOffers is a page of the offers that the viewer's partner sent, newest first; empty for those who do not manage
// them.
func (s *Service) SentOffers(ctx context.Context, statuses []schematype.OfferStatus, args store.PageArgs, w OfferWhole) (*store.Page[*Offer], error) {
	v := viewer.FromContext(ctx)
	if !sends(v) {
		return &store.Page[*Offer]{}, nil
	}
	t := sql.Table(offer.Table)
	order := store.Order{Name: "sent", Column: t.C(offer.FieldCreatedAt), IDColumn: t.C(offer.FieldID), Time: true, Desc: true}
	return store.Paginate(args, order,
		func(page func(*sql.Selector)) ([]*Offer, error) {
			rows, now, err := s.offers(ctx, w, offer.PartnerID(v.PartnerID), s.inState(statuses), page)
			if err != nil {
				return nil, err
			}
			return s.viewOffers(ctx, rows, now, w)
		},
		func(o *Offer) store.At { return store.At{Value: o.CreatedAt, ID: o.ID} })
}

// CountSentOffers is how many there are in all pages.
func (s *Service) CountSentOffers(ctx context.Context, statuses []schematype.OfferStatus) (int, error) {
	v := viewer.FromContext(ctx)
	if !sends(v) {
		return 0, nil
	}
	return s.store.Ent().Offer.Query().Where(offer.PartnerID(v.PartnerID), s.inState(statuses)).Count(ctx)
}

// PendingOffers are the newest twenty that wait for the answer of the viewer's organization, for those who may accept.
func (s *Service) PendingOffers(ctx context.Context, w OfferWhole) ([]*Offer, error) {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() || !access.Holds(v.Roles, access.AcceptOffers) {
		return nil, nil
	}
	hosts, err := s.store.Ent().Domain.Query().Where(domain.OrganizationID(v.OrganizationID), domain.VerifiedAtNotNil()).
		Select(domain.FieldName).Strings(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the domains: %w", err)
	}
	rows, now, err := s.offers(ctx, w,
		s.inState([]schematype.OfferStatus{schematype.OfferPending}),
		func(t *sql.Selector) {
			people := sql.Table(user.Table)
			email := t.C(offer.FieldCustomerEmail)
			own := sql.EQ(people.C(user.FieldOrganizationID), v.OrganizationID)
			ways := []*sql.Predicate{
				sql.In(email, sql.Select(people.C(user.FieldEmail)).From(people).Where(sql.And(own, sql.NotNull(people.C(user.FieldEmail))))),
				sql.In(email, sql.Select(people.C(user.FieldUserName)).From(people).Where(own)),
			}
			for _, host := range hosts {
				ways = append(ways, sql.HasSuffix(email, "@"+host))
			}
			t.Where(sql.Or(ways...)).OrderBy(sql.Desc(t.C(offer.FieldCreatedAt))).Limit(store.DefaultPage)
		})
	if err != nil {
		return nil, err
	}
	// Somebody of this organization may have an address in a domain that another organization has verified.
	var waiting []*ent.Offer
	for _, row := range rows {
		_, host, _ := strings.Cut(row.CustomerEmail, "@")
		ok := slices.Contains(hosts, host)
		if !ok {
			if ok, err = s.addressed(ctx, s.store.Ent(), v, row); err != nil {
				return nil, err
			}
		}
		if ok {
			waiting = append(waiting, row)
		}
	}
	return s.viewOffers(ctx, waiting, now, w)
}

// Offers returns those with these ids that the viewer may see without their links, in a constant number of statements:
// the offers that delegations in a list came of.
func (s *Service) Offers(ctx context.Context, ids []uid.ID, w OfferWhole) (map[uid.ID]*Offer, error) {
	v := viewer.FromContext(ctx)
	rows, now, err := s.offers(ctx, w, offer.IDIn(ids...))
	if err != nil {
		return nil, err
	}
	rows = slices.DeleteFunc(rows, func(o *ent.Offer) bool {
		return !manages(v, o) && (o.CustomerID != v.OrganizationID || !access.Holds(v.Roles, access.ReadDelegations))
	})
	views, err := s.viewOffers(ctx, rows, now, w)
	if err != nil {
		return nil, err
	}
	out := make(map[uid.ID]*Offer, len(views))
	for _, o := range views {
		out[o.ID] = o
	}
	return out, nil
}

// inState holds for offers that stand in one of the states by the database's clock; in any when none is named.
func (s *Service) inState(statuses []schematype.OfferStatus) func(*sql.Selector) {
	return func(t *sql.Selector) {
		if len(statuses) == 0 {
			return
		}
		status, future := t.C(offer.FieldStatus), s.store.Ahead(t.C(offer.FieldExpiresAt))
		var ways []*sql.Predicate
		for _, want := range statuses {
			p := sql.EQ(status, want)
			switch want {
			case schematype.OfferPending:
				p = sql.And(p, future)
			case schematype.OfferExpired: // the worker may not have turned the row yet
				p = sql.Or(p, sql.And(sql.EQ(status, schematype.OfferPending), sql.Not(future)))
			}
			ways = append(ways, p)
		}
		t.Where(sql.Or(ways...))
	}
}

// offerRow is an offer with its neighbors, as one statement brings it.
type offerRow struct {
	offer   ent.Offer
	partner ent.Partner
	terms   ent.Terms
	product ent.Product
	now     time.Time
}

type offerColumn = store.Column[offerRow]

// offers runs the one statement behind every read of offers. It returns the time at which they stand as they are.
func (s *Service) offers(ctx context.Context, w OfferWhole, which ...func(*sql.Selector)) ([]*ent.Offer, time.Time, error) {
	o, p := sql.Table(offer.Table), sql.Table(partner.Table).As(partner.Table)
	t := sql.Dialect(s.store.Dialect()).Select().From(o)
	t.Join(p).On(o.C(offer.FieldPartnerID), p.C(partner.FieldID))
	cols := []offerColumn{
		{Expression: o.C(offer.FieldID), Into: func(r *offerRow) any { return &r.offer.ID }},
		{Expression: o.C(offer.FieldPartnerID), Into: func(r *offerRow) any { return &r.offer.PartnerID }},
		{Expression: o.C(offer.FieldSentByName), Into: func(r *offerRow) any { return &r.offer.SentByName }},
		{Expression: o.C(offer.FieldCustomerEmail), Into: func(r *offerRow) any { return &r.offer.CustomerEmail }},
		{Expression: o.C(offer.FieldStatus), Into: func(r *offerRow) any { return &r.offer.Status }},
		{Expression: o.C(offer.FieldRoleSet), Into: func(r *offerRow) any { return &r.offer.RoleSet }},
		{Expression: o.C(offer.FieldDurationDays), Into: func(r *offerRow) any { return &r.offer.DurationDays }},
		{Expression: o.C(offer.FieldMessage), Into: func(r *offerRow) any { return &r.offer.Message }},
		{Expression: o.C(offer.FieldSubscriptionKind), Into: func(r *offerRow) any { return &r.offer.SubscriptionKind }},
		{Expression: o.C(offer.FieldCreatedAt), Into: func(r *offerRow) any { return &r.offer.CreatedAt }},
		{Expression: o.C(offer.FieldExpiresAt), Into: func(r *offerRow) any { return &r.offer.ExpiresAt }},
		{Expression: o.C(offer.FieldAnsweredAt), Into: func(r *offerRow) any { return &r.offer.AnsweredAt }},
		{Expression: "COALESCE(" + o.C(offer.FieldCustomerID) + ", '')", Into: func(r *offerRow) any { return &r.offer.CustomerID }},
		{Expression: o.C(offer.FieldDeclineReason), Into: func(r *offerRow) any { return &r.offer.DeclineReason }},
		{Expression: p.C(partner.FieldOrganizationID), Into: func(r *offerRow) any { return &r.partner.OrganizationID }},
	}
	cols = append(cols, partnerColumns(p, w.Partner, func(r *offerRow) *ent.Partner { return &r.partner })...)
	if w.Terms {
		d := sql.Table(terms.Table).As(terms.Table)
		t.Join(d).On(o.C(offer.FieldTermsID), d.C(terms.FieldID))
		cols = append(cols,
			offerColumn{Expression: d.C(terms.FieldID), Into: func(r *offerRow) any { return &r.terms.ID }},
			offerColumn{Expression: d.C(terms.FieldText), Into: func(r *offerRow) any { return &r.terms.Text }},
			offerColumn{Expression: d.C(terms.FieldSha256), Into: func(r *offerRow) any { return &r.terms.Sha256 }})
	}
	if w.Subscription {
		d := sql.Table(product.Table).As(product.Table)
		t.LeftJoin(d).On(o.C(offer.FieldProductID), d.C(product.FieldID))
		orEmpty := func(column, empty string) string { return "COALESCE(" + d.C(column) + ", " + empty + ")" }
		cols = append(cols,
			offerColumn{Expression: o.C(offer.FieldSeats), Into: func(r *offerRow) any { return &r.offer.Seats }},
			offerColumn{Expression: o.C(offer.FieldTermMonths), Into: func(r *offerRow) any { return &r.offer.TermMonths }},
			offerColumn{Expression: orEmpty(product.FieldID, "''"), Into: func(r *offerRow) any { return &r.product.ID }},
			offerColumn{Expression: orEmpty(product.FieldName, "''"), Into: func(r *offerRow) any { return &r.product.Name }},
			offerColumn{Expression: orEmpty(product.FieldDescription, "''"), Into: func(r *offerRow) any { return &r.product.Description }},
			offerColumn{Expression: orEmpty(product.FieldPricePerSeatMonth, "0"), Into: func(r *offerRow) any { return &r.product.PricePerSeatMonth }},
			offerColumn{Expression: orEmpty(product.FieldCurrency, "''"), Into: func(r *offerRow) any { return &r.product.Currency }})
	}
	now, err := s.now(ctx)
	if err != nil {
		return nil, now, err
	}
	if now.IsZero() {
		cols = append(cols, offerColumn{Expression: s.store.StatementTime(), Into: func(r *offerRow) any { return &r.now }})
	}
	for _, narrow := range which {
		narrow(t)
	}
	rows, err := store.Read(ctx, s.store, t, cols)
	if err != nil {
		return nil, now, fmt.Errorf("read offers: %w", err)
	}
	out := make([]*ent.Offer, len(rows))
	for i, r := range rows {
		out[i], r.offer.Edges.Partner = &r.offer, &r.partner
		if w.Terms {
			r.offer.Edges.Terms = &r.terms
		}
		if r.product.ID != "" {
			r.offer.Edges.Product = &r.product
		}
		if !r.now.IsZero() {
			now = r.now
		}
	}
	return out, now, nil
}
