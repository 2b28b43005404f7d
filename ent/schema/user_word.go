package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/uid"
)

// UserWord is a word by which a person is found: each of their name, the user name, and the address, folded. A search for
// what a word begins with reads one stretch of the index, however many people there are.
type UserWord struct{ ent.Schema }

// Mixin of UserWord.
func (UserWord) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.UserWord}} }

// Fields of UserWord.
func (UserWord) Fields() []ent.Field {
	return []ent.Field{
		ref("organization_id"),
		ref("user_id"),
		field.String("word").NotEmpty().MaxLen(512).Immutable(),
	}
}

// Edges of UserWord.
func (UserWord) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("user", User.Type),
	}
}

// Indexes of UserWord.
func (UserWord) Indexes() []ent.Index {
	return []ent.Index{
		// By bytes, as SQLite has it anyway: PostgreSQL's order of languages knows no beginnings.
		index.Fields("organization_id", "word", "user_id").Annotations(entsql.OpClassColumn("word", "text_pattern_ops")),
		index.Fields("user_id"),
	}
}
