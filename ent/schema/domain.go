package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// Domain is a domain name of an organization.
type Domain struct{ ent.Schema }

// Mixin of Domain.
func (Domain) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Domain}} }

// Fields of Domain.
func (Domain) Fields() []ent.Field {
	return []ent.Field{
		ref("organization_id"),
		field.String("name").NotEmpty().MaxLen(253).Unique().Immutable().Comment("folded, Unicode"),
		maybeMoment("verified_at"),
		field.Bool("is_initial").Default(false).Immutable(),
		moment("created_at"),
	}
}

// Edges of Domain.
func (Domain) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("organization", Organization.Type),
	}
}

// Indexes of Domain.
func (Domain) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("organization_id", "name"),
	}
}
