package directory_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

type vars = apptest.Vars

var system = viewer.NewContext(context.Background(), viewer.System)

const (
	admin    = "admin@contoso.example"
	uma      = "uma@contoso.example"
	henry    = "henry@contoso.example"
	adele    = "adele@contoso.example"
	reader   = "reader@contoso.example"
	tech     = "tech@fabrikam.example"
	stranger = "tech@wingtip.example"
)

// mutate runs a mutation on several users and returns, for each, the code of why nothing was done; or the code of the
// whole request alone.
func mutate(t *testing.T, c *apptest.Client, mutation, input string, v vars) []string {
	t.Helper()
	text := fmt.Sprintf(`mutation($input: %s!) { %s(input: $input) { results { user { id userName enabled roles protected deletedAt } userErrors { code message field } } userErrors { code message } } }`, input, mutation)
	r := c.Query(t, text, vars{"input": v})
	if len(r.Errors) > 0 {
		return r.Codes()
	}
	if whole := r.UserErrors(mutation); len(whole) > 0 {
		return whole
	}
	results, _ := r.At(mutation, "results").([]any)
	codes := make([]string, len(results))
	for i := range results {
		if list, _ := r.At(mutation, "results", i, "userErrors").([]any); len(list) > 0 {
			codes[i], _ = r.At(mutation, "results", i, "userErrors", 0, "code").(string)
		}
	}
	return codes
}

func setEnabled(t *testing.T, c *apptest.Client, enabled bool, ids ...uid.ID) []string {
	t.Helper()
	return mutate(t, c, "setUsersEnabled", "SetUsersEnabledInput", vars{"ids": append([]uid.ID{}, ids...), "enabled": enabled})
}

func deleteUsers(t *testing.T, c *apptest.Client, ids ...uid.ID) []string {
	t.Helper()
	return mutate(t, c, "deleteUsers", "DeleteUsersInput", vars{"ids": ids})
}

func restore(t *testing.T, c *apptest.Client, ids ...uid.ID) []string {
	t.Helper()
	return mutate(t, c, "restoreUsers", "RestoreUsersInput", vars{"ids": ids})
}

func protect(t *testing.T, c *apptest.Client, protected bool, ids ...uid.ID) []string {
	t.Helper()
	return mutate(t, c, "setUsersProtected", "SetUsersProtectedInput", vars{"ids": ids, "protected": protected})
}

func assign(t *testing.T, c *apptest.Client, role schematype.Role, ids ...uid.ID) []string {
	t.Helper()
	return mutate(t, c, "assignRoles", "AssignRolesInput", vars{"userIds": ids, "roles": []schematype.Role{role}})
}

func remove(t *testing.T, c *apptest.Client, role schematype.Role, ids ...uid.ID) []string {
	t.Helper()
	return mutate(t, c, "removeRoles", "RemoveRolesInput", vars{"userIds": ids, "roles": []schematype.Role{role}})
}

func update(t *testing.T, c *apptest.Client, input vars) []string {
	t.Helper()
	r := c.Query(t, `mutation($input: UpdateUserInput!) { updateUser(input: $input) { user { displayName userName email } userErrors { code field } } }`, vars{"input": input})
	if len(r.Errors) > 0 {
		return r.Codes()
	}
	return r.UserErrors("updateUser")
}

// create creates users and returns, for each line, "created", "there" or the code of why not, and the id.
func create(t *testing.T, c *apptest.Client, organization uid.ID, dryRun bool, users ...vars) (how []string, ids []uid.ID) {
	t.Helper()
	r := c.Query(t, `mutation($input: CreateUsersInput!) { createUsers(input: $input) { results { index created user { id createdBy { name } } userErrors { code field } } userErrors { code } } }`,
		vars{"input": vars{"organizationId": organization, "users": users, "dryRun": dryRun}})
	if len(r.Errors) > 0 {
		return r.Codes(), nil
	}
	results, _ := r.At("createUsers", "results").([]any)
	for i := range results {
		id, _ := r.At("createUsers", "results", i, "user", "id").(string)
		ids = append(ids, uid.ID(id))
		code, _ := r.At("createUsers", "results", i, "userErrors", 0, "code").(string)
		switch {
		case code != "":
			how = append(how, code)
		case r.At("createUsers", "results", i, "created") == true:
			how = append(how, "created")
		default:
			how = append(how, "there")
		}
	}
	return how, ids
}

