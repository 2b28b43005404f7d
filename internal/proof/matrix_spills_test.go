package proof

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/mail"
)

// logBook holds what the server logs.
type logBook struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logBook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

// Len is how long it is.
func (l *logBook) Len() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Len()
}

func (l *logBook) from(n int) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()[n:]
}

func (l *logBook) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(l, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// newPassword is what those choose who choose one.
const newPassword = "a long enough one"

// judgeLog looks in the log for what no log may hold: anybody's texts, tokens and passwords. It also finds what the
// server itself calls an error.
func (m *matrix) judgeLog() {
	secrets := []string{apptest.Password, newPassword, "wrong-password"}
	for _, p := range m.w.people {
		if _, token, ok := strings.Cut(p.cookie, "="); ok {
			secrets = append(secrets, token)
		}
	}
	for _, o := range m.w.objects {
		if o.token != "" {
			secrets = append(secrets, o.token)
		}
	}
	lines := 0
	for line := range strings.Lines(m.w.log.from(m.logged)) {
		lines++
		switch {
		case canary.MatchString(line), slices.ContainsFunc(secrets, func(secret string) bool { return strings.Contains(line, secret) }):
			m.leaks = append(m.leaks, "the log says "+line)
		case strings.Contains(line, "level=ERROR"):
			m.deviate("the log says %s", line)
		}
	}
	if lines == 0 {
		m.deviate("the log says nothing: this proves nothing")
	}
}

// told is what a letter tells its reader of the other side, by the kind of the letter and the side of the reader: p is
// what only the other side sees, a the address that offers go to, n the names of a partner's people.
var told = []string{
	"offer to customer: n",              // who sent it, and the message
	"offer_accepted to partner: p",      // who accepted, for whom
	"offer_accepted to partner: a",      // at which address
	"offer_declined to partner: p",      // who declined, for whom, and why
	"offer_declined to partner: a",      // at which address
	"offer_asked to partner: p",         // who asks, for whom, and what they write
	"offer_asked to partner: n",         // the same, where a partner asks
	"delegation_deleted to customer: n", // who gave it up
	"delegation_deleted to partner: p",  // who ended it, for whom
	"password_reset to customer: n",     // who reset the password
}

// letters has the worker send the mails that wait into a mailbox, and judges those and the rows that they came from: a
// reader hears nothing of others but what told says of the other side.
func (m *matrix) letters() {
	worker := &mail.Worker{
		Store: m.w.Store, BaseURL: m.w.URL, From: "mail@" + apptest.InitialDomain, Sender: mail.Mailbox{Store: m.w.Store},
		Link: m.w.Delegations.MintLink, Lock: delegation.OfferLock, PasswordLink: m.w.Identity.MintPasswordLink, DigestLink: m.w.Identity.MintDigestLink, Log: m.w.log.logger(),
	}
	ctx, stop := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { check(worker.Run(ctx)) })
	waiting := m.w.Store.Ent().OutboxMessage.Query().Where(outboxmessage.SentAtIsNil(), outboxmessage.FailedAtIsNil())
	for deadline := time.Now().Add(30 * time.Second); waiting.Clone().CountX(system) > 0; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			m.deviate("the mails do not leave")
			break
		}
	}
	stop()
	running.Wait()
	sent := map[uid.ID]*ent.MailboxMessage{}
	for _, each := range m.w.Store.Ent().MailboxMessage.Query().AllX(system) {
		sent[uid.ID(uid.OutboxMessage+strings.TrimPrefix(string(each.ID), uid.MailboxMessage))] = each
	}
	for _, row := range m.w.Store.Ent().OutboxMessage.Query().AllX(system) {
		text := string(must(json.Marshal(row.Data)))
		if letter := sent[row.ID]; letter != nil {
			text += "\n" + letter.Recipient + "\n" + letter.Subject + "\n" + letter.Text + "\n" + letter.HTML
			m.posted++
		}
		m.judgeLetter(row, text)
	}
}

func (m *matrix) judgeLetter(row *ent.OutboxMessage, text string) {
	about := m.w.concerned(uid.ID(strings.Split(row.DedupeKey, ":")[1]))
	customer := about.owner
	if customer == nil {
		customer = about.addressee
	}
	reader, side, other := m.w.reader(row.Recipient), "customer", about.partner
	if d := m.w.byID[row.DelegationID]; about.typ == "User" && d != nil {
		other = d.partner
	}
	if row.Data["side"] == "partner" {
		side, other = "partner", customer
	}
	if side == "customer" && reader != customer || side == "partner" && reader != about.partner {
		m.deviate("a letter about %s goes to %s", about.name, row.Recipient)
	}
	letter := row.Kind + " to " + side
	for _, found := range canary.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(found[1])
		switch {
		case reader != nil && reader.n == n:
		case other != nil && other.n == n && slices.Contains(told, letter+": "+found[2]):
			m.mark(m.written, letter+": "+found[2])
		default:
			m.leaks = append(m.leaks, fmt.Sprintf("the letter %s at %s tells %s: %s", letter, row.Recipient, found[0], text))
			return
		}
	}
}

// concerned is the offer or the delegation of an id, also of an offer or an inquiry that the test itself made.
func (w *world) concerned(id uid.ID) *object {
	if o := w.byID[id]; o != nil {
		return o
	}
	if id.Prefix() == uid.Inquiry {
		i := w.Store.Ent().Inquiry.GetX(system, id)
		return &object{name: "an inquiry", owner: w.byOrg[i.CustomerID], partner: w.byPartner(i.PartnerID)}
	}
	return &object{name: "a new offer", partner: w.byPartner(w.Store.Ent().Offer.GetX(system, id).PartnerID)}
}

func (w *world) byPartner(id uid.ID) *tenant { return w.byID[id].owner }

// reader is whose address that is; nil where it is nobody's.
func (w *world) reader(address string) *tenant {
	for _, t := range w.tenants {
		if strings.HasSuffix(address, "@"+t.domain) || strings.HasSuffix(address, "@"+t.mark()+".example") {
			return t
		}
	}
	return nil
}
