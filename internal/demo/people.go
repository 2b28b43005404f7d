package demo

import (
	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/directory"
)

// people are the users of Contoso: some with roles, one for emergencies that no partner may touch, one who is disabled,
// one whom the partner made, and one who was deleted and can be restored.
func (s *seeder) people(contoso, fabrikam *org, joni *ent.User) error {
	role := func(role schematype.Role) func(*ent.UserCreate) {
		return func(u *ent.UserCreate) { u.SetRoleSet(schematype.Roles(role)) }
	}
	s.tx.Now = s.ago(700)
	for _, p := range []struct {
		userName, displayName string
		change                func(*ent.UserCreate)
	}{
		{"isaiah@contoso.example", "Isaiah Langer", role(schematype.UserAdministrator)},
		{"henrietta@contoso.example", "Henrietta Mueller", role(schematype.HelpdeskAdministrator)},
		{"lee@contoso.example", "Lee Gu", role(schematype.GlobalReader)},
		{"johanna@contoso.example", "Johanna Lorenz", func(*ent.UserCreate) {}},
		{"nestor@contoso.example", "Nestor Wilke", func(*ent.UserCreate) {}},
		{"patti@contoso.example", "Patti Fernandez", func(u *ent.UserCreate) { u.Mutation().ResetEmail() }},
		{"lynne@contoso.example", "Lynne Robbins", func(u *ent.UserCreate) { u.SetEnabled(false) }},
		{"emergency@contoso.example", "Emergency access", func(u *ent.UserCreate) {
			role(schematype.GlobalAdministrator)(u)
			u.SetProtected(true).Mutation().ResetEmail()
		}},
	} {
		if _, err := s.person(contoso, p.userName, p.displayName, p.change); err != nil {
			return err
		}
	}
	raul, err := s.person(contoso, "raul@contoso.example", "Raul Razo", func(u *ent.UserCreate) {
		u.SetEnabled(false).SetRestoreEnabled(true).SetDeletedAt(s.ago(5))
	})
	if err != nil {
		return err
	}

	d, err := s.tx.Delegation.Query().Where(delegation.CustomerID(contoso.ID), delegation.PartnerID(fabrikam.partner.ID)).Only(s.ctx)
	if err != nil {
		return err
	}
	s.tx.Now = s.ago(60)
	grady, err := s.person(contoso, "grady@contoso.example", "Grady Archie", func(u *ent.UserCreate) { u.SetCreatedByID(fabrikam.partner.ID) })
	if err != nil {
		return err
	}
	by := schematype.UserAdministrator
	err = audit.Record(s.ctx, s.tx, audit.Event{
		Action: "user.create", Actor: directory.PersonOf(fabrikam.Organization, joni), OrganizationID: contoso.ID,
		DelegationID: d.ID, Role: &by, TargetID: grady.ID, Target: grady.UserName,
	})
	if err != nil {
		return err
	}
	err = s.tx.Delegation.UpdateOne(d).SetLastActivityAt(s.tx.Now).Exec(s.ctx)
	if err != nil {
		return err
	}
	if err := s.lastWeek(contoso, fabrikam, joni, grady, d.ID); err != nil {
		return err
	}
	s.tx.Now = s.ago(5)
	return s.record(contoso, contoso, "user.delete", raul.UserName, raul.ID, "")
}

// lastWeek is what the weekly digest that comes at once has to tell: what the partner changed on Wednesday, and was refused.
func (s *seeder) lastWeek(contoso, fabrikam *org, joni, grady *ent.User, under uid.ID) error {
	emergency, err := s.tx.User.Query().Where(user.UserName("emergency@contoso.example")).Only(s.ctx)
	if err != nil {
		return err
	}
	s.tx.Now = s.ago((int(s.today.Weekday())+6)%7 + 5)
	by := schematype.UserAdministrator
	changed := audit.Event{
		Action: "user.update", Actor: directory.PersonOf(fabrikam.Organization, joni), OrganizationID: contoso.ID,
		DelegationID: under, Role: &by, TargetID: grady.ID, Target: grady.UserName,
	}
	refused := changed
	refused.Action, refused.Result, refused.Role = "user.disable", schematype.AuditRefused, nil
	refused.TargetID, refused.Target = emergency.ID, emergency.UserName
	return audit.Record(s.ctx, s.tx, changed, refused)
}
