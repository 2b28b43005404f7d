package identity

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/netip"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/predicate"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/session"
	"delegatedadmin.example/ent/signinfailure"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// How often signing in may fail within failureTime. The counters stand in the database, for all server processes.
const (
	failureTime       = 15 * time.Minute
	failuresOfAccount = 10
	failuresOfSource  = 100
)

// actionStart is what the log calls signing in.
const actionStart = "session.start"

// errWrong is the answer to everybody who may not sign in, whatever the reason is.
var errWrong = apperr.New(apperr.WrongCredentials, "The user name or the password is wrong.")

// SignIn signs a person in with their password, in the browser of ctx. Anyone may call it. An unknown name, a wrong
// password and a disabled account all come back as WRONG_CREDENTIALS, after the same work; RATE_LIMITED after too many
// failures, until when it says.
func (s *Service) SignIn(ctx context.Context, userName, password string) (viewer.Viewer, error) {
	a, err := s.beginAttempt(ctx, userName)
	if err != nil {
		return viewer.Anonymous, err
	}
	u, err := s.store.Ent().User.Query().Where(user.UserName(a.userName)).WithOrganization().Only(asSystem(ctx))
	if err != nil && !ent.IsNotFound(err) {
		return viewer.Anonymous, fmt.Errorf("look for the person: %w", err)
	}
	hash := ""
	if u != nil {
		hash = u.PasswordHash
	}
	fits, err := checkPassword(ctx, hash, password)
	if err != nil {
		return viewer.Anonymous, err
	}
	if !fits {
		return viewer.Anonymous, s.refuse(ctx, a, u)
	}
	v, err := s.begin(ctx, u.ID, func(ctx context.Context, tx *store.Tx, now *ent.User) error {
		if now.PasswordHash != hash { // changed since it was checked
			return errWrong
		}
		return a.forgive(ctx, tx)
	})
	if errors.Is(err, errWrong) {
		return v, s.refuse(ctx, a, u)
	}
	return v, err
}

// begin makes a session for a person who has proved who they are, and ends the one that their browser had. check
// decides in the same transaction, which holds locks besides; a disabled person or a suspended organization is errWrong.
func (s *Service) begin(ctx context.Context, userID uid.ID, check func(ctx context.Context, tx *store.Tx, u *ent.User) error, locks ...store.Lock) (viewer.Viewer, error) {
	old := viewer.FromContext(ctx)
	locks = append(locks, access.EndingSession(userID))
	if old.SignedIn() && old.UserID != userID {
		locks = append(locks, access.EndingSession(old.UserID))
	}
	browser := browserOf(ctx)
	err := s.store.WithTx(WithBrowser(asSystem(ctx), browser), locks, func(ctx context.Context, tx *store.Tx) error {
		u, err := tx.User.Query().Where(user.ID(userID)).WithOrganization().Only(ctx)
		if err != nil {
			return fmt.Errorf("read the person: %w", err)
		}
		if !u.Enabled || u.Edges.Organization.SuspendedAt != nil {
			return errWrong
		}
		if err := check(ctx, tx, u); err != nil {
			return err
		}
		if old.SignedIn() {
			if err := s.end(ctx, tx, old); err != nil {
				return err
			}
		}
		if err := s.StartSession(ctx, tx, u.ID); err != nil {
			return err
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: actionStart, Actor: personOf(u), OrganizationID: u.OrganizationID, TargetID: u.ID, Target: u.UserName,
		})
	})
	if err != nil {
		return viewer.Anonymous, err
	}
	return s.Authenticate(ctx, browser.NewCookie().Token)
}

// somebody is the actor of a try that failed: who it was is not known.
var somebody = viewer.Viewer{DisplayName: "Somebody who is not signed in"}

// refusalsAnHour is how many tries that failed the log of one organization takes in an hour.
const refusalsAnHour = 100

// refuse counts a try as a failure from this moment on, and records it for the organization of u. Where there is no
// such person it writes, too: the answer takes as long.
func (s *Service) refuse(ctx context.Context, a *attempt, u *ent.User) error {
	err := s.store.WithTx(asSystem(ctx), nil, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.SignInFailure.Delete().Where(signinfailure.ID(a.failures[0])).Exec(ctx); err != nil {
			return fmt.Errorf("count a failure: %w", err)
		}
		if err := tx.SignInFailure.Create().SetSubject(a.account).SetAt(tx.Now).Exec(ctx); err != nil {
			return fmt.Errorf("count a failure: %w", err)
		}
		if u == nil {
			return nil
		}
		n, err := tx.AuditEvent.Query().Where(
			auditevent.OrganizationID(u.OrganizationID), auditevent.AtGT(tx.Now.Add(-time.Hour)),
			auditevent.Action(actionStart), auditevent.ResultEQ(schematype.AuditRefused),
		).Count(ctx)
		if err != nil || n >= refusalsAnHour {
			return err
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: actionStart, Result: schematype.AuditRefused, Actor: somebody,
			OrganizationID: u.OrganizationID, TargetID: u.ID, Target: u.UserName,
		})
	})
	if err != nil {
		return fmt.Errorf("record the refusal: %w", err)
	}
	return errWrong
}

