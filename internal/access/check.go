package access

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect"

	"delegatedadmin.example/ent/schema"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// maxChecks is how many decisions can be asked for at once.
const maxChecks = 100

// Check asks whether a person may do something in an organization.
type Check struct {
	UserID, OrganizationID uid.ID
	Permission             string
}

// Decision is whether somebody may do something, and why.
type Decision struct {
	Allowed      bool
	Reason       string
	DelegationID uid.ID // empty in one's own organization
	Role         *schematype.Role
}

// Service answers what people may do.
type Service struct{ store *store.Store }

// New makes the service.
func New(st *store.Store) *Service { return &Service{store: st} }

// Check answers each question in the order asked, all in one statement: as of one instant, by the database's clock. The
// viewer may ask about themselves; about people of their own organization, with users.read; and about anybody in their own
// organization, with delegations.read. What else they ask is answered as for ids that don't exist. BAD_USER_INPUT for more
// than a hundred and for a permission that does not exist.
func (s *Service) Check(ctx context.Context, checks []Check) ([]*Decision, error) {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return nil, apperr.SignInFirst()
	}
	if len(checks) > maxChecks {
		return nil, apperr.New(apperr.BadUserInput, "Ask for at most %d decisions.", maxChecks)
	}
	for _, c := range checks {
		if _, err := permission(c.Permission); err != nil {
			return nil, err
		}
	}
	facts, err := s.facts(ctx, v, checks)
	if err != nil {
		return nil, err
	}
	out := make([]*Decision, len(checks))
	for i, c := range checks {
		d := facts[i].decide(v, c)
		out[i] = &d
	}
	return out, nil
}

// permission is one by its name, or BAD_USER_INPUT.
func permission(name string) (Permission, error) {
	if p := Permission(name); roles[p] != 0 {
		return p, nil
	}
	return "", apperr.New(apperr.BadUserInput, "There is no permission %q. They are named such as %s.", clip(name), UpdateContact)
}

// clip keeps an error short, whatever was sent.
func clip(text string) string {
	if len(text) > 64 {
		return strings.ToValidUTF8(text[:64], "") + "…"
	}
	return text
}

// fact is all that a decision about one person in one organization follows from.
type fact struct {
	known, enabled, suspended bool // of the person: whether they exist and may sign in, and whether their organization rests
	name, organization        string
	organizationID, partnerID uid.ID
	own                       schematype.RoleSet
	delegationID              uid.ID // that lives
	granted, assigned         schematype.RoleSet
	groups                    []held // in which the person is
	assignedToViewer          bool   // whether the viewer's own groups hold something there
}

// held is what a group that somebody is in holds under the delegation: perhaps nothing.
type held struct {
	groupID, assignmentID uid.ID
	name                  string
	roles                 schematype.RoleSet
}

const factsOf = `
SELECT asked.n, u.enabled, o.suspended_at IS NOT NULL, u.display_name, o.display_name, u.organization_id, COALESCE(p.id, ''), u.role_set,
  COALESCE(d.id, ''), COALESCE(d.role_set, 0), COALESCE(g.id, ''), COALESCE(a.id, ''), COALESCE(g.name, ''), COALESCE(a.role_set, 0),
  EXISTS (SELECT 1 FROM access_assignments va JOIN group_members vm ON vm.group_id = va.group_id
    WHERE va.delegation_id = d.id AND vm.user_id = {viewer} AND va.role_set & d.role_set <> 0)
FROM asked
JOIN users u ON u.id = asked.user_id
JOIN organizations o ON o.id = u.organization_id
LEFT JOIN partners p ON p.organization_id = u.organization_id
LEFT JOIN delegations d ON d.customer_id = asked.organization_id AND d.partner_id = p.id
  AND d.status IN ('ACTIVE', 'SUSPENDED') AND d.status = 'ACTIVE' AND d.expires_at > {now}
LEFT JOIN group_members m ON m.user_id = u.id AND u.organization_id <> asked.organization_id
LEFT JOIN "groups" g ON g.id = m.group_id
LEFT JOIN access_assignments a ON a.group_id = m.group_id AND a.delegation_id = d.id
ORDER BY asked.n, g.name_key`

