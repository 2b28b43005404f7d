package delegation

import (
	"context"
	"slices"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Decline says no to an offer, with a reason for the partner to read. For any enabled user of the organization that the
// address belongs to; FORBIDDEN for others, EXPIRED or ALREADY_ANSWERED when it no longer waits.
func (s *Service) Decline(ctx context.Context, token string, reason *string) error {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return apperr.SignInFirst()
	}
	reason, err := words(reason, maxReason)
	if err != nil {
		return apperr.InvalidInput("reason", "A reason has at most %d characters.", maxReason)
	}
	l, err := s.offerToAnswer(ctx, token)
	if err != nil {
		return err
	}
	locks := append(access.Acting(v, v.OrganizationID), OfferLock(l.offerID))
	err = s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		now, err := access.Person(ctx, tx, v)
		if err != nil {
			return err
		}
		about, err := ask(ctx, tx, l)
		if err != nil {
			return err
		}
		if err := canAnswer(now, about.offer, slices.Contains(about.owners, v.OrganizationID), tx.Now); err != nil {
			return err
		}
		err = leavePending(ctx, tx, l.offerID, schematype.OfferDeclined, func(u *ent.OfferUpdate) {
			u.SetAnsweredByID(v.UserID).SetCustomerID(v.OrganizationID).SetNillableDeclineReason(reason)
		})
		if err != nil {
			return err
		}
		if err := s.mailDeclined(ctx, tx, about, v, reason); err != nil {
			return err
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: "offer.decline", Actor: now, OrganizationID: v.OrganizationID, TargetID: l.offerID, Target: l.partner, Justification: reason,
		})
	})
	return access.Refused(ctx, s.store, err, audit.Event{
		Action: "offer.decline", Actor: v, OrganizationID: v.OrganizationID, TargetID: l.offerID, Target: l.partner,
	})
}
