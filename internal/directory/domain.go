package directory

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"

	"entgo.io/ent/dialect/sql"
	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/domain"
	"delegatedadmin.example/ent/partner"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/ent/userword"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

const (
	domainAdd     = "domain.add"
	domainVerify  = "domain.verify"
	domainClaim   = "domain.claim"
	domainDefault = "domain.default"
	domainRemove  = "domain.remove"
)

// AddDomain adds a domain to an organization, for those who hold domains.manage there, and returns its id. One that is
// there already is no fault. INVALID for a name that nobody can own, CONFLICT while too many are not verified. It makes no
// difference who else has the domain.
func (s *Service) AddDomain(ctx context.Context, organizationID uid.ID, text string) (id uid.ID, err error) {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return "", apperr.SignInFirst()
	}
	var grant access.Grant
	err = s.store.WithTx(ctx, append(access.Acting(v, organizationID), userNames(organizationID)), func(ctx context.Context, tx *store.Tx) (err error) {
		if grant, err = access.Decide(ctx, tx, v, organizationID, access.ManageDomains); err != nil {
			return err
		}
		tx.Pause(ctx, "authorized")
		name, err := s.domainName(text)
		if err != nil {
			return err
		}
		id, err = tx.Domain.Query().Where(domain.OrganizationID(organizationID), domain.Name(name)).OnlyID(ctx)
		if err == nil {
			return nil
		}
		if !ent.IsNotFound(err) {
			return fmt.Errorf("look for the domain: %w", err)
		}
		unverified, err := tx.Domain.Query().Where(domain.OrganizationID(organizationID), domain.VerifiedAtIsNil()).Count(ctx)
		if err != nil {
			return fmt.Errorf("count the domains: %w", err)
		}
		if err := canAddDomain(unverified); err != nil {
			return err
		}
		create := tx.Domain.Create().SetOrganizationID(organizationID).SetName(name).SetProof(rand.Text()).SetCreatedAt(tx.Now)
		if grant.DelegationID != "" {
			create.SetAddedByID(grant.Viewer.PartnerID)
		}
		d, err := create.Save(ctx)
		if err != nil {
			return fmt.Errorf("add the domain: %w", err)
		}
		id = d.ID
		return doneTo(ctx, tx, grant, domainAdd, d, nil)
	})
	return id, access.Refused(ctx, s.store, err, audit.Event{
		Action: domainAdd, Actor: v, OrganizationID: organizationID, DelegationID: grant.DelegationID, TargetID: organizationID,
	})
}

// domainName folds the name of a domain that an organization can own.
func (s *Service) domainName(text string) (string, error) {
	name, ok := identity.NormalizeHost(strings.TrimSpace(text))
	if !ok || len(name) > domainLength {
		return "", apperr.InvalidInput("name", "That is not a domain name. Write one such as contoso.example.")
	}
	ascii := asciiName(name)
	if under := asciiName(s.initialDomain); ascii == under || strings.HasSuffix(ascii, "."+under) {
		return "", apperr.InvalidInput("name", "The names under %s are given out here and can’t be added.", s.initialDomain)
	}
	if suffix, _ := publicsuffix.PublicSuffix(ascii); suffix == ascii {
		return "", apperr.InvalidInput("name", "%s belongs to everybody who has a name under it. Add your own name.", name)
	}
	return name, nil
}

// mostUnverified is how many domains of an organization may wait to be verified.
const mostUnverified = 20

// domainLength is the longest name that is kept, in bytes of Unicode.
const domainLength = 253

// asciiName is the form of a name that was normalized in which DNS knows it.
func asciiName(name string) string {
	ascii, err := idna.Lookup.ToASCII(name)
	if err != nil {
		return name
	}
	return ascii
}

