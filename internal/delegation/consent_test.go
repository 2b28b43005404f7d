package delegation_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	netmail "net/mail"
	"slices"
	"strings"
	"testing"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
)

// Everybody who comes near to being the one who may accept, and is not.
func TestAccept_ByNobodyButAnAdministratorOfWhomTheAddressBelongsTo(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		person := func(organization, name, email string, roles ...schematype.Role) string {
			userName := name + "@" + strings.ToLower(organization) + ".example"
			s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
				u, err := tx.User.Create().SetOrganizationID(s.Organizations[organization]).SetUserName(userName).SetEmail(email).
					SetDisplayName(name).SetRoleSet(schematype.Roles(roles...)).SetCreatedAt(tx.Now).Save(ctx)
				if err == nil {
					s.Users[userName] = u.ID
				}
				return err
			})
			return userName
		}
		const admin = schematype.GlobalAdministrator
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			_, _, err := directory.Create(ctx, tx, directory.NewOrganization{
				DisplayName: "Tailspin", Domain: "tailspin.example", Administrator: "admin", AdministratorFor: "Admin", Email: "admin@tailspin.example",
			})
			if err != nil {
				return err
			}
			// Northwind says that this domain is its own, and has not shown it.
			return tx.Domain.Create().SetOrganizationID(s.Organizations["Northwind"]).SetName("claimed.example").SetCreatedAt(tx.Now).Exec(ctx)
		})
		s.NewDelegation(t, "Wingtip", "Contoso", admin)
		disabled, demoted, out := person("Contoso", "disabled", "disabled@contoso.example", admin), person("Contoso", "demoted", "demoted@contoso.example", admin), person("Contoso", "out", "out@contoso.example", admin)
		left := person("Northwind", "left", "boss@contoso.example", admin) // their mailbox is still where they worked before
		both := person("Northwind", "both", "admin@contoso.example", admin)
		clients := map[string]*apptest.Client{}
		as := func(userName string) *apptest.Client {
			if clients[userName] == nil {
				clients[userName] = s.As(t, userName)
			}
			return clients[userName]
		}
		for _, each := range []string{disabled, demoted, out} {
			as(each)
		}
		apptest.MustDisable(t, s.Store, s.Users[disabled])
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(s.Users[demoted]).SetRoleSet(schematype.Roles(schematype.GlobalReader)).Exec(ctx)
		})
		kept := as(out).HTTP.Jar
		second := *as(out) // has copied the cookie before
		second.HTTP.Jar = kept
		as(out).MustQuery(t, `mutation { signOut { userErrors { code } } }`, nil)

		for _, c := range []struct{ what, who, to, code string }{
			{"without a role", "adele@contoso.example", "admin@contoso.example", "FORBIDDEN"},
			{"the addressee without a role", "adele@contoso.example", "adele@contoso.example", "FORBIDDEN"},
			{"a User Administrator", "uma@contoso.example", "admin@contoso.example", "FORBIDDEN"},
			{"a Helpdesk Administrator", "henry@contoso.example", "admin@contoso.example", "FORBIDDEN"},
			{"a Global Reader", "reader@contoso.example", "admin@contoso.example", "FORBIDDEN"},
			{"an administrator of another customer", "admin@northwind.example", "admin@contoso.example", "FORBIDDEN"},
			{"the partner itself", "admin@fabrikam.example", "admin@contoso.example", "FORBIDDEN"},
			{"a technician of the partner", "tech@fabrikam.example", "admin@contoso.example", "FORBIDDEN"},
			{"a delegated Global Administrator there", "admin@wingtip.example", "admin@contoso.example", "FORBIDDEN"},
			{"a delegated technician there", "tech@wingtip.example", "admin@contoso.example", "FORBIDDEN"},
			{"a disabled administrator", disabled, "admin@contoso.example", "UNAUTHENTICATED"},
			{"a demoted administrator", demoted, "demoted@contoso.example", "FORBIDDEN"},
			{"an administrator who has signed out", out, "admin@contoso.example", "UNAUTHENTICATED"},
			{"an administrator elsewhere with a mailbox there", left, "boss@contoso.example", "FORBIDDEN"},
			{"an administrator elsewhere with the very address", both, "admin@contoso.example", "FORBIDDEN"},
			{"who only claims the domain", "admin@northwind.example", "it@claimed.example", "FORBIDDEN"},
			{"whose domain the address ends with", "admin@contoso.example", "admin@notcontoso.example", "FORBIDDEN"},
			{"whose domain the address begins with", "admin@contoso.example", "admin@contoso.example.evil.example", "FORBIDDEN"},
			{"whose domain is above the address's", "admin@contoso.example", "admin@sub.contoso.example", "FORBIDDEN"},
			{"whose domain is the local part", "admin@contoso.example", "contoso.example@evil.example", "FORBIDDEN"},
			{"nobody", "", "admin@contoso.example", "UNAUTHENTICATED"},
		} {
			client := s.Anonymous(t)
			if c.who != "" {
				client = as(c.who)
			}
			id, token := s.NewOffer(t, apptest.Offer{To: c.to})
			if client.MustQuery(t, behind, vars{"t": token}).At("offer", "viewerCanAccept") != false {
				t.Errorf("%s is shown that they can accept", c.what)
			}
			wantCodes(t, c.what, client.Query(t, apptest.Accept, accept(token, client.TermsOf(t, token))).Codes(), c.code)
			if got := s.Store.Ent().Offer.GetX(system, id); got.Status != schematype.OfferPending {
				t.Errorf("%s: the offer is %s", c.what, got.Status)
			}
		}
		wantCodes(t, "a copy of the cookie after signing out", second.Query(t, `{ delegatedAdmins { totalCount } }`, nil).Codes(), "UNAUTHENTICATED")

		for what, to := range map[string]string{
			"the address of the administrator": "admin@contoso.example", "of somebody else there": "adele@contoso.example",
			"of nobody there": "unknown@contoso.example", "written otherwise": "ADMIN@Contoso.EXAMPLE", "of who is elsewhere by now": "boss@contoso.example",
		} {
			_, token := s.NewOffer(t, apptest.Offer{To: to})
			c := as("admin@contoso.example")
			wantCodes(t, what, c.MustQuery(t, apptest.Accept, accept(token, c.TermsOf(t, token))).UserErrors("acceptOffer"))
		}

		_, token := s.NewOffer(t, apptest.Offer{To: "admin@northwind.example"})
		northwind := as("admin@northwind.example")
		sum := northwind.TermsOf(t, token)
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.Organization.UpdateOneID(s.Organizations["Northwind"]).SetSuspendedAt(tx.Now).Exec(ctx)
		})
		wantCodes(t, "an administrator of a suspended organization", northwind.Query(t, apptest.Accept, accept(token, sum)).Codes(), "UNAUTHENTICATED")
	})
}

