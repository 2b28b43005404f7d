package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// Inquiry is what a customer writes to a partner that it found, to ask for an offer. It is open until an offer goes to
// that customer, or until the customer takes it back.
type Inquiry struct{ ent.Schema }

// Mixin of Inquiry.
func (Inquiry) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Inquiry}} }

// Fields of Inquiry. The names are kept as they were: the partner sees nothing else of the customer.
func (Inquiry) Fields() []ent.Field {
	return []ent.Field{
		ref("partner_id"),
		ref("customer_id"),
		field.String("customer_name").MaxLen(256).Immutable(),
		ref("asked_by_id"),
		field.String("asked_by").MaxLen(256).Immutable(),
		field.String("reply_to").MaxLen(320).Immutable().Comment("where the offer is to go"),
		field.String("message").MaxLen(2000).Immutable(),
		roleSet(),
		moment("created_at"),
		maybeMoment("closed_at"),
		maybeRef("offer_id"),
	}
}

// Edges of Inquiry.
func (Inquiry) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("partner", Partner.Type),
		belongsTo("customer", Organization.Type),
		mayBelongTo("offer", Offer.Type),
	}
}

// Indexes of Inquiry.
func (Inquiry) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("partner_id", "closed_at", "created_at", "id"),
		index.Fields("customer_id", "created_at"),
	}
}
