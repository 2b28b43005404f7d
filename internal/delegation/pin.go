package delegation

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/organization"
	"delegatedadmin.example/ent/pin"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// maxPins is how many customers a person has pinned at once.
const maxPins = 20

// SetPinned pins the customer of a delegation for the viewer, or no more. For people of the partner who see the delegation:
// NOT_FOUND or FORBIDDEN for others, CONFLICT past the number that can be pinned. A pin is a person's own and gives no
// access: it leaves no event.
func (s *Service) SetPinned(ctx context.Context, delegationID uid.ID, pinned bool) error {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return apperr.SignInFirst()
	}
	d, err := s.Delegation(ctx, delegationID)
	switch {
	case err != nil:
	case d.PartnerID != v.PartnerID:
		err = apperr.NotAllowed("Customers are pinned by people of the partner that administers them.")
	default:
		locks := append(access.Acting(v, v.OrganizationID), store.Lock{Key: "pins:" + string(v.UserID), Exclusive: true})
		err = s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
			if _, err := access.Person(ctx, tx, v); err != nil {
				return err
			}
			return setPinned(ctx, tx, v.UserID, d.CustomerID, pinned)
		})
	}
	return access.Refused(ctx, s.store, err, audit.Event{
		Action: "customer.pin", Actor: v, OrganizationID: v.OrganizationID, TargetID: delegationID,
	})
}

func setPinned(ctx context.Context, tx *store.Tx, userID, customerID uid.ID, pinned bool) error {
	if _, err := tx.Pin.Delete().Where(pin.UserID(userID), pin.CustomerID(customerID)).Exec(ctx); err != nil {
		return fmt.Errorf("take the pin off: %w", err)
	}
	if !pinned {
		return nil
	}
	if n, err := tx.Pin.Query().Where(pin.UserID(userID)).Count(ctx); err != nil {
		return fmt.Errorf("count the pins: %w", err)
	} else if n >= maxPins {
		return apperr.New(apperr.Conflict, "You can pin %d customers. Take the pin off another first.", maxPins)
	}
	if err := tx.Pin.Create().SetUserID(userID).SetCustomerID(customerID).SetCreatedAt(tx.Now).Exec(ctx); err != nil {
		return fmt.Errorf("pin the customer: %w", err)
	}
	return nil
}

// PinnedCustomers are the customers that the viewer has pinned and sees now, by name.
func (s *Service) PinnedCustomers(ctx context.Context) ([]*Delegation, error) {
	v := viewer.FromContext(ctx)
	if v.PartnerID == "" {
		return nil, nil
	}
	return s.read(ctx, Whole{asPartner: true}, func(t *sql.Selector) {
		t.Where(sql.And(s.ofPartner(v), pinnedBy(v)))
		t.OrderBy(sql.Table(organization.Table).C(organization.FieldNameKey))
	})
}

// Pinned tells which of these delegations are of customers that the viewer has pinned, in one statement.
func (s *Service) Pinned(ctx context.Context, delegationIDs []uid.ID) (map[uid.ID]bool, error) {
	v := viewer.FromContext(ctx)
	if v.PartnerID == "" {
		return nil, nil
	}
	ids, err := s.store.Ent().Delegation.Query().Where(delegation.IDIn(delegationIDs...), delegation.PartnerID(v.PartnerID),
		func(t *sql.Selector) { t.Where(pinnedBy(v)) }).IDs(ctx)
	if err != nil {
		return nil, fmt.Errorf("read what is pinned: %w", err)
	}
	out := make(map[uid.ID]bool, len(ids))
	for _, id := range ids {
		out[id] = true
	}
	return out, nil
}

// pinnedBy holds for the delegations of customers that v has pinned.
func pinnedBy(v viewer.Viewer) *sql.Predicate {
	p := sql.Table(pin.Table)
	return sql.In(sql.Table(delegation.Table).C(delegation.FieldCustomerID),
		sql.Select(p.C(pin.FieldCustomerID)).From(p).Where(sql.EQ(p.C(pin.FieldUserID), v.UserID)))
}