func wantCodes(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

// actions are those of an organization's audit log, oldest first, with what was refused in brackets.
func actions(t *testing.T, s *apptest.Server, organization, prefix string) []string {
	t.Helper()
	var out []string
	for _, e := range s.Store.Ent().AuditEvent.Query().Where(auditevent.OrganizationID(s.Organizations[organization])).Order(auditevent.BySequence()).AllX(system) {
		if strings.HasPrefix(e.Action, prefix) {
			name := e.Action
			if e.Result == schematype.AuditRefused {
				name = "(" + name + ")"
			}
			out = append(out, name)
		}
	}
	if err := audit.Verify(system, s.Store, s.Organizations[organization]); err != nil {
		t.Error(err)
	}
	return out
}

func newUser(name string, more ...any) vars {
	v := vars{"userName": name + "@contoso.example", "displayName": strings.ToUpper(name[:1]) + name[1:], "email": name + "@mail.example"}
	for i := 0; i+1 < len(more); i += 2 {
		v[more[i].(string)] = more[i+1]
	}
	return v
}

// The story of a user whom a partner makes.
func TestUsers_OnBehalf_FromTheFirstLineToTheLast(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		contoso := s.Organizations["Contoso"]
		d := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		partner, own := s.As(t, tech), s.As(t, admin)

		how, ids := create(t, partner, contoso, false, newUser("grady"), newUser("lee", "email", nil))
		wantCodes(t, "create", how, "created", "created")
		grady := ids[0]
		made := s.Store.Ent().User.GetX(system, grady)
		if made.CreatedByID != s.Partners["Fabrikam"] || made.PasswordHash != "" || made.OrganizationID != contoso {
			t.Errorf("the new user is %+v", made)
		}
		r := own.MustQuery(t, `query($id: ID!) { node(id: $id) { ... on User { createdBy { name } viewerCanProtect viewerCanCreatePasswordCode } } }`, vars{"id": grady})
		if r.At("node", "createdBy", "name") != "Fabrikam" || r.At("node", "viewerCanProtect") != true {
			t.Errorf("the customer sees %s", r.Raw)
		}
		wantCodes(t, "rename", update(t, partner, vars{"id": grady, "displayName": "Grady Archie"}))
		wantCodes(t, "move the mailbox on behalf", update(t, partner, vars{"id": grady, "email": "elsewhere@fabrikam.example"}), "FORBIDDEN")
		wantCodes(t, "the same mailbox", update(t, partner, vars{"id": grady, "email": "Grady@Mail.example"}))
		wantCodes(t, "move the mailbox", update(t, own, vars{"id": grady, "email": "archie@mail.example"}))
		wantCodes(t, "disable", setEnabled(t, partner, false, grady, ids[1]), "", "")
		wantCodes(t, "disable again", setEnabled(t, partner, false, grady), "")
		wantCodes(t, "enable", setEnabled(t, partner, true, grady), "")
		wantCodes(t, "delete", deleteUsers(t, partner, grady, grady), "", "")
		wantCodes(t, "rename a deleted one", update(t, partner, vars{"id": grady, "displayName": "X"}), "CONFLICT")
		wantCodes(t, "restore", restore(t, partner, grady, ids[1]), "", "")
		if u := s.Store.Ent().User.GetX(system, grady); !u.Enabled || u.DeletedAt != nil {
			t.Errorf("restored: enabled %t, deleted at %v", u.Enabled, u.DeletedAt)
		}
		wantCodes(t, "assign on behalf without the role for it", assign(t, partner, schematype.DirectoryReader, grady), "FORBIDDEN")
		wantCodes(t, "protect on behalf", protect(t, partner, true, grady), "FORBIDDEN")
		wantCodes(t, "protect", protect(t, own, true, grady), "")
		wantCodes(t, "disable a protected one", setEnabled(t, partner, false, grady, ids[1]), "FORBIDDEN", "")
		wantCodes(t, "a stranger", setEnabled(t, s.As(t, stranger), false, grady), "NOT_FOUND")
		wantCodes(t, "without a role", setEnabled(t, s.As(t, adele), false, grady), "NOT_FOUND")
		wantCodes(t, "a reader", setEnabled(t, s.As(t, reader), false, grady), "FORBIDDEN")
		wantCodes(t, "nobody", setEnabled(t, s.Anonymous(t), false, grady), "UNAUTHENTICATED")
		own.MustQuery(t, `mutation($id: ID!) { deleteDelegation(input: {id: $id}) { userErrors { code } } }`, vars{"id": d})
		wantCodes(t, "after the end", setEnabled(t, partner, false, ids[1]), "NOT_FOUND")

		wantCodes(t, "the log", actions(t, s, "Contoso", "user."),
			"user.create", "user.create", "user.update", "(user.update)", "user.update", "user.disable", "user.disable", "user.enable",
			"user.delete", "user.restore", "(user.role.assign)", "(user.protect)", "user.protect", "(user.disable)",
			"(user.disable)", "(user.disable)", "(user.disable)")
	})
}

