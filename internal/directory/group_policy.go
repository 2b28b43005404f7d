package directory

import (
	"delegatedadmin.example/ent"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/viewer"
)

// CanReadGroups tells whether v sees the groups of their own organization: people of a partner with any role there do.
func CanReadGroups(v viewer.Viewer) bool {
	return v.PartnerID != "" && access.Holds(v.Roles, access.ReadGroups)
}

// CanManageGroups tells whether v may change the groups of their own organization, and what those hold at customers.
func CanManageGroups(v viewer.Viewer) bool {
	return v.PartnerID != "" && access.Holds(v.Roles, access.ManageGroups)
}

// canManageGroup says whether v may change g, its people and what it holds.
func canManageGroup(v viewer.Viewer, g *ent.Group) error {
	if !CanReadGroups(v) || g.OrganizationID != v.OrganizationID {
		return apperr.Unseen("group")
	}
	if !CanManageGroups(v) {
		return apperr.NotAllowed("Only a Global Administrator of %s can change its groups.", v.OrganizationName)
	}
	return nil
}
