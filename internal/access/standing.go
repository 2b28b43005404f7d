package access

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Standing is what a person holds in an organization: as one of its own people, or on its behalf. The zero value holds
// nothing.
type Standing struct {
	UserID   uid.ID
	Roles    schematype.RoleSet
	OnBehalf bool
}

// Standing is what the person of a grant holds.
func (g Grant) Standing() Standing {
	return Standing{UserID: g.Viewer.UserID, Roles: g.Roles, OnBehalf: g.DelegationID != ""}
}

// Holds tells whether p is held.
func (s Standing) Holds(p Permission) bool { return Holds(s.Roles, p) && (!s.OnBehalf || Delegable(p)) }

// Covers tells whether no role of set is above those that are held: each permission of each is held, too.
func (s Standing) Covers(set schematype.RoleSet) bool {
	for _, with := range roles {
		if set&with != 0 && s.Roles&with == 0 {
			return false
		}
	}
	return true
}

// StandingAt is what v holds in an organization now: to say what they may do, before they do it. It does not look
// whether v's session is good, as the request has.
func StandingAt(ctx context.Context, st *store.Store, v viewer.Viewer, organizationID uid.ID) (Standing, error) {
	s := Standing{UserID: v.UserID, Roles: v.Roles, OnBehalf: organizationID != v.OrganizationID}
	if !s.OnBehalf {
		return s, nil
	}
	s.Roles = 0
	if v.PartnerID == "" {
		return s, nil
	}
	held, err := heldThrough(ctx, st.Ent().AccessAssignment.Query(), v, func(d *sql.SelectTable) *sql.Predicate {
		return sql.And(sql.EQ(d.C(delegation.FieldCustomerID), organizationID), LiveNow(d, st))
	})
	for _, roles := range held { // one at most
		s.Roles = roles
	}
	return s, err
}
