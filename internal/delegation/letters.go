package delegation

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"strconv"
	"strings"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// readers is how many people of one side hear of something.
const readers = 20

// inWords is a day as mails write it, in UTC.
func inWords(t time.Time) string { return t.UTC().Format("2 January 2006") }

// MailOffer puts the mail of an offer that waits into the outbox. Its link is made when it leaves. Whoever calls it has
// made the offer, or decided that it is sent again.
func MailOffer(ctx context.Context, tx *store.Tx, id uid.ID) error {
	o, err := tx.Offer.Get(ctx, id)
	if err != nil {
		return fmt.Errorf("load the offer: %w", err)
	}
	p, err := o.QueryPartner().Only(ctx)
	if err != nil {
		return fmt.Errorf("load the partner: %w", err)
	}
	terms, err := o.QueryTerms().Only(ctx)
	if err != nil {
		return fmt.Errorf("load the terms: %w", err)
	}
	data := map[string]string{
		"partner": p.Name, "partnerDomain": text(p.Domain), "sender": o.SentByName, "message": text(o.Message), "customerEmail": o.CustomerEmail,
		"roles": lines(o.RoleSet), "days": strconv.Itoa(o.DurationDays), "lapses": inWords(o.ExpiresAt),
		"terms": terms.Text, "termsSha256": terms.Sha256,
	}
	if owners, err := directory.Owners(ctx, tx.Client(), o.CustomerEmail); err != nil {
		return err
	} else if len(owners) == 1 {
		customer, err := tx.Organization.Get(ctx, owners[0])
		if err != nil {
			return fmt.Errorf("load the addressed organization: %w", err)
		}
		data["customer"] = customer.DisplayName
	}
	if o.SubscriptionKind != nil {
		product, err := o.QueryProduct().Only(ctx)
		if err != nil {
			return fmt.Errorf("load the product: %w", err)
		}
		data["subscription"] = fmt.Sprintf("a %s of %s for %s, %s",
			strings.ToLower(string(*o.SubscriptionKind)), product.Name, count(o.Seats, "person", "people"), count(o.TermMonths, "month", "months"))
	}
	return mail.Enqueue(ctx, tx, mail.Message{
		Kind: mail.Offer, To: o.CustomerEmail, OfferID: o.ID, Data: data,
		Key: fmt.Sprintf("%s:%s:%d", mail.Offer, o.ID, o.SentAt.UnixMicro()),
	})
}

// acceptedLetter is what both sides hear of an acceptance.
type acceptedLetter struct {
	about        asked
	customer     uid.ID
	customerName string
	by           string
	delegation   *ent.Delegation // nil after a No
}

func (s *Service) mailAccepted(ctx context.Context, tx *store.Tx, l acceptedLetter) error {
	p := l.about.partner
	data := map[string]string{
		"partner": p.Name, "partnerDomain": text(p.Domain), "customer": l.customerName, "customerEmail": l.about.offer.CustomerEmail,
		"by": l.by, "delegated": yesNo(l.delegation != nil), "at": inWords(tx.Now),
	}
	m := mail.Message{Kind: mail.OfferAccepted, Data: data, Key: fmt.Sprintf("%s:%s", mail.OfferAccepted, l.about.offer.ID)}
	if d := l.delegation; d != nil {
		m.DelegationID = d.ID
		data["roles"], data["until"] = lines(d.RoleSet), inWords(d.ExpiresAt)
	}
	return tellBoth(ctx, tx, m, l.customer, p, l.about.sender)
}

func (s *Service) mailDeclined(ctx context.Context, tx *store.Tx, about asked, v viewer.Viewer, reason *string) error {
	m := mail.Message{
		Kind: mail.OfferDeclined, Key: fmt.Sprintf("%s:%s", mail.OfferDeclined, about.offer.ID),
		Data: map[string]string{
			"partner": about.partner.Name, "customer": v.OrganizationName, "customerEmail": about.offer.CustomerEmail, "by": v.DisplayName,
			"reason": text(reason), "at": inWords(tx.Now),
		},
	}
	return mail.Enqueue(ctx, tx, toPartner(m, about.partner, about.sender)...)
}

