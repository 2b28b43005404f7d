package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"

	"delegatedadmin.example/ent/schema/uid"
)

// Product is something that can be subscribed to.
type Product struct{ ent.Schema }

// Mixin of Product.
func (Product) Mixin() []ent.Mixin { return []ent.Mixin{Base{prefix: uid.Product}} }

// Fields of Product.
func (Product) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxLen(256).Unique(),
		field.String("description").MaxLen(1000),
		field.Int("price_per_seat_month").NonNegative().Comment("in the smallest unit of the currency"),
		field.String("currency").MaxLen(3),
	}
}
