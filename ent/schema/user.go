package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
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
		field.String("name_key").Default("").MaxLen(512).Comment("display_name folded, for order"),
		field.String("email").Optional().Nillable().MaxLen(320).Comment("folded"),
		field.String("password_hash").Default("").Sensitive().Comment("Argon2id in PHC string form; empty: no password yet"),
		field.Bool("enabled").Default(true).Comment("never of a deleted user"),
		field.Bool("protected").Default(false),
		field.Bool("weekly_digest").Default(true).Comment("whether they want it; Global Administrators alone get it"),
		roleSet(),
		moment("created_at"),
		field.String("created_by_id").GoType(uid.ID("")).MaxLen(40).Optional().Immutable().Comment("the partner whose person made it"),
		maybeMoment("deleted_at"),
		field.Bool("restore_enabled").Default(false).Comment("whether a deleted user was enabled"),
		maybeMoment("purged_at"), // the row is empty from then on
	}
}

// Edges of User.
func (User) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("organization", Organization.Type),
		edge.To("created_by", Partner.Type).Field("created_by_id").Unique().Immutable().Annotations(entsql.OnDelete(entsql.Restrict)),
	}
}

// Indexes of User.
func (User) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("organization_id", "user_name", "id"),
		index.Fields("organization_id", "name_key", "id"),
		index.Fields("organization_id", "created_at", "id"),
		// Those with roles are few, and so are those that can be restored.
		index.Fields("organization_id", "role_set").Annotations(entsql.IndexWhere("role_set <> 0")),
		index.Fields("organization_id", "deleted_at").Annotations(entsql.IndexWhere("deleted_at IS NOT NULL AND purged_at IS NULL")),
		index.Fields("email"),
	}
}