func TestUsers_ACallForManyIsJudgedOneByOne(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		c := s.As(t, uma)
		wantCodes(t, "mixed", setEnabled(t, c, false, s.Users[henry], s.Users[admin], s.Users[uma], s.Users["nina@northwind.example"], "nothing"),
			"", "FORBIDDEN", "CONFLICT", "NOT_FOUND", "NOT_FOUND")
		wantCodes(t, "all unseen", setEnabled(t, c, false, s.Users["nina@northwind.example"], "nothing"), "NOT_FOUND")
		wantCodes(t, "none", setEnabled(t, c, false), "INVALID")
		wantCodes(t, "too many", setEnabled(t, c, false, make([]uid.ID, 101)...), "INVALID")
		wantCodes(t, "no role", mutate(t, s.As(t, admin), "assignRoles", "AssignRolesInput", vars{"userIds": []uid.ID{s.Users[adele]}, "roles": []string{}}), "INVALID")
	})
}

func TestUsers_ProtectedAndHigherOnes_OnBehalf(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator, schematype.PrivilegedRoleAdministrator)
		c := s.As(t, tech)
		wantCodes(t, "disable the Global Administrator", setEnabled(t, c, false, s.Users[admin]), "FORBIDDEN")
		wantCodes(t, "rename them", update(t, c, vars{"id": s.Users[admin], "displayName": "Mallory"}), "FORBIDDEN")
		wantCodes(t, "reset their password", mutate(t, c, "resetPasswords", "ResetPasswordsInput", vars{"userIds": []uid.ID{s.Users[admin], s.Users[adele]}}), "FORBIDDEN", "")
		wantCodes(t, "make an accomplice", assign(t, c, schematype.GlobalAdministrator, s.Users[adele]), "FORBIDDEN")
		wantCodes(t, "assign what they hold", assign(t, c, schematype.UserAdministrator, s.Users[adele]), "")
		how, _ := create(t, c, s.Organizations["Contoso"], false, newUser("mallory", "roles", []string{"GLOBAL_ADMINISTRATOR"}), newUser("desk", "roles", []string{"HELPDESK_ADMINISTRATOR"}))
		wantCodes(t, "create one above", how, "FORBIDDEN", "created")
		wantCodes(t, "unprotect", protect(t, c, false, s.Users[adele]), "FORBIDDEN")
		roles := c.MustQuery(t, `query($id: ID!) { node(id: $id) { ... on Organization { assignableRoles viewerCanCreateUsers } } }`, vars{"id": s.Organizations["Contoso"]})
		if got := fmt.Sprint(roles.At("node", "assignableRoles")); strings.Contains(got, "GLOBAL_") || !strings.Contains(got, "USER_ADMINISTRATOR") || roles.At("node", "viewerCanCreateUsers") != true {
			t.Errorf("they are told: %s", roles.Raw)
		}
	})
}

