package delegation_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
)

const leftBehind = `query($d: ID!, $first: Int, $after: Cursor) { node(id: $d) { ... on Delegation {
	usersLeftBehind(first: $first, after: $after) { totalCount edges { node { userName } } pageInfo { hasNextPage endCursor } }
	rolesLeftBehind { totalCount edges { roles node { userName } } }
	passwordsLeftBehind { totalCount edges { node { userName } } }
	domainsLeftBehind { totalCount edges { node { name } } }
	licensesLeftBehind { totalCount edges { node { user { userName } product { name } } } } } } }`

// left is what a person is told, in a line: the count of each list, and what stands in it.
func left(t *testing.T, c *apptest.Client, d uid.ID) string {
	t.Helper()
	r := c.MustQuery(t, leftBehind, vars{"d": d})
	var all []string
	for _, list := range []string{"users", "roles", "passwords", "domains", "licenses"} {
		at := []any{"node", list + "LeftBehind"}
		edges, _ := r.At(append(at, "edges")...).([]any)
		all = append(all, fmt.Sprint(list, " ", r.At(append(at, "totalCount")...)))
		for i := range edges {
			for _, path := range [][]any{{"node", "userName"}, {"node", "name"}, {"node", "user", "userName"}, {"roles"}} {
				if value := r.At(append(append(at, "edges", i), path...)...); value != nil {
					all = append(all, strings.TrimSuffix(fmt.Sprint(value), "@contoso.example"))
				}
			}
		}
	}
	return strings.Join(all, " ")
}

// do runs a mutation that must not be refused, in part or whole.
func do(t *testing.T, c *apptest.Client, mutation, input string, v vars) apptest.Result {
	t.Helper()
	r := c.MustQuery(t, fmt.Sprintf(`mutation($input: %s!) { %s(input: $input) { %s userErrors { code } } }`, input, mutation,
		map[bool]string{true: "domain { id }", false: "results { userErrors { code message } }"}[mutation == "addDomain"]), vars{"input": v})
	if strings.Contains(string(r.Raw), `"code"`) {
		t.Fatalf("%s: %s", mutation, r.Raw)
	}
	return r
}

func newUsers(organization uid.ID, roles []schematype.Role, names ...string) vars {
	users := make([]vars, len(names))
	for i, name := range names {
		users[i] = vars{"userName": name + "@contoso.example", "displayName": name, "email": name + "@mail.example", "roles": roles}
	}
	return vars{"organizationId": organization, "users": users}
}

