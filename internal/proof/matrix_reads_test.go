package proof

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"

	"delegatedadmin.example/ent/schema/uid"
)

// reads are all questions that change nothing. keep picks among the people and objects.
func (m *matrix) reads(people []*person, objects []*object) (jobs []func()) {
	for _, p := range people {
		for _, o := range objects {
			jobs = append(jobs, func() { m.byID(p, o) })
			if o.token != "" && (o.linked == "" || o.owner.name == "main") {
				jobs = append(jobs, func() { m.byLink(p, o) })
			}
			if o.typ == "Organization" {
				jobs = append(jobs, func() { m.delegatedAdmins(p, o) }, func() { m.eventsUnder(p, o) })
			}
		}
		jobs = append(jobs, func() { m.roots(p) }, func() { m.badIDs(p) }, func() { m.manyAtOnce(p) }, func() { m.searches(p) }, func() { m.userSearches(p) }, func() { m.places(p) }, func() { m.eventsOf(p) }, func() { m.decisions(p) }, func() { m.directory(p) })
	}
	return jobs
}

// together runs jobs side by side.
func together(jobs []func()) {
	next := make(chan func())
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for job := range next {
				job()
			}
		})
	}
	for _, job := range jobs {
		next <- job
	}
	close(next)
	group.Wait()
}

// byID asks for an object by its id: for all that nobody is refused with an error, then for each of its lists, and then,
// if it is seen, for each field by itself, with what lies behind it.
func (m *matrix) byID(p *person, o *object) {
	def := m.schema.Types[o.typ]
	s := scene{v: p, o: o}
	seen := s.holds(m.types[o.typ].Seen, nil)
	sel := &selection{table: m.table}
	m.nodeField(s, seen, sel, nil, sel.open(def))
	for _, f := range fieldsOf(def) {
		if connection := f.Arguments.ForName("first") != nil; seen && !o.alike || connection {
			sel := &selection{table: m.table}
			m.nodeField(s, seen, sel, f, sel.field(def, f, true))
		}
	}
}

func (m *matrix) nodeField(s scene, seen bool, sel *selection, f *ast.FieldDefinition, text string) {
	p, o, name := s.v, s.o, nameOf(f)
	document := fmt.Sprintf("query($id: ID!) { node(id: $id) { __typename id ... on %s { %s } } }", o.typ, text)
	got := m.ask(p, false, document, vars{"id": o.id})
	key := fmt.Sprintf("%s|node|%s|%s", p.name, o.name, name)
	node, _ := got.Data["node"].(map[string]any)
	m.mark(m.reached, "Query.node(id)")

	expected, refused := "", false
	switch {
	case !p.signedIn():
		expected = "UNAUTHENTICATED"
	case seen && f != nil:
		r := m.types[o.typ].Fields[f.Name]
		if refused = r.Otherwise == "refused" && !s.holds(r.May, m.types[o.typ].Seen); refused {
			expected = "FORBIDDEN"
		}
	}
	m.note(key, verdictOf(got, node != nil))
	if len(got.Errors) > 1 || got.code() != expected {
		m.deviate("%s: the answer is %s, should be %q", key, got.raw, expected)
		return
	}
	if visible := seen && expected == ""; visible != (node != nil) {
		m.deviate("%s: seen should be %t: %s", key, visible, got.raw)
		return
	}
	if node == nil {
		m.mark(m.withheld, sel.asked...)
		m.mark(m.withheld, "Query.node")
		if !refused {
			m.sameAsNothing(p, o.name, document, got.raw, string(o.id), func(id string) string {
				return m.ask(p, false, document, vars{"id": id}).raw
			})
		}
		return
	}
	m.mark(m.given, "Query.node")
	m.walk(s, m.schema.Types[o.typ], node)
}

func nameOf(f *ast.FieldDefinition) string {
	if f == nil {
		return "*"
	}
	return f.Name
}

func verdictOf(r reply, data bool) string {
	switch {
	case r.code() != "":
		return r.code()
	case data:
		return "data"
	}
	return "null"
}

