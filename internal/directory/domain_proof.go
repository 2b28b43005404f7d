package directory

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/domain"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

const (
	// lookTime is how long it may take to look for a record: less than a request may take as a whole.
	lookTime = 3 * time.Second
	// lookEvery is how long after one look for a domain's record an organization waits for the next: name servers are
	// somebody else's.
	lookEvery = 10 * time.Second
)

// proofReaders is how many people of one side hear that a domain was claimed.
const proofReaders = 20

// Resolver asks the resolver at address, as host:port, or those of the system when it is empty. It never blocks a thread.
func Resolver(address string) *net.Resolver {
	r := &net.Resolver{PreferGo: true}
	if address != "" {
		r.Dial = func(ctx context.Context, network, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, network, address)
		}
	}
	return r
}

// The record that proves who controls a domain: a TXT record under a name of its own, which gets in nobody's way (RFC
// 8552), with an attribute and its value (RFC 1464).
const (
	recordLabel = "_delegated-admin."
	RecordType  = "TXT"
	recordKey   = "delegated-admin-verification="
)

// RecordName is the name of the record, in the form in which DNS knows it.
func RecordName(d *ent.Domain) string { return recordLabel + asciiName(d.Name) }

// RecordValue is what the record holds.
func RecordValue(d *ent.Domain) string { return recordKey + d.Proof }

// VerifyDomain looks for the record that proves that an organization controls a domain, for those who hold domains.manage
// there. INVALID when it is not found, RATE_LIMITED when it was looked for a moment ago, CONFLICT when another organization
// has verified the domain: then, after the proof, the Global Administrators of both are told. Nothing is held while the
// record is looked for.
func (s *Service) VerifyDomain(ctx context.Context, id uid.ID) error {
	var d *ent.Domain
	_, err := s.onDomain(ctx, id, domainVerify, func(ctx context.Context, tx *store.Tx, now *ent.Domain) (string, []schematype.Change, error) {
		d = now
		if d.VerifiedAt != nil {
			return "", nil, nil
		}
		last, err := lastLook(ctx, tx, d)
		if err != nil {
			return "", nil, err
		}
		if err := canLook(d, last, tx.Now); err != nil {
			return "", nil, err
		}
		// Noted before it is done, so that of many at once one looks.
		return "", nil, tx.Domain.Update().Where(domain.ID(id)).SetCheckedAt(tx.Now).Exec(ctx)
	})
	if err != nil || d.VerifiedAt != nil {
		return err
	}
	result, proved := s.look(ctx, d)
	var answer error
	_, err = s.onDomain(ctx, id, domainVerify, func(ctx context.Context, tx *store.Tx, d *ent.Domain) (action string, _ []schematype.Change, err error) {
		answer = nil
		if d.VerifiedAt != nil {
			return "", nil, nil
		}
		update := tx.Domain.Update().Where(domain.ID(id)).SetCheckedAt(tx.Now)
		if !proved {
			answer = apperr.New(apperr.Invalid, "%s", result)
			return "", nil, update.SetCheckResult(result).Exec(ctx)
		}
		owner, err := tx.Domain.Query().Where(domain.Name(d.Name), domain.VerifiedAtNotNil()).Only(ctx)
		switch {
		case ent.IsNotFound(err):
			return domainVerify, nil, update.SetCheckResult(result).SetVerifiedAt(tx.Now).Exec(ctx)
		case err != nil:
			return "", nil, fmt.Errorf("look for the owner of the domain: %w", err)
		}
		const elsewhere = "The record was found, but another organization here uses this domain. Its administrators and yours are told by mail."
		answer = apperr.New(apperr.Conflict, elsewhere)
		if d.ClaimedAt != nil {
			return "", nil, update.SetCheckResult(elsewhere).Exec(ctx)
		}
		if err := update.SetCheckResult(elsewhere).SetClaimedAt(tx.Now).Exec(ctx); err != nil {
			return "", nil, fmt.Errorf("note the claim: %w", err)
		}
		return domainClaim, nil, tellOfClaim(ctx, tx, d, owner)
	})
	if err != nil {
		return err
	}
	return answer
}

