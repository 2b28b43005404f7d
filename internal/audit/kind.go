package audit

import (
	"strings"

	"delegatedadmin.example/ent/schema/schematype"
)

// kinds are the kinds of acts by how the names of their actions begin. The first that fits counts.
var kinds = []struct {
	begins string
	kind   schematype.AuditKind
}{
	{"user.password.", schematype.AuditPasswords},
	{"user.role.", schematype.AuditRoles},
	{"user.", schematype.AuditUsers},
	{"license.", schematype.AuditLicenses},
	{"subscription.", schematype.AuditLicenses},
	{"domain.", schematype.AuditDomains},
	{"delegation.", schematype.AuditDelegations},
	{"offer.", schematype.AuditOffers},
	{"inquiry.", schematype.AuditOffers},
	{"group.", schematype.AuditGroups},
	{"access.", schematype.AuditGroups},
	{"session.", schematype.AuditSessions},
}

// KindOf is the kind of an action: what has no kind of its own is a setting of the organization.
func KindOf(action string) schematype.AuditKind {
	for _, each := range kinds {
		if strings.HasPrefix(action, each.begins) {
			return each.kind
		}
	}
	return schematype.AuditSettings
}
