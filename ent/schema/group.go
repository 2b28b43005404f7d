package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
)

// Group is people of a partner who hold the same roles at the same customers.
type Group struct{ ent.Schema }

// Mixin of Group.
func (Group) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Group}} }

// Fields of Group.
func (Group) Fields() []ent.Field {
	return []ent.Field{
		ref("organization_id"),
		field.String("name").NotEmpty().MaxLen(256),
		field.String("name_key").MaxLen(256).Comment("name folded, for search, order and uniqueness"),
		field.String("description").Optional().Nillable().MaxLen(4000),
		field.Int32("default_role_set").GoType(schematype.RoleSet(0)).Default(0).Comment("what it gets of an offer that says nothing of groups"),
		moment("created_at"),
	}
}

// Edges of Group.
func (Group) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("organization", Organization.Type),
	}
}

// Indexes of Group.
func (Group) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("organization_id", "name_key").Unique(),
	}
}
