package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// OutboxMessage is a mail that is to leave, written in the transaction of what it tells.
type OutboxMessage struct{ ent.Schema }

// Mixin of OutboxMessage.
func (OutboxMessage) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.OutboxMessage}} }

// Fields of OutboxMessage.
func (OutboxMessage) Fields() []ent.Field {
	return []ent.Field{
		field.String("kind").MaxLen(64).Immutable(),
		field.String("recipient").MaxLen(320).Immutable(),
		field.String("offer_id").GoType(uid.ID("")).MaxLen(40).Optional().Immutable(),
		field.String("user_id").GoType(uid.ID("")).MaxLen(40).Optional().Immutable().Comment("for whom alone its link is"),
		field.String("delegation_id").GoType(uid.ID("")).MaxLen(40).Optional().Immutable(),
		field.String("dedupe_key").MaxLen(160).Unique().Immutable().Comment("two messages with one key are one"),
		field.JSON("data", map[string]string{}).Immutable().Comment("what the template says; never a secret"),
		field.Int("attempts").Default(0),
		changingMoment("next_attempt_at"),
		maybeMoment("locked_until"),
		maybeMoment("sent_at"),
		maybeMoment("failed_at"),
		field.String("last_error").Optional().Nillable().MaxLen(1000),
		moment("created_at"),
	}
}

// Indexes of OutboxMessage.
func (OutboxMessage) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("sent_at", "failed_at", "next_attempt_at"),
		index.Fields("offer_id", "created_at"),
		index.Fields("user_id", "created_at"),
	}
}
