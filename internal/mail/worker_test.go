package mail_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// bench is an outbox, a mail server and a clock that a test moves.
type bench struct {
	t      *testing.T
	db     apptest.Database
	store  *store.Store
	server *apptest.SMTP
	worker *mail.Worker
	passed atomic.Int64 // how far the clock was moved
	links  atomic.Int64
	over   atomic.Bool // the offers no longer wait
}

func newBench(t *testing.T, db apptest.Database) *bench {
	t.Helper()
	b := &bench{t: t, db: db, server: apptest.StartSMTP(t)}
	b.store = b.open()
	b.worker = b.newWorker(b.store)
	return b
}

func (b *bench) open() *store.Store {
	return b.db.Store(b.t, store.Options{Skew: func() time.Duration { return time.Duration(b.passed.Load()) }, Log: quiet})
}

var quiet = slog.New(slog.NewTextHandler(io.Discard, nil))

func (b *bench) newWorker(s *store.Store) *mail.Worker {
	return &mail.Worker{
		Store: s, BaseURL: base, From: from, Sender: mustSMTP(b.t, b.server.String()), Log: quiet,
		Link: func(context.Context, *store.Tx, uid.ID) (string, bool, error) {
			return fmt.Sprintf("%s%d", token, b.links.Add(1)), !b.over.Load(), nil
		},
	}
}

func system(t *testing.T) context.Context {
	t.Helper()
	return viewer.NewContext(t.Context(), viewer.System)
}

func (b *bench) after(d time.Duration) { b.passed.Add(int64(d)) }

func (b *bench) enqueue(messages ...mail.Message) {
	b.t.Helper()
	err := b.store.WithTx(system(b.t), nil, func(ctx context.Context, tx *store.Tx) error {
		return mail.Enqueue(ctx, tx, messages...)
	})
	if err != nil {
		b.t.Fatal(err)
	}
}

// step does one attempt; false when none was due.
func (b *bench) step() bool {
	b.t.Helper()
	did, err := b.worker.Step(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	return did
}

// only is the one row of the outbox.
func (b *bench) only() *ent.OutboxMessage {
	b.t.Helper()
	row, err := b.store.Ent().OutboxMessage.Query().Only(system(b.t))
	if err != nil {
		b.t.Fatal(err)
	}
	return row
}

func expired(key string) mail.Message {
	return mail.Message{Kind: mail.DelegationExpired, To: "admin@contoso.example", DelegationID: uid.New(uid.Delegation), Key: key, Data: data()}
}

func offer(key string) mail.Message {
	return mail.Message{Kind: mail.Offer, To: "admin@contoso.example", OfferID: uid.New(uid.Offer), Key: key, Data: data()}
}

func TestEnqueue_KeepsWhatItIsGiven(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		m := offer("a")
		b.enqueue(m)
		row := b.only()
		if row.Kind != "offer" || row.Recipient != m.To || row.OfferID != m.OfferID || row.DelegationID != "" || row.DedupeKey != "a" || fmt.Sprint(row.Data) != fmt.Sprint(m.Data) ||
			row.Attempts != 0 || row.SentAt != nil || row.FailedAt != nil || row.LockedUntil != nil || row.LastError != nil || !row.NextAttemptAt.Equal(row.CreatedAt) {
			t.Errorf("%+v", row)
		}
		if d := time.Since(row.CreatedAt); d < 0 || d > time.Minute {
			t.Errorf("it was made %v ago", d)
		}
	})
}

func TestEnqueue_OneKey_IsOneMail(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		changes := b.store.Subscribe(t.Context())
		b.enqueue(expired("a"), expired("a"))
		b.enqueue(expired("a"))
		b.enqueue(expired("b"))
		if n := b.store.Ent().OutboxMessage.Query().CountX(system(t)); n != 2 {
			t.Errorf("%d rows, want 2", n)
		}
		for range 2 {
			select {
			case c := <-changes:
				if c.Kind != "outbox.added" {
					t.Errorf("%+v", c)
				}
			case <-time.After(10 * time.Second):
				t.Fatal("nobody was told")
			}
		}
	})
}

