package delegation

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Acceptance is the answer of the authorization page.
type Acceptance struct {
	Token                   string
	DelegatedAdministration bool              // the Yes or No
	TermsSHA256             string            // of the terms that were shown
	Roles                   []schematype.Role // a subset of those asked for; nil: all
	DurationDays            *int              // at most what was asked for; nil: that
	NewOrganization         *FirstOrganization
}

// FirstOrganization is the organization that an addressee without one makes by accepting.
type FirstOrganization struct {
	DisplayName, DomainLabel, AdministratorUserName, AdministratorDisplayName, Password string
}

// Accepted is what came of an acceptance.
type Accepted struct {
	OfferID, DelegationID, SubscriptionID uid.ID
	Viewer                                viewer.Viewer // who accepted: the first administrator of a new organization is signed in by it
}

// Accept accepts an offer: for an enabled Global Administrator, for their own organization, if the address of the offer
// belongs to it; or, where a trial or purchase came along and the address belongs to nobody, for the new organization
// that is made with it. It returns UNAUTHENTICATED or FORBIDDEN for anybody else, and EXPIRED, ALREADY_ANSWERED,
// TERMS_CHANGED or INVALID for what can't be accepted so. A live delegation of the same partner is replaced.
func (s *Service) Accept(ctx context.Context, a Acceptance) (Accepted, error) {
	v := viewer.FromContext(ctx)
	l, err := s.offerToAnswer(ctx, a.Token)
	if err != nil {
		return Accepted{}, err
	}
	hash := ""
	if a.NewOrganization != nil {
		if hash, err = s.hashPassword(ctx, a.NewOrganization.Password); err != nil {
			return Accepted{}, err
		}
	}
	var done Accepted
	locks := []store.Lock{OfferLock(l.offerID), access.Ending(v.OrganizationID, l.partnerID), access.KeepingGroups(l.organizationID)}
	if v.SignedIn() {
		locks = append(locks, access.Acting(v, v.OrganizationID)...)
	}
	err = s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		done = Accepted{OfferID: l.offerID}
		o, err := ask(ctx, tx, l)
		if err != nil {
			return err
		}
		if a.NewOrganization != nil {
			if err := canCreateOrganization(v, o.offer, o.owners, tx.Now); err != nil {
				return err
			}
			if err = s.createOrganization(ctx, tx, o.offer, *a.NewOrganization, hash, &done); err != nil {
				return err
			}
		} else {
			if done.Viewer, err = access.Person(ctx, tx, v); err != nil {
				return err
			}
			if err := canAccept(done.Viewer, o.offer, o.partner, slices.Contains(o.owners, v.OrganizationID), tx.Now); err != nil {
				return err
			}
		}
		tx.Pause(ctx, "authorized")
		return s.accept(ctx, tx, o, a, &done)
	})
	return done, access.Refused(ctx, s.store, err, audit.Event{
		Action: "offer.accept", Actor: v, OrganizationID: v.OrganizationID, TargetID: l.offerID, Target: l.partner,
	})
}

// accept does what was decided: the offer is answered, the delegation and the subscription begin.
func (s *Service) accept(ctx context.Context, tx *store.Tx, about asked, a Acceptance, done *Accepted) error {
	v, o, p := done.Viewer, about.offer, about.partner
	granted, days, err := a.granted(o)
	if err != nil {
		return err
	}
	if a.TermsSHA256 != about.termsSHA256 {
		return apperr.New(apperr.TermsChanged, "These are not the terms of this offer. Read them again, then decide.").On("input", "termsSha256")
	}
	err = leavePending(ctx, tx, o.ID, schematype.OfferAccepted, func(u *ent.OfferUpdate) {
		u.SetAnsweredByID(v.UserID).SetCustomerID(v.OrganizationID)
	})
	if err != nil {
		return err
	}
	event := audit.Event{
		Action: "offer.accept", Actor: v, OrganizationID: v.OrganizationID, Role: globalAdministrator(), TargetID: o.ID, Target: p.Name,
		Changes: []schematype.Change{added("delegatedAdministration", yesNo(a.DelegatedAdministration))},
	}
	letter := acceptedLetter{about: about, customer: v.OrganizationID, customerName: v.OrganizationName, by: v.DisplayName}
	if a.DelegatedAdministration {
		if about.replaces != "" {
			if err := s.replace(ctx, tx, about.replaces, v); err != nil {
				return err
			}
		}
		d, err := tx.Delegation.Create().
			SetPartnerID(p.ID).SetCustomerID(v.OrganizationID).SetOfferID(o.ID).SetAcceptedByID(v.UserID).
			SetRoleSet(granted).SetActivatedAt(tx.Now).SetExpiresAt(tx.Now.AddDate(0, 0, days)).
			Save(ctx)
		if err != nil {
			return fmt.Errorf("begin the delegation: %w", err)
		}
		if err := AssignAsOffered(ctx, tx, o, p, d); err != nil {
			return err
		}
		done.DelegationID, event.DelegationID, letter.delegation = d.ID, d.ID, d
		event.Changes = append(event.Changes, changed("roles", names(o.RoleSet), names(granted)),
			changed("durationDays", strconv.Itoa(o.DurationDays), strconv.Itoa(days)), added("termsSha256", about.termsSHA256))
		if _, err := audit.Sign(ctx, tx, statement("delegation.accept", d, v, p, about.termsSHA256, "")); err != nil {
			return err
		}
		tx.Publish(store.Change{Kind: "delegation.added", DelegationID: d.ID, CustomerID: v.OrganizationID, PartnerID: p.ID})
	}
	if o.SubscriptionKind != nil {
		sub, err := tx.Subscription.Create().
			SetOrganizationID(v.OrganizationID).SetProductID(o.ProductID).SetOfferID(o.ID).SetKind(*o.SubscriptionKind).
			SetSeats(o.Seats).SetStartsAt(tx.Now).SetEndsAt(tx.Now.AddDate(0, o.TermMonths, 0)).
			Save(ctx)
		if err != nil {
			return fmt.Errorf("begin the subscription: %w", err)
		}
		done.SubscriptionID = sub.ID
		event.Changes = append(event.Changes, added("subscription", string(*o.SubscriptionKind)))
	}
	if err := s.mailAccepted(ctx, tx, letter); err != nil {
		return err
	}
	return audit.Record(ctx, tx, event)
}

