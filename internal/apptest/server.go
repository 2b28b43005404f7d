package apptest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"delegatedadmin.example/graph"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
	"delegatedadmin.example/internal/web"
)

// InitialDomain is under which new organizations get their first domain.
const InitialDomain = "delegated-admin.example"

// Server is a whole server with the people of the tests. Its workers don't run: a test that needs one runs it.
type Server struct {
	People
	URL         string
	Handler     http.Handler // the same server without a socket
	Store       *store.Store
	Identity    *identity.Service
	Directory   *directory.Service
	DNS         *DNS // where domains are looked for; nil: nowhere
	Delegations *delegation.Service
	Statements  *atomic.Int64 // of all requests so far, as store.CountStatements counts them
}

// NewServer starts a server on an empty database and makes the people. NewReplica starts more on the same database.
func NewServer(tb testing.TB, db Database, options ...store.Options) *Server {
	tb.Helper()
	st := db.Store(tb, options...)
	return serve(tb, st, NewPeople(tb, st))
}

// NewReplica starts another server on the database of s.
func (s *Server) NewReplica(tb testing.TB, db Database, options ...store.Options) *Server {
	tb.Helper()
	return serve(tb, db.Store(tb, options...), s.People)
}

func serve(tb testing.TB, st *store.Store, people People) *Server {
	tb.Helper()
	log := slog.New(slog.NewTextHandler(tb.Output(), &slog.HandlerOptions{Level: slog.LevelWarn}))
	s := &Server{People: people, Store: st, Identity: identity.New(st, log)}
	s.Directory = directory.New(directory.Config{Store: st, InitialDomain: InitialDomain, Resolver: &net.Resolver{
		PreferGo: true,
		Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
			if s.DNS == nil {
				return nil, errors.New("this test has no DNS")
			}
			return new(net.Dialer).DialContext(ctx, network, s.DNS.Address)
		},
	}})
	s.Delegations = delegation.New(delegation.Config{Store: st, Identity: s.Identity, InitialDomain: InitialDomain, Log: log})

	stopping := make(chan struct{})
	server := httptest.NewUnstartedServer(nil)
	base := &url.URL{Scheme: "http", Host: server.Listener.Addr().String()}
	counted, n := store.CountStatements(context.Background())
	server.Config.BaseContext = func(net.Listener) context.Context { return counted }
	s.Statements = n
	schema := graph.NewExecutableSchema(graph.Config{Resolvers: &graph.Resolver{
		Access: access.New(st), Delegations: s.Delegations, Directory: s.Directory, Identity: s.Identity,
		Installation: model.Installation{InitialDomain: InitialDomain, DemoAccounts: []*model.DemoAccount{}},
	}})
	server.Config.Handler = web.New(web.Config{
		BaseURL: base, Identity: s.Identity, Store: st, Log: log,
		GraphQL: graph.NewHandler(schema, graph.Options{
			Log: log, RequestID: audit.RequestID, SessionEnded: s.Identity.SessionEnded, Stopping: stopping, Origins: []string{base.Host},
		}),
		Files: fstest.MapFS{"index.html": {Data: []byte("<!doctype html><title>Delegated Admin</title>")}},
	})
	server.Start()
	tb.Cleanup(func() {
		close(stopping)
		server.Close()
	})
	s.URL, s.Handler = server.URL, server.Config.Handler
	return s
}

// Client is a browser of its own.
type Client struct {
	URL           string
	HTTP          *http.Client
	Justification string // why the person does what they do; not sent when it is empty
}

// Anonymous is a browser in which nobody is signed in.
func (s *Server) Anonymous(tb testing.TB) *Client {
	tb.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		tb.Fatal(err)
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	tb.Cleanup(transport.CloseIdleConnections)
	return &Client{URL: s.URL, HTTP: &http.Client{Jar: jar, Transport: transport}}
}

// As is a browser in which that person is signed in. It leaves no event in the audit log.
func (s *Server) As(tb testing.TB, userName string) *Client {
	tb.Helper()
	id, known := s.Users[userName]
	if !known {
		tb.Fatalf("there is no %s", userName)
	}
	browser := &identity.Browser{UserAgent: "test"}
	ctx := identity.WithBrowser(viewer.NewContext(context.Background(), viewer.System), browser)
	err := s.Store.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
		return s.Identity.StartSession(ctx, tx, id)
	})
	if err != nil {
		tb.Fatalf("sign %s in: %v", userName, err)
	}
	c := s.Anonymous(tb)
	base, err := url.Parse(s.URL)
	if err != nil {
		tb.Fatal(err)
	}
	c.HTTP.Jar.SetCookies(base, []*http.Cookie{{Name: "delegated-admin", Value: browser.NewCookie().Token, Path: "/"}})
	return c
}

// Vars are the variables of a document.
type Vars map[string]any

// Result is what the API answers.
type Result struct {
	Status int
	Data   map[string]any
	Errors []Error
	Raw    string // as it came
}

// Error is a top-level error.
type Error struct {
	Message    string
	Path       []any
	Extensions struct{ Code string }
}

// Query runs a document. It fails the test only when there is no answer that can be read.
func (c *Client) Query(tb testing.TB, document string, vars Vars) Result {
	tb.Helper()
	r, err := c.TryQuery(document, vars)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// MustQuery runs a document and fails the test when there is an error.
func (c *Client) MustQuery(tb testing.TB, document string, vars Vars) Result {
	tb.Helper()
	r := c.Query(tb, document, vars)
	if len(r.Errors) > 0 {
		tb.Fatalf("the API answers: %s", r.Raw)
	}
	return r
}

// TryQuery is Query for goroutines of a test, which can't end it.
func (c *Client) TryQuery(document string, vars Vars) (r Result, err error) {
	request := map[string]any{"query": document, "variables": vars}
	if c.Justification != "" {
		request["extensions"] = map[string]any{"justification": c.Justification}
	}
	body, err := json.Marshal(request)
	if err != nil {
		return r, err
	}
	resp, err := c.HTTP.Post(c.URL+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return r, err
	}
	defer func() { _ = resp.Body.Close() }()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return r, err
	}
	r.Status, r.Raw = resp.StatusCode, string(raw)
	if err := json.Unmarshal(raw, &r); err != nil {
		return r, fmt.Errorf("the API answers %d %q: %w", resp.StatusCode, raw, err)
	}
	return r, nil
}

// Codes are the codes of the top-level errors.
func (r Result) Codes() []string {
	codes := make([]string, len(r.Errors))
	for i, e := range r.Errors {
		codes[i] = e.Extensions.Code
	}
	return codes
}

// At is the value at a path of names and positions in the data; nil when there is none.
func (r Result) At(path ...any) any {
	var value any = r.Data
	for _, step := range path {
		switch step := step.(type) {
		case string:
			object, _ := value.(map[string]any)
			value = object[step]
		case int:
			list, _ := value.([]any)
			if step >= len(list) {
				return nil
			}
			value = list[step]
		}
	}
	return value
}

// UserErrors are the codes of the userErrors of a mutation's payload.
func (r Result) UserErrors(mutation string) []string {
	list, _ := r.At(mutation, "userErrors").([]any)
	codes := make([]string, len(list))
	for i := range list {
		codes[i], _ = r.At(mutation, "userErrors", i, "code").(string)
	}
	return codes
}
