package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
)

// Partner is the public face of an organization that administers others.
type Partner struct{ ent.Schema }

// Mixin of Partner.
func (Partner) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Partner}} }

// Fields of Partner.
func (Partner) Fields() []ent.Field {
	return []ent.Field{
		ref("organization_id"),
		field.String("name").NotEmpty().MaxLen(256),
		field.String("name_key").MaxLen(256).Comment("name folded, for search and order"),
		field.String("domain").Optional().Nillable().MaxLen(253).Comment("verified, or null"),
		field.String("contact_email").Optional().Nillable().MaxLen(320),
		field.String("website").Optional().Nillable().MaxLen(2048),
		field.String("description").Optional().Nillable().MaxLen(2000),
		field.String("country").Optional().Nillable().MaxLen(2),
		field.Int32("service_set").GoType(schematype.ServiceSet(0)).Default(0),
		field.Bool("listed").Default(false).Comment("it wants to be found in the directory"),
		maybeRef("terms_id"),
		moment("created_at"),
	}
}

// Edges of Partner.
func (Partner) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("organization", Organization.Type),
		mayBelongTo("terms", Terms.Type),
		edge.To("resembles", Partner.Type), // each of the two names can be taken for the other
	}
}

// Indexes of Partner.
func (Partner) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("organization_id").Unique(),
		index.Fields("listed", "name_key", "id"),
	}
}
