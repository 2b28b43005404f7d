// Package access decides: may this viewer do this here, now? It knows which permissions the roles hold, and reads
// from the store whether a delegation is live at this instant. Nothing here is ever remembered from one request to
// the next.
package access

import "delegatedadmin.example/ent/schema/schematype"

// Permission is one verb on one kind of thing. Roles are sets of these.
type Permission string

// The permissions.
const (
	ReadOrganization  Permission = "organization.read"
	UpdateContact     Permission = "organization.contact.update"
	UpdateSettings    Permission = "organization.settings.update"
	ReadUsers         Permission = "users.read"
	CreateUsers       Permission = "users.create"
	UpdateUsers       Permission = "users.update"
	EnableUsers       Permission = "users.enable"
	DeleteUsers       Permission = "users.delete"
	ProtectUsers      Permission = "users.protect"
	ResetPasswords    Permission = "users.password.reset"
	AssignRoles       Permission = "roles.assign"
	ReadDomains       Permission = "domains.read"
	ManageDomains     Permission = "domains.manage"
	ReadSubscriptions Permission = "subscriptions.read"
	AssignLicenses    Permission = "licenses.assign"
	ReadAuditLog      Permission = "audit.read"
	ReadDelegations   Permission = "delegations.read"
	DeleteDelegations Permission = "delegations.delete"
	AcceptOffers      Permission = "offers.accept"
	ManageOffers      Permission = "offers.manage"
	ReadGroups        Permission = "groups.read"
	ManageGroups      Permission = "groups.manage"
	UpdatePartner     Permission = "partner.update"
)

// AllPermissions lists every permission in the order of the documentation.
var AllPermissions = []Permission{
	ReadOrganization, UpdateContact, UpdateSettings,
	ReadUsers, CreateUsers, UpdateUsers, EnableUsers, DeleteUsers, ProtectUsers, ResetPasswords, AssignRoles,
	ReadDomains, ManageDomains, ReadSubscriptions, AssignLicenses,
	ReadAuditLog, ReadDelegations, DeleteDelegations, AcceptOffers, ManageOffers,
	ReadGroups, ManageGroups, UpdatePartner,
}

var everybody = schematype.Roles(schematype.AllRoles...)

// roles says which roles hold a permission. It is the only table of its kind.
var roles = map[Permission]schematype.RoleSet{
	ReadOrganization:  everybody,
	UpdateContact:     schematype.Roles(schematype.GlobalAdministrator, schematype.UserAdministrator),
	UpdateSettings:    schematype.Roles(schematype.GlobalAdministrator),
	ReadUsers:         everybody,
	CreateUsers:       schematype.Roles(schematype.GlobalAdministrator, schematype.UserAdministrator),
	UpdateUsers:       schematype.Roles(schematype.GlobalAdministrator, schematype.UserAdministrator),
	EnableUsers:       schematype.Roles(schematype.GlobalAdministrator, schematype.UserAdministrator),
	DeleteUsers:       schematype.Roles(schematype.GlobalAdministrator, schematype.UserAdministrator),
	ProtectUsers:      schematype.Roles(schematype.GlobalAdministrator),
	ResetPasswords:    schematype.Roles(schematype.GlobalAdministrator, schematype.UserAdministrator, schematype.HelpdeskAdministrator),
	AssignRoles:       schematype.Roles(schematype.GlobalAdministrator, schematype.PrivilegedRoleAdministrator),
	ReadDomains:       everybody,
	ManageDomains:     schematype.Roles(schematype.GlobalAdministrator, schematype.DomainNameAdministrator),
	ReadSubscriptions: schematype.Roles(schematype.GlobalAdministrator, schematype.GlobalReader, schematype.LicenseAdministrator, schematype.UserAdministrator),
	AssignLicenses:    schematype.Roles(schematype.GlobalAdministrator, schematype.UserAdministrator, schematype.LicenseAdministrator),
	ReadAuditLog:      schematype.Roles(schematype.GlobalAdministrator, schematype.GlobalReader),
	ReadDelegations:   schematype.Roles(schematype.GlobalAdministrator, schematype.GlobalReader, schematype.PrivilegedRoleAdministrator),
	DeleteDelegations: schematype.Roles(schematype.GlobalAdministrator),
	AcceptOffers:      schematype.Roles(schematype.GlobalAdministrator),
	ManageOffers:      schematype.Roles(schematype.GlobalAdministrator),
	ReadGroups:        everybody,
	ManageGroups:      schematype.Roles(schematype.GlobalAdministrator),
	UpdatePartner:     schematype.Roles(schematype.GlobalAdministrator),
}

// words say what whoever holds a permission may do: each goes on after “may”.
var words = map[Permission]string{
	ReadOrganization:  "read the name and the technical contact",
	UpdateContact:     "change the technical contact",
	UpdateSettings:    "change what the organization asks of delegated admins",
	ReadUsers:         "read users, their roles and their licenses",
	CreateUsers:       "create users",
	UpdateUsers:       "change the name and the user name of users",
	EnableUsers:       "disable and enable users",
	DeleteUsers:       "delete users, and restore them within 30 days",
	ProtectUsers:      "protect users from every delegated admin",
	ResetPasswords:    "reset passwords",
	AssignRoles:       "assign and remove roles",
	ReadDomains:       "read domains",
	ManageDomains:     "add, verify and remove domains, and choose the default",
	ReadSubscriptions: "read subscriptions, and who holds their licenses",
	AssignLicenses:    "assign and remove licenses",
	ReadAuditLog:      "read the audit log",
	ReadDelegations:   "read delegated admins, and what they did",
	DeleteDelegations: "delete delegated admins",
	AcceptOffers:      "accept offers of partners",
	ManageOffers:      "send and withdraw offers, as a partner",
	ReadGroups:        "read groups, as a partner",
	ManageGroups:      "change groups and what they may do at customers, as a partner",
	UpdatePartner:     "change what everybody sees of the partner, and whether it is in the directory, as a partner",
}

// ownOnly are the permissions that no delegation ever carries: they count in one's own organization alone.
var ownOnly = map[Permission]bool{
	UpdateSettings: true, ProtectUsers: true, ReadAuditLog: true, ReadDelegations: true, DeleteDelegations: true, AcceptOffers: true, ManageOffers: true,
	ReadGroups: true, ManageGroups: true, UpdatePartner: true,
}

// RolesWith is the set of roles that hold p.
func RolesWith(p Permission) schematype.RoleSet { return roles[p] }

// Words say what whoever holds p may do, such as “create users”.
func (p Permission) Words() string { return words[p] }

// Delegable tells whether a delegation can carry p.
func Delegable(p Permission) bool { return !ownOnly[p] }

// Holds tells whether one of the roles in set holds p.
func Holds(set schematype.RoleSet, p Permission) bool { return set&roles[p] != 0 }

// HoldsLess tells whether the roles of a hold less than those of b, or as much in fewer roles.
func HoldsLess(a, b schematype.RoleSet) bool {
	if m, n := permissions(a), permissions(b); m != n {
		return m < n
	}
	return a.Len() < b.Len()
}

// permissions is how many permissions the roles of set hold.
func permissions(set schematype.RoleSet) (n int) {
	for _, with := range roles {
		if set&with != 0 {
			n++
		}
	}
	return n
}

// through is the role of set by which p is held: the one that holds the least, for the record.
func through(set schematype.RoleSet, p Permission) *schematype.Role {
	var best *schematype.Role
	for _, role := range (set & roles[p]).List() {
		if best == nil || HoldsLess(schematype.Roles(role), schematype.Roles(*best)) {
			best = &role
		}
	}
	return best
}
