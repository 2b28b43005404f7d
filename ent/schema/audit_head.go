package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"

	"delegatedadmin.example/ent/schema/uid"
)

// AuditHead is the last link of an organization's hash chain; its id is the organization's.
type AuditHead struct{ ent.Schema }

// Mixin of AuditHead.
func (AuditHead) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Organization}} }

// Fields of AuditHead.
func (AuditHead) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("sequence").Default(0),
		field.Bytes("hash").MaxLen(32),
	}
}
