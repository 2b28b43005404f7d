package directory

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

const (
	maxPartnerDescription = 1000 // characters
	maxWebsite            = 500
)

// Profile is a change of a partner's public face: nil leaves a value as it is, an empty text takes it away. Name and domain
// are not among it: they are compared and proved.
type Profile struct {
	ContactEmail, Website, Description, Country *string
	Services                                    []schematype.PartnerService
	Listed                                      *bool
}

const updateProfile = "partner.update"

// UpdateProfile changes the public face of the viewer's partner. For those who hold partner.update in it; FORBIDDEN for
// others, INVALID for a value that is not possible, also for a partner that wants to be found and says no address.
func (s *Service) UpdateProfile(ctx context.Context, p Profile) error {
	v := viewer.FromContext(ctx)
	locks := append(access.Acting(v, v.OrganizationID), store.Lock{Key: "partner:" + string(v.PartnerID), Exclusive: true})
	err := s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		grant, err := access.Decide(ctx, tx, v, v.OrganizationID, access.UpdatePartner)
		if err != nil {
			return err
		}
		if v.PartnerID == "" {
			return apperr.NotAllowed("%s is not a partner.", v.OrganizationName)
		}
		before, err := tx.Partner.Get(ctx, v.PartnerID)
		if err != nil {
			return fmt.Errorf("load the partner: %w", err)
		}
		if err := p.normalize(before); err != nil {
			return err
		}
		changes := p.changes(before)
		if len(changes) == 0 {
			return nil
		}
		if err := p.save(ctx, tx, before.ID); err != nil {
			return fmt.Errorf("change the partner: %w", err)
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: updateProfile, Actor: grant.Viewer, OrganizationID: v.OrganizationID, Role: grant.Role,
			TargetID: before.ID, Target: before.Name, Changes: changes,
		})
	})
	return access.Refused(ctx, s.store, err, audit.Event{
		Action: updateProfile, Actor: v, OrganizationID: v.OrganizationID, TargetID: v.PartnerID,
	})
}

// normalize refuses what can't be, and trims and folds.
func (p *Profile) normalize(before *ent.Partner) error {
	if p.ContactEmail != nil && *p.ContactEmail != "" {
		email, err := identity.NormalizeEmail(*p.ContactEmail)
		if err != nil {
			return apperr.InvalidInput("contactEmail", "That is not an e-mail address. Write one address, such as partners@fabrikam.example.")
		}
		p.ContactEmail = &email
	}
	if p.Website != nil && *p.Website != "" {
		site := strings.TrimSpace(*p.Website)
		u, err := url.Parse(site)
		if err != nil || u.Scheme != "https" || u.Hostname() == "" || u.User != nil || !plain(site, maxWebsite) {
			return apperr.InvalidInput("website", "Write the whole address of a web site, beginning with https://, of at most %d characters.", maxWebsite)
		}
		p.Website = &site
	}
	if p.Description != nil {
		text := strings.TrimSpace(strings.ToValidUTF8(*p.Description, "\uFFFD"))
		if strings.ContainsRune(text, 0) || utf8.RuneCountInString(text) > maxPartnerDescription {
			return apperr.InvalidInput("description", "A description has at most %d characters.", maxPartnerDescription)
		}
		p.Description = &text
	}
	if p.Country != nil && *p.Country != "" {
		code := strings.ToUpper(strings.TrimSpace(*p.Country))
		if region, err := language.ParseRegion(code); err != nil || len(code) != 2 || !region.IsCountry() {
			return apperr.InvalidInput("country", "Choose a country by its code of two letters, such as US.")
		}
		p.Country = &code
	}
	listed, contact := before.Listed, valueOf(before.ContactEmail)
	if p.Listed != nil {
		listed = *p.Listed
	}
	if p.ContactEmail != nil {
		contact = *p.ContactEmail
	}
	if listed && contact == "" {
		return apperr.InvalidInput("contactEmail", "Say where customers reach you: what they ask goes to this address. Without one you can’t be in the directory.")
	}
	return nil
}

func (p *Profile) changes(before *ent.Partner) []schematype.Change {
	var out []schematype.Change
	add := func(field, before string, after *string) {
		if after != nil && *after != before {
			out = append(out, schematype.Change{Field: field, Before: &before, After: after})
		}
	}
	if p.Listed != nil {
		after := yesNo(*p.Listed)
		add("listed", yesNo(before.Listed), &after)
	}
	add("contactEmail", valueOf(before.ContactEmail), p.ContactEmail)
	add("website", valueOf(before.Website), p.Website)
	add("description", valueOf(before.Description), p.Description)
	add("country", valueOf(before.Country), p.Country)
	if p.Services != nil {
		after := schematype.Services(p.Services...).String()
		add("services", before.ServiceSet.String(), &after)
	}
	return out
}

func (p *Profile) save(ctx context.Context, tx *store.Tx, id uid.ID) error {
	u := tx.Partner.UpdateOneID(id)
	set := func(text *string, set func(string) *ent.PartnerUpdateOne, clear func() *ent.PartnerUpdateOne) {
		switch {
		case text == nil:
		case *text == "":
			clear()
		default:
			set(*text)
		}
	}
	set(p.ContactEmail, u.SetContactEmail, u.ClearContactEmail)
	set(p.Website, u.SetWebsite, u.ClearWebsite)
	set(p.Description, u.SetDescription, u.ClearDescription)
	set(p.Country, u.SetCountry, u.ClearCountry)
	if p.Services != nil {
		u.SetServiceSet(schematype.Services(p.Services...))
	}
	return u.SetNillableListed(p.Listed).Exec(ctx)
}

// CanUpdatePartner tells whether v may change the public face of a partner.
func CanUpdatePartner(v viewer.Viewer, p *ent.Partner) bool {
	return v.PartnerID == p.ID && access.Holds(v.Roles, access.UpdatePartner)
}
