package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// AccessAssignment is which of the granted roles a group of the partner holds under one delegation.
type AccessAssignment struct{ ent.Schema }

// Mixin of AccessAssignment.
func (AccessAssignment) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.AccessAssignment}} }

// Fields of AccessAssignment.
func (AccessAssignment) Fields() []ent.Field {
	return []ent.Field{
		ref("group_id"),
		ref("delegation_id"),
		roleSet(),
		moment("created_at"),
	}
}

// Edges of AccessAssignment.
func (AccessAssignment) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("group", Group.Type),
		belongsTo("delegation", Delegation.Type),
	}
}

// Indexes of AccessAssignment.
func (AccessAssignment) Indexes() []ent.Index {
	return []ent.Index{
		// All that a decision reads of it lies in the index.
		index.Fields("delegation_id", "group_id", "role_set").StorageKey("access_assignment_roles"),
		index.Fields("group_id", "delegation_id").Unique(),
	}
}
