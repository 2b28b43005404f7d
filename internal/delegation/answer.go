package delegation

import (
	"context"
	stdsql "database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// linked is what never changes of an offer, found by its link before the transaction that answers it.
type linked struct {
	offerID, partnerID uid.ID
	organizationID     uid.ID // the partner's
	partner, addressee string
}

const byLink = `
SELECT o.id, o.partner_id, p.organization_id, p.name, o.customer_email FROM offer_links l
JOIN offers o ON o.id = l.offer_id
JOIN partners p ON p.id = o.partner_id
WHERE l.token_hash = $1`

// offerToAnswer finds the offer of a link; a wrong token is NOT_FOUND.
func (s *Service) offerToAnswer(ctx context.Context, token string) (l linked, err error) {
	hash, ok := hashToken(token)
	if !ok {
		return l, apperr.Unseen("offer")
	}
	err = s.store.One(ctx, byLink, []any{hash}, &l.offerID, &l.partnerID, &l.organizationID, &l.partner, &l.addressee)
	if errors.Is(err, stdsql.ErrNoRows) {
		return l, apperr.Unseen("offer")
	}
	if err != nil {
		return l, fmt.Errorf("find the offer of a link: %w", err)
	}
	return l, nil
}

// asked is an offer with what its answer is decided by and tells of.
type asked struct {
	offer       *ent.Offer
	partner     *ent.Partner
	termsSHA256 string
	sender      string   // where mail reaches who sent it; empty when they are disabled
	owners      []uid.ID // the organizations that the address belongs to
	replaces    uid.ID   // the live delegation between the partner and the viewer's organization; empty without one
}

const offerAsked = `
SELECT o.status, o.role_set, o.duration_days, o.subscription_kind, COALESCE(o.product_id, ''), o.seats, o.term_months, o.expires_at,
  o.assignments, p.organization_id, p.name, p.domain, p.contact_email, t.sha256, COALESCE(u.email, u.user_name, ''), COALESCE(d.organization_id, ''),
  COALESCE((SELECT r.id FROM delegations r WHERE r.customer_id = $1 AND r.partner_id = o.partner_id AND r.status IN ('ACTIVE', 'SUSPENDED')), '')
FROM offers o
JOIN partners p ON p.id = o.partner_id
JOIN terms t ON t.id = o.terms_id
LEFT JOIN users u ON u.id = o.sent_by_id AND u.enabled
LEFT JOIN domains d ON d.name = $2 AND d.verified_at IS NOT NULL
WHERE o.id = $3`

// ask reads the offer of a link again, inside the transaction that answers it.
func ask(ctx context.Context, tx *store.Tx, l linked) (asked, error) {
	a := asked{
		offer:   &ent.Offer{ID: l.offerID, PartnerID: l.partnerID, CustomerEmail: l.addressee},
		partner: &ent.Partner{ID: l.partnerID},
	}
	o, p := a.offer, a.partner
	_, host, _ := strings.Cut(l.addressee, "@")
	var owner uid.ID
	var assignments []byte
	err := tx.One(ctx, offerAsked, []any{viewer.FromContext(ctx).OrganizationID, host, l.offerID},
		&o.Status, &o.RoleSet, &o.DurationDays, &o.SubscriptionKind, &o.ProductID, &o.Seats, &o.TermMonths, &o.ExpiresAt,
		&assignments, &p.OrganizationID, &p.Name, &p.Domain, &p.ContactEmail, &a.termsSHA256, &a.sender, &owner, &a.replaces)
	if err != nil {
		return a, fmt.Errorf("load the offer: %w", err)
	}
	if assignments != nil {
		if err := json.Unmarshal(assignments, &o.Assignments); err != nil {
			return a, fmt.Errorf("read how its roles are assigned: %w", err)
		}
	}
	if owner != "" {
		a.owners = []uid.ID{owner}
		return a, nil
	}
	a.owners, err = directory.Owners(ctx, tx.Client(), l.addressee)
	return a, err
}