// lastLook is when the record of a domain was looked for last; nil when it never was. A domain that was removed and added
// again knows nothing of it, so that its removal counts in its place.
func lastLook(ctx context.Context, tx *store.Tx, d *ent.Domain) (*time.Time, error) {
	if d.CheckedAt != nil || !tx.Now.Before(d.CreatedAt.Add(lookEvery)) {
		return d.CheckedAt, nil
	}
	removal, err := tx.AuditEvent.Query().Where(
		auditevent.OrganizationID(d.OrganizationID), auditevent.AtGT(tx.Now.Add(-lookEvery)),
		auditevent.Action(domainRemove), auditevent.ResultEQ(schematype.AuditDone), auditevent.Target(d.Name),
	).Order(ent.Desc(auditevent.FieldAt)).First(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for an earlier removal: %w", err)
	}
	return &removal.At, nil
}

// look looks for the record of a domain, and says in words what it found.
func (s *Service) look(ctx context.Context, d *ent.Domain) (result string, proved bool) {
	ctx, cancel := context.WithTimeout(ctx, lookTime)
	defer cancel()
	name := RecordName(d)
	texts, err := s.resolver.LookupTXT(ctx, name+".") // the dot keeps the system's own domains out
	var fault *net.DNSError
	switch {
	case slices.ContainsFunc(texts, func(text string) bool { return strings.TrimSpace(text) == RecordValue(d) }):
		return "The record was found.", true
	case errors.As(err, &fault) && fault.IsNotFound:
		return fmt.Sprintf("There is no record %s yet. It can take an hour until a new one is seen everywhere.", name), false
	case errors.As(err, &fault) && fault.IsTimeout, ctx.Err() != nil:
		return fmt.Sprintf("The name servers of %s did not answer in time. Try again later.", d.Name), false
	case err != nil:
		return fmt.Sprintf("The name servers of %s could not be asked. Try again later.", d.Name), false
	}
	return fmt.Sprintf("There is a record %s, but it does not hold the value asked for.", name), false
}

// tellOfClaim tells both sides that an organization has proved to control a domain that another has verified. Until then
// neither learns of the other.
func tellOfClaim(ctx context.Context, tx *store.Tx, claimed, owned *ent.Domain) error {
	claimant, err := tx.Organization.Get(ctx, claimed.OrganizationID)
	if err != nil {
		return fmt.Errorf("load who claims the domain: %w", err)
	}
	owner, err := tx.Organization.Get(ctx, owned.OrganizationID)
	if err != nil {
		return fmt.Errorf("load the owner of the domain: %w", err)
	}
	for _, side := range []struct {
		name      string
		own, with *ent.Organization
	}{{"claimant", claimant, owner}, {"owner", owner, claimant}} {
		admins, err := tx.User.Query().
			Where(user.OrganizationID(side.own.ID), user.Enabled(true), holdsRole(schematype.GlobalAdministrator)).
			Order(user.ByID()).Limit(proofReaders).All(ctx)
		if err != nil {
			return fmt.Errorf("read whom to write to: %w", err)
		}
		for _, admin := range admins {
			to := admin.UserName
			if admin.Email != nil {
				to = *admin.Email
			}
			err := mail.Enqueue(ctx, tx, mail.Message{
				Kind: mail.DomainClaimed, To: to, Key: fmt.Sprintf("%s:%s:%s", mail.DomainClaimed, claimed.ID, admin.ID),
				Data: map[string]string{"domain": claimed.Name, "customer": side.own.DisplayName, "other": side.with.DisplayName, "side": side.name},
			})
			if err != nil {
				return err
			}
		}
	}
	return audit.Record(ctx, tx, audit.Event{
		Action: domainClaim, Actor: viewer.System, OrganizationID: owner.ID, TargetID: owned.ID, Target: owned.Name,
		Changes: []schematype.Change{{Field: "claimedBy", After: &claimant.DisplayName}},
	})
}
