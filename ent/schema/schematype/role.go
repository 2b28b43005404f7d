// Package schematype has the value types of the store's fields that the API speaks of too.
package schematype

import (
	"fmt"
	"io"
	"math/bits"
	"strconv"
	"strings"

	"delegatedadmin.example/ent/schema/uid"
)

// Role is a named set of permissions, by the name that the API gives it.
type Role string

// The roles, in the order of their bits in a RoleSet. The order is stored: only append.
const (
	GlobalAdministrator         Role = "GLOBAL_ADMINISTRATOR"
	GlobalReader                Role = "GLOBAL_READER"
	UserAdministrator           Role = "USER_ADMINISTRATOR"
	HelpdeskAdministrator       Role = "HELPDESK_ADMINISTRATOR"
	LicenseAdministrator        Role = "LICENSE_ADMINISTRATOR"
	DomainNameAdministrator     Role = "DOMAIN_NAME_ADMINISTRATOR"
	PrivilegedRoleAdministrator Role = "PRIVILEGED_ROLE_ADMINISTRATOR"
	DirectoryReader             Role = "DIRECTORY_READER"
)

// AllRoles lists every role in the order of the bits.
var AllRoles = []Role{
	GlobalAdministrator, GlobalReader, UserAdministrator, HelpdeskAdministrator,
	LicenseAdministrator, DomainNameAdministrator, PrivilegedRoleAdministrator, DirectoryReader,
}

// DisplayName is the name that admins know, such as "User Administrator".
func (r Role) DisplayName() string {
	out := make([]byte, 0, len(r))
	up := true
	for _, c := range []byte(r) {
		switch {
		case c == '_':
			c, up = ' ', true
		case up:
			up = false
		default:
			c += 'a' - 'A'
		}
		out = append(out, c)
	}
	return string(out)
}

// MarshalGQL writes the role as a GraphQL enum value.
func (r Role) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(r))) }

// UnmarshalGQL reads a GraphQL enum value.
func (r *Role) UnmarshalGQL(v any) error { return unmarshalEnum(r, v, AllRoles) }

// RoleSet is a set of roles, one bit each: the whole of what a delegation grants fits into its row.
type RoleSet int32

// Roles makes a set of the given roles. A role that does not exist adds nothing.
func Roles(roles ...Role) RoleSet {
	var set RoleSet
	for _, role := range roles {
		for i, r := range AllRoles {
			if r == role {
				set |= 1 << i
			}
		}
	}
	return set
}

// Has tells whether role is in the set.
func (s RoleSet) Has(role Role) bool { return s&Roles(role) != 0 }

// Contains tells whether all of other is in the set.
func (s RoleSet) Contains(other RoleSet) bool { return s&other == other }

// Len is the number of roles in the set.
func (s RoleSet) Len() int { return bits.OnesCount32(uint32(s)) }

// List returns the roles of the set in the order of AllRoles, never nil.
func (s RoleSet) List() []Role {
	out := make([]Role, 0, s.Len())
	for i, r := range AllRoles {
		if s&(1<<i) != 0 {
			out = append(out, r)
		}
	}
	return out
}

// String names the roles of the set, such as "User Administrator, License Administrator".
func (s RoleSet) String() string {
	names := make([]string, 0, s.Len())
	for _, role := range s.List() {
		names = append(names, role.DisplayName())
	}
	return strings.Join(names, ", ")
}

// Assignment is what one group of a partner is to hold, as an offer says it.
type Assignment struct {
	GroupID uid.ID  `json:"group"`
	Roles   RoleSet `json:"roles"`
}

func unmarshalEnum[T ~string](into *T, v any, all []T) error {
	text, ok := v.(string)
	for _, each := range all {
		if ok && string(each) == text {
			*into = each
			return nil
		}
	}
	return fmt.Errorf("%q is not one of the values", fmt.Sprint(v))
}