func (s *Service) mailEnded(ctx context.Context, tx *store.Tx, e ending) error {
	kind := mail.DelegationDeleted
	if e.status == schematype.DelegationExpired {
		kind = mail.DelegationExpired
	}
	return tellBoth(ctx, tx, mail.Message{
		Kind: kind, DelegationID: e.delegation.ID, Key: fmt.Sprintf("%s:%s", kind, e.delegation.ID),
		Data: map[string]string{
			"partner": e.partner.Name, "partnerDomain": text(e.partner.Domain), "customer": e.customerName, "by": e.actor.DisplayName,
			"reason": e.reason, "at": tx.Now.Format("2 January 2006, 15:04 UTC"), "until": inWords(e.delegation.ExpiresAt), "roles": lines(e.delegation.RoleSet),
		},
	}, e.delegation.CustomerID, e.partner, "")
}

func (s *Service) mailExpiring(ctx context.Context, tx *store.Tx, d *ent.Delegation, days int) error {
	p, err := tx.Partner.Get(ctx, d.PartnerID)
	if err != nil {
		return fmt.Errorf("load the partner: %w", err)
	}
	customer, err := tx.Organization.Get(ctx, d.CustomerID)
	if err != nil {
		return fmt.Errorf("load the customer: %w", err)
	}
	return tellBoth(ctx, tx, mail.Message{
		Kind: mail.DelegationExpiring, DelegationID: d.ID, Key: fmt.Sprintf("%s:%s:%d", mail.DelegationExpiring, d.ID, days),
		Data: map[string]string{
			"partner": p.Name, "partnerDomain": text(p.Domain), "customer": customer.DisplayName,
			"days": strconv.Itoa(days), "until": inWords(d.ExpiresAt), "roles": lines(d.RoleSet),
		},
	}, d.CustomerID, p, "")
}

var administrators = fmt.Sprintf(
	"SELECT COALESCE(email, user_name) FROM users WHERE organization_id = $1 AND enabled AND role_set & %d <> 0 ORDER BY id LIMIT %d",
	schematype.Roles(schematype.GlobalAdministrator), readers)

// tellBoth writes to the customer's Global Administrators and to the partner.
func tellBoth(ctx context.Context, tx *store.Tx, m mail.Message, customerID uid.ID, p *ent.Partner, sender string) error {
	rows, err := tx.QueryContext(ctx, administrators, customerID)
	if err != nil {
		return fmt.Errorf("read whom to write to: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var all []mail.Message
	data := forSide(m.Data, "customer", "/support/delegated-admins")
	for rows.Next() {
		var admin string
		if err := rows.Scan(&admin); err != nil {
			return fmt.Errorf("read whom to write to: %w", err)
		}
		all = append(all, to(m, data, admin))
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read whom to write to: %w", err)
	}
	return mail.Enqueue(ctx, tx, append(all, toPartner(m, p, sender)...)...)
}

// toPartner is m to the partner's contact, and to the person who sent the offer, whose address may be empty.
func toPartner(m mail.Message, p *ent.Partner, sender string) []mail.Message {
	path := "/partner/customers"
	if m.Kind == mail.OfferDeclined || m.Kind == mail.OfferAccepted {
		path = "/partner/offers"
	}
	data := forSide(m.Data, "partner", path)
	var all []mail.Message
	if p.ContactEmail != nil {
		all = append(all, to(m, data, *p.ContactEmail))
	}
	if sender != "" {
		all = append(all, to(m, data, sender))
	}
	return all
}

// forSide is data with the reader's side, and where the button leads.
func forSide(data map[string]string, side, path string) map[string]string {
	out := maps.Clone(data)
	out["side"], out["path"] = side, path
	return out
}

// to is m to one reader; the same reader hears of the same thing once.
func to(m mail.Message, data map[string]string, address string) mail.Message {
	m.To, m.Data, m.Key = address, data, m.Key+":"+data["side"]+":"+shortHash(address)
	return m
}

// shortHash keeps the key short, however long the address is.
func shortHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func lines(set schematype.RoleSet) string {
	out := make([]string, 0, set.Len())
	for _, role := range set.List() {
		out = append(out, role.DisplayName())
	}
	return strings.Join(out, "\n")
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
