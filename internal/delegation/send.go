package delegation

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/offer"
	"delegatedadmin.example/ent/offerlink"
	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/product"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

const (
	maxDurationDays = 730
	maxMessage      = 2000 // characters
	maxReason       = 500  // characters
	maxSeats        = 100_000
	maxTermMonths   = 36

	resendPause  = 10 * time.Minute // between two mails of one offer
	mailsPerDay  = 200              // of one partner
	mailsCounted = 24 * time.Hour
)

// NewOffer is what a partner offers to whom.
type NewOffer struct {
	CustomerEmail string
	Roles         []schematype.Role
	DurationDays  int
	Message       *string
	Subscription  *NewSubscription
	Assignments   []schematype.Assignment // how the roles are assigned to groups; nil: by the groups' default roles
}

// NewSubscription is a trial or purchase to come along.
type NewSubscription struct {
	Kind       schematype.SubscriptionKind
	ProductID  uid.ID
	Seats      int
	TermMonths int
}

// Create makes an offer and puts its mail into the outbox. For those who manage the offers of a partner; FORBIDDEN for
// others, INVALID for what can't be offered, RATE_LIMITED past the day's mails.
func (s *Service) Create(ctx context.Context, n NewOffer) (uid.ID, error) {
	v := viewer.FromContext(ctx)
	var id uid.ID
	err := s.store.WithTx(ctx, access.Acting(v, v.OrganizationID), func(ctx context.Context, tx *store.Tx) error {
		grant, err := access.Decide(ctx, tx, v, v.OrganizationID, access.ManageOffers)
		if err != nil {
			return err
		}
		if v.PartnerID == "" {
			return apperr.NotAllowed("%s is not a partner.", v.OrganizationName)
		}
		owners, err := s.check(ctx, tx, v, &n)
		if err != nil {
			return err
		}
		plan, err := s.plan(ctx, tx, v, n)
		if err != nil {
			return err
		}
		if err := mailsLeft(ctx, tx, v.PartnerID); err != nil {
			return err
		}
		p, err := tx.Partner.Get(ctx, v.PartnerID)
		if err != nil {
			return fmt.Errorf("load the partner: %w", err)
		}
		create := tx.Offer.Create().
			SetPartnerID(p.ID).SetSentByID(v.UserID).SetSentByName(v.DisplayName).SetCustomerEmail(n.CustomerEmail).
			SetRoleSet(schematype.Roles(n.Roles...)).SetDurationDays(n.DurationDays).SetNillableMessage(n.Message).
			SetTermsID(p.TermsID).SetCreatedAt(tx.Now).SetSentAt(tx.Now).SetExpiresAt(tx.Now.Add(OfferLifetime))
		if plan != nil {
			create.SetAssignments(plan)
		}
		if sub := n.Subscription; sub != nil {
			create.SetSubscriptionKind(sub.Kind).SetProductID(sub.ProductID).SetSeats(sub.Seats).SetTermMonths(sub.TermMonths)
		}
		o, err := create.Save(ctx)
		if err != nil {
			return fmt.Errorf("create the offer: %w", err)
		}
		id = o.ID
		if err := MailOffer(ctx, tx, o.ID); err != nil {
			return err
		}
		changes := []schematype.Change{added("roles", names(o.RoleSet)), added("durationDays", strconv.Itoa(o.DurationDays))}
		if closed, err := answerInquiries(ctx, tx, o, owners); err != nil {
			return err
		} else if closed > 0 {
			changes = append(changes, added("answeredInquiries", strconv.Itoa(closed)))
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: "offer.create", Actor: grant.Viewer, OrganizationID: v.OrganizationID, Role: grant.Role, TargetID: o.ID, Target: o.CustomerEmail,
			Changes: changes,
		})
	})
	return id, access.Refused(ctx, s.store, err, audit.Event{Action: "offer.create", Actor: v, OrganizationID: v.OrganizationID})
}

