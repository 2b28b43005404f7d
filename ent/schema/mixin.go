package schema

import (
	"context"
	"errors"

	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/privacy"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/viewer"
)

// ErrNobody is returned when the store is used in a context in which nobody was named as the caller.
var ErrNobody = errors.New("the store is used without saying who is calling")

// ErrAppendOnly is returned when a row of an append-only table would be changed or deleted.
var ErrAppendOnly = errors.New("these rows are only ever added")

// Base is part of every type: the id, and the refusal of a caller whom nobody named. It is the second lock on the
// door; who may do what is decided in the services.
type Base struct {
	mixin.Schema
	prefix string
}

// Fields of every type.
func (b Base) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").GoType(uid.ID("")).MaxLen(40).Immutable().
			DefaultFunc(func() uid.ID { return uid.New(b.prefix) }),
	}
}

// Policy of every type.
func (Base) Policy() ent.Policy { return needsViewer{} }

type needsViewer struct{}

func (needsViewer) EvalQuery(ctx context.Context, _ ent.Query) error { return refuseNobody(ctx) }

func (needsViewer) EvalMutation(ctx context.Context, _ ent.Mutation) error { return refuseNobody(ctx) }

func refuseNobody(ctx context.Context) error {
	if !viewer.Named(ctx) {
		return errors.Join(privacy.Deny, ErrNobody)
	}
	return nil
}

// AppendOnly is part of the types whose rows are written once and kept as they are.
type AppendOnly struct{ mixin.Schema }

// Hooks refuse every change but the first.
func (AppendOnly) Hooks() []ent.Hook {
	return []ent.Hook{func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			if !m.Op().Is(ent.OpCreate) {
				return nil, ErrAppendOnly
			}
			return next.Mutate(ctx, m)
		})
	}}
}

// ref is the id of another row, which every row of this type has for good.
func ref(name string) ent.Field {
	return field.String(name).GoType(uid.ID("")).MaxLen(40).Immutable()
}

// maybeRef is the id of another row that may be there or come later.
func maybeRef(name string) ent.Field {
	return field.String(name).GoType(uid.ID("")).MaxLen(40).Optional()
}

// belongsTo is the edge to the row that a must-have reference names.
func belongsTo(name string, t any) ent.Edge {
	return edge.To(name, t).Field(name + "_id").Unique().Required().Immutable().Annotations(entsql.OnDelete(entsql.Restrict))
}

// mayBelongTo is the edge to the row that an optional reference names.
func mayBelongTo(name string, t any) ent.Edge {
	return edge.To(name, t).Field(name + "_id").Unique().Annotations(entsql.OnDelete(entsql.Restrict))
}

// moment is a point in time that never changes: UTC, in microseconds, which both databases keep exactly.
func moment(name string) ent.Field { return field.Time(name).Immutable() }

// changingMoment is a point in time that every row has and that moves.
func changingMoment(name string) ent.Field { return field.Time(name) }

// maybeMoment is a point in time that may come.
func maybeMoment(name string) ent.Field { return field.Time(name).Optional().Nillable() }

// roleSet is a set of roles in one number.
func roleSet() ent.Field { return field.Int32("role_set").GoType(schematype.RoleSet(0)) }
