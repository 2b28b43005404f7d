package proof

import (
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/accessassignment"
	"delegatedadmin.example/ent/group"
	"delegatedadmin.example/ent/groupmember"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
)

// addGroups gives each partner its first groups: everybody who is there is in the first of them.
func (w *world) addGroups(ctx context.Context, tx *store.Tx) {
	for _, t := range w.tenants {
		if t.partner != "" {
			check(directory.FirstGroups(ctx, tx, t.org))
			check(tx.Group.Update().Where(group.OrganizationID(t.org)).SetDescription("For " + t.canary).Exec(ctx))
		}
	}
}

// groupAsMade is a group with its people and what it holds.
type groupAsMade struct {
	*ent.Group
	members     []*ent.GroupMember
	assignments []*ent.AccessAssignment
}

// learnGroups adds the groups and what they hold to the objects.
func (w *world) learnGroups() {
	client := w.Store.Ent()
	w.groups = map[uid.ID]groupAsMade{}
	for _, g := range must(client.Group.Query().All(system)) {
		owner := w.byOrg[g.OrganizationID]
		if owner == nil {
			continue
		}
		w.add(&object{name: fmt.Sprintf("Group %s of %s", g.Name, owner.name), typ: "Group", id: g.ID, owner: owner})
		made := groupAsMade{
			g, must(client.GroupMember.Query().Where(groupmember.GroupID(g.ID)).All(system)),
			must(client.AccessAssignment.Query().Where(accessassignment.GroupID(g.ID)).All(system)),
		}
		w.groups[g.ID] = made
		for _, a := range made.assignments {
			d := w.byID[a.DelegationID]
			w.add(&object{name: fmt.Sprintf("AccessAssignment %s under %s", g.Name, d.name), typ: "AccessAssignment", id: a.ID, owner: d.owner, partner: d.partner, live: d.live})
		}
	}
}

// remakeGroup makes a group as it was, whatever became of it.
func (w *world) remakeGroup(ctx context.Context, tx *store.Tx, id uid.ID) {
	made := w.groups[id]
	must(tx.AccessAssignment.Delete().Where(accessassignment.GroupID(id)).Exec(ctx))
	must(tx.GroupMember.Delete().Where(groupmember.GroupID(id)).Exec(ctx))
	must(tx.Group.Delete().Where(group.ID(id)).Exec(ctx))
	check(tx.Group.Create().SetID(id).SetOrganizationID(made.OrganizationID).SetName(made.Name).SetNameKey(made.NameKey).
		SetNillableDescription(made.Description).SetDefaultRoleSet(made.DefaultRoleSet).SetCreatedAt(made.CreatedAt).Exec(ctx))
	for _, m := range made.members {
		check(tx.GroupMember.Create().SetID(m.ID).SetGroupID(id).SetUserID(m.UserID).SetAddedAt(m.AddedAt).Exec(ctx))
	}
	for _, a := range made.assignments {
		check(tx.AccessAssignment.Create().SetID(a.ID).SetGroupID(id).SetDelegationID(a.DelegationID).SetRoleSet(a.RoleSet).SetCreatedAt(a.CreatedAt).Exec(ctx))
	}
}

// groupActs are the mutations of groups, on each of them and on nothing.
func (m *matrix) groupActs(p *person) (out []attempt) {
	act := func(name, key string, o *object, target string, more vars) {
		input := vars{key: target}
		for k, v := range more {
			input[k] = v
		}
		out = append(out, attempt{name, o, target, input})
		m.mark(m.reached, "Mutation."+name+"(input."+key+")")
	}
	on := func(o *object, target string, people []uid.ID) {
		act("updateGroup", "id", o, target, vars{"description": hex.EncodeToString(random(4))})
		act("addGroupMembers", "groupId", o, target, vars{"userIds": people})
		act("removeGroupMembers", "groupId", o, target, vars{"userIds": people})
		act("deleteGroup", "id", o, target, nil)
	}
	firstOf := map[*tenant]uid.ID{}
	for _, o := range m.w.objects {
		if o.typ != "Group" {
			continue
		}
		if firstOf[o.owner] == "" {
			firstOf[o.owner] = o.id
		}
		on(o, string(o.id), []uid.ID{m.w.Users[o.owner.userName("tech")], m.w.tenants["main"].admin.UserID})
		m.mark(m.reached, "Mutation.addGroupMembers(input.userIds)", "Mutation.removeGroupMembers(input.userIds)")
	}
	for _, o := range m.w.objects {
		if o.typ == "Delegation" {
			roles := o.partner.grants[o.owner]
			if roles == 0 {
				roles = schematype.Roles(schematype.GlobalAdministrator)
			}
			act("assignAccess", "delegationId", o, string(o.id), vars{"groupId": firstOf[o.partner], "roles": roles.List()})
		}
	}
	m.mark(m.reached, "Mutation.assignAccess(input.groupId)")
	for _, bad := range []string{"", "grp_", "org_" + strings.Repeat("z", 32), string(uid.New(uid.Group))} {
		on(&object{name: "nothing"}, bad, []uid.ID{uid.New(uid.User)})
		act("assignAccess", "delegationId", &object{name: "nothing"}, bad, vars{"groupId": firstOf[m.w.tenants["many"]], "roles": []string{}})
	}
	out = append(out, attempt{name: "createGroup", input: vars{"name": "New " + hex.EncodeToString(random(4))}})
	m.mark(m.reached, "Mutation.createOffer(input.assignments.groupId)")
	return append(out, attempt{name: "createOffer", input: vars{
		"customerEmail": "new@nobody.example", "roles": []string{"GLOBAL_READER"}, "durationDays": 7,
		"assignments": []vars{{"groupId": firstOf[m.w.tenants["beside"]], "roles": []string{"GLOBAL_READER"}}},
	}})
}

