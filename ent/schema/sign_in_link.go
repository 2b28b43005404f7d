package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"

	"delegatedadmin.example/ent/schema/uid"
)

// SignInLink is a link with which one person chooses a password, once.
type SignInLink struct{ ent.Schema }

// Mixin of SignInLink.
func (SignInLink) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.SignInLink}} }

// Fields of SignInLink.
func (SignInLink) Fields() []ent.Field {
	return []ent.Field{
		ref("user_id"),
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
	}
}
