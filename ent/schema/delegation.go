package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
)

// Delegation is the relationship by which a partner administers a customer.
type Delegation struct{ ent.Schema }

// Mixin of Delegation.
func (Delegation) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Delegation}} }

// Fields of Delegation.
func (Delegation) Fields() []ent.Field {
	return []ent.Field{
		ref("partner_id"),
		ref("customer_id"),
		ref("offer_id"),
		ref("accepted_by_id"),
		field.Enum("status").GoType(schematype.DelegationStatus("")).Default(string(schematype.DelegationActive)),
		roleSet(),
		moment("activated_at"),
		moment("expires_at"),
		maybeMoment("terminated_at"),
		field.Enum("terminated_by").GoType(schematype.TerminatedBy("")).Optional().Nillable(),
		field.String("termination_reason").Optional().Nillable().MaxLen(2000),
		maybeMoment("last_activity_at"),
		field.Int("version").Default(1),
		field.Int("expiry_notice").Default(0).Comment("the smallest number of days before the end that was announced; 0: none yet"),
	}
}

// Edges of Delegation.
func (Delegation) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("partner", Partner.Type),
		belongsTo("customer", Organization.Type),
		belongsTo("offer", Offer.Type),
		belongsTo("accepted_by", User.Type),
	}
}

// Indexes of Delegation.
func (Delegation) Indexes() []ent.Index {
	return []ent.Index{
		// In the order of an organization's list, and with all that a list shows: so a page of it lies in one place of the
		// file, where the rows themselves lie scattered, each in a page of its own.
		index.Fields("customer_id", "activated_at", "id", "status", "expires_at", "role_set", "partner_id", "accepted_by_id",
			"terminated_at", "terminated_by", "last_activity_at", "version").StorageKey("delegation_list"),
		index.Fields("partner_id", "activated_at", "id"),
		index.Fields("customer_id", "partner_id").Unique().Annotations(entsql.IndexWhere("status IN ('ACTIVE', 'SUSPENDED')")),
		// For what ends by time. It does not begin with the state: SQLite would take it for every list that asks for one.
		index.Fields("expires_at").Annotations(entsql.IndexWhere("status IN ('ACTIVE', 'SUSPENDED')")),
		index.Fields("offer_id").Unique(),
	}
}
