package delegation

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/offer"
	"delegatedadmin.example/ent/offerlink"
	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/viewer"
)

// OfferByToken returns the offer behind a link, for whoever holds the link; nil for a token that names none.
func (s *Service) OfferByToken(ctx context.Context, token string, w OfferWhole) (*Offer, error) {
	hash, ok := hashToken(token)
	if !ok {
		return nil, nil
	}
	rows, now, err := s.offers(ctx, w, linkedBy(hash))
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return s.oneOffer(ctx, rows[0], now, w)
}

// Offer returns an offer that the viewer may see without its link: those of their partner, for those who manage them,
// and those that their organization accepted or is asked to accept, for those who may decide. Others are NOT_FOUND.
func (s *Service) Offer(ctx context.Context, id uid.ID, w OfferWhole) (*Offer, error) {
	rows, now, err := s.offers(ctx, w, offer.ID(id))
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, apperr.Unseen("offer")
	}
	row, v := rows[0], viewer.FromContext(ctx)
	seen := v.SignedIn() && row.CustomerID == v.OrganizationID && access.Holds(v.Roles, access.ReadDelegations) || manages(v, row)
	if !seen && access.Holds(v.Roles, access.AcceptOffers) {
		if seen, err = s.addressed(ctx, s.store.Ent(), v, row); err != nil {
			return nil, err
		}
	}
	if !seen {
		return nil, apperr.Unseen("offer")
	}
	return s.oneOffer(ctx, row, now, w)
}

// linkedBy holds for the offer whose mail carried the token of this hash.
func linkedBy(hash []byte) func(*sql.Selector) {
	return func(t *sql.Selector) {
		l := sql.Table(offerlink.Table)
		t.Where(sql.In(t.C(offer.FieldID), sql.Select(l.C(offerlink.FieldOfferID)).From(l).Where(sql.EQ(l.C(offerlink.FieldTokenHash), hash))))
	}
}

// sends tells whether v manages the offers of a partner.
func sends(v viewer.Viewer) bool {
	return v.PartnerID != "" && access.Holds(v.Roles, access.ManageOffers)
}

func manages(v viewer.Viewer, o *ent.Offer) bool { return sends(v) && v.PartnerID == o.PartnerID }

// addressed tells whether the address of o belongs to v's organization.
func (s *Service) addressed(ctx context.Context, client *ent.Client, v viewer.Viewer, o *ent.Offer) (bool, error) {
	if !v.SignedIn() {
		return false, nil
	}
	owners, err := directory.Owners(ctx, client, o.CustomerEmail)
	return slices.Contains(owners, v.OrganizationID), err
}

func (s *Service) oneOffer(ctx context.Context, row *ent.Offer, now time.Time, w OfferWhole) (*Offer, error) {
	views, err := s.viewOffers(ctx, []*ent.Offer{row}, now, w)
	if err != nil {
		return nil, err
	}
	return views[0], nil
}

