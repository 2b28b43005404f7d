package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing/fstest"

	"delegatedadmin.example/graph"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/web"
)

// countStatements counts the statements that each path causes, the session's included: the whole server is run inside
// this program for that, without workers.
func countStatements(ctx context.Context, database string, paths []path) (map[string]int64, error) {
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	st, err := store.Open(ctx, database, store.Options{Log: log})
	if err != nil {
		return nil, err
	}
	defer func() { _ = st.Close() }()
	persons := identity.New(st, log)
	base := &url.URL{Scheme: "http", Host: "localhost"}
	handler := web.New(web.Config{
		BaseURL: base, Identity: persons, Store: st, Log: log, Files: fstest.MapFS{},
		GraphQL: graph.NewHandler(graph.NewExecutableSchema(graph.Config{Resolvers: &graph.Resolver{
			Access:      access.New(st),
			Delegations: delegation.New(delegation.Config{Store: st, Identity: persons, InitialDomain: "delegated-admin.example", Log: log}),
			Directory:   directory.New(directory.Config{Store: st}), Identity: persons, Installation: model.Installation{},
		}}), graph.Options{Log: log, RequestID: audit.RequestID}),
	})
	counts := map[string]int64{}
	for _, p := range paths {
		r, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(p.productAsk(base.Host))))
		if err != nil {
			return nil, err
		}
		counted, n := store.CountStatements(ctx)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r.WithContext(counted))
		if err := p.check(w.Body.Bytes()); err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		counts[p.name] = n.Load()
	}
	return counts, nil
}
