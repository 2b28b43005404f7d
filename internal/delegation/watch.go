package delegation

import (
	"context"
	"errors"

	"delegatedadmin.example/ent/groupmember"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// ChangeKind is what happened to a delegation.
type ChangeKind string

// The values of ChangeKind.
const (
	Added   ChangeKind = "ADDED"
	Changed ChangeKind = "CHANGED"
	Ended   ChangeKind = "ENDED"
)

// ChangeOfDelegation is a change as one viewer hears of it.
type ChangeOfDelegation struct {
	Kind         ChangeKind
	DelegationID uid.ID
	Delegation   *Delegation // nil when the viewer may no longer see it
}

// Watch tells the viewer of every change of the delegations that they may see: those of their own organization and
// those by which their partner administers others, or, given a customer, of that one alone. FORBIDDEN or NOT_FOUND for a
// customer that is not theirs to see. The channel is closed when ctx ends, when the viewer's groups or what those hold
// have changed, when changes came faster than they were read, or when the database stopped telling: read the list again
// then and watch again.
func (s *Service) Watch(ctx context.Context, customerID uid.ID) (<-chan *ChangeOfDelegation, error) {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return nil, apperr.SignInFirst()
	}
	changes := s.store.Subscribe(ctx) // before the look at what may be seen, so that nothing falls between
	if customerID != "" && customerID != v.OrganizationID {
		if err := access.Require(ctx, s.store, v, customerID, access.ReadOrganization); err != nil {
			return nil, err
		}
	}
	out := make(chan *ChangeOfDelegation, 1)
	go func() {
		defer close(out)
		for c := range changes {
			if over, err := s.accessChanged(ctx, v, c); over || err != nil {
				return
			}
			kind, ok := kinds[c.Kind]
			asCustomer := c.CustomerID == v.OrganizationID
			asPartner := v.PartnerID != "" && c.PartnerID == v.PartnerID
			if !ok || !asCustomer && !asPartner || customerID != "" && c.CustomerID != customerID {
				continue
			}
			now, err := s.identity.Again(ctx, v) // roles may have gone since the stream began
			if err != nil {
				return
			}
			if asCustomer && !access.Holds(now.Roles, access.ReadDelegations) {
				continue
			}
			ctx := viewer.NewContext(ctx, now)
			if !asCustomer { // also of one that has ended: whoever saw it is to hear of that
				switch err := access.See(ctx, s.store.Ent(), now, c.DelegationID); {
				case errors.Is(err, apperr.ErrNotFound):
					continue
				case err != nil:
					return
				}
			}
			told := &ChangeOfDelegation{Kind: kind, DelegationID: c.DelegationID}
			d, err := s.Delegation(ctx, c.DelegationID)
			switch {
			case err == nil:
				told.Delegation = d
			case !errors.Is(err, apperr.ErrNotFound):
				return // the viewer reads again, and finds out
			}
			select {
			case out <- told:
			case <-ctx.Done():
				return
			}
			if kind == Ended && asPartner && customerID != "" {
				return // there is nothing more to hear about this customer
			}
		}
	}()
	return out, nil
}

// accessChanged tells whether c says that what v's groups hold, or who is in them, has changed for v.
func (s *Service) accessChanged(ctx context.Context, v viewer.Viewer, c store.Change) (bool, error) {
	switch {
	case c.Kind != "access.changed" || v.PartnerID == "" || c.PartnerID != v.PartnerID:
		return false, nil
	case c.GroupID != "":
		return s.store.Ent().GroupMember.Query().Where(groupmember.GroupID(c.GroupID), groupmember.UserID(v.UserID)).Exist(ctx)
	default:
		return c.UserID == "" || c.UserID == v.UserID, nil
	}
}

var kinds = map[string]ChangeKind{"delegation.added": Added, "delegation.changed": Changed, "delegation.ended": Ended}