// However removals, deletions and disablings meet: one enabled Global Administrator stays.
func TestUsers_OneGlobalAdministratorStays(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		replica := s
		if db.Dialect == "postgres" {
			replica = s.NewReplica(t, db)
		}
		first := s.As(t, admin)
		wantCodes(t, "the only one", remove(t, first, schematype.GlobalAdministrator, s.Users[admin]), "LAST_GLOBAL_ADMINISTRATOR")
		people := []string{adele, henry, reader, uma}
		for round := range 6 {
			ids := []uid.ID{s.Users[admin]}
			clients := []*apptest.Client{s.As(t, admin)}
			for i, name := range people {
				ids = append(ids, s.Users[name])
				clients = append(clients, []*apptest.Server{s, replica}[i%2].As(t, name))
			}
			s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
				return tx.User.Update().Where(user.IDIn(ids...)).SetRoleSet(schematype.Roles(schematype.GlobalAdministrator)).SetEnabled(true).ClearDeletedAt().Exec(ctx)
			})
			var group sync.WaitGroup
			for i, c := range clients { // each goes for the next one: nobody for themselves
				target := ids[(i+1)%len(ids)]
				group.Go(func() {
					documents := []string{
						`mutation($id: ID!) { removeRoles(input: {userIds: [$id], roles: [GLOBAL_ADMINISTRATOR]}) { userErrors { code } } }`,
						`mutation($id: ID!) { setUsersEnabled(input: {ids: [$id], enabled: false}) { userErrors { code } } }`,
						`mutation($id: ID!) { deleteUsers(input: {ids: [$id]}) { userErrors { code } } }`,
					}
					if _, err := c.TryQuery(documents[(round+i)%3], vars{"id": target}); err != nil {
						t.Error(err)
					}
				})
			}
			group.Wait()
			left := s.Store.Ent().User.Query().Where(user.OrganizationID(s.Organizations["Contoso"]), user.Enabled(true), user.RoleSet(schematype.Roles(schematype.GlobalAdministrator))).CountX(system)
			if left < 1 {
				t.Fatalf("after round %d nobody is left", round)
			}
		}
	})
}

