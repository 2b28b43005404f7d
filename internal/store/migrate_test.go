package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"delegatedadmin.example/ent/migrate"
	"delegatedadmin.example/ent/migrations"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
)

// Every migration, and one that makes a table anew as SQLite needs it, keeps every row.
func TestMigrations_KeepRows(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s, ctx := db.Store(t), system(t)
		fill(t, ctx, s)
		before := rowsOf(t, ctx, s.Raw())
		for _, table := range migrate.Tables {
			if before[table.Name] == 0 {
				t.Errorf("the table %s has no row to keep", table.Name)
			}
		}
		folder := fstest.MapFS{"20990101000000_rebuild.sql": &fstest.MapFile{Data: []byte("-- +goose Up\n" + rebuild(t, ctx, s, "organizations"))}}
		files, err := fs.Sub(migrations.Files, db.Dialect)
		if err != nil {
			t.Fatal(err)
		}
		names, err := fs.Glob(files, "*.sql")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			folder[name] = &fstest.MapFile{Data: data}
		}
		if err := s.MigrateTo(ctx, folder, db.URL); err != nil {
			t.Fatal(err)
		}
		after := rowsOf(t, ctx, s.Raw())
		for table, n := range before {
			if after[table] != n {
				t.Errorf("%s had %d rows and has %d", table, n, after[table])
			}
		}
		var added string
		if err := s.Raw().QueryRowContext(ctx, "SELECT added FROM organizations").Scan(&added); err != nil || added != "new" {
			t.Errorf("the migration did not run: %q, %v", added, err)
		}
		mustAddProduct(t, ctx, s, "another") // writes go on
	})
}

// A migration that fails leaves everything as it was, and the next start does it.
func TestMigrations_FailAsAWhole(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s, ctx := db.Store(t), system(t)
		fill(t, ctx, s)
		step := func(last string) fs.FS {
			return fstest.MapFS{"20990101000000_step.sql": &fstest.MapFile{Data: []byte("-- +goose Up\nCREATE TABLE half (id int);\nUPDATE organizations SET display_name = 'half';\n" + last)}}
		}
		if err := s.MigrateTo(ctx, step("UPDATE nothing SET x = 1;"), db.URL); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("error %v, want one line", err)
		}
		var name string
		if err := s.Raw().QueryRowContext(ctx, "SELECT display_name FROM organizations").Scan(&name); err != nil || name == "half" {
			t.Errorf("half a migration is there: %q, %v", name, err)
		}
		if err := s.MigrateTo(ctx, step(""), db.URL); err != nil {
			t.Error(err)
		}
	})
}

// References that a migration broke are found.
func TestMigrations_CheckReferences(t *testing.T) {
	t.Parallel()
	db := apptest.SQLite(t)
	s, ctx := db.Store(t), system(t)
	fill(t, ctx, s)
	folder := fstest.MapFS{"20990101000000_break.sql": &fstest.MapFile{Data: []byte("-- +goose Up\nDELETE FROM organizations;\n")}}
	if err := s.MigrateTo(ctx, folder, db.URL); err == nil || !strings.Contains(err.Error(), "names one of organizations that does not exist") {
		t.Errorf("error %v", err)
	}
}

func rowsOf(t *testing.T, ctx context.Context, db *sql.DB) map[string]int {
	t.Helper()
	n := map[string]int{}
	for _, table := range migrate.Tables {
		var count int
		if err := db.QueryRowContext(ctx, "SELECT count(*) FROM "+table.Name).Scan(&count); err != nil {
			t.Fatal(err)
		}
		n[table.Name] = count
	}
	return n
}

// rebuild writes the statements that change a table as each database needs it.
func rebuild(t *testing.T, ctx context.Context, s *store.Store, table string) string {
	t.Helper()
	if s.Dialect() == dialect.Postgres {
		return fmt.Sprintf("ALTER TABLE %q ADD COLUMN added text NOT NULL DEFAULT 'new';\n", table)
	}
	var create string
	if err := s.Raw().QueryRowContext(ctx, "SELECT sql FROM sqlite_master WHERE name = ?", table).Scan(&create); err != nil {
		t.Fatal(err)
	}
	old := "CREATE TABLE `" + table + "` ("
	if !strings.HasPrefix(create, old) {
		t.Fatal("made by ", create)
	}
	columns := slices.IndexFunc(migrate.Tables, func(t *schema.Table) bool { return t.Name == table })
	var names []string
	for _, c := range migrate.Tables[columns].Columns {
		names = append(names, "`"+c.Name+"`")
	}
	list := strings.Join(names, ", ")
	return "PRAGMA foreign_keys = off;\n" +
		"CREATE TABLE `new_" + table + "` (`added` text NOT NULL DEFAULT 'new', " + strings.TrimPrefix(create, old) + ";\n" +
		"INSERT INTO `new_" + table + "` (" + list + ") SELECT " + list + " FROM `" + table + "`;\n" +
		"DROP TABLE `" + table + "`;\n" +
		"ALTER TABLE `new_" + table + "` RENAME TO `" + table + "`;\n" +
		"PRAGMA foreign_keys = on;\n"
}

// fill writes a row into every table, past ent, with every reference that a row must have.
func fill(t *testing.T, ctx context.Context, s *store.Store) {
	t.Helper()
	err := s.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
		done := map[*schema.Table]bool{}
		for len(done) < len(migrate.Tables) {
			before := len(done)
			for _, table := range migrate.Tables {
				if done[table] || !ready(table, done) {
					continue
				}
				if err := addRow(ctx, tx, s.Dialect(), table); err != nil {
					return fmt.Errorf("%s: %w", table.Name, err)
				}
				done[table] = true
			}
			if len(done) == before {
				return fmt.Errorf("tables need one another: %d of %d are filled", before, len(migrate.Tables))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func ready(table *schema.Table, done map[*schema.Table]bool) bool {
	for _, key := range table.ForeignKeys {
		if !key.Columns[0].Nullable && !done[key.RefTable] {
			return false
		}
	}
	return true
}

// addRow gives the row the id that is the table's name.
func addRow(ctx context.Context, tx *store.Tx, name string, table *schema.Table) error {
	var columns []string
	var values []any
	for _, c := range table.Columns {
		if c.Nullable {
			continue
		}
		columns = append(columns, c.Name)
		values = append(values, value(table, c))
	}
	query, args := entsql.Dialect(name).Insert(table.Name).Columns(columns...).Values(values...).Query()
	_, err := tx.ExecContext(ctx, query, args...)
	return err
}

func value(table *schema.Table, c *schema.Column) any {
	for _, key := range table.ForeignKeys {
		if key.Columns[0].Name == c.Name {
			return key.RefTable.Name
		}
	}
	switch {
	case c.Name == "id":
		return table.Name
	case len(c.Enums) > 0:
		return c.Enums[0]
	}
	switch c.Type {
	case field.TypeTime:
		return time.Now().UTC().Truncate(time.Microsecond)
	case field.TypeBool:
		return true
	case field.TypeBytes:
		return []byte{1}
	case field.TypeJSON:
		return "{}"
	case field.TypeString, field.TypeEnum:
		return "x"
	}
	return 1
}