func TestEnqueue_OneKeyAtTheSameTime_IsOneMailAndNoError(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		ctx := system(t)
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				err := b.store.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
					if err := mail.Enqueue(ctx, tx, expired("a")); err != nil {
						return err
					}
					_, err := tx.OutboxMessage.Query().Count(ctx) // the transaction goes on
					return err
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		b.only()
	})
}

func TestEnqueue_OfARolledBackTransaction_LeavesNothing(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		boom := errors.New("boom")
		err := b.store.WithTx(system(t), nil, func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(mail.Enqueue(ctx, tx, expired("a")), boom)
		})
		if !errors.Is(err, boom) || b.step() || len(b.server.Mails()) != 0 {
			t.Errorf("%v; mails: %d", err, len(b.server.Mails()))
		}
	})
}

func TestEnqueue_Refuses(t *testing.T) {
	t.Parallel()
	b := newBench(t, apptest.SQLite(t))
	for name, m := range map[string]mail.Message{
		"unknown kind": {Kind: "x", To: "a@x.example", Key: "a"},
		"no key":       {Kind: mail.DelegationExpired, To: "a@x.example"},
		"no offer":     {Kind: mail.Offer, To: "a@x.example", Key: "a"},
		"no person":    {Kind: mail.PasswordReset, To: "a@x.example", Key: "a"},
		"long address": {Kind: mail.DelegationExpired, To: strings.Repeat("a", 400), Key: "a"},
		"long key":     {Kind: mail.DelegationExpired, To: "a@x.example", Key: strings.Repeat("a", 200)},
	} {
		if err := b.store.WithTx(system(t), nil, func(ctx context.Context, tx *store.Tx) error { return mail.Enqueue(ctx, tx, m) }); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	err := b.store.WithTx(system(t), nil, func(_ context.Context, tx *store.Tx) error {
		return mail.Enqueue(context.Background(), tx, expired("a"))
	})
	if err == nil {
		t.Error("nobody was calling, and it was taken")
	}
}

func TestWorker_SendsAnOfferWithItsLink(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.enqueue(offer("a"))
		if !b.step() || b.step() {
			t.Fatal("not one attempt")
		}
		got := b.server.Mails()
		if len(got) != 1 || !slices.Equal(got[0].To, []string{"admin@contoso.example"}) {
			t.Fatalf("the server got %+v", got)
		}
		p := mustParse(t, []byte(got[0].Body))
		if want := base + "/authorize#" + token + "1"; !strings.Contains(p.Text, "\n"+want+"\n") || !strings.Contains(p.HTML, want) {
			t.Errorf("no link in\n%s", p.Text)
		}
		if p.Subject != "Fabrikam asks to be a delegated admin of Contoso" || p.Header.Get("To") != "<admin@contoso.example>" {
			t.Errorf("%+v", p.Header)
		}
		row := b.only()
		if row.SentAt == nil || row.FailedAt != nil || row.LockedUntil != nil || row.LastError != nil || row.Attempts != 1 {
			t.Errorf("%+v", row)
		}
		if want := "<" + string(row.ID) + "@admin.example>"; p.Header.Get("Message-Id") != want {
			t.Errorf("Message-ID %s, want %s", p.Header.Get("Message-Id"), want)
		}
		if all := fmt.Sprint(row); strings.Contains(all, token) {
			t.Error("the token was kept: ", all)
		}
	})
}

// Neither of two mails with a link for one person takes the other for a newer one of its kind.
func TestWorker_SendsADigestBesideALinkToChooseAPassword(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.worker.DigestLink = func(context.Context, *store.Tx, *ent.OutboxMessage) (string, bool, error) { return token, true, nil }
		b.worker.PasswordLink = b.worker.DigestLink
		m := mail.Message{Kind: mail.PasswordReset, To: "admin@contoso.example", UserID: uid.New(uid.User), Key: "a", Data: data()}
		b.enqueue(m)
		m.Kind, m.Key = mail.WeeklyDigest, "b"
		b.enqueue(m)
		m.Kind, m.Key = mail.PasswordFirst, "c"
		b.enqueue(m)
		for b.step() {
		}
		got := b.server.Mails()
		if len(got) != 2 { // of the two passwords the newer
			t.Fatalf("the server got %+v", got)
		}
		p := mustParse(t, []byte(got[0].Body))
		stop := base + "/weekly-digest#" + token
		if p.Header.Get("List-Unsubscribe") != "<"+stop+">" || !strings.Contains(p.Text, stop) || !strings.Contains(p.HTML, stop) ||
			!strings.Contains(p.Text, "Joni Sherman: created 3 users, reset 1 password") {
			t.Errorf("%+v\n%s", p.Header, p.Text)
		}
	})
}

