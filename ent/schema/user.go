package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// User is a person's work account in one organization.
type User struct{ ent.Schema }

// Mixin of User.
func (User) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.User}} }

// Fields of User.
func (User) Fields() []ent.Field {
	return []ent.Field{
		ref("organization_id"),
		field.String("user_name").NotEmpty().MaxLen(320).Unique().Comment("folded"),
		field.String("display_name").NotEmpty().MaxLen(256),
		field.String("email").Optional().Nillable().MaxLen(320).Comment("folded"),
		field.String("password_hash").Default("").Sensitive().Comment("Argon2id in PHC string form; empty: no password yet"),
		field.Bool("enabled").Default(true),
		roleSet(),
		moment("created_at"),
	}
}

// Edges of User.
func (User) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("organization", Organization.Type),
	}
}

// Indexes of User.
func (User) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("organization_id", "user_name"),
		index.Fields("email"),
	}
}
