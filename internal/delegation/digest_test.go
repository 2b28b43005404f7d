package delegation_test

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/digestlink"
	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
)

// calendar is a server whose clock a test moves from week to week.
type calendar struct {
	*apptest.Server
	t       *testing.T
	db      apptest.Database
	passed  atomic.Int64
	monday  time.Time // of the week that it begins in
	written int       // digests
}

func newCalendar(t *testing.T, db apptest.Database) *calendar {
	t.Helper()
	c := &calendar{t: t, db: db}
	c.Server = apptest.NewServer(t, db, store.Options{Skew: c.skew})
	c.monday = time.Now().UTC().Truncate(24 * time.Hour)
	for c.monday.Weekday() != time.Monday {
		c.monday = c.monday.AddDate(0, 0, 1)
	}
	c.at(0, 36*time.Hour)
	return c
}

func (c *calendar) skew() time.Duration { return time.Duration(c.passed.Load()) }

// at moves the clock to a moment of a week.
func (c *calendar) at(week int, since time.Duration) {
	c.passed.Store(int64(time.Until(c.monday.AddDate(0, 0, 7*week).Add(since))))
}

// digests does the work of a turn on two servers at once, twice, and returns the digests that left by it.
func (c *calendar) digests() (out []mail.Outgoing) {
	c.t.Helper()
	other := c.NewReplica(c.t, c.db, store.Options{Skew: c.skew})
	var all sync.WaitGroup
	for _, s := range []*apptest.Server{c.Server, other} {
		all.Go(func() {
			for range 2 {
				if err := s.Delegations.Keep(system); err != nil {
					c.t.Error(err)
				}
			}
		})
	}
	all.Wait()
	rows := c.Store.Ent().OutboxMessage.Query().Where(outboxmessage.Kind(string(mail.WeeklyDigest))).CountX(system)
	for _, m := range mailed(c.t, c.Server, "https://admin.example") {
		if strings.HasPrefix(m.Subject, "What your delegated admins did") {
			out = append(out, m)
		}
	}
	if rows != c.written+len(out) {
		c.t.Errorf("%d digests were written, %d left", rows-c.written, len(out))
	}
	c.written = rows
	return out
}

// digest is the only one that left, to Contoso's administrator.
func (c *calendar) digest() mail.Outgoing {
	c.t.Helper()
	out := c.digests()
	if len(out) != 1 || out[0].To != admin {
		c.t.Fatalf("%d digests left: %+v", len(out), out)
	}
	return out[0]
}

