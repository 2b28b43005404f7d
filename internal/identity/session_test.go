package identity_test

import (
	"context"
	"crypto/sha256"
	"log/slog"
	"strings"
	"testing"
	"time"

	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// bench is what these tests need: a store with people, the service, and a browser each.
type bench struct {
	apptest.People
	store *store.Store
	*identity.Service
}

func newBench(tb testing.TB, db apptest.Database) *bench {
	tb.Helper()
	st := db.Store(tb)
	return &bench{People: apptest.NewPeople(tb, st), store: st, Service: identity.New(st, slog.New(slog.DiscardHandler))}
}

// system is a context of the server itself.
func system(tb testing.TB) context.Context { return viewer.NewContext(tb.Context(), viewer.System) }

// mustDo runs one transaction of the test's own.
func (b *bench) mustDo(tb testing.TB, fn func(ctx context.Context, tx *store.Tx) error) {
	tb.Helper()
	if err := b.store.WithTx(system(tb), nil, fn); err != nil {
		tb.Fatal(err)
	}
}

// mustStart starts a session and returns its token.
func (b *bench) mustStart(tb testing.TB, userName string) string {
	tb.Helper()
	browser := &identity.Browser{Source: "192.0.2.1", UserAgent: "test"}
	ctx := identity.WithBrowser(system(tb), browser)
	err := b.store.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
		return b.StartSession(ctx, tx, b.Users[userName])
	})
	if err != nil {
		tb.Fatal(err)
	}
	return browser.NewCookie().Token
}

// mustAge makes a session that began and was used that long ago.
func (b *bench) mustAge(tb testing.TB, userName string, began, used time.Duration) string {
	tb.Helper()
	token := strings.Repeat("x", 43)
	b.mustDo(tb, func(ctx context.Context, tx *store.Tx) error {
		return tx.Session.Create().SetUserID(b.Users[userName]).SetTokenHash(hashOf(token)).SetCreatedAt(tx.Now.Add(-began)).
			SetLastUsedAt(tx.Now.Add(-used)).SetExpiresAt(tx.Now.Add(identity.AbsoluteTime - began)).Exec(ctx)
	})
	return token
}

// as is a context of whoever holds the token, in a browser of their own.
func (b *bench) as(tb testing.TB, token string) (context.Context, *identity.Browser) {
	tb.Helper()
	v := viewer.Anonymous
	if token != "" {
		var err error
		if v, err = b.Authenticate(tb.Context(), token); err != nil {
			tb.Fatal(err)
		}
	}
	browser := &identity.Browser{Source: "192.0.2.1", UserAgent: "test"}
	return identity.WithBrowser(viewer.NewContext(tb.Context(), v), browser), browser
}

func (b *bench) mustBeRefused(tb testing.TB, token string) {
	tb.Helper()
	v, err := b.Authenticate(tb.Context(), token)
	if apperr.CodeOf(err) != apperr.Unauthenticated || v.SignedIn() {
		tb.Errorf("the token is taken: %+v, %v", v, err)
	}
}

func (b *bench) mustBeTaken(tb testing.TB, token string) viewer.Viewer {
	tb.Helper()
	v, err := b.Authenticate(tb.Context(), token)
	if err != nil || !v.SignedIn() {
		tb.Errorf("the token is refused: %v", err)
	}
	return v
}

func TestAuthenticate_TellsWhoIsCalling_InOneStatement(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		for _, userName := range []string{"admin@contoso.example", "adele@contoso.example", "tech@fabrikam.example"} {
			token := b.mustStart(t, userName)
			ctx, n := store.CountStatements(t.Context())
			v, err := b.Authenticate(ctx, token)
			if err != nil {
				t.Fatal(err)
			}
			if n.Load() != 1 {
				t.Errorf("%s: %d statements", userName, n.Load())
			}
			u, err := b.store.Ent().User.Get(system(t), b.Users[userName])
			if err != nil {
				t.Fatal(err)
			}
			name := map[bool]string{true: "Contoso", false: "Fabrikam"}[strings.HasSuffix(userName, "@contoso.example")]
			want := viewer.Viewer{
				UserID: u.ID, UserName: userName, DisplayName: u.DisplayName, Email: userName, Roles: u.RoleSet,
				OrganizationID: b.Organizations[name], OrganizationName: name, PartnerID: b.Partners[name], SessionID: v.SessionID,
			}
			if v != want || v.SessionID.Prefix() != uid.Session {
				t.Errorf("got %+v, want %+v", v, want)
			}
		}
	})
}

