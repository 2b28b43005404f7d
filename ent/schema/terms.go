package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// Terms is a partner's terms, word for word, for good.
type Terms struct{ ent.Schema }

// Mixin of Terms.
func (Terms) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Terms}, AppendOnly{}} }

// Fields of Terms.
func (Terms) Fields() []ent.Field {
	return []ent.Field{
		ref("partner_id"),
		field.Text("text").NotEmpty().Immutable(),
		field.String("sha256").MaxLen(64).Immutable().Comment("lower-case hexadecimal"),
		moment("created_at"),
	}
}

// Edges of Terms.
func (Terms) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("partner", Partner.Type),
	}
}

// Indexes of Terms.
func (Terms) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("partner_id", "sha256").Unique(),
	}
}
