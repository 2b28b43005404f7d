package delegation_test

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
)

// alias is the token whose last character says the same 256 bits in another way.
func alias(token string) string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	last := strings.IndexByte(alphabet, token[42])
	return token[:42] + string(alphabet[last^1])
}

// swapped is the token with its first letter in the other case.
func swapped(token string) string {
	for i, r := range token {
		switch {
		case 'a' <= r && r <= 'z':
			return token[:i] + strings.ToUpper(token[i:i+1]) + token[i+1:]
		case 'A' <= r && r <= 'Z':
			return token[:i] + strings.ToLower(token[i:i+1]) + token[i+1:]
		}
	}
	return ""
}

// Only the token itself opens an offer, to the last bit; and a token is good for what it was made for alone.
func TestLink_NothingElseOpensTheOffer(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin := s.As(t, "admin@contoso.example")
		id, token := s.NewOffer(t, apptest.Offer{})
		sum := admin.TermsOf(t, token)
		var signInLink string
		s.Tx(t, func(ctx context.Context, tx *store.Tx) (err error) {
			signInLink, err = s.Identity.CreateSignInLink(ctx, tx, s.Users["admin@contoso.example"])
			return err
		})
		base, _ := url.Parse(s.URL)
		raw, _ := base64.RawURLEncoding.DecodeString(token)
		hash := sha256.Sum256(raw)
		for what, wrong := range map[string]string{
			"nothing":                       "",
			"a character less":              token[:42],
			"half of it":                    token[:21],
			"without its first character":   token[1:],
			"a character more":              token + "A",
			"twice":                         token + token,
			"padded":                        token + "=",
			"a space before":                " " + token,
			"a line end behind":             token + "\n",
			"NUL behind":                    token + "\x00",
			"another last bit":              alias(token),
			"another case":                  swapped(token),
			"in the other alphabet":         base64.StdEncoding.EncodeToString(raw),
			"in hexadecimal":                hex.EncodeToString(raw),
			"percent-encoded":               "%" + hex.EncodeToString([]byte(token[:1])) + token[1:],
			"with the mark of the fragment": "#" + token,
			"the whole link":                s.URL + "/authorize#" + token,
			"what the store keeps":          base64.RawURLEncoding.EncodeToString(hash[:]),
			"that in hexadecimal":           hex.EncodeToString(hash[:]),
			"the id of the offer":           string(id),
			"characters beyond ASCII":       strings.Repeat("é", 21) + "A",
			"a pattern":                     strings.Repeat("%", 43),
			"another":                       strings.Repeat("A", 43),
			"a sign-in link of the admin":   signInLink,
			"a session of the admin":        admin.HTTP.Jar.Cookies(base)[0].Value,
		} {
			if wrong == token {
				t.Fatalf("%s: that is the token", what)
			}
			if o := admin.MustQuery(t, behind, vars{"t": wrong}).At("offer"); o != nil {
				t.Errorf("%s: reads %v", what, o)
			}
			wantCodes(t, what+" accepts", admin.Query(t, apptest.Accept, accept(wrong, sum)).Codes(), "NOT_FOUND")
			wantCodes(t, what+" declines", admin.Query(t, decline, vars{"input": vars{"token": wrong}}).Codes(), "NOT_FOUND")
		}

		const redeem = `mutation($t: String!) { redeemSignInLink(input: {token: $t, newPassword: "correct horse battery"}) { viewer { user { id } } userErrors { code } } }`
		stranger := s.Anonymous(t)
		wantCodes(t, "an offer's token as a sign-in link", stranger.MustQuery(t, redeem, vars{"t": token}).UserErrors("redeemSignInLink"), "EXPIRED")
		stranger.HTTP.Jar.SetCookies(base, []*http.Cookie{{Name: "delegated-admin", Value: token, Path: "/"}})
		if v := stranger.MustQuery(t, `{ viewer { user { id } } }`, nil).At("viewer"); v != nil {
			t.Errorf("an offer's token is a session of %v", v)
		}
		wantCodes(t, "the token itself", admin.MustQuery(t, apptest.Accept, accept(token, sum)).UserErrors("acceptOffer"))
	})
}

// The token of one offer does not answer another, whoever sent them.
func TestLink_AnswersItsOwnOfferAlone(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin := s.As(t, "admin@contoso.example")
		first, one := s.NewOffer(t, apptest.Offer{})
		second, two := s.NewOffer(t, apptest.Offer{})
		_, foreign := s.NewOffer(t, apptest.Offer{By: "admin@wingtip.example"})
		wantCodes(t, "with the terms of another partner", admin.MustQuery(t, apptest.Accept, accept(foreign, admin.TermsOf(t, one))).UserErrors("acceptOffer"), "TERMS_CHANGED")
		wantCodes(t, "declined", admin.MustQuery(t, decline, vars{"input": vars{"token": two}}).UserErrors("declineOffer"))
		for id, want := range map[uid.ID]schematype.OfferStatus{first: schematype.OfferPending, second: schematype.OfferDeclined} {
			if got := s.Store.Ent().Offer.GetX(system, id).Status; got != want {
				t.Errorf("an offer is %s, want %s", got, want)
			}
		}
	})
}

