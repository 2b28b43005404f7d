package delegation

import (
	"context"
	"fmt"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Delete ends a delegation at once and for good: for a Global Administrator of the customer, or of the partner that
// gives it up. When it returns, no work of that partner in that organization commits any more. NOT_FOUND for one that is
// not seen, FORBIDDEN for who may not, CONFLICT for a version that is not current and for one that has already ended.
func (s *Service) Delete(ctx context.Context, id uid.ID, reason *string, version *int) error {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return apperr.SignInFirst()
	}
	reason, err := words(reason, maxReason)
	if err != nil {
		return apperr.InvalidInput("reason", "A reason has at most %d characters.", maxReason)
	}
	refusal := audit.Event{Action: "delegation.delete", Actor: v, OrganizationID: v.OrganizationID, TargetID: id, Target: "delegation"}
	// Who the two sides are never changes, so it may be read before the lock on them is taken.
	sides, err := s.store.Ent().Delegation.Query().Where(delegation.ID(id)).WithPartner().WithCustomer().Only(ctx)
	if ent.IsNotFound(err) {
		return access.Refused(ctx, s.store, apperr.Unseen("delegation"), refusal)
	}
	if err != nil {
		return fmt.Errorf("find the delegation: %w", err)
	}
	if sides.CustomerID == v.OrganizationID || sides.PartnerID == v.PartnerID {
		refusal.OrganizationID, refusal.DelegationID, refusal.Target = sides.CustomerID, id, sides.Edges.Partner.Name
	}
	locks := []store.Lock{access.Ending(sides.CustomerID, sides.PartnerID)}
	locks = append(locks, access.Acting(v, v.OrganizationID)...)
	err = s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		now, err := access.Person(ctx, tx, v)
		if err != nil {
			return err
		}
		d, err := tx.Delegation.Get(ctx, id)
		if err != nil {
			return fmt.Errorf("load the delegation: %w", err)
		}
		if err := canDelete(now, d, tx.Now); err != nil {
			return err
		}
		if version != nil && *version != d.Version {
			return apperr.New(apperr.Conflict, "This delegation has changed meanwhile. Look at it again, then decide.").On("input", "version")
		}
		e := ending{
			delegation: d, partner: sides.Edges.Partner, customerName: sides.Edges.Customer.DisplayName, actor: now,
			action: "delegation.delete", by: schematype.TerminatedByCustomer, status: schematype.DelegationTerminated,
		}
		if now.OrganizationID != d.CustomerID {
			e.by = schematype.TerminatedByPartner
		}
		if reason != nil {
			e.reason = *reason
		}
		return s.end(ctx, tx, e)
	})
	return access.Refused(ctx, s.store, err, refusal)
}

// ending is how a delegation ends.
type ending struct {
	delegation   *ent.Delegation
	partner      *ent.Partner
	customerName string
	actor        viewer.Viewer
	action       string
	by           schematype.TerminatedBy
	status       schematype.DelegationStatus
	reason       string
}

// end ends a live delegation, once. The transaction holds the lock of access.Ending.
func (s *Service) end(ctx context.Context, tx *store.Tx, e ending) error {
	d := e.delegation
	u := tx.Delegation.Update().
		Where(delegation.ID(d.ID), delegation.StatusIn(schematype.DelegationActive, schematype.DelegationSuspended)).
		SetStatus(e.status).SetTerminatedAt(tx.Now).SetTerminatedBy(e.by).AddVersion(1)
	if e.reason != "" {
		u.SetTerminationReason(e.reason)
	}
	n, err := u.Save(ctx)
	if err != nil {
		return fmt.Errorf("end the delegation: %w", err)
	}
	if n == 0 {
		return apperr.New(apperr.Conflict, "This delegation has already ended.")
	}
	terms, err := d.QueryOffer().QueryTerms().Only(ctx)
	if err != nil {
		return fmt.Errorf("load the terms: %w", err)
	}
	party := e.actor
	party.OrganizationName = e.customerName
	if _, err := audit.Sign(ctx, tx, statement(e.action, d, party, e.partner, terms.Sha256, e.reason)); err != nil {
		return err
	}
	if err := s.mailEnded(ctx, tx, e); err != nil {
		return err
	}
	tx.Publish(store.Change{Kind: "delegation.ended", DelegationID: d.ID, CustomerID: d.CustomerID, PartnerID: d.PartnerID})
	event := audit.Event{
		Action: e.action, Actor: e.actor, OrganizationID: d.CustomerID, DelegationID: d.ID, TargetID: d.ID, Target: e.partner.Name,
		Changes: []schematype.Change{changed("status", string(d.Status), string(e.status))},
	}
	if e.actor.SignedIn() {
		event.Role = globalAdministrator()
	}
	if e.reason != "" {
		event.Justification = &e.reason
	}
	return audit.Record(ctx, tx, event)
}
