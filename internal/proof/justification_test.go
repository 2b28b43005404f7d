package proof

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/directory"
)

// A customer that asks why hears it of every act. Without a reason nothing is done, and the log says that it was tried;
// with one, it stands beside what was done.
func TestJustification_IsAskedForOfEveryAct(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.DNS = apptest.NewDNS(t)
		if err := directory.FillCatalog(system, s.Store); err != nil {
			t.Fatal(err)
		}
		s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator, schematype.PrivilegedRoleAdministrator, schematype.DomainNameAdministrator)
		admin, tech := s.As(t, "admin@contoso.example"), s.As(t, technician)
		admin.MustQuery(t, `mutation($input: UpdateOrganizationSettingsInput!) { updateOrganizationSettings(input: $input) { organization { justificationRequired } } }`,
			apptest.Vars{"input": vars{"organizationId": s.Organizations["Contoso"], "justificationRequired": true}})
		last := func() *ent.AuditEvent {
			return s.Store.Ent().AuditEvent.Query().Where(auditevent.OrganizationID(s.Organizations["Contoso"])).
				Order(ent.Desc(auditevent.FieldSequence)).FirstX(system)
		}
		for _, name := range slices.Sorted(maps.Keys(partnerActs)) {
			input := apptest.Vars{"input": partnerActs[name].input(newTarget(t, s, name))}
			document := fmt.Sprintf("mutation($input: %s!) { %s(input: $input) { userErrors { code } } }", strings.ToUpper(name[:1])+name[1:]+"Input", name)

			before := lookOf(t, admin)
			tech.Justification = ""
			r := tech.Query(t, document, input)
			if !slices.Equal(r.UserErrors(name), []string{"JUSTIFICATION_REQUIRED"}) {
				t.Errorf("%s without a reason answers %s", name, r.Raw)
			}
			if now := lookOf(t, admin); now != before {
				t.Errorf("%s without a reason changes %s to %s", name, before, now)
			}
			if e := last(); e.Result != schematype.AuditRefused || e.ActorUserName != technician || e.Justification != nil || e.DelegationID == "" {
				t.Errorf("%s without a reason is recorded as %s", name, e)
			}

			tech.Justification = "Ticket " + name
			r = tech.Query(t, document, input)
			if e := last(); len(r.Errors)+len(r.UserErrors(name)) > 0 || e.Result != schematype.AuditDone || e.Justification == nil || *e.Justification != tech.Justification {
				t.Errorf("%s with a reason answers %s and is recorded as %s", name, r.Raw, e)
			}
		}
		// The customer's own people are not asked.
		if r := admin.Query(t, act, apptest.Vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": "Ours"}}); len(r.Errors) > 0 {
			t.Errorf("the customer's own administrator is asked: %s", r.Raw)
		}
		tech.Justification = strings.Repeat("x", 501)
		if r := tech.Query(t, act, apptest.Vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": "Long"}}); !slices.Equal(r.Codes(), []string{"BAD_USER_INPUT"}) {
			t.Errorf("a reason that is too long answers %s", r.Raw)
		}
	})
}