// However an offer ended, nobody does anything with it any more, and the answer says how it ended.
func TestLink_DiesWithItsOffer(t *testing.T) {
	t.Parallel()
	const (
		again    = `mutation($id: ID!) { resendOffer(input: {id: $id}) { userErrors { code } } }`
		withdraw = `mutation($id: ID!) { withdrawOffer(input: {id: $id}) { userErrors { code } } }`
	)
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		late := s.NewReplica(t, db, store.Options{Skew: after(delegation.OfferLifetime)})
		for end, c := range map[string]struct {
			finish func(admin, partner *apptest.Client, id uid.ID, token string)
			then   *apptest.Server
			code   string
		}{
			"accepted": {func(admin, _ *apptest.Client, _ uid.ID, token string) {
				admin.MustQuery(t, apptest.Accept, accept(token, admin.TermsOf(t, token)))
			}, s, "ALREADY_ANSWERED"},
			"declined": {func(admin, _ *apptest.Client, _ uid.ID, token string) {
				admin.MustQuery(t, decline, vars{"input": vars{"token": token}})
			}, s, "ALREADY_ANSWERED"},
			"withdrawn": {func(_, partner *apptest.Client, id uid.ID, _ string) {
				partner.MustQuery(t, withdraw, vars{"id": id})
			}, s, "ALREADY_ANSWERED"},
			"lapsed": {func(_, _ *apptest.Client, _ uid.ID, _ string) {}, late, "EXPIRED"},
		} {
			id, token := s.NewOffer(t, apptest.Offer{})
			sum := s.Anonymous(t).TermsOf(t, token)
			c.finish(s.As(t, "admin@contoso.example"), s.As(t, "admin@fabrikam.example"), id, token)
			before := s.Store.Ent().Offer.GetX(system, id).String()
			admin, partner := c.then.As(t, "admin@contoso.example"), c.then.As(t, "admin@fabrikam.example")
			wantCodes(t, end+", then accepted", admin.MustQuery(t, apptest.Accept, accept(token, sum)).UserErrors("acceptOffer"), c.code)
			wantCodes(t, end+", then declined", admin.MustQuery(t, decline, vars{"input": vars{"token": token}}).UserErrors("declineOffer"), c.code)
			wantCodes(t, end+", then withdrawn", partner.MustQuery(t, withdraw, vars{"id": id}).UserErrors("withdrawOffer"), c.code)
			wantCodes(t, end+", then sent again", partner.MustQuery(t, again, vars{"id": id}).UserErrors("resendOffer"), c.code)
			wantCodes(t, end+", then accepted by nobody", c.then.Anonymous(t).Query(t, apptest.Accept, accept(token, sum)).Codes(), "UNAUTHENTICATED")
			if got := s.Store.Ent().Offer.GetX(system, id).String(); got != before {
				t.Errorf("%s: the offer was\n%s\nand is\n%s", end, before, got)
			}
		}
		// Until the last minute it lives.
		_, token := s.NewOffer(t, apptest.Offer{})
		last := s.NewReplica(t, db, store.Options{Skew: after(delegation.OfferLifetime - time.Minute)})
		admin := last.As(t, "admin@contoso.example")
		wantCodes(t, "in the last minute", admin.MustQuery(t, apptest.Accept, accept(token, admin.TermsOf(t, token))).UserErrors("acceptOffer"))
	})
}

