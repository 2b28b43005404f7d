package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// SignInFailure is an attempt to sign in that failed, counted by account and by source.
type SignInFailure struct{ ent.Schema }

// Mixin of SignInFailure.
func (SignInFailure) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.SignInFailure}} }

// Fields of SignInFailure.
func (SignInFailure) Fields() []ent.Field {
	return []ent.Field{
		field.String("subject").MaxLen(128).Immutable().Comment("SHA-256 of the user name or of the source, so that what was typed is not kept"),
		moment("at"),
	}
}

// Indexes of SignInFailure.
func (SignInFailure) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("subject", "at"),
		index.Fields("at"),
	}
}
