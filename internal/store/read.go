package store

import (
	"context"
	"errors"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent/schema"
	"delegatedadmin.example/internal/viewer"
)

// Column is one value of a statement, and where it goes in a row.
type Column[R any] struct {
	Expression string
	Condition  *sql.Predicate // in place of an expression: whether it holds
	Into       func(*R) any
}

// Read runs a statement for the values of columns, past ent's query builder: a list reads what it shows, from several
// tables at once. Like every read it refuses a context that does not say who is calling.
func Read[R any](ctx context.Context, s *Store, t *sql.Selector, columns []Column[R]) (out []*R, err error) {
	if !viewer.Named(ctx) {
		return nil, schema.ErrNobody
	}
	for _, c := range columns {
		if c.Condition != nil {
			t.AppendSelectExpr(c.Condition)
			continue
		}
		t.AppendSelect(c.Expression)
	}
	query, args := t.Query()
	rows, err := s.Ent().QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	into := make([]any, len(columns))
	for rows.Next() {
		row := new(R)
		for i, c := range columns {
			into[i] = c.Into(row)
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, rows.Err()
}
