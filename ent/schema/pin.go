package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// Pin is a customer that a partner's person keeps at hand. It gives no access, and outlives the delegation: under a later one
// the customer is at hand again.
type Pin struct{ ent.Schema }

// Mixin of Pin.
func (Pin) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Pin}} }

// Fields of Pin.
func (Pin) Fields() []ent.Field {
	return []ent.Field{
		ref("user_id"),
		ref("customer_id"),
		moment("created_at"),
	}
}

// Edges of Pin.
func (Pin) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("user", User.Type),
		belongsTo("customer", Organization.Type),
	}
}

// Indexes of Pin.
func (Pin) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id", "customer_id").Unique(),
	}
}
