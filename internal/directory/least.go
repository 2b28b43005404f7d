package directory

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/store"
)

// deed is what was done on behalf of an organization, perhaps many times: to users with these roles today, and which roles
// it gave or took.
type deed struct {
	under   uid.ID
	action  string
	target  schematype.RoleSet
	changes string
	roles   schematype.RoleSet
}

// LeastRoles are, for each of these delegations, the roles that hold the least of all that would do for what was done under
// it since a moment, by the rules by which it is decided, in one statement: none when nothing was done. One of which it can't
// be told is left out. Who may know it is for the caller to decide.
func LeastRoles(ctx context.Context, st *store.Store, delegationIDs []uid.ID, since time.Time) (map[uid.ID]schematype.RoleSet, error) {
	e, u := sql.Table(auditevent.Table), sql.Table(user.Table).As("touched")
	action, target := e.C(auditevent.FieldAction), "COALESCE("+u.C(user.FieldRoleSet)+", 0)"
	text := "CAST(" + e.C(auditevent.FieldChanges) + " AS text)"
	changes := fmt.Sprintf(`(CASE WHEN %[1]s LIKE 'user.role.%%' OR %[1]s = '%[2]s' AND %[3]s LIKE '%%"roles"%%' THEN %[3]s ELSE '' END)`, action, createUser, text)
	t := sql.Dialect(st.Dialect()).Select().From(e)
	t.LeftJoin(u).On(u.C(user.FieldID), e.C(auditevent.FieldTargetID))
	auditevent.DelegationIDIn(delegationIDs...)(t)
	t.Where(sql.And(
		sql.GTE(e.C(auditevent.FieldAt), since),
		sql.EQ(e.C(auditevent.FieldOnBehalf), true), sql.EQ(e.C(auditevent.FieldResult), schematype.AuditDone),
	)).GroupBy(e.C(auditevent.FieldDelegationID), action, target, changes)
	deeds, err := store.Read(ctx, st, t, []store.Column[deed]{
		{Expression: e.C(auditevent.FieldDelegationID), Into: func(d *deed) any { return &d.under }},
		{Expression: action, Into: func(d *deed) any { return &d.action }},
		{Expression: target, Into: func(d *deed) any { return &d.target }},
		{Expression: changes, Into: func(d *deed) any { return &d.changes }},
	})
	if err != nil {
		return nil, fmt.Errorf("read what was done: %w", err)
	}
	under := make(map[uid.ID][]*deed, len(delegationIDs))
	for _, d := range deeds {
		if d.roles, err = rolesChanged(d.changes); err != nil {
			return nil, err
		}
		under[d.under] = append(under[d.under], d)
	}
	out := make(map[uid.ID]schematype.RoleSet, len(delegationIDs))
	for _, id := range delegationIDs {
		if least, known := leastFor(under[id]); known {
			out[id] = least
		}
	}
	return out, nil
}

// leastFor are the roles that hold the least of all that would have done.
func leastFor(deeds []*deed) (least schematype.RoleSet, known bool) {
	if len(deeds) == 0 {
		return 0, true
	}
	all := schematype.Roles(schematype.AllRoles...)
	for set := schematype.RoleSet(1); set <= all; set++ {
		if (!known || access.HoldsLess(set, least)) && doFor(set, deeds) {
			least, known = set, true
		}
	}
	return least, known
}

// rolesChanged are the roles that were given or taken.
func rolesChanged(text string) (set schematype.RoleSet, err error) {
	if text == "" {
		return 0, nil
	}
	var changes []schematype.Change
	if err := json.Unmarshal([]byte(text), &changes); err != nil {
		return 0, fmt.Errorf("read the changes of roles: %w", err)
	}
	for _, c := range changes {
		if c.Field == "roles" {
			set |= RolesNamed(valueOf(c.Before)) ^ RolesNamed(valueOf(c.After))
		}
	}
	return set, nil
}

// doFor tells whether roles would have done for all that was done.
func doFor(roles schematype.RoleSet, deeds []*deed) bool {
	s := somebody(roles)
	for _, d := range deeds {
		if err := d.by(s); err != nil {
			return false
		}
	}
	return true
}

// by says why somebody could not have done it.
func (d *deed) by(s access.Standing) error {
	u := &ent.User{RoleSet: d.target}
	holds := func(p access.Permission) error {
		if !s.Holds(p) {
			return access.Lacks(p)
		}
		return nil
	}
	kind, _, _ := strings.Cut(d.action, ".")
	switch d.action {
	case updateContact:
		return holds(access.UpdateContact)
	case createUser:
		if d.roles != 0 {
			return first(holds(access.CreateUsers), canAssign(s, u, d.roles))
		}
		return holds(access.CreateUsers)
	case "user.update":
		return canTouch(s, u, access.UpdateUsers)
	case "user.enable", "user.disable":
		return canTouch(s, u, access.EnableUsers)
	case "user.delete", "user.restore":
		return canTouch(s, u, access.DeleteUsers)
	case "user.password.reset":
		return canTouch(s, u, access.ResetPasswords)
	case "user.role.assign", "user.role.remove":
		return canAssign(s, u, d.roles)
	}
	switch kind {
	case "license":
		return canLicense(s, u)
	case "domain":
		return holds(access.ManageDomains)
	}
	return fmt.Errorf("nobody knows what %s needs", d.action)
}
