package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
)

// Subscription is what an organization has tried or bought.
type Subscription struct{ ent.Schema }

// Mixin of Subscription.
func (Subscription) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Subscription}} }

// Fields of Subscription.
func (Subscription) Fields() []ent.Field {
	return []ent.Field{
		ref("organization_id"),
		ref("product_id"),
		ref("offer_id"),
		field.Enum("kind").GoType(schematype.SubscriptionKind("")).Immutable(),
		field.Int("seats").Positive(),
		field.Int("assigned_seats").Default(0).NonNegative().Comment("how many licenses there are"),
		moment("starts_at"),
		changingMoment("ends_at"),
	}
}

// Edges of Subscription.
func (Subscription) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("organization", Organization.Type),
		belongsTo("product", Product.Type),
		belongsTo("offer", Offer.Type),
	}
}

// Indexes of Subscription.
func (Subscription) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("organization_id", "starts_at"),
		index.Fields("offer_id").Unique(),
	}
}
