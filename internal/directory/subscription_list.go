package directory

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/subscription"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/store"
)

// SubscriptionFilter says which subscriptions.
type SubscriptionFilter struct {
	ProductID  uid.ID
	Kind       *schematype.SubscriptionKind
	Ended      *bool
	EndsBefore *time.Time
	Available  *bool // licenses can still be assigned
}

// Subscriptions is a page of an organization's subscriptions, newest first. FORBIDDEN or NOT_FOUND when the viewer may
// not read them.
func (s *Service) Subscriptions(ctx context.Context, organizationID uid.ID, f SubscriptionFilter, args store.PageArgs) (*store.Page[*ent.Subscription], error) {
	t := sql.Table(subscription.Table)
	order := store.Order{Name: "starts", Column: t.C(subscription.FieldStartsAt), IDColumn: t.C(subscription.FieldID), Time: true, Desc: true}
	return store.Paginate(args, order,
		func(page func(*sql.Selector)) ([]*ent.Subscription, error) {
			rows, err := s.subscriptions(ctx, organizationID, f).WithProduct().Where(page).All(ctx)
			return rows, s.why(ctx, len(rows), err, organizationID, access.ReadSubscriptions)
		},
		func(r *ent.Subscription) store.At { return store.At{Value: r.StartsAt, ID: r.ID} })
}

// CountSubscriptions is how many there are in all pages.
func (s *Service) CountSubscriptions(ctx context.Context, organizationID uid.ID, f SubscriptionFilter) (int, error) {
	return s.subscriptions(ctx, organizationID, f).Count(ctx)
}

func (s *Service) subscriptions(ctx context.Context, organizationID uid.ID, f SubscriptionFilter) *ent.SubscriptionQuery {
	q := s.store.Ent().Subscription.Query().
		Where(subscription.OrganizationID(organizationID), s.reach(ctx, access.ReadSubscriptions, subscription.FieldOrganizationID))
	if f.ProductID != "" {
		q.Where(subscription.ProductID(f.ProductID))
	}
	if f.Kind != nil {
		q.Where(subscription.KindEQ(*f.Kind))
	}
	if f.Ended != nil {
		q.Where(func(t *sql.Selector) { t.Where(s.ended(t, *f.Ended)) })
	}
	if f.EndsBefore != nil {
		q.Where(subscription.EndsAtLT(*f.EndsBefore))
	}
	if f.Available != nil {
		q.Where(func(t *sql.Selector) {
			free := sql.ColumnsLT(t.C(subscription.FieldAssignedSeats), t.C(subscription.FieldSeats))
			if *f.Available {
				t.Where(sql.And(free, s.ended(t, false)))
			} else {
				t.Where(sql.Or(sql.Not(free), s.ended(t, true)))
			}
		})
	}
	return q
}

// ended holds for subscriptions that have ended by the database's clock, or for those that have not.
func (s *Service) ended(t *sql.Selector, yes bool) *sql.Predicate {
	if yes {
		return s.store.Past(t.C(subscription.FieldEndsAt))
	}
	return s.store.Ahead(t.C(subscription.FieldEndsAt))
}
