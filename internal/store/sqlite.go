package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	"entgo.io/ent/dialect"
	"github.com/mattn/go-sqlite3"
)

// openSQLite opens the file at path, which it makes if there is none. One connection writes, a few read.
func (s *Store) openSQLite(ctx context.Context, path string) error {
	if path == "" {
		return cannotOpen(nil, `the path of the file is missing: sqlite:PATH`)
	}
	if err := makeFile(path); err != nil {
		return err
	}
	// The one writer keeps more of the file than a reader, whose pages are worth nothing once somebody has written.
	writer := pool(s.sqlite(path, "_txlock=immediate&_cache_size=-32000"), 1)
	if err := checkSQLite(ctx, writer, path); err != nil {
		return err
	}
	// What a member of a group may have to undo is kept in memory: each page that it changes is copied first. The log is
	// written back after 16 MB, so that a page that changes often is written back seldom.
	if _, err := writer.ExecContext(ctx, "PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000"); err != nil {
		return cannotOpen(err, "%s can't be read", path)
	}
	if err := s.migrate(ctx, dialect.SQLite, writer, func() *sql.DB { return s.openToMigrate(path) }); err != nil {
		return err
	}
	readers := pool(s.sqlite(path, "_query_only=true"), min(max(4, 2*runtime.GOMAXPROCS(0)), 16))
	s.groups = &groups{db: writer, alone: s.options.Pause != nil, commit: (*sql.Tx).Commit}
	s.use(dialect.SQLite, readers, s.groups.begin)
	return nil
}

// openToMigrate gives a connection that checks no references, because a table is changed by making it anew.
func (s *Store) openToMigrate(path string) *sql.DB {
	return pool(s.sqlite(path, "_txlock=immediate&_foreign_keys=off"), 1)
}

// makeFile makes the file and its folders, for their owner alone.
func makeFile(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return cannotOpen(bare(err), "the folder of %s can't be made", path)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return cannotOpen(bare(err), "%s is not writable", path)
	}
	return f.Close()
}

// bare leaves the path out of the error, where the sentence has it already.
func bare(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// sqlite makes a pool of connections, closed with the store. More settings overrule those of all.
func (s *Store) sqlite(path, more string) *sql.DB {
	file := url.URL{Path: path}
	name := "file:" + file.EscapedPath() + "?" + more +
		"&_journal_mode=WAL&_synchronous=FULL&_busy_timeout=5000&_foreign_keys=on&_cache_size=-4000&_stmt_cache_size=64"
	db, _ := sql.Open("sqlite3", name) // fails for an unknown driver alone
	s.close = append([]func() error{db.Close}, s.close...)
	return db
}

// checkSQLite makes sure that the file is ours to write and keeps what it acknowledges.
func checkSQLite(ctx context.Context, writer *sql.DB, path string) error {
	var journal string
	var synchronous int
	err := writer.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&journal)
	if err == nil {
		err = writer.QueryRowContext(ctx, "PRAGMA synchronous").Scan(&synchronous)
	}
	if err == nil {
		var tx *sql.Tx
		if tx, err = writer.BeginTx(ctx, nil); err == nil {
			err = tx.Rollback()
		}
	}
	var lite sqlite3.Error
	if errors.As(err, &lite) {
		switch lite.Code {
		case sqlite3.ErrNotADB:
			return cannotOpen(nil, "%s is not a SQLite database", path)
		case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm:
			return cannotOpen(err, "%s is not writable", path)
		case sqlite3.ErrBusy:
			return cannotOpen(nil, "another process keeps %s locked", path)
		}
	}
	if err != nil {
		return cannotOpen(err, "%s can't be read", path)
	}
	if journal != "wal" || synchronous < 2 {
		return cannotOpen(nil, "SQLite would not keep what it acknowledges in %s (journal_mode %s, synchronous %d)", path, journal, synchronous)
	}
	return nil
}
