package delegation_test

import (
	"context"
	"fmt"
	"testing"

	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
)

const (
	assign        = `mutation($input: AssignAccessInput!) { assignAccess(input: $input) { assignment { id roles groupName group { name } delegation { id } } delegation { id assignments { groupName roles } } userErrors { code field message } } }`
	addMembers    = `mutation($input: GroupMembersInput!) { addGroupMembers(input: $input) { group { members { totalCount } } results { id user { userName } userErrors { code message field } } } }`
	removeMembers = `mutation($input: GroupMembersInput!) { removeGroupMembers(input: $input) { group { members { totalCount } } results { id user { id userName } userErrors { code } } } }`
	deleteGroup   = `mutation($input: DeleteGroupInput!) { deleteGroup(input: $input) { deletedGroupId userErrors { code message } } }`

	reached = `query($o: ID!, $d: ID!) { viewer { customers { totalCount edges { node { id viewerRoles viewerCanAssign acceptedBy { userName } customer { displayName contact { name } } } } } }
		organization: node(id: $o) { id ... on Organization { viewerCanUpdateContact viewerDelegation { id } } } delegation: node(id: $d) { id } }`
	used = `query($d: ID!) { node(id: $d) { ... on Delegation { assignments { id groupName memberCount roles group { id } } } } }`
)

func member(t *testing.T, s *apptest.Server, group, person string) vars {
	t.Helper()
	return vars{"input": vars{"groupId": s.Group(t, "Fabrikam", group), "userIds": []uid.ID{s.Users[person]}}}
}

func holding(t *testing.T, s *apptest.Server, id uid.ID, group string, roles ...schematype.Role) vars {
	t.Helper()
	if roles == nil {
		roles = []schematype.Role{}
	}
	return vars{"input": vars{"delegationId": id, "groupId": s.Group(t, "Fabrikam", group), "roles": roles}}
}

// A person of the partner holds what is granted and assigned to their groups, sees the customer by it, and acts by it;
// out of the groups they see and do nothing, at once.
func TestAssign_APersonHoldsWhatTheirGroupsHold(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator, schematype.HelpdeskAdministrator)
		admin, tech := s.As(t, "admin@fabrikam.example"), s.As(t, "tech@fabrikam.example")
		look := vars{"o": s.Organizations["Contoso"], "d": id}
		act := vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": "Desk"}}
		want := func(what, roles, codes string) {
			t.Helper()
			r := tech.MustQuery(t, reached, look)
			if got := fmt.Sprint(r.At("viewer", "customers", "edges", 0, "node", "viewerRoles")); got != roles {
				t.Errorf("%s: the technician holds %s, should hold %s", what, got, roles)
			}
			seen := roles != "<nil>"
			if (r.At("organization") != nil) != seen || (r.At("delegation") != nil) != seen || r.At("viewer", "customers", "totalCount") != map[bool]any{true: 1.0, false: 0.0}[seen] {
				t.Errorf("%s: the technician sees %s", what, r.Raw)
			}
			if got := fmt.Sprint(tech.Query(t, contact, act).Codes()); got != codes {
				t.Errorf("%s: an act answers %s, should answer %s", what, got, codes)
			}
		}
		want("by Admin agents", "[USER_ADMINISTRATOR HELPDESK_ADMINISTRATOR]", "[]")

		admin.MustQuery(t, removeMembers, member(t, s, "Admin agents", "tech@fabrikam.example"))
		want("in no group", "<nil>", "[NOT_FOUND]")
		admin.MustQuery(t, addMembers, member(t, s, "Helpdesk agents", "tech@fabrikam.example"))
		want("by Helpdesk agents", "[HELPDESK_ADMINISTRATOR]", "[FORBIDDEN]")
		admin.MustQuery(t, assign, holding(t, s, id, "Helpdesk agents", schematype.UserAdministrator))
		want("by another role", "[USER_ADMINISTRATOR]", "[]")
		admin.MustQuery(t, assign, holding(t, s, id, "Helpdesk agents"))
		want("by a group without roles", "<nil>", "[NOT_FOUND]")

		// Who assigns access sees whom it is about, and nothing of what is theirs.
		s.As(t, "admin@contoso.example").MustQuery(t, contact, vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": "Own desk"}})
		admin.MustQuery(t, removeMembers, member(t, s, "Admin agents", "admin@fabrikam.example"))
		r := admin.MustQuery(t, reached, look)
		node := []any{"viewer", "customers", "edges", 0, "node"}
		wantString(t, "the customer", r.At(append(node, "customer", "displayName")...), "Contoso")
		if r.At(append(node, "customer", "contact")...) != nil || r.At(append(node, "acceptedBy")...) != nil || r.At("organization") != nil || r.At(append(node, "viewerCanAssign")...) != true {
			t.Errorf("the partner's administrator sees %s", r.Raw)
		}
		if got := admin.Query(t, contact, act).Codes(); len(got) != 1 || got[0] != "NOT_FOUND" {
			t.Errorf("the partner's administrator acts without a group: %v", got)
		}
	})
}

