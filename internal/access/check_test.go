package access_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

type vars = apptest.Vars

const (
	checkAccess = `query($checks: [AccessCheckInput!]!) { checkAccess(checks: $checks) { allowed reason role delegation { id } } }`
	explain     = `query($u: ID!, $o: ID!, $p: String!) { explainAccess(userId: $u, organizationId: $o, permission: $p) { decision { allowed reason } steps { kind holds text node { __typename id } } } }`
	accessible  = `query($p: String!) { accessibleOrganizations(permission: $p) { totalCount edges { cursor node { displayName } } } }`

	unseen = "There is no such person or organization, or no access there that you may see."
)

// Each question is answered as the person asked about could act, to those who may ask; to others as if nothing were there.
func TestCheckAccess_WhoMayAskAboutWhom(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		d := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.HelpdeskAdministrator, schematype.UserAdministrator)
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(s.Users["admin@wingtip.example"]).SetEnabled(false).Exec(ctx)
		})
		for _, c := range []struct{ asks, about, at, permission, want string }{
			{"adele@contoso.example", "adele@contoso.example", "Contoso", "organization.read", "yes: Everybody may do this in their own organization."},
			{"adele@contoso.example", "adele@contoso.example", "Contoso", "users.read", "no: None of the roles of Adele of Contoso includes this."},
			{"adele@contoso.example", "uma@contoso.example", "Contoso", "users.read", "unseen"}, // Adele may not read users
			{"henry@contoso.example", "uma@contoso.example", "Contoso", "organization.contact.update", "yes USER_ADMINISTRATOR: Uma of Contoso is User Administrator in their own organization."},
			{"henry@contoso.example", "uma@contoso.example", "Northwind", "users.read", "unseen"},
			{"tech@fabrikam.example", "tech@fabrikam.example", "Contoso", "organization.contact.update", "yes under d USER_ADMINISTRATOR: Tech of Fabrikam is User Administrator at this customer through the group Admin agents."},
			{"tech@fabrikam.example", "tech@fabrikam.example", "Contoso", "subscriptions.read", "yes under d USER_ADMINISTRATOR: "},
			{"tech@fabrikam.example", "tech@fabrikam.example", "Contoso", "audit.read", "no under d: This is never delegated"},
			{"tech@fabrikam.example", "tech@fabrikam.example", "Northwind", "users.read", "unseen"},
			{"tech@fabrikam.example", "admin@fabrikam.example", "Contoso", "users.read", "unseen"},
			{"admin@fabrikam.example", "tech@fabrikam.example", "Contoso", "users.read", "yes under d HELPDESK_ADMINISTRATOR: "},
			{"admin@contoso.example", "tech@fabrikam.example", "Contoso", "users.read", "yes under d HELPDESK_ADMINISTRATOR: "},
			{"reader@contoso.example", "tech@fabrikam.example", "Contoso", "users.read", "yes under d HELPDESK_ADMINISTRATOR: "},
			{"henry@contoso.example", "tech@fabrikam.example", "Contoso", "users.read", "unseen"}, // may not read delegations
			{"admin@contoso.example", "tech@fabrikam.example", "Fabrikam", "users.read", "unseen"},
			{"admin@contoso.example", "tech@wingtip.example", "Contoso", "users.read", "unseen"},
			{"admin@contoso.example", "admin@northwind.example", "Northwind", "users.read", "unseen"},
			{"admin@northwind.example", "tech@fabrikam.example", "Contoso", "users.read", "unseen"},
			{"tech@wingtip.example", "admin@wingtip.example", "Wingtip", "users.read", "unseen"},
		} {
			r := s.As(t, c.asks).MustQuery(t, checkAccess, vars{"checks": []vars{{"userId": s.Users[c.about], "organizationId": s.Organizations[c.at], "permission": c.permission}}})
			if got := answer(r, 0, d); !strings.HasPrefix(got, c.want) {
				t.Errorf("%s asks about %s at %s and %s: %s, should be %s", c.asks, c.about, c.at, c.permission, got, c.want)
			}
		}
	})
}

