package store

import (
	"context"
	"database/sql"
	"io/fs"
	"strings"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5"
)

// Retries is how often a transaction is tried again.
const Retries = retries

// MigrateTo brings the database at url, which is the store's, to what the folder says.
func (s *Store) MigrateTo(ctx context.Context, folder fs.FS, url string) error {
	return migrateTo(ctx, s.dialect, folder, s.clock, func() *sql.DB {
		if s.dialect == dialect.Postgres {
			config, _ := pgx.ParseConfig(url)
			return s.postgres(config)
		}
		return s.openToMigrate(strings.TrimPrefix(url, "sqlite:"))
	})
}

// Waiting is how many transactions wait for SQLite's writer.
func (s *Store) Waiting() int {
	s.groups.mu.Lock()
	defer s.groups.mu.Unlock()
	return len(s.groups.waiting)
}

// CommitBy has f commit from now on, when no transaction runs.
func (s *Store) CommitBy(f func(commit func() error) error) {
	s.groups.commit = func(tx *sql.Tx) error {
		err := f(tx.Commit)
		if err != nil {
			_ = tx.Rollback() // if f has not committed
		}
		return err
	}
}

// Most is how many transactions share a commit.
const Most = most

// Raw is a way around ent, to look at what is in the database.
func (s *Store) Raw() *sql.DB { return s.clock }