// byLink asks for an offer with its token, as anybody may who holds it.
func (m *matrix) byLink(p *person, o *object) {
	def := m.schema.Types["Offer"]
	fields := append(fieldsOf(def), nil)
	if o.owner != nil { // answered: everything at once will do
		fields = fields[len(fields)-1:]
	}
	for _, f := range fields {
		sel := &selection{table: m.table}
		text := ""
		if f == nil {
			text = sel.open(def)
		} else {
			text = sel.field(def, f, true)
		}
		got := m.ask(p, true, "query($t: String!) { offer(token: $t) { __typename id "+text+" } }", vars{"t": o.token})
		offer, _ := got.Data["offer"].(map[string]any)
		key := fmt.Sprintf("%s|offer|%s|%s", p.name, o.name, nameOf(f))
		m.note(key, verdictOf(got, offer != nil))
		if offer == nil || got.code() != "" {
			m.deviate("%s: %s", key, got.raw)
			continue
		}
		m.mark(m.given, "Query.offer")
		m.walk(scene{v: p, o: o, link: true}, def, offer)
	}
	wrong := "A" + o.token[1:]
	if o.token[0] == 'A' {
		wrong = "B" + o.token[1:]
	}
	for _, token := range []string{wrong, "", string(o.id), o.token + "A"} {
		if got := m.ask(p, false, "query($t: String!) { offer(token: $t) { id } }", vars{"t": token}); got.raw != `{"data":{"offer":null}}` {
			m.deviate("%s: a wrong link answers %s", p.name, got.raw)
		}
	}
	m.mark(m.withheld, "Query.offer")
	m.mark(m.reached, "Query.offer(token)")
}

// root asks for a field of Query and judges it.
func (m *matrix) root(p *person, o *object, name, arguments, key string, variables vars, declared string) reply {
	f := m.schema.Query.Fields.ForName(name)
	sel := &selection{table: m.table}
	text := strings.TrimSuffix(strings.TrimPrefix(sel.field(m.schema.Query, f, true), name), " ")
	text = strings.TrimPrefix(text, "(first: 30)")
	got := m.ask(p, false, "query"+declared+" { "+name+arguments+text+" }", variables)
	s, r := scene{v: p, o: o}, m.types["Query"].Fields[name]
	key = fmt.Sprintf("%s|%s|%s", p.name, name, key)
	m.note(key, verdictOf(got, got.Data[name] != nil))
	expected := ""
	if !s.holds(r.May, nil) && r.Otherwise == "refused" {
		expected = m.refusal(s, r, r.Seen)
	}
	if len(got.Errors) > 1 || got.code() != expected {
		m.deviate("%s: the answer is %s, should be %q", key, got.raw, expected)
		return got
	}
	if expected != "" || got.Data[name] == nil {
		m.mark(m.withheld, sel.asked...)
	}
	if expected == "" {
		m.value(scene{v: p, o: o}, m.schema.Query, f, m.types["Query"], got.Data[name])
	}
	return got
}

func (m *matrix) roots(p *person) {
	m.root(p, nil, "installation", "", "", nil, "")
	m.root(p, nil, "products", "", "", nil, "")
	m.root(p, nil, "permissions", "", "", nil, "")
	viewer := m.schema.Types["Viewer"]
	for _, f := range fieldsOf(viewer) {
		sel := &selection{table: m.table}
		got := m.ask(p, false, "{ viewer { "+sel.field(viewer, f, true)+"} }", nil)
		m.note(p.name+"|viewer|"+f.Name, verdictOf(got, got.Data["viewer"] != nil))
		switch {
		case got.code() != "" || (got.Data["viewer"] != nil) != p.signedIn():
			m.deviate("%s: viewer.%s answers %s", p.name, f.Name, got.raw)
		case got.Data["viewer"] == nil:
			m.mark(m.withheld, append(sel.asked, "Query.viewer")...)
		default:
			m.value(scene{v: p}, m.schema.Query, m.schema.Query.Fields.ForName("viewer"), m.types["Query"], got.Data["viewer"])
		}
	}
}

