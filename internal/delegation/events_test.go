package delegation_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
)

const (
	settle = `mutation($ids: [ID!]!, $enabled: Boolean!) { setUsersEnabled(input: {ids: $ids, enabled: $enabled}) { userErrors { code } } }`
	raise  = `mutation($ids: [ID!]!) { assignRoles(input: {userIds: $ids, roles: [LICENSE_ADMINISTRATOR]}) { userErrors { code } } }`
	erase  = `mutation($ids: [ID!]!) { deleteUsers(input: {ids: $ids}) { userErrors { code } } }`
	events = `query($filter: AuditEventFilter) { viewer { organization { auditEvents(filter: $filter) { totalCount edges { node {
		action result target justification actor { displayName userName organizationName user { id } } } } } } } }`
	under = `query($id: ID!, $filter: AuditEventFilter) { node(id: $id) { ... on Delegation { activity(filter: $filter) { totalCount edges { node { action result } } } } } }`
)

// found are the actions in a list of events, in parentheses where they were refused.
func found(t *testing.T, what any, r apptest.Result, path ...any) []string {
	t.Helper()
	edges, _ := r.At(append(path, "edges")...).([]any)
	out := make([]string, len(edges))
	for i := range edges {
		node := append(slices.Clone(path), "edges", i, "node")
		out[i], _ = r.At(append(node, "action")...).(string)
		if r.At(append(node, "result")...) == "REFUSED" {
			out[i] = "(" + out[i] + ")"
		}
	}
	if total := r.At(append(path, "totalCount")...); total != float64(len(edges)) {
		t.Errorf("%v: %d events are counted as %v", what, len(edges), total)
	}
	return out
}

// watched has the technician of Fabrikam and the administrator of Contoso do a few things there.
func watched(t *testing.T, s *apptest.Server) (delegation any) {
	t.Helper()
	id := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
	admin, tech := s.As(t, "admin@contoso.example"), s.As(t, "tech@fabrikam.example")
	tech.Justification = "Ticket 4711: \u00c9mile moved"
	tech.MustQuery(t, contact, vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": "Desk"}})
	tech.Justification = ""
	tech.MustQuery(t, settle, vars{"ids": []any{s.Users["adele@contoso.example"]}, "enabled": false})
	tech.Query(t, remove, vars{"input": vars{"id": id}}) // refused: not for them
	admin.MustQuery(t, raise, vars{"ids": []any{s.Users["henry@contoso.example"]}})
	return id
}

func TestAuditEvents_AreFoundByWhatIsKnownOfThem(t *testing.T) {
	t.Parallel()
	const touched, disabled, refused, raised = "organization.contact.update", "user.disable", "(delegation.delete)", "user.role.assign"
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := watched(t, s)
		admin := s.As(t, "admin@contoso.example")
		tech, adele := s.Users["tech@fabrikam.example"], s.Users["adele@contoso.example"]
		for _, c := range []struct {
			filter vars
			want   []string
		}{
			{vars{"kind": "USERS"}, []string{disabled}},
			{vars{"kind": "ROLES"}, []string{raised}},
			{vars{"kind": "DELEGATIONS", "result": "REFUSED"}, []string{refused}},
			{vars{"action": "user.disable"}, []string{disabled}},
			{vars{"actorId": tech}, []string{refused, disabled, touched}},
			{vars{"partnerId": s.Partners["Fabrikam"]}, []string{refused, disabled, touched}},
			{vars{"partnerId": s.Partners["Wingtip"]}, nil},
			{vars{"targetId": adele}, []string{disabled}},
			{vars{"targetId": s.Users["nina@northwind.example"]}, nil},
			{vars{"actorId": tech, "targetId": adele, "kind": "USERS", "result": "DONE", "search": "adele"}, []string{disabled}},
			{vars{"actorId": tech, "targetId": adele, "kind": "ROLES"}, nil},
			{vars{"search": "TICKET e\u0301mile"}, []string{touched}},
			{vars{"search": "henry@contoso"}, []string{raised}},
			{vars{"search": "fabrikam desk"}, nil},
			{vars{"search": "%"}, nil},
			{vars{"search": "_dele"}, nil},
			{vars{"kind": "USERS", "until": "2020-01-01T00:00:00Z"}, nil},
		} {
			r := admin.MustQuery(t, events, vars{"filter": c.filter})
			if got := found(t, c.filter, r, "viewer", "organization", "auditEvents"); !slices.Equal(got, c.want) {
				t.Errorf("%v finds %v, want %v", c.filter, got, c.want)
			}
		}
		for _, c := range []struct {
			filter vars
			want   []string
		}{
			{vars{"kind": "USERS"}, []string{disabled}},
			{vars{"search": "4711"}, []string{touched}},
			{vars{"delegationId": "dlg_00000000000000000000000000000000"}, nil},
		} {
			r := admin.MustQuery(t, under, vars{"id": id, "filter": c.filter})
			if got := found(t, c.filter, r, "node", "activity"); !slices.Equal(got, c.want) {
				t.Errorf("under the delegation %v finds %v, want %v", c.filter, got, c.want)
			}
		}
	})
}

