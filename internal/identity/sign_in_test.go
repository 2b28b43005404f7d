package identity_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// mustHaveEvents checks how many events of that action an organization's log has, and that its chain holds.
func (b *bench) mustHaveEvents(tb testing.TB, organization, action, result string, want int) {
	tb.Helper()
	id := b.Organizations[organization]
	n, err := b.store.Ent().AuditEvent.Query().Where(
		auditevent.OrganizationID(id), auditevent.Action(action), auditevent.ResultEQ(schematype.AuditResult(result)),
	).Count(system(tb))
	if err != nil || n != want {
		tb.Errorf("%s has %d events %s %s, want %d (%v)", organization, n, action, result, want, err)
	}
	if err := audit.Verify(system(tb), b.store, id); err != nil {
		tb.Error(err)
	}
}

// from is a context of nobody, at an address.
func from(tb testing.TB, source string) context.Context {
	tb.Helper()
	return identity.WithBrowser(viewer.NewContext(tb.Context(), viewer.Anonymous), &identity.Browser{Source: source})
}

func TestSignIn_WithTheRightPassword_StartsASession(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		ctx, browser := b.as(t, "")
		v, err := b.SignIn(ctx, " Adele@CONTOSO.example", apptest.Password)
		if err != nil || v.UserName != "adele@contoso.example" || v.OrganizationName != "Contoso" {
			t.Fatalf("got %+v, %v", v, err)
		}
		kept := browser.NewCookie()
		if kept == nil {
			t.Fatal("the browser keeps nothing")
		}
		if again := b.mustBeTaken(t, kept.Token); again != v {
			t.Errorf("the session is of %+v", again)
		}
		b.mustHaveEvents(t, "Contoso", "session.start", "DONE", 1)
		b.mustHaveEvents(t, "Contoso", "session.start", "REFUSED", 0)
	})
}

func TestSignIn_AnswersAlikeToWhoMayNotSignIn(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.mustDo(t, func(ctx context.Context, tx *store.Tx) error {
			if err := tx.User.UpdateOneID(b.Users["henry@contoso.example"]).SetEnabled(false).Exec(ctx); err != nil {
				return err
			}
			if err := tx.User.UpdateOneID(b.Users["uma@contoso.example"]).SetPasswordHash("").Exec(ctx); err != nil {
				return err
			}
			return tx.Organization.UpdateOneID(b.Organizations["Northwind"]).SetSuspendedAt(tx.Now).Exec(ctx)
		})
		answers := map[string]bool{}
		for name, c := range map[string][2]string{
			"unknown":                     {"nobody@contoso.example", apptest.Password},
			"unknown organization":        {"adele@nowhere.example", apptest.Password},
			"no user name at all":         {"", apptest.Password},
			"no address":                  {"adele\r\n\x00", apptest.Password},
			"a megabyte":                  {strings.Repeat("a", 1<<20), apptest.Password},
			"wrong password":              {"adele@contoso.example", "delegated-demO"},
			"empty password":              {"adele@contoso.example", ""},
			"long password":               {"adele@contoso.example", strings.Repeat("x", 1<<16)},
			"disabled":                    {"henry@contoso.example", apptest.Password},
			"no password yet":             {"uma@contoso.example", apptest.Password},
			"no password yet, none given": {"uma@contoso.example", ""},
			"organization suspended":      {"nina@northwind.example", apptest.Password},
		} {
			ctx, browser := b.as(t, "")
			v, err := b.SignIn(ctx, c[0], c[1])
			if err == nil || v != viewer.Anonymous || browser.NewCookie() != nil {
				t.Errorf("%s: got %+v, %v", name, v, err)
				continue
			}
			answers[err.Error()] = true
		}
		if len(answers) != 1 || !answers["WRONG_CREDENTIALS: The user name or the password is wrong."] {
			t.Errorf("the answers differ: %v", answers)
		}
		b.mustHaveEvents(t, "Contoso", "session.start", "REFUSED", 6)
		b.mustHaveEvents(t, "Northwind", "session.start", "REFUSED", 1)
	})
}

func TestSignIn_EndsTheSessionThatTheBrowserHad(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		for _, userName := range []string{"adele@contoso.example", "tech@fabrikam.example"} {
			old, elsewhere := b.mustStart(t, "adele@contoso.example"), b.mustStart(t, "adele@contoso.example")
			ctx, browser := b.as(t, old)
			_, err := b.SignIn(ctx, userName, apptest.Password)
			if err != nil {
				t.Fatal(err)
			}
			b.mustBeRefused(t, old)
			b.mustBeTaken(t, elsewhere)
			if v := b.mustBeTaken(t, browser.NewCookie().Token); v.UserName != userName {
				t.Errorf("%s is signed in, not %s", v.UserName, userName)
			}
		}
		// A wrong password takes nothing from anybody.
		kept := b.mustStart(t, "adele@contoso.example")
		ctx, _ := b.as(t, kept)
		if _, err := b.SignIn(ctx, "tech@fabrikam.example", "wrong password"); err == nil {
			t.Fatal("signed in")
		}
		b.mustBeTaken(t, kept)
	})
}