const allStatuses = "[ACTIVE, SUSPENDED, EXPIRED, TERMINATED]"

func (m *matrix) delegatedAdmins(p *person, o *object) {
	args := `(organizationId: $o, first: 30, filter: {statuses: ` + allStatuses + `})`
	got := m.root(p, o, "delegatedAdmins", args, o.name, vars{"o": o.id}, "($o: ID)")
	m.mark(m.reached, "Query.delegatedAdmins(organizationId)")
	if p.signedIn() && got.code() == "NOT_FOUND" {
		m.sameAsNothing(p, o.name, "delegatedAdmins", got.raw, string(o.id), func(id string) string {
			return m.ask(p, false, "query($o: ID) { delegatedAdmins(organizationId: $o, first: 30) { totalCount } }", vars{"o": id}).raw
		})
	}
}

// eventsUnder asks an organization that p sees for the events under delegations of others.
func (m *matrix) eventsUnder(p *person, o *object) {
	if p.tenant != o.owner || !p.signedIn() {
		return
	}
	sel := &selection{table: m.table}
	text := sel.all(m.schema.Types["AuditEventConnection"], true)
	for _, d := range m.w.objects {
		if d.typ != "Delegation" {
			continue
		}
		got := m.ask(p, false, "query($d: ID!) { viewer { organization { __typename id auditEvents(filter: {delegationId: $d}) { "+text+" } } } }", vars{"d": d.id})
		m.mark(m.reached, "Organization.auditEvents(filter.delegationId)")
		m.judgeList(p, got, d.owner != p.tenant, "viewer", "organization", "auditEvents")
	}
}

// eventsOf narrows the events that p may read by what is of each tenant.
func (m *matrix) eventsOf(p *person) {
	if !p.signedIn() {
		return
	}
	sel := &selection{table: m.table}
	text := sel.all(m.schema.Types["AuditEventConnection"], true)
	for i, name := range slices.Sorted(maps.Keys(m.w.tenants)) {
		t := m.w.tenants[name]
		argument, value := "search", t.canary
		switch i % 4 {
		case 1:
			argument, value = "actorId", string(t.admin.UserID)
		case 2:
			argument, value = "partnerId", string(t.partner)
		case 3:
			argument, value = "targetId", string(t.org)
		}
		m.mark(m.reached, "Organization.auditEvents(filter."+argument+")", "Delegation.activity(filter."+argument+")")
		filter := fmt.Sprintf("(first: 5, filter: {%s: %q}) { %s }", argument, value, text)
		m.judgeRoot(p, m.ask(p, false, "{ viewer { organization { __typename id auditEvents"+filter+" } } }", nil))
		if p.tenant.partner != "" {
			m.judgeRoot(p, m.ask(p, false, "{ viewer { customers(first: 3) { edges { node { __typename id activity"+filter+" } } } } }", nil))
		}
	}
	for _, d := range m.w.objects {
		if d.typ == "Delegation" && d.partner != p.tenant {
			m.mark(m.reached, "Delegation.activity(filter.delegationId)")
			filter := fmt.Sprintf("(first: 5, filter: {delegationId: %q}) { %s }", d.id, text)
			m.judgeRoot(p, m.ask(p, false, "{ viewer { customers(first: 3) { edges { node { __typename id activity"+filter+" } } } } }", nil))
			break
		}
	}
}

// judgeList walks a list in an answer; empty tells that nothing may be in it.
func (m *matrix) judgeList(p *person, got reply, empty bool, path ...string) {
	var value any = got.Data
	for _, step := range path {
		object, _ := value.(map[string]any)
		value = object[step]
	}
	list, ok := value.(map[string]any)
	if !ok {
		return // refused, which byID judges
	}
	if total, _ := list["totalCount"].(float64); empty && total != 0 {
		m.deviate("%s finds %v of what is not theirs: %s", p.name, total, got.raw)
	}
	m.judgeRoot(p, got)
}