func TestWorker_ServerThatQuotesTheLink_DoesNotTellIt(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.server.Break(apptest.Fault{At: ".", Answer: "554-5.7.1 blocked\n554 " + base + "/authorize#" + token + "1"})
		b.enqueue(offer("a"))
		b.step()
		if row := b.only(); row.FailedAt == nil || row.LastError == nil || strings.Contains(*row.LastError, token[:8]) || !strings.Contains(*row.LastError, "554 5.7.1 blocked") {
			t.Errorf("%+v", row)
		}
	})
}

func TestWorker_OfferThatNoLongerWaits_IsDropped(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.over.Store(true)
		b.enqueue(offer("a"))
		b.step()
		if row := b.only(); row.FailedAt == nil || row.SentAt != nil || row.LastError == nil || *row.LastError != mail.NotNeeded {
			t.Errorf("%+v", row)
		}
		b.after(time.Hour)
		if b.step() || len(b.server.Commands()) != 0 {
			t.Errorf("the server heard %q", b.server.Commands())
		}
	})
}

func TestWorker_OfferSentAgain_LeavesOnce(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		m := offer("a")
		b.server.Break(apptest.Fault{At: "RCPT", Answer: "451 later"})
		b.enqueue(m)
		b.step()
		m.Key = "b"
		b.enqueue(m)
		b.server.Break(apptest.Fault{})
		b.after(time.Hour)
		for b.step() {
		}
		if got := b.server.Mails(); len(got) != 1 || !strings.Contains(mustParse(t, []byte(got[0].Body)).Text, token+"2\n") {
			t.Errorf("the server got %d", len(got))
		}
	})
}

func TestWorker_OfferClosedMeanwhile_GetsNoLink(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		m := offer("a")
		b.enqueue(m)
		key := func(id uid.ID) store.Lock { return store.Lock{Key: "offer:" + string(id), Exclusive: true} }
		b.worker.Lock = key
		stepped := make(chan struct{})
		err := b.store.WithTx(system(t), []store.Lock{key(m.OfferID)}, func(ctx context.Context, tx *store.Tx) error {
			go func() { defer close(stepped); b.step() }()
			if db.Dialect == "postgres" { // on SQLite the claim waits too
				eventually(t, "it is claimed", func() bool { return b.only().LockedUntil != nil })
			}
			time.Sleep(100 * time.Millisecond) // time to do it wrong
			if n := b.links.Load(); n != 0 {
				t.Errorf("%d links were made beside the lock", n)
			}
			return tx.OutboxMessage.Update().SetFailedAt(tx.Now).SetLastError("sent again").Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		<-stepped
		if row := b.only(); b.links.Load() != 0 || len(b.server.Mails()) != 0 || row.SentAt != nil || *row.LastError != "sent again" {
			t.Errorf("%d links; %+v", b.links.Load(), row)
		}
	})
}

func TestWorker_LinkThatCannotBeMade_IsTriedAgain(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		link := b.worker.Link
		b.worker.Link = func(context.Context, *store.Tx, uid.ID) (string, bool, error) {
			return "", false, errors.New("boom")
		}
		b.enqueue(offer("a"))
		b.step()
		if row := b.only(); row.FailedAt != nil || row.LastError == nil || strings.Contains(*row.LastError, "boom") {
			t.Errorf("%+v", row)
		}
		b.worker.Link = link
		b.after(time.Minute)
		b.step()
		if len(b.server.Mails()) != 1 {
			t.Error("it did not leave")
		}
	})
}

