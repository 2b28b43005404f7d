package access

import (
	"context"
	"fmt"

	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/viewer"
)

// Explanation is a decision with the way to it.
type Explanation struct {
	Decision *Decision
	Steps    []*Step
}

// Step is a step on the way from a person to a permission.
type Step struct {
	Kind   StepKind
	Holds  bool
	Text   string
	NodeID uid.ID // of what it is about; empty when there is nothing
}

// StepKind is what a step is about.
type StepKind string

// The values of StepKind, in the order of the way.
const (
	PersonStep     StepKind = "PERSON"
	GroupStep      StepKind = "GROUP"
	AssignmentStep StepKind = "ASSIGNMENT"
	DelegationStep StepKind = "DELEGATION"
	RoleStep       StepKind = "ROLE"
	PermissionStep StepKind = "PERMISSION"
)

// Explain answers as Check does, and tells the way: the person, their groups, what those hold at the customer, the
// delegation, the role, the permission. There is no way to tell of what the viewer may not ask about.
func (s *Service) Explain(ctx context.Context, c Check) (*Explanation, error) {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return nil, apperr.SignInFirst()
	}
	p, err := permission(c.Permission)
	if err != nil {
		return nil, err
	}
	facts, err := s.facts(ctx, v, []Check{c})
	if err != nil {
		return nil, err
	}
	decision := facts[0].decide(v, c)
	out := &Explanation{Decision: &decision, Steps: []*Step{}}
	if facts[0].mayAsk(v, c) {
		out.Steps = facts[0].steps(v, c, p)
	}
	return out, nil
}

func (f fact) steps(v viewer.Viewer, c Check, p Permission) []*Step {
	person := &Step{Kind: PersonStep, Holds: f.enabled && !f.suspended, Text: fmt.Sprintf("%s may sign in.", f.name), NodeID: c.UserID}
	switch {
	case !f.enabled:
		person.Text = fmt.Sprintf("The account of %s is disabled.", f.name)
	case f.suspended:
		person.Text = fmt.Sprintf("%s, the organization of %s, is suspended.", f.organization, f.name)
	}
	way := []*Step{person}
	set, where, counts := f.own, "in their own organization", "It counts in one's own organization."
	here := c.OrganizationID == f.organizationID
	if !here {
		set, where, counts = f.assigned, "at this customer", "It can be delegated."
		way = append(way, f.throughGroups(v)...)
		way = append(way, &Step{
			Kind: DelegationStep, Holds: true, NodeID: f.delegationID,
			Text: fmt.Sprintf("The delegation of %s lives and grants: %s.", f.organization, f.granted),
		})
	}
	role := &Step{Kind: RoleStep, Holds: Holds(set, p), Text: fmt.Sprintf("No role that %s holds %s includes %s. It needs one of: %s.", f.name, where, p, roles[p])}
	switch {
	case role.Holds:
		role.Text = fmt.Sprintf("%s holds the role %s %s, which includes %s.", f.name, through(set, p).DisplayName(), where, p)
	case here && p == ReadOrganization:
		role.Holds, role.Text = true, "It needs no role in one's own organization."
	}
	last := &Step{Kind: PermissionStep, Holds: here || Delegable(p), Text: counts}
	if !last.Holds {
		last.Text = "It is never delegated: it is for the organization's own people."
	}
	return append(way, role, last)
}

// throughGroups are the steps over the groups of a partner's person. The customer hears of those that hold something
// there.
func (f fact) throughGroups(v viewer.Viewer) []*Step {
	var groups, assignments []*Step
	for _, h := range f.groups {
		if h.roles == 0 && v.OrganizationID != f.organizationID {
			continue
		}
		groups = append(groups, &Step{Kind: GroupStep, Holds: true, Text: fmt.Sprintf("%s is in the group %s.", f.name, h.name), NodeID: h.groupID})
		a := &Step{Kind: AssignmentStep, Holds: h.roles != 0, Text: fmt.Sprintf("The group %s holds no role at this customer.", h.name)}
		if a.Holds {
			a.Text, a.NodeID = fmt.Sprintf("The group %s holds at this customer: %s.", h.name, h.roles), h.assignmentID
		}
		assignments = append(assignments, a)
	}
	if len(groups) == 0 {
		groups = append(groups, &Step{Kind: GroupStep, Text: fmt.Sprintf("%s is in no group.", f.name)})
	}
	return append(groups, assignments...)
}