// What was refused is told by its name where that was known, and by none otherwise: the action says that it is a user or a
// group.
func TestAuditEvents_OfWhatWasRefused_TellNamesAlone(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		contoso, admin, other := s.Organizations["Contoso"], s.Users["admin@contoso.example"], s.Users["nina@northwind.example"]
		for _, c := range []struct {
			who, mutation, input string
			values               vars
			want                 any
		}{
			{"adele", "updateOrganizationContact", "UpdateOrganizationContactInput", vars{"organizationId": contoso, "name": "Desk"}, nil},
			{"adele", "updateOrganizationSettings", "UpdateOrganizationSettingsInput", vars{"organizationId": contoso}, nil},
			{"adele", "createUsers", "CreateUsersInput", newUsers(contoso, nil, "ann"), nil},
			{"adele", "addDomain", "AddDomainInput", vars{"organizationId": contoso, "name": "more.contoso.test"}, nil},
			{"adele", "deleteDelegation", "DeleteDelegationInput", vars{"id": id}, "Fabrikam"},
			{"adele", "askForOffer", "AskForOfferInput", vars{"partnerId": s.Partners["Wingtip"], "message": "Help"}, nil},
			{"tech", "deleteUsers", "DeleteUsersInput", vars{"ids": []uid.ID{other}}, nil},
			{"tech", "deleteUsers", "DeleteUsersInput", vars{"ids": []uid.ID{admin}}, "admin@contoso.example"},
			{"tech", "updatePartnerProfile", "UpdatePartnerProfileInput", vars{"country": "US"}, nil},
			{"tech", "deleteGroup", "DeleteGroupInput", vars{"id": "grp_00000000000000000000000000000000"}, nil},
		} {
			userName := map[string]string{"adele": "adele@contoso.example", "tech": "tech@fabrikam.example"}[c.who]
			s.As(t, userName).Query(t, fmt.Sprintf(`mutation($input: %s!) { %s(input: $input) { userErrors { code } } }`, c.input, c.mutation), vars{"input": c.values})
			last := s.Store.Ent().AuditEvent.Query().Order(ent.Desc(auditevent.FieldID)).FirstX(system)
			var target any
			if last.Target != nil {
				target = *last.Target
			}
			if last.Result != schematype.AuditRefused || last.ActorUserName != userName || target != c.want {
				t.Errorf("%s by %s: the log tells %s %s of %v, want %v", c.mutation, c.who, last.Result, last.Action, target, c.want)
			}
		}
	})
}

// What was done is told by name for good: also when the delegation has ended, and who did it and whom it was done to have
// been emptied.
func TestAuditEvents_OutliveTheDelegationAndThePeople(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := watched(t, s)
		admin, boss := s.As(t, "admin@contoso.example"), s.As(t, "admin@fabrikam.example")
		tech, adele := s.Users["tech@fabrikam.example"], s.Users["adele@contoso.example"]
		admin.MustQuery(t, remove, vars{"input": vars{"id": id}})
		admin.MustQuery(t, erase, vars{"ids": []any{adele}})
		boss.MustQuery(t, erase, vars{"ids": []any{tech}})
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.Update().Where(user.DeletedAtNotNil()).SetDeletedAt(tx.Now.AddDate(0, 0, -31)).Exec(ctx)
		})
		if err := s.Directory.Purge(system); err != nil {
			t.Fatal(err)
		}
		for name, filter := range map[string]vars{
			"by the ids":   {"actorId": tech, "targetId": adele},
			"by the names": {"search": "tech@fabrikam.example adele@contoso.example"},
		} {
			r := admin.MustQuery(t, events, vars{"filter": filter})
			event := []any{"viewer", "organization", "auditEvents", "edges", 0, "node"}
			at := func(path ...any) any { return r.At(append(slices.Clone(event), path...)...) }
			wantString(t, name+": what", at("action"), "user.disable")
			wantString(t, name+": whom", at("target"), "adele@contoso.example")
			wantString(t, name+": who", at("actor", "displayName"), "Tech of Fabrikam")
			wantString(t, name+": of whom", at("actor", "organizationName"), "Fabrikam")
			if at("actor", "user") != nil {
				t.Errorf("%s: the account is still there: %s", name, r.Raw)
			}
		}
		if err := audit.Verify(system, s.Store, s.Organizations["Contoso"]); err != nil {
			t.Error(err)
		}
	})
}