// granted is what the customer grants of what was asked for.
func (a Acceptance) granted(o *ent.Offer) (schematype.RoleSet, int, error) {
	if !a.DelegatedAdministration {
		if o.SubscriptionKind == nil {
			return 0, 0, apperr.InvalidInput("delegatedAdministration",
				"This offer is for delegated administration alone. Say Yes, or decline the offer.")
		}
		return 0, 0, nil
	}
	roles, days := o.RoleSet, o.DurationDays
	if a.Roles != nil {
		roles = schematype.Roles(a.Roles...)
	}
	if a.DurationDays != nil {
		days = *a.DurationDays
	}
	if roles == 0 {
		return 0, 0, apperr.InvalidInput("roles", "Keep at least one role, or say No.")
	}
	if !o.RoleSet.Contains(roles) {
		return 0, 0, apperr.InvalidInput("roles", "Only the roles that the partner asked for can be granted.")
	}
	if days < 1 || days > o.DurationDays {
		return 0, 0, apperr.InvalidInput("durationDays", "Choose 1 to %d days.", o.DurationDays)
	}
	return roles, days, nil
}

// replace ends the live delegation of the same partner: two can't be.
func (s *Service) replace(ctx context.Context, tx *store.Tx, id uid.ID, v viewer.Viewer) error {
	e, err := toEnd(ctx, tx, id)
	if err != nil {
		return err
	}
	e.actor, e.action, e.reason = v, "delegation.replace", "Replaced by a newer offer."
	e.by, e.status = schematype.TerminatedBySystem, schematype.DelegationTerminated
	return s.end(ctx, tx, e)
}

// createOrganization makes the organization of an addressee who has none, and signs its first administrator in.
func (s *Service) createOrganization(ctx context.Context, tx *store.Tx, o *ent.Offer, f FirstOrganization, hash string, done *Accepted) error {
	host, err := directory.InitialDomain(f.DomainLabel, s.initialDomain)
	if err != nil {
		return inNewOrganization(err)
	}
	organization, person, err := directory.Create(ctx, tx, directory.NewOrganization{
		DisplayName: f.DisplayName, Domain: host, Initial: true,
		Administrator: f.AdministratorUserName, AdministratorFor: f.AdministratorDisplayName,
		Email: o.CustomerEmail, PasswordHash: hash,
	})
	if err != nil {
		return inNewOrganization(err)
	}
	done.Viewer = directory.PersonOf(organization, person)
	return s.identity.StartSession(ctx, tx, person.ID)
}

// hashPassword is the hash of a password that may be chosen, or INVALID.
func (s *Service) hashPassword(ctx context.Context, password string) (string, error) {
	if err := s.identity.ValidatePassword(password); apperr.CodeOf(err) == apperr.Invalid {
		return "", apperr.New(apperr.Invalid, "%s", message(err)).On("input", "newOrganization", "password")
	} else if err != nil {
		return "", err
	}
	return s.identity.HashPassword(ctx, password)
}

// inNewOrganization moves the field at fault to where AcceptOfferInput has it.
func inNewOrganization(err error) error {
	var e *apperr.Error
	if errors.As(err, &e) && len(e.Field) == 2 {
		return apperr.New(e.Code, "%s", e.Message).On("input", "newOrganization", e.Field[1])
	}
	return err
}

func statement(action string, d *ent.Delegation, v viewer.Viewer, p *ent.Partner, termsSHA256, reason string) audit.Statement {
	return audit.Statement{
		Action: action, DelegationID: d.ID, OfferID: d.OfferID, ExpiresAt: d.ExpiresAt.UTC().Truncate(time.Microsecond), Roles: d.Roles(),
		Customer: audit.Party{ID: d.CustomerID, Name: v.OrganizationName}, Partner: audit.Party{ID: p.ID, Name: p.Name},
		Person: audit.PersonOf(v), Reason: reason, TermsSHA256: termsSHA256,
	}
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}
