package directory

import (
	"testing"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
)

const (
	ga = schematype.GlobalAdministrator
	gr = schematype.GlobalReader
	ua = schematype.UserAdministrator
	ha = schematype.HelpdeskAdministrator
	la = schematype.LicenseAdministrator
	da = schematype.DomainNameAdministrator
	pa = schematype.PrivilegedRoleAdministrator
	dr = schematype.DirectoryReader
)

// below says, for each role, who is no more than it: those whose credentials, state and name somebody with that role alone
// may touch, where the role allows such an act at all. It was written by hand from what the roles are for.
var below = map[schematype.Role][]schematype.Role{
	ga: {ga, gr, ua, ha, la, da, pa, dr},
	gr: {gr, dr},
	ua: {ua, ha, la, dr},
	ha: {ha, dr},
	la: {la, dr},
	da: {da, dr},
	pa: {pa, dr},
	dr: {dr},
}

func standing(onBehalf bool, roles ...schematype.Role) access.Standing {
	return access.Standing{UserID: uid.New(uid.User), Roles: schematype.Roles(roles...), OnBehalf: onBehalf}
}

func person(roles ...schematype.Role) *ent.User {
	email := "person@contoso.example"
	return &ent.User{ID: uid.New(uid.User), DisplayName: "Person", Email: &email, Enabled: true, RoleSet: schematype.Roles(roles...)}
}

func codeOf(err error) apperr.Code {
	if err == nil {
		return ""
	}
	return apperr.CodeOf(err)
}

// No ladder: each role against each role, in one's own organization and on behalf, for every act on credentials, state
// and name.
func TestPolicy_NobodyTouchesWhoCanDoMore(t *testing.T) {
	t.Parallel()
	now := time.Now()
	acts := map[string]struct {
		holders []schematype.Role
		may     func(access.Standing, *ent.User) error
	}{
		"update":  {[]schematype.Role{ga, ua}, canUpdate},
		"enable":  {[]schematype.Role{ga, ua}, canSetEnabled},
		"delete":  {[]schematype.Role{ga, ua}, canDelete},
		"restore": {[]schematype.Role{ga, ua}, func(s access.Standing, u *ent.User) error { return canRestore(s, u, now) }},
		"reset":   {[]schematype.Role{ga, ua, ha}, canResetPassword},
	}
	for name, act := range acts {
		for _, by := range schematype.AllRoles {
			for _, onBehalf := range []bool{false, true} {
				s := standing(onBehalf, by)
				holds := has(act.holders, by)
				if got := codeOf(act.may(s, person())); (got == "") != holds {
					t.Errorf("%s may %s somebody without a role: %q, on behalf %t", by, name, got, onBehalf)
				}
				for _, on := range schematype.AllRoles {
					want := apperr.Forbidden
					if holds && has(below[by], on) {
						want = ""
					}
					if got := codeOf(act.may(s, person(on))); got != want {
						t.Errorf("%s may %s a %s: %q, want %q, on behalf %t", by, name, on, got, want, onBehalf)
					}
				}
			}
		}
	}
}

func has(list []schematype.Role, role schematype.Role) bool {
	return schematype.Roles(list...).Has(role)
}

// Each role as the one that is assigned, by each role.
func TestPolicy_NobodyAssignsWhatCanDoMore(t *testing.T) {
	t.Parallel()
	for _, by := range schematype.AllRoles {
		for _, role := range schematype.AllRoles {
			one := schematype.Roles(role)
			holds := by == ga || by == pa
			for _, c := range []struct {
				what string
				s    access.Standing
				u    *ent.User
				want bool
			}{
				{"in their own organization", standing(false, by), person(), holds},
				{"on behalf", standing(true, by), person(), holds && has(below[by], role)},
			} {
				if got := canAssign(c.s, c.u, one) == nil; got != c.want {
					t.Errorf("%s assigns %s %s: %t", by, role, c.what, got)
				}
				if got := Assignable(c.s).Has(role); got != c.want {
					t.Errorf("%s is told that %s is assignable %s: %t", by, role, c.what, got)
				}
			}
			self := person(by)
			s := access.Standing{UserID: self.ID, Roles: schematype.Roles(by)}
			if got, want := canAssign(s, self, one) == nil, holds && has(below[by], role); got != want {
				t.Errorf("%s gives themselves %s: %t", by, role, got)
			}
		}
	}
}

