package directory

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/license"
	"delegatedadmin.example/ent/predicate"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/subscription"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// AssignLicenses assigns a license of a subscription to users, for those who hold licenses.assign, while there are seats.
// NOT_FOUND for a subscription that is not seen. Of one user: CONFLICT when no seat is free and for a user who was deleted,
// EXPIRED once the subscription has ended, INVALID for a user of another organization.
func (s *Service) AssignLicenses(ctx context.Context, subscriptionID uid.ID, userIDs []uid.ID) ([]Outcome, error) {
	return s.changeLicenses(ctx, "license.assign", subscriptionID, userIDs, assignLicense)
}

// RemoveLicenses takes from users their license of a subscription, by the same rules. It can be done after the end.
func (s *Service) RemoveLicenses(ctx context.Context, subscriptionID uid.ID, userIDs []uid.ID) ([]Outcome, error) {
	return s.changeLicenses(ctx, "license.remove", subscriptionID, userIDs, removeLicense)
}

func (s *Service) changeLicenses(ctx context.Context, name string, subscriptionID uid.ID, userIDs []uid.ID,
	do func(ctx context.Context, tx *store.Tx, by access.Grant, sub *ent.Subscription, u *ent.User) ([]schematype.Change, error),
) ([]Outcome, error) {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return nil, apperr.SignInFirst()
	}
	// Neither the organization nor the product of a subscription ever changes; seats and term are read under the lock.
	sub, err := s.Subscription(ctx, subscriptionID)
	if err != nil {
		return nil, access.Refused(ctx, s.store, err, audit.Event{
			Action: name, Actor: v, OrganizationID: v.OrganizationID, TargetID: subscriptionID,
		})
	}
	return s.onUsers(ctx, userIDs, "userIds", act{
		name: name, permission: access.AssignLicenses,
		locks: func(uid.ID) []store.Lock { return []store.Lock{seats(sub.ID)} },
		may:   func(s access.Standing, u *ent.User, _ *store.Tx) error { return canLicense(s, u) },
		do: func(ctx context.Context, tx *store.Tx, by access.Grant, u *ent.User) ([]schematype.Change, error) {
			if u.OrganizationID != sub.OrganizationID {
				return nil, apperr.New(apperr.Invalid, "%s belongs to another organization than the subscription.", u.DisplayName)
			}
			return do(ctx, tx, by, sub, u)
		},
	})
}

// seats is the lock for giving out the seats of a subscription: one at a time finds a free one.
func seats(subscriptionID uid.ID) store.Lock {
	return store.Lock{Key: "subscription:" + string(subscriptionID), Exclusive: true}
}

func assignLicense(ctx context.Context, tx *store.Tx, by access.Grant, sub *ent.Subscription, u *ent.User) ([]schematype.Change, error) {
	if err := exists(u); err != nil {
		return nil, err
	}
	there, err := tx.License.Query().Where(license.UserID(u.ID), license.SubscriptionID(sub.ID)).Exist(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for the license: %w", err)
	}
	if there {
		return nil, nil
	}
	taken, err := tx.Subscription.Update().
		Where(subscription.ID(sub.ID), subscription.EndsAtGT(tx.Now), func(t *sql.Selector) {
			t.Where(sql.ColumnsLT(t.C(subscription.FieldAssignedSeats), t.C(subscription.FieldSeats)))
		}).
		AddAssignedSeats(1).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("take a seat: %w", err)
	}
	if taken == 0 {
		return nil, noSeat(ctx, tx, sub)
	}
	create := tx.License.Create().SetOrganizationID(u.OrganizationID).SetSubscriptionID(sub.ID).SetProductID(sub.ProductID).
		SetUserID(u.ID).SetAssignedAt(tx.Now)
	if by.DelegationID != "" {
		create.SetAssignedByID(by.Viewer.PartnerID)
	}
	if err := create.Exec(ctx); err != nil {
		return nil, fmt.Errorf("assign the license: %w", err)
	}
	id := string(sub.ID)
	return []schematype.Change{{Field: "license", After: &sub.Edges.Product.Name}, {Field: "subscription", After: &id}}, nil
}

// noSeat says why there is no seat.
func noSeat(ctx context.Context, tx *store.Tx, sub *ent.Subscription) error {
	now, err := tx.Subscription.Get(ctx, sub.ID)
	switch {
	case err != nil:
		return fmt.Errorf("load the subscription: %w", err)
	case Ended(now, tx.Now):
		return apperr.New(apperr.Expired, "This subscription of %s has ended.", sub.Edges.Product.Name)
	case now.Seats == 1:
		return apperr.New(apperr.Conflict, "The one seat of this subscription of %s is taken.", sub.Edges.Product.Name)
	}
	return apperr.New(apperr.Conflict, "All %d seats of this subscription of %s are taken.", now.Seats, sub.Edges.Product.Name)
}

func removeLicense(ctx context.Context, tx *store.Tx, _ access.Grant, sub *ent.Subscription, u *ent.User) ([]schematype.Change, error) {
	return takeLicenses(ctx, tx, u, license.SubscriptionID(sub.ID))
}