// onDomain does something to a domain of an organization where the viewer holds domains.manage, in one transaction, under
// the locks for the names of the organization and for the name of the domain among all organizations. NOT_FOUND for a
// domain that is not seen, FORBIDDEN for who may not. do returns the action for the audit log, empty when nothing has
// happened, and what changed. held tells whether the viewer holds the permission there at all.
func (s *Service) onDomain(ctx context.Context, id uid.ID, name string,
	do func(ctx context.Context, tx *store.Tx, d *ent.Domain) (action string, changes []schematype.Change, err error),
) (held bool, err error) {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return false, apperr.SignInFirst()
	}
	refusal := audit.Event{Action: name, Actor: v, OrganizationID: v.OrganizationID, TargetID: id}
	// A domain never changes the organization or the name, so it may be read before the locks are taken.
	target, err := s.store.Ent().Domain.Get(ctx, id)
	if ent.IsNotFound(err) {
		return false, access.Refused(ctx, s.store, apperr.Unseen("domain"), refusal)
	}
	if err != nil {
		return false, fmt.Errorf("find the domain: %w", err)
	}
	refusal.OrganizationID = target.OrganizationID
	locks := append(access.Acting(v, target.OrganizationID), userNames(target.OrganizationID), store.Lock{Key: "domain:" + target.Name, Exclusive: true})
	var grant access.Grant
	err = s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) (err error) {
		held = false
		grant, err = access.Decide(ctx, tx, v, target.OrganizationID, access.ManageDomains)
		if apperr.CodeOf(err) == apperr.NotFound || err != nil && grant.Viewer.SignedIn() && !grant.Standing().Holds(access.ReadDomains) {
			return apperr.Unseen("domain")
		}
		if err != nil {
			return err
		}
		tx.Pause(ctx, "authorized")
		held = true
		d, err := tx.Domain.Get(ctx, id)
		if ent.IsNotFound(err) { // somebody was faster
			return apperr.Unseen("domain")
		}
		if err != nil {
			return fmt.Errorf("load the domain: %w", err)
		}
		refusal.Target = d.Name
		action, changes, err := do(ctx, tx, d)
		if err != nil || action == "" {
			return err
		}
		return doneTo(ctx, tx, grant, action, d, changes)
	})
	refusal.DelegationID = grant.DelegationID
	return held, access.Refused(ctx, s.store, err, refusal)
}

// doneTo notes what was done to a domain.
func doneTo(ctx context.Context, tx *store.Tx, by access.Grant, action string, d *ent.Domain, changes []schematype.Change) error {
	if err := by.Used(ctx, tx, d.OrganizationID); err != nil {
		return err
	}
	return audit.Record(ctx, tx, audit.Event{
		Action: action, Actor: by.Viewer, OrganizationID: d.OrganizationID, DelegationID: by.DelegationID, Role: by.Role,
		TargetID: d.ID, Target: d.Name, Changes: changes,
	})
}

// SetDefaultDomain makes a domain the default of its organization, for those who hold domains.manage there, and returns
// the id of the one that was it before. CONFLICT for a domain that is not verified.
func (s *Service) SetDefaultDomain(ctx context.Context, id uid.ID) (before uid.ID, err error) {
	_, err = s.onDomain(ctx, id, domainDefault, func(ctx context.Context, tx *store.Tx, d *ent.Domain) (string, []schematype.Change, error) {
		before = ""
		if d.VerifiedAt == nil {
			return "", nil, apperr.New(apperr.Conflict, "%s is not verified. Verify it first.", d.Name)
		}
		former, err := tx.Domain.Query().Where(domain.OrganizationID(d.OrganizationID), domain.IsDefault(true)).Only(ctx)
		if err != nil {
			return "", nil, fmt.Errorf("read the default: %w", err)
		}
		before = former.ID
		if d.IsDefault {
			return "", nil, nil
		}
		if err := tx.Domain.Update().Where(domain.ID(former.ID)).SetIsDefault(false).Exec(ctx); err != nil {
			return "", nil, fmt.Errorf("end the default: %w", err)
		}
		if err := tx.Domain.Update().Where(domain.ID(d.ID)).SetIsDefault(true).Exec(ctx); err != nil {
			return "", nil, fmt.Errorf("set the default: %w", err)
		}
		return domainDefault, []schematype.Change{changed("default", former.Name, d.Name)}, nil
	})
	return before, err
}

