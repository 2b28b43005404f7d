package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// GroupMember is a person in a group of their own organization.
type GroupMember struct{ ent.Schema }

// Mixin of GroupMember.
func (GroupMember) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.GroupMember}} }

// Fields of GroupMember.
func (GroupMember) Fields() []ent.Field {
	return []ent.Field{
		ref("group_id"),
		ref("user_id"),
		moment("added_at"),
	}
}

// Edges of GroupMember.
func (GroupMember) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("group", Group.Type),
		belongsTo("user", User.Type),
	}
}

// Indexes of GroupMember.
func (GroupMember) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id", "group_id").Unique(), // each decision on behalf looks from the person
		index.Fields("group_id"),
	}
}
