package schematype

import (
	"io"
	"strconv"
)

// OfferStatus: where an offer stands.
type OfferStatus string

// The values of OfferStatus.
const (
	OfferPending   OfferStatus = "PENDING"
	OfferAccepted  OfferStatus = "ACCEPTED"
	OfferDeclined  OfferStatus = "DECLINED"
	OfferWithdrawn OfferStatus = "WITHDRAWN"
	OfferExpired   OfferStatus = "EXPIRED"
)

// Values lists the values, for the store.
func (OfferStatus) Values() []string {
	return []string{"PENDING", "ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED"}
}

// MarshalGQL writes the GraphQL enum value.
func (v OfferStatus) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(v))) }

// UnmarshalGQL reads a GraphQL enum value.
func (v *OfferStatus) UnmarshalGQL(in any) error {
	return unmarshalEnum(v, in, []OfferStatus{OfferPending, OfferAccepted, OfferDeclined, OfferWithdrawn, OfferExpired})
}

// DelegationStatus: where a delegation stands.
type DelegationStatus string

// The values of DelegationStatus.
const (
	DelegationActive     DelegationStatus = "ACTIVE"
	DelegationSuspended  DelegationStatus = "SUSPENDED"
	DelegationExpired    DelegationStatus = "EXPIRED"
	DelegationTerminated DelegationStatus = "TERMINATED"
)

// Values lists the values, for the store.
func (DelegationStatus) Values() []string {
	return []string{"ACTIVE", "SUSPENDED", "EXPIRED", "TERMINATED"}
}

// MarshalGQL writes the GraphQL enum value.
func (v DelegationStatus) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(v))) }

// UnmarshalGQL reads a GraphQL enum value.
func (v *DelegationStatus) UnmarshalGQL(in any) error {
	return unmarshalEnum(v, in, []DelegationStatus{DelegationActive, DelegationSuspended, DelegationExpired, DelegationTerminated})
}

// TerminatedBy: which side ended a delegation.
type TerminatedBy string

// The values of TerminatedBy.
const (
	TerminatedByCustomer TerminatedBy = "CUSTOMER"
	TerminatedByPartner  TerminatedBy = "PARTNER"
	TerminatedBySystem   TerminatedBy = "SYSTEM"
)

// Values lists the values, for the store.
func (TerminatedBy) Values() []string {
	return []string{"CUSTOMER", "PARTNER", "SYSTEM"}
}

// MarshalGQL writes the GraphQL enum value.
func (v TerminatedBy) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(v))) }

// UnmarshalGQL reads a GraphQL enum value.
func (v *TerminatedBy) UnmarshalGQL(in any) error {
	return unmarshalEnum(v, in, []TerminatedBy{TerminatedByCustomer, TerminatedByPartner, TerminatedBySystem})
}

// SubscriptionKind: whether something is tried or bought.
type SubscriptionKind string

// The values of SubscriptionKind.
const (
	SubscriptionTrial    SubscriptionKind = "TRIAL"
	SubscriptionPurchase SubscriptionKind = "PURCHASE"
)

// Values lists the values, for the store.
func (SubscriptionKind) Values() []string {
	return []string{"TRIAL", "PURCHASE"}
}

// MarshalGQL writes the GraphQL enum value.
func (v SubscriptionKind) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(v))) }

// UnmarshalGQL reads a GraphQL enum value.
func (v *SubscriptionKind) UnmarshalGQL(in any) error {
	return unmarshalEnum(v, in, []SubscriptionKind{SubscriptionTrial, SubscriptionPurchase})
}

// AuditResult: whether something was done or refused.
type AuditResult string

// The values of AuditResult.
const (
	AuditDone    AuditResult = "DONE"
	AuditRefused AuditResult = "REFUSED"
)

// Values lists the values, for the store.
func (AuditResult) Values() []string {
	return []string{"DONE", "REFUSED"}
}

// MarshalGQL writes the GraphQL enum value.
func (v AuditResult) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(v))) }

// UnmarshalGQL reads a GraphQL enum value.
func (v *AuditResult) UnmarshalGQL(in any) error {
	return unmarshalEnum(v, in, []AuditResult{AuditDone, AuditRefused})
}

// AuditKind: what something that was done is about.
type AuditKind string

// The values of AuditKind.
const (
	AuditUsers       AuditKind = "USERS"
	AuditPasswords   AuditKind = "PASSWORDS"
	AuditRoles       AuditKind = "ROLES"
	AuditLicenses    AuditKind = "LICENSES"
	AuditDomains     AuditKind = "DOMAINS"
	AuditDelegations AuditKind = "DELEGATIONS"
	AuditOffers      AuditKind = "OFFERS"
	AuditGroups      AuditKind = "GROUPS"
	AuditSessions    AuditKind = "SESSIONS"
	AuditSettings    AuditKind = "SETTINGS"
)

var auditKinds = []AuditKind{
	AuditUsers, AuditPasswords, AuditRoles, AuditLicenses, AuditDomains, AuditDelegations, AuditOffers, AuditGroups, AuditSessions, AuditSettings,
}

// Values lists the values, for the store.
func (AuditKind) Values() []string {
	out := make([]string, len(auditKinds))
	for i, kind := range auditKinds {
		out[i] = string(kind)
	}
	return out
}

// MarshalGQL writes the GraphQL enum value.
func (v AuditKind) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(v))) }

// UnmarshalGQL reads a GraphQL enum value.
func (v *AuditKind) UnmarshalGQL(in any) error { return unmarshalEnum(v, in, auditKinds) }

// Change is one value that changed, for an audit event.
type Change struct {
	Field  string  `json:"field"`
	Before *string `json:"before,omitempty"`
	After  *string `json:"after,omitempty"`
}