func wantIn(t *testing.T, text string, all ...string) {
	t.Helper()
	for _, want := range all {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
}

const (
	admin  = "admin@contoso.example"
	choose = `mutation($on: Boolean!) { setWeeklyDigest(input: {enabled: $on}) { user { id weeklyDigest } userErrors { code } } }`
	stop   = `mutation($token: String!) { stopWeeklyDigest(input: {token: $token}) { alreadyOff userErrors { code } } }`
)

var inDigest = regexp.MustCompile(`https://admin\.example/weekly-digest#([A-Za-z0-9_-]{43})\n`)

// What the partners did, what was refused, what was never used: once a week, until somebody does not want it.
func TestDigest_TellsTheWeekOnce(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		c := newCalendar(t, db)
		fabrikam := c.NewDelegation(t, "Fabrikam", "Contoso")
		wingtip := c.NewDelegation(t, "Wingtip", "Contoso")
		tech := c.As(t, "tech@fabrikam.example")
		create := `mutation($input: CreateUsersInput!) { createUsers(input: $input) { results { user { id } } userErrors { code } } }`
		for _, name := range []string{"one", "two", "three"} {
			tech.MustQuery(t, create, vars{"input": vars{"organizationId": c.Organizations["Contoso"], "users": []vars{
				{"userName": name + "@contoso.example", "displayName": name},
			}}})
		}
		adele := []any{c.Users["adele@contoso.example"]}
		tech.MustQuery(t, `mutation($ids: [ID!]!) { resetPasswords(input: {userIds: $ids}) { userErrors { code } } }`, vars{"ids": adele})
		assign := `mutation($ids: [ID!]!) { assignRoles(input: {userIds: $ids, roles: [GLOBAL_ADMINISTRATOR]}) { userErrors { code } } }`
		for range 2 {
			wantCodes(t, "a role above theirs", tech.Query(t, assign, vars{"ids": adele}).Codes(), "FORBIDDEN")
		}
		c.at(0, 7*24*time.Hour-time.Minute)
		if early := c.digests(); len(early) != 0 {
			t.Fatalf("before the week is over: %+v", early)
		}

		c.at(1, time.Second)
		m := c.digest()
		sunday := c.monday.AddDate(0, 0, 6)
		wantIn(t, m.Text, "- Tech of Fabrikam: created 3 users, reset 1 password\n- Refused 2 times: assign roles (2)\n- Authorized on ",
			"\nWingtip (wingtip.example)\n- Authorized on ", "You get this mail because you are a Global Administrator of Contoso.",
			fmt.Sprintf("https://admin.example/audit-log?delegation=%s&since=%s&until=%s\n", fabrikam, c.monday.Format(time.DateOnly), sunday.Format(time.DateOnly)))
		if strings.Index(m.Text, "Fabrikam (") > strings.Index(m.Text, "Wingtip (") || !strings.HasSuffix(m.Subject, sunday.Format(" to 2 January")) {
			t.Errorf("%s\n%s", m.Subject, m.Text)
		}
		found := inDigest.FindStringSubmatch(m.Text)
		if found == nil || m.Unsubscribe != "https://admin.example/weekly-digest#"+found[1] || m.Secret != found[1] {
			t.Fatalf("the link is %q: %s", m.Unsubscribe, m.Text)
		}
		if again := c.digests(); len(again) != 0 {
			t.Errorf("once more: %+v", again)
		}

		// A server that was away tells of the last week alone. What is not used is said.
		c.at(5, 50*time.Hour)
		wantIn(t, c.digest().Text, "Fabrikam (fabrikam.example)\n- Nothing in this week\n", "Wingtip (wingtip.example)\n- Never used since it was authorized on ",
			"\nMore about Wingtip:\nhttps://admin.example/support/delegated-admins?admin="+string(wingtip)+"\n")

		wantCodes(t, "the partner gives up", c.As(t, "admin@fabrikam.example").MustQuery(t, remove, vars{"input": vars{"id": fabrikam}}).UserErrors("deleteDelegation"))
		c.at(6, time.Hour)
		wantIn(t, c.digest().Text, "Fabrikam (fabrikam.example)\n- Ended on "+c.monday.AddDate(0, 0, 37).Format("2 January 2006")+": they gave it up\n")

		// Off by the link of weeks ago, which says so the second time; on again by the person.
		stopped := c.Anonymous(t)
		for _, wrong := range []string{"", "x", strings.Repeat("A", 43), alias(found[1]), swapped(found[1]), found[1] + "A", string(c.Users[admin])} {
			wantCodes(t, "a wrong link", stopped.MustQuery(t, stop, vars{"token": wrong}).UserErrors("stopWeeklyDigest"), "EXPIRED")
		}
		for _, before := range []bool{false, true} {
			if r := stopped.MustQuery(t, stop, vars{"token": found[1]}); r.At("stopWeeklyDigest", "alreadyOff") != before {
				t.Errorf("off by the link: %s", r.Raw)
			}
		}
		c.at(7, time.Hour)
		if off := c.digests(); len(off) != 0 {
			t.Errorf("it was turned off: %+v", off)
		}
		for _, on := range []bool{true, true, false, true} {
			if r := c.As(t, admin).MustQuery(t, choose, vars{"on": on}); r.At("setWeeklyDigest", "user", "weeklyDigest") != on {
				t.Errorf("turned on %t: %s", on, r.Raw)
			}
		}
		wantCodes(t, "nobody turns it on", c.Anonymous(t).Query(t, choose, vars{"on": true}).Codes(), "UNAUTHENTICATED")
		wantCodes(t, "with the link as another", c.As(t, "adele@contoso.example").MustQuery(t, stop, vars{"token": "x"}).UserErrors("stopWeeklyDigest"), "EXPIRED")
		c.at(8, time.Hour)
		c.digest()
		log := c.Store.Ent().AuditEvent.Query().Where(auditevent.OrganizationID(c.Organizations["Contoso"]), auditevent.ActionHasPrefix("user.digest.")).
			Order(auditevent.BySequence()).AllX(system)
		var actions []string
		for _, e := range log {
			actions = append(actions, e.Action)
		}
		if want := []string{"user.digest.stop", "user.digest.on", "user.digest.off", "user.digest.on"}; !slices.Equal(actions, want) || log[0].ActorUserName != admin {
			t.Errorf("the log has %q", actions)
		}

		// Nobody left, nothing to tell; and of the links the newest few work.
		wantCodes(t, "the customer deletes the other", c.As(t, admin).MustQuery(t, remove, vars{"input": vars{"id": wingtip}}).UserErrors("deleteDelegation"))
		c.at(9, time.Hour)
		wantIn(t, c.digest().Text, ": it was deleted\n")
		c.at(10, time.Hour)
		if quiet := c.digests(); len(quiet) != 0 {
			t.Errorf("there was nothing to tell: %+v", quiet)
		}
		row := c.Store.Ent().OutboxMessage.Query().Where(outboxmessage.Kind(string(mail.WeeklyDigest))).FirstX(system)
		for range 10 {
			c.Tx(t, func(ctx context.Context, tx *store.Tx) error {
				_, ok, err := c.Identity.MintDigestLink(ctx, tx, row)
				if !ok {
					t.Error("no link was made")
				}
				return err
			})
		}
		if n := c.Store.Ent().DigestLink.Query().Where(digestlink.UserID(c.Users[admin])).CountX(system); n != 8 {
			t.Errorf("%d links work", n)
		}
		wantCodes(t, "a link of long ago", stopped.MustQuery(t, stop, vars{"token": found[1]}).UserErrors("stopWeeklyDigest"), "EXPIRED")
	})
}