// What was shown is what is accepted: the terms that the offer was sent with, by their exact fingerprint.
func TestAccept_OfTheTermsThatWereShown(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin := s.As(t, "admin@contoso.example")
		_, token := s.NewOffer(t, apptest.Offer{})
		shown := admin.TermsOf(t, token)
		sum := sha256.Sum256([]byte("Other terms."))
		other := hex.EncodeToString(sum[:])
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error { // the partner has new terms meanwhile
			terms, err := tx.Terms.Create().SetPartnerID(s.Partners["Fabrikam"]).SetText("Other terms.").SetSha256(other).SetCreatedAt(tx.Now).Save(ctx)
			if err != nil {
				return err
			}
			return tx.Partner.UpdateOneID(s.Partners["Fabrikam"]).SetTermsID(terms.ID).Exec(ctx)
		})
		wantString(t, "the terms of the offer", admin.TermsOf(t, token), shown)
		for what, wrong := range map[string]string{
			"the partner's new ones": other, "nothing": "", "cut short": shown[:63], "in capitals": strings.ToUpper(shown), "a space behind": shown + " ", "a wildcard": "%",
		} {
			r := admin.MustQuery(t, apptest.Accept, accept(token, wrong))
			wantCodes(t, what, r.UserErrors("acceptOffer"), "TERMS_CHANGED")
		}
		_, later := s.NewOffer(t, apptest.Offer{})
		wantCodes(t, "the old ones for a new offer", admin.MustQuery(t, apptest.Accept, accept(later, shown)).UserErrors("acceptOffer"), "TERMS_CHANGED")
		wantCodes(t, "the new ones for a new offer", admin.MustQuery(t, apptest.Accept, accept(later, other)).UserErrors("acceptOffer"))
		wantCodes(t, "those that were shown", admin.MustQuery(t, apptest.Accept, accept(token, shown)).UserErrors("acceptOffer"))
	})
}