// Programs that follow links before people do change nothing, and use nothing up.
func TestLink_MailScannersChangeNothing(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin := s.As(t, "admin@contoso.example")
		id, token := s.NewOffer(t, apptest.Offer{})
		sum := admin.TermsOf(t, token)
		state := func() string {
			links := s.Store.Ent().OfferLink.Query().AllX(system)
			return fmt.Sprint(s.Store.Ent().Offer.GetX(system, id), links, s.Store.Ent().OutboxMessage.Query().CountX(system))
		}
		before := state()
		in := url.QueryEscape(fmt.Sprintf(`{"token":%q,"delegatedAdministration":true,"termsSha256":%q}`, token, sum))
		targets := []string{
			"/authorize", "/authorize?" + token, "/authorize?token=" + token, "/authorize/" + token,
			"/graphql?query=" + url.QueryEscape(`{ offer(token: "`+token+`") { id } }`),
			"/graphql?query=" + url.QueryEscape(`mutation { declineOffer(input: {token: "`+token+`"}) { userErrors { code } } }`),
			"/graphql?query=" + url.QueryEscape(apptest.Accept) + `&variables=` + url.QueryEscape(`{"input":`) + in + "%7D",
		}
		for _, c := range []*apptest.Client{admin, s.Anonymous(t)} { // a prefetch carries the cookie
			for _, method := range []string{"GET", "HEAD", "OPTIONS"} {
				for _, header := range []string{"Purpose: prefetch", "Sec-Purpose: prefetch;prerender", "X-Moz: prefetch", "X-Http-Method-Override: POST"} {
					for _, target := range targets {
						r, _ := http.NewRequestWithContext(t.Context(), method, s.URL+target, nil)
						name, value, _ := strings.Cut(header, ": ")
						r.Header.Set(name, value)
						resp, err := c.HTTP.Do(r)
						if err != nil {
							t.Fatal(err)
						}
						body, _ := io.ReadAll(resp.Body)
						_ = resp.Body.Close()
						if resp.StatusCode >= 500 || strings.Contains(string(body), `"userErrors"`) {
							t.Errorf("%s %s answers %d %s", method, target, resp.StatusCode, body)
						}
						if echoed := fmt.Sprint(resp.Header); strings.Contains(echoed, token) {
							t.Errorf("%s %s has the token in its headers: %s", method, target, echoed)
						}
					}
				}
			}
		}
		if after := state(); after != before {
			t.Errorf("it was\n%s\nand is\n%s", before, after)
		}
		wantCodes(t, "the person afterwards", admin.MustQuery(t, apptest.Accept, accept(token, sum)).UserErrors("acceptOffer"))
	})
}

// letterbox takes the mails.
type letterbox struct {
	mu   sync.Mutex
	came []mail.Outgoing
}

func (l *letterbox) Send(_ context.Context, m mail.Outgoing) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.came = append(l.came, m)
	return nil
}

// mailed has the worker send all that waits.
func mailed(t *testing.T, s *apptest.Server, base string) []mail.Outgoing {
	t.Helper()
	box := &letterbox{}
	worker := &mail.Worker{
		Store: s.Store, BaseURL: base, From: "Delegated Admin <mail@admin.example>", Sender: box,
		Link: s.Delegations.MintLink, Lock: delegation.OfferLock, PasswordLink: s.Identity.MintPasswordLink, DigestLink: s.Identity.MintDigestLink, Log: slog.New(slog.DiscardHandler),
	}
	ctx, stop := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { _ = worker.Run(ctx) })
	waiting := s.Store.Ent().OutboxMessage.Query().Where(outboxmessage.SentAtIsNil(), outboxmessage.FailedAtIsNil())
	for deadline := time.Now().Add(30 * time.Second); waiting.Clone().CountX(system) > 0; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Error("the mails do not leave")
			break
		}
	}
	stop()
	running.Wait()
	return box.came
}

// Whatever a request says of the host that it came for, links lead to the installation's own.
func TestLink_LeadsToTheConfiguredAddressAlone(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		base, _ := url.Parse(s.URL)
		cookie := s.As(t, "admin@fabrikam.example").HTTP.Jar.Cookies(base)[0].String()
		const body = `{"query":"mutation { createOffer(input: {customerEmail: \"admin@contoso.example\", roles: [GLOBAL_READER], durationDays: 7}) { offer { id } userErrors { code } } }"}`
		hostile := []string{
			"Host: evil.example", "Host: evil.example:443", "X-Forwarded-Host: evil.example", "X-Forwarded-Server: evil.example",
			"X-Forwarded-Proto: evil", "X-Forwarded-Port: 666", "X-Forwarded-Prefix: /evil", "Forwarded: host=evil.example;proto=https",
			"X-Original-Url: https://evil.example/", "X-Rewrite-Url: https://evil.example/", "X-Host: evil.example", "Referer: https://evil.example/",
		}
		for _, header := range hostile {
			r, _ := http.NewRequestWithContext(t.Context(), "POST", s.URL+"/graphql", strings.NewReader(body))
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("Cookie", cookie) // a browser would not, for another host
			if name, value, _ := strings.Cut(header, ": "); name == "Host" {
				r.Host = value
			} else {
				r.Header.Set(name, value)
			}
			resp, err := s.Anonymous(t).HTTP.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			text, _ := io.ReadAll(resp.Body)
			_ = resp.Body.Close()
			if all := string(text) + fmt.Sprint(resp.Header); !strings.Contains(all, `"userErrors":[]`) || strings.Contains(all, "evil") {
				t.Errorf("%s: %s", header, all)
			}
		}
		letters := mailed(t, s, "https://admin.example/base")
		if len(letters) != len(hostile) {
			t.Fatalf("%d mails left, want %d", len(letters), len(hostile))
		}
		for _, m := range letters {
			if strings.Contains(m.Text+m.HTML, "evil") || strings.Count(m.Text, "https://admin.example/base/authorize#"+m.Secret) != 1 || len(m.Secret) != 43 {
				t.Errorf("the mail says\n%s", m.Text)
			}
		}
	})
}