// decisions asks for decisions about people near and far, and holds the answers against what the world knows.
func (m *matrix) decisions(p *person) {
	var about []*person
	for _, name := range []string{"without a role", "Global Administrator", "User Administrator", "administrator of another customer", "partner, live everywhere else", "partner, live", "partner, in no assigned group", "partner, deleted", "partner, suspended"} {
		about = append(about, m.w.person(name))
	}
	if p.tenant != nil && !slices.Contains(about, p) {
		about = append(about, p)
	}
	type question struct {
		q *person
		t *tenant
		p access.Permission
	}
	var questions []question
	var asked []vars
	for _, q := range about {
		for _, t := range []*tenant{m.w.tenants["main"], m.w.tenants["gave USER_ADMINISTRATOR"], q.tenant} {
			for _, permission := range []access.Permission{access.UpdateContact, access.ReadAuditLog} {
				questions = append(questions, question{q, t, permission})
				asked = append(asked, vars{"userId": m.w.Users[q.userName], "organizationId": t.org, "permission": permission})
			}
		}
	}
	m.mark(m.reached, "Query.checkAccess(checks.userId)", "Query.checkAccess(checks.organizationId)", "Query.explainAccess(userId)", "Query.explainAccess(organizationId)")
	var answers []any
	for some := range slices.Chunk(asked, 20) {
		got := m.root(p, nil, "checkAccess", "(checks: $c)", "", vars{"c": some}, "($c: [AccessCheckInput!]!)")
		told, _ := got.Data["checkAccess"].([]any)
		answers = append(answers, told...)
	}
	for i, each := range questions {
		want := p.signedIn() && each.q.signedIn() && m.w.mayAsk(p, each.q, each.t) && access.Holds(m.w.holds(each.q, each.t), each.p) &&
			(each.q.tenant == each.t || access.Delegable(each.p))
		if !p.signedIn() {
			continue
		}
		answer, _ := answers[i].(map[string]any)
		if answer["allowed"] != want {
			m.deviate("%s asks whether %s may %s at %s: %v, should be %t", p.name, each.q.name, each.p, each.t.name, answer, want)
		}
		if each.q.signedIn() && !m.w.mayAsk(p, each.q, each.t) { // of a suspended partner the customer hears that it is
			nothing := m.ask(p, false, "query($c: [AccessCheckInput!]!) { checkAccess(checks: $c) { allowed reason role } }", vars{"c": []vars{{"userId": uid.New(uid.User), "organizationId": each.t.org, "permission": each.p}}})
			if told := fmt.Sprint(answer["reason"]); !strings.Contains(nothing.raw, told) || answer["role"] != nil {
				m.deviate("%s asks about %s at %s and hears %q", p.name, each.q.name, each.t.name, told)
			}
		}
		m.root(p, nil, "explainAccess", "(userId: $u, organizationId: $o, permission: $p)", fmt.Sprint(i),
			vars{"u": m.w.Users[each.q.userName], "o": each.t.org, "p": each.p}, "($u: ID!, $o: ID!, $p: String!)")
	}
	if !p.signedIn() {
		m.root(p, nil, "explainAccess", "(userId: $u, organizationId: $u, permission: \"users.read\")", "", vars{"u": m.w.tenants["main"].org}, "($u: ID!)")
	}
	m.root(p, nil, "accessibleOrganizations", "(permission: \"organization.read\", first: 30)", "", nil, "")
	of := m.w.person("partner, live everywhere else")
	place := m.place(of, `{ accessibleOrganizations(permission: "organization.read", first: 1) { edges { cursor } } }`)
	for _, side := range []string{"after", "before"} {
		m.mark(m.reached, "Query.accessibleOrganizations("+side+")")
		m.judgeRoot(p, m.ask(p, false, fmt.Sprintf(`{ accessibleOrganizations(permission: "organization.read", %s: %q) { totalCount edges { cursor node { __typename id } } } }`, side, place), nil))
	}
	m.mark(m.reached, "Viewer.groups(search)")
	sel := &selection{table: m.table}
	m.judgeRoot(p, m.ask(p, false, `{ viewer { groups(search: "agents") { `+sel.all(m.schema.Types["GroupConnection"], true)+` } } }`, nil))
}

// holds are the roles that q has in t.
func (w *world) holds(q *person, t *tenant) schematype.RoleSet {
	switch {
	case q.tenant == t:
		return q.roles
	case q.apart:
		return 0
	}
	return q.tenant.grants[t]
}

// mayAsk tells whether p may hear what q may do in t.
func (w *world) mayAsk(p, q *person, t *tenant) bool {
	near := p.userName == q.userName || p.tenant == q.tenant && p.roles != 0
	switch {
	case q.tenant == t:
		return near
	case p.tenant == t:
		return access.Holds(p.roles, access.ReadDelegations) && w.holds(q, t) != 0
	default:
		return near && (w.holds(q, t) != 0 || q.tenant.grants[t] != 0 && (w.holds(p, t) != 0 || p.roles.Has(schematype.GlobalAdministrator)))
	}
}
