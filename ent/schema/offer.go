package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
)

// Offer is what a partner sends to one e-mail address.
type Offer struct{ ent.Schema }

// Mixin of Offer.
func (Offer) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Offer}} }

// Fields of Offer.
func (Offer) Fields() []ent.Field {
	return []ent.Field{
		ref("partner_id"),
		ref("sent_by_id"),
		field.String("sent_by_name").MaxLen(256).Immutable(),
		field.String("customer_email").NotEmpty().MaxLen(320).Immutable().Comment("folded"),
		field.Enum("status").GoType(schematype.OfferStatus("")).Default(string(schematype.OfferPending)),
		roleSet(),
		field.Int("duration_days").Range(1, 730).Immutable(),
		field.String("message").Optional().Nillable().MaxLen(8000).Immutable(),
		ref("terms_id"),
		field.Enum("subscription_kind").GoType(schematype.SubscriptionKind("")).Optional().Nillable().Immutable(),
		maybeRef("product_id"),
		field.Int("seats").Default(0).Immutable(),
		field.Int("term_months").Default(0).Immutable(),
		moment("created_at"),
		moment("expires_at"),
		changingMoment("sent_at"),
		maybeMoment("answered_at"),
		maybeRef("answered_by_id"),
		maybeRef("customer_id"),
		field.JSON("assignments", []schematype.Assignment(nil)).Optional().Immutable().Comment("null: each group gets its default roles"),
		field.String("decline_reason").Optional().Nillable().MaxLen(2000),
	}
}

// Edges of Offer.
func (Offer) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("partner", Partner.Type),
		belongsTo("terms", Terms.Type),
		mayBelongTo("product", Product.Type),
		mayBelongTo("customer", Organization.Type),
	}
}

// Indexes of Offer.
func (Offer) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("partner_id", "created_at", "id"),
		index.Fields("customer_email", "status"),
		index.Fields("status", "expires_at"),
	}
}
