package delegation_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
)

const (
	extents = `extents { permission count total administrators allAdministrators }`
	able    = `query($o: ID!) { node(id: $o) { ... on Organization { viewerCanCreateUsers 
		users(first: 100) { edges { node { roles viewerCanUpdate viewerCanSetEnabled viewerCanDelete viewerCanResetPassword viewerCanAssignRoles } } } } } }`
)

// What is told of a role before it is given and after is what its holder finds that they may do.
func TestExtents_AreWhatThePartnerMayDo(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin, tech := s.As(t, "admin@contoso.example"), s.As(t, "tech@fabrikam.example")
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			if err := tx.User.UpdateOneID(s.Users["henry@contoso.example"]).SetProtected(true).Exec(ctx); err != nil {
				return err
			}
			return tx.User.UpdateOneID(s.Users["adele@contoso.example"]).ClearEmail().Exec(ctx)
		})
		do(t, admin, "createUsers", "CreateUsersInput", newUsers(s.Organizations["Contoso"], nil, "ann", "bob", "cleo"))
		do(t, admin, "setUsersEnabled", "SetUsersEnabledInput", vars{"ids": []uid.ID{userID(t, admin, "bob@contoso.example")}, "enabled": false})
		do(t, admin, "deleteUsers", "DeleteUsersInput", vars{"ids": []uid.ID{userID(t, admin, "cleo@contoso.example")}})

		for _, role := range schematype.AllRoles {
			_, token := s.NewOffer(t, apptest.Offer{Roles: []schematype.Role{role, schematype.DirectoryReader}})
			before := fmt.Sprint(admin.MustQuery(t, `query($t: String!, $r: [Role!]) { offer(token: $t) { `+`extents(roles: $r) { permission count total administrators allAdministrators } } }`,
				vars{"t": token, "r": []schematype.Role{role}}).At("offer", "extents"))
			done := admin.MustQuery(t, apptest.Accept, vars{"input": vars{
				"token": token, "delegatedAdministration": true, "termsSha256": admin.TermsOf(t, token), "roles": []schematype.Role{role},
			}})
			d := done.At("acceptOffer", "delegation", "id")
			after := admin.MustQuery(t, `query($d: ID!) { node(id: $d) { ... on Delegation { `+extents+` } } }`, vars{"d": d})
			if got := fmt.Sprint(after.At("node", "extents")); got != before {
				t.Errorf("%s: before %s, after %s", role, before, got)
			}
			r := tech.MustQuery(t, able, vars{"o": s.Organizations["Contoso"]})
			users, _ := r.At("node", "users", "edges").([]any)
			for permission, field := range map[string]string{
				"users.update": "viewerCanUpdate", "users.enable": "viewerCanSetEnabled", "users.delete": "viewerCanDelete",
				"users.password.reset": "viewerCanResetPassword", "roles.assign": "viewerCanAssignRoles",
			} {
				var may, administrators float64
				for i := range users {
					if r.At("node", "users", "edges", i, "node", field) == true {
						may++
						if roles, _ := r.At("node", "users", "edges", i, "node", "roles").([]any); len(roles) > 0 {
							administrators++
						}
					}
				}
				want := fmt.Sprintf("[%v 7 %v 4]", may, administrators)
				if got := extentOf(after, permission); got != want {
					t.Errorf("%s, %s: told %s, found %s", role, permission, got, want)
				}
			}
			if creates := extentOf(after, "users.create") != "[0 7 0 4]"; creates != (r.At("node", "viewerCanCreateUsers") == true) {
				t.Errorf("%s: creates users: told %t", role, creates)
			}
		}
	})
}

func extentOf(r apptest.Result, permission string) string {
	list, _ := r.At("node", "extents").([]any)
	for i := range list {
		at := func(name string) any { return r.At("node", "extents", i, name) }
		if at("permission") == permission {
			return fmt.Sprint([]any{at("count"), at("total"), at("administrators"), at("allAdministrators")})
		}
	}
	return ""
}

// The least that would have done follows from what was done, and to whom.
func TestLeastRoles_WouldHaveDone(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin, tech := s.As(t, "admin@contoso.example"), s.As(t, "tech@fabrikam.example")
		contoso, adele, uma := s.Organizations["Contoso"], s.Users["adele@contoso.example"], s.Users["uma@contoso.example"]
		d := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.GlobalAdministrator)
		least := func(c *apptest.Client) string {
			return fmt.Sprint(c.MustQuery(t, `query($d: ID!) { node(id: $d) { ... on Delegation { leastRoles } } }`, vars{"d": d}).At("node", "leastRoles"))
		}
		wantString(t, "nothing done", least(admin), "[]")
		for _, step := range []struct {
			what string
			act  func()
			want string
		}{
			{"a user's password", func() { do(t, tech, "resetPasswords", "ResetPasswordsInput", vars{"userIds": []uid.ID{adele}}) }, "[HELPDESK_ADMINISTRATOR]"},
			{"refused", func() {
				s.As(t, "tech@wingtip.example").Query(t, contact, vars{"input": vars{"organizationId": contoso, "name": "x"}})
			}, "[HELPDESK_ADMINISTRATOR]"},
			{"by the customer", func() {
				do(t, admin, "setUsersEnabled", "SetUsersEnabledInput", vars{"ids": []uid.ID{adele}, "enabled": false})
			}, "[HELPDESK_ADMINISTRATOR]"},
			{"an administrator's password", func() { do(t, tech, "resetPasswords", "ResetPasswordsInput", vars{"userIds": []uid.ID{uma}}) }, "[USER_ADMINISTRATOR]"},
			{"users", func() { do(t, tech, "createUsers", "CreateUsersInput", newUsers(contoso, nil, "ann")) }, "[USER_ADMINISTRATOR]"},
			{"the contact", func() { tech.MustQuery(t, contact, vars{"input": vars{"organizationId": contoso, "name": "Desk"}}) }, "[USER_ADMINISTRATOR]"},
			{"a domain", func() {
				do(t, tech, "addDomain", "AddDomainInput", vars{"organizationId": contoso, "name": "more.contoso.test"})
			}, "[USER_ADMINISTRATOR DOMAIN_NAME_ADMINISTRATOR]"},
			{"a small role", func() {
				do(t, tech, "assignRoles", "AssignRolesInput", vars{"userIds": []uid.ID{adele}, "roles": []string{"DIRECTORY_READER"}})
			}, "[USER_ADMINISTRATOR DOMAIN_NAME_ADMINISTRATOR PRIVILEGED_ROLE_ADMINISTRATOR]"},
			{"the largest role", func() {
				do(t, tech, "createUsers", "CreateUsersInput", newUsers(contoso, []schematype.Role{schematype.GlobalAdministrator}, "boss"))
			}, "[GLOBAL_ADMINISTRATOR]"},
		} {
			step.act()
			wantString(t, "after "+step.what+" the least", least(admin), step.want)
		}
		wantString(t, "the partner is told", least(tech), "<nil>")
		later, err := directory.LeastRoles(system, s.Store, []uid.ID{d}, time.Now().Add(time.Hour))
		if roles, known := later[d]; err != nil || !known || roles != 0 {
			t.Errorf("later nothing was done: %v, %t, %v", roles, known, err)
		}
	})
}