func TestAuthenticate_RefusesWhatEndsASession(t *testing.T) {
	t.Parallel()
	const who = "adele@contoso.example"
	for name, end := range map[string]func(ctx context.Context, tx *store.Tx, b *bench) error{
		"revoked": func(ctx context.Context, tx *store.Tx, _ *bench) error {
			return tx.Session.Update().SetRevokedAt(tx.Now).Exec(ctx)
		},
		"person disabled": func(ctx context.Context, tx *store.Tx, b *bench) error {
			return tx.User.UpdateOneID(b.Users[who]).SetEnabled(false).Exec(ctx)
		},
		"organization suspended": func(ctx context.Context, tx *store.Tx, b *bench) error {
			return tx.Organization.UpdateOneID(b.Organizations["Contoso"]).SetSuspendedAt(tx.Now).Exec(ctx)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
				b := newBench(t, db)
				token := b.mustStart(t, who)
				b.mustBeTaken(t, token)
				b.mustDo(t, func(ctx context.Context, tx *store.Tx) error { return end(ctx, tx, b) })
				b.mustBeRefused(t, token)
			})
		})
	}
}

func TestAuthenticate_EndsASessionByTime(t *testing.T) {
	t.Parallel()
	const second, minute = time.Second, time.Minute
	for name, c := range map[string]struct {
		began, used time.Duration
		live        bool
	}{
		"used just now, a minute before the end": {identity.AbsoluteTime - minute, 0, true},
		"used just now, a second after the end":  {identity.AbsoluteTime + second, 0, false},
		"not used for nearly eight hours":        {9 * time.Hour, identity.IdleTime - minute, true},
		"not used for eight hours":               {9 * time.Hour, identity.IdleTime + second, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
				b := newBench(t, db)
				token := b.mustAge(t, "adele@contoso.example", c.began, c.used)
				if c.live {
					b.mustBeTaken(t, token)
				} else {
					b.mustBeRefused(t, token)
				}
			})
		})
	}
}

func TestAuthenticate_WritesTheLastUseOnceInTenMinutes(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		lastUse := func() time.Time {
			row, err := b.store.Ent().Session.Query().Only(system(t))
			if err != nil {
				t.Fatal(err)
			}
			return row.LastUsedAt.UTC()
		}
		token := b.mustAge(t, "adele@contoso.example", time.Hour, 9*time.Minute)
		before := lastUse()
		b.mustBeTaken(t, token)
		if !lastUse().Equal(before) {
			t.Error("it was written after nine minutes")
		}
		b.mustDo(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.Session.Update().SetLastUsedAt(tx.Now.Add(-11 * time.Minute)).Exec(ctx)
		})
		b.mustBeTaken(t, token)
		written := lastUse()
		if !written.After(before) {
			t.Error("it was not written after eleven minutes")
		}
		ctx, n := store.CountStatements(t.Context())
		if _, err := b.Authenticate(ctx, token); err != nil || n.Load() != 1 || !lastUse().Equal(written) {
			t.Errorf("it was written again at once: %d statements, %v", n.Load(), err)
		}
	})
}

func TestAuthenticate_DoesNotAskTheStoreAboutWhatIsNoToken(t *testing.T) {
	t.Parallel()
	b := newBench(t, apptest.SQLite(t))
	for _, token := range []string{"", "x", strings.Repeat("x", 42), strings.Repeat("x", 44), strings.Repeat("é", 43), strings.Repeat("x", 1<<20), strings.Repeat("'", 43)} {
		ctx, n := store.CountStatements(t.Context())
		if _, err := b.Authenticate(ctx, token); apperr.CodeOf(err) != apperr.Unauthenticated || n.Load() != 0 {
			t.Errorf("%.50q: %d statements, %v", token, n.Load(), err)
		}
	}
	token := b.mustStart(t, "adele@contoso.example")
	b.mustBeRefused(t, token[:42]+string(token[42]^1))
	b.mustBeRefused(t, strings.ToUpper(token))
}

func TestStartSession_KeepsOnlyAHash(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		token := b.mustStart(t, "adele@contoso.example")
		row, err := b.store.Ent().Session.Query().Only(system(t))
		if err != nil {
			t.Fatal(err)
		}
		if string(row.TokenHash) != string(hashOf(token)) || row.Source != "192.0.2.1" || row.UserAgent != "test" {
			t.Errorf("the row is %+v", row)
		}
		if len(token) != 43 || token == b.mustStart(t, "adele@contoso.example") {
			t.Errorf("the token %q is short or not random", token)
		}
	})
}