func TestWorker_TriesAgainLaterAndLater(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.server.Break(apptest.Fault{At: "RCPT", Answer: "451 4.7.1 greylisted"})
		b.enqueue(expired("a"))
		for attempt, want := 1, 30*time.Second; attempt <= 10; attempt, want = attempt+1, min(2*want, time.Hour) {
			before, err := b.store.Now(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if !b.step() {
				t.Fatalf("attempt %d was not due", attempt)
			}
			row := b.only()
			if wait := row.NextAttemptAt.Sub(before); wait < want || wait > want+want/4+10*time.Second {
				t.Errorf("after attempt %d it waits %v, want %v", attempt, wait, want)
			}
			if row.Attempts != attempt || row.LockedUntil != nil || row.LastError == nil || *row.LastError != "The mail server said: 451 4.7.1 greylisted" {
				t.Errorf("%+v", row)
			}
			b.after(want - 10*time.Second)
			if want > time.Minute && b.step() {
				t.Errorf("attempt %d came too early", attempt+1)
			}
			b.after(want/4 + 11*time.Second)
		}
		b.server.Break(apptest.Fault{})
		b.after(time.Hour)
		b.step()
		if row := b.only(); row.SentAt == nil || len(b.server.Mails()) != 1 {
			t.Errorf("%+v", row)
		}
	})
}

func TestWorker_GivesUp(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		fault apptest.Fault
		after time.Duration
	}{
		"after a refusal for good": {apptest.Fault{At: "RCPT", Answer: "550 5.1.1 nobody"}, 0},
		"after three days":         {apptest.Fault{At: "RCPT", Answer: "450 4.2.0 full"}, mail.GiveUp},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
				b := newBench(t, db)
				b.server.Break(c.fault)
				b.enqueue(expired("a"))
				b.after(c.after)
				b.step()
				row := b.only()
				if row.FailedAt == nil || row.SentAt != nil || row.LastError == nil || !strings.Contains(*row.LastError, c.fault.Answer) {
					t.Errorf("%+v", row)
				}
				b.server.Break(apptest.Fault{})
				b.after(mail.GiveUp)
				if b.step() || len(b.server.Mails()) != 0 {
					t.Error("it was tried again")
				}
			})
		})
	}
}

func TestWorker_AddressThatIsNone_FailsForGood(t *testing.T) {
	t.Parallel()
	b := newBench(t, apptest.SQLite(t))
	m := expired("a")
	m.To = "a@x.example\r\nBcc: b@y.example"
	b.enqueue(m)
	b.step()
	if row := b.only(); row.FailedAt == nil || len(b.server.Commands()) != 0 {
		t.Errorf("%+v", row)
	}
}

func TestWorker_DropAfterTheMail_SendsOnceMoreAndNotAThirdTime(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.enqueue(expired("a"))
		for _, f := range []apptest.Fault{
			{At: ".", Drop: true, Take: true}, {At: "RCPT", Answer: "451 later"}, {At: ".", Drop: true, Take: true}, {},
		} {
			b.server.Break(f)
			b.step()
			b.after(2 * time.Hour)
		}
		row := b.only()
		if row.FailedAt == nil || row.LastError == nil || !strings.HasPrefix(*row.LastError, mail.Unsure) {
			t.Errorf("%+v", row)
		}
		if got := b.server.Mails(); len(got) != 2 || mustParse(t, []byte(got[0].Body)).Header.Get("Message-Id") != mustParse(t, []byte(got[1].Body)).Header.Get("Message-Id") {
			t.Errorf("the server got %d", len(got))
		}
	})
}

func TestWorker_DropAfterTheMailOnce_IsOneDuplicateThatCanBeRecognized(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.server.Break(apptest.Fault{At: ".", Drop: true, Take: true, Times: 1})
		b.enqueue(expired("a"))
		b.step()
		b.after(time.Minute)
		b.step()
		b.after(time.Hour)
		if b.step() {
			t.Error("a third attempt")
		}
		if row := b.only(); row.SentAt == nil || row.FailedAt != nil || len(b.server.Mails()) != 2 {
			t.Errorf("%+v", row)
		}
	})
}

