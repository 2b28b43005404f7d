package delegation

import (
	"context"
	"errors"
	"fmt"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/accessassignment"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/group"
	"delegatedadmin.example/ent/offer"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

const assignAccess = "access.assign"

var errUnchanged = errors.New("there is nothing to change")

// Assign says which of the granted roles a group of the viewer's partner holds under a delegation, in place of those that
// it held; none takes all of them. When it returns, nothing commits any more that the group's people could do by a role
// that was taken. For those who manage the groups of the partner: NOT_FOUND or FORBIDDEN for others, INVALID for a role
// that was not granted. Both sides find it in their audit log.
func (s *Service) Assign(ctx context.Context, delegationID, groupID uid.ID, roles []schematype.Role) error {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return apperr.SignInFirst()
	}
	refusal := audit.Event{Action: assignAccess, Actor: v, OrganizationID: v.OrganizationID, TargetID: groupID}
	// Who the two sides are never changes, so it may be read before the lock on them is taken.
	sides, err := s.store.Ent().Delegation.Query().Where(delegation.ID(delegationID)).WithCustomer().Only(ctx)
	if ent.IsNotFound(err) {
		return access.Refused(ctx, s.store, apperr.Unseen("delegation"), refusal)
	}
	if err != nil {
		return fmt.Errorf("find the delegation: %w", err)
	}
	locks := append(access.Acting(v, v.OrganizationID), access.ChangingGroups(v.OrganizationID), access.Ending(sides.CustomerID, sides.PartnerID))
	err = s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		now, err := access.Person(ctx, tx, v)
		if err != nil {
			return err
		}
		if now.OrganizationID != sides.CustomerID {
			if err := access.See(ctx, tx.Client(), now, delegationID); err != nil {
				return err
			}
		}
		d, err := tx.Delegation.Get(ctx, delegationID)
		if err != nil {
			return fmt.Errorf("load the delegation: %w", err)
		}
		if err := canAssign(now, d, tx.Now); err != nil {
			return err
		}
		g, err := directory.ManageGroup(ctx, tx, now, groupID)
		if err != nil {
			return err
		}
		tx.Pause(ctx, "authorized")
		wanted := schematype.Roles(roles...)
		if !d.RoleSet.Contains(wanted) {
			return apperr.InvalidInput("roles", "%s has granted: %s. Assign some of these.", sides.Edges.Customer.DisplayName, d.RoleSet)
		}
		before, err := setAssignment(ctx, tx, g.ID, d.ID, wanted)
		if err != nil {
			return err
		}
		if before == wanted {
			return errUnchanged
		}
		tx.Publish(store.Change{Kind: "delegation.changed", DelegationID: d.ID, CustomerID: d.CustomerID, PartnerID: d.PartnerID})
		tx.Publish(store.Change{Kind: "access.changed", PartnerID: d.PartnerID, GroupID: g.ID})
		event := audit.Event{
			Action: assignAccess, Actor: now, OrganizationID: v.OrganizationID, Role: globalAdministrator(), TargetID: g.ID, Target: g.Name,
			Changes: []schematype.Change{
				added("customer", sides.Edges.Customer.DisplayName), changed("roles", before.String(), wanted.String()),
			},
		}
		if err := audit.Record(ctx, tx, event); err != nil {
			return err
		}
		event.OrganizationID, event.DelegationID, event.Changes = d.CustomerID, d.ID, event.Changes[1:]
		return audit.Record(ctx, tx, event)
	})
	if errors.Is(err, errUnchanged) {
		return nil
	}
	return access.Refused(ctx, s.store, err, refusal)
}

// setAssignment makes a group hold just these roles under a delegation, and tells which it held.
func setAssignment(ctx context.Context, tx *store.Tx, groupID, delegationID uid.ID, roles schematype.RoleSet) (before schematype.RoleSet, err error) {
	held, err := tx.AccessAssignment.Query().
		Where(accessassignment.GroupID(groupID), accessassignment.DelegationID(delegationID)).Only(ctx)
	switch {
	case ent.IsNotFound(err) && roles == 0:
		return 0, nil
	case ent.IsNotFound(err):
		err = tx.AccessAssignment.Create().SetGroupID(groupID).SetDelegationID(delegationID).SetRoleSet(roles).SetCreatedAt(tx.Now).Exec(ctx)
	case err != nil:
	case roles == 0:
		before, err = held.RoleSet, tx.AccessAssignment.DeleteOne(held).Exec(ctx)
	default:
		before, err = held.RoleSet, tx.AccessAssignment.UpdateOne(held).SetRoleSet(roles).Exec(ctx)
	}
	if err != nil {
		return 0, fmt.Errorf("assign the roles: %w", err)
	}
	return before, nil
}