// judgeRoot walks an answer from viewer or delegatedAdmins on.
func (m *matrix) judgeRoot(p *person, got reply) {
	for name, value := range got.Data {
		if value != nil {
			f := m.schema.Query.Fields.ForName(name)
			m.value(scene{v: p, o: &object{name: name, owner: p.tenant}}, m.schema.Query, f, m.types["Query"], value)
		}
	}
}

// badIDs asks for ids that name nothing, or something else than they say.
func (m *matrix) badIDs(p *person) {
	const document = "query($id: ID!) { node(id: $id) { __typename id } }"
	nothing := m.ask(p, false, document, vars{"id": uid.New(uid.User)}).raw
	org := string(m.w.tenants["main"].org)
	bad := []string{
		"", "org", "org_", "org_zz", strings.ToUpper(org), org + " ", "../" + org, strings.Repeat("x", 4000), "usr_%' OR '1'='1", "\u0000", "ses" + org[3:], "sil" + org[3:], "key" + org[3:], "lnk" + org[3:], "msg" + org[3:],
	}
	tried := map[string]bool{}
	for _, o := range m.w.objects {
		if o.owner == m.w.tenants["main"] && !tried[o.typ] {
			tried[o.typ] = true
			for _, prefix := range []string{uid.User, uid.Organization, uid.Delegation, uid.Offer, uid.Receipt, uid.AuditEvent} {
				if other := prefix + string(o.id[3:]); m.w.byID[uid.ID(other)] == nil {
					bad = append(bad, other)
				}
			}
		}
	}
	for _, id := range bad {
		if got := m.ask(p, false, document, vars{"id": id}).raw; got != nothing {
			m.deviate("%s: the id %.60q answers %s", p.name, id, got)
		}
	}
}

// manyAtOnce asks for all objects by nodes.
func (m *matrix) manyAtOnce(p *person) {
	m.mark(m.reached, "Query.nodes(ids)")
	for chunk := range slices.Chunk(m.w.objects, 100) {
		var ids []uid.ID
		for _, o := range chunk {
			ids = append(ids, o.id)
		}
		got := m.ask(p, false, "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", vars{"ids": ids})
		nodes, _ := got.Data["nodes"].([]any)
		if !p.signedIn() {
			m.mark(m.withheld, "Query.nodes")
			if got.code() != "UNAUTHENTICATED" || nodes != nil {
				m.deviate("%s: nodes answers %s", p.name, got.raw)
			}
			continue
		}
		m.mark(m.given, "Query.nodes")
		for i, o := range chunk {
			seen := scene{v: p, o: o}.holds(m.types[o.typ].Seen, nil)
			if i >= len(nodes) || (nodes[i] != nil) != seen {
				m.deviate("%s: nodes does not judge %s as node does: %.300s", p.name, o.name, got.raw)
			}
		}
	}
}

// searches looks for each tenant's name in the lists of p.
func (m *matrix) searches(p *person) {
	if !p.signedIn() {
		return
	}
	sel := &selection{table: m.table}
	text := "{ " + sel.all(m.schema.Types["DelegationConnection"], true) + "}"
	domains := "{ " + sel.all(m.schema.Types["DomainConnection"], true) + "}"
	for _, t := range m.w.tenants {
		m.mark(m.reached, "Viewer.customers(filter.search)", "Query.delegatedAdmins(filter.search)")
		got := m.ask(p, false, `query($s: String) { viewer { customers(filter: {search: $s, statuses: `+allStatuses+`}) `+text+` } }`, vars{"s": t.canary})
		m.judgeList(p, got, p.tenant.grants[t] == 0, "viewer", "customers")
		got = m.ask(p, false, `query($s: String) { delegatedAdmins(filter: {search: $s, statuses: `+allStatuses+`}) `+text+` }`, vars{"s": t.canary})
		m.judgeList(p, got, t != p.tenant, "delegatedAdmins")
		m.mark(m.reached, "Organization.domains(search)")
		got = m.ask(p, false, `query($s: String) { viewer { organization { __typename id domains(search: $s) `+domains+` } } }`, vars{"s": t.domain})
		m.judgeList(p, got, t != p.tenant, "viewer", "organization", "domains")
		m.mark(m.reached, "Organization.partnerActors(search)")
		m.judgeRoot(p, m.ask(p, false, `query($s: String) { viewer { organization { __typename id partnerActors(search: $s) { actorId displayName userName organizationName } } } }`, vars{"s": t.canary}))
	}
	m.mark(m.reached, "Organization.subscriptions(filter.productId)")
	subscriptions := "{ " + sel.all(m.schema.Types["SubscriptionConnection"], true) + "}"
	products, _ := m.ask(p, false, "{ products { id } }", nil).Data["products"].([]any)
	for _, product := range products {
		m.judgeRoot(p, m.ask(p, false, `query($p: ID) { viewer { organization { __typename id subscriptions(filter: {productId: $p}) `+subscriptions+` } } }`,
			vars{"p": product.(map[string]any)["id"]}))
	}
}

