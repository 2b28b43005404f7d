package mail

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/predicate"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

const (
	lanes   = 4                // mails on their way at once, so that a slow one holds up few
	lease   = 2 * time.Minute  // a claimed row is this worker's so long; longer than any attempt
	poll    = 5 * time.Second  // how often to look even if nobody tells of a new row
	grace   = 10 * time.Second // for mails on their way when the worker is to stop
	giveUp  = 72 * time.Hour
	first   = 30 * time.Second // the wait after the first attempt; it doubles
	longest = time.Hour
)

// notNeeded is kept of a mail whose link was of no use any more when its turn came.
const notNeeded = "not needed any more"

// unsure begins the last error of a mail that may have arrived although the server did not say so. It is sent once
// more, and not a third time if that ends the same way: nobody is to get it over and over.
const unsure = "It may have arrived. "

// Worker sends what stands in the outbox. Any number of them, in any number of processes, share one outbox: each row is
// claimed by one, for two minutes. A mail leaves once, except when the process dies, or the connection breaks, after
// the server has taken it and before that is written down: then it leaves a second time under the same Message-ID.
type Worker struct {
	Store   *store.Store
	BaseURL string // where links lead
	From    string // the sender, and whom replies reach
	Sender  Sender
	// Link makes the secret of an offer's link and keeps its hash, in the transaction before the mail is sent. ok is
	// false when the offer no longer waits for an answer: then the mail is dropped.
	Link func(ctx context.Context, tx *store.Tx, offerID uid.ID) (token string, ok bool, err error)
	// Lock is what an offer's link is made under, so that it is not made while the offer is withdrawn or sent again;
	// nil for none.
	Lock func(offerID uid.ID) store.Lock
	// PasswordLink makes the secret of a link to choose a password, and keeps its hash, in the same way.
	PasswordLink func(ctx context.Context, tx *store.Tx, m *ent.OutboxMessage) (token string, ok bool, err error)
	// DigestLink makes the secret of the link in a weekly digest that turns it off, and keeps its hash, in the same way.
	DigestLink func(ctx context.Context, tx *store.Tx, m *ent.OutboxMessage) (token string, ok bool, err error)
	Log        *slog.Logger

	brake brake
}

// Run works until ctx ends and the mails on their way are through, at most ten seconds later. Close the store after
// it, not before.
func (w *Worker) Run(ctx context.Context) error {
	ctx = viewer.NewContext(ctx, viewer.System)
	if _, err := link(w.BaseURL, OfferDeclined, nil, ""); err != nil {
		return err
	}
	if _, err := sender(w.From); err != nil {
		return err
	}
	wake := make(chan struct{}, 1)
	var all sync.WaitGroup
	defer all.Wait()
	all.Go(func() { w.listen(ctx, wake) })
	slots := make(chan struct{}, lanes)
	for ctx.Err() == nil {
		select {
		case slots <- struct{}{}:
		case <-ctx.Done():
			return nil
		}
		c, wait := w.next(ctx)
		if c == nil {
			<-slots
			select {
			case <-wake:
			case <-time.After(wait):
			case <-ctx.Done():
			}
			continue
		}
		all.Go(func() {
			defer func() { <-slots }()
			w.deliver(ctx, c)
		})
	}
	return nil
}

// listen wakes the worker when a row was added.
func (w *Worker) listen(ctx context.Context, wake chan<- struct{}) {
	for ctx.Err() == nil {
		for change := range w.Store.Subscribe(ctx) {
			if change.Kind == changeAdded {
				select {
				case wake <- struct{}{}:
				default:
				}
			}
		}
		select { // the channel was closed; what was missed, the next look finds
		case <-ctx.Done():
		case <-time.After(time.Second):
		}
	}
}

// next claims a row that is due, or says how long to wait before looking again.
func (w *Worker) next(ctx context.Context) (*claim, time.Duration) {
	if wait := w.brake.remaining(); wait > 0 {
		return nil, min(wait, poll)
	}
	wait, err := w.untilDue(ctx)
	if err == nil && wait > 0 {
		return nil, min(wait, poll)
	}
	var c *claim
	if err == nil {
		c, err = w.claim(ctx)
	}
	switch {
	case c != nil:
		return c, 0
	case err != nil && ctx.Err() == nil:
		w.log().ErrorContext(ctx, "the outbox can't be read", "error", err)
		return nil, poll
	}
	return nil, poll / 20 // another worker was faster
}

// untilDue reads when the next row is due, without a transaction.
func (w *Worker) untilDue(ctx context.Context) (time.Duration, error) {
	row, err := w.Store.Ent().OutboxMessage.Query().Where(open()).
		Order(outboxmessage.ByNextAttemptAt()).Select(outboxmessage.FieldNextAttemptAt).First(ctx)
	if ent.IsNotFound(err) {
		return poll, nil
	}
	if err != nil {
		return 0, err
	}
	now, err := w.Store.Now(ctx)
	return row.NextAttemptAt.Sub(now), err
}

