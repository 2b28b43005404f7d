package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"

	"delegatedadmin.example/ent/schema/uid"
)

// SigningKey is the key that signs the receipts of this installation.
type SigningKey struct{ ent.Schema }

// Mixin of SigningKey.
func (SigningKey) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.SigningKey}, AppendOnly{}} }

// Fields of SigningKey.
func (SigningKey) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("seed").MaxLen(32).Sensitive().Immutable().Comment("Ed25519, RFC 8032"),
		moment("created_at"),
	}
}
