package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entgo.io/ent/dialect"

	"delegatedadmin.example/internal/apptest/cluster"
)

func mustStart(t *testing.T) *cluster.Cluster {
	t.Helper()
	c, err := cluster.Start(context.Background(), cluster.Options{})
	if errors.Is(err, cluster.ErrAbsent) && os.Getenv("DELEGATED_ADMIN_TEST_POSTGRES") != "required" {
		t.Skip("NOT TESTED ON POSTGRESQL: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Stop)
	return c
}

// The migrations of both databases make what ent/schema says; and the check tells when they do not.
func TestCheck(t *testing.T) {
	ctx := context.Background()
	pg := mustStart(t)
	for driver, source := range map[string]string{dialect.SQLite: "file:check?mode=memory&cache=shared&_foreign_keys=on", dialect.Postgres: pg.URL("postgres")} {
		t.Run(driver, func(t *testing.T) {
			folder := filepath.Join("..", driver)
			if err := one(ctx, driver, source, folder, "", true); err != nil {
				t.Fatal(err)
			}

			files, err := files(folder)
			if err != nil {
				t.Fatal(err)
			}
			all, err := os.ReadFile(files[0])
			if err != nil {
				t.Fatal(err)
			}
			changed := map[string]string{
				"an index is missing":     withoutStatement(t, string(all), "CREATE INDEX"),
				"a condition is another":  strings.Replace(string(all), "'SUSPENDED'", "'EXPIRED'", 1),
				"a column has to go":      strings.Replace(string(all), "termination_reason", "termination", 1),
				"a column is not a must":  strings.Replace(string(all), "NOT NULL", "NULL", 20),
				"a table is not there":    withoutStatement(t, string(all), "CREATE TABLE"+quote(driver, "mailbox_messages"), "CREATE INDEX"+quote(driver, "mailboxmessage_at_id")),
				"a reference is not kept": strings.Replace(string(all), "ON DELETE RESTRICT", "ON DELETE CASCADE", 1),
			}
			for what, text := range changed {
				if text == string(all) {
					t.Errorf("%s: nothing was changed", what)
				}
				work := t.TempDir()
				if err := os.WriteFile(filepath.Join(work, filepath.Base(files[0])), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				if err := writeSum(work); err != nil {
					t.Fatal(err)
				}
				if err := one(ctx, driver, source, work, "", true); !errors.Is(err, errMovedOn) {
					t.Errorf("%s, and the check says %v", what, err)
				}
				if err := one(ctx, driver, source, work, "mend", false); err != nil {
					t.Errorf("%s: %v", what, err)
				}
				if err := one(ctx, driver, source, work, "", true); err != nil {
					t.Errorf("%s, and the migration did not mend it: %v", what, err)
				}
			}
		})
	}
}

func quote(driver, name string) string {
	if driver == dialect.SQLite {
		return " `" + name + "`"
	}
	return ` "` + name + `"`
}

// withoutStatement leaves out the first line that has the words, each.
func withoutStatement(t *testing.T, all string, words ...string) string {
	t.Helper()
	for _, word := range words {
		before, after, ok := strings.Cut(all, word)
		if !ok {
			t.Fatal("there is no ", word)
		}
		before = before[:strings.LastIndex(before, "\n")+1]
		_, after, _ = strings.Cut(after, "\n")
		all = before + after
	}
	return all
}