func TestAssign_WhoMayAndWhatMayBeAssigned(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		admin := s.As(t, "admin@fabrikam.example")
		over := admin.MustQuery(t, assign, holding(t, s, id, "Helpdesk agents", schematype.GlobalAdministrator))
		wantCodes(t, "a role that was not granted", over.UserErrors("assignAccess"), "INVALID")
		for range 2 { // the second time nothing changes
			done := admin.MustQuery(t, assign, holding(t, s, id, "Helpdesk agents", schematype.UserAdministrator))
			wantString(t, "the group", done.At("assignAccess", "assignment", "group", "name"), "Helpdesk agents")
		}
		for who, code := range map[string]string{
			"tech@fabrikam.example": "FORBIDDEN", // sees the delegation
			"admin@wingtip.example": "NOT_FOUND", "admin@contoso.example": "FORBIDDEN", "reader@contoso.example": "FORBIDDEN", "henry@contoso.example": "NOT_FOUND",
		} {
			wantCodes(t, who, s.As(t, who).Query(t, assign, holding(t, s, id, "Helpdesk agents")).Codes(), code)
		}
		wantCodes(t, "nobody", s.Anonymous(t).Query(t, assign, holding(t, s, id, "Helpdesk agents")).Codes(), "UNAUTHENTICATED")

		// The customer sees which roles are used by whom, in the delegation and in its log; the partner's group stays its own.
		customer := s.As(t, "admin@contoso.example")
		r := customer.MustQuery(t, used, vars{"d": id})
		if got := fmt.Sprintln(r.At("node", "assignments", 0, "groupName"), r.At("node", "assignments", 0, "memberCount"), r.At("node", "assignments", 1, "roles"), r.At("node", "assignments", 1, "group")); got != "Admin agents 2 [USER_ADMINISTRATOR] <nil>\n" {
			t.Errorf("the customer sees %s of %s", got, r.Raw)
		}
		for name, n := range map[string]int{"Contoso": 1, "Fabrikam": 1} {
			got := s.Store.Ent().AuditEvent.Query().Where(auditevent.OrganizationID(s.Organizations[name]), auditevent.Action("access.assign"), auditevent.ResultEQ(schematype.AuditDone)).CountX(system)
			if got != n {
				t.Errorf("%d events in the log of %s, should be %d", got, name, n)
			}
		}
	})
}

// An offer says how its roles are assigned; what the customer strikes is assigned to nobody. Without a word of it each
// group gets its default roles. A newer delegation has the plan of its own offer.
func TestAccept_AssignsAsTheOfferSaid(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin, customer := s.As(t, "admin@fabrikam.example"), s.As(t, "admin@contoso.example")
		var plan string // as the partner sees it in the offer
		agree := func(roles []string, assignments any, granted []string) string {
			t.Helper()
			r := admin.MustQuery(t, `mutation($input: CreateOfferInput!) { createOffer(input: $input) { offer { id assignments { group { name } roles } } userErrors { code field } } }`,
				vars{"input": vars{"customerEmail": "admin@contoso.example", "roles": roles, "durationDays": 30, "assignments": assignments}})
			plan = fmt.Sprint(r.At("createOffer", "offer", "assignments"))
			id, _ := r.At("createOffer", "offer", "id").(string)
			if id == "" {
				return fmt.Sprint(r.UserErrors("createOffer"))
			}
			token := s.Token(t, uid.ID(id))
			if r := customer.MustQuery(t, `query($t: String!) { offer(token: $t) { assignments { roles } } }`, vars{"t": token}); r.At("offer", "assignments") != nil {
				t.Errorf("the customer sees %s", r.Raw)
			}
			input := accept(token, customer.TermsOf(t, token))
			if granted != nil {
				input["input"].(vars)["roles"] = granted
			}
			d := customer.MustQuery(t, apptest.Accept, input).At("acceptOffer", "delegation", "id")
			all, _ := customer.MustQuery(t, used, vars{"d": d}).At("node", "assignments").([]any)
			text := ""
			for _, each := range all {
				a := each.(map[string]any)
				text += fmt.Sprint(a["groupName"], a["roles"])
			}
			return text
		}
		both := []string{"USER_ADMINISTRATOR", "HELPDESK_ADMINISTRATOR"}
		helpdesk := s.Group(t, "Fabrikam", "Helpdesk agents")
		for _, c := range []struct {
			what        string
			assignments any
			granted     []string
			want, plan  string
		}{
			{"nothing", nil, nil, "Admin agents[USER_ADMINISTRATOR HELPDESK_ADMINISTRATOR]Helpdesk agents[HELPDESK_ADMINISTRATOR]", "<nil>"},
			{"nothing, a role struck", nil, both[:1], "Admin agents[USER_ADMINISTRATOR]", "<nil>"},
			{"a group", []vars{{"groupId": helpdesk, "roles": both}}, nil, "Helpdesk agents[USER_ADMINISTRATOR HELPDESK_ADMINISTRATOR]", "[map[group:map[name:Helpdesk agents] roles:[USER_ADMINISTRATOR HELPDESK_ADMINISTRATOR]]]"},
			{"a group, a role struck", []vars{{"groupId": helpdesk, "roles": both}}, both[1:], "Helpdesk agents[HELPDESK_ADMINISTRATOR]", "[map[group:map[name:Helpdesk agents] roles:[USER_ADMINISTRATOR HELPDESK_ADMINISTRATOR]]]"},
			{"no group", []vars{}, nil, "", "[]"},
			{"a role it does not ask for", []vars{{"groupId": helpdesk, "roles": []string{"GLOBAL_READER"}}}, nil, "[INVALID]", "<nil>"},
			{"a group of another partner", []vars{{"groupId": s.Group(t, "Wingtip", "Admin agents"), "roles": both}}, nil, "[INVALID]", "<nil>"},
		} {
			if got := agree(both, c.assignments, c.granted); got != c.want {
				t.Errorf("an offer that says %s: assigned are %q, should be %q", c.what, got, c.want)
			}
			if plan != c.plan {
				t.Errorf("an offer that says %s shows %s, should be %s", c.what, plan, c.plan)
			}
		}
	})
}

