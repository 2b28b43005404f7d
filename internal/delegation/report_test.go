package delegation_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/offerreport"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
)

const report = `mutation($input: ReportOfferInput!) { reportOffer(input: $input) { offer { status partner { reportedOffers } } userErrors { code field } } }`

// Whoever holds the link reports the offer, once, in any state of it; the number is there for everybody to see.
func TestReport_CountsAnOfferOnce(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		_, first := s.NewOffer(t, apptest.Offer{})
		_, second := s.NewOffer(t, apptest.Offer{To: "nobody@nowhere.example"})
		tell := func(c *apptest.Client, token string, want float64) {
			t.Helper()
			r := c.MustQuery(t, report, vars{"input": vars{"token": token, "reason": "Never heard of them."}})
			if n := r.At("reportOffer", "offer", "partner", "reportedOffers"); n != want {
				t.Errorf("%v offers are reported, want %v: %s", n, want, r.Raw)
			}
		}
		nobody, adele := s.Anonymous(t), s.As(t, "adele@contoso.example")
		tell(adele, first, 1)
		tell(adele, first, 1)
		tell(nobody, first, 1)
		tell(s.As(t, "admin@fabrikam.example"), first, 1)
		tell(nobody, second, 2)

		admin := s.As(t, "admin@contoso.example")
		admin.MustQuery(t, decline, vars{"input": vars{"token": first}})
		_, third := s.NewOffer(t, apptest.Offer{})
		admin.MustQuery(t, apptest.Accept, accept(third, admin.TermsOf(t, third)))
		var wait sync.WaitGroup
		for range 8 {
			c := s.Anonymous(t)
			wait.Go(func() { _, _ = c.TryQuery(report, vars{"input": vars{"token": third}}) })
		}
		wait.Wait()
		tell(nobody, third, 3)
		wantCodes(t, "too long a reason", nobody.MustQuery(t, report, vars{"input": vars{"token": third, "reason": strings.Repeat("x", 501)}}).UserErrors("reportOffer"), "INVALID")
		for _, wrong := range []string{"", "x", strings.Repeat("A", 43)} {
			wantCodes(t, "a wrong link", nobody.Query(t, report, vars{"input": vars{"token": wrong}}).Codes(), "NOT_FOUND")
		}
		if n := s.Store.Ent().OfferReport.Query().CountX(system); n != 3 {
			t.Errorf("%d reports are kept", n)
		}
		// A year later they count no more.
		late := s.NewReplica(t, db, store.Options{Skew: after(366 * 24 * time.Hour)})
		r := late.Anonymous(t).MustQuery(t, `query($t: String!) { offer(token: $t) { partner { reportedOffers } } }`, vars{"t": third})
		if n := r.At("offer", "partner", "reportedOffers"); n != 0.0 {
			t.Errorf("a year later %v are reported", n)
		}
	})
}

// A report stands in the log of whoever made it, or of the organization that was asked. The partner finds nothing of it,
// neither by its own log, nor by the offer, nor by what it may ask of its customers.
func TestReport_TellsThePartnerNothingOfWho(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.NewDelegation(t, "Fabrikam", "Contoso")
		_, signedIn := s.NewOffer(t, apptest.Offer{})
		_, signedOut := s.NewOffer(t, apptest.Offer{})
		s.NewOffer(t, apptest.Offer{By: "admin@wingtip.example"})
		_, unowned := s.NewOffer(t, apptest.Offer{To: "nobody@nowhere.example"})
		secret := "Their telephone number is wrong."
		for token, c := range map[string]*apptest.Client{signedIn: s.As(t, "nina@northwind.example"), signedOut: s.Anonymous(t), unowned: s.Anonymous(t)} {
			c.MustQuery(t, report, vars{"input": vars{"token": token, "reason": secret}})
		}
		events := s.Store.Ent().AuditEvent.Query().Where(auditevent.Action("offer.report")).AllX(system)
		for _, e := range events {
			switch e.OrganizationID {
			case s.Organizations["Northwind"]:
				wantString(t, "who was signed in", e.ActorUserName, "nina@northwind.example")
			case s.Organizations["Contoso"]:
				wantString(t, "who was not", e.ActorName, "Somebody with the offer's link")
			default:
				t.Errorf("it stands in the log of %s", e.OrganizationID)
			}
			wantString(t, "the words", *e.Justification, secret)
		}
		if len(events) != 2 {
			t.Errorf("%d events tell of it", len(events))
		}
		if n := s.Store.Ent().OfferReport.Query().Where(offerreport.ReportedByID("")).CountX(system); n != 2 {
			t.Errorf("%d reports without a name", n)
		}
		const everything = `{ viewer { organization { auditEvents(first: 100) { edges { node { action actor { displayName } justification target } } } }
			offers { edges { node { id status declineReason } } } customers { edges { node { activity { edges { node { action justification } } } } } } } }`
		raw := s.As(t, "admin@fabrikam.example").MustQuery(t, everything, nil).Raw
		if strings.Contains(raw, "report") || strings.Contains(raw, secret) || strings.Contains(raw, "Nina") {
			t.Errorf("the partner reads %s", raw)
		}
	})
}
