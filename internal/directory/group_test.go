package directory_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
)

const (
	groups        = `query($s: String) { viewer { canReadGroups canManageGroups groups(search: $s) { totalCount edges { node { id name description defaultRoles viewerCanManage members { edges { addedAt node { userName } } } } } } } }`
	createGroup   = `mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id name description defaultRoles } userErrors { code field } } }`
	updateGroup   = `mutation($input: UpdateGroupInput!) { updateGroup(input: $input) { group { name description defaultRoles } userErrors { code field } } }`
	deleteGroup   = `mutation($input: DeleteGroupInput!) { deleteGroup(input: $input) { deletedGroupId userErrors { code } } }`
	addMembers    = `mutation($input: GroupMembersInput!) { addGroupMembers(input: $input) { group { members { totalCount } } results { id user { userName } userErrors { code field } } } }`
	removeMembers = `mutation($input: GroupMembersInput!) { removeGroupMembers(input: $input) { group { members { totalCount } } results { id user { userName } userErrors { code field } } } }`
)

func events(t *testing.T, s *apptest.Server, organization string) (actions []string) {
	t.Helper()
	rows := s.Store.Ent().AuditEvent.Query().
		Where(auditevent.OrganizationID(s.Organizations[organization]), auditevent.ActionHasPrefix("group.")).
		Order(auditevent.BySequence()).AllX(system)
	for _, row := range rows {
		actions = append(actions, fmt.Sprint(row.Action, " ", row.Result))
	}
	return actions
}

// A partner begins with two groups, and its Global Administrator makes of them what they like.
func TestGroups_TheirLife(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin := s.As(t, "admin@fabrikam.example")
		r := admin.MustQuery(t, groups, nil)
		first := []any{"viewer", "groups", "edges", 0, "node"}
		got := fmt.Sprintln(r.At("viewer", "groups", "totalCount"), r.At(append(first, "name")...), r.At(append(first, "members", "edges", 0, "node", "userName")...),
			r.At("viewer", "groups", "edges", 1, "node", "name"), r.At("viewer", "groups", "edges", 1, "node", "defaultRoles"))
		if want := "2 Admin agents admin@fabrikam.example Helpdesk agents [HELPDESK_ADMINISTRATOR DIRECTORY_READER]\n"; got != want {
			t.Errorf("a partner begins with %s, should begin with %s", got, want)
		}

		made := admin.MustQuery(t, createGroup, vars{"input": vars{"name": " Night shift ", "description": "When others sleep", "defaultRoles": []string{"GLOBAL_READER"}}})
		id, _ := made.At("createGroup", "group", "id").(string)
		if made.At("createGroup", "group", "name") != "Night shift" {
			t.Fatalf("the new group is %s", made.Raw)
		}
		for what, input := range map[string]vars{"a name that is taken": {"name": "night SHIFT"}, "no name": {"name": " "}, "two lines": {"name": "a\nb"}} {
			if codes := admin.MustQuery(t, createGroup, vars{"input": input}).UserErrors("createGroup"); len(codes) != 1 {
				t.Errorf("%s: %v", what, codes)
			}
		}
		if n := admin.MustQuery(t, groups, vars{"s": "SHIFT"}).At("viewer", "groups", "totalCount"); n != 1.0 {
			t.Errorf("the search finds %v groups", n)
		}
		changed := admin.MustQuery(t, updateGroup, vars{"input": vars{"id": id, "name": "Late shift", "description": "", "defaultRoles": []string{}}})
		if got := fmt.Sprint(changed.At("updateGroup", "group")); got != "map[defaultRoles:[] description:<nil> name:Late shift]" {
			t.Errorf("the group is %s now", got)
		}
		admin.MustQuery(t, updateGroup, vars{"input": vars{"id": id, "name": "Late shift"}}) // changes nothing

		// Each person by themselves: one who is not of the partner does not keep the others out.
		tech, stranger := s.Users["tech@fabrikam.example"], s.Users["adele@contoso.example"]
		members := vars{"input": vars{"groupId": id, "userIds": []uid.ID{tech, stranger, "usr_nobody", tech}}}
		for range 2 {
			added := admin.MustQuery(t, addMembers, members)
			text := ""
			for i := range 4 {
				text += fmt.Sprintln(added.At("addGroupMembers", "results", i, "user", "userName"), added.At("addGroupMembers", "results", i, "userErrors", 0, "code"))
			}
			if want := "tech@fabrikam.example <nil>\n<nil> INVALID\n<nil> INVALID\ntech@fabrikam.example <nil>\n"; text != want || added.At("addGroupMembers", "group", "members", "totalCount") != 1.0 {
				t.Errorf("the people that were put in: %s", added.Raw)
			}
		}
		admin.MustQuery(t, removeMembers, vars{"input": vars{"groupId": id, "userIds": []uid.ID{tech}}})
		admin.MustQuery(t, removeMembers, vars{"input": vars{"groupId": id, "userIds": []uid.ID{tech}}})
		admin.MustQuery(t, addMembers, vars{"input": vars{"groupId": id, "userIds": []uid.ID{tech}}})
		if gone := admin.MustQuery(t, deleteGroup, vars{"input": vars{"id": id}}); gone.At("deleteGroup", "deletedGroupId") != id {
			t.Errorf("the deletion answers %s", gone.Raw)
		}
		want := []string{"group.create DONE", "group.update DONE", "group.member.add DONE", "group.member.remove DONE", "group.member.add DONE", "group.delete DONE"}
		if got := events(t, s, "Fabrikam"); !slices.Equal(got, want) {
			t.Errorf("the log has %v, should have %v", got, want)
		}
	})
}