// takeLicenses takes a user's licenses, or some of them: their seats are free again. It tells which those were.
func takeLicenses(ctx context.Context, tx *store.Tx, u *ent.User, which ...predicate.License) ([]schematype.Change, error) {
	rows, err := tx.License.Query().Where(license.UserID(u.ID)).Where(which...).WithProduct().Order(license.ByID()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the licenses: %w", err)
	}
	if len(rows) == 0 {
		return nil, nil
	}
	var changes []schematype.Change
	licenses, subscriptions := make([]uid.ID, len(rows)), make([]uid.ID, len(rows))
	for i, l := range rows {
		licenses[i], subscriptions[i] = l.ID, l.SubscriptionID
		id := string(l.SubscriptionID)
		changes = append(changes, schematype.Change{Field: "license", Before: &l.Edges.Product.Name}, schematype.Change{Field: "subscription", Before: &id})
	}
	if _, err := tx.License.Delete().Where(license.IDIn(licenses...)).Exec(ctx); err != nil {
		return nil, fmt.Errorf("remove the licenses: %w", err)
	}
	if err := tx.Subscription.Update().Where(subscription.IDIn(subscriptions...)).AddAssignedSeats(-1).Exec(ctx); err != nil {
		return nil, fmt.Errorf("free the seats: %w", err)
	}
	return changes, nil
}

// subscriptionsIn are those of which a user got or lost a license.
func subscriptionsIn(changes []schematype.Change) (ids []uid.ID) {
	for _, c := range changes {
		if c.Field == "subscription" {
			ids = append(ids, uid.ID(valueOf(c.Before)+valueOf(c.After)))
		}
	}
	return ids
}

// Ended tells whether a subscription has ended.
func Ended(sub *ent.Subscription, now time.Time) bool { return !now.Before(sub.EndsAt) }

// AvailableSeats is how many licenses of a subscription can still be assigned.
func AvailableSeats(sub *ent.Subscription, now time.Time) int {
	if Ended(sub, now) {
		return 0
	}
	return max(0, sub.Seats-sub.AssignedSeats)
}

// licensed holds for users with a license, or for those without any.
func licensed(yes bool) predicate.User {
	return func(t *sql.Selector) {
		l := sql.Table(license.Table)
		has := sql.Exists(sql.Select(l.C(license.FieldID)).From(l).Where(sql.ColumnsEQ(l.C(license.FieldUserID), t.C(user.FieldID))))
		if !yes {
			has = sql.Not(has)
		}
		t.Where(has)
	}
}

// License returns a license of somebody whom the viewer may see, or NOT_FOUND.
func (s *Service) License(ctx context.Context, id uid.ID) (*ent.License, error) {
	return only(s.licenses(ctx).Where(license.ID(id)).Only(ctx))
}

// LicensesOf are the licenses of users whom the viewer may see, by product, for each of the users, in one statement.
func (s *Service) LicensesOf(ctx context.Context, userIDs []uid.ID) (map[uid.ID]*[]*ent.License, error) {
	rows, err := s.licenses(ctx).Where(license.UserIDIn(userIDs...)).
		Order(license.ByProductField("name"), license.ByID()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the licenses: %w", err)
	}
	out := make(map[uid.ID]*[]*ent.License, len(userIDs))
	for _, row := range rows {
		if out[row.UserID] == nil {
			out[row.UserID] = &[]*ent.License{}
		}
		*out[row.UserID] = append(*out[row.UserID], row)
	}
	return out, nil
}

// licenses are those of people whom the viewer may see.
func (s *Service) licenses(ctx context.Context) *ent.LicenseQuery {
	v := viewer.FromContext(ctx)
	return s.store.Ent().License.Query().WithProduct().Where(func(t *sql.Selector) {
		t.Where(sql.Or(
			sql.EQ(t.C(license.FieldUserID), v.UserID),
			access.Reach(s.store, v, access.ReadUsers, t.C(license.FieldOrganizationID)),
		))
	})
}

// LicensesIn is a page of the licenses of a subscription, latest first. FORBIDDEN or NOT_FOUND when the viewer may not
// read subscriptions there.
func (s *Service) LicensesIn(ctx context.Context, sub *ent.Subscription, args store.PageArgs) (*store.Page[*ent.License], error) {
	t := sql.Table(license.Table)
	order := store.Order{Name: "assigned", Column: t.C(license.FieldAssignedAt), IDColumn: t.C(license.FieldID), Time: true, Desc: true}
	return store.Paginate(args, order,
		func(page func(*sql.Selector)) ([]*ent.License, error) {
			rows, err := s.licensesIn(ctx, sub).WithProduct().Where(page).All(ctx)
			return rows, s.why(ctx, len(rows), err, sub.OrganizationID, access.ReadSubscriptions)
		},
		func(l *ent.License) store.At { return store.At{Value: l.AssignedAt, ID: l.ID} })
}

// CountLicensesIn is how many there are in all pages.
func (s *Service) CountLicensesIn(ctx context.Context, sub *ent.Subscription) (int, error) {
	return s.licensesIn(ctx, sub).Count(ctx)
}

func (s *Service) licensesIn(ctx context.Context, sub *ent.Subscription) *ent.LicenseQuery {
	return s.store.Ent().License.Query().
		Where(license.SubscriptionID(sub.ID), s.reach(ctx, access.ReadSubscriptions, license.FieldOrganizationID))
}
