package store_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"entgo.io/ent/dialect"

	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
)

func mustRefuse(t *testing.T, url, want string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	s, err := store.Open(ctx, url, store.Options{Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	if err == nil {
		_ = s.Close()
		t.Errorf("%s was opened", url)
		return
	}
	var open *store.OpenError
	if !errors.As(err, &open) || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), "secret") {
		t.Errorf("%s: %v; want one line that says %q", url, err, want)
	}
}

func TestOpen_SaysWhyItCannot(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	text := filepath.Join(dir, "text")
	if err := os.WriteFile(text, []byte(strings.Repeat("this is no database\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	for url, want := range map[string]string{
		"":                         `"sqlite:PATH" or "postgres://…"`,
		"mysql://localhost/x":      `"sqlite:PATH" or "postgres://…"`,
		"sqlite:":                  "path of the file is missing",
		"sqlite:" + dir:            dir + " is not writable: is a directory",
		"sqlite:" + text + "/x.db": "can't be made: not a directory",
		"sqlite:" + text:           text + " is not a SQLite database",
		"postgres://me:secret@127.0.0.1:1/x?connect_timeout=2": "PostgreSQL is not reachable",
		"postgres://me:secret@host:port/x":                     "the URL can't be understood",
	} {
		mustRefuse(t, url, want)
	}
}

func TestOpen_MakesAFileForItsOwnerAlone(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "a b", "50%?#c")
	path := filepath.Join(dir, "x.db")
	s := apptest.Database{URL: "sqlite:" + path}.Store(t)
	mustAddProduct(t, system(t), s, "one")
	for file, want := range map[string]os.FileMode{dir: 0o700, path: 0o600, path + "-wal": 0o600} {
		info, err := os.Stat(file)
		if err != nil {
			t.Error(err)
		} else if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has the mode %o, want %o", file, got, want)
		}
	}
}

func TestOpen_SetsSQLiteUp(t *testing.T) {
	t.Parallel()
	s, ctx := apptest.SQLite(t).Store(t), system(t)
	want := map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000", "cache_size": "-32000", "query_only": "0"}
	err := s.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
		for name, value := range want {
			rows, err := tx.QueryContext(ctx, "PRAGMA "+name)
			if err != nil {
				return err
			}
			var got string
			rows.Next()
			if err := errors.Join(rows.Scan(&got), rows.Close()); err != nil {
				return err
			}
			if got != value {
				t.Errorf("the writer has %s=%s, want %s", name, got, value)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want["query_only"], want["cache_size"] = "1", "-4000"
	for name, value := range want {
		var got string
		if err := s.Raw().QueryRowContext(ctx, "PRAGMA "+name).Scan(&got); err != nil {
			t.Fatal(err)
		}
		if got != value {
			t.Errorf("a reader has %s=%s, want %s", name, got, value)
		}
	}
}

func TestOpen_RefusesANewerDatabase(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		if db.Dialect == dialect.Postgres {
			db = apptest.DurablePostgres(t)
		}
		s, ctx := db.Store(t), system(t)
		err := s.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.ExecContext(ctx, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (29991231000000, true)")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		mustRefuse(t, db.URL, "the database is of a newer version (29991231000000)")
	})
}

func TestOpen_RefusesAPostgreSQLThatForgets(t *testing.T) {
	t.Parallel()
	mustRefuse(t, apptest.Postgres(t).URL, "fsync=off")
	durable := apptest.DurablePostgres(t).URL
	mustRefuse(t, durable+"&synchronous_commit=off", "synchronous_commit=off")
	s, err := store.Open(context.Background(), durable, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestOpen_LimitsSessionsOfPostgreSQL(t *testing.T) {
	t.Parallel()
	db, ctx := apptest.Postgres(t), system(t)
	for url, want := range map[string]string{db.URL: "30s 1min", db.URL + "&statement_timeout=7s": "7s 1min"} {
		s := apptest.Database{URL: url}.Store(t)
		var got string
		if err := s.Raw().QueryRowContext(ctx, "SELECT current_setting('statement_timeout') || ' ' || current_setting('idle_in_transaction_session_timeout')").Scan(&got); err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("limits %s, want %s", got, want)
		}
	}
}

// Several processes may start at once on an empty database.
func TestOpen_AtOnce(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"SQLite", "PostgreSQL"} {
		t.Run(name, func(t *testing.T) {
			url := "sqlite:" + filepath.Join(t.TempDir(), "x.db")
			if name == "PostgreSQL" {
				db := apptest.Postgres(t)
				s := db.Store(t)
				if _, err := s.Raw().ExecContext(context.Background(), "DROP SCHEMA public CASCADE; CREATE SCHEMA public"); err != nil {
					t.Fatal(err)
				}
				url = db.URL
			}
			var all sync.WaitGroup
			for i := range 4 {
				all.Go(func() {
					s, err := store.Open(context.Background(), url, store.Options{AllowUnsafePostgres: true})
					if err != nil {
						t.Error(err)
						return
					}
					mustAddProduct(t, system(t), s, fmt.Sprint(i))
					if err := s.Close(); err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
		})
	}
}

// A start on a database that is there costs little; the limit is wide, for slow machines.
func TestOpen_IsQuick(t *testing.T) {
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		quickest := time.Hour
		for range 5 {
			began := time.Now()
			s, err := store.Open(context.Background(), db.URL, store.Options{AllowUnsafePostgres: true})
			took := time.Since(began)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			quickest = min(quickest, took)
		}
		t.Log("opened in ", quickest)
		if quickest > 200*time.Millisecond {
			t.Errorf("the quickest start took %v", quickest)
		}
	})
}
