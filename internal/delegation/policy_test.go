package delegation

import (
	"testing"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/viewer"
)

var (
	today        = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	contoso      = uid.New(uid.Organization)
	fabrikam     = uid.New(uid.Organization)
	other        = uid.New(uid.Organization)
	theirPartner = &ent.Partner{ID: uid.New(uid.Partner), OrganizationID: fabrikam, Name: "Fabrikam"}
)

// people are everybody whom a rule can meet, by relation. A role is added where the rule asks for one.
func person(organization uid.ID, partnerID uid.ID, roles ...schematype.Role) viewer.Viewer {
	return viewer.Viewer{UserID: uid.New(uid.User), OrganizationID: organization, PartnerID: partnerID, Roles: schematype.Roles(roles...)}
}

const ok = apperr.Code("")

func codeOf(err error) apperr.Code {
	if err == nil {
		return ok
	}
	return apperr.CodeOf(err)
}

// Every cell of role × relation × state of accepting.
func TestCanAccept_EveryCell(t *testing.T) {
	t.Parallel()
	states := map[schematype.OfferStatus]apperr.Code{
		schematype.OfferPending: ok, schematype.OfferAccepted: apperr.AlreadyAnswered, schematype.OfferDeclined: apperr.AlreadyAnswered,
		schematype.OfferWithdrawn: apperr.AlreadyAnswered, schematype.OfferExpired: apperr.Expired,
	}
	for status, answer := range states {
		o := &ent.Offer{PartnerID: theirPartner.ID, Status: status, CustomerEmail: "admin@contoso.example", ExpiresAt: today.Add(time.Hour)}
		if status == schematype.OfferExpired { // also before the worker has turned the row
			o.Status, o.ExpiresAt = schematype.OfferPending, today
		}
		for _, role := range append(schematype.AllRoles, "") {
			want := apperr.Forbidden
			if role == schematype.GlobalAdministrator || answer != ok {
				want = answer
			}
			check(t, "of the addressed organization", role, status, canAccept(person(contoso, "", role), o, theirPartner, true, today), want)
			check(t, "of another organization", role, status, canAccept(person(other, "", role), o, theirPartner, false, today), apperr.Forbidden)
			own := apperr.Forbidden
			if answer != ok {
				own = answer
			}
			check(t, "of the partner itself", role, status, canAccept(person(fabrikam, theirPartner.ID, role), o, theirPartner, true, today), own)
		}
		check(t, "nobody", "", status, canAccept(viewer.Anonymous, o, theirPartner, false, today), apperr.Unauthenticated)
	}
}

func check(t *testing.T, who string, role schematype.Role, state any, err error, want apperr.Code) {
	t.Helper()
	if got := codeOf(err); got != want {
		t.Errorf("%s with role %q in state %v: got %q, want %q", who, role, state, got, want)
	}
}

func TestCanAnswer_AnyPersonOfTheAddressedOrganization(t *testing.T) {
	t.Parallel()
	o := &ent.Offer{Status: schematype.OfferPending, ExpiresAt: today.Add(time.Second), CustomerEmail: "adele@contoso.example"}
	check(t, "without roles", "", o.Status, canAnswer(person(contoso, ""), o, true, today), ok)
	check(t, "of another organization", "", o.Status, canAnswer(person(other, "", schematype.GlobalAdministrator), o, false, today), apperr.Forbidden)
	check(t, "at the second of its end", "", o.Status, canAnswer(person(contoso, ""), o, true, o.ExpiresAt), apperr.Expired)
}

// Every cell of role × relation × state of deleting.
func TestCanDelete_EveryCell(t *testing.T) {
	t.Parallel()
	reads := schematype.Roles(schematype.GlobalAdministrator, schematype.GlobalReader, schematype.PrivilegedRoleAdministrator)
	for _, status := range []schematype.DelegationStatus{
		schematype.DelegationActive, schematype.DelegationSuspended, schematype.DelegationExpired, schematype.DelegationTerminated,
	} {
		d := &ent.Delegation{PartnerID: theirPartner.ID, CustomerID: contoso, Status: status, ExpiresAt: today.Add(time.Hour)}
		if status == schematype.DelegationExpired {
			d.Status, d.ExpiresAt = schematype.DelegationActive, today
		}
		for _, role := range append(schematype.AllRoles, "") {
			customer, giver := apperr.NotFound, apperr.Forbidden
			if reads.Has(role) {
				customer = apperr.Forbidden
			}
			if role == schematype.GlobalAdministrator {
				customer, giver = ok, ok
				if !live(status) {
					customer = apperr.Conflict
				}
			}
			if status != schematype.DelegationActive {
				giver = apperr.NotFound
			}
			check(t, "of the customer", role, status, canDelete(person(contoso, "", role), d, today), customer)
			check(t, "of the partner", role, status, canDelete(person(fabrikam, theirPartner.ID, role), d, today), giver)
			check(t, "of another partner", role, status, canDelete(person(other, uid.New(uid.Partner), role), d, today), apperr.NotFound)
			check(t, "of another organization", role, status, canDelete(person(other, "", role), d, today), apperr.NotFound)
		}
		check(t, "nobody", "", status, canDelete(viewer.Anonymous, d, today), apperr.Unauthenticated)
	}
}

