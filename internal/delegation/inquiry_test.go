package delegation_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/inquiry"
	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/partner"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
)

const (
	askFor   = `mutation($input: AskForOfferInput!) { askForOffer(input: $input) { partner { viewerCanAsk viewerInquiry { message roles replyTo askedBy customerName } } userErrors { code field } } }`
	takeBack = `mutation($input: WithdrawInquiryInput!) { withdrawInquiry(input: $input) { partner { viewerCanAsk viewerInquiry { id } } userErrors { code } } }`
	askedFor = `{ viewer { inquiries { totalCount edges { node { customerName askedBy replyTo message roles } } } } }`
)

// listed lets every partner of a test be found.
func listed(t *testing.T, s *apptest.Server) {
	t.Helper()
	s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
		return tx.Partner.Update().SetListed(true).Exec(ctx)
	})
}

// A customer asks a partner for an offer; the partner's contact gets a mail, its administrators see who asks, and the offer
// answers it.
func TestAskForOffer_IsAnsweredByAnOffer(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		listed(t, s)
		megan, lidia := s.As(t, "admin@contoso.example"), s.As(t, "admin@fabrikam.example")
		ask := vars{"partnerId": s.Partners["Fabrikam"], "message": " Who resets our passwords?\nhttps://evil.example ", "roles": []string{"HELPDESK_ADMINISTRATOR"}}
		r := megan.MustQuery(t, askFor, vars{"input": ask})
		wantString(t, "what was asked", fmt.Sprint(r.At("askForOffer", "partner")),
			"map[viewerCanAsk:false viewerInquiry:map[askedBy:Admin of Contoso customerName:Contoso message:Who resets our passwords?\nhttps://evil.example replyTo:admin@contoso.example roles:[HELPDESK_ADMINISTRATOR]]]")
		wantCodes(t, "asked twice", megan.MustQuery(t, askFor, vars{"input": ask}).UserErrors("askForOffer"), "CONFLICT")

		mails := s.Store.Ent().OutboxMessage.Query().Where(outboxmessage.Kind("offer_asked")).AllX(system)
		if len(mails) != 1 || mails[0].Recipient != "help@fabrikam.example" {
			t.Fatalf("the mails are %v", mails)
		}
		wantString(t, "the list of the partner", fmt.Sprint(lidia.MustQuery(t, askedFor, nil).At("viewer", "inquiries", "totalCount")), "1")
		for _, other := range []string{"tech@fabrikam.example", "admin@wingtip.example", "admin@contoso.example"} {
			wantString(t, other, fmt.Sprint(s.As(t, other).MustQuery(t, askedFor, nil).At("viewer", "inquiries", "totalCount")), "0")
		}
		if raw := s.As(t, "adele@contoso.example").MustQuery(t, `query($id: ID!) { node(id: $id) { ... on Partner { viewerCanAsk viewerInquiry { message } } } }`, vars{"id": s.Partners["Fabrikam"]}).Raw; !strings.Contains(raw, `"viewerCanAsk":false,"viewerInquiry":null`) {
			t.Errorf("a person without roles reads %s", raw)
		}

		id, _ := s.NewOffer(t, apptest.Offer{To: "adele@contoso.example"}) // any address of the customer
		wantString(t, "after the offer", fmt.Sprint(lidia.MustQuery(t, askedFor, nil).At("viewer", "inquiries", "totalCount")), "0")
		if by := s.Store.Ent().Inquiry.Query().OnlyX(system).OfferID; by != id {
			t.Errorf("it was answered by %q, not %q", by, id)
		}
		events := s.Store.Ent().AuditEvent.Query().Where(auditevent.ActionIn("inquiry.create", "offer.create")).Order(auditevent.ByAt()).AllX(system)
		if len(events) != 2 || events[0].OrganizationID != s.Organizations["Contoso"] || *events[0].Target != "Fabrikam" ||
			events[1].Changes[len(events[1].Changes)-1].Field != "answeredInquiries" {
			t.Errorf("the logs tell %v", events)
		}
		again := megan.MustQuery(t, askFor, vars{"input": ask})
		wantCodes(t, "asked anew", again.UserErrors("askForOffer"))
	})
}