func TestSignIn_StopsGuessingAtOneAccount(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		known := b.mustStart(t, "adele@contoso.example")
		for _, userName := range []string{"adele@contoso.example", "nobody@contoso.example"} { // limited alike
			for i := range 10 {
				// Every guess from another address, in another spelling.
				name := strings.ToUpper(userName[:i%6]) + userName[i%6:]
				if _, err := b.SignIn(from(t, fmt.Sprintf("192.0.2.%d", i)), name, "wrong password"); apperr.CodeOf(err) != apperr.WrongCredentials {
					t.Fatalf("guess %d: %v", i+1, err)
				}
			}
			for range 3 {
				_, err := b.SignIn(from(t, "192.0.2.99"), userName, apptest.Password)
				if apperr.CodeOf(err) != apperr.RateLimited || !strings.Contains(err.Error(), "15 minutes") {
					t.Errorf("%s, the eleventh with the right password: %v", userName, err)
				}
			}
		}
		b.mustBeTaken(t, known) // a session that is there goes on
		if _, err := b.SignIn(from(t, "192.0.2.1"), "admin@contoso.example", apptest.Password); err != nil {
			t.Errorf("another account is limited, too: %v", err)
		}
		// Another server process on the same database, later.
		other := identity.New(db.Store(t), slog.New(slog.DiscardHandler))
		if _, err := other.SignIn(from(t, "192.0.2.1"), "adele@contoso.example", apptest.Password); apperr.CodeOf(err) != apperr.RateLimited {
			t.Errorf("another process: %v", err)
		}
		b.mustForgetFailures(t)
		if _, err := b.SignIn(from(t, "192.0.2.1"), "adele@contoso.example", apptest.Password); err != nil {
			t.Errorf("after fifteen minutes: %v", err)
		}
	})
}

// mustForgetFailures makes all failures sixteen minutes old.
func (b *bench) mustForgetFailures(tb testing.TB) {
	tb.Helper()
	b.mustDo(tb, func(ctx context.Context, tx *store.Tx) error {
		rows, err := tx.SignInFailure.Query().All(ctx)
		if err != nil {
			return err
		}
		if _, err := tx.SignInFailure.Delete().Exec(ctx); err != nil {
			return err
		}
		for _, row := range rows {
			if err := tx.SignInFailure.Create().SetSubject(row.Subject).SetAt(row.At.Add(-16 * time.Minute)).Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestSignIn_StopsGuessingFromOneSource(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		// One failure, made into ninety-nine: all that is known of each is its account or its source.
		if _, err := b.SignIn(from(t, "2001:db8::1"), "nobody@contoso.example", "wrong password"); err == nil {
			t.Fatal("signed in")
		}
		b.mustDo(t, func(ctx context.Context, tx *store.Tx) error {
			rows, err := tx.SignInFailure.Query().All(ctx)
			if err != nil || len(rows) != 2 {
				return fmt.Errorf("%d failures, %w", len(rows), err)
			}
			for i := range 2 * 98 {
				if err := tx.SignInFailure.Create().SetSubject(rows[i%2].Subject).SetAt(tx.Now).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		if _, err := b.SignIn(from(t, "2001:db8::2"), "nobody-else@contoso.example", "wrong password"); apperr.CodeOf(err) != apperr.WrongCredentials {
			t.Fatalf("the hundredth: %v", err)
		}
		if _, err := b.SignIn(from(t, "2001:db8::ffff"), "adele@contoso.example", apptest.Password); apperr.CodeOf(err) != apperr.RateLimited {
			t.Errorf("the next from that network: %v", err)
		}
		if _, err := b.SignIn(from(t, "2001:db8:0:1::1"), "adele@contoso.example", apptest.Password); err != nil {
			t.Errorf("another network is limited, too: %v", err)
		}
	})
}

func TestSignIn_CountsGuessesThatComeAtOnce(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		var evaluated atomic.Int64
		var all sync.WaitGroup
		for i := range 30 {
			all.Go(func() {
				_, err := b.SignIn(from(t, fmt.Sprintf("192.0.2.%d", i)), "adele@contoso.example", "wrong password")
				switch apperr.CodeOf(err) {
				case apperr.WrongCredentials:
					evaluated.Add(1)
				case apperr.RateLimited:
				default:
					t.Error(err)
				}
			})
		}
		all.Wait()
		if evaluated.Load() != 10 {
			t.Errorf("%d guesses were evaluated", evaluated.Load())
		}
	})
}

func TestSignIn_ForgivesFailuresOfTheAccount_NotOfTheSource(t *testing.T) {
	t.Parallel()
	b := newBench(t, apptest.SQLite(t))
	for range 5 {
		_, _ = b.SignIn(from(t, "192.0.2.1"), "adele@contoso.example", "wrong password")
	}
	if _, err := b.SignIn(from(t, "192.0.2.1"), "adele@contoso.example", apptest.Password); err != nil {
		t.Fatal(err)
	}
	if n := b.store.Ent().SignInFailure.Query().CountX(system(t)); n != 5 {
		t.Errorf("%d failures are left, want the five of the source", n)
	}
}

func TestSignIn_TakesAsLongForUnknownNames(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures time")
	}
	b := newBench(t, apptest.SQLite(t))
	real, err := identity.HashPassword(apptest.Password)
	if err != nil {
		t.Fatal(err)
	}
	b.mustDo(t, func(ctx context.Context, tx *store.Tx) error {
		return tx.User.UpdateOneID(b.Users["adele@contoso.example"]).SetPasswordHash(real).Exec(ctx)
	})
	measure := func(userName string, round int) time.Duration {
		start := time.Now()
		_, err := b.SignIn(from(t, fmt.Sprintf("192.0.2.%d", round)), userName, "wrong password")
		if apperr.CodeOf(err) != apperr.WrongCredentials {
			t.Fatal(err)
		}
		return time.Since(start)
	}
	// Each is compared with the one right before it, so that it makes no difference what else the machine does meanwhile.
	var ratios []float64
	for round := range 8 {
		known := measure("adele@contoso.example", round)
		ratios = append(ratios, float64(measure("nobody@contoso.example", round))/float64(known))
	}
	slices.Sort(ratios)
	t.Logf("an unknown name takes this much of the time of a known one: %.2f", ratios)
	if median := ratios[len(ratios)/2]; median < 0.5 {
		t.Errorf("an unknown name is answered in %.2f of the time of a known one", median)
	}
}

func TestRedeemSignInLink_SetsThePassword_EndsSessions_AndWorksOnce(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		const who, chosen = "adele@contoso.example", "a new long password"
		old := b.mustStart(t, who)
		token := b.mustLink(t, who)
		ctx, browser := b.as(t, "")
		if _, err := b.RedeemSignInLink(ctx, token, "too short"); apperr.CodeOf(err) != apperr.Invalid {
			t.Errorf("a short password: %v", err)
		}
		v, err := b.RedeemSignInLink(ctx, token, chosen)
		if err != nil || v.UserName != who {
			t.Fatalf("got %+v, %v", v, err)
		}
		b.mustBeRefused(t, old)
		b.mustBeTaken(t, browser.NewCookie().Token)
		if _, err := b.SignIn(from(t, "192.0.2.1"), who, apptest.Password); apperr.CodeOf(err) != apperr.WrongCredentials {
			t.Errorf("the old password: %v", err)
		}
		if _, err := b.SignIn(from(t, "192.0.2.1"), who, chosen); err != nil {
			t.Errorf("the new password: %v", err)
		}
		if _, err := b.RedeemSignInLink(ctx, token, "yet another password"); apperr.CodeOf(err) != apperr.Expired {
			t.Errorf("the link again: %v", err)
		}
		b.mustHaveEvents(t, "Contoso", "user.password.set", "DONE", 1)
		b.mustHaveEvents(t, "Contoso", "session.start", "DONE", 2)
	})
}