// check refuses what can't be offered and folds the address. It returns the organizations that the address belongs to.
func (s *Service) check(ctx context.Context, tx *store.Tx, v viewer.Viewer, n *NewOffer) ([]uid.ID, error) {
	email, err := identity.NormalizeEmail(n.CustomerEmail)
	if err != nil {
		return nil, apperr.InvalidInput("customerEmail", "That is not an e-mail address. Write one address, such as admin@contoso.example.")
	}
	n.CustomerEmail = email
	owners, err := directory.Owners(ctx, tx.Client(), email)
	if err != nil {
		return nil, err
	}
	for _, owner := range owners {
		if owner == v.OrganizationID {
			return nil, apperr.InvalidInput("customerEmail", "This address belongs to your own organization. Send the offer to a customer.")
		}
	}
	if len(n.Roles) == 0 {
		return nil, apperr.InvalidInput("roles", "Ask for at least one role.")
	}
	if n.DurationDays < 1 || n.DurationDays > maxDurationDays {
		return nil, apperr.InvalidInput("durationDays", "Ask for 1 to %d days.", maxDurationDays)
	}
	if n.Message, err = words(n.Message, maxMessage); err != nil {
		return nil, apperr.InvalidInput("message", "A message has at most %d characters.", maxMessage)
	}
	sub := n.Subscription
	if sub == nil {
		return owners, nil
	}
	exists, err := tx.Product.Query().Where(product.ID(sub.ProductID)).Exist(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for the product: %w", err)
	}
	longest := maxTermMonths
	if sub.Kind == schematype.SubscriptionTrial {
		longest = 1
	}
	switch {
	case !exists:
		return nil, apperr.New(apperr.Invalid, "Choose a product of the catalog.").On("input", "subscription", "productId")
	case sub.Seats < 1 || sub.Seats > maxSeats:
		return nil, apperr.New(apperr.Invalid, "Offer 1 to %d seats.", maxSeats).On("input", "subscription", "seats")
	case sub.TermMonths < 1 || sub.TermMonths > longest:
		return nil, apperr.New(apperr.Invalid, "A trial runs for 1 month, a purchase for 1 to %d.", maxTermMonths).On("input", "subscription", "termMonths")
	}
	return owners, nil
}

// Resend sends the mail of a waiting offer again, with a new link; those sent before stop working. For those who manage
// the offers of the partner. RATE_LIMITED when the last mail left less than ten minutes ago.
func (s *Service) Resend(ctx context.Context, id uid.ID) error {
	return s.manage(ctx, id, "offer.resend", func(ctx context.Context, tx *store.Tx, o *ent.Offer) error {
		latest, err := tx.OutboxMessage.Query().Where(outboxmessage.OfferID(id)).Order(ent.Desc(outboxmessage.FieldCreatedAt)).First(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return fmt.Errorf("read the last mail: %w", err)
		}
		failed := latest != nil && latest.FailedAt != nil
		if next := o.SentAt.Add(resendPause); !failed && tx.Now.Before(next) {
			return apperr.New(apperr.RateLimited, "This offer was sent a moment ago. You can send it again after %s UTC.", next.UTC().Format("15:04"))
		}
		if err := mailsLeft(ctx, tx, o.PartnerID); err != nil {
			return err
		}
		if _, err := tx.OfferLink.Delete().Where(offerlink.OfferID(id)).Exec(ctx); err != nil {
			return fmt.Errorf("end the links sent before: %w", err)
		}
		err = tx.OutboxMessage.Update().
			Where(outboxmessage.OfferID(id), outboxmessage.Kind(string(mail.Offer)), outboxmessage.SentAtIsNil(), outboxmessage.FailedAtIsNil()).
			SetFailedAt(tx.Now).SetLastError("sent again").Exec(ctx)
		if err != nil {
			return fmt.Errorf("drop the mails that wait: %w", err)
		}
		if err := tx.Offer.Update().Where(offer.ID(id)).SetSentAt(tx.Now).Exec(ctx); err != nil {
			return fmt.Errorf("note the sending: %w", err)
		}
		return MailOffer(ctx, tx, id)
	})
}

// Withdraw takes a waiting offer back; its link stops working. For those who manage the offers of the partner.
func (s *Service) Withdraw(ctx context.Context, id uid.ID) error {
	return s.manage(ctx, id, "offer.withdraw", func(ctx context.Context, tx *store.Tx, o *ent.Offer) error {
		return leavePending(ctx, tx, o.ID, schematype.OfferWithdrawn, func(u *ent.OfferUpdate) { u.SetAnsweredByID(viewer.FromContext(ctx).UserID) })
	})
}

// manage is the way of every act of the partner on an offer of its own.
func (s *Service) manage(ctx context.Context, id uid.ID, action string, change func(context.Context, *store.Tx, *ent.Offer) error) error {
	v := viewer.FromContext(ctx)
	locks := append(access.Acting(v, v.OrganizationID), OfferLock(id))
	err := s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		now, err := access.Person(ctx, tx, v)
		if err != nil {
			return err
		}
		o, err := tx.Offer.Get(ctx, id)
		if ent.IsNotFound(err) {
			return apperr.Unseen("offer")
		}
		if err != nil {
			return fmt.Errorf("load the offer: %w", err)
		}
		if err := canManage(now, o, tx.Now); err != nil {
			return err
		}
		if err := change(ctx, tx, o); err != nil {
			return err
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: action, Actor: now, OrganizationID: v.OrganizationID, Role: globalAdministrator(), TargetID: id, Target: o.CustomerEmail,
		})
	})
	return access.Refused(ctx, s.store, err, audit.Event{Action: action, Actor: v, OrganizationID: v.OrganizationID, TargetID: id})
}