func answer(r apptest.Result, i int, delegation uid.ID) string {
	at := func(path ...any) any { return r.At(append([]any{"checkAccess", i}, path...)...) }
	if at("reason") == unseen && at("allowed") == false && at("delegation") == nil && at("role") == nil {
		return "unseen"
	}
	text := map[any]string{true: "yes", false: "no"}[at("allowed")]
	if at("delegation", "id") == string(delegation) {
		text += " under d"
	}
	if role, ok := at("role").(string); ok {
		text += " " + role
	}
	return text + ": " + fmt.Sprint(at("reason"))
}

// A hundred decisions are one statement beside the session's, in the order asked; what does not exist is answered like
// what is not seen.
func TestCheckAccess_AHundredAtOnce(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		d := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		tech := s.As(t, "tech@fabrikam.example")
		check := func(user, organization uid.ID, permission string) vars {
			return vars{"userId": user, "organizationId": organization, "permission": permission}
		}
		yes := check(s.Users["tech@fabrikam.example"], s.Organizations["Contoso"], "users.read")
		checks := make([]vars, 100)
		for i := range checks {
			checks[i] = []vars{
				yes, check(uid.New(uid.User), s.Organizations["Contoso"], "users.read"),
				check(s.Users["tech@fabrikam.example"], uid.New(uid.Organization), "users.read"), check("", "x'; --", "users.read"),
			}[i%4]
		}
		ask := func() apptest.Result { return tech.MustQuery(t, checkAccess, vars{"checks": checks}) }
		r := ask()
		for i := range checks {
			if got := answer(r, i, d); i%4 == 0 != strings.HasPrefix(got, "yes under d") || i%4 != 0 && got != "unseen" {
				t.Errorf("answer %d is %s", i, got)
			}
		}
		hundred := make([]access.Check, 100)
		for i := range hundred {
			hundred[i] = access.Check{UserID: s.Users["tech@fabrikam.example"], OrganizationID: s.Organizations["Contoso"], Permission: "users.read"}
		}
		v := viewer.Viewer{UserID: s.Users["tech@fabrikam.example"], OrganizationID: s.Organizations["Fabrikam"], PartnerID: s.Partners["Fabrikam"]}
		ctx, n := store.CountStatements(viewer.NewContext(t.Context(), v))
		if _, err := access.New(s.Store).Check(ctx, hundred); err != nil || n.Load() != 1 {
			t.Errorf("a hundred decisions cost %d statements: %v", n.Load(), err)
		}
		if got := tech.MustQuery(t, checkAccess, vars{"checks": []vars{}}).At("checkAccess"); fmt.Sprint(got) != "[]" {
			t.Errorf("no question is answered by %v", got)
		}
		for what, bad := range map[string][]vars{
			"101 of them": append(slices.Clone(checks), yes), "an unknown permission": {check(s.Users["tech@fabrikam.example"], s.Organizations["Contoso"], "users.burn")},
		} {
			if codes := tech.Query(t, checkAccess, vars{"checks": bad}).Codes(); !slices.Equal(codes, []string{"BAD_USER_INPUT"}) {
				t.Errorf("%s: %v", what, codes)
			}
		}
		if codes := s.Anonymous(t).Query(t, checkAccess, vars{"checks": checks[:1]}).Codes(); !slices.Equal(codes, []string{"UNAUTHENTICATED"}) {
			t.Errorf("nobody asks: %v", codes)
		}
		s.As(t, "admin@contoso.example").MustQuery(t, `mutation($id: ID!) { deleteDelegation(input: {id: $id}) { userErrors { code } } }`, vars{"id": d})
		if got := answer(ask(), 0, d); got != "unseen" {
			t.Errorf("after the deletion the answer is %s", got)
		}
	})
}