func TestWorker_ThatDied_IsFollowedByAnother(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.enqueue(expired("a"))
		if did, err := b.worker.Claim(t.Context()); !did || err != nil {
			t.Fatal(did, err)
		}
		b.after(mail.Lease - 10*time.Second)
		if b.step() {
			t.Error("it was taken from a worker that may live")
		}
		b.after(11 * time.Second)
		if !b.step() || len(b.server.Mails()) != 1 {
			t.Error("it was lost")
		}
	})
}

func TestWorker_LostLease_DoesNotUndoWhatTheOtherWrote(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.enqueue(expired("a"))
		late := b.newWorker(b.store)
		late.Sender = senderFunc(func(context.Context, mail.Outgoing) error {
			b.after(mail.Lease + time.Second) // meanwhile another one sends it
			b.step()
			return errors.New("too late")
		})
		if did, err := late.Step(t.Context()); !did || err != nil {
			t.Fatal(did, err)
		}
		if row := b.only(); row.SentAt == nil || row.LastError != nil || row.Attempts != 2 {
			t.Errorf("%+v", row)
		}
	})
}

type senderFunc func(context.Context, mail.Outgoing) error

func (f senderFunc) Send(ctx context.Context, m mail.Outgoing) error { return f(ctx, m) }

func TestBackoff_StaysShortWhileTheServerIsDown(t *testing.T) {
	t.Parallel()
	for attempt := range 200 {
		if wait := mail.Backoff(attempt, true); wait < 30*time.Second || wait > 40*time.Second {
			t.Errorf("attempt %d: %v", attempt, wait)
		}
		if wait := mail.Backoff(attempt, false); wait < 30*time.Second || wait > 75*time.Minute {
			t.Errorf("attempt %d: %v", attempt, wait)
		}
	}
}

// run starts workers, each with a store of its own as a process has, and returns a function that stops them.
func (b *bench) run(workers ...*mail.Worker) (stop func()) {
	b.t.Helper()
	ctx, cancel := context.WithCancel(b.t.Context())
	var all sync.WaitGroup
	for _, w := range workers {
		all.Go(func() {
			if err := w.Run(ctx); err != nil {
				b.t.Error(err)
			}
		})
	}
	stop = sync.OnceFunc(func() { cancel(); all.Wait() })
	b.t.Cleanup(stop)
	return stop
}

// eventually waits until f is true; a step that takes long is a fault.
func eventually(t *testing.T, what string, f func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !f(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("never: " + what)
		}
	}
}

func (b *bench) unsent() int {
	return b.store.Ent().OutboxMessage.Query().Where(outboxmessage.SentAtIsNil()).CountX(system(b.t))
}

var messageID = regexp.MustCompile(`(?m)^Message-ID: <(\S+)>\r$`)

// copies counts the mails of each Message-ID.
func (b *bench) copies() map[string]int {
	out := map[string]int{}
	for _, m := range b.server.Mails() {
		out[messageID.FindStringSubmatch(m.Body)[1]]++
	}
	return out
}

func TestRun_ThreeWorkers_LoseNothingAndSendNothingTwice(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		const n = 60
		b := newBench(t, db)
		workers := []*mail.Worker{b.worker, b.newWorker(b.store), b.newWorker(b.store)}
		if db.Dialect == "postgres" {
			workers = []*mail.Worker{b.worker, b.newWorker(b.open()), b.newWorker(b.open())}
		}
		for i := range n / 2 {
			b.enqueue(expired(fmt.Sprint("before ", i)))
		}
		b.run(workers...)
		for i := range n / 2 {
			b.enqueue(expired(fmt.Sprint("during ", i)))
		}
		eventually(t, "all are sent", func() bool { return b.unsent() == 0 })
		copies := b.copies()
		if len(copies) != n {
			t.Errorf("%d mails arrived, want %d", len(copies), n)
		}
		for id, count := range copies {
			if count != 1 {
				t.Errorf("%s came %d times", id, count)
			}
		}
		for _, row := range b.store.Ent().OutboxMessage.Query().AllX(system(t)) {
			if row.Attempts != 1 || copies[string(row.ID)+"@admin.example"] != 1 {
				t.Errorf("%+v", row)
			}
		}
	})
}

