package directory_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/signinlink"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
)

const chosen = "a password of their own"

func resetPasswords(t *testing.T, c *apptest.Client, ids ...uid.ID) []string {
	t.Helper()
	return mutate(t, c, "resetPasswords", "ResetPasswordsInput", vars{"userIds": ids})
}

// post is a mail server with a worker that sends what waits.
type post struct {
	t      *testing.T
	s      *apptest.Server
	server *apptest.SMTP
	close  func() // no mail leaves after it
}

func newPost(t *testing.T, s *apptest.Server) *post {
	t.Helper()
	p := &post{t: t, s: s, server: apptest.StartSMTP(t)}
	sender, err := mail.ParseSMTP("smtp://" + p.server.Address())
	if err != nil {
		t.Fatal(err)
	}
	worker := &mail.Worker{
		Store: s.Store, BaseURL: s.URL, From: "mail@admin.example", Sender: sender,
		Link: s.Delegations.MintLink, PasswordLink: s.Identity.MintPasswordLink,
	}
	ctx, stop := context.WithCancel(system)
	done := make(chan error, 1)
	go func() { done <- worker.Run(ctx) }()
	p.close = sync.OnceFunc(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(p.close)
	return p
}

// settled waits until no mail waits any more.
func (p *post) settled() {
	p.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		open := p.s.Store.Ent().OutboxMessage.Query().Where(outboxmessage.SentAtIsNil(), outboxmessage.FailedAtIsNil()).CountX(system)
		if open == 0 {
			return
		}
	}
	p.t.Fatal("mails still wait")
}

var inLink = regexp.MustCompile(`/sign-in-link#([A-Za-z0-9_-]{43})`)

// token is the token in the last mail to an address; empty when it got none.
func (p *post) token(to string) string {
	p.t.Helper()
	p.settled()
	token := ""
	for _, m := range p.server.Mails() {
		if slices.Contains(m.To, to) {
			text := strings.ReplaceAll(m.Body, "=\r\n", "")
			if found := inLink.FindStringSubmatch(text); found != nil {
				token = found[1]
			}
		}
	}
	return token
}

func redeem(t *testing.T, s *apptest.Server, token string) []string {
	t.Helper()
	r := s.Anonymous(t).MustQuery(t, `mutation($input: RedeemSignInLinkInput!) { redeemSignInLink(input: $input) { viewer { user { id } } userErrors { code } } }`,
		vars{"input": vars{"token": token, "newPassword": chosen}})
	return r.UserErrors("redeemSignInLink")
}

func redeemCode(t *testing.T, s *apptest.Server, userName, code string) apptest.Result {
	t.Helper()
	return s.Anonymous(t).MustQuery(t, `mutation($input: RedeemPasswordCodeInput!) { redeemPasswordCode(input: $input) { viewer { user { id } } userErrors { code message field } } }`,
		vars{"input": vars{"userName": userName, "code": code, "newPassword": chosen}})
}

func signIn(t *testing.T, s *apptest.Server, userName, password string) []string {
	t.Helper()
	return s.Anonymous(t).MustQuery(t, `mutation($input: SignInInput!) { signIn(input: $input) { viewer { user { id } } userErrors { code } } }`,
		vars{"input": vars{"userName": userName, "password": password}}).UserErrors("signIn")
}

