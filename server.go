// Command delegated-admin is the whole server: the API, the app, and the workers that send mail and turn what time ends.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"delegatedadmin.example/frontend"
	"delegatedadmin.example/graph"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/demo"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/web"
)

// drainTime is how long requests may go on after the server was asked to stop.
const drainTime = 10 * time.Second

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	if err := command(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "delegated-admin: "+oneLine(err))
		os.Exit(1)
	}
}

// serve runs the server until ctx ends.
func serve(ctx context.Context, s *settings, stdout io.Writer) error {
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	slog.SetDefault(log)
	setMemory()

	listener, err := s.open(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }()
	st, err := store.Open(ctx, s.database, store.Options{Log: log})
	if err != nil {
		return err
	}
	defer func() { _ = st.Close() }()

	people, err := s.people(st, log)
	if err != nil {
		return err
	}
	organizations := directory.New(directory.Config{
		Store: st, InitialDomain: s.initialDomain, Resolver: directory.Resolver(s.dnsResolver),
	})
	delegations := delegation.New(delegation.Config{Store: st, Identity: people, InitialDomain: s.initialDomain, Log: log})
	installation := model.Installation{Demo: s.demo, InitialDomain: s.initialDomain, DemoAccounts: []*model.DemoAccount{}}
	config := web.Config{
		BaseURL: s.baseURL, TrustedProxies: s.trustedProxies, Demo: s.demo, Identity: people, Store: st, Log: log,
	}
	if config.Files, err = fs.Sub(frontend.Dist, "dist"); err != nil {
		return err
	}
	if err := s.fill(ctx, st); err != nil {
		return err
	}
	notary, err := audit.NewNotary(ctx, st, s.checkpointFile(), log)
	if err != nil {
		return err
	}
	if s.demo {
		config.Mailbox = demo.Mailbox(st, log)
		installation.DemoAccounts = demoAccounts()
	}
	stopping := make(chan struct{})
	schema := graph.NewExecutableSchema(graph.Config{Resolvers: &graph.Resolver{
		Access: access.New(st), Delegations: delegations, Directory: organizations, Identity: people, Installation: installation,
	}})
	config.GraphQL = graph.NewHandler(schema, graph.Options{
		Documents: frontend.Persisted, Log: log, RequestID: audit.RequestID, SessionEnded: people.SessionEnded,
		Stopping: stopping, Origins: []string{s.baseURL.Host},
	})

	working, stopWork := context.WithCancel(ctx)
	var workers sync.WaitGroup
	defer notary.Close()
	defer workers.Wait()
	defer stopWork()
	workers.Go(func() { notary.Run(working) })
	workers.Go(func() { people.Run(working) })
	workers.Go(func() { delegations.Run(working) })
	workers.Go(func() { organizations.Run(working, log) })
	failed := make(chan error, 2)
	if sender := s.sender(st); sender != nil {
		worker := &mail.Worker{
			Store: st, BaseURL: s.base(), From: s.mailFrom, Sender: sender, Log: log,
			Link: delegations.MintLink, Lock: delegation.OfferLock, PasswordLink: people.MintPasswordLink, DigestLink: people.MintDigestLink,
		}
		workers.Go(func() {
			if err := worker.Run(working); err != nil && working.Err() == nil {
				failed <- err
			}
		})
	}

	server := &http.Server{
		Handler: web.New(config), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	go func() { failed <- server.Serve(listener) }()
	s.announce(stdout, config.Files)
	select {
	case err = <-failed:
	case <-ctx.Done():
		log.Info("stopping")
	}
	close(stopping) // streams and websockets end
	return errors.Join(err, drain(server))
}

// drain lets the requests that run come to their end.
func drain(server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		slog.Warn("requests were cut off", "after", drainTime)
		return server.Close()
	}
	return nil
}
