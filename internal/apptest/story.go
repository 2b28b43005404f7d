package apptest

import (
	"context"
	"strings"
	"testing"

	"delegatedadmin.example/ent/group"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Offer is an offer as a partner makes one. What is left out has a sensible value.
type Offer struct {
	By    string // user name of who sends it; admin@fabrikam.example by default
	To    string // admin@contoso.example by default
	Roles []schematype.Role
	Days  int
	Trial bool
}

// AdminOf is the user name of an organization's Global Administrator.
func AdminOf(organization string) string {
	return "admin@" + strings.ToLower(organization) + ".example"
}

// NewOffer makes an offer through the API and returns its id and the token of its link, as the mail would carry it.
func (s *Server) NewOffer(tb testing.TB, o Offer) (id uid.ID, token string) {
	tb.Helper()
	if o.By == "" {
		o.By = AdminOf("Fabrikam")
	}
	if o.To == "" {
		o.To = AdminOf("Contoso")
	}
	if o.Roles == nil {
		o.Roles = []schematype.Role{schematype.UserAdministrator, schematype.LicenseAdministrator}
	}
	if o.Days == 0 {
		o.Days = 90
	}
	input := Vars{"customerEmail": o.To, "roles": o.Roles, "durationDays": o.Days}
	if o.Trial {
		input["subscription"] = Vars{"kind": "TRIAL", "productId": s.product(tb), "seats": 25, "termMonths": 1}
	}
	r := s.As(tb, o.By).MustQuery(tb, `mutation($input: CreateOfferInput!) { createOffer(input: $input) { offer { id } userErrors { code message } } }`, Vars{"input": input})
	text, _ := r.At("createOffer", "offer", "id").(string)
	if text == "" {
		tb.Fatalf("no offer was made: %s", r.Raw)
	}
	return uid.ID(text), s.Token(tb, uid.ID(text))
}

// Token makes the token of an offer's link, as the mail worker does.
func (s *Server) Token(tb testing.TB, offerID uid.ID) string {
	tb.Helper()
	var token string
	s.Tx(tb, func(ctx context.Context, tx *store.Tx) error {
		var ok bool
		var err error
		if token, ok, err = s.Delegations.MintLink(ctx, tx, offerID); err == nil && !ok {
			tb.Fatal("the offer waits no longer")
		}
		return err
	})
	return token
}

// Tx runs fn as the system.
func (s *Server) Tx(tb testing.TB, fn func(ctx context.Context, tx *store.Tx) error) {
	tb.Helper()
	if err := s.Store.WithTx(system, nil, fn); err != nil {
		tb.Fatal(err)
	}
}

func (s *Server) product(tb testing.TB) uid.ID {
	tb.Helper()
	if err := directory.FillCatalog(system, s.Store); err != nil {
		tb.Fatal(err)
	}
	id, err := s.Store.Ent().Product.Query().FirstID(system)
	if err != nil {
		tb.Fatal(err)
	}
	return id
}

var system = viewer.NewContext(context.Background(), viewer.System)

// Accept is the mutation with which an offer is accepted.
const Accept = `mutation($input: AcceptOfferInput!) { acceptOffer(input: $input) {
	offer { id status } delegation { id status version roles expiresAt receipts { id action } } subscription { id seats } viewer { user { userName } } userErrors { code message field } } }`

// TermsOf is the fingerprint of the terms behind a link.
func (c *Client) TermsOf(tb testing.TB, token string) string {
	tb.Helper()
	sum, _ := c.MustQuery(tb, `query($t: String!) { offer(token: $t) { terms { sha256 } } }`, Vars{"t": token}).At("offer", "terms", "sha256").(string)
	return sum
}

// NewDelegation makes a partner a delegated admin of a customer through the API, by an offer that is accepted.
func (s *Server) NewDelegation(tb testing.TB, partner, customer string, roles ...schematype.Role) uid.ID {
	tb.Helper()
	_, token := s.NewOffer(tb, Offer{By: AdminOf(partner), To: AdminOf(customer), Roles: roles})
	c := s.As(tb, AdminOf(customer))
	r := c.MustQuery(tb, Accept, Vars{"input": Vars{"token": token, "delegatedAdministration": true, "termsSha256": c.TermsOf(tb, token)}})
	id, _ := r.At("acceptOffer", "delegation", "id").(string)
	if id == "" {
		tb.Fatalf("no delegation came of it: %s", r.Raw)
	}
	return uid.ID(id)
}

// Group is a group of a partner, by its name.
func (s *Server) Group(tb testing.TB, partner, name string) uid.ID {
	tb.Helper()
	id, err := s.Store.Ent().Group.Query().Where(group.OrganizationID(s.Organizations[partner]), group.Name(name)).OnlyID(system)
	if err != nil {
		tb.Fatalf("find %s of %s: %v", name, partner, err)
	}
	return id
}