// facts reads what the decisions follow from, in one statement.
func (s *Service) facts(ctx context.Context, v viewer.Viewer, checks []Check) (all []fact, err error) {
	if !viewer.Named(ctx) {
		return nil, schema.ErrNobody
	}
	all = make([]fact, len(checks))
	if len(checks) == 0 {
		return all, nil
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("read what decisions follow from: %w", err)
		}
	}()
	query, args, err := s.askedFor(ctx, v, checks)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.Ent().QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		n, f, h := 0, fact{known: true}, held{}
		err := rows.Scan(&n, &f.enabled, &f.suspended, &f.name, &f.organization, &f.organizationID, &f.partnerID, &f.own,
			&f.delegationID, &f.granted, &h.groupID, &h.assignmentID, &h.name, &h.roles, &f.assignedToViewer)
		if err != nil {
			return nil, err
		}
		if !all[n].known {
			all[n] = f
		}
		if h.groupID != "" {
			h.roles &= f.granted
			all[n].assigned |= h.roles
			all[n].groups = append(all[n].groups, h)
		}
	}
	return all, rows.Err()
}

// askedFor is the statement of facts for these checks.
func (s *Service) askedFor(ctx context.Context, v viewer.Viewer, checks []Check) (string, []any, error) {
	args := make([]any, 0, 2*len(checks)+2)
	bind := func(value any) string {
		args = append(args, value)
		if s.store.Dialect() == dialect.Postgres {
			return fmt.Sprintf("$%d", len(args))
		}
		return fmt.Sprintf("?%d", len(args))
	}
	var query strings.Builder
	query.WriteString("WITH asked(n, user_id, organization_id) AS (VALUES ")
	for i, c := range checks {
		if i > 0 {
			query.WriteString(", ")
		}
		fmt.Fprintf(&query, "(%d, %s, %s)", i, bind(string(c.UserID)), bind(string(c.OrganizationID)))
	}
	query.WriteString(")")
	now := s.store.StatementTime()
	if s.store.Dialect() == dialect.SQLite {
		at, err := s.store.Now(ctx)
		if err != nil {
			return "", nil, err
		}
		now = bind(at)
	}
	query.WriteString(strings.NewReplacer("{now}", now, "{viewer}", bind(string(v.UserID))).Replace(factsOf))
	return query.String(), args, nil
}

// unseen is the answer about whatever does not exist or may not be asked about: they look the same.
const unseen = "There is no such person or organization, or no access there that you may see."

// decide is the decision that follows from f, as v may hear it.
func (f fact) decide(v viewer.Viewer, c Check) Decision {
	p := Permission(c.Permission)
	if !f.mayAsk(v, c) {
		return Decision{Reason: unseen}
	}
	here := c.OrganizationID == f.organizationID
	set := f.own
	if !here {
		set = f.assigned
	}
	switch {
	case !f.enabled:
		return Decision{Reason: fmt.Sprintf("The account of %s is disabled.", f.name)}
	case f.suspended:
		return Decision{Reason: fmt.Sprintf("%s is suspended.", f.organization)}
	case here && p == ReadOrganization:
		return Decision{Allowed: true, Reason: "Everybody may do this in their own organization.", Role: through(set, p)}
	case here && Holds(set, p):
		role := through(set, p)
		return Decision{Allowed: true, Reason: fmt.Sprintf("%s is %s in their own organization.", f.name, role.DisplayName()), Role: role}
	case here:
		return Decision{Reason: fmt.Sprintf("None of the roles of %s includes this. It needs one of: %s.", f.name, roles[p])}
	case set == 0:
		return Decision{DelegationID: f.delegationID, Reason: fmt.Sprintf("None of the groups of %s holds a role at this customer.", f.name)}
	case !Delegable(p):
		return Decision{DelegationID: f.delegationID, Reason: "This is never delegated: it is for the organization's own people."}
	case !Holds(set, p):
		return Decision{DelegationID: f.delegationID, Reason: fmt.Sprintf(
			"None of the roles that the groups of %s hold at this customer includes this. It needs one of: %s.", f.name, roles[p])}
	}
	role := through(set, p)
	i := slices.IndexFunc(f.groups, func(h held) bool { return h.roles.Has(*role) })
	return Decision{
		Allowed: true, DelegationID: f.delegationID, Role: role,
		Reason: fmt.Sprintf("%s is %s at this customer through the group %s.", f.name, role.DisplayName(), f.groups[i].name),
	}
}

// mayAsk says whether v may hear about c more than that there is nothing to see.
func (f fact) mayAsk(v viewer.Viewer, c Check) bool {
	self, colleague := c.UserID == v.UserID, f.organizationID == v.OrganizationID && Holds(v.Roles, ReadUsers)
	switch {
	case !f.known:
		return false
	case c.OrganizationID == f.organizationID:
		return self || colleague
	case c.OrganizationID == v.OrganizationID: // the customer asks about a partner's person: whoever can do nothing there is a stranger
		return Holds(v.Roles, ReadDelegations) && f.assigned != 0
	case f.delegationID == "":
		return false
	case self, colleague: // what v does not see of the delegation, they hear nothing of
		return f.assigned != 0 || f.assignedToViewer || Holds(v.Roles, ManageGroups)
	}
	return false
}