func TestRun_NewMail_LeavesAtOnce(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.run(b.worker)
		b.enqueue(expired("first"))
		eventually(t, "the first is sent", func() bool { return b.unsent() == 0 })
		time.Sleep(50 * time.Millisecond) // now it waits for a word
		began := time.Now()
		b.enqueue(expired("second"))
		eventually(t, "the second is sent", func() bool { return len(b.server.Mails()) == 2 })
		if took := time.Since(began); took > 3*time.Second {
			t.Errorf("it took %v: it was found by looking, not by being told", took)
		}
	})
}

func TestRun_ServerDown_LosesNothing(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.server.Stop()
		b.run(b.worker)
		for i := range 10 {
			b.enqueue(expired(fmt.Sprint(i)))
		}
		eventually(t, "one was tried", func() bool {
			return b.store.Ent().OutboxMessage.Query().Where(outboxmessage.LastErrorNotNil()).CountX(system(t)) > 0
		})
		b.server.Start()
		eventually(t, "all are sent", func() bool {
			b.after(100 * time.Millisecond) // some attempts end only now, and wait half a minute
			return b.unsent() == 0
		})
		if copies := b.copies(); len(copies) != 10 || len(b.server.Mails()) != 10 {
			t.Errorf("%v", copies)
		}
	})
}

func TestRun_OneThatHangs_DoesNotHoldUpOthers(t *testing.T) {
	t.Parallel()
	b := newBench(t, apptest.SQLite(t))
	b.server.Break(apptest.Fault{At: "RCPT", For: "slow@contoso.example"})
	s := mustSMTP(t, b.server.String())
	s.Impatient(time.Minute)
	b.worker.Sender = s
	slow := expired("slow")
	slow.To = "slow@contoso.example"
	b.enqueue(slow)
	stop := b.run(b.worker)
	eventually(t, "the slow one hangs", func() bool { return slices.Contains(b.server.Commands(), "RCPT") })
	for i := range 10 {
		b.enqueue(expired(fmt.Sprint(i)))
	}
	eventually(t, "the others are sent", func() bool { return len(b.server.Mails()) == 10 })
	b.server.Stop() // ends the one that hangs
	stop()
	if n := b.unsent(); n != 1 {
		t.Errorf("%d are unsent, want the slow one", n)
	}
}

func TestRun_Stops_AfterTheMailThatIsOnItsWay(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		under, goOn := make(chan struct{}), make(chan struct{})
		smtp := b.worker.Sender
		b.worker.Sender = senderFunc(func(ctx context.Context, m mail.Outgoing) error {
			close(under)
			<-goOn
			return smtp.Send(ctx, m)
		})
		b.enqueue(expired("a"))
		ctx, cancel := context.WithCancel(t.Context())
		stopped := make(chan error, 1)
		go func() { stopped <- b.worker.Run(ctx) }()
		<-under
		cancel()
		b.enqueue(expired("b"))
		close(goOn)
		if err := <-stopped; err != nil {
			t.Error(err)
		}
		if got := b.server.Mails(); len(got) != 1 {
			t.Errorf("%d mails left, want the one that was on its way", len(got))
		}
		sent := b.store.Ent().OutboxMessage.Query().Where(outboxmessage.SentAtNotNil()).OnlyX(system(t))
		if sent.DedupeKey != "a" {
			t.Errorf("%+v", sent)
		}
	})
}

func TestRun_WithoutARightSetting_SaysSo(t *testing.T) {
	t.Parallel()
	b := newBench(t, apptest.SQLite(t))
	for _, change := range []func(*mail.Worker){
		func(w *mail.Worker) { w.BaseURL = "admin.example" },
		func(w *mail.Worker) { w.From = "nobody" },
		func(w *mail.Worker) { w.From = "a@x.example, b@x.example" },
	} {
		w := b.newWorker(b.store)
		change(w)
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		if err := w.Run(ctx); err == nil {
			t.Error("it ran")
		}
		cancel()
	}
}
