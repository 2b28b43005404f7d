package directory

import (
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
)

// restoreTime is how long a deleted user can be restored.
const restoreTime = 30 * 24 * time.Hour

// RestorableUntil is when a deleted user is emptied for good; nil for all others.
func RestorableUntil(u *ent.User) *time.Time {
	if u.DeletedAt == nil {
		return nil
	}
	until := u.DeletedAt.Add(restoreTime)
	return &until
}

// canTouch is what holds for every act on a user: who has the permission may not use it on somebody who can do more, and
// on behalf of an organization not on whom it protects.
func canTouch(s access.Standing, u *ent.User, p access.Permission) error {
	switch {
	case !s.Holds(p):
		return access.Lacks(p)
	case u.Protected && s.OnBehalf:
		return apperr.NotAllowed("%s is protected: no delegated admin may touch this account. Ask an administrator of the organization.", u.DisplayName)
	case !s.Covers(u.RoleSet):
		return apperr.NotAllowed("%s holds a role that can do more than yours. Ask somebody who holds it, too.", u.DisplayName)
	}
	return nil
}

// exists refuses what can't be done to a deleted user.
func exists(u *ent.User) error {
	if u.DeletedAt != nil {
		return apperr.New(apperr.Conflict, "%s was deleted. Restore the account first.", u.DisplayName)
	}
	return nil
}

// another refuses what nobody does to themselves.
func another(s access.Standing, u *ent.User, doing string) error {
	if u.ID == s.UserID {
		return apperr.New(apperr.Conflict, "You can’t %s yourself. Ask another administrator, so that nobody locks themselves out.", doing)
	}
	return nil
}

func canUpdate(s access.Standing, u *ent.User) error {
	return first(canTouch(s, u, access.UpdateUsers), exists(u))
}

// canChangeEmail keeps from delegated admins the address that links to choose a password go to.
func canChangeEmail(s access.Standing, u *ent.User) error {
	if err := canTouch(s, u, access.UpdateUsers); err != nil {
		return err
	}
	if s.OnBehalf {
		return apperr.NotAllowed("Links to choose a password go to this address. Only the organization’s own administrators may change it.")
	}
	return exists(u)
}

func canSetEnabled(s access.Standing, u *ent.User) error {
	return first(canTouch(s, u, access.EnableUsers), exists(u), another(s, u, "disable or enable"))
}

func canDelete(s access.Standing, u *ent.User) error {
	return first(canTouch(s, u, access.DeleteUsers), another(s, u, "delete"))
}

func canRestore(s access.Standing, u *ent.User, now time.Time) error {
	if err := canTouch(s, u, access.DeleteUsers); err != nil {
		return err
	}
	if until := RestorableUntil(u); until != nil && !now.Before(*until) {
		return apperr.New(apperr.Expired, "%s was deleted more than 30 days ago and can’t be restored any more.", u.DisplayName)
	}
	return nil
}

// canEndPassword is what sending a link and making a code have in common: the present password stops working.
func canEndPassword(s access.Standing, u *ent.User) error {
	if err := first(canTouch(s, u, access.ResetPasswords), exists(u), another(s, u, "reset the password of")); err != nil {
		return err
	}
	if !u.Enabled {
		return apperr.New(apperr.Conflict, "%s is disabled. Enable the account first.", u.DisplayName)
	}
	return nil
}

func canResetPassword(s access.Standing, u *ent.User) error {
	if err := canEndPassword(s, u); err != nil {
		return err
	}
	switch {
	case u.Email == nil && s.OnBehalf:
		return apperr.New(apperr.Invalid, "%s has no other mailbox to send a link to. Ask the organization’s own administrators: they can hand over a code.", u.DisplayName)
	case u.Email == nil:
		return apperr.New(apperr.Invalid, "%s has no other mailbox to send a link to. Make a code and hand it over.", u.DisplayName)
	}
	return nil
}

func canCreatePasswordCode(s access.Standing, u *ent.User) error {
	if err := canTouch(s, u, access.ResetPasswords); err != nil {
		return err
	}
	if s.OnBehalf {
		return apperr.NotAllowed("Whoever has the code can sign in. Only the organization’s own administrators may make one.")
	}
	if err := canEndPassword(s, u); err != nil {
		return err
	}
	if u.Email != nil {
		return apperr.New(apperr.Invalid, "%s has a mailbox. Send a link there.", u.DisplayName)
	}
	return nil
}