// open rows wait to be sent.
func open() predicate.OutboxMessage {
	return outboxmessage.And(outboxmessage.SentAtIsNil(), outboxmessage.FailedAtIsNil())
}

// claim is a row that this worker is to send, until the lease ends.
type claim struct {
	row   *ent.OutboxMessage
	lease time.Time
	at    time.Time
}

// claim takes the row that is due the longest; nil when there is none.
func (w *Worker) claim(ctx context.Context) (c *claim, err error) {
	err = w.Store.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
		c = nil
		due := tx.OutboxMessage.Query().
			Where(open(), outboxmessage.NextAttemptAtLTE(tx.Now), outboxmessage.Or(outboxmessage.LockedUntilIsNil(), outboxmessage.LockedUntilLTE(tx.Now))).
			Order(outboxmessage.ByNextAttemptAt(), outboxmessage.ByID())
		if w.Store.Dialect() == dialect.Postgres {
			due.ForUpdate(entsql.WithLockAction(entsql.SkipLocked))
		}
		row, err := due.First(ctx)
		if ent.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		until := tx.Now.Add(lease)
		err = tx.OutboxMessage.UpdateOneID(row.ID).AddAttempts(1).SetLockedUntil(until).SetNextAttemptAt(until).Exec(ctx)
		if err != nil {
			return err
		}
		row.Attempts++
		c = &claim{row: row, lease: until, at: tx.Now}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("claim a mail: %w", err)
	}
	return c, nil
}

// deliver sends one mail and writes down how that went. When ctx ends, it may still take the time of grace.
func (w *Worker) deliver(ctx context.Context, c *claim) {
	sending, cancel := context.WithTimeout(context.WithoutCancel(ctx), sendTimeout)
	defer cancel()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })()
	m, wanted, err := w.prepare(sending, c)
	if err == nil && !wanted {
		return
	}
	if err == nil {
		err = w.Sender.Send(sending, m)
	}
	attrs := []any{"message", c.row.ID, "kind", c.row.Kind, "attempt", c.row.Attempts}
	if err == nil {
		w.brake.release()
		w.log().InfoContext(ctx, "mail sent", attrs...)
		w.settle(ctx, c, func(ctx context.Context, tx *store.Tx) error {
			return tx.OutboxMessage.Update().Where(outboxmessage.ID(c.row.ID), outboxmessage.SentAtIsNil()).
				SetSentAt(tx.Now).ClearFailedAt().ClearLockedUntil().Exec(ctx)
		})
		return
	}
	failure := asSendError(err)
	if failure.Down {
		w.brake.pull()
	}
	w.log().WarnContext(ctx, "mail not sent", append(attrs, "for good", failure.ForGood, "error", readable(failure.Error(), m.Secret))...)
	reason := readable(failure.Reason, m.Secret)
	unsureBefore := c.row.LastError != nil && strings.HasPrefix(*c.row.LastError, unsure)
	if failure.Unsure || unsureBefore {
		reason = readable(unsure+reason, "")
	}
	w.settle(ctx, c, func(ctx context.Context, tx *store.Tx) error {
		update := tx.OutboxMessage.Update().Where(c.mine()).SetLastError(reason).ClearLockedUntil()
		if failure.ForGood || (failure.Unsure && unsureBefore) || tx.Now.Sub(c.row.CreatedAt) >= giveUp {
			update.SetFailedAt(tx.Now)
		} else {
			update.SetNextAttemptAt(tx.Now.Add(backoff(c.row.Attempts, failure.Down)).Truncate(time.Microsecond))
		}
		return update.Exec(ctx)
	})
}

// mine is the row as this worker claimed it.
func (c *claim) mine() predicate.OutboxMessage {
	return outboxmessage.And(outboxmessage.ID(c.row.ID), open(), outboxmessage.LockedUntil(c.lease))
}

// prepare writes the mail. A link with a secret is made here, as late as can be; wanted is false when it is of no use any
// more, or was sent again since: then the row is closed.
func (w *Worker) prepare(ctx context.Context, c *claim) (m Outgoing, wanted bool, err error) {
	m = Outgoing{ID: c.row.ID, Host: host(w.BaseURL), From: w.From, To: c.row.Recipient, Date: c.at}
	kind := Kind(c.row.Kind)
	if _, ok := pairs[kind]; !ok {
		return m, true, &SendError{ForGood: true, Reason: "This mail is of an unknown kind."}
	}
	if _, err := address(m.To); err != nil {
		return m, true, &SendError{ForGood: true, Reason: "The address can't be delivered to.", cause: err}
	}
	wanted = true
	if kind == Offer || slices.Contains(personal, kind) {
		if m.Secret, wanted, err = w.link(ctx, c); err != nil || !wanted {
			return m, wanted, err
		}
	}
	l := newLetter(c.row.Data)
	l.To, l.Host = m.To, m.Host
	from, err := sender(w.From)
	if err != nil {
		return m, true, err
	}
	l.From = from.Address
	if err = l.lead(w.BaseURL, kind, c.row.Data, m.Secret); err != nil {
		return m, true, &SendError{ForGood: true, Reason: "The mail's link is not right.", cause: err}
	}
	if m.Text, m.HTML, err = l.write(kind); err != nil {
		return m, true, err
	}
	m.Subject, m.Unsubscribe = l.Subject, l.Stop
	return m, true, nil
}