// leavePending moves an offer out of PENDING, once: whoever comes second gets ALREADY_ANSWERED.
func leavePending(ctx context.Context, tx *store.Tx, id uid.ID, to schematype.OfferStatus, more func(*ent.OfferUpdate)) error {
	u := tx.Offer.Update().Where(offer.ID(id), offer.StatusEQ(schematype.OfferPending)).SetStatus(to).SetAnsweredAt(tx.Now)
	more(u)
	n, err := u.Save(ctx)
	if err != nil {
		return fmt.Errorf("answer the offer: %w", err)
	}
	if n == 0 {
		return apperr.New(apperr.AlreadyAnswered, "This offer was answered before.")
	}
	return nil
}

// mailsLeft is RATE_LIMITED when a partner has sent its mails of the day.
func mailsLeft(ctx context.Context, tx *store.Tx, partnerID uid.ID) error {
	n, err := tx.Offer.Query().Where(offer.PartnerID(partnerID), offer.SentAtGT(tx.Now.Add(-mailsCounted))).Count(ctx)
	if err != nil {
		return fmt.Errorf("count the day's mails: %w", err)
	}
	if n >= mailsPerDay {
		return apperr.New(apperr.RateLimited, "Your organization has sent %d offers in a day. Try again tomorrow.", mailsPerDay)
	}
	return nil
}

// MintLink makes the token of an offer's link, just before its mail is sent: only its hash is ever kept. ok is false
// when the offer no longer waits, and no mail is needed.
func (s *Service) MintLink(ctx context.Context, tx *store.Tx, id uid.ID) (token string, ok bool, err error) {
	o, err := tx.Offer.Get(ctx, id)
	if ent.IsNotFound(err) {
		return "", false, nil
	}
	if err != nil {
		return "", false, fmt.Errorf("load the offer: %w", err)
	}
	if statusOf(o, tx.Now) != schematype.OfferPending {
		return "", false, nil
	}
	raw := make([]byte, 32)
	if _, err := rand.Read(raw); err != nil {
		return "", false, fmt.Errorf("make a token: %w", err)
	}
	hash := sha256.Sum256(raw)
	if err := tx.OfferLink.Create().SetOfferID(id).SetTokenHash(hash[:]).SetCreatedAt(tx.Now).Exec(ctx); err != nil {
		return "", false, fmt.Errorf("keep the link: %w", err)
	}
	if err := dropOldLinks(ctx, tx, id); err != nil {
		return "", false, err
	}
	return base64.RawURLEncoding.EncodeToString(raw), true, nil
}

// linksKept is how many links of an offer work at once: a mail that seemed to fail may have arrived all the same.
const linksKept = 4

// dropOldLinks ends all but the newest links of an offer, so that a mail server that is away for days leaves no heap of
// them.
func dropOldLinks(ctx context.Context, tx *store.Tx, id uid.ID) error {
	old, err := tx.OfferLink.Query().Where(offerlink.OfferID(id)).Order(ent.Desc(offerlink.FieldID)).Offset(linksKept).Limit(100).IDs(ctx)
	if err == nil && len(old) > 0 {
		_, err = tx.OfferLink.Delete().Where(offerlink.IDIn(old...)).Exec(ctx)
	}
	if err != nil {
		return fmt.Errorf("end old links: %w", err)
	}
	return nil
}

// words trims what a person wrote; nil for nothing. It refuses more than max characters.
func words(text *string, max int) (*string, error) {
	if text == nil {
		return nil, nil
	}
	trimmed := strings.TrimSpace(strings.ToValidUTF8(*text, "\uFFFD"))
	if trimmed == "" {
		return nil, nil
	}
	if strings.ContainsRune(trimmed, 0) || utf8.RuneCountInString(trimmed) > max {
		return nil, fmt.Errorf("more than %d characters", max)
	}
	return &trimmed, nil
}

func added(field, after string) schematype.Change {
	return schematype.Change{Field: field, After: &after}
}

func changed(field, before, after string) schematype.Change {
	return schematype.Change{Field: field, Before: &before, After: &after}
}

func names(set schematype.RoleSet) string {
	return strings.ReplaceAll(lines(set), "\n", ", ")
}

func globalAdministrator() *schematype.Role {
	role := schematype.GlobalAdministrator
	return &role
}