// A role counts for what it can do beside the others: two together may cover what neither does.
func TestPolicy_RolesTogetherCoverMore(t *testing.T) {
	t.Parallel()
	both := standing(true, ua, pa)
	if canUpdate(both, person(pa)) != nil || canAssign(both, person(), schematype.Roles(ua)) != nil {
		t.Error("who holds both may not do what each of them allows on the other")
	}
	if codeOf(canUpdate(standing(true, ua), person(dr, pa))) != apperr.Forbidden {
		t.Error("one harmless role hides the other")
	}
}

func TestPolicy_Protected_NoDelegatedAdminTouchesThem(t *testing.T) {
	t.Parallel()
	u := person()
	u.Protected = true
	own, partner := standing(false, ga), standing(true, ga)
	if may := AbilitiesOn(own, u, time.Now()); !may.Update || !may.SetEnabled || !may.Delete || !may.ResetPassword || !may.AssignRoles || !may.Protect {
		t.Errorf("its own Global Administrator may %+v", may)
	}
	if may := AbilitiesOn(partner, u, time.Now()); may != (Abilities{}) {
		t.Errorf("a delegated admin may %+v", may)
	}
}

func TestPolicy_OfTheAddressAndTheCode_OnlyOnesOwn(t *testing.T) {
	t.Parallel()
	silent := person()
	silent.Email = nil
	for _, onBehalf := range []bool{false, true} {
		s := standing(onBehalf, ga)
		want := apperr.Code("")
		if onBehalf {
			want = apperr.Forbidden
		}
		if got := codeOf(canChangeEmail(s, person())); got != want {
			t.Errorf("change the address: %q, want %q", got, want)
		}
		if got := codeOf(canCreatePasswordCode(s, silent)); got != want {
			t.Errorf("make a code: %q, want %q", got, want)
		}
		if got := codeOf(canProtect(s, person())); got != want {
			t.Errorf("protect: %q, want %q", got, want)
		}
		if got := codeOf(canResetPassword(s, silent)); got != apperr.Invalid {
			t.Errorf("send a link to nowhere: %q", got)
		}
	}
	if got := codeOf(canCreatePasswordCode(standing(false, ga), person())); got != apperr.Invalid {
		t.Errorf("make a code for somebody with a mailbox: %q", got)
	}
}

func TestPolicy_NobodyDoesToThemselvesWhatLocksThemOut(t *testing.T) {
	t.Parallel()
	u := person(ga)
	s := access.Standing{UserID: u.ID, Roles: u.RoleSet}
	for name, err := range map[string]error{"disable": canSetEnabled(s, u), "delete": canDelete(s, u), "reset": canResetPassword(s, u)} {
		if codeOf(err) != apperr.Conflict {
			t.Errorf("%s oneself: %v", name, err)
		}
	}
}

func TestPolicy_OfDeletedAndDisabledUsers(t *testing.T) {
	t.Parallel()
	now := time.Now()
	s := standing(false, ga)
	gone := person()
	gone.Enabled, gone.DeletedAt = false, &now
	if may := AbilitiesOn(s, gone, now); may != (Abilities{Restore: true}) {
		t.Errorf("of a deleted user one may %+v", may)
	}
	if got := codeOf(canRestore(s, gone, now.Add(restoreTime))); got != apperr.Expired {
		t.Errorf("after 30 days: %q", got)
	}
	disabled := person()
	disabled.Enabled = false
	if got := codeOf(canResetPassword(s, disabled)); got != apperr.Conflict {
		t.Errorf("reset the password of a disabled user: %q", got)
	}
}

// Licenses are for everybody: only protection keeps a delegated admin from them.
func TestPolicy_LicensesAreForAll(t *testing.T) {
	t.Parallel()
	for _, by := range schematype.AllRoles {
		for _, onBehalf := range []bool{false, true} {
			s := standing(onBehalf, by)
			for _, on := range schematype.AllRoles {
				if got, want := canLicense(s, person(on)) == nil, has([]schematype.Role{ga, ua, la}, by); got != want {
					t.Errorf("%s assigns a license to a %s: %t, on behalf %t", by, on, got, onBehalf)
				}
			}
			guarded := person()
			guarded.Protected = true
			if got, want := canLicense(s, guarded) == nil, has([]schematype.Role{ga, ua, la}, by) && !onBehalf; got != want {
				t.Errorf("%s assigns a license to one who is protected: %t, on behalf %t", by, got, onBehalf)
			}
		}
	}
}
