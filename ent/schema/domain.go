package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// Domain is a domain name of an organization. Several may claim one name; it belongs to the one that has verified it.
type Domain struct{ ent.Schema }

// Mixin of Domain.
func (Domain) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Domain}} }

// Fields of Domain.
func (Domain) Fields() []ent.Field {
	return []ent.Field{
		ref("organization_id"),
		field.String("name").NotEmpty().MaxLen(253).Immutable().Comment("folded, Unicode"),
		maybeMoment("verified_at"),
		field.Bool("is_initial").Default(false).Immutable(),
		field.Bool("is_default").Default(false),
		field.String("proof").Default("").MaxLen(64).Immutable().Comment("what the record of the domain has to say; empty: no proof is needed"),
		maybeMoment("checked_at"),
		field.String("check_result").Default("").MaxLen(500).Comment("in words"),
		maybeMoment("claimed_at"), // proved while it belongs to another organization
		moment("created_at"),
		field.String("added_by_id").GoType(uid.ID("")).MaxLen(40).Optional().Immutable().Comment("the partner whose person added it"),
	}
}

// Edges of Domain.
func (Domain) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("organization", Organization.Type),
		edge.To("added_by", Partner.Type).Field("added_by_id").Unique().Immutable().Annotations(entsql.OnDelete(entsql.Restrict)),
	}
}

// Indexes of Domain.
func (Domain) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("organization_id", "name").Unique(),
		index.Fields("name").Unique().Annotations(entsql.IndexWhere("verified_at IS NOT NULL")),
		index.Fields("organization_id").Unique().Annotations(entsql.IndexWhere("is_default")),
	}
}
