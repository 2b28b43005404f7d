package delegation

import (
	"errors"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/viewer"
)

// OfferLifetime is how long an offer waits for an answer.
const OfferLifetime = 30 * 24 * time.Hour

// statusOf is where an offer stands at now, also before the worker has turned the row.
func statusOf(o *ent.Offer, now time.Time) schematype.OfferStatus {
	if o.Status == schematype.OfferPending && !now.Before(o.ExpiresAt) {
		return schematype.OfferExpired
	}
	return o.Status
}

// delegationStatusOf is where a delegation stands at now, also before the worker has turned the row.
func delegationStatusOf(d *ent.Delegation, now time.Time) schematype.DelegationStatus {
	if live(d.Status) && !now.Before(d.ExpiresAt) {
		return schematype.DelegationExpired
	}
	return d.Status
}

// live tells whether a delegation in this state can be ended.
func live(s schematype.DelegationStatus) bool {
	return s == schematype.DelegationActive || s == schematype.DelegationSuspended
}

// answerable says why an offer can't be answered at now, if so.
func answerable(o *ent.Offer, now time.Time) error {
	switch statusOf(o, now) {
	case schematype.OfferPending:
		return nil
	case schematype.OfferExpired:
		return apperr.New(apperr.Expired, "This offer has lapsed. Ask the partner to send a new one.")
	case schematype.OfferWithdrawn:
		return apperr.New(apperr.AlreadyAnswered, "The partner took this offer back.")
	case schematype.OfferDeclined:
		return apperr.New(apperr.AlreadyAnswered, "This offer was declined before.")
	default:
		return apperr.New(apperr.AlreadyAnswered, "This offer was accepted before.")
	}
}

// canAccept says whether v may accept o at now. addressed tells whether the address of the offer belongs to v's
// organization. It returns UNAUTHENTICATED or FORBIDDEN for the wrong person, ALREADY_ANSWERED or EXPIRED for the wrong
// moment.
func canAccept(v viewer.Viewer, o *ent.Offer, p *ent.Partner, addressed bool, now time.Time) error {
	if err := canAnswer(v, o, addressed, now); err != nil {
		return err
	}
	if v.OrganizationID == p.OrganizationID {
		return apperr.NotAllowed("A partner can't accept its own offer.")
	}
	if !access.Holds(v.Roles, access.AcceptOffers) {
		return apperr.NotAllowed("Only a Global Administrator of %s can accept this offer.", v.OrganizationName)
	}
	return nil
}

// canAnswer says whether v may decline o at now: any person of the addressed organization may.
func canAnswer(v viewer.Viewer, o *ent.Offer, addressed bool, now time.Time) error {
	if !v.SignedIn() {
		return apperr.SignInFirst()
	}
	if !addressed {
		return apperr.NotAllowed("This offer is addressed to %s, which does not belong to %s. Sign in with an account of the organization that it is meant for.",
			maskEmail(o.CustomerEmail), v.OrganizationName)
	}
	return answerable(o, now)
}

// canManage says whether v may withdraw o or send it again at now.
func canManage(v viewer.Viewer, o *ent.Offer, now time.Time) error {
	if v.PartnerID == "" || v.PartnerID != o.PartnerID {
		return apperr.Unseen("offer")
	}
	if !access.Holds(v.Roles, access.ManageOffers) {
		return apperr.NotAllowed("Only a Global Administrator of %s can do this.", v.OrganizationName)
	}
	return answerable(o, now)
}

// canDelete says whether v may end d at now: a Global Administrator of the customer, or of the partner that gives it up.
func canDelete(v viewer.Viewer, d *ent.Delegation, now time.Time) error {
	switch {
	case !v.SignedIn():
		return apperr.SignInFirst()
	case v.OrganizationID == d.CustomerID:
		if !access.Holds(v.Roles, access.ReadDelegations) {
			return apperr.Unseen("delegation")
		}
	case v.PartnerID != "" && v.PartnerID == d.PartnerID:
		if delegationStatusOf(d, now) != schematype.DelegationActive {
			return apperr.Unseen("delegation") // a partner sees nothing of what has ended
		}
	default:
		return apperr.Unseen("delegation")
	}
	if !access.Holds(v.Roles, access.DeleteDelegations) {
		return apperr.NotAllowed("Only a Global Administrator can delete a delegated admin.")
	}
	if !live(delegationStatusOf(d, now)) {
		return apperr.New(apperr.Conflict, "This delegation has already ended.")
	}
	return nil
}

// isTold tells whether v is told what the partner could do and what it leaves behind: the customer's Global Administrators
// are.
func isTold(v viewer.Viewer, d *ent.Delegation) bool {
	return v.OrganizationID == d.CustomerID && access.Holds(v.Roles, access.DeleteDelegations)
}

// canAssign says whether v may assign the roles of d to groups of v's partner at now.
func canAssign(v viewer.Viewer, d *ent.Delegation, now time.Time) error {
	switch {
	case !v.SignedIn():
		return apperr.SignInFirst()
	case v.OrganizationID == d.CustomerID && access.Holds(v.Roles, access.ReadDelegations):
		return apperr.NotAllowed("The partner says which of its groups hold the roles.")
	case v.PartnerID == "" || v.PartnerID != d.PartnerID || delegationStatusOf(d, now) != schematype.DelegationActive:
		return apperr.Unseen("delegation")
	case !access.Holds(v.Roles, access.ManageGroups):
		return apperr.NotAllowed("Only a Global Administrator of %s can assign access.", v.OrganizationName)
	}
	return nil
}

// canAsk says whether v may ask p for an offer: who may accept one, of a partner that wants to be found.
func canAsk(v viewer.Viewer, p *ent.Partner) error {
	switch {
	case !v.SignedIn():
		return apperr.SignInFirst()
	case !p.Listed || p.ContactEmail == nil:
		return apperr.NotAllowed("%s is not in the directory.", p.Name)
	case v.PartnerID == p.ID:
		return apperr.NotAllowed("Your organization can’t ask itself for an offer.")
	case !access.Holds(v.Roles, access.AcceptOffers):
		return apperr.NotAllowed("Only a Global Administrator of %s can ask for an offer.", v.OrganizationName)
	}
	return nil
}

// canCreateOrganization says whether v may answer o by making a new organization: the one case in which the link stands
// for a person. owners are the organizations that the address belongs to.
func canCreateOrganization(v viewer.Viewer, o *ent.Offer, owners []uid.ID, now time.Time) error {
	switch {
	case v.SignedIn():
		return apperr.NotAllowed("You are signed in as %s. Sign out to create a new organization.", v.UserName)
	case o.SubscriptionKind == nil:
		return apperr.NotAllowed("A new organization can be created only where a trial or a purchase came along.")
	case len(owners) > 0:
		return apperr.NotAllowed("%s belongs to an organization on this service. Sign in as its Global Administrator.", maskEmail(o.CustomerEmail))
	}
	return answerable(o, now)
}

// message is what err says to people.
func message(err error) string {
	var e *apperr.Error
	if errors.As(err, &e) {
		return e.Message
	}
	return err.Error()
}
