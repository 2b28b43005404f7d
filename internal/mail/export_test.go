package mail

import (
	"context"
	"crypto/x509"
	"time"

	"delegatedadmin.example/internal/viewer"
)

// Step claims one row and sees it through; false when none is due.
func (w *Worker) Step(ctx context.Context) (bool, error) {
	ctx = viewer.NewContext(ctx, viewer.System)
	c, err := w.claim(ctx)
	if c != nil {
		w.deliver(ctx, c)
	}
	return c != nil, err
}

// Claim claims one row and does no more, as a process that dies.
func (w *Worker) Claim(ctx context.Context) (bool, error) {
	c, err := w.claim(viewer.NewContext(ctx, viewer.System))
	return c != nil, err
}

// Write is how a message reads.
func Write(m Message, base, from, token string) (Outgoing, error) {
	l := newLetter(m.Data)
	l.To, l.From, l.Host = m.To, from, host(base)
	var err error
	if err = l.lead(base, m.Kind, m.Data, token); err != nil {
		return Outgoing{}, err
	}
	text, html, err := l.write(m.Kind)
	return Outgoing{
		ID: "msg_0197c2a4b0f07d0e8f3a5b6c7d8e9f00", Host: l.Host, From: from, To: m.To, Subject: l.Subject, Text: text, HTML: html,
		Secret: token, Unsubscribe: l.Stop,
	}, err
}

// Trust makes s trust the certificates of pool.
func (s *SMTP) Trust(pool *x509.CertPool) { s.tls.RootCAs = pool }

// Impatient shortens the time of each step.
func (s *SMTP) Impatient(step time.Duration) { s.step = step }

var (
	Readable = readable
	Backoff  = backoff
	Address  = address
)

const Lease, GiveUp, NotNeeded, Unsure = lease, giveUp, notNeeded, unsure