func (b *bench) mustLink(tb testing.TB, userName string) (token string) {
	tb.Helper()
	b.mustDo(tb, func(ctx context.Context, tx *store.Tx) (err error) {
		token, err = b.CreateSignInLink(ctx, tx, b.Users[userName])
		return err
	})
	return token
}

func TestRedeemSignInLink_OfManyAtOnce_OneSucceeds(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		token := b.mustLink(t, "adele@contoso.example")
		var done atomic.Int64
		var all sync.WaitGroup
		for i := range 8 {
			all.Go(func() {
				_, err := b.RedeemSignInLink(from(t, "192.0.2.1"), token, fmt.Sprintf("a new password %02d", i))
				if err == nil {
					done.Add(1)
				} else if apperr.CodeOf(err) != apperr.Expired {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if done.Load() != 1 {
			t.Errorf("%d succeeded", done.Load())
		}
	})
}

func TestRedeemSignInLink_RefusesEveryOtherLinkAlike(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		replaced, newest := b.mustLink(t, "adele@contoso.example"), b.mustLink(t, "adele@contoso.example")
		disabled := b.mustLink(t, "henry@contoso.example")
		b.mustDo(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(b.Users["henry@contoso.example"]).SetEnabled(false).Exec(ctx)
		})
		old := strings.Repeat("y", 43)
		b.mustDo(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.SignInLink.Create().SetUserID(b.Users["uma@contoso.example"]).SetTokenHash(hashOf(old)).
				SetCreatedAt(tx.Now.Add(-identity.LinkTime)).SetExpiresAt(tx.Now.Add(-time.Second)).Exec(ctx)
		})
		session := b.mustStart(t, "adele@contoso.example")
		for name, token := range map[string]string{
			"replaced": replaced, "of a disabled person": disabled, "a day old": old, "empty": "", "unknown": strings.Repeat("z", 43),
			"cut short": newest[:42], "one more": newest + "x", "a session's token": session,
		} {
			_, err := b.RedeemSignInLink(from(t, "192.0.2.1"), token, "a new long password")
			if err == nil || err.Error() != "EXPIRED: This link has been used, or is too old. Ask for a new one." {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := b.RedeemSignInLink(from(t, "192.0.2.1"), newest, "a new long password"); err != nil {
			t.Errorf("the newest: %v", err)
		}
	})
}