// viewOffers shows offers as the viewer sees them at now, with as many statements for many as for one, except that whom an
// address belongs to is looked up for each offer that waits for the viewer's own answer: those are few.
func (s *Service) viewOffers(ctx context.Context, rows []*ent.Offer, now time.Time, w OfferWhole) (_ []*Offer, err error) {
	if len(rows) == 0 {
		return nil, nil
	}
	v := viewer.FromContext(ctx)
	own := sync.OnceValues(func() (*ent.Organization, error) { return s.store.Ent().Organization.Get(ctx, v.OrganizationID) })
	out := make([]*Offer, len(rows))
	ids := make([]any, len(rows))
	for i, row := range rows {
		if out[i], err = s.viewOffer(ctx, v, row, now, own); err != nil {
			return nil, err
		}
		ids[i] = row.ID
	}
	if w.Delegation {
		if err := s.addDelegations(ctx, v, out, ids, now); err != nil {
			return nil, err
		}
	}
	if w.Delivery && sends(v) {
		if err := s.addDeliveries(ctx, v, out, ids); err != nil {
			return nil, err
		}
	}
	if w.Replaces {
		for _, o := range out {
			if !o.ViewerCanAccept {
				continue
			}
			if o.Replaces, err = s.liveBetween(ctx, o.PartnerID, v.OrganizationID); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

func (s *Service) viewOffer(ctx context.Context, v viewer.Viewer, row *ent.Offer, now time.Time, own func() (*ent.Organization, error)) (*Offer, error) {
	o := &Offer{
		Offer: row, Status: statusOf(row, now), Partner: row.Edges.Partner, Terms: row.Edges.Terms,
		CustomerEmail: maskEmail(row.CustomerEmail), RequestedRoles: row.Roles(), SentBy: row.SentByName,
	}
	if row.SubscriptionKind != nil && row.Edges.Product != nil {
		o.Subscription = &SubscriptionOffer{Kind: *row.SubscriptionKind, Product: row.Edges.Product, Seats: row.Seats, TermMonths: row.TermMonths}
	}
	if v.PartnerID != "" && v.PartnerID == row.PartnerID {
		o.CustomerEmail, o.DeclineReason = row.CustomerEmail, row.DeclineReason
		o.ViewerCanManage = canManage(v, row, now) == nil
		return o, nil
	}
	var owners []uid.ID
	if o.Status == schematype.OfferPending { // nobody can do anything with the others
		var err error
		if owners, err = directory.Owners(ctx, s.store.Ent(), row.CustomerEmail); err != nil {
			return nil, err
		}
	}
	addressed := v.SignedIn() && slices.Contains(owners, v.OrganizationID)
	if addressed || v.SignedIn() && row.CustomerID == v.OrganizationID {
		o.CustomerEmail, o.DeclineReason = row.CustomerEmail, row.DeclineReason
		var err error
		if o.Customer, err = own(); err != nil {
			return nil, err
		}
	}
	o.CanCreateOrganization = canCreateOrganization(v, row, owners, now) == nil
	o.ViewerCanDecline = canAnswer(v, row, addressed, now) == nil
	if err := answerable(row, now); err != nil {
		hint := message(err)
		o.AcceptHint = &hint
		return o, nil
	}
	refusal := canAccept(v, row, row.Edges.Partner, addressed, now)
	o.ViewerCanAccept = refusal == nil
	if refusal != nil {
		hint, err := s.acceptHint(ctx, v, row, addressed, owners, refusal)
		if err != nil {
			return nil, err
		}
		o.AcceptHint = &hint
	}
	return o, nil
}

// acceptHint says why v can't accept and who can: by name where v may see the names.
func (s *Service) acceptHint(ctx context.Context, v viewer.Viewer, o *ent.Offer, addressed bool, owners []uid.ID, refusal error) (string, error) {
	switch {
	case apperr.CodeOf(refusal) == apperr.Unauthenticated && len(owners) > 0:
		return fmt.Sprintf("Sign in as a Global Administrator of the organization that %s belongs to.", maskEmail(o.CustomerEmail)), nil
	case apperr.CodeOf(refusal) == apperr.Unauthenticated && o.SubscriptionKind != nil:
		return "No organization here owns this address. You can create one to accept the offer.", nil
	case apperr.CodeOf(refusal) == apperr.Unauthenticated:
		return fmt.Sprintf("No organization here owns %s, so nobody can accept this offer. Ask the partner to send it to an address of your organization.", maskEmail(o.CustomerEmail)), nil
	case addressed && apperr.CodeOf(refusal) == apperr.Forbidden:
		admins, err := s.store.Ent().User.Query().
			Where(user.OrganizationID(v.OrganizationID), user.Enabled(true), holdsRole(schematype.GlobalAdministrator)).
			Order(user.ByDisplayName()).Limit(3).Select(user.FieldDisplayName).Strings(ctx)
		if err != nil {
			return "", fmt.Errorf("read the administrators: %w", err)
		}
		return fmt.Sprintf("Only a Global Administrator of %s can accept this offer: %s.", v.OrganizationName, strings.Join(admins, ", ")), nil
	}
	return message(refusal), nil
}

func holdsRole(role schematype.Role) func(*sql.Selector) {
	return func(t *sql.Selector) {
		t.Where(sql.P(func(b *sql.Builder) {
			b.Ident(t.C(user.FieldRoleSet)).WriteString(fmt.Sprintf(" & %d <> 0", schematype.Roles(role)))
		}))
	}
}

// addDelegations fills in what came of offers, as far as v may see it, and when it ended.
func (s *Service) addDelegations(ctx context.Context, v viewer.Viewer, out []*Offer, ids []any, now time.Time) error {
	seen, err := s.where(ctx, func(t *sql.Selector) *sql.Predicate { return sql.In(t.C(delegation.FieldOfferID), ids...) })
	if err != nil {
		return err
	}
	rows, err := s.store.Ent().Delegation.Query().
		Where(func(t *sql.Selector) { t.Where(sql.In(t.C(delegation.FieldOfferID), ids...)) }).All(ctx)
	if err != nil {
		return fmt.Errorf("read what came of the offers: %w", err)
	}
	for _, o := range out {
		for _, d := range seen {
			if d.OfferID == o.ID {
				o.Delegation, o.Customer = d, d.Customer
			}
		}
		for _, d := range rows {
			concerned := manages(v, o.Offer) || v.SignedIn() && d.CustomerID == v.OrganizationID && access.Holds(v.Roles, access.ReadDelegations)
			if d.OfferID == o.ID && concerned && !live(delegationStatusOf(d, now)) {
				ended := d.ExpiresAt
				if d.TerminatedAt != nil {
					ended = *d.TerminatedAt
				}
				o.DelegationEndedAt = &ended
			}
		}
	}
	return nil
}

// addDeliveries fills in how far the newest mail of each offer got.
func (s *Service) addDeliveries(ctx context.Context, v viewer.Viewer, out []*Offer, ids []any) error {
	rows, err := s.store.Ent().OutboxMessage.Query().
		Where(outboxmessage.Kind(string(mail.Offer)), func(t *sql.Selector) { t.Where(sql.In(t.C(outboxmessage.FieldOfferID), ids...)) }).
		Order(ent.Asc(outboxmessage.FieldCreatedAt)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the mails of the offers: %w", err)
	}
	for _, o := range out {
		for _, row := range rows {
			if row.OfferID == o.ID && manages(v, o.Offer) {
				o.Delivery = &MailDelivery{Status: NotDeliveredYet, Attempts: row.Attempts, DeliveredAt: row.SentAt, LastError: row.LastError}
				switch {
				case row.SentAt != nil:
					o.Delivery.Status = Delivered
				case row.FailedAt != nil:
					o.Delivery.Status = Failed
				}
			}
		}
	}
	return nil
}

// liveBetween is the delegation of a partner at the viewer's organization that can still be ended; nil without one.
func (s *Service) liveBetween(ctx context.Context, partnerID, customerID uid.ID) (*Delegation, error) {
	found, err := s.where(ctx, func(t *sql.Selector) *sql.Predicate {
		return sql.And(
			sql.EQ(t.C(delegation.FieldPartnerID), partnerID), sql.EQ(t.C(delegation.FieldCustomerID), customerID),
			access.Open(t.C(delegation.FieldStatus)),
			s.store.Ahead(t.C(delegation.FieldExpiresAt)),
		)
	})
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// A token is 32 random bytes in base64url without padding (RFC 4648): 43 characters, neither more nor fewer.
const tokenLength = 43

// hashToken is what the store keeps of a token; ok is false for a text that can't be one.
func hashToken(token string) (hash []byte, ok bool) {
	if len(token) != tokenLength {
		return nil, false
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(token)
	if err != nil {
		return nil, false
	}
	sum := sha256.Sum256(raw)
	return sum[:], true
}
