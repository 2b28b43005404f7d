package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// OfferReport is the word of somebody who held an offer's link that something is wrong with it. The partner learns of it
// in its number of reported offers alone.
type OfferReport struct{ ent.Schema }

// Mixin of OfferReport.
func (OfferReport) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{prefix: uid.OfferReport}, AppendOnly{}}
}

// Fields of OfferReport.
func (OfferReport) Fields() []ent.Field {
	return []ent.Field{
		ref("offer_id"),
		ref("partner_id"),
		field.String("reported_by_id").GoType(uid.ID("")).MaxLen(40).Optional().Immutable().Comment("who was signed in, if anybody"),
		field.String("reason").Optional().Nillable().MaxLen(2000).Immutable(),
		moment("created_at"),
	}
}

// Edges of OfferReport.
func (OfferReport) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("offer", Offer.Type),
		belongsTo("partner", Partner.Type),
	}
}

// Indexes of OfferReport.
func (OfferReport) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("offer_id").Unique(),
		index.Fields("partner_id", "created_at"),
	}
}