// Groups belong to their partner: others find none, and who may not manage them is told so, and recorded.
func TestGroups_WhoSeesThemAndWhoMay(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := s.Group(t, "Fabrikam", "Admin agents")
		mutations := map[string]struct {
			document string
			input    vars
		}{
			"updateGroup": {updateGroup, vars{"id": id, "name": "Mine"}}, "deleteGroup": {deleteGroup, vars{"id": id}},
			"addGroupMembers":    {addMembers, vars{"groupId": id, "userIds": []uid.ID{s.Users["tech@fabrikam.example"]}}},
			"removeGroupMembers": {removeMembers, vars{"groupId": id, "userIds": []uid.ID{s.Users["tech@fabrikam.example"]}}},
		}
		for _, who := range []string{"tech@fabrikam.example", "admin@wingtip.example", "admin@contoso.example"} {
			c := s.As(t, who)
			if r := c.MustQuery(t, `query($id: ID!) { node(id: $id) { id } }`, vars{"id": id}); r.At("node") != nil {
				t.Errorf("%s sees the group", who)
			}
			for name, m := range mutations {
				if codes := c.Query(t, m.document, vars{"input": m.input}).Codes(); !slices.Equal(codes, []string{"NOT_FOUND"}) {
					t.Errorf("%s: %s answers %v", who, name, codes)
				}
			}
			want := "FORBIDDEN"
			if who == "admin@wingtip.example" {
				continue
			}
			if codes := c.Query(t, createGroup, vars{"input": vars{"name": "Mine"}}).Codes(); !slices.Equal(codes, []string{want}) {
				t.Errorf("%s: createGroup answers %v", who, codes)
			}
		}
		for name, m := range mutations {
			if codes := s.Anonymous(t).Query(t, m.document, vars{"input": m.input}).Codes(); !slices.Equal(codes, []string{"UNAUTHENTICATED"}) {
				t.Errorf("nobody: %s answers %v", name, codes)
			}
		}
		if got := events(t, s, "Fabrikam"); len(got) != 5 || got[0] != "group.create REFUSED" && got[0] != "group.update REFUSED" && got[0] != "group.delete REFUSED" && got[0] != "group.member.add REFUSED" && got[0] != "group.member.remove REFUSED" {
			t.Errorf("the refusals leave %v", got)
		}
	})
}

// Somebody who comes into a group while it is being deleted does not keep what it held, and the deletion does not fail.
func TestDeleteGroup_BesideThoseWhoComeIn(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin := s.As(t, "admin@fabrikam.example")
		for range 5 {
			made := admin.MustQuery(t, createGroup, vars{"input": vars{"name": "Short"}})
			id := made.At("createGroup", "group", "id")
			var group sync.WaitGroup
			group.Go(func() {
				_, _ = admin.TryQuery(addMembers, vars{"input": vars{"groupId": id, "userIds": []uid.ID{s.Users["tech@fabrikam.example"], s.Users["admin@fabrikam.example"]}}})
			})
			r, err := admin.TryQuery(deleteGroup, vars{"input": vars{"id": id}})
			group.Wait()
			if err != nil || r.At("deleteGroup", "deletedGroupId") != id {
				t.Errorf("the deletion answers %s %v", r.Raw, err)
			}
		}
	})
}
