package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
)

// AuditEvent is one thing that was done or refused, a link of its organization's hash chain.
type AuditEvent struct{ ent.Schema }

// Mixin of AuditEvent.
func (AuditEvent) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.AuditEvent}, AppendOnly{}} }

// Fields of AuditEvent.
func (AuditEvent) Fields() []ent.Field {
	return []ent.Field{
		ref("organization_id"),
		field.Int64("sequence").Positive().Immutable(),
		moment("at"),
		field.String("action").NotEmpty().MaxLen(64).Immutable(),
		field.Enum("kind").GoType(schematype.AuditKind("")).Default(string(schematype.AuditSettings)).Immutable(),
		field.Enum("result").GoType(schematype.AuditResult("")).Immutable(),
		field.String("actor_id").GoType(uid.ID("")).MaxLen(40).Optional().Immutable(),
		field.String("actor_name").MaxLen(256).Immutable(),
		field.String("actor_user_name").Default("").MaxLen(320).Immutable(),
		field.String("actor_organization_id").GoType(uid.ID("")).MaxLen(40).Optional().Immutable(),
		field.String("actor_organization_name").Default("").MaxLen(256).Immutable(),
		field.Bool("on_behalf").Default(false).Immutable(),
		field.String("delegation_id").GoType(uid.ID("")).MaxLen(40).Optional().Immutable(),
		field.String("role").GoType(schematype.Role("")).Optional().Nillable().MaxLen(64).Immutable(),
		field.String("justification").Optional().Nillable().MaxLen(2000).Immutable(),
		field.String("target_id").GoType(uid.ID("")).MaxLen(320).Optional().Immutable(),
		field.String("target").Optional().Nillable().MaxLen(320).Immutable(),
		field.String("words").Default("").Immutable().Comment("the names, the target and the justification folded, for search"),
		field.JSON("changes", []schematype.Change{}).Optional().Immutable(),
		field.String("request_id").Default("").MaxLen(64).Immutable(),
		field.Bytes("previous_hash").MaxLen(32).Immutable(),
		field.Bytes("hash").MaxLen(32).Immutable(),
	}
}

// Edges of AuditEvent.
func (AuditEvent) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("organization", Organization.Type),
	}
}

// Indexes of AuditEvent.
func (AuditEvent) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("organization_id", "sequence").Unique(),
		// A list is narrowed in the index, in its order: only rows that are shown are read.
		index.Fields("organization_id", "at", "id", "kind", "action", "result", "actor_organization_id").StorageKey("audit_event_timeline"),
		index.Fields("organization_id", "actor_id", "at", "id"),
		index.Fields("organization_id", "target_id", "at", "id"),
		index.Fields("delegation_id", "at", "id"),
	}
}