func TestStartSession_GivesTheBrowserNothingWhenTheTransactionFails(t *testing.T) {
	t.Parallel()
	b := newBench(t, apptest.SQLite(t))
	browser := &identity.Browser{}
	err := b.store.WithTx(identity.WithBrowser(system(t), browser), nil, func(ctx context.Context, tx *store.Tx) error {
		if err := b.StartSession(ctx, tx, b.Users["adele@contoso.example"]); err != nil {
			t.Fatal(err)
		}
		return context.Canceled
	})
	if err == nil || browser.NewCookie() != nil {
		t.Errorf("the browser keeps %v (%v)", browser.NewCookie(), err)
	}
}

func TestSignOut_EndsTheSessionAtOnce_AndIsSafeToRepeat(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		token, other := b.mustStart(t, "adele@contoso.example"), b.mustStart(t, "adele@contoso.example")
		ctx, browser := b.as(t, token)
		changes := b.store.Subscribe(t.Context())
		for range 3 {
			if err := b.SignOut(ctx); err != nil {
				t.Fatal(err)
			}
		}
		if c := browser.NewCookie(); c == nil || c.Token != "" {
			t.Errorf("the browser keeps %v", c)
		}
		b.mustBeRefused(t, token)
		b.mustBeTaken(t, other)
		select {
		case c := <-changes:
			if c.Kind != "session.ended" || c.UserID != b.Users["adele@contoso.example"] {
				t.Errorf("it told %+v", c)
			}
		case <-time.After(10 * time.Second):
			t.Error("nobody was told")
		}
		b.mustHaveEvents(t, "Contoso", "session.end", "DONE", 1)
		anonymous, _ := b.as(t, "")
		if err := b.SignOut(anonymous); err != nil {
			t.Errorf("nobody can't sign out: %v", err)
		}
	})
}

func TestSessionEnded_TellsAStreamThatItsSessionIsOver(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		token, other := b.mustStart(t, "adele@contoso.example"), b.mustStart(t, "adele@contoso.example")
		ctx, _ := b.as(t, token)
		otherCtx, _ := b.as(t, other)
		ended, stays := b.SessionEnded(ctx), b.SessionEnded(otherCtx)
		if err := b.SignOut(ctx); err != nil {
			t.Fatal(err)
		}
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			t.Fatal("the stream goes on")
		}
		select {
		case <-stays:
			t.Error("the stream of another browser ended, too")
		default:
		}
	})
}

func TestSweep_DeletesWhatIsOverAndNothingElse(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.mustAge(t, "adele@contoso.example", identity.AbsoluteTime+time.Second, 0)
		token := b.mustStart(t, "adele@contoso.example")
		b.mustDo(t, func(ctx context.Context, tx *store.Tx) error {
			_, err := b.CreateSignInLink(ctx, tx, b.Users["adele@contoso.example"])
			if err != nil {
				return err
			}
			for _, ago := range []time.Duration{14 * time.Minute, 16 * time.Minute} {
				if err := tx.SignInFailure.Create().SetSubject("x").SetAt(tx.Now.Add(-ago)).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		if err := b.Sweep(t.Context()); err != nil {
			t.Fatal(err)
		}
		ctx, client := system(t), b.store.Ent()
		sessions, failures, links := client.Session.Query().CountX(ctx), client.SignInFailure.Query().CountX(ctx), client.SignInLink.Query().CountX(ctx)
		if sessions != 1 || failures != 1 || links != 1 {
			t.Errorf("%d sessions, %d failures, %d links are left", sessions, failures, links)
		}
		b.mustBeTaken(t, token)
	})
}

func BenchmarkAuthenticate(bm *testing.B) {
	for name, db := range map[string]func(testing.TB) apptest.Database{"SQLite": apptest.SQLite, "PostgreSQL": apptest.Postgres} {
		bm.Run(name, func(bm *testing.B) {
			b := newBench(bm, db(bm))
			token := b.mustStart(bm, "admin@fabrikam.example")
			bm.ReportAllocs()
			for bm.Loop() {
				if _, err := b.Authenticate(bm.Context(), token); err != nil {
					bm.Fatal(err)
				}
			}
		})
	}
}

func hashOf(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}
