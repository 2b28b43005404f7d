package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// MailboxMessage is a mail as the demo shows it, in place of sending it.
type MailboxMessage struct{ ent.Schema }

// Mixin of MailboxMessage.
func (MailboxMessage) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.MailboxMessage}} }

// Fields of MailboxMessage.
func (MailboxMessage) Fields() []ent.Field {
	return []ent.Field{
		field.String("recipient").MaxLen(320).Immutable(),
		field.String("sender").MaxLen(320).Immutable(),
		field.String("subject").MaxLen(998).Immutable(),
		field.Text("text").Immutable(),
		field.Text("html").Immutable(),
		moment("at"),
	}
}

// Indexes of MailboxMessage.
func (MailboxMessage) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("at", "id"),
	}
}
