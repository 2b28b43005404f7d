package access

import (
	"context"
	"errors"
	"fmt"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
)

// Refused records err as a refused act where it is one, FORBIDDEN, NOT_FOUND or JUSTIFICATION_REQUIRED, and hands err on. A customer sees what
// a partner tried that has or had a delegation there; what a stranger tried stands in the stranger's own log.
func Refused(ctx context.Context, st *store.Store, err error, e audit.Event) error {
	refused := errors.Is(err, apperr.ErrForbidden) || errors.Is(err, apperr.ErrNotFound) || errors.Is(err, apperr.ErrUnjustified)
	if !refused || !e.Actor.SignedIn() {
		return err
	}
	if e.OrganizationID != e.Actor.OrganizationID && e.DelegationID == "" {
		last, lookErr := st.Ent().Delegation.Query().
			Where(delegation.CustomerID(e.OrganizationID), delegation.PartnerID(e.Actor.PartnerID)).
			Order(ent.Desc(delegation.FieldActivatedAt)).First(ctx)
		switch {
		case lookErr == nil:
			e.DelegationID = last.ID
		case ent.IsNotFound(lookErr):
			e.OrganizationID = e.Actor.OrganizationID
		default:
			return errors.Join(err, fmt.Errorf("find whom the refusal concerns: %w", lookErr))
		}
	}
	if recordErr := audit.Refuse(ctx, st, e); recordErr != nil {
		return errors.Join(err, fmt.Errorf("record the refusal: %w", recordErr))
	}
	return err
}
