// Command lapse lets every offer that waits for an answer lapse, in the SQLite file of a demo that runs. The browser tests
// use it in place of waiting for thirty days.
package main

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"time"

	_ "github.com/mattn/go-sqlite3"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "lapse:", err)
		os.Exit(1)
	}
}

func run(args []string) (err error) {
	if len(args) != 1 {
		return errors.New("usage: lapse FILE")
	}
	file := url.URL{Path: args[0]}
	db, err := sql.Open("sqlite3", "file:"+file.EscapedPath()+"?mode=rw&_busy_timeout=5000")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	result, err := db.Exec("UPDATE offers SET expires_at = ? WHERE status = 'PENDING'", time.Now().UTC().Add(-time.Minute).Truncate(time.Microsecond))
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(errors.New("no offer waits for an answer"), err)
	}
	return nil
}