func TestResetPasswords_OnBehalf_TheUserAloneChooses(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		p := newPost(t, s)
		s.NewDelegation(t, "Fabrikam", "Contoso", schematype.HelpdeskAdministrator)
		c, theirs := s.As(t, tech), s.As(t, adele)
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(s.Users[adele]).SetEmail("adele@mail.example").Exec(ctx)
		})
		wantCodes(t, "reset", resetPasswords(t, c, s.Users[adele]), "")
		wantCodes(t, "the session", setEnabled(t, theirs, true, s.Users[adele]), "UNAUTHENTICATED")
		wantCodes(t, "the old password", signIn(t, s, adele, apptest.Password), "WRONG_CREDENTIALS")
		wantCodes(t, "the same request again", resetPasswords(t, c, s.Users[adele]), "")
		token := p.token("adele@mail.example")
		if n := s.Store.Ent().OutboxMessage.Query().Where(outboxmessage.UserID(s.Users[adele])).CountX(system); n != 1 || token == "" {
			t.Fatalf("%d mails, token %q", n, token)
		}
		for _, m := range s.Store.Ent().OutboxMessage.Query().AllX(system) {
			for _, value := range m.Data {
				if strings.Contains(value, token) {
					t.Error("the token stands in the outbox")
				}
			}
		}
		links := s.Store.Ent().SignInLink.Query().Where(signinlink.UserID(s.Users[adele])).AllX(system)
		if len(links) != 1 || strings.Contains(string(links[0].TokenHash), token) || links[0].DelegationID == "" {
			t.Errorf("the links are %v", links)
		}
		wantCodes(t, "redeem", redeem(t, s, token))
		wantCodes(t, "redeem twice", redeem(t, s, token), "EXPIRED")
		wantCodes(t, "the new password", signIn(t, s, adele, chosen))
		wantCodes(t, "the log", actions(t, s, "Contoso", "user."), "user.password.reset", "user.password.set")
	})
}

// What a partner's person began ends with the delegation: a mail that has not left stays, and a link that has is dead.
func TestResetPasswords_EndWithTheDelegation(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		d := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		c := s.As(t, tech)
		how, _ := create(t, c, s.Organizations["Contoso"], false, newUser("grady"))
		wantCodes(t, "create", how, "created")
		wantCodes(t, "reset", resetPasswords(t, c, s.Users[adele]), "")
		first := newPost(t, s)
		left := []string{first.token("grady@mail.example"), first.token(adele)}
		if left[0] == "" || left[1] == "" {
			t.Fatal("the mails have not left")
		}
		first.close()

		wantCodes(t, "reset while no mail leaves", resetPasswords(t, c, s.Users[henry]), "")
		s.As(t, admin).MustQuery(t, `mutation($id: ID!) { deleteDelegation(input: {id: $id}) { userErrors { code } } }`, vars{"id": d})
		second := newPost(t, s)
		if token := second.token(henry); token != "" {
			t.Error("a mail has left for a link of an ended delegation")
		}
		if n := s.Store.Ent().OutboxMessage.Query().Where(outboxmessage.UserID(s.Users[henry]), outboxmessage.FailedAtNotNil()).CountX(system); n != 1 {
			t.Errorf("%d mails to Henry were dropped, want 1", n)
		}
		for _, token := range left {
			wantCodes(t, "a link that had left", redeem(t, s, token), "EXPIRED")
		}
		wantCodes(t, "one of the organization's own", resetPasswords(t, s.As(t, admin), s.Users[uma]), "")
		wantCodes(t, "redeem it", redeem(t, s, second.token(uma)))
	})
}

// A mail that goes to an address which is not the user's any more carries no link, and a link that went there is dead.
func TestResetPasswords_FollowTheAddress(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		own := s.As(t, admin)
		p := newPost(t, s)
		wantCodes(t, "reset", resetPasswords(t, own, s.Users[adele]), "")
		token := p.token(adele)
		wantCodes(t, "move", update(t, own, vars{"id": s.Users[adele], "email": "adele@new.example"}))
		wantCodes(t, "the link that went to the old address", redeem(t, s, token), "EXPIRED")
		p.close()
		wantCodes(t, "reset", resetPasswords(t, own, s.Users[adele]), "")
		wantCodes(t, "move again", update(t, own, vars{"id": s.Users[adele], "email": "adele@newer.example"}))
		if token := newPost(t, s).token("adele@new.example"); token != "" {
			t.Error("a link went to an address that is not theirs any more")
		}
	})
}