// The way from a person to a permission, and where it ends.
func TestExplainAccess_TellsTheWay(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		d := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.HelpdeskAdministrator)
		admin := s.As(t, "admin@fabrikam.example")
		way := func(c *apptest.Client, user, organization, permission string) string {
			t.Helper()
			r := c.MustQuery(t, explain, vars{"u": s.Users[user], "o": s.Organizations[organization], "p": permission})
			text := ""
			steps, _ := r.At("explainAccess", "steps").([]any)
			for i := range steps {
				at := func(path ...any) any { return r.At(append([]any{"explainAccess", "steps", i}, path...)...) }
				text += fmt.Sprintln(at("kind"), at("holds"), at("node", "__typename"))
			}
			return text
		}
		const good = "PERSON true User\nGROUP true Group\nASSIGNMENT true AccessAssignment\nDELEGATION true Delegation\nROLE true <nil>\nPERMISSION true <nil>\n"
		if got := way(admin, "tech@fabrikam.example", "Contoso", "users.read"); got != good {
			t.Errorf("the way is\n%s, should be\n%s", got, good)
		}
		admin.MustQuery(t, `mutation($d: ID!, $g: ID!) { assignAccess(input: {delegationId: $d, groupId: $g, roles: []}) { userErrors { code } } }`, vars{"d": d, "g": s.Group(t, "Fabrikam", "Admin agents")})
		if got, want := way(admin, "tech@fabrikam.example", "Contoso", "users.read"), "PERSON true User\nGROUP true Group\nASSIGNMENT false <nil>\nDELEGATION true Delegation\nROLE false <nil>\nPERMISSION true <nil>\n"; got != want {
			t.Errorf("the way without an assignment is\n%s, should be\n%s", got, want)
		}
		if got := way(s.As(t, "tech@fabrikam.example"), "tech@fabrikam.example", "Contoso", "users.read"); got != "" {
			t.Errorf("who does not see the delegation hears\n%s", got)
		}
		if got, want := way(s.As(t, "uma@contoso.example"), "uma@contoso.example", "Contoso", "audit.read"), "PERSON true User\nROLE false <nil>\nPERMISSION true <nil>\n"; got != want {
			t.Errorf("the way in one's own organization is\n%s, should be\n%s", got, want)
		}
		if got := way(s.As(t, "admin@northwind.example"), "tech@fabrikam.example", "Contoso", "users.read"); got != "" {
			t.Errorf("a stranger hears\n%s", got)
		}
	})
}

func TestAccessibleOrganizations_AreOnesOwnAndTheCustomers(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.NewDelegation(t, "Fabrikam", "Northwind", schematype.UserAdministrator)
		s.NewDelegation(t, "Fabrikam", "Contoso", schematype.DirectoryReader)
		names := func(who, permission string) string {
			r := s.As(t, who).MustQuery(t, accessible, vars{"p": permission})
			text := fmt.Sprint(r.At("accessibleOrganizations", "totalCount"))
			edges, _ := r.At("accessibleOrganizations", "edges").([]any)
			for i := range edges {
				text += fmt.Sprint(" ", r.At("accessibleOrganizations", "edges", i, "node", "displayName"))
			}
			return text
		}
		for _, c := range []struct{ who, permission, want string }{
			{"tech@fabrikam.example", "organization.contact.update", "1 Northwind"},
			{"tech@fabrikam.example", "users.read", "2 Contoso Northwind"},
			{"tech@fabrikam.example", "organization.read", "3 Contoso Fabrikam Northwind"},
			{"admin@fabrikam.example", "audit.read", "1 Fabrikam"},
			{"admin@wingtip.example", "users.read", "1 Wingtip"},
			{"adele@contoso.example", "users.read", "0"},
		} {
			if got := names(c.who, c.permission); got != c.want {
				t.Errorf("%s may %s at %s, should be at %s", c.who, c.permission, got, c.want)
			}
		}
	})
}
