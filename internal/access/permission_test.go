package access

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"delegatedadmin.example/ent/schema/schematype"
)

var update = flag.Bool("update", false, "write docs/permissions.md")

const documentation = "../../docs/permissions.md"

// The page that people read is the table that decides.
func TestPermissions_AreDocumented(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("# Who may do what\n\n<!-- Written by `go test ./internal/access -update` from the table that decides. -->\n\n")
	b.WriteString("A role holds the permissions marked ● in its own organization. Those marked ○ also reach a customer on whose behalf\n")
	b.WriteString("somebody acts, if the live delegation grants the role and it is assigned to one of their groups. The others are never delegated.\n\n")
	b.WriteString("| may | permission |")
	for _, role := range schematype.AllRoles {
		fmt.Fprintf(&b, " %s |", role.DisplayName())
	}
	b.WriteString("\n|---|---|" + strings.Repeat(":-:|", len(schematype.AllRoles)) + "\n")
	for _, p := range AllPermissions {
		fmt.Fprintf(&b, "| %s | `%s` |", p.Words(), p)
		for _, role := range schematype.AllRoles {
			switch {
			case !Holds(schematype.Roles(role), p):
				b.WriteString(" |")
			case Delegable(p):
				b.WriteString(" ○ |")
			default:
				b.WriteString(" ● |")
			}
		}
		b.WriteString("\n")
	}
	b.WriteString("\nEverybody reads the name and the technical contact of their own organization, with or without a role.\n\n## In words\n")
	for _, role := range schematype.AllRoles {
		fmt.Fprintf(&b, "\n### %s\n\n", role.DisplayName())
		for _, p := range AllPermissions {
			switch {
			case !RolesWith(p).Has(role):
			case Delegable(p):
				fmt.Fprintf(&b, "- May %s.\n", p.Words())
			default:
				fmt.Fprintf(&b, "- May %s: in their own organization alone.\n", p.Words())
			}
		}
	}
	b.WriteString("\nNobody changes the account or resets the password of somebody who holds a role above theirs, and on behalf of a customer\nnobody touches a user whom it protects.\n")
	if *update {
		if err := os.WriteFile(documentation, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(documentation)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != b.String() {
		t.Error("docs/permissions.md is not what the table says; run go test ./internal/access -update")
	}
}

func TestPermissions_AllHaveRolesAndOnlyOnce(t *testing.T) {
	t.Parallel()
	seen := map[Permission]bool{}
	for _, p := range AllPermissions {
		if seen[p] {
			t.Errorf("%s is listed twice", p)
		}
		seen[p] = true
		if p.Words() == "" {
			t.Errorf("nobody says what %s is", p)
		}
		if RolesWith(p) == 0 {
			t.Errorf("nobody holds %s", p)
		}
		if !RolesWith(p).Has(schematype.GlobalAdministrator) {
			t.Errorf("a Global Administrator does not hold %s", p)
		}
	}
	if len(seen) != len(roles) {
		t.Errorf("%d permissions are listed, %d have roles", len(seen), len(roles))
	}
}

func TestPermissions_AboutDelegationAreNeverDelegated(t *testing.T) {
	t.Parallel()
	for _, p := range AllPermissions {
		about := strings.HasPrefix(string(p), "delegations.") || strings.HasPrefix(string(p), "offers.") || strings.HasPrefix(string(p), "audit.")
		if about && Delegable(p) {
			t.Errorf("%s can be delegated: a partner could extend or hide what it does", p)
		}
	}
}

func TestThrough_NamesTheRoleThatHoldsTheLeast(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		set  schematype.RoleSet
		p    Permission
		want schematype.Role
	}{
		{schematype.Roles(schematype.GlobalAdministrator, schematype.UserAdministrator), UpdateContact, schematype.UserAdministrator},
		{schematype.Roles(schematype.GlobalAdministrator), UpdateContact, schematype.GlobalAdministrator},
		{schematype.Roles(schematype.HelpdeskAdministrator, schematype.UserAdministrator), ReadUsers, schematype.HelpdeskAdministrator},
	} {
		if got := through(c.set, c.p); got == nil || *got != c.want {
			t.Errorf("%s of %v is held through %v, want %s", c.p, c.set.List(), got, c.want)
		}
	}
	if got := through(schematype.Roles(schematype.DirectoryReader), UpdateContact); got != nil {
		t.Errorf("a Directory Reader updates contacts through %s", *got)
	}
}