func TestPasswordCode_ForWhoHasNoMailbox(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		var passed time.Duration
		s := apptest.NewServer(t, db, store.Options{Skew: func() time.Duration { return passed }})
		s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		make := func(c *apptest.Client, id uid.ID) (string, []string) {
			r := c.Query(t, `mutation($id: ID!) { createPasswordCode(input: {userId: $id}) { code expiresAt userErrors { code } } }`, vars{"id": id})
			code, _ := r.At("createPasswordCode", "code").(string)
			return code, append(r.Codes(), r.UserErrors("createPasswordCode")...)
		}
		_, codes := make(s.As(t, henry), s.Users[adele])
		wantCodes(t, "for somebody with a mailbox", codes, "INVALID")
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(s.Users[adele]).ClearEmail().Exec(ctx)
		})
		wantCodes(t, "a link to nowhere", resetPasswords(t, s.As(t, henry), s.Users[adele]), "INVALID")
		_, codes = make(s.As(t, tech), s.Users[adele])
		wantCodes(t, "on behalf", codes, "FORBIDDEN")
		old, _ := make(s.As(t, henry), s.Users[adele])
		code, codes := make(s.As(t, henry), s.Users[adele])
		wantCodes(t, "a code", codes)
		if !regexp.MustCompile(`^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$`).MatchString(code) || old == code {
			t.Errorf("the codes are %q and %q", old, code)
		}
		wantCodes(t, "the old password", signIn(t, s, adele, apptest.Password), "WRONG_CREDENTIALS")
		wantCodes(t, "the code as a link", redeem(t, s, code), "EXPIRED")

		wrong := redeemCode(t, s, adele, "0000-0000-0000-0000").Raw
		for what, got := range map[string]string{
			"the code before":   redeemCode(t, s, adele, old).Raw,
			"of somebody else":  redeemCode(t, s, uma, code).Raw,
			"of nobody":         redeemCode(t, s, "nobody@contoso.example", code).Raw,
			"of no name at all": redeemCode(t, s, "x", code).Raw,
			"no code":           redeemCode(t, s, adele, "").Raw,
		} {
			if got != wrong || !strings.Contains(got, "WRONG_CREDENTIALS") {
				t.Errorf("%s answers %s, a wrong code %s", what, got, wrong)
			}
		}
		passed = identity.CodeTime + time.Minute
		if got := redeemCode(t, s, adele, code).Raw; got != wrong {
			t.Errorf("an old code answers %s", got)
		}
		passed = 0
		written := strings.ToLower(strings.NewReplacer("-", " ", "0", "o", "1", "l").Replace(code))
		if r := redeemCode(t, s, "ADELE@contoso.example", written); r.At("redeemPasswordCode", "viewer", "user", "id") != string(s.Users[adele]) {
			t.Errorf("the code answers %s", r.Raw)
		}
		if got := redeemCode(t, s, adele, code).Raw; got != wrong {
			t.Errorf("a used code answers %s", got)
		}
		wantCodes(t, "the new password", signIn(t, s, adele, chosen))
		for range 11 {
			redeemCode(t, s, henry, "0000-0000-0000-0000")
		}
		wantCodes(t, "guessing", redeemCode(t, s, henry, "0000-0000-0000-0000").UserErrors("redeemPasswordCode"), "RATE_LIMITED")
	})
}

// Whoever may not sign in gets nowhere by a link either.
func TestSignInLink_OfADisabledOrDeletedUser_IsDead(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		own := s.As(t, admin)
		var token string
		for what, end := range map[string]func(){
			"disabled": func() { wantCodes(t, "disable", setEnabled(t, own, false, s.Users[adele]), "") },
			"deleted":  func() { wantCodes(t, "delete", deleteUsers(t, own, s.Users[adele]), "") },
		} {
			s.Tx(t, func(ctx context.Context, tx *store.Tx) (err error) {
				token, err = s.Identity.CreateSignInLink(ctx, tx, s.Users[adele])
				return err
			})
			end()
			wantCodes(t, what, redeem(t, s, token), "EXPIRED")
			s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
				return tx.User.Update().Where(user.ID(s.Users[adele])).SetEnabled(true).ClearDeletedAt().Exec(ctx)
			})
		}
	})
}