// AssignAsOffered gives the partner's groups their roles of a delegation that begins, as its offer says it, or as their
// default roles do. The transaction holds the lock of access.KeepingGroups.
func AssignAsOffered(ctx context.Context, tx *store.Tx, o *ent.Offer, p *ent.Partner, d *ent.Delegation) error {
	groups, err := tx.Group.Query().Where(group.OrganizationID(p.OrganizationID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the partner's groups: %w", err)
	}
	planned := map[uid.ID]schematype.RoleSet{}
	for _, a := range o.Assignments {
		planned[a.GroupID] |= a.Roles
	}
	var rows []*ent.AccessAssignmentCreate
	for _, g := range groups {
		roles := g.DefaultRoleSet
		if o.Assignments != nil {
			roles = planned[g.ID]
		}
		if roles &= d.RoleSet; roles != 0 {
			rows = append(rows, tx.AccessAssignment.Create().SetGroupID(g.ID).SetDelegationID(d.ID).SetRoleSet(roles).SetCreatedAt(tx.Now))
		}
	}
	if err := tx.AccessAssignment.CreateBulk(rows...).Exec(ctx); err != nil {
		return fmt.Errorf("assign the roles to the partner's groups: %w", err)
	}
	return nil
}

// PlannedAssignment is which roles a group is to hold when an offer is accepted.
type PlannedAssignment struct {
	Group *ent.Group
	Roles []schematype.Role
}

// PlansOf tells of these offers how their roles are to be assigned, by the name of the group: of those alone that say so and
// that the viewer manages. It takes two statements.
func (s *Service) PlansOf(ctx context.Context, offerIDs []uid.ID) (map[uid.ID][]*PlannedAssignment, error) {
	v := viewer.FromContext(ctx)
	if !sends(v) {
		return nil, nil
	}
	rows, err := s.store.Ent().Offer.Query().
		Where(offer.IDIn(offerIDs...), offer.PartnerID(v.PartnerID), offer.AssignmentsNotNil()).
		Select(offer.FieldID, offer.FieldAssignments).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read how the roles are to be assigned: %w", err)
	}
	var groupIDs []uid.ID
	for _, o := range rows {
		for _, a := range o.Assignments {
			groupIDs = append(groupIDs, a.GroupID)
		}
	}
	groups, err := s.store.Ent().Group.Query().Where(group.IDIn(groupIDs...), group.OrganizationID(v.OrganizationID)).
		Order(group.ByNameKey()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the groups: %w", err)
	}
	out := make(map[uid.ID][]*PlannedAssignment, len(rows))
	for _, o := range rows {
		out[o.ID] = []*PlannedAssignment{}
		for _, g := range groups {
			var roles schematype.RoleSet
			for _, a := range o.Assignments {
				if a.GroupID == g.ID {
					roles |= a.Roles
				}
			}
			if roles != 0 {
				out[o.ID] = append(out[o.ID], &PlannedAssignment{Group: g, Roles: roles.List()})
			}
		}
	}
	return out, nil
}

// plan is how an offer says its roles are to be assigned; nil when it does not say.
func (s *Service) plan(ctx context.Context, tx *store.Tx, v viewer.Viewer, n NewOffer) ([]schematype.Assignment, error) {
	for _, a := range n.Assignments {
		known, err := tx.Group.Query().Where(group.ID(a.GroupID), group.OrganizationID(v.OrganizationID)).Exist(ctx)
		if err != nil {
			return nil, fmt.Errorf("look for the group: %w", err)
		}
		if !known {
			return nil, apperr.InvalidInput("assignments", "Choose groups of %s.", v.OrganizationName)
		}
		if !schematype.Roles(n.Roles...).Contains(a.Roles) {
			return nil, apperr.InvalidInput("assignments", "Only the roles that the offer asks for can be assigned.")
		}
	}
	return n.Assignments, nil
}