func TestCanAssign_OnlyGlobalAdministratorsOfThePartner(t *testing.T) {
	t.Parallel()
	for _, status := range []schematype.DelegationStatus{schematype.DelegationActive, schematype.DelegationSuspended, schematype.DelegationExpired, schematype.DelegationTerminated} {
		d := &ent.Delegation{CustomerID: contoso, PartnerID: theirPartner.ID, Status: status, ExpiresAt: today.Add(time.Hour)}
		for _, role := range append(schematype.AllRoles, "") {
			partner, customer := apperr.Forbidden, apperr.NotFound
			if role == schematype.GlobalAdministrator {
				partner = ok
			}
			if status != schematype.DelegationActive {
				partner = apperr.NotFound
			}
			if role == schematype.GlobalAdministrator || role == schematype.GlobalReader || role == schematype.PrivilegedRoleAdministrator {
				customer = apperr.Forbidden // sees it
			}
			check(t, "of the partner", role, status, canAssign(person(fabrikam, theirPartner.ID, role), d, today), partner)
			check(t, "of the customer", role, status, canAssign(person(contoso, "", role), d, today), customer)
			check(t, "of another partner", role, status, canAssign(person(other, uid.New(uid.Partner), role), d, today), apperr.NotFound)
		}
		check(t, "nobody", "", status, canAssign(viewer.Anonymous, d, today), apperr.Unauthenticated)
	}
}

func TestCanManage_OnlyGlobalAdministratorsOfThePartner(t *testing.T) {
	t.Parallel()
	o := &ent.Offer{PartnerID: theirPartner.ID, Status: schematype.OfferPending, ExpiresAt: today.Add(time.Hour)}
	for _, role := range append(schematype.AllRoles, "") {
		want := apperr.Forbidden
		if role == schematype.GlobalAdministrator {
			want = ok
		}
		check(t, "of the partner", role, o.Status, canManage(person(fabrikam, theirPartner.ID, role), o, today), want)
		check(t, "of another partner", role, o.Status, canManage(person(other, uid.New(uid.Partner), role), o, today), apperr.NotFound)
		check(t, "of the customer", role, o.Status, canManage(person(contoso, "", role), o, today), apperr.NotFound)
	}
}

func TestCanCreateOrganization_OnlyWhereTheAddressBelongsToNobody(t *testing.T) {
	t.Parallel()
	trial := schematype.SubscriptionTrial
	with := &ent.Offer{Status: schematype.OfferPending, ExpiresAt: today.Add(time.Hour), SubscriptionKind: &trial}
	without := &ent.Offer{Status: schematype.OfferPending, ExpiresAt: today.Add(time.Hour)}
	check(t, "nobody", "", "with a trial", canCreateOrganization(viewer.Anonymous, with, nil, today), ok)
	check(t, "nobody", "", "without a trial", canCreateOrganization(viewer.Anonymous, without, nil, today), apperr.Forbidden)
	check(t, "nobody", "", "with an owner", canCreateOrganization(viewer.Anonymous, with, []uid.ID{contoso}, today), apperr.Forbidden)
	check(t, "somebody signed in", "", "with a trial", canCreateOrganization(person(other, ""), with, nil, today), apperr.Forbidden)
	check(t, "nobody", "", "lapsed", canCreateOrganization(viewer.Anonymous, with, nil, with.ExpiresAt), apperr.Expired)
}

func TestAcceptance_GrantsOnlyWhatWasAskedFor(t *testing.T) {
	t.Parallel()
	trial := schematype.SubscriptionTrial
	asked := &ent.Offer{RoleSet: schematype.Roles(schematype.UserAdministrator, schematype.LicenseAdministrator), DurationDays: 90}
	withTrial := &ent.Offer{RoleSet: asked.RoleSet, DurationDays: 90, SubscriptionKind: &trial}
	days := func(n int) *int { return &n }
	for name, c := range map[string]struct {
		offer *ent.Offer
		a     Acceptance
		roles schematype.RoleSet
		days  int
		code  apperr.Code
	}{
		"all of it":             {asked, Acceptance{DelegatedAdministration: true}, asked.RoleSet, 90, ok},
		"a role struck":         {asked, Acceptance{DelegatedAdministration: true, Roles: []schematype.Role{schematype.UserAdministrator}}, schematype.Roles(schematype.UserAdministrator), 90, ok},
		"shortened":             {asked, Acceptance{DelegatedAdministration: true, DurationDays: days(30)}, asked.RoleSet, 30, ok},
		"longer than asked":     {asked, Acceptance{DelegatedAdministration: true, DurationDays: days(91)}, 0, 0, apperr.Invalid},
		"no days":               {asked, Acceptance{DelegatedAdministration: true, DurationDays: days(0)}, 0, 0, apperr.Invalid},
		"a role more":           {asked, Acceptance{DelegatedAdministration: true, Roles: []schematype.Role{schematype.GlobalAdministrator}}, 0, 0, apperr.Invalid},
		"no role":               {asked, Acceptance{DelegatedAdministration: true, Roles: []schematype.Role{}}, 0, 0, apperr.Invalid},
		"No without a trial":    {asked, Acceptance{}, 0, 0, apperr.Invalid},
		"No and take the trial": {withTrial, Acceptance{}, 0, 0, ok},
	} {
		roles, n, err := c.a.granted(c.offer)
		if codeOf(err) != c.code || roles != c.roles || n != c.days {
			t.Errorf("%s: got %v for %d days and %v, want %v for %d days and %q", name, roles.List(), n, err, c.roles.List(), c.days, c.code)
		}
	}
}