// Whose groups or what those hold has changed, their streams end, so that they read again; others hear nothing of it.
func TestWatch_EndsWhenAccessChanges(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		admin := s.As(t, "admin@fabrikam.example")
		for _, c := range []struct{ name, document string }{{"taken out of the group", removeMembers}, {"put into it", addMembers}} {
			other, err1 := s.Delegations.Watch(viewerOf(t, s, "admin@fabrikam.example"), "")
			own, err2 := s.Delegations.Watch(viewerOf(t, s, "tech@fabrikam.example"), "")
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			admin.MustQuery(t, c.document, member(t, s, "Admin agents", "tech@fabrikam.example"))
			for next(t, own) != nil { // what was told before may come late; then the stream ends
				continue
			}
			select {
			case told, open := <-other:
				if !open {
					t.Errorf("%s: the stream of somebody else ends, with %+v", c.name, told)
				}
			default:
			}
		}
		before, err := s.Delegations.Watch(viewerOf(t, s, "tech@fabrikam.example"), "")
		if err != nil {
			t.Fatal(err)
		}
		admin.MustQuery(t, removeMembers, member(t, s, "Admin agents", "tech@fabrikam.example"))
		for next(t, before) != nil { // so that the removal is not told once more
			continue
		}
		outside, err := s.Delegations.Watch(viewerOf(t, s, "tech@fabrikam.example"), "")
		if err != nil {
			t.Fatal(err)
		}
		customer, err := s.Delegations.Watch(viewerOf(t, s, "admin@contoso.example"), "")
		if err != nil {
			t.Fatal(err)
		}
		admin.MustQuery(t, assign, holding(t, s, id, "Admin agents"))
		next(t, customer)
		s.As(t, "admin@contoso.example").MustQuery(t, remove, vars{"input": vars{"id": id}})
		next(t, customer)
		select {
		case c := <-outside:
			t.Errorf("who is in no assigned group hears %+v", c)
		default:
		}
	})
}

// A partner that is older than groups keeps what it could do; one that has deleted a group does not get it back.
func TestFillGroups_KeepsWhatWorked(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		apptest.MustDisable(t, s.Store, s.Users["tech@wingtip.example"])
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error { // as it was before there were groups
			for _, drop := range []func(context.Context) (int, error){tx.AccessAssignment.Delete().Exec, tx.GroupMember.Delete().Exec, tx.Group.Delete().Exec} {
				if _, err := drop(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		act := vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": "Desk"}}
		wantCodes(t, "before", s.As(t, "tech@fabrikam.example").Query(t, contact, act).Codes(), "NOT_FOUND")
		for range 2 {
			if err := directory.FillGroups(system, s.Store); err != nil {
				t.Fatal(err)
			}
		}
		wantCodes(t, "after", s.As(t, "tech@fabrikam.example").Query(t, contact, act).Codes())
		admin := s.As(t, "admin@fabrikam.example")
		done := admin.MustQuery(t, deleteGroup, vars{"input": vars{"id": s.Group(t, "Fabrikam", "Admin agents")}})
		wantCodes(t, "the first group", done.UserErrors("deleteGroup"))
		done = admin.MustQuery(t, deleteGroup, vars{"input": vars{"id": s.Group(t, "Fabrikam", "Helpdesk agents")}})
		wantCodes(t, "the last group", done.UserErrors("deleteGroup"), "CONFLICT")
		if err := directory.FillGroups(system, s.Store); err != nil {
			t.Fatal(err)
		}
		wantCodes(t, "without the group", s.As(t, "tech@fabrikam.example").Query(t, contact, act).Codes(), "NOT_FOUND")
		if n := s.Store.Ent().GroupMember.Query().QueryUser().Where(user.UserName("tech@wingtip.example")).CountX(system); n != 0 {
			t.Error("somebody who is disabled came into a group")
		}
	})
}