func TestCreateUsers_LineByLine(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		c, contoso := s.As(t, uma), s.Organizations["Contoso"]
		before := s.Store.Ent().User.Query().CountX(system)
		lines := []vars{
			newUser("grady"),
			newUser("GRADY", "displayName", "Grady", "email", "Grady@MAIL.example"), // the same in other letters
			newUser("grady", "displayName", "Another"),
			newUser("adele"),
			newUser("x", "userName", "x@northwind.example"),
			newUser("x", "userName", "not a name"),
			newUser("x", "displayName", " "),
			newUser("x", "email", "a@b@c"),
			newUser("x", "roles", []string{"HELPDESK_ADMINISTRATOR"}), // for who assigns roles alone
			newUser("straße", "userName", "STRASSE@contoso.example"),
			newUser("cafe", "userName", "cafe\u0301@contoso.example", "displayName", "Café"),
			newUser("cafe", "userName", "CAF\u00c9@contoso.example", "displayName", "Other"),
		}
		want := []string{"created", "there", "CONFLICT", "CONFLICT", "INVALID", "INVALID", "INVALID", "INVALID", "FORBIDDEN", "created", "created", "CONFLICT"}
		dry := slices.Clone(want)
		for i, how := range dry {
			if how == "created" {
				dry[i] = "there" // nothing is
			}
		}
		how, ids := create(t, c, contoso, true, lines...)
		wantCodes(t, "a dry run", how, dry...)
		if n := s.Store.Ent().User.Query().CountX(system); n != before || ids[0] != "" {
			t.Errorf("a dry run made %d users", n-before)
		}
		how, ids = create(t, c, contoso, false, lines...)
		wantCodes(t, "a run", how, want...)
		if ids[0] == "" || ids[0] != ids[1] {
			t.Errorf("two ways to write one name are %v", ids[:2])
		}
		for i, how := range want {
			if how == "created" {
				want[i] = "there"
			}
		}
		how, again := create(t, c, contoso, false, lines...)
		wantCodes(t, "the same again", how, want...)
		if ids[0] != again[0] {
			t.Error("repeated, it names another user")
		}
		if n := s.Store.Ent().OutboxMessage.Query().CountX(system); n != 3 {
			t.Errorf("%d mails wait, want one for each who was created", n)
		}
		wantCodes(t, "delete", deleteUsers(t, c, ids[0]), "")
		how, _ = create(t, c, contoso, false, newUser("grady"))
		wantCodes(t, "the name of a deleted one", how, "CONFLICT")
		how, _ = create(t, s.As(t, henry), contoso, false, newUser("other"))
		wantCodes(t, "a Helpdesk Administrator", how, "FORBIDDEN")
		how, _ = create(t, s.As(t, stranger), contoso, false, newUser("other"))
		wantCodes(t, "a stranger", how, "NOT_FOUND")
	})
}

// The same names at the same time, from several servers: one of each.
func TestCreateUsers_AtTheSameTime_OneOfEachName(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		other := s
		if db.Dialect == "postgres" {
			other = s.NewReplica(t, db)
		}
		var group sync.WaitGroup
		var mu sync.Mutex
		created := 0
		for i := range 8 {
			c := []*apptest.Server{s, other}[i%2].As(t, uma)
			group.Go(func() {
				r, err := c.TryQuery(`mutation($input: CreateUsersInput!) { createUsers(input: $input) { results { created userErrors { code } } } }`,
					vars{"input": vars{"organizationId": s.Organizations["Contoso"], "users": []vars{newUser("grady"), newUser("lee")}}})
				mu.Lock()
				defer mu.Unlock()
				if err != nil || len(r.Errors) > 0 {
					t.Errorf("%v %s", err, r.Raw)
				}
				created += strings.Count(r.Raw, `"created":true`)
			})
		}
		group.Wait()
		if created != 2 {
			t.Errorf("%d were created, want 2", created)
		}
	})
}

func TestUpdateUser_ANameIsTakenOnce(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		c := s.As(t, admin)
		wantCodes(t, "taken in other letters", update(t, c, vars{"id": s.Users[adele], "userName": "HENRY@Contoso.example"}), "CONFLICT")
		wantCodes(t, "another's domain", update(t, c, vars{"id": s.Users[adele], "userName": "adele@northwind.example"}), "INVALID")
		wantCodes(t, "several faults", update(t, c, vars{"id": s.Users[adele], "displayName": "", "email": "x"}), "INVALID", "INVALID")
		wantCodes(t, "a new one", update(t, c, vars{"id": s.Users[adele], "userName": "Adele.Vance@contoso.example", "email": ""}))
		u := s.Store.Ent().User.GetX(system, s.Users[adele])
		if u.UserName != "adele.vance@contoso.example" || u.Email != nil {
			t.Errorf("now %s, %v", u.UserName, u.Email)
		}
		wantCodes(t, "the same again", update(t, c, vars{"id": s.Users[adele], "userName": "adele.vance@contoso.example"}))
	})
}

