package directory

import (
	"context"
	"fmt"

	"delegatedadmin.example/ent/organization"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Settings is a change of how an organization is administered: nil leaves a value as it is.
type Settings struct {
	JustificationRequired *bool // of those who act on its behalf
}

const updateSettings = "organization.settings.update"

// UpdateSettings changes how the viewer's own organization is administered, for its Global Administrators. FORBIDDEN for
// others who see the organization, NOT_FOUND for the rest.
func (s *Service) UpdateSettings(ctx context.Context, organizationID uid.ID, c Settings) error {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return apperr.SignInFirst()
	}
	var grant access.Grant
	err := s.store.WithTx(ctx, access.Acting(v, organizationID), func(ctx context.Context, tx *store.Tx) error {
		var err error
		if grant, err = access.Decide(ctx, tx, v, organizationID, access.UpdateSettings); err != nil {
			return err
		}
		o, err := tx.Organization.Get(ctx, organizationID)
		if err != nil {
			return fmt.Errorf("load the organization: %w", err)
		}
		if c.JustificationRequired == nil || *c.JustificationRequired == o.JustificationRequired {
			return nil
		}
		err = tx.Organization.Update().Where(organization.ID(organizationID)).SetJustificationRequired(*c.JustificationRequired).Exec(ctx)
		if err != nil {
			return fmt.Errorf("change the settings: %w", err)
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: updateSettings, Actor: grant.Viewer, OrganizationID: organizationID, Role: grant.Role,
			TargetID: organizationID, Target: o.DisplayName,
			Changes: []schematype.Change{changed("justificationRequired", yesNo(o.JustificationRequired), yesNo(*c.JustificationRequired))},
		})
	})
	return access.Refused(ctx, s.store, err, audit.Event{
		Action: updateSettings, Actor: v, OrganizationID: organizationID, DelegationID: grant.DelegationID,
		TargetID: organizationID,
	})
}

// CanUpdateSettings tells whether the viewer may change how an organization is administered.
func (s *Service) CanUpdateSettings(ctx context.Context, organizationID uid.ID) bool {
	v := viewer.FromContext(ctx)
	return organizationID == v.OrganizationID && access.Holds(v.Roles, access.UpdateSettings)
}