func (w *Worker) link(ctx context.Context, c *claim) (token string, ok bool, err error) {
	var locks []store.Lock
	about := outboxmessage.And(outboxmessage.OfferID(c.row.OfferID), outboxmessage.Kind(string(Offer)))
	mint := func(ctx context.Context, tx *store.Tx) (string, bool, error) { return w.Link(ctx, tx, c.row.OfferID) }
	switch {
	case Kind(c.row.Kind) == WeeklyDigest:
		locks = append(locks, access.EndingSession(c.row.UserID))
		about = outboxmessage.And(outboxmessage.UserID(c.row.UserID), outboxmessage.Kind(string(WeeklyDigest)))
		mint = func(ctx context.Context, tx *store.Tx) (string, bool, error) { return w.DigestLink(ctx, tx, c.row) }
	case Kind(c.row.Kind) != Offer:
		locks = append(locks, access.EndingSession(c.row.UserID))
		about = outboxmessage.And(outboxmessage.UserID(c.row.UserID), outboxmessage.KindNEQ(string(WeeklyDigest)))
		mint = func(ctx context.Context, tx *store.Tx) (string, bool, error) { return w.PasswordLink(ctx, tx, c.row) }
	case w.Lock != nil:
		locks = append(locks, w.Lock(c.row.OfferID))
	}
	err = w.Store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		token, ok = "", false
		if mine, err := tx.OutboxMessage.Query().Where(c.mine()).Exist(ctx); err != nil || !mine {
			return err
		}
		newer, err := tx.OutboxMessage.Query().Where(about,
			outboxmessage.Or(outboxmessage.CreatedAtGT(c.row.CreatedAt),
				outboxmessage.And(outboxmessage.CreatedAt(c.row.CreatedAt), outboxmessage.IDGT(c.row.ID)))).Exist(ctx)
		if err != nil {
			return err
		}
		if !newer {
			if token, ok, err = mint(ctx, tx); err != nil {
				return err
			}
		}
		if ok {
			return nil
		}
		return tx.OutboxMessage.Update().Where(c.mine()).SetFailedAt(tx.Now).SetLastError(notNeeded).ClearLockedUntil().Exec(ctx)
	})
	if err != nil {
		return "", true, fmt.Errorf("make the link of a mail: %w", err)
	}
	if ok && token == "" {
		return "", true, errors.New("make the link of a mail: it has no token")
	}
	return token, ok, nil
}

// settle writes down how an attempt ended. It insists: what is not written down is sent again when the lease ends.
func (w *Worker) settle(ctx context.Context, c *claim, fn func(ctx context.Context, tx *store.Tx) error) {
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), lease/2)
	defer cancel()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })()
	for wait := 50 * time.Millisecond; ; wait = min(2*wait, 2*time.Second) {
		err := w.Store.WithTx(limit, nil, fn)
		if err == nil {
			return
		}
		w.log().ErrorContext(ctx, "how a mail went can't be written down", "message", c.row.ID, "error", err)
		select {
		case <-limit.Done():
			return
		case <-time.After(wait):
		}
	}
}

func (w *Worker) log() *slog.Logger {
	if w.Log == nil {
		return slog.Default()
	}
	return w.Log
}

// backoff is how long to wait after an attempt: 30 seconds, doubled each time up to an hour, and up to a quarter more
// so that many don't come at once. While the server is down it stays short, for nothing is asked of anybody; the brake
// keeps the attempts few.
func backoff(attempts int, down bool) time.Duration {
	wait := longest
	if n := attempts - 1; n < 7 {
		wait = min(first<<max(n, 0), longest)
	}
	if down {
		wait = first
	}
	return wait + time.Duration(rand.Int64N(int64(wait/4)))
}

// brake holds all attempts of a worker while the server is down: 1 second, doubled each time up to 15, so that a mail
// leaves soon after it is back.
type brake struct {
	mu    sync.Mutex
	count int
	until time.Time
}

func (b *brake) pull() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if time.Now().Before(b.until) {
		return // several were on their way when it went down
	}
	b.until = time.Now().Add(min(time.Second<<min(b.count, 4), 15*time.Second))
	b.count++
}

func (b *brake) release() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.count, b.until = 0, time.Time{}
}

func (b *brake) remaining() time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	return time.Until(b.until)
}
