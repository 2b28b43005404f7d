package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// AuditMention is an object that an event is about beside its target, such as the subscription of a license.
type AuditMention struct{ ent.Schema }

// Mixin of AuditMention.
func (AuditMention) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{prefix: uid.AuditMention}, AppendOnly{}}
}

// Fields of AuditMention.
func (AuditMention) Fields() []ent.Field {
	return []ent.Field{
		ref("event_id"),
		ref("object_id"),
	}
}

// Edges of AuditMention.
func (AuditMention) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("event", AuditEvent.Type),
	}
}

// Indexes of AuditMention.
func (AuditMention) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("object_id", "event_id"),
	}
}
