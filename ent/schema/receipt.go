package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// Receipt is the signed record of a consent or of an end.
type Receipt struct{ ent.Schema }

// Mixin of Receipt.
func (Receipt) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Receipt}, AppendOnly{}} }

// Fields of Receipt.
func (Receipt) Fields() []ent.Field {
	return []ent.Field{
		ref("delegation_id"),
		ref("customer_id"),
		ref("partner_id"),
		field.String("action").MaxLen(64).Immutable(),
		moment("at"),
		field.Text("body").Immutable(),
		field.Bytes("signature").MaxLen(64).Immutable(),
		field.Bytes("public_key").MaxLen(32).Immutable(),
	}
}

// Edges of Receipt.
func (Receipt) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("delegation", Delegation.Type),
	}
}

// Indexes of Receipt.
func (Receipt) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("delegation_id", "id"),
	}
}