// Spam has an end: one open inquiry at each partner, ten a day, to those who want to be found, by those who may accept.
func TestAskForOffer_HasLimits(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		listed(t, s)
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.Partner.Update().Where(partner.ID(s.Partners["Wingtip"])).SetListed(false).Exec(ctx)
		})
		megan := s.As(t, "admin@contoso.example")
		to := func(id any, message string) vars { return vars{"input": vars{"partnerId": id, "message": message}} }
		fabrikam := s.Partners["Fabrikam"]
		for what, v := range map[string]vars{
			"no message": to(fabrikam, " "), "too long a message": to(fabrikam, strings.Repeat("é", 501)),
			"not listed": to(s.Partners["Wingtip"], "Hi"), "no partner": to("x", "Hi"), "another kind": to(s.Organizations["Fabrikam"], "Hi"),
		} {
			wantCodes(t, what, megan.MustQuery(t, askFor, v).UserErrors("askForOffer"), "INVALID")
		}
		wantCodes(t, "itself", s.As(t, "admin@fabrikam.example").MustQuery(t, askFor, to(fabrikam, "Hi")).UserErrors("askForOffer"), "INVALID")
		for _, who := range []string{"adele@contoso.example", "uma@contoso.example", "reader@contoso.example"} {
			wantCodes(t, who, s.As(t, who).Query(t, askFor, to(fabrikam, "Hi")).Codes(), "FORBIDDEN")
			wantCodes(t, who, s.As(t, who).Query(t, takeBack, vars{"input": vars{"partnerId": fabrikam}}).Codes(), "FORBIDDEN")
		}
		wantCodes(t, "nothing to take back", megan.MustQuery(t, takeBack, vars{"input": vars{"partnerId": fabrikam}}).UserErrors("withdrawInquiry"), "CONFLICT")

		var wait sync.WaitGroup
		for range 8 {
			c := s.As(t, "admin@contoso.example")
			wait.Go(func() { _, _ = c.TryQuery(askFor, to(fabrikam, "Hi")) })
		}
		wait.Wait()
		if n := s.Store.Ent().Inquiry.Query().CountX(system); n != 1 {
			t.Errorf("%d inquiries came of 8 at once", n)
		}
		for range 9 {
			megan.MustQuery(t, takeBack, vars{"input": vars{"partnerId": fabrikam}})
			wantCodes(t, "within the day's", megan.MustQuery(t, askFor, to(fabrikam, "Hi")).UserErrors("askForOffer"))
		}
		r := megan.MustQuery(t, takeBack, vars{"input": vars{"partnerId": fabrikam}})
		wantString(t, "taken back", fmt.Sprint(r.At("withdrawInquiry", "partner")), "map[viewerCanAsk:true viewerInquiry:<nil>]")
		wantCodes(t, "past the day's", megan.MustQuery(t, askFor, to(fabrikam, "Hi")).UserErrors("askForOffer"), "RATE_LIMITED")
		tomorrow := s.NewReplica(t, db, store.Options{Skew: after(25 * time.Hour)})
		wantCodes(t, "tomorrow", tomorrow.As(t, "admin@contoso.example").MustQuery(t, askFor, to(fabrikam, "Hi")).UserErrors("askForOffer"))
		if n := s.Store.Ent().Inquiry.Query().Where(inquiry.ClosedAtIsNil()).CountX(system); n != 1 {
			t.Errorf("%d are open", n)
		}
	})
}

// A person's pins are their own, at most twenty, and are shown as far as the person sees the customer.
func TestSetCustomerPinned_IsThePersonsOwn(t *testing.T) {
	t.Parallel()
	const (
		setPin = `mutation($input: SetCustomerPinnedInput!) { setCustomerPinned(input: $input) { delegation { viewerPinned } userErrors { code } } }`
		pinned = `{ viewer { pinnedCustomers { viewerPinned customer { displayName } } customers { edges { node { viewerPinned } } } } }`
	)
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		contoso, northwind := s.NewDelegation(t, "Fabrikam", "Contoso"), s.NewDelegation(t, "Fabrikam", "Northwind")
		lidia, megan := s.As(t, "admin@fabrikam.example"), s.As(t, "admin@contoso.example")
		set := func(c *apptest.Client, id any, on bool) apptest.Result {
			return c.Query(t, setPin, vars{"input": vars{"delegationId": id, "pinned": on}})
		}
		for _, id := range []any{northwind, contoso, contoso} {
			wantCodes(t, "pinned", set(lidia, id, true).Codes())
		}
		wantString(t, "by name", fmt.Sprint(lidia.MustQuery(t, pinned, nil).At("viewer", "pinnedCustomers")),
			"[map[customer:map[displayName:Contoso] viewerPinned:true] map[customer:map[displayName:Northwind] viewerPinned:true]]")
		wantCodes(t, "the customer's own", set(megan, contoso, true).Codes(), "FORBIDDEN")
		wantCodes(t, "another partner", set(s.As(t, "admin@wingtip.example"), contoso, true).Codes(), "NOT_FOUND")
		wantCodes(t, "signed out", set(s.Anonymous(t), contoso, true).Codes(), "UNAUTHENTICATED")
		set(lidia, northwind, false)
		megan.MustQuery(t, remove, vars{"input": vars{"id": contoso}})
		wantString(t, "after the end", fmt.Sprint(lidia.MustQuery(t, pinned, nil).At("viewer")), "map[customers:map[edges:[map[node:map[viewerPinned:false]]]] pinnedCustomers:[]]")
		s.NewDelegation(t, "Fabrikam", "Contoso")
		wantString(t, "under a later delegation", fmt.Sprint(lidia.MustQuery(t, pinned, nil).At("viewer", "pinnedCustomers", 0, "customer", "displayName")), "Contoso")

		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			for i := range 19 {
				o, _, err := directory.Create(ctx, tx, directory.NewOrganization{
					DisplayName: fmt.Sprint("Other ", i), Domain: fmt.Sprintf("other%d.example", i), Administrator: "admin", AdministratorFor: "Admin", PasswordHash: "x",
				})
				if err != nil {
					return err
				}
				if err := tx.Pin.Create().SetUserID(s.Users["admin@fabrikam.example"]).SetCustomerID(o.ID).SetCreatedAt(tx.Now).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		wantCodes(t, "past twenty", set(lidia, northwind, true).UserErrors("setCustomerPinned"), "CONFLICT")
	})
}
