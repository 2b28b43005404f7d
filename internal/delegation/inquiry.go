package delegation

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/inquiry"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

const (
	maxInquiry       = 500 // characters
	inquiriesPerDay  = 10  // of one customer
	inquiriesCounted = 24 * time.Hour
)

// NewInquiry is what a customer asks a partner for.
type NewInquiry struct {
	PartnerID uid.ID
	Message   string
	Roles     []schematype.Role // which it may ask for; none: the partner proposes
}

// Ask asks a partner of the directory for an offer, by a mail to the partner's contact. For those who may accept offers;
// FORBIDDEN for others, INVALID for a partner that is not in the directory, CONFLICT while the organization has an open
// inquiry there, RATE_LIMITED past the day's inquiries.
func (s *Service) Ask(ctx context.Context, n NewInquiry) error {
	const action = "inquiry.create"
	v := viewer.FromContext(ctx)
	locks := append(access.Acting(v, v.OrganizationID), asking(v.OrganizationID))
	err := s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		grant, err := access.Decide(ctx, tx, v, v.OrganizationID, access.AcceptOffers)
		if err != nil {
			return err
		}
		p, err := tx.Partner.Get(ctx, n.PartnerID)
		if err != nil && !ent.IsNotFound(err) {
			return fmt.Errorf("load the partner: %w", err)
		}
		if p == nil || canAsk(grant.Viewer, p) != nil {
			return apperr.InvalidInput("partnerId", "Choose a partner of the directory that is not your own organization.")
		}
		message, err := words(&n.Message, maxInquiry)
		if err != nil || message == nil {
			return apperr.InvalidInput("message", "Write what you need, in at most %d characters.", maxInquiry)
		}
		if err := inquiryFits(ctx, tx, v.OrganizationID, p); err != nil {
			return err
		}
		person, err := tx.User.Get(ctx, v.UserID)
		if err != nil {
			return fmt.Errorf("load the person: %w", err)
		}
		replyTo := person.UserName
		if person.Email != nil {
			replyTo = *person.Email
		}
		i, err := tx.Inquiry.Create().SetPartnerID(p.ID).SetCustomerID(v.OrganizationID).SetCustomerName(v.OrganizationName).
			SetAskedByID(v.UserID).SetAskedBy(v.DisplayName).SetReplyTo(replyTo).SetMessage(*message).
			SetRoleSet(schematype.Roles(n.Roles...)).SetCreatedAt(tx.Now).Save(ctx)
		if err != nil {
			return fmt.Errorf("keep the inquiry: %w", err)
		}
		err = mail.Enqueue(ctx, tx, mail.Message{
			Kind: mail.OfferAsked, To: *p.ContactEmail, Key: fmt.Sprintf("%s:%s", mail.OfferAsked, i.ID),
			Data: forSide(map[string]string{
				"partner": p.Name, "customer": i.CustomerName, "by": i.AskedBy, "customerEmail": i.ReplyTo, "message": i.Message, "roles": lines(i.RoleSet),
			}, "partner", "/partner/offers"),
		})
		if err != nil {
			return err
		}
		event := audit.Event{
			Action: action, Actor: grant.Viewer, OrganizationID: v.OrganizationID, Role: grant.Role, TargetID: p.ID, Target: p.Name,
			Changes: []schematype.Change{added("message", i.Message)},
		}
		if i.RoleSet != 0 {
			event.Changes = append(event.Changes, added("roles", names(i.RoleSet)))
		}
		return audit.Record(ctx, tx, event)
	})
	return access.Refused(ctx, s.store, err, audit.Event{Action: action, Actor: v, OrganizationID: v.OrganizationID, TargetID: n.PartnerID})
}

// inquiryFits refuses a second open inquiry at one partner, and more than a day's.
func inquiryFits(ctx context.Context, tx *store.Tx, customerID uid.ID, p *ent.Partner) error {
	of := tx.Inquiry.Query().Where(inquiry.CustomerID(customerID))
	if waits, err := of.Clone().Where(inquiry.PartnerID(p.ID), inquiry.ClosedAtIsNil()).Exist(ctx); err != nil {
		return fmt.Errorf("look for an open inquiry: %w", err)
	} else if waits {
		return apperr.New(apperr.Conflict, "Your organization has asked %s already, and waits for its offer. Take that back first to ask for something else.", p.Name)
	}
	n, err := of.Where(inquiry.CreatedAtGT(tx.Now.Add(-inquiriesCounted))).Count(ctx)
	if err != nil {
		return fmt.Errorf("count the day's inquiries: %w", err)
	}
	if n >= inquiriesPerDay {
		return apperr.New(apperr.RateLimited, "Your organization has asked %d times in a day. Try again tomorrow.", inquiriesPerDay)
	}
	return nil
}

