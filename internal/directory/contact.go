package directory

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/organization"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Contact is a change of a technical contact: nil leaves a value as it is.
type Contact struct{ Name, Email, Phone *string }

const updateContact = "organization.contact.update"

// UpdateContact changes the technical contact of the viewer's own organization, or of a customer on its behalf. For
// those who hold organization.contact.update there. It returns NOT_FOUND or FORBIDDEN, and INVALID for a value that is
// not possible.
func (s *Service) UpdateContact(ctx context.Context, organizationID uid.ID, c Contact) error {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return apperr.SignInFirst()
	}
	var grant access.Grant
	err := s.store.WithTx(ctx, access.Acting(v, organizationID), func(ctx context.Context, tx *store.Tx) error {
		var err error
		if grant, err = access.Decide(ctx, tx, v, organizationID, access.UpdateContact); err != nil {
			return err
		}
		tx.Pause(ctx, "authorized")
		if err := c.normalize(); err != nil {
			return err
		}
		o, err := tx.Organization.Get(ctx, organizationID)
		if err != nil {
			return fmt.Errorf("load the organization: %w", err)
		}
		changes := c.changes(o)
		if len(changes) == 0 {
			return nil
		}
		err = tx.Organization.Update().Where(organization.ID(organizationID)).
			SetNillableContactName(c.Name).SetNillableContactEmail(c.Email).SetNillableContactPhone(c.Phone).
			Exec(ctx)
		if err != nil {
			return fmt.Errorf("change the contact: %w", err)
		}
		if err := grant.Used(ctx, tx, organizationID); err != nil {
			return err
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: updateContact, Actor: grant.Viewer, OrganizationID: organizationID,
			DelegationID: grant.DelegationID, Role: grant.Role, TargetID: organizationID, Target: o.DisplayName, Changes: changes,
		})
	})
	return access.Refused(ctx, s.store, err, audit.Event{
		Action: updateContact, Actor: v, OrganizationID: organizationID, DelegationID: grant.DelegationID,
		TargetID: organizationID,
	})
}

func (c *Contact) normalize() error {
	if c.Name != nil {
		name := strings.TrimSpace(*c.Name)
		if !plain(name, 256) || name == "" {
			return apperr.InvalidInput("name", "Give the contact a name of at most 256 characters.")
		}
		c.Name = &name
	}
	if c.Email != nil && *c.Email != "" {
		email, err := identity.NormalizeEmail(*c.Email)
		if err != nil {
			return apperr.InvalidInput("email", "That is not an e-mail address. Write one address, such as it@contoso.example.")
		}
		c.Email = &email
	}
	if c.Phone != nil {
		phone := strings.TrimSpace(*c.Phone)
		if !plain(phone, 64) {
			return apperr.InvalidInput("phone", "A telephone number has at most 64 characters.")
		}
		c.Phone = &phone
	}
	return nil
}

func (c *Contact) changes(o *ent.Organization) []schematype.Change {
	var out []schematype.Change
	add := func(field, before string, after *string) {
		if after != nil && *after != before {
			out = append(out, schematype.Change{Field: field, Before: &before, After: after})
		}
	}
	add("contact.name", o.ContactName, c.Name)
	add("contact.email", o.ContactEmail, c.Email)
	add("contact.phone", o.ContactPhone, c.Phone)
	return out
}

// plain tells whether text is one line of at most max characters, without control characters.
func plain(text string, max int) bool {
	return utf8.ValidString(text) && utf8.RuneCountInString(text) <= max &&
		strings.IndexFunc(text, func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }) < 0
}

// CanUpdateContact tells whether the viewer may change the technical contact of an organization now.
func (s *Service) CanUpdateContact(ctx context.Context, organizationID uid.ID) (bool, error) {
	err := access.Require(ctx, s.store, viewer.FromContext(ctx), organizationID, access.UpdateContact)
	switch apperr.CodeOf(err) {
	case apperr.Forbidden, apperr.NotFound, apperr.Unauthenticated:
		return false, nil
	}
	return err == nil, err
}