// A digest that waits is not sent to somebody who turned it off meanwhile, or who is no Global Administrator any more.
func TestDigest_ThatIsNotWantedAnyMore_IsDropped(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		c := newCalendar(t, db)
		c.NewDelegation(t, "Fabrikam", "Contoso")
		for week, change := range []func(ctx context.Context, tx *store.Tx) error{
			func(ctx context.Context, tx *store.Tx) error {
				return tx.User.UpdateOneID(c.Users[admin]).SetWeeklyDigest(false).Exec(ctx)
			},
			func(ctx context.Context, tx *store.Tx) error {
				return tx.User.UpdateOneID(c.Users[admin]).SetWeeklyDigest(true).SetRoleSet(schematype.Roles(schematype.GlobalReader)).Exec(ctx)
			},
		} {
			c.at(week+1, time.Hour)
			if err := c.Delegations.Keep(system); err != nil {
				t.Fatal(err)
			}
			c.Tx(t, change)
			mailed(t, c.Server, "https://admin.example")
			row := c.Store.Ent().OutboxMessage.Query().Where(outboxmessage.Kind(string(mail.WeeklyDigest))).Order(ent.Desc(outboxmessage.FieldID)).FirstX(system)
			if row.SentAt != nil || row.FailedAt == nil {
				t.Errorf("it left all the same: %+v", row)
			}
			c.Tx(t, func(ctx context.Context, tx *store.Tx) error {
				return tx.User.UpdateOneID(c.Users[admin]).SetWeeklyDigest(true).SetRoleSet(schematype.Roles(schematype.GlobalAdministrator)).Exec(ctx)
			})
		}
	})
}
