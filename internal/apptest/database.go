// Package apptest has what tests share: databases, a server, organizations and people by name.
package apptest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"entgo.io/ent/dialect"

	"delegatedadmin.example/internal/apptest/cluster"
	"delegatedadmin.example/internal/store"
)

// Database is a database of a test's own, empty but migrated. It goes when the test ends.
type Database struct {
	Dialect string // dialect.SQLite or dialect.Postgres
	URL     string // as the server's --database takes it
}

// OnBoth runs test on SQLite and on PostgreSQL, each with a database of its own.
func OnBoth(t *testing.T, test func(t *testing.T, db Database)) {
	t.Helper()
	t.Run("SQLite", func(t *testing.T) { test(t, SQLite(t)) })
	t.Run("PostgreSQL", func(t *testing.T) { test(t, Postgres(t)) })
}

// SQLite makes a SQLite database.
func SQLite(tb testing.TB) Database {
	tb.Helper()
	content, err := sqliteTemplate()
	if err != nil {
		tb.Fatal("make a SQLite database: ", err)
	}
	path := filepath.Join(tb.TempDir(), "test.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		tb.Fatal("make a SQLite database: ", err)
	}
	return Database{Dialect: dialect.SQLite, URL: "sqlite:" + path}
}

// Postgres makes a PostgreSQL database on a server that may lose everything when it dies, which is faster. A process
// that does not allow for that refuses it: use DurablePostgres for a server process. Without PostgreSQL the test is
// skipped, or fails if DELEGATED_ADMIN_TEST_POSTGRES=required.
func Postgres(tb testing.TB) Database {
	tb.Helper()
	return fast.database(tb)
}

// DurablePostgres makes a PostgreSQL database on a server that keeps what it acknowledges.
func DurablePostgres(tb testing.TB) Database {
	tb.Helper()
	return durable.database(tb)
}

// Store opens the database, with options if there are any. Each store is like a server process of its own.
func (d Database) Store(tb testing.TB, options ...store.Options) *store.Store {
	tb.Helper()
	var o store.Options
	if len(options) > 0 {
		o = options[0]
	}
	o.AllowUnsafePostgres = true
	if o.Log == nil {
		o.Log = slog.New(slog.NewTextHandler(tb.Output(), nil))
	}
	s, err := store.Open(context.Background(), d.URL, o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error("close the store: ", err)
		}
	})
	return s
}

// sqliteTemplate is the content of an empty, migrated file.
var sqliteTemplate = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "delegated-admin-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	path := filepath.Join(dir, "template.db")
	if err := migrated("sqlite:" + path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func migrated(url string) error {
	s, err := store.Open(context.Background(), url, store.Options{AllowUnsafePostgres: true})
	if err != nil {
		return err
	}
	return s.Close()
}

// server is a PostgreSQL server that the tests of this process share. It starts when it is needed.
type server struct {
	cluster func() (*cluster.Cluster, error)
	count   atomic.Int64
}

var fast, durable = newServer(false), newServer(true)

const template = "template_migrated"

func newServer(durable bool) *server {
	return &server{cluster: sync.OnceValues(func() (*cluster.Cluster, error) {
		ctx := context.Background()
		c, err := cluster.Start(ctx, cluster.Options{Durable: durable})
		if err != nil {
			return nil, err
		}
		if err := c.Exec(ctx, "postgres", "CREATE DATABASE "+template); err != nil {
			return nil, err
		}
		return c, migrated(c.URL(template))
	})}
}

func (s *server) database(tb testing.TB) Database {
	tb.Helper()
	c, err := s.cluster()
	if errors.Is(err, cluster.ErrAbsent) && os.Getenv("DELEGATED_ADMIN_TEST_POSTGRES") != "required" {
		tb.Skip("NOT TESTED ON POSTGRESQL: ", err)
	}
	if err != nil {
		tb.Fatal("start PostgreSQL: ", err)
	}
	ctx := context.Background()
	name := fmt.Sprintf("test_%d", s.count.Add(1))
	if err := c.Exec(ctx, "postgres", "CREATE DATABASE "+name+" TEMPLATE "+template); err != nil {
		tb.Fatal("make a PostgreSQL database: ", err)
	}
	tb.Cleanup(func() {
		if err := c.Exec(ctx, "postgres", "DROP DATABASE "+name+" WITH (FORCE)"); err != nil && !strings.Contains(err.Error(), "does not exist") {
			tb.Error("drop the database: ", err)
		}
	})
	return Database{Dialect: dialect.Postgres, URL: c.URL(name)}
}
