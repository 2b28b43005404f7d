package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// OfferLink is a link that was mailed for an offer. Only the hash of its token is kept. It leads to its offer for good, to
// read how it ended, and can answer it only while it waits; the rows go when the offer is sent again.
type OfferLink struct{ ent.Schema }

// Mixin of OfferLink.
func (OfferLink) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.OfferLink}} }

// Fields of OfferLink.
func (OfferLink) Fields() []ent.Field {
	return []ent.Field{
		ref("offer_id"),
		field.Bytes("token_hash").MaxLen(32).Unique().Immutable().Comment("SHA-256"),
		moment("created_at"),
	}
}

// Edges of OfferLink.
func (OfferLink) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("offer", Offer.Type),
	}
}

// Indexes of OfferLink.
func (OfferLink) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("offer_id"),
	}
}
