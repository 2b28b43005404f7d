package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// DigestLink is a link in a weekly digest, with which its reader turns it off. Only the hash of its token is kept, and it
// opens nothing else. The newest few of a person work.
type DigestLink struct{ ent.Schema }

// Mixin of DigestLink.
func (DigestLink) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.DigestLink}} }

// Fields of DigestLink.
func (DigestLink) Fields() []ent.Field {
	return []ent.Field{
		ref("user_id"),
		field.Bytes("token_hash").MaxLen(32).Unique().Immutable().Comment("SHA-256"),
		moment("created_at"),
	}
}

// Edges of DigestLink.
func (DigestLink) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("user", User.Type),
	}
}

// Indexes of DigestLink.
func (DigestLink) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id"),
	}
}