// canAssign says whether roles may be given to a user, or taken from them. In their own organization a Privileged Role
// Administrator may assign every role, for that is what the role is, but nobody raises themselves.
func canAssign(s access.Standing, u *ent.User, roles schematype.RoleSet) error {
	switch {
	case !s.Holds(access.AssignRoles):
		return access.Lacks(access.AssignRoles)
	case u.Protected && s.OnBehalf:
		return canTouch(s, u, access.AssignRoles)
	case u.ID == s.UserID && !s.Covers(roles&^u.RoleSet):
		return apperr.NotAllowed("Nobody gives themselves a role that can do more than those they hold.")
	case !Assignable(s).Contains(roles):
		return apperr.NotAllowed("On behalf of an organization you can’t assign or remove a role that can do more than yours there.")
	}
	return exists(u)
}

// Assignable are the roles that somebody may assign and remove.
func Assignable(s access.Standing) schematype.RoleSet {
	if !s.Holds(access.AssignRoles) {
		return 0
	}
	var set schematype.RoleSet
	for _, role := range schematype.AllRoles {
		if one := schematype.Roles(role); !s.OnBehalf || s.Covers(one) {
			set |= one
		}
	}
	return set
}

// canLicense is for licenses, which anybody can have: a role that can do more keeps nobody from giving or taking one.
func canLicense(s access.Standing, u *ent.User) error {
	switch {
	case !s.Holds(access.AssignLicenses):
		return access.Lacks(access.AssignLicenses)
	case u.Protected && s.OnBehalf:
		return canTouch(s, u, access.AssignLicenses)
	}
	return nil
}

func canProtect(s access.Standing, u *ent.User) error {
	return first(canTouch(s, u, access.ProtectUsers), exists(u))
}

// canRequestEmail says whether somebody may ask for mail to go to another address: again tells that they just did.
func canRequestEmail(u *ent.User, email *string, again bool) error {
	switch {
	case u.Email == nil:
		return apperr.InvalidInput("email", "You have no e-mail address yet. Ask an administrator of your organization to enter one.")
	case email == nil:
		return apperr.InvalidInput("email", "Enter one e-mail address, such as adele@contoso.example.")
	case *email == *u.Email:
		return apperr.InvalidInput("email", "That is your address already.")
	case again:
		return apperr.New(apperr.RateLimited, "A mail was sent a moment ago. Wait a minute before you ask again.")
	}
	return nil
}

// canLook keeps the name servers of a domain from being asked again and again.
func canLook(d *ent.Domain, last *time.Time, now time.Time) error {
	if last == nil || !now.Before(last.Add(lookEvery)) {
		return nil
	}
	left := int(last.Add(lookEvery).Sub(now).Seconds()) + 1
	return apperr.New(apperr.RateLimited, "The record of %s was looked for a moment ago. Look again in %d seconds.", d.Name, left)
}

// canAddDomain bounds how many domains an organization has that it has not proved to control.
func canAddDomain(unverified int) error {
	if unverified < mostUnverified {
		return nil
	}
	return apperr.New(apperr.Conflict, "%d domains of this organization are not verified, and more can’t be added. Verify or remove some of them first.", unverified)
}

// first is the first of several reasons against something; nil when there is none.
func first(reasons ...error) error {
	for _, err := range reasons {
		if err != nil {
			return err
		}
	}
	return nil
}

// Abilities are what somebody may do to a user now: the very rules by which it is decided when they do it.
type Abilities struct {
	Update, ChangeEmail, SetEnabled, Delete, Restore, ResetPassword, CreatePasswordCode, AssignRoles, Protect bool
}

// AbilitiesOn is what s may do to u.
func AbilitiesOn(s access.Standing, u *ent.User, now time.Time) Abilities {
	return Abilities{
		Update:             canUpdate(s, u) == nil,
		ChangeEmail:        canChangeEmail(s, u) == nil,
		SetEnabled:         canSetEnabled(s, u) == nil,
		Delete:             first(canDelete(s, u), exists(u)) == nil,
		Restore:            u.DeletedAt != nil && canRestore(s, u, now) == nil,
		ResetPassword:      canResetPassword(s, u) == nil,
		CreatePasswordCode: canCreatePasswordCode(s, u) == nil,
		AssignRoles:        canAssign(s, u, 0) == nil,
		Protect:            canProtect(s, u) == nil,
	}
}
