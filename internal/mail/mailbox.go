package mail

import (
	"context"
	"fmt"
	"strings"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/mailboxmessage"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/store"
)

// mailboxSize is how many mails the demo's mailbox keeps.
const mailboxSize = 500

// Mailbox keeps mails in the database instead of sending them, for the demo. Unlike the outbox it holds their links:
// whoever reads it can answer every offer.
type Mailbox struct{ Store *store.Store }

// Send keeps m, in place of what an earlier attempt kept, and lets the oldest go when there are too many.
func (b Mailbox) Send(ctx context.Context, m Outgoing) error {
	id := uid.ID(uid.MailboxMessage + strings.TrimPrefix(string(m.ID), uid.OutboxMessage))
	err := b.Store.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.MailboxMessage.Delete().Where(mailboxmessage.ID(id)).Exec(ctx); err != nil {
			return err
		}
		err := tx.MailboxMessage.Create().SetID(id).SetRecipient(m.To).SetSender(m.From).
			SetSubject(m.Subject).SetText(m.Text).SetHTML(m.HTML).SetAt(tx.Now).Exec(ctx)
		if err != nil {
			return err
		}
		last, err := tx.MailboxMessage.Query().Order(ent.Desc(mailboxmessage.FieldAt, mailboxmessage.FieldID)).
			Offset(mailboxSize).First(ctx)
		if ent.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		_, err = tx.MailboxMessage.Delete().Where(mailboxmessage.Or(mailboxmessage.AtLT(last.At),
			mailboxmessage.And(mailboxmessage.At(last.At), mailboxmessage.IDLTE(last.ID)))).Exec(ctx)
		return err
	})
	if err != nil {
		return &SendError{Reason: "The mailbox did not take it.", cause: fmt.Errorf("keep a mail: %w", err)}
	}
	return nil
}