func TestUsers_ListSearchFilterAndOrder(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		c, contoso := s.As(t, admin), s.Organizations["Contoso"]
		_, ids := create(t, c, contoso, false, newUser("zoe", "displayName", "Zoë O'Brien-Smith", "email", "zoe@mail.example"),
			newUser("gone", "displayName", "Gone Girl"), newUser("off", "displayName", "Off", "enabled", false))
		wantCodes(t, "delete", deleteUsers(t, c, ids[1]), "")
		list := func(c *apptest.Client, args string) string {
			r := c.MustQuery(t, `query($o: ID!) { node(id: $o) { ... on Organization { users(`+args+`) { totalCount edges { cursor node { userName } } } } } }`, vars{"o": contoso})
			edges, _ := r.At("node", "users", "edges").([]any)
			var names []string
			for i := range edges {
				name, _, _ := strings.Cut(r.At("node", "users", "edges", i, "node", "userName").(string), "@")
				names = append(names, name)
			}
			if total := r.At("node", "users", "totalCount"); !strings.Contains(args, "first: 2") && total != float64(len(names)) {
				t.Errorf("%s: %v of %v", args, len(names), total)
			}
			return strings.Join(names, " ")
		}
		for args, want := range map[string]string{
			`first: 100`:      "adele admin henry off reader uma zoe",
			`search: "ZOË"`:   "zoe",
			`search: "smi"`:   "zoe",
			`search: "o'b z"`: "zoe",
			`search: "brien"`: "zoe",
			`search: "rien"`:  "",
			`search: "zoe@m"`: "zoe",
			`search: "a"`:     "adele admin", // "admin of Contoso"
			`search: "a%"`:    "",
			`search: "gone"`:  "",
			`search: "gone", filter: {deleted: true}`:                "gone",
			`filter: {deleted: true}`:                                "gone",
			`filter: {enabled: false}`:                               "off",
			`filter: {role: USER_ADMINISTRATOR}`:                     "uma",
			`filter: {createdByPartner: true}`:                       "",
			`first: 2, orderBy: {field: USER_NAME, direction: DESC}`: "zoe uma",
			`first: 2, orderBy: {field: CREATED_AT, direction: DESC}, filter: {createdByPartner: false}`: "zoe off",
		} {
			got := list(c, args)
			if strings.Contains(args, "CREATED_AT") { // both were made at one moment
				if got != want && got != "off zoe" {
					t.Errorf("%s: %q, want %q", args, got, want)
				}
			} else if got != want {
				t.Errorf("%s: %q, want %q", args, got, want)
			}
		}
		r := s.As(t, adele).Query(t, `{ viewer { canReadUsers organization { users { totalCount } } } }`, nil)
		wantCodes(t, "without a role", r.Codes(), "FORBIDDEN")
	})
}

// A page costs the same number of statements however long it is, with everything that a viewer may do to each row.
func TestUsers_CostAFixedNumberOfStatements(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		var lines []vars
		for i := range 60 {
			lines = append(lines, newUser(fmt.Sprintf("user%d", i)))
		}
		partner := s.As(t, tech)
		create(t, partner, s.Organizations["Contoso"], false, lines...)
		for name, c := range map[string]struct {
			client *apptest.Client
			most   int64
		}{
			"own":       {s.As(t, admin), 4}, // the session, the organization, the list, the partners
			"on behalf": {partner, 5},        // and the delegation
		} {
			for _, size := range []int{5, 60} {
				body := fmt.Sprintf(`{"query":"{ node(id: \"%s\") { ... on Organization { users(first: %d, search: \"user\") { edges { node { id displayName userName email enabled roles createdAt protected deletedAt restorableUntil createdBy { name } viewerCanUpdate viewerCanChangeEmail viewerCanSetEnabled viewerCanDelete viewerCanRestore viewerCanResetPassword viewerCanCreatePasswordCode viewerCanAssignRoles viewerCanProtect } } } } } }"}`,
					s.Organizations["Contoso"], size)
				r := httptest.NewRequest("POST", s.URL+"/graphql", strings.NewReader(body))
				r.Header.Set("Content-Type", "application/json")
				for _, cookie := range c.client.HTTP.Jar.Cookies(r.URL) {
					r.AddCookie(cookie)
				}
				ctx, n := store.CountStatements(r.Context())
				w := httptest.NewRecorder()
				s.Handler.ServeHTTP(w, r.WithContext(ctx))
				if got := strings.Count(w.Body.String(), `"viewerCanUpdate":true`); got != size {
					t.Fatalf("%s: %d rows: %s", name, got, w.Body)
				}
				if n.Load() != c.most {
					t.Errorf("%s: %d users cost %d statements, want %d", name, size, n.Load(), c.most)
				}
			}
		}
	})
}

