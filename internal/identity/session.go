package identity

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/session"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// StartSession makes a session for a person in a transaction. Once that has committed, the browser of ctx keeps its
// token with the answer. Whoever calls it has made sure that the person may sign in.
func (s *Service) StartSession(ctx context.Context, tx *store.Tx, userID uid.ID) error {
	browser := browserOf(ctx)
	token, hash := newToken()
	err := tx.Session.Create().SetUserID(userID).SetTokenHash(hash).
		SetCreatedAt(tx.Now).SetLastUsedAt(tx.Now).SetExpiresAt(tx.Now.Add(AbsoluteTime)).
		SetUserAgent(clipped(browser.UserAgent, 512)).SetSource(clipped(browser.Source, 64)).
		Exec(ctx)
	if err != nil {
		return fmt.Errorf("create the session: %w", err)
	}
	tx.OnCommit(func(next ent.Committer) ent.Committer {
		return ent.CommitFunc(func(ctx context.Context, tx *ent.Tx) error {
			err := next.Commit(ctx, tx)
			if err == nil {
				browser.keep(Cookie{Token: token})
			}
			return err
		})
	})
	return nil
}

// Authenticate tells who holds the token of a session: UNAUTHENTICATED when the session is revoked or over, the person
// disabled, or their organization suspended. It asks the store each time, in one statement.
func (s *Service) Authenticate(ctx context.Context, token string) (viewer.Viewer, error) {
	if !isToken(token) {
		return viewer.Anonymous, apperr.SignInFirst()
	}
	v, stale, err := s.live(ctx, s.byToken, hashToken(token))
	if err == nil && stale {
		s.touch(ctx, v.SessionID)
	}
	return v, err
}

// liveSession finds the viewer of a live session by one column of sessions. Everything that ends a session stands in
// it, judged by the database's clock. Each request runs it, so its text is made once.
const liveSession = `
SELECT s.id, u.id, u.user_name, u.display_name, u.email, u.role_set, o.id, o.display_name, p.id, s.last_used_at < {touch}
FROM sessions s
JOIN users u ON u.id = s.user_id
JOIN organizations o ON o.id = u.organization_id
LEFT JOIN partners p ON p.organization_id = o.id
WHERE s.{by} = {key}
  AND s.revoked_at IS NULL AND s.expires_at > {now} AND s.last_used_at > {idle}
  AND u.enabled AND o.suspended_at IS NULL`

func liveSessionBy(column string, st *store.Store) string {
	values := []string{"{by}", column, "{key}", "?1", "{now}", "?2", "{idle}", "?3", "{touch}", "?4"}
	if st.Dialect() == dialect.Postgres {
		ago := func(d time.Duration) string {
			return fmt.Sprintf("statement_timestamp() - interval '%d seconds'", int(d.Seconds()))
		}
		values = []string{"{by}", column, "{key}", "$1", "{now}", ago(0), "{idle}", ago(IdleTime), "{touch}", ago(touchEvery)}
	}
	return strings.NewReplacer(values...).Replace(liveSession)
}

// live runs a statement of liveSessionBy. stale tells that the store was not told of a use for a while.
func (s *Service) live(ctx context.Context, statement string, key any) (v viewer.Viewer, stale bool, err error) {
	args := []any{key}
	if s.store.Dialect() == dialect.SQLite {
		now, err := s.store.Now(ctx) // SQLite's clock is the process's own
		if err != nil {
			return viewer.Anonymous, false, err
		}
		args = append(args, now, now.Add(-IdleTime), now.Add(-touchEvery))
		// A look into the file is over before anybody could cancel it, and being ready to costs two goroutines.
		ctx = context.WithoutCancel(ctx)
	}
	rows, err := s.store.Ent().QueryContext(ctx, statement, args...)
	if err != nil {
		return viewer.Anonymous, false, fmt.Errorf("look for the session: %w", err)
	}
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return viewer.Anonymous, false, fmt.Errorf("look for the session: %w", err)
		}
		return viewer.Anonymous, false, apperr.SignInFirst()
	}
	var email, partnerID sql.NullString
	err = rows.Scan(&v.SessionID, &v.UserID, &v.UserName, &v.DisplayName, &email, &v.Roles, &v.OrganizationID, &v.OrganizationName, &partnerID, &stale)
	if err != nil {
		return viewer.Anonymous, false, fmt.Errorf("read the session: %w", err)
	}
	v.Email, v.PartnerID = email.String, uid.ID(partnerID.String)
	return v, stale, nil
}

// touch tells the store that a session is used. It does not hold the request up for long: whoever comes next tries
// again, and of many at once one does.
func (s *Service) touch(ctx context.Context, id uid.ID) {
	if _, busy := s.touching.LoadOrStore(id, true); busy {
		return
	}
	defer s.touching.Delete(id)
	ctx, cancel := context.WithTimeout(viewer.NewContext(ctx, viewer.System), touchTime)
	defer cancel()
	err := s.store.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
		return tx.Session.Update().
			Where(session.ID(id), session.RevokedAtIsNil(), session.LastUsedAtLT(tx.Now.Add(-touchEvery))).
			SetLastUsedAt(tx.Now).Exec(ctx)
	})
	if err != nil {
		s.log.WarnContext(ctx, "the last use of a session was not written", "session", id, "error", err)
	}
}

// Again tells who the person behind a session is now, with the roles they hold now: UNAUTHENTICATED when the session is
// over. Streams ask it before each message.
func (s *Service) Again(ctx context.Context, v viewer.Viewer) (viewer.Viewer, error) {
	now, _, err := s.live(ctx, s.byID, v.SessionID)
	return now, err
}

// SessionEnded returns a channel that is closed once the session of the viewer in ctx is over, for what lasts longer
// than a request. It is closed when ctx ends, too.
func (s *Service) SessionEnded(ctx context.Context) <-chan struct{} {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		s.awaitEnd(ctx, viewer.FromContext(ctx))
	}()
	return ended
}

func (s *Service) awaitEnd(ctx context.Context, v viewer.Viewer) {
	if !v.SignedIn() {
		<-ctx.Done()
		return
	}
	tick := time.NewTicker(recheckEvery)
	defer tick.Stop()
	for {
		if err := s.awaitNews(ctx, v, tick.C); err != nil {
			return
		}
	}
}

// awaitNews waits until there is reason to look at a session again, for as long as there is none and it is live.
func (s *Service) awaitNews(ctx context.Context, v viewer.Viewer, tick <-chan time.Time) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	changes := s.store.Subscribe(ctx)
	for { // looked at after subscribing, so that nothing falls in between
		if _, _, err := s.live(ctx, s.byID, v.SessionID); err != nil {
			return err // a session of which nobody can tell counts as over
		}
		for news := false; !news; {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-tick:
				news = true
			case c, open := <-changes:
				if !open {
					return nil // the subscriber fell behind or the connection was lost: begin anew
				}
				news = c.Kind == "session.ended" && c.UserID == v.UserID
			}
		}
	}
}

// clipped is text with at most n bytes of valid UTF-8, without what PostgreSQL does not store.
func clipped(text string, n int) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\x00", "")
	if len(text) > n {
		text = strings.ToValidUTF8(text[:n], "")
	}
	return text
}
