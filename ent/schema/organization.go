package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"

	"delegatedadmin.example/ent/schema/uid"
)

// Organization is an organization: people, domains, subscriptions.
type Organization struct{ ent.Schema }

// Mixin of Organization.
func (Organization) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Organization}} }

// Fields of Organization.
func (Organization) Fields() []ent.Field {
	return []ent.Field{
		field.String("display_name").NotEmpty().MaxLen(256),
		field.String("name_key").MaxLen(256).Comment("display_name folded, for search and order"),
		field.String("contact_name").Default("").MaxLen(256),
		field.String("contact_email").Default("").MaxLen(320),
		field.String("contact_phone").Default("").MaxLen(64),
		field.Bool("justification_required").Default(false).Comment("of those who act on its behalf"),
		maybeMoment("suspended_at"),
		maybeMoment("digested_until"), // the end of the last week of which a digest was sent
		moment("created_at"),
	}
}
