package delegation

import (
	"context"
	"fmt"
	"sync"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent/organization"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
)

const (
	digestPage    = 200 // organizations that are looked at in one turn
	digestReaders = 100 // Global Administrators of one organization
)

// week is seven days, from Monday to Sunday, in UTC.
type week struct{ since, until time.Time }

// lastWeek is the week that ended last.
func lastWeek(now time.Time) week {
	now = now.UTC()
	monday := now.Day() - (int(now.Weekday())+6)%7
	until := time.Date(now.Year(), now.Month(), monday, 0, 0, 0, 0, time.UTC)
	return week{until.AddDate(0, 0, -7), until}
}

// inWords is "16 to 22 November", with the years where there are two.
func (w week) inWords() string {
	last, first := w.until.AddDate(0, 0, -1), "2 January 2006"
	end := first
	if w.since.Year() == last.Year() {
		first, end = "2 January", "2 January"
	}
	if w.since.Month() == last.Month() {
		first = "2"
	}
	return w.since.Format(first) + " to " + last.Format(end)
}

// digests is how far this process has come with the digests of a week. Which were sent stands in the database: another
// process, or this one after a pause, sends none a second time.
type digests struct {
	mu      sync.Mutex
	week    week
	after   uid.ID // the organization that was looked at last
	through bool
}

// digest writes to the Global Administrators of customers what their delegated admins did in the week that ended, once a
// week: a page of the organizations in each turn, and none of them again before the next Monday.
func (s *Service) digest(ctx context.Context) error {
	now, err := s.store.Now(ctx)
	if err != nil {
		return err
	}
	s.digests.mu.Lock()
	defer s.digests.mu.Unlock()
	d := &s.digests
	if w := lastWeek(now); w != d.week {
		d.week, d.after, d.through = w, "", false
	}
	if d.through {
		return nil
	}
	page, err := s.digestDue(ctx, d.week, d.after)
	if err != nil {
		return err
	}
	for _, o := range page {
		if o.due {
			if err := s.digestOne(ctx, d.week, o.id, o.name); err != nil {
				return err
			}
		}
		d.after = o.id
	}
	d.through = len(page) < digestPage
	return nil
}

// toDigest is an organization, and whether it is to be told of a week.
type toDigest struct {
	id   uid.ID
	name string
	due  bool
}

// A week is told to an organization that was not told of it, and that had a delegated admin in it or saw something of one.
const digestDue = `
SELECT o.id, o.display_name, (o.digested_until IS NULL OR o.digested_until < $1) AND EXISTS (
  SELECT 1 FROM delegations d WHERE d.customer_id = o.id AND d.activated_at < $1 AND (
    d.terminated_at IS NULL OR d.terminated_at >= $2 OR EXISTS (
      SELECT 1 FROM audit_events e WHERE e.delegation_id = d.id AND e.at >= $2 AND e.at < $1 AND e.organization_id = o.id AND e.on_behalf)))
FROM organizations o WHERE o.id > $3 ORDER BY o.id LIMIT $4`

func (s *Service) digestDue(ctx context.Context, w week, after uid.ID) (page []toDigest, err error) {
	rows, err := s.store.Ent().QueryContext(ctx, digestDue, w.until, w.since, after, digestPage)
	if err != nil {
		return nil, fmt.Errorf("look for digests that are due: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var o toDigest
		if err := rows.Scan(&o.id, &o.name, &o.due); err != nil {
			return nil, fmt.Errorf("look for digests that are due: %w", err)
		}
		page = append(page, o)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("look for digests that are due: %w", err)
	}
	return page, nil
}

// digestOne sends the digests of one organization, unless that was done. What happened in a week that is over does not
// change: it is read before the transaction.
func (s *Service) digestOne(ctx context.Context, w week, organizationID uid.ID, name string) error {
	told, err := s.tellWeek(ctx, w, organizationID)
	if err != nil {
		return err
	}
	return s.store.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
		n, err := tx.Organization.Update().
			Where(organization.ID(organizationID), organization.Or(organization.DigestedUntilIsNil(), organization.DigestedUntilLT(w.until))).
			SetDigestedUntil(w.until).Save(ctx)
		if err != nil {
			return fmt.Errorf("note the digest: %w", err)
		}
		if n == 0 || len(told.Partners) == 0 {
			return nil
		}
		readers, err := tx.User.Query().
			Where(user.OrganizationID(organizationID), user.Enabled(true), user.WeeklyDigest(true), holdsGlobalAdministrator).
			Order(user.ByID()).Limit(digestReaders).All(ctx)
		if err != nil {
			return fmt.Errorf("read whom to send the digest to: %w", err)
		}
		data := map[string]string{"customer": name, "week": w.inWords(), "digest": told.Data()}
		messages := make([]mail.Message, len(readers))
		for i, u := range readers {
			messages[i] = mail.Message{
				Kind: mail.WeeklyDigest, To: u.UserName, UserID: u.ID, Data: data,
				Key: fmt.Sprintf("%s:%s:%s", mail.WeeklyDigest, u.ID, w.until.Format(time.DateOnly)),
			}
			if u.Email != nil {
				messages[i].To = *u.Email
			}
		}
		return mail.Enqueue(ctx, tx, messages...)
	})
}

// holdsGlobalAdministrator holds for users with that role, by the index of those who have roles.
func holdsGlobalAdministrator(t *sql.Selector) {
	roles := t.C(user.FieldRoleSet)
	t.Where(sql.ExprP(fmt.Sprintf("%[1]s <> 0 AND %[1]s & %[2]d <> 0", roles, schematype.Roles(schematype.GlobalAdministrator))))
}
