package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// SignInLink is a link or a code with which one person chooses a password, once, or a link with which they confirm a new
// address. Only a hash of it is kept. One that a delegated admin asked for works while the delegation lives.
type SignInLink struct{ ent.Schema }

// Mixin of SignInLink.
func (SignInLink) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.SignInLink}} }

// Fields of SignInLink.
func (SignInLink) Fields() []ent.Field {
	return []ent.Field{
		ref("user_id"),
		field.String("delegation_id").GoType(uid.ID("")).MaxLen(40).Optional().Immutable(),
		field.String("email").Optional().Nillable().MaxLen(320).Immutable().Comment("folded: the address that it confirms; null: it is to choose a password"),
		field.Bytes("token_hash").MaxLen(32).Unique().Immutable().Comment("SHA-256"),
		moment("created_at"),
		moment("expires_at"),
		maybeMoment("used_at"),
	}
}

// Edges of SignInLink.
func (SignInLink) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("user", User.Type),
		edge.To("delegation", Delegation.Type).Field("delegation_id").Unique().Immutable().Annotations(entsql.OnDelete(entsql.Restrict)),
	}
}

// Indexes of SignInLink.
func (SignInLink) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id", "used_at"),
	}
}