func TestPurge_EmptiesWhoWasDeletedLongAgo(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		c := s.As(t, admin)
		wantCodes(t, "delete", deleteUsers(t, c, s.Users[adele], s.Users[henry]), "", "")
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(s.Users[adele]).SetDeletedAt(tx.Now.Add(-30*24*time.Hour - time.Minute)).Exec(ctx)
		})
		wantCodes(t, "restore after 30 days", restore(t, c, s.Users[adele]), "EXPIRED")
		for range 2 {
			if err := s.Directory.Purge(system); err != nil {
				t.Fatal(err)
			}
		}
		u := s.Store.Ent().User.GetX(system, s.Users[adele])
		if u.PurgedAt == nil || u.Email != nil || u.PasswordHash != "" || strings.Contains(strings.ToLower(u.UserName+u.DisplayName), "adele") {
			t.Errorf("what is left: %+v", u)
		}
		if s.Store.Ent().User.GetX(system, s.Users[henry]).PurgedAt != nil {
			t.Error("somebody deleted just now was emptied, too")
		}
		wantCodes(t, "restore the emptied", restore(t, c, s.Users[adele], s.Users[henry]), "NOT_FOUND", "")
		how, _ := create(t, c, s.Organizations["Contoso"], false, newUser("adele"))
		wantCodes(t, "the name is free", how, "created")
		wantCodes(t, "the log", actions(t, s, "Contoso", "user.")[2:], "user.purge", "(user.restore)", "user.restore", "user.create")
	})
}

// Who was deleted owns no address any more, and neither signs in nor acts.
func TestDeletedUsers_AreFoundByNobody(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(s.Users[uma]).SetEmail("uma@private.example").Exec(ctx)
		})
		owners := func() int {
			ids, err := directory.Owners(system, s.Store.Ent(), "uma@private.example")
			if err != nil {
				t.Fatal(err)
			}
			return len(ids)
		}
		if owners() != 1 {
			t.Fatal("nobody owns the address")
		}
		theirs := s.As(t, uma)
		wantCodes(t, "delete", deleteUsers(t, s.As(t, admin), s.Users[uma]), "")
		if owners() != 0 {
			t.Error("a deleted user owns the address")
		}
		wantCodes(t, "act in the old session", setEnabled(t, theirs, false, s.Users[adele]), "UNAUTHENTICATED")
		r := s.Anonymous(t).MustQuery(t, `mutation { signIn(input: {userName: "uma@contoso.example", password: "`+apptest.Password+`"}) { viewer { user { id } } userErrors { code } } }`, nil)
		wantCodes(t, "sign in", r.UserErrors("signIn"), "WRONG_CREDENTIALS")
		wantCodes(t, "restore", restore(t, s.As(t, admin), s.Users[uma]), "")
		r = s.Anonymous(t).MustQuery(t, `mutation { signIn(input: {userName: "uma@contoso.example", password: "`+apptest.Password+`"}) { viewer { user { id } } userErrors { code } } }`, nil)
		wantCodes(t, "sign in again", r.UserErrors("signIn"))
	})
}