// An offer goes to one plain address of somebody else, or nowhere.
func TestCreateOffer_RefusesWhatIsNotOneAddress(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		partner := s.As(t, "admin@fabrikam.example")
		const create = `mutation($e: String!) { createOffer(input: {customerEmail: $e, roles: [GLOBAL_READER], durationDays: 7}) { offer { id } userErrors { code field } } }`
		for what, email := range map[string]string{
			"two": "a@contoso.example,b@contoso.example", "a list in the local part": "a,b@contoso.example", "semicolons": "a@contoso.example;b@contoso.example",
			"spaces": "a@contoso.example b@contoso.example", "CR LF": "a@contoso.example\r\nBcc: eve@evil.example", "LF": "a@contoso.example\nBcc: eve@evil.example",
			"CR": "a@contoso.example\rBcc: eve@evil.example", "NUL": "a@contoso.example\x00", "a line separator": "a@contoso.example\u2028Bcc: eve@evil.example",
			"percent-encoded CR LF": "a@contoso.example%0d%0aBcc:eve@evil.example", "a display name": "Eve <a@contoso.example>", "a comment": "a(eve)@contoso.example",
			"a comment behind": "a@contoso.example (eve@evil.example)", "a group": "eve:a@contoso.example,b@contoso.example;", "an empty group": "undisclosed-recipients:;",
			"a quoted local part": `"a b"@contoso.example`, "a quoted recipient": `"a@evil.example> x"@contoso.example`, "bidi": "a\u202e@contoso.example", "a kilobyte": strings.Repeat("a", 1024) + "@contoso.example",
			"a literal": "a@[127.0.0.1]", "a source route": "<@evil.example:a@contoso.example>", "a route by percent": "a%evil.example@contoso.example\t", "nothing": "", "one's own": "tech@fabrikam.example", "one's own written otherwise": "Tech@FABRIKAM.example",
		} {
			r := partner.MustQuery(t, create, vars{"e": email})
			wantCodes(t, what, r.UserErrors("createOffer"), "INVALID")
			if r.At("createOffer", "offer") != nil {
				t.Errorf("%s: %s", what, r.Raw)
			}
		}
		for what, email := range map[string]any{"an array": []string{"a@contoso.example", "b@contoso.example"}, "an object": vars{"a": 1}} {
			wantCodes(t, what, partner.Query(t, create, vars{"e": email}).Codes(), "BAD_USER_INPUT")
		}
		if n := s.Store.Ent().Offer.Query().CountX(system) + s.Store.Ent().OutboxMessage.Query().CountX(system); n != 0 {
			t.Errorf("%d offers and mails came of it", n)
		}
	})
}