// SignOut ends the session of the viewer in ctx. What was begun in it and is not done by then is refused. It is safe to
// repeat, and for anyone to call.
func (s *Service) SignOut(ctx context.Context) error {
	v := viewer.FromContext(ctx)
	if v.SignedIn() {
		err := s.store.WithTx(asSystem(ctx), []store.Lock{access.EndingSession(v.UserID)}, func(ctx context.Context, tx *store.Tx) error {
			return s.end(ctx, tx, v)
		})
		if err != nil {
			return fmt.Errorf("end the session: %w", err)
		}
	}
	browserOf(ctx).keep(Cookie{})
	return nil
}

// end revokes the session of v, which may have ended already.
func (s *Service) end(ctx context.Context, tx *store.Tx, v viewer.Viewer) error {
	n, err := revoke(ctx, tx, v.UserID, session.ID(v.SessionID))
	if err != nil || n == 0 {
		return err
	}
	return audit.Record(ctx, tx, audit.Event{
		Action: "session.end", Actor: v, OrganizationID: v.OrganizationID, TargetID: v.UserID, Target: v.UserName,
	})
}

// revoke ends those sessions of a person that are given, or all of them, and tells everybody. The transaction holds
// access.EndingSession.
func revoke(ctx context.Context, tx *store.Tx, userID uid.ID, which ...predicate.Session) (int, error) {
	n, err := tx.Session.Update().Where(session.UserID(userID), session.RevokedAtIsNil()).Where(which...).SetRevokedAt(tx.Now).Save(ctx)
	if err != nil {
		return 0, fmt.Errorf("revoke sessions: %w", err)
	}
	if n > 0 {
		tx.Publish(store.Change{Kind: "session.ended", UserID: userID})
	}
	return n, nil
}

// attempt is one try to sign in. It counts as a failure until it is forgiven, so that many at once are counted too.
type attempt struct {
	userName string
	account  string // the subject of its failures
	failures []uid.ID
}

// beginAttempt counts a try, or refuses it.
func (s *Service) beginAttempt(ctx context.Context, userName string) (*attempt, error) {
	folded, err := NormalizeUserName(userName)
	if err != nil {
		folded = userName // of nobody, and counted all the same
	}
	a := &attempt{userName: clipped(folded, maxAddress), account: subject("account", folded)}
	source := subject("source", network(browserOf(ctx).Source))
	locks := []store.Lock{{Key: "sign-in:" + a.account, Exclusive: true}, {Key: "sign-in:" + source, Exclusive: true}}
	err = s.store.WithTx(asSystem(ctx), locks, func(ctx context.Context, tx *store.Tx) error {
		for _, limit := range []struct {
			subject string
			most    int
		}{{a.account, failuresOfAccount}, {source, failuresOfSource}} {
			// The newest failures; the oldest of them is the next to be forgotten.
			rows, err := tx.SignInFailure.Query().
				Where(signinfailure.Subject(limit.subject), signinfailure.AtGT(tx.Now.Add(-failureTime))).
				Order(ent.Desc(signinfailure.FieldAt)).Limit(limit.most).All(ctx)
			if err != nil {
				return fmt.Errorf("count failures: %w", err)
			}
			if len(rows) == limit.most {
				return tooMany(rows[len(rows)-1].At.Add(failureTime).Sub(tx.Now))
			}
		}
		a.failures = nil
		for _, of := range []string{a.account, source} {
			row, err := tx.SignInFailure.Create().SetSubject(of).SetAt(tx.Now).Save(ctx)
			if err != nil {
				return fmt.Errorf("count a failure: %w", err)
			}
			a.failures = append(a.failures, row.ID)
		}
		return nil
	})
	return a, err
}

// forgive forgets what was counted against the account, and this try against the source.
func (a *attempt) forgive(ctx context.Context, tx *store.Tx) error {
	_, err := tx.SignInFailure.Delete().Where(signinfailure.Or(signinfailure.Subject(a.account), signinfailure.IDIn(a.failures...))).Exec(ctx)
	if err != nil {
		return fmt.Errorf("forget failures: %w", err)
	}
	return nil
}

func tooMany(wait time.Duration) error {
	minutes := int((wait + time.Minute - 1) / time.Minute)
	unit := "minutes"
	if minutes <= 1 {
		minutes, unit = 1, "minute"
	}
	return apperr.New(apperr.RateLimited, "Too many attempts to sign in. Try again in %d %s.", minutes, unit)
}

// subject is what a failure is counted under: a hash, so that what was typed is not kept.
func subject(kind, text string) string {
	sum := sha256.Sum256([]byte(kind + "\x00" + text))
	return hex.EncodeToString(sum[:])
}

// network is the part of an address that one subscriber of a network holds: all of IPv4, the first half of IPv6.
func network(source string) string {
	addr, err := netip.ParseAddr(source)
	if err != nil {
		return source
	}
	addr = addr.Unmap().WithZone("")
	if addr.Is6() {
		prefix, err := addr.Prefix(64)
		if err == nil {
			return prefix.String()
		}
	}
	return addr.String()
}

// personOf is the viewer that u is, without a session. Its organization must be loaded.
func personOf(u *ent.User) viewer.Viewer {
	v := viewer.Viewer{
		UserID: u.ID, UserName: u.UserName, DisplayName: u.DisplayName, Roles: u.RoleSet,
		OrganizationID: u.OrganizationID, OrganizationName: u.Edges.Organization.DisplayName,
	}
	if u.Email != nil {
		v.Email = *u.Email
	}
	return v
}

// asSystem is for what the store is asked before anybody has proved who they are.
func asSystem(ctx context.Context) context.Context { return viewer.NewContext(ctx, viewer.System) }
