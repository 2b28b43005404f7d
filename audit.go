package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"

	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
)

const auditUsage = `Checks the audit log of every organization: event by event against its chain of hashes, and against the checkpoints that
the server signed. It runs beside the server or without it, writes a line for each fault, and ends with 1 if there is one.

  delegated-admin audit verify
  delegated-admin audit verify --database postgres://… --audit-checkpoints /var/log/delegated-admin/checkpoints.jsonl

`

// checkpointsOf ends the name of an SQLite database's own file of checkpoints.
const checkpointsOf = ".checkpoints"

// addAudit adds the flag that says where the checkpoints are.
func (s *settings) addAudit(flags *flag.FlagSet) {
	flags.StringVar(&s.checkpoints, "audit-checkpoints", "",
		"`FILE` outside of the database for the audit log's signed checkpoints (default PATH"+checkpointsOf+" with sqlite:PATH, none with PostgreSQL)")
}

// checkpointFile is where the checkpoints are; empty where there are none.
func (s *settings) checkpointFile() string {
	if path, ok := strings.CutPrefix(s.database, "sqlite:"); ok && s.checkpoints == "" {
		return path + checkpointsOf
	}
	return s.checkpoints
}

// auditCommand is "audit verify".
func auditCommand(ctx context.Context, args []string, stdout io.Writer) error {
	s := &settings{}
	flags := newFlags("delegated-admin audit verify", auditUsage, stdout)
	s.addDatabase(flags)
	s.addAudit(flags)
	if len(args) > 0 && args[0] == "verify" {
		args = args[1:]
	} else if len(args) == 0 || !strings.HasPrefix(args[0], "-") {
		return errors.New("the command is: delegated-admin audit verify; see --help")
	}
	if err := parse(flags, args); err != nil || flags.Lookup("help").Value.String() == "true" {
		return err
	}
	if _, err := os.Stat(s.checkpoints); s.checkpoints != "" && err != nil {
		return fmt.Errorf("--audit-checkpoints: %w", err)
	}
	if path, ok := strings.CutPrefix(s.database, "sqlite:"); ok { // opening would make it
		if _, err := os.Stat(path); err != nil {
			return fmt.Errorf("--database: %w", err)
		}
	}
	kept, err := audit.ReadCheckpoints(s.checkpointFile())
	if err != nil {
		return err
	}
	st, err := store.Open(ctx, s.database, store.Options{Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	defer func() { _ = st.Close() }()
	return verifyAll(ctx, st, kept, stdout)
}

// verifyAll tells what it finds, and now and then how far it got.
func verifyAll(ctx context.Context, st *store.Store, kept *audit.Checkpoints, stdout io.Writer) error {
	say := func(format string, args ...any) { _, _ = fmt.Fprintf(stdout, format+"\n", args...) }
	told := time.Now()
	p, err := audit.VerifyAll(ctx, st, kept, func(fault error) { say("FAULT: %s", oneLine(fault)) }, func(p audit.Progress) {
		if time.Since(told) > 2*time.Second {
			told = time.Now()
			say("%d of %d organizations, %d events", p.Organizations, p.Of, p.Events)
		}
	})
	if err != nil {
		return err
	}
	if kept.Unread > 0 {
		say("%d lines of the checkpoints can't be read, such as one that was cut off while it was written. They are left out.", kept.Unread)
	}
	if kept.Len() == 0 {
		say("There are no checkpoints: it would not be noticed if the end of a log was cut off, or all of it written anew.")
	}
	if p.Faults > 0 {
		return fmt.Errorf("the audit log is not what was written: %d faults in %d organizations, %d events, %d checkpoints", p.Faults, p.Organizations, p.Events, p.Checkpoints)
	}
	say("The audit log is what was written: %d organizations, %d events, %d checkpoints.", p.Organizations, p.Events, p.Checkpoints)
	return nil
}
