package delegation

import (
	"strings"
	"time"
	"unicode/utf8"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
)

// Delegation is a delegation as one viewer sees it, with what a list shows of it, loaded in one statement.
type Delegation struct {
	*ent.Delegation
	Status          schematype.DelegationStatus // by the database's clock, also before the worker has turned the row
	Partner         *ent.Partner
	Customer        *ent.Organization
	AcceptedBy      *ent.User
	ViewerCanDelete bool
	ViewerCanAssign bool
}

// Offer is an offer as one viewer sees it. What OfferWhole did not ask for is nil.
type Offer struct {
	*ent.Offer
	Status                schematype.OfferStatus // by the database's clock, also before the worker has turned the row
	Partner               *ent.Partner
	Customer              *ent.Organization
	Terms                 *ent.Terms
	CustomerEmail         string // in full or masked, as the viewer may see it
	RequestedRoles        []schematype.Role
	SentBy                string
	DeclineReason         *string
	Subscription          *SubscriptionOffer
	Delegation            *Delegation
	Replaces              *Delegation
	DelegationEndedAt     *time.Time
	Delivery              *MailDelivery
	ViewerCanAccept       bool
	ViewerCanDecline      bool
	ViewerCanManage       bool
	AcceptHint            *string
	CanCreateOrganization bool
}

// SubscriptionOffer is the trial or purchase that comes with an offer.
type SubscriptionOffer struct {
	Kind       schematype.SubscriptionKind
	Product    *ent.Product
	Seats      int
	TermMonths int
}

// MailDelivery is how far the mail of an offer got.
type MailDelivery struct {
	Status      MailDeliveryStatus
	Attempts    int
	DeliveredAt *time.Time
	LastError   *string
}

// MailDeliveryStatus is where a mail stands.
type MailDeliveryStatus string

// The values of MailDeliveryStatus.
const (
	NotDeliveredYet MailDeliveryStatus = "NOT_DELIVERED_YET"
	Delivered       MailDeliveryStatus = "DELIVERED"
	Failed          MailDeliveryStatus = "FAILED"
)

// maskEmail hides the person and shows the domain: a…@contoso.example.
func maskEmail(email string) string {
	person, host, _ := strings.Cut(email, "@")
	first, _ := utf8.DecodeRuneInString(person)
	return string(first) + "…@" + host
}
