package store

import (
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
)

// Begins holds for texts in column that begin with prefix, byte by byte, and finds them by an index that has the column
// in the order of bytes: any on SQLite, one with text_pattern_ops on PostgreSQL.
func (s *Store) Begins(column, prefix string) *entsql.Predicate {
	end := prefix + "\U0010FFFF"
	if s.dialect == dialect.SQLite {
		return entsql.And(entsql.GTE(column, prefix), entsql.LT(column, end))
	}
	return entsql.P(func(b *entsql.Builder) {
		b.Ident(column).WriteString(" ~>=~ ").Arg(prefix).WriteString(" AND ").Ident(column).WriteString(" ~<~ ").Arg(end)
	})
}
