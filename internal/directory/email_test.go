package directory_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
)

func requestEmail(t *testing.T, c *apptest.Client, email string) []string {
	t.Helper()
	r := c.Query(t, `mutation($email: String!) { requestEmailChange(input: {email: $email}) { userErrors { code } } }`, vars{"email": email})
	if len(r.Errors) > 0 {
		return r.Codes()
	}
	return r.UserErrors("requestEmailChange")
}

// confirmEmail returns the address that mail goes to from now on, or the code of why it does not.
func confirmEmail(t *testing.T, s *apptest.Server, token string) string {
	t.Helper()
	r := s.Anonymous(t).MustQuery(t, `mutation($token: String!) { confirmEmailChange(input: {token: $token}) { email userErrors { code } } }`, vars{"token": token})
	if email, ok := r.At("confirmEmailChange", "email").(string); ok {
		return email
	}
	return strings.Join(r.UserErrors("confirmEmailChange"), " ")
}

var inConfirmation = regexp.MustCompile(`/confirm-email#([A-Za-z0-9_-]{43})`)

// confirmation is the token in the last mail to an address with which another one is confirmed.
func (p *post) confirmation(to string) (token string) {
	p.t.Helper()
	p.settled()
	for _, m := range p.server.Mails() {
		if found := inConfirmation.FindStringSubmatch(strings.ReplaceAll(m.Body, "=\r\n", "")); found != nil && slices.Contains(m.To, to) {
			token = found[1]
		}
	}
	return token
}

// The address that links go to is changed by those who read there, once, and by nobody else.
func TestEmailChange_IsConfirmedFromTheOldAddress(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s, later := newPatientServer(t, db)
		p := newPost(t, s)
		c := s.As(t, adele)
		address := func() string { return *s.Store.Ent().User.GetX(system, s.Users[adele]).Email }
		for email, want := range map[string]string{adele: "INVALID", "": "INVALID", "a@b@c": "INVALID", "x@y.example, z@y.example": "INVALID"} {
			wantCodes(t, "ask for "+email, requestEmail(t, c, email), want)
		}
		wantCodes(t, "nobody asks", requestEmail(t, s.Anonymous(t), "x@mail.example"), "UNAUTHENTICATED")
		wantCodes(t, "ask", requestEmail(t, c, " Adele@Mail.example "))
		wantCodes(t, "ask again", requestEmail(t, c, "adele@other.example"), "RATE_LIMITED")
		token := p.confirmation(adele)
		if token == "" || p.confirmation("adele@mail.example") != "" || address() != adele {
			t.Fatalf("the link is %q, the address %s", token, address())
		}
		if codes := redeem(t, s, token); !slices.Equal(codes, []string{"EXPIRED"}) {
			t.Errorf("with it a password is chosen: %q", codes)
		}
		for _, wrong := range []string{"", "x", strings.Repeat("A", 43), token[:42]} {
			if got := confirmEmail(t, s, wrong); got != "EXPIRED" {
				t.Errorf("confirmed with %q: %s", wrong, got)
			}
		}
		if got := confirmEmail(t, s, token); got != "adele@mail.example" || address() != got {
			t.Errorf("confirmed: %s, the address is %s", got, address())
		}
		if got := confirmEmail(t, s, token); got != "EXPIRED" {
			t.Errorf("confirmed again: %s", got)
		}
		wantCodes(t, "the log", actions(t, s, "Contoso", "user.email."), "user.email.request", "user.email.confirm")

		// The newest link alone works, for a day, and none once the address was changed otherwise or the person is disabled.
		ask := func(email string) string {
			later(time.Minute)
			wantCodes(t, "ask", requestEmail(t, c, email))
			return p.confirmation("adele@mail.example")
		}
		old, token := ask("one@mail.example"), ask("two@mail.example")
		if got := confirmEmail(t, s, old); got != "EXPIRED" || old == token {
			t.Errorf("confirmed with an older link: %s", got)
		}
		wantCodes(t, "an administrator changes it to the same", update(t, s.As(t, admin), vars{"id": s.Users[adele], "email": "three@mail.example"}))
		if got := confirmEmail(t, s, token); got != "EXPIRED" {
			t.Errorf("confirmed after the administrator: %s", got)
		}
		wantCodes(t, "and back", update(t, s.As(t, admin), vars{"id": s.Users[adele], "email": "adele@mail.example"}))
		token = ask("four@mail.example")
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(s.Users[adele]).SetEnabled(false).Exec(ctx)
		})
		if got := confirmEmail(t, s, token); got != "EXPIRED" {
			t.Errorf("confirmed while disabled: %s", got)
		}
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(s.Users[adele]).SetEnabled(true).Exec(ctx)
		})
		later(24 * time.Hour)
		if got := confirmEmail(t, s, token); got != "EXPIRED" {
			t.Errorf("confirmed after a day: %s", got)
		}
		s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		wantCodes(t, "a delegated admin changes it", update(t, s.As(t, tech), vars{"id": s.Users[adele], "email": "evil@mail.example"}), "FORBIDDEN")
	})
}