// What a partner's people made is told exactly: not what others made, not what is gone, and for each delegation its own.
func TestLeftBehind_IsWhatStillStands_AndOrdinaryMutationsUndoIt(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin, tech := s.As(t, "admin@contoso.example"), s.As(t, "tech@fabrikam.example")
		contoso, adele, henry, uma := s.Organizations["Contoso"], s.Users["adele@contoso.example"], s.Users["henry@contoso.example"], s.Users["uma@contoso.example"]
		_, token := s.NewOffer(t, apptest.Offer{Trial: true, Roles: []schematype.Role{schematype.GlobalAdministrator}})
		done := admin.MustQuery(t, apptest.Accept, accept(token, admin.TermsOf(t, token)))
		first, _ := done.At("acceptOffer", "delegation", "id").(string)
		sub := done.At("acceptOffer", "subscription", "id")

		do(t, admin, "createUsers", "CreateUsersInput", newUsers(contoso, nil, "own"))
		do(t, admin, "assignRoles", "AssignRolesInput", vars{"userIds": []uid.ID{uma}, "roles": []string{"DOMAIN_NAME_ADMINISTRATOR"}})
		do(t, admin, "assignLicenses", "AssignLicensesInput", vars{"subscriptionId": sub, "userIds": []uid.ID{henry}})
		do(t, admin, "addDomain", "AddDomainInput", vars{"organizationId": contoso, "name": "own.contoso.test"})
		wantString(t, "before anything", left(t, admin, uid.ID(first)), "users 0 roles 0 passwords 0 domains 0 licenses 0")

		do(t, tech, "createUsers", "CreateUsersInput", newUsers(contoso, nil, "ann", "bob"))
		do(t, tech, "createUsers", "CreateUsersInput", newUsers(contoso, []schematype.Role{schematype.DirectoryReader}, "cleo"))
		do(t, tech, "assignRoles", "AssignRolesInput", vars{"userIds": []uid.ID{adele, uma}, "roles": []string{"LICENSE_ADMINISTRATOR", "DOMAIN_NAME_ADMINISTRATOR"}})
		do(t, tech, "resetPasswords", "ResetPasswordsInput", vars{"userIds": []uid.ID{adele, henry}})
		do(t, tech, "addDomain", "AddDomainInput", vars{"organizationId": contoso, "name": "left.contoso.test"})
		do(t, tech, "assignLicenses", "AssignLicensesInput", vars{"subscriptionId": sub, "userIds": []uid.ID{adele, uma}})
		all := "users 3 cleo bob ann roles 3 adele [LICENSE_ADMINISTRATOR DOMAIN_NAME_ADMINISTRATOR] cleo [DIRECTORY_READER] uma [LICENSE_ADMINISTRATOR] " +
			"passwords 2 adele henry domains 1 left.contoso.test licenses 2 uma adele"
		if got := left(t, admin, uid.ID(first)); byWord(got) != byWord(all) {
			t.Errorf("left behind is %s\nwant %s", got, all)
		}
		for _, who := range []string{"reader@contoso.example", "tech@fabrikam.example", "admin@fabrikam.example"} {
			wantString(t, who+" is told", left(t, s.As(t, who), uid.ID(first)), "users <nil> roles <nil> passwords <nil> domains <nil> licenses <nil>")
		}
		page := admin.MustQuery(t, leftBehind, vars{"d": first, "first": 2})
		rest := admin.MustQuery(t, leftBehind, vars{"d": first, "first": 2, "after": page.At("node", "usersLeftBehind", "pageInfo", "endCursor")})
		if edges, _ := rest.At("node", "usersLeftBehind", "edges").([]any); len(edges) != 1 || page.At("node", "usersLeftBehind", "pageInfo", "hasNextPage") != true {
			t.Errorf("the second page is %s", rest.Raw)
		}

		// A newer delegation begins with nothing, and the older one keeps what is its own.
		second := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.GlobalAdministrator)
		wantString(t, "the newer one", left(t, admin, second), "users 0 roles 0 passwords 0 domains 0 licenses 0")
		do(t, tech, "createUsers", "CreateUsersInput", newUsers(contoso, nil, "dan"))
		do(t, tech, "resetPasswords", "ResetPasswordsInput", vars{"userIds": []uid.ID{henry}})
		admin.MustQuery(t, remove, vars{"input": vars{"id": second}})
		wantString(t, "the newer one, deleted", left(t, admin, second), "users 1 dan roles 0 passwords 1 henry domains 0 licenses 0")
		if got, want := left(t, admin, uid.ID(first)), strings.Replace(all, "2 adele henry", "1 adele", 1); byWord(got) != byWord(want) {
			t.Errorf("the older one leaves behind %s\nwant %s", got, want)
		}

		// Undo, twice: repeated it is no fault.
		bob := userID(t, admin, "bob@contoso.example")
		for range 2 {
			do(t, admin, "deleteUsers", "DeleteUsersInput", vars{"ids": []uid.ID{bob, userID(t, admin, "cleo@contoso.example")}})
			do(t, admin, "setUsersEnabled", "SetUsersEnabledInput", vars{"ids": []uid.ID{userID(t, admin, "ann@contoso.example")}, "enabled": false})
			do(t, admin, "removeRoles", "RemoveRolesInput", vars{"userIds": []uid.ID{adele, uma}, "roles": []string{"LICENSE_ADMINISTRATOR"}})
			do(t, admin, "resetPasswords", "ResetPasswordsInput", vars{"userIds": []uid.ID{adele, henry}})
			do(t, admin, "removeLicenses", "RemoveLicensesInput", vars{"subscriptionId": sub, "userIds": []uid.ID{adele, uma}})
		}
		// Who assigns a role again has assigned it.
		do(t, admin, "removeRoles", "RemoveRolesInput", vars{"userIds": []uid.ID{adele}, "roles": []string{"DOMAIN_NAME_ADMINISTRATOR"}})
		do(t, admin, "assignRoles", "AssignRolesInput", vars{"userIds": []uid.ID{adele}, "roles": []string{"DOMAIN_NAME_ADMINISTRATOR"}})
		wantString(t, "after undoing", left(t, admin, uid.ID(first)), "users 1 ann roles 0 passwords 0 domains 1 left.contoso.test licenses 0")
	})
}

// byWord makes lists of one moment, whose order is not told, alike.
func byWord(text string) string {
	words := strings.Fields(text)
	slices.Sort(words)
	return strings.Join(words, " ")
}

func userID(t *testing.T, c *apptest.Client, userName string) uid.ID {
	t.Helper()
	r := c.MustQuery(t, `query($s: String) { viewer { organization { all: users(search: $s) { edges { node { id } } } deleted: users(search: $s, filter: {deleted: true}) { edges { node { id } } } } } }`, vars{"s": userName})
	for _, list := range []string{"all", "deleted"} {
		if id, ok := r.At("viewer", "organization", list, "edges", 0, "node", "id").(string); ok {
			return uid.ID(id)
		}
	}
	t.Fatalf("%s is not there: %s", userName, r.Raw)
	return ""
}
