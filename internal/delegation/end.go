package delegation

import (
	"context"
	stdsql "database/sql"
	"errors"
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
	refusal := audit.Event{Action: "delegation.delete", Actor: v, OrganizationID: v.OrganizationID, TargetID: id}
	// Who the two sides are never changes, so it may be read before the lock on them is taken.
	var customerID, partnerID uid.ID
	var partner string
	err = s.store.One(ctx, "SELECT d.customer_id, d.partner_id, p.name FROM delegations d JOIN partners p ON p.id = d.partner_id WHERE d.id = $1",
		[]any{id}, &customerID, &partnerID, &partner)
	if errors.Is(err, stdsql.ErrNoRows) {
		return access.Refused(ctx, s.store, apperr.Unseen("delegation"), refusal)
	}
	if err != nil {
		return fmt.Errorf("find the delegation: %w", err)
	}
	if customerID == v.OrganizationID || partnerID == v.PartnerID {
		refusal.OrganizationID, refusal.DelegationID, refusal.Target = customerID, id, partner
	}
	locks := []store.Lock{access.Ending(customerID, partnerID)}
	locks = append(locks, access.Acting(v, v.OrganizationID)...)
	err = s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		now, err := access.Person(ctx, tx, v)
		if err != nil {
			return err
		}
		e, err := toEnd(ctx, tx, id)
		if err != nil {
			return err
		}
		if now.OrganizationID != e.delegation.CustomerID {
			if err := access.See(ctx, tx.Client(), now, id); err != nil {
				return err
			}
		}
		if err := canDelete(now, e.delegation, tx.Now); err != nil {
			return err
		}
		if version != nil && *version != e.delegation.Version {
			return apperr.New(apperr.Conflict, "This delegation has changed meanwhile. Look at it again, then decide.").On("input", "version")
		}
		e.actor, e.action, e.by, e.status = now, "delegation.delete", schematype.TerminatedByCustomer, schematype.DelegationTerminated
		if now.OrganizationID != e.delegation.CustomerID {
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
	termsSHA256  string
	actor        viewer.Viewer
	action       string
	by           schematype.TerminatedBy
	status       schematype.DelegationStatus
	reason       string
}

const delegationToEnd = `
SELECT d.id, d.partner_id, d.customer_id, d.offer_id, d.status, d.role_set, d.expires_at, d.version,
  p.name, p.domain, p.contact_email, c.display_name, t.sha256
FROM delegations d
JOIN partners p ON p.id = d.partner_id
JOIN organizations c ON c.id = d.customer_id
JOIN offers o ON o.id = d.offer_id
JOIN terms t ON t.id = o.terms_id
WHERE d.id = $1`

// toEnd reads a delegation with what its end tells of. How it ends is for the caller to say.
func toEnd(ctx context.Context, tx *store.Tx, id uid.ID) (ending, error) {
	d, p := &ent.Delegation{}, &ent.Partner{}
	e := ending{delegation: d, partner: p}
	err := tx.One(ctx, delegationToEnd, []any{id},
		&d.ID, &d.PartnerID, &d.CustomerID, &d.OfferID, &d.Status, &d.RoleSet, &d.ExpiresAt, &d.Version,
		&p.Name, &p.Domain, &p.ContactEmail, &e.customerName, &e.termsSHA256)
	if err != nil {
		return e, fmt.Errorf("load the delegation: %w", err)
	}
	p.ID = d.PartnerID
	return e, nil
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
	party := e.actor
	party.OrganizationName = e.customerName
	if _, err := audit.Sign(ctx, tx, statement(e.action, d, party, e.partner, e.termsSHA256, e.reason)); err != nil {
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
