package graph

import (
	"context"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/viewer"
)

func newOffer(in model.CreateOfferInput) delegation.NewOffer {
	n := delegation.NewOffer{CustomerEmail: in.CustomerEmail, Roles: in.Roles, DurationDays: in.DurationDays, Message: in.Message}
	if in.Assignments != nil {
		n.Assignments = []schematype.Assignment{}
	}
	for _, a := range in.Assignments {
		n.Assignments = append(n.Assignments, schematype.Assignment{GroupID: a.GroupID, Roles: schematype.Roles(a.Roles...)})
	}
	if sub := in.Subscription; sub != nil {
		n.Subscription = &delegation.NewSubscription{Kind: sub.Kind, ProductID: sub.ProductID, Seats: sub.Seats, TermMonths: sub.TermMonths}
	}
	return n
}

func acceptance(in model.AcceptOfferInput) delegation.Acceptance {
	a := delegation.Acceptance{
		Token: in.Token, DelegatedAdministration: in.DelegatedAdministration, TermsSHA256: in.TermsSha256,
		Roles: in.Roles, DurationDays: in.DurationDays,
	}
	if n := in.NewOrganization; n != nil {
		a.NewOrganization = &delegation.FirstOrganization{
			DisplayName: n.DisplayName, DomainLabel: n.DomainLabel, AdministratorUserName: n.AdministratorUserName,
			AdministratorDisplayName: n.AdministratorDisplayName, Password: n.Password,
		}
	}
	return a
}

// accepted reads what came of an acceptance as the person who accepted, who may be signed in by it.
func (r *mutationResolver) accepted(ctx context.Context, token string, done delegation.Accepted) (*model.AcceptOfferPayload, error) {
	viewer.Become(ctx, done.Viewer)
	p := &model.AcceptOfferPayload{Viewer: &done.Viewer}
	var err error
	if asks(ctx, "offer") {
		if p.Offer, err = r.Delegations.OfferByToken(ctx, token, offerWhole(ctx, "offer")); err != nil {
			return nil, err
		}
	}
	if done.DelegationID != "" && asks(ctx, "delegation") {
		if p.Delegation, err = found(r.Delegations.Delegation(ctx, done.DelegationID)); err != nil {
			return nil, err
		}
	}
	if done.SubscriptionID != "" && asks(ctx, "subscription") {
		p.Subscription, err = r.Directory.Subscription(ctx, done.SubscriptionID)
	}
	return p, err
}

// signedIn is the payload for somebody who has signed in: the rest of it is read as them.
func signedIn(ctx context.Context, v viewer.Viewer, err error) (*model.SignInPayload, error) {
	if err != nil {
		userErrors, err := split(err)
		return &model.SignInPayload{UserErrors: userErrors}, err
	}
	viewer.Become(ctx, v)
	return &model.SignInPayload{Viewer: &v}, nil
}

func contact(o *ent.Organization) *model.OrganizationContact {
	if o.ContactName == "" && o.ContactEmail == "" && o.ContactPhone == "" {
		return nil
	}
	c := &model.OrganizationContact{Name: o.ContactName}
	if o.ContactEmail != "" {
		c.Email = &o.ContactEmail
	}
	if o.ContactPhone != "" {
		c.Phone = &o.ContactPhone
	}
	return c
}

func eventFilter(organizationID uid.ID, in *model.AuditEventFilter) audit.Filter {
	if in == nil {
		return audit.Filter{OrganizationID: organizationID}
	}
	return audit.Filter{
		OrganizationID: organizationID, DelegationID: valueOf(in.DelegationID),
		ActorID: valueOf(in.ActorID), PartnerID: valueOf(in.PartnerID), TargetID: valueOf(in.TargetID),
		Result: in.Result, Kind: in.Kind, Action: in.Action, Search: valueOf(in.Search), Since: in.Since, Until: in.Until,
	}
}

// activityFilter is the filter of a delegation's activity, whose result can be asked for by an argument, too.
func activityFilter(result *schematype.AuditResult, in *model.AuditEventFilter) audit.Filter {
	f := eventFilter("", in)
	if result != nil {
		f.Result = result
	}
	return f
}

// node finds an object by the kind that its id tells: nil for what does not exist or may not be seen.
func (r *queryResolver) node(ctx context.Context, id uid.ID) (model.Node, error) {
	switch id.Prefix() {
	case uid.AccessAssignment:
		return foundNode(r.Delegations.Assignment(ctx, id))
	case uid.AuditEvent:
		return foundNode(r.Delegations.AuditEvent(ctx, id))
	case uid.Delegation:
		return foundNode(r.Delegations.Delegation(ctx, id))
	case uid.Domain:
		return foundNode(r.Directory.Domain(ctx, id))
	case uid.License:
		return foundNode(r.Directory.License(ctx, id))
	case uid.Group:
		return foundNode(r.Directory.Group(ctx, id))
	case uid.Offer:
		return foundNode(r.Delegations.Offer(ctx, id, delegation.AllOfIt))
	case uid.Organization:
		return foundNode(r.Directory.Organization(ctx, id))
	case uid.Partner:
		return foundNode(r.Directory.Partner(ctx, id))
	case uid.Product:
		return foundNode(r.Directory.Product(ctx, id))
	case uid.Receipt:
		return foundNode(r.Delegations.Receipt(ctx, id))
	case uid.Subscription:
		return foundNode(r.Directory.Subscription(ctx, id))
	case uid.User:
		return foundNode(r.Directory.User(ctx, id))
	}
	return nil, nil
}

// foundNode is found for a value of any kind: a nil object becomes a nil Node.
func foundNode[T any](v *T, err error) (model.Node, error) {
	if v, err = found(v, err); v == nil {
		return nil, err
	}
	return v, err
}

// membersChanged is what came of the people whom a group should get or lose.
func (r *mutationResolver) membersChanged(ctx context.Context, groupID uid.ID, outcomes []directory.Outcome, err error) (*model.GroupMembersPayload, error) {
	results, userErrors, err := r.userResults(ctx, outcomes, err)
	if err != nil || len(userErrors) > 0 {
		return &model.GroupMembersPayload{Results: results, UserErrors: userErrors}, err
	}
	g, err := found(r.Directory.Group(ctx, groupID))
	return &model.GroupMembersPayload{Group: g, Results: results}, err
}

func accessChecks(in []*model.AccessCheckInput) []access.Check {
	out := make([]access.Check, len(in))
	for i, c := range in {
		out[i] = access.Check{UserID: c.UserID, OrganizationID: c.OrganizationID, Permission: c.Permission}
	}
	return out
}

// permissions is the table by which it is decided who may do what.
func permissions() []*model.Permission {
	out := make([]*model.Permission, len(access.AllPermissions))
	for i, p := range access.AllPermissions {
		out[i] = &model.Permission{Name: string(p), Description: p.Words(), Roles: access.RolesWith(p).List(), Delegable: access.Delegable(p)}
	}
	return out
}

// assigned is what a group holds under a delegation now.
func (r *mutationResolver) assigned(ctx context.Context, in model.AssignAccessInput) (p *model.AssignAccessPayload, err error) {
	p = &model.AssignAccessPayload{}
	if p.Assignment, err = r.Delegations.AssignmentOf(ctx, in.DelegationID, in.GroupID); err != nil {
		return nil, err
	}
	p.Delegation, err = found(r.Delegations.Delegation(ctx, in.DelegationID))
	return p, err
}
