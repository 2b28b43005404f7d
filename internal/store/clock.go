package store

import (
	"fmt"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
)

// Ahead holds for rows whose moment in column has not come yet when the statement begins, by the database's clock. It is
// for what is found by something else: nearly all moments lie ahead, and SQLite, which does not know that, would look
// through all of them by an index of moments. The plus takes that from it.
func (s *Store) Ahead(column string) *entsql.Predicate {
	if s.dialect == dialect.SQLite {
		return entsql.P(func(b *entsql.Builder) {
			b.WriteString("+").Ident(column).WriteString(" > ").Arg(s.skewed(s.options.Clock()))
		})
	}
	return entsql.P(func(b *entsql.Builder) { b.Ident(column).WriteString(" > " + s.StatementTime()) })
}

// Past holds for the other rows. It is not written as the opposite of Ahead, for which no index is of use.
func (s *Store) Past(column string) *entsql.Predicate {
	if s.dialect == dialect.SQLite {
		return entsql.LTE(column, s.skewed(s.options.Clock()))
	}
	return entsql.P(func(b *entsql.Builder) { b.Ident(column).WriteString(" <= " + s.StatementTime()) })
}

// StatementTime is the expression for the moment at which a statement began, on PostgreSQL. SQLite has the process's
// clock: Now tells it without a statement.
func (s *Store) StatementTime() string {
	if s.options.Skew == nil {
		return "statement_timestamp()"
	}
	return fmt.Sprintf("(statement_timestamp() + interval '%d microseconds')", s.options.Skew().Microseconds())
}
