package mail

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Kind is what a mail is about.
type Kind string

// The kinds. Each has a pair of templates.
const (
	Offer              Kind = "offer"
	OfferAccepted      Kind = "offer_accepted"
	OfferDeclined      Kind = "offer_declined"
	OfferAsked         Kind = "offer_asked"
	DelegationDeleted  Kind = "delegation_deleted"
	DelegationExpiring Kind = "delegation_expiring"
	DelegationExpired  Kind = "delegation_expired"
	PasswordFirst      Kind = "password_first"
	PasswordReset      Kind = "password_reset"
	DomainClaimed      Kind = "domain_claimed"
	EmailChange        Kind = "email_change"
	WeeklyDigest       Kind = "weekly_digest"
)

// Kinds lists them.
var Kinds = []Kind{
	Offer, OfferAccepted, OfferDeclined, OfferAsked, DelegationDeleted, DelegationExpiring, DelegationExpired,
	PasswordFirst, PasswordReset, DomainClaimed, EmailChange, WeeklyDigest,
}

// personal are the kinds that hold a link for one person alone.
var personal = []Kind{PasswordFirst, PasswordReset, EmailChange, WeeklyDigest}

// Message is a mail that is to leave.
type Message struct {
	Kind         Kind
	To           string // one address, without a name
	OfferID      uid.ID // of an Offer always; the link is made for it
	UserID       uid.ID // of the personal kinds always; the link is made for them
	DelegationID uid.ID
	Key          string            // two messages with one key are one
	Data         map[string]string // what the templates say, see Letter; never a secret
}

// Enqueue writes messages into the outbox in the transaction of what they tell, in one statement: they leave if that
// commits. A message whose key was used before is left out. Whether the address can be delivered to shows when it is
// sent, so that an act never fails for an address.
func Enqueue(ctx context.Context, tx *store.Tx, messages ...Message) error {
	if len(messages) == 0 {
		return nil
	}
	// ent's own insert can't leave out a key that is there, and an error would end the whole transaction on PostgreSQL.
	// Both databases read this form.
	insert := entsql.Dialect(dialect.Postgres).
		Insert(outboxmessage.Table).
		Columns(outboxmessage.FieldID, outboxmessage.FieldKind, outboxmessage.FieldRecipient, outboxmessage.FieldOfferID,
			outboxmessage.FieldUserID, outboxmessage.FieldDelegationID, outboxmessage.FieldDedupeKey, outboxmessage.FieldData, outboxmessage.FieldAttempts,
			outboxmessage.FieldNextAttemptAt, outboxmessage.FieldCreatedAt).
		OnConflict(entsql.ConflictColumns(outboxmessage.FieldDedupeKey), entsql.DoNothing())
	for _, m := range messages {
		if err := m.check(ctx); err != nil {
			return fmt.Errorf("enqueue a mail: %w", err)
		}
		if m.Data == nil {
			m.Data = map[string]string{}
		}
		data, err := json.Marshal(m.Data)
		if err != nil {
			return fmt.Errorf("enqueue a mail: %w", err)
		}
		insert.Values(uid.New(uid.OutboxMessage), string(m.Kind), m.To, maybe(m.OfferID), maybe(m.UserID),
			maybe(m.DelegationID), m.Key, json.RawMessage(data), 0, tx.Now, tx.Now)
	}
	query, args := insert.Query()
	result, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("enqueue a mail: %w", err)
	}
	if added, err := result.RowsAffected(); err == nil && added > 0 {
		tx.Publish(store.Change{Kind: changeAdded})
	}
	return nil
}

// changeAdded is the change that tells of a new row.
const changeAdded = "outbox.added"

func (m Message) check(ctx context.Context) error {
	switch {
	case !viewer.Named(ctx):
		return errors.New("nobody said who is calling")
	case !slices.Contains(Kinds, m.Kind):
		return fmt.Errorf("unknown kind %q", m.Kind)
	case m.Kind == Offer && m.OfferID == "":
		return errors.New("an offer's mail names its offer")
	case slices.Contains(personal, m.Kind) && m.UserID == "":
		return errors.New("a mail with a link for one person names whom")
	case m.Key == "":
		return errors.New("a message has a key")
	}
	return errors.Join(outboxmessage.RecipientValidator(m.To), outboxmessage.DedupeKeyValidator(m.Key))
}

func maybe(id uid.ID) any {
	if id == "" {
		return nil
	}
	return string(id)
}
