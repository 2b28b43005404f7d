package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// License is a seat of a subscription that one user has.
type License struct{ ent.Schema }

// Mixin of License.
func (License) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.License}} }

// Fields of License.
func (License) Fields() []ent.Field {
	return []ent.Field{
		ref("organization_id"),
		ref("subscription_id"),
		ref("product_id"),
		ref("user_id"),
		moment("assigned_at"),
		field.String("assigned_by_id").GoType(uid.ID("")).MaxLen(40).Optional().Immutable().Comment("the partner whose person assigned it"),
	}
}

// Edges of License.
func (License) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("organization", Organization.Type),
		belongsTo("subscription", Subscription.Type),
		belongsTo("product", Product.Type),
		belongsTo("user", User.Type),
		edge.To("assigned_by", Partner.Type).Field("assigned_by_id").Unique().Immutable().Annotations(entsql.OnDelete(entsql.Restrict)),
	}
}

// Indexes of License.
func (License) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id", "subscription_id").Unique(),
		index.Fields("subscription_id", "assigned_at", "id"),
	}
}
