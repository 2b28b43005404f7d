package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// Session is a browser in which a person is signed in. Only the hash of the cookie is kept.
type Session struct{ ent.Schema }

// Mixin of Session.
func (Session) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Session}} }

// Fields of Session.
func (Session) Fields() []ent.Field {
	return []ent.Field{
		ref("user_id"),
		field.Bytes("token_hash").MaxLen(32).Unique().Immutable().Comment("SHA-256"),
		moment("created_at"),
		changingMoment("last_used_at"),
		moment("expires_at"),
		maybeMoment("revoked_at"),
		field.String("user_agent").Default("").MaxLen(512).Immutable(),
		field.String("source").Default("").MaxLen(64).Immutable(),
	}
}

// Edges of Session.
func (Session) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("user", User.Type),
	}
}

// Indexes of Session.
func (Session) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id", "created_at"),
	}
}