// A partner's name, a person's name and a message can say what they like: the mail has one reader, the headers it
// should, and one link.
func TestCreateOffer_NamesDoNotReachTheHeaders(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		partner := s.As(t, "admin@fabrikam.example")
		const create = `mutation($m: String) { createOffer(input: {customerEmail: "admin@contoso.example", roles: [GLOBAL_READER], durationDays: 7, message: $m}) { offer { id } userErrors { code } } }`
		names := []string{
			"Fabrikam\r\nBcc: eve@evil.example", "Fabrikam\nTo: eve@evil.example", "Fabrikam\rX: y", "Fabrikam\u2028Bcc: eve@evil.example", "Fabrikam\u0085Bcc: eve@evil.example",
			"Fabrikam%0d%0aBcc: eve@evil.example", "=?utf-8?q?=0d=0aBcc:_eve@evil.example?=", `"Contoso" <admin@contoso.example>, `, "(comment) Fabrikam", "group: a@b.example;",
			"\u202egro.osotnoc\u202c", "\u2066Fabrikam\u2069", "Fаbrikam", "xn--80ak6aa92e.example", "бюро.example", strings.Repeat("é", 512), "<script>https://evil.example/</script>",
		}
		for _, name := range names {
			s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
				if err := tx.User.UpdateOneID(s.Users["admin@fabrikam.example"]).SetDisplayName(cut(name, 100)).Exec(ctx); err != nil {
					return err
				}
				return tx.Partner.UpdateOneID(s.Partners["Fabrikam"]).SetName(cut(name, 100)).Exec(ctx)
			})
			wantCodes(t, name, partner.MustQuery(t, create, vars{"m": name}).UserErrors("createOffer"))
		}
		letters := mailed(t, s, "https://admin.example")
		if len(letters) != len(names) {
			t.Errorf("%d mails left, want %d", len(letters), len(names))
		}
		want := []string{"Auto-Submitted", "Content-Type", "Date", "From", "Message-Id", "Mime-Version", "Subject", "To", "X-Auto-Response-Suppress"}
		for _, m := range letters {
			raw, err := m.Bytes()
			if err != nil {
				t.Fatal(err)
			}
			parsed, err := netmail.ReadMessage(bytes.NewReader(raw))
			if err != nil {
				t.Fatalf("%v in\n%s", err, raw)
			}
			var headers []string
			for key, values := range parsed.Header {
				headers = append(headers, slices.Repeat([]string{key}, len(values))...)
			}
			slices.Sort(headers)
			to, err := parsed.Header.AddressList("To")
			if err != nil || len(to) != 1 || to[0].Address != "admin@contoso.example" || !slices.Equal(headers, want) {
				t.Errorf("%q: the mail goes to %v with %v: %v", m.Subject, to, headers, err)
			}
			if got := strings.Count(m.Text, "://"); got != 1 {
				t.Errorf("%q: the text has %d links:\n%s", m.Subject, got, m.Text)
			}
		}
	})
}

func cut(text string, n int) string {
	if runes := []rune(text); len(runes) > n {
		return string(runes[:n])
	}
	return text
}

// A partner sends so many mails a day and no more, whichever server it asks.
func TestCreateOffer_OnlySoManyADay(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id, _ := s.NewOffer(t, apptest.Offer{})
		other := s.NewReplica(t, db)
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			first, err := tx.Offer.Get(ctx, id)
			if err != nil {
				return err
			}
			if err := tx.Offer.UpdateOneID(id).SetSentAt(tx.Now.Add(-time.Hour)).Exec(ctx); err != nil {
				return err
			}
			more := make([]*ent.OfferCreate, 198)
			for i := range more {
				more[i] = tx.Offer.Create().SetPartnerID(first.PartnerID).SetSentByID(first.SentByID).SetSentByName("Admin").SetCustomerEmail(fmt.Sprintf("%d@contoso.example", i)).
					SetStatus(schematype.OfferWithdrawn).SetRoleSet(first.RoleSet).SetDurationDays(7).SetTermsID(first.TermsID).
					SetCreatedAt(tx.Now).SetSentAt(tx.Now.Add(-23 * time.Hour)).SetExpiresAt(tx.Now)
			}
			return tx.Offer.CreateBulk(more...).Exec(ctx)
		})
		const (
			create = `mutation { createOffer(input: {customerEmail: "admin@contoso.example", roles: [GLOBAL_READER], durationDays: 7}) { offer { id } userErrors { code } } }`
			again  = `mutation($id: ID!) { resendOffer(input: {id: $id}) { userErrors { code } } }`
		)
		wantCodes(t, "the last of the day", s.As(t, "admin@fabrikam.example").MustQuery(t, create, nil).UserErrors("createOffer"))
		for name, server := range map[string]*apptest.Server{"the same server": s, "another": other} {
			partner := server.As(t, "admin@fabrikam.example")
			wantCodes(t, name+", one more", partner.MustQuery(t, create, nil).UserErrors("createOffer"), "RATE_LIMITED")
			wantCodes(t, name+", one again", partner.MustQuery(t, again, vars{"id": id}).UserErrors("resendOffer"), "RATE_LIMITED")
		}
		wantCodes(t, "another partner", other.As(t, "admin@wingtip.example").MustQuery(t, create, nil).UserErrors("createOffer"))
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.Offer.Update().SetSentAt(tx.Now.Add(-25 * time.Hour)).Exec(ctx)
		})
		wantCodes(t, "the next day", other.As(t, "admin@fabrikam.example").MustQuery(t, create, nil).UserErrors("createOffer"))
	})
}
