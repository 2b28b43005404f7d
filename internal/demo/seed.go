// Package demo has the organizations, people and offers with which the story can be lived at once, and the mailbox in
// which its mails arrive. Nothing of it exists outside --demo.
package demo

import (
	"context"
	"fmt"
	"strings"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/product"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Password is the password of every account of the demo.
const Password = "delegated-demo"

// Account is somebody to sign in as.
type Account struct{ UserName, DisplayName, OrganizationName, Description string }

// Accounts are the people of the demo, in the order of the story.
var Accounts = []Account{
	{"admin@contoso.example", "Megan Bowen", "Contoso", "Customer with two delegated admins · Global Administrator"},
	{"adele@contoso.example", "Adele Vance", "Contoso", "Customer · no roles"},
	{"admin@northwind.example", "Alex Wilber", "Northwind", "Customer without delegated admins · Global Administrator"},
	{"admin@fabrikam.example", "Lidia Holloway", "Fabrikam", "Partner · Global Administrator, sends offers"},
	{"tech@fabrikam.example", "Joni Sherman", "Fabrikam", "Partner · administers customers"},
	{"admin@wingtip.example", "Diego Siciliani", "Wingtip", "Partner · Global Administrator"},
}

// Seed fills an empty database with the demo. On one that has organizations it does nothing, so that what people did
// in the demo stays.
func Seed(ctx context.Context, st *store.Store) error {
	ctx = viewer.NewContext(ctx, viewer.System)
	if err := directory.FillCatalog(ctx, st); err != nil {
		return err
	}
	return st.WithTx(ctx, []store.Lock{directory.NamingPartner}, func(ctx context.Context, tx *store.Tx) error {
		if there, err := tx.Organization.Query().Exist(ctx); err != nil || there {
			return err
		}
		hash, err := identity.HashPassword(Password)
		if err != nil {
			return fmt.Errorf("hash the demo's password: %w", err)
		}
		s := seeder{ctx: ctx, tx: tx, hash: hash, today: tx.Now}
		if err := s.all(); err != nil {
			return fmt.Errorf("make the demo: %w", err)
		}
		return nil
	})
}

// seeder makes the demo in one transaction, whose time it moves: what it records looks as if it had happened then.
type seeder struct {
	ctx   context.Context
	tx    *store.Tx
	hash  string
	today time.Time
}

// org is an organization of the demo with its Global Administrator, and its public face if it is a partner.
type org struct {
	*ent.Organization
	admin   *ent.User
	partner *ent.Partner
	terms   *ent.Terms
}

func (s *seeder) all() error {
	s.tx.Now = s.ago(900)
	contoso, err := s.organization("Contoso", "contoso.example", "Megan Bowen")
	if err != nil {
		return err
	}
	if _, err := s.person(contoso, "adele@contoso.example", "Adele Vance"); err != nil {
		return err
	}
	err = s.tx.Organization.UpdateOneID(contoso.ID).SetContactName("Contoso IT desk").
		SetContactEmail("it@contoso.example").SetContactPhone("+1 425 555 0100").Exec(s.ctx)
	if err != nil {
		return err
	}
	if _, err := s.organization("Northwind", "northwind.example", "Alex Wilber"); err != nil {
		return err
	}
	fabrikam, err := s.organization("Fabrikam", "fabrikam.example", "Lidia Holloway")
	if err != nil {
		return err
	}
	joni, err := s.person(fabrikam, "tech@fabrikam.example", "Joni Sherman")
	if err != nil {
		return err
	}
	wingtip, err := s.organization("Wingtip", "wingtip.example", "Diego Siciliani")
	if err != nil {
		return err
	}
	err = s.partnerOf(fabrikam, "We run cloud subscriptions for small and mid-sized companies, from the first user to the last license.", fabrikamTerms,
		"US", schematype.UserSupport, schematype.Licensing, schematype.Migration, schematype.Security)
	if err != nil {
		return err
	}
	err = s.partnerOf(wingtip, "Toys by day, a help desk by night. We reset passwords faster than you forget them.", wingtipTerms,
		"CA", schematype.UserSupport, schematype.Training)
	if err != nil {
		return err
	}
	if err := s.offers(contoso, fabrikam, wingtip); err != nil {
		return err
	}
	if err := s.people(contoso, fabrikam, joni); err != nil {
		return err
	}
	if err := s.licenses(contoso, fabrikam); err != nil {
		return err
	}
	return s.domain(contoso, fabrikam)
}

func (s *seeder) organization(name, host, admin string) (*org, error) {
	o, u, err := directory.Create(s.ctx, s.tx, directory.NewOrganization{
		DisplayName: name, Domain: host, Administrator: "admin", AdministratorFor: admin,
		Email: "admin@" + host, PasswordHash: s.hash,
	})
	return &org{Organization: o, admin: u}, err
}

func (s *seeder) person(o *org, userName, displayName string, change ...func(*ent.UserCreate)) (*ent.User, error) {
	create := s.tx.User.Create().SetOrganizationID(o.ID).SetUserName(userName).SetEmail(userName).SetDisplayName(displayName).
		SetNameKey(directory.NameKey(displayName)).SetPasswordHash(s.hash).SetRoleSet(0).SetCreatedAt(s.tx.Now)
	for _, each := range change {
		each(create)
	}
	u, err := create.Save(s.ctx)
	if err != nil {
		return nil, err
	}
	return u, directory.Index(s.ctx, s.tx, u)
}

// partnerOf makes an organization a partner that wants to be found.
func (s *seeder) partnerOf(o *org, description, terms, country string, services ...schematype.PartnerService) error {
	_, host, _ := strings.Cut(o.admin.UserName, "@")
	var err error
	o.partner, err = directory.CreatePartner(s.ctx, s.tx, o.Organization, directory.NewPartner{
		Domain: host, ContactEmail: "partners@" + host, Website: "https://" + host, Description: description, Country: country,
		Terms: terms, Since: s.ago(900),
	})
	if err != nil {
		return err
	}
	o.partner, err = s.tx.Partner.UpdateOne(o.partner).SetListed(true).SetServiceSet(schematype.Services(services...)).Save(s.ctx)
	if err != nil {
		return err
	}
	o.terms, err = o.partner.QueryTerms().Only(s.ctx)
	return err
}

// past is an offer of the demo that was made before today.
type past struct {
	by         *org
	to         string
	roles      schematype.RoleSet
	days       int
	message    string
	sentDays   int // ago
	status     schematype.OfferStatus
	answeredBy *org // the customer
	reason     string
	trial      bool
}

func (s *seeder) offers(contoso, fabrikam, wingtip *org) error {
	standard, err := s.tx.Product.Query().Where(product.Name("Business Standard")).Only(s.ctx)
	if err != nil {
		return err
	}
	// In the order of time, as the audit log has them.
	helpdesk := schematype.Roles(schematype.HelpdeskAdministrator, schematype.DirectoryReader)
	admin := schematype.Roles(schematype.UserAdministrator, schematype.LicenseAdministrator, schematype.DomainNameAdministrator)
	for _, p := range []past{
		{by: fabrikam, to: "admin@contoso.example", roles: admin | schematype.Roles(schematype.PrivilegedRoleAdministrator), days: 730, sentDays: 220, status: schematype.OfferDeclined, answeredBy: contoso, reason: "Too much for too long. Please ask for less."},
		{by: fabrikam, to: "admin@contoso.example", roles: schematype.Roles(schematype.GlobalAdministrator), days: 730, sentDays: 210, status: schematype.OfferWithdrawn},
		{by: fabrikam, to: "admin@contoso.example", roles: admin, days: 365, sentDays: 200, status: schematype.OfferAccepted, answeredBy: contoso, message: "As agreed on the phone: we look after users, licenses and domains."},
		{by: wingtip, to: "admin@contoso.example", roles: admin, days: 365, sentDays: 100, status: schematype.OfferDeclined, answeredBy: contoso, reason: "The help desk is all we need."},
		{by: wingtip, to: "admin@contoso.example", roles: helpdesk, days: 90, sentDays: 81, status: schematype.OfferAccepted, answeredBy: contoso},
		{by: fabrikam, to: "it@northwind.example", roles: schematype.Roles(schematype.GlobalAdministrator), days: 730, sentDays: 60, status: schematype.OfferExpired},
		{by: wingtip, to: "admin@northwind.example", roles: helpdesk, days: 90, sentDays: 40, status: schematype.OfferExpired},
		{by: wingtip, to: "admin@northwind.example", roles: admin, days: 30, sentDays: 20, status: schematype.OfferWithdrawn},
		{by: wingtip, to: "adele@contoso.example", roles: helpdesk | admin, days: 180, sentDays: 3, status: schematype.OfferPending},
		{by: fabrikam, to: "admin@northwind.example", roles: admin, days: 365, sentDays: 2, status: schematype.OfferPending, trial: true, message: "Here is the trial that we talked about. We can set it up for you."},
		{by: fabrikam, to: "office@adventure-works.example", roles: helpdesk, days: 180, sentDays: 1, status: schematype.OfferPending, trial: true},
	} {
		if err := s.offer(p, standard); err != nil {
			return err
		}
	}
	return nil
}

func (s *seeder) ago(days int) time.Time { return s.today.AddDate(0, 0, -days) }

func (s *seeder) offer(p past, trial *ent.Product) error {
	sent := s.ago(p.sentDays)
	s.tx.Now = sent
	create := s.tx.Offer.Create().
		SetPartnerID(p.by.partner.ID).SetSentByID(p.by.admin.ID).SetSentByName(p.by.admin.DisplayName).SetCustomerEmail(p.to).
		SetStatus(p.status).SetRoleSet(p.roles).SetDurationDays(p.days).SetTermsID(p.by.terms.ID).
		SetCreatedAt(sent).SetSentAt(sent).SetExpiresAt(sent.AddDate(0, 0, 30))
	if p.message != "" {
		create.SetMessage(p.message)
	}
	if p.trial {
		create.SetSubscriptionKind(schematype.SubscriptionTrial).SetProductID(trial.ID).SetSeats(25).SetTermMonths(1)
	}
	if p.status != schematype.OfferPending && p.status != schematype.OfferExpired {
		create.SetAnsweredAt(sent.Add(20 * time.Hour))
	}
	if p.answeredBy != nil {
		create.SetAnsweredByID(p.answeredBy.admin.ID).SetCustomerID(p.answeredBy.ID)
	}
	if p.reason != "" {
		create.SetDeclineReason(p.reason)
	}
	o, err := create.Save(s.ctx)
	if err != nil {
		return err
	}
	if err := s.record(p.by, p.by, "offer.create", o.CustomerEmail, o.ID, ""); err != nil {
		return err
	}
	s.tx.Now = sent.Add(20 * time.Hour)
	switch p.status {
	case schematype.OfferPending:
		s.tx.Now = s.today
		return delegation.MailOffer(s.ctx, s.tx, o.ID)
	case schematype.OfferDeclined:
		return s.record(p.answeredBy, p.answeredBy, "offer.decline", p.by.DisplayName, o.ID, "")
	case schematype.OfferAccepted:
		return s.delegation(o, p)
	}
	return nil
}

// delegation is what came of an offer that was accepted.
func (s *seeder) delegation(o *ent.Offer, p past) error {
	d, err := s.tx.Delegation.Create().
		SetPartnerID(o.PartnerID).SetCustomerID(p.answeredBy.ID).SetOfferID(o.ID).SetAcceptedByID(p.answeredBy.admin.ID).
		SetRoleSet(p.roles).SetActivatedAt(*o.AnsweredAt).SetExpiresAt(o.AnsweredAt.AddDate(0, 0, p.days)).
		Save(s.ctx)
	if err != nil {
		return err
	}
	if err := delegation.AssignAsOffered(s.ctx, s.tx, o, p.by.partner, d); err != nil {
		return err
	}
	_, err = audit.Sign(s.ctx, s.tx, audit.Statement{
		Action: "delegation.accept", DelegationID: d.ID, OfferID: o.ID, ExpiresAt: d.ExpiresAt, Roles: d.Roles(),
		Customer: audit.Party{ID: p.answeredBy.ID, Name: p.answeredBy.DisplayName},
		Partner:  audit.Party{ID: p.by.partner.ID, Name: p.by.partner.Name},
		Person:   audit.Party{ID: p.answeredBy.admin.ID, Name: p.answeredBy.admin.DisplayName}, TermsSHA256: p.by.terms.Sha256,
	})
	if err != nil {
		return err
	}
	return s.record(p.answeredBy, p.answeredBy, "offer.accept", p.by.DisplayName, o.ID, d.ID)
}

func (s *seeder) record(in, by *org, action, target string, targetID, delegationID uid.ID) error {
	return audit.Record(s.ctx, s.tx, audit.Event{
		Action: action, Actor: directory.PersonOf(by.Organization, by.admin), OrganizationID: in.ID,
		DelegationID: delegationID, TargetID: targetID, Target: target,
	})
}

const fabrikamTerms = `Fabrikam: terms of administration

1. What we do. We administer your cloud subscription with the roles that you grant, and with no others.
2. Who does it. Named people of ours, each with an account of their own. You see every act by name.
3. Your data. We look at it only as far as a task needs, and keep nothing of it.
4. Security. We report an incident that concerns you within 24 hours.
5. The end. You can delete us as a delegated admin at any moment, without a reason. What we then still owe you is a list of what we changed.
6. Liability. Ours is limited to the fees of the last twelve months, except for intent and gross negligence.`

const wingtipTerms = `Wingtip: help desk terms

We reset passwords and answer questions, on working days from 8 to 18. We never ask for a password and never write one down.
Either side may end this at any time. Each month costs what your price list says.`
