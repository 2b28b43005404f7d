package model

import (
	"delegatedadmin.example/ent"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/store"
)

// Connection is a page of a list, as the Relay cursor connections specification has it.
type Connection[T any] struct {
	Edges      []*Edge[T]
	PageInfo   *PageInfo
	TotalCount int
}

// Edge is one of a list and its position.
type Edge[T any] struct {
	Cursor store.Cursor
	Node   T
}

// The lists of the API. gqlgen binds to names, so each has one.
type (
	AccessAssignmentConnection = Connection[*delegation.Assignment]
	AccessAssignmentEdge       = Edge[*delegation.Assignment]
	AuditEventConnection       = Connection[*audit.Recorded]
	AuditEventEdge             = Edge[*audit.Recorded]
	DelegationConnection       = Connection[*delegation.Delegation]
	DelegationEdge             = Edge[*delegation.Delegation]
	DomainConnection           = Connection[*ent.Domain]
	DomainEdge                 = Edge[*ent.Domain]
	GroupConnection            = Connection[*ent.Group]
	GroupEdge                  = Edge[*ent.Group]
	InquiryConnection          = Connection[*ent.Inquiry]
	InquiryEdge                = Edge[*ent.Inquiry]
	LicenseConnection          = Connection[*ent.License]
	LicenseEdge                = Edge[*ent.License]
	OfferConnection            = Connection[*delegation.Offer]
	OfferEdge                  = Edge[*delegation.Offer]
	OrganizationConnection     = Connection[*ent.Organization]
	OrganizationEdge           = Edge[*ent.Organization]
	PartnerConnection          = Connection[*ent.Partner]
	PartnerEdge                = Edge[*ent.Partner]
	SubscriptionConnection     = Connection[*ent.Subscription]
	SubscriptionEdge           = Edge[*ent.Subscription]
	UserConnection             = Connection[*ent.User]
	UserEdge                   = Edge[*ent.User]
)