// asking is the lock by which an organization asks for one offer at a time.
func asking(customerID uid.ID) store.Lock {
	return store.Lock{Key: "asking:" + string(customerID), Exclusive: true}
}

// WithdrawInquiry takes back what the viewer's organization asked a partner. For those who may accept offers; FORBIDDEN for
// others, CONFLICT when nothing is open.
func (s *Service) WithdrawInquiry(ctx context.Context, partnerID uid.ID) error {
	const action = "inquiry.withdraw"
	v := viewer.FromContext(ctx)
	locks := append(access.Acting(v, v.OrganizationID), asking(v.OrganizationID))
	err := s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		grant, err := access.Decide(ctx, tx, v, v.OrganizationID, access.AcceptOffers)
		if err != nil {
			return err
		}
		n, err := tx.Inquiry.Update().Where(inquiry.CustomerID(v.OrganizationID), inquiry.PartnerID(partnerID), inquiry.ClosedAtIsNil()).
			SetClosedAt(tx.Now).Save(ctx)
		if err != nil {
			return fmt.Errorf("take the inquiry back: %w", err)
		}
		if n == 0 {
			return apperr.New(apperr.Conflict, "Nothing that your organization asked this partner is open.")
		}
		p, err := tx.Partner.Get(ctx, partnerID)
		if err != nil {
			return fmt.Errorf("load the partner: %w", err)
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: action, Actor: grant.Viewer, OrganizationID: v.OrganizationID, Role: grant.Role, TargetID: p.ID, Target: p.Name,
		})
	})
	return access.Refused(ctx, s.store, err, audit.Event{Action: action, Actor: v, OrganizationID: v.OrganizationID, TargetID: partnerID})
}

// answerInquiries closes what the addressed organizations asked the partner of an offer, and tells how many that were.
func answerInquiries(ctx context.Context, tx *store.Tx, o *ent.Offer, owners []uid.ID) (int, error) {
	n, err := tx.Inquiry.Update().Where(inquiry.PartnerID(o.PartnerID), inquiry.CustomerIDIn(owners...), inquiry.ClosedAtIsNil()).
		SetClosedAt(tx.Now).SetOfferID(o.ID).Save(ctx)
	if err != nil {
		return 0, fmt.Errorf("close what was asked: %w", err)
	}
	return n, nil
}

// Inquiries is a page of what customers asked the viewer's partner and wait for, newest first; empty for those who do not
// manage its offers.
func (s *Service) Inquiries(ctx context.Context, args store.PageArgs) (*store.Page[*ent.Inquiry], error) {
	v := viewer.FromContext(ctx)
	if !sends(v) {
		return &store.Page[*ent.Inquiry]{}, nil
	}
	t := sql.Table(inquiry.Table)
	order := store.Order{Name: "asked", Column: t.C(inquiry.FieldCreatedAt), IDColumn: t.C(inquiry.FieldID), Time: true, Desc: true}
	return store.Paginate(args, order,
		func(page func(*sql.Selector)) ([]*ent.Inquiry, error) { return s.inquiries(v).Where(page).All(ctx) },
		func(i *ent.Inquiry) store.At { return store.At{Value: i.CreatedAt, ID: i.ID} })
}

// CountInquiries is how many there are in all pages.
func (s *Service) CountInquiries(ctx context.Context) (int, error) {
	v := viewer.FromContext(ctx)
	if !sends(v) {
		return 0, nil
	}
	return s.inquiries(v).Count(ctx)
}

func (s *Service) inquiries(v viewer.Viewer) *ent.InquiryQuery {
	return s.store.Ent().Inquiry.Query().Where(inquiry.PartnerID(v.PartnerID), inquiry.ClosedAtIsNil())
}

// OwnInquiries are what the viewer's organization asked each of these partners and waits for, for those who may accept
// offers, in one statement.
func (s *Service) OwnInquiries(ctx context.Context, partnerIDs []uid.ID) (map[uid.ID]*ent.Inquiry, error) {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() || !access.Holds(v.Roles, access.AcceptOffers) {
		return nil, nil
	}
	rows, err := s.store.Ent().Inquiry.Query().
		Where(inquiry.CustomerID(v.OrganizationID), inquiry.PartnerIDIn(partnerIDs...), inquiry.ClosedAtIsNil()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read what was asked: %w", err)
	}
	out := make(map[uid.ID]*ent.Inquiry, len(rows))
	for _, row := range rows {
		out[row.PartnerID] = row
	}
	return out, nil
}

// CanAsk tells whether v may ask a partner for an offer, as far as nothing is open there.
func CanAsk(v viewer.Viewer, p *ent.Partner) bool { return canAsk(v, p) == nil }