// RemoveDomains removes domains, for those who hold domains.manage. Of one domain: CONFLICT while users have their name or
// address in it, for the default, and for the one that came with the organization.
func (s *Service) RemoveDomains(ctx context.Context, ids []uid.ID) ([]Outcome, error) {
	return oneByOne(ids, "ids", "domains", func(id uid.ID) (bool, error) {
		return s.onDomain(ctx, id, domainRemove, func(ctx context.Context, tx *store.Tx, d *ent.Domain) (string, []schematype.Change, error) {
			if err := removable(ctx, tx, d); err != nil {
				return "", nil, err
			}
			if d.VerifiedAt != nil { // nobody is shown a domain as the partner's that is the partner's no more
				err := tx.Partner.Update().Where(partner.OrganizationID(d.OrganizationID), partner.Domain(d.Name)).ClearDomain().Exec(ctx)
				if err != nil {
					return "", nil, fmt.Errorf("take the domain from the partner: %w", err)
				}
			}
			if _, err := tx.Domain.Delete().Where(domain.ID(d.ID)).Exec(ctx); err != nil {
				return "", nil, fmt.Errorf("remove the domain: %w", err)
			}
			return domainRemove, []schematype.Change{{Field: "verified", Before: new(yesNo(d.VerifiedAt != nil))}}, nil
		})
	})
}

// shown is how many of the users of a domain are named to whoever would remove it.
const shown = 3

func removable(ctx context.Context, tx *store.Tx, d *ent.Domain) error {
	switch {
	case d.IsInitial:
		return apperr.New(apperr.Conflict, "%s came with the organization and stays with it.", d.Name)
	case d.IsDefault:
		return apperr.New(apperr.Conflict, "%s is the default. Make another domain the default first.", d.Name)
	}
	in := func(t *sql.Selector) {
		w := sql.Table(userword.Table)
		t.Where(sql.In(t.C(user.FieldID), sql.Select(w.C(userword.FieldUserID)).From(w).Where(sql.And(
			sql.EQ(w.C(userword.FieldOrganizationID), d.OrganizationID), sql.EQ(w.C(userword.FieldWord), "@"+d.Name),
		))))
	}
	names, err := tx.User.Query().Where(in).Order(user.ByUserName()).Limit(shown).Select(user.FieldUserName).Strings(ctx)
	if err != nil {
		return fmt.Errorf("read the users of the domain: %w", err)
	}
	if len(names) == 0 {
		return nil
	}
	n, err := tx.User.Query().Where(in).Count(ctx)
	if err != nil {
		return fmt.Errorf("count the users of the domain: %w", err)
	}
	if n > len(names) {
		names = append(names, "…")
	}
	who := fmt.Sprintf("%d users have their name or address in %s", n, d.Name)
	if n == 1 {
		who = "1 user has their name or address in " + d.Name
	}
	return apperr.New(apperr.Conflict, "%s: %s. Change that first; deleted users count while they can be restored.", who, strings.Join(names, ", "))
}

// UserCounts is how many users have their name or address in each of these domains, by the domain's id, in one statement.
func (s *Service) UserCounts(ctx context.Context, domains []*ent.Domain) (map[uid.ID]*int, error) {
	words := make([]string, len(domains))
	organizations := make([]uid.ID, len(domains))
	for i, d := range domains {
		words[i], organizations[i] = "@"+d.Name, d.OrganizationID
	}
	var rows []struct {
		OrganizationID uid.ID `json:"organization_id"`
		Word           string `json:"word"`
		Count          int    `json:"count"`
	}
	err := s.store.Ent().UserWord.Query().
		Where(userword.OrganizationIDIn(organizations...), userword.WordIn(words...), s.reach(ctx, access.ReadUsers, userword.FieldOrganizationID)).
		GroupBy(userword.FieldOrganizationID, userword.FieldWord).Aggregate(ent.Count()).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("count the users of domains: %w", err)
	}
	out := make(map[uid.ID]*int, len(domains))
	for _, d := range domains {
		out[d.ID] = new(int)
		for _, row := range rows {
			if row.OrganizationID == d.OrganizationID && row.Word == "@"+d.Name {
				*out[d.ID] = row.Count
			}
		}
	}
	return out, nil
}