// places uses positions in the lists of others.
func (m *matrix) places(p *person) {
	if !p.signedIn() {
		return
	}
	lists := []struct{ owner, name, before, after, ways string }{
		{"Query", "delegatedAdmins", "{ ", " }", "Global Administrator"},
		{"Viewer", "customers", "{ viewer { ", " } }", "partner, live everywhere else"},
		{"Viewer", "offers", "{ viewer { ", " } }", "partner's administrator, live everywhere else"},
		{"Viewer", "inquiries", "{ viewer { ", " } }", "partner's administrator, live everywhere else"},
		{"Organization", "auditEvents", "{ viewer { organization { ", " } } }", "Global Administrator"},
		{"Organization", "domains", "{ viewer { organization { ", " } } }", "Global Administrator"},
		{"Organization", "subscriptions", "{ viewer { organization { ", " } } }", "Global Administrator"},
		{"Subscription", "licenses", "{ viewer { organization { subscriptions { edges { node { ", " } } } } } }", "Global Administrator"},
		{"Viewer", "groups", "{ viewer { ", " } }", "partner's administrator, live everywhere else"},
		{"Group", "members", "{ viewer { groups { edges { node { ", " } } } } }", "partner's administrator, live everywhere else"},
		{"Group", "assignments", "{ viewer { groups { edges { node { ", " } } } } }", "partner's administrator, live everywhere else"},
		{"Delegation", "activity", "{ viewer { customers { edges { node { ", " } } } } }", "partner, live everywhere else"},
		{"Delegation", "usersLeftBehind", "{ delegatedAdmins { edges { node { ", " } } } }", "administrator of a third customer"},
		{"Delegation", "rolesLeftBehind", "{ delegatedAdmins { edges { node { ", " } } } }", "administrator of a third customer"},
		{"Delegation", "passwordsLeftBehind", "{ delegatedAdmins { edges { node { ", " } } } }", "administrator of a third customer"},
		{"Delegation", "domainsLeftBehind", "{ delegatedAdmins { edges { node { ", " } } } }", "administrator of a third customer"},
		{"Delegation", "licensesLeftBehind", "{ delegatedAdmins { edges { node { ", " } } } }", "administrator of a third customer"},
	}
	for _, list := range lists {
		i := slices.IndexFunc(m.w.people, func(other *person) bool { return other.name == list.ways })
		place := m.place(m.w.people[i], list.before+list.name+"(first: 1) { edges { cursor } }"+list.after)
		if place == "" {
			m.deviate("%s: there is no position in %s", list.ways, list.name)
			continue
		}
		for _, side := range []string{"after", "before"} {
			m.mark(m.reached, fmt.Sprintf("%s.%s(%s)", list.owner, list.name, side))
			got := m.ask(p, false, list.before+list.name+fmt.Sprintf("(%s: %q) { totalCount edges { cursor node { __typename id } } }", side, place)+list.after, nil)
			m.judgeRoot(p, got)
		}
	}
}

func (m *matrix) place(p *person, document string) string {
	_, text, _ := strings.Cut(m.ask(p, false, document, nil).raw, `"cursor":"`)
	text, _, _ = strings.Cut(text, `"`)
	return text
}
