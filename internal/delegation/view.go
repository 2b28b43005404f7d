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
}

// Offer is an offer as one viewer sees it.
type Offer struct {
	*ent.Offer
	Status                schematype.OfferStatus // by the database's clock, also before the worker has turned the row
	Partner               *ent.Partner
	Terms                 *ent.Terms
	CustomerEmail         string // in full or masked, as the viewer may see it
	RequestedRoles        []schematype.Role
	SentBy                string
	DelegationEndedAt     *time.Time
	ViewerCanAccept       bool
	ViewerCanDecline      bool
	ViewerCanManage       bool
	AcceptHint            *string
	CanCreateOrganization bool

	delegationID *string
}

// maskEmail hides the person and shows the domain: a…@contoso.example.
func maskEmail(email string) string {
	person, host, _ := strings.Cut(email, "@")
	first, _ := utf8.DecodeRuneInString(person)
	return string(first) + "…@" + host
}
