// Command generate writes a migration for each database when ent/schema has moved on.
//
//	go run ./ent/migrations/generate NAME    writes the next migration of each database, if one is needed
//	go run ./ent/migrations/generate -check  fails if a migration is missing
package main

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"

	atlas "ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	diff "ariga.io/atlas/sql/schema"
	"ariga.io/atlas/sql/sqltool"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	_ "github.com/jackc/pgx/v5/stdlib"
	_ "github.com/mattn/go-sqlite3"

	"delegatedadmin.example/ent/migrate"
	"delegatedadmin.example/internal/apptest/cluster"
)

var errMovedOn = errors.New("ent/schema has moved on, and rows must follow: run go run ./ent/migrations/generate NAME, and read what it writes")

func main() {
	log.SetFlags(0)
	check := flag.Bool("check", false, "write nothing, fail if a migration is missing")
	flag.Parse()
	name := flag.Arg(0)
	if (name == "") != *check || flag.NArg() > 1 {
		log.Fatal("usage: generate NAME | -check")
	}
	if !regexp.MustCompile(`^[a-z0-9_]*$`).MatchString(name) {
		log.Fatal("a name is made of a-z, 0-9 and _")
	}
	if err := generate(context.Background(), name, *check); err != nil {
		log.Fatal("write the migrations: ", err)
	}
}

// generate brings the folder of each database up to ent/schema.
func generate(ctx context.Context, name string, check bool) error {
	pg, err := cluster.Start(ctx, cluster.Options{})
	if err != nil {
		return err
	}
	defer pg.Stop()
	_, here, _, _ := runtime.Caller(0)
	for driver, source := range map[string]string{
		dialect.SQLite:   "file:generate?mode=memory&cache=shared&_foreign_keys=on",
		dialect.Postgres: pg.URL("postgres"),
	} {
		folder := filepath.Join(filepath.Dir(here), "..", driver)
		if err := one(ctx, driver, source, folder, name, check); err != nil {
			return fmt.Errorf("%s: %w", driver, err)
		}
	}
	return nil
}

// one brings one folder up to ent/schema, by means of an empty database.
func one(ctx context.Context, driver, source, folder, name string, check bool) error {
	db, err := sql.Open(map[string]string{dialect.SQLite: "sqlite3", dialect.Postgres: "pgx"}[driver], source)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	return write(ctx, entsql.OpenDB(driver, db), folder, name, check)
}

// write diffs in a copy of the folder, so that it is changed as a whole or not at all.
func write(ctx context.Context, db dialect.Driver, folder, name string, check bool) error {
	work, err := os.MkdirTemp("", "migrations")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	if err := os.CopyFS(work, os.DirFS(folder)); err != nil {
		return err
	}
	before, err := files(work)
	if err != nil {
		return err
	}
	dir, err := sqltool.NewGooseDir(work)
	if err != nil {
		return err
	}
	m, err := schema.NewMigrate(db, schema.WithDir(dir), schema.WithMigrationMode(schema.ModeReplay), schema.WithFormatter(sqltool.GooseFormatter),
		schema.WithDropColumn(true), schema.WithDropIndex(true), schema.WithDiffHook(samePredicates))
	if err != nil {
		return err
	}
	if err := m.NamedDiff(ctx, name, migrate.Tables...); err != nil {
		return err
	}
	after, err := files(work)
	if err != nil {
		return err
	}
	if len(after) == len(before) {
		return nil
	}
	if check {
		return errMovedOn
	}
	written := after[len(after)-1]
	if err := forwardOnly(written); err != nil {
		return err
	}
	if err := writeSum(work); err != nil {
		return err
	}
	for _, file := range []string{written, filepath.Join(work, atlas.HashFileName)} {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(file)), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// writeSum writes the file that tells when a migration was changed by hand.
func writeSum(folder string) error {
	dir, err := sqltool.NewGooseDir(folder)
	if err != nil {
		return err
	}
	sum, err := dir.Checksum()
	if err != nil {
		return err
	}
	return atlas.WriteSumFile(dir, sum)
}

// samePredicates takes the condition of an index in PostgreSQL's own words for the one that ent/schema has, where it
// is the same: IN becomes = ANY there, with casts that change each time it is read and written. Without this the index
// would be made anew in every migration.
func samePredicates(next schema.Differ) schema.Differ {
	return schema.DiffFunc(func(current, desired *diff.Schema) ([]diff.Change, error) {
		for _, want := range desired.Tables {
			has, ok := current.Table(want.Name)
			if !ok {
				continue
			}
			for _, index := range want.Indexes {
				if old, ok := has.Index(index.Name); ok {
					takePredicate(old, index)
				}
			}
		}
		return next.Diff(current, desired)
	})
}

func takePredicate(has, want *diff.Index) {
	for _, a := range has.Attrs {
		old, ok := a.(*postgres.IndexPredicate)
		if !ok {
			continue
		}
		for _, a := range want.Attrs {
			if p, ok := a.(*postgres.IndexPredicate); ok && plain(p.P) == plain(old.P) && !strings.Contains(p.P, " OR ") {
				p.P = old.P
			}
		}
	}
}

var cast = regexp.MustCompile(`::[a-z ]+(\[\])?`)

// plain leaves casts, parentheses and spaces out.
func plain(predicate string) string {
	predicate = cast.ReplaceAllString(predicate, "")
	predicate = strings.NewReplacer("(", "", ")", "", " ", "", `"`, "").Replace(predicate)
	return strings.NewReplacer("=ANYARRAY[", "IN", "]", "").Replace(predicate)
}

// files lists the migrations of a folder in their order.
func files(folder string) ([]string, error) { return filepath.Glob(filepath.Join(folder, "*.sql")) }

// forwardOnly leaves out the way back, which is not safe on SQLite and which nobody tests.
func forwardOnly(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	forward, _, _ := strings.Cut(string(text), "-- +goose Down")
	return os.WriteFile(file, []byte(strings.TrimSpace(forward)+"\n"), 0o644)
}
