package graph

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/frontend"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// adele is a person who is signed in.
var adele = viewer.Viewer{
	UserID: "usr_01970000000070008000000000000001", UserName: "adele@contoso.example", DisplayName: "Adele Vance",
	OrganizationID: "org_01970000000070008000000000000002", SessionID: "ses_01970000000070008000000000000003",
}

// stub answers for the services: this package's tests are about what stands before and after them.
type stub struct {
	ResolverRoot
	admins   func(ctx context.Context, first *int) (*model.DelegationConnection, error)
	node     func(ctx context.Context) (model.Node, error)
	changes  func(ctx context.Context) (<-chan *delegation.ChangeOfDelegation, error)
	signedIn func(input model.SignInInput)
	offer    func(token string) *delegation.Offer
}

func (s stub) Query() QueryResolver                       { return stubQuery{stub: s} }
func (s stub) Mutation() MutationResolver                 { return stubMutation{stub: s} }
func (s stub) SubscriptionRoot() SubscriptionRootResolver { return stubSubscription{s} }

type stubQuery struct {
	QueryResolver
	stub
}

func (q stubQuery) Viewer(context.Context) (*viewer.Viewer, error) { return nil, nil }

func (q stubQuery) Installation(context.Context) (*model.Installation, error) {
	return &model.Installation{InitialDomain: "delegated-admin.example"}, nil
}

func (q stubQuery) Products(context.Context) ([]*ent.Product, error) { return nil, nil }

func (q stubQuery) Node(ctx context.Context, _ uid.ID) (model.Node, error) {
	if q.node == nil {
		return nil, nil
	}
	return q.node(ctx)
}

func (q stubQuery) Nodes(_ context.Context, ids []uid.ID) ([]model.Node, error) {
	if len(ids) > 100 {
		return nil, apperr.New(apperr.BadUserInput, "At most 100 ids.")
	}
	return make([]model.Node, len(ids)), nil
}

func (q stubQuery) Offer(_ context.Context, token string) (*delegation.Offer, error) {
	if q.offer == nil {
		return nil, nil
	}
	return q.offer(token), nil
}

func (q stubQuery) DelegatedAdmins(ctx context.Context, _ *uid.ID, first *int, _ *store.Cursor, last *int, _ *store.Cursor, _ *model.DelegationFilter, _ *model.DelegationOrder) (*model.DelegationConnection, error) {
	for _, n := range []*int{first, last} {
		if n != nil && (*n < 1 || *n > 100) {
			return nil, apperr.New(apperr.BadUserInput, "first and last are between 1 and 100.")
		}
	}
	if q.admins == nil {
		return &model.DelegationConnection{PageInfo: &model.PageInfo{}}, nil
	}
	return q.admins(ctx, first)
}

type stubMutation struct {
	MutationResolver
	stub
}

func (m stubMutation) SignIn(_ context.Context, input model.SignInInput) (*model.SignInPayload, error) {
	if m.signedIn != nil {
		m.signedIn(input)
	}
	errs, err := split(apperr.New(apperr.WrongCredentials, "The user name and the password do not belong together."))
	return &model.SignInPayload{UserErrors: errs}, err
}

func (m stubMutation) SignOut(context.Context) (*model.SignOutPayload, error) {
	return &model.SignOutPayload{UserErrors: []*model.UserError{}}, nil
}

type stubSubscription struct{ stub }

func (s stubSubscription) DelegatedAdminsChanged(ctx context.Context, _ *uid.ID) (<-chan *delegation.ChangeOfDelegation, error) {
	return s.changes(ctx)
}

func newSchema(s stub) graphql.ExecutableSchema { return NewExecutableSchema(Config{Resolvers: s}) }

// logBook collects what is logged.
type logBook struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *logBook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *logBook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// newServer serves h to who, over real HTTP.
func newServer(tb testing.TB, s stub, o Options, who viewer.Viewer) (*httptest.Server, *logBook) {
	tb.Helper()
	book := &logBook{}
	o.Log = slog.New(slog.NewTextHandler(book, nil))
	h := NewHandler(newSchema(s), o)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r.WithContext(viewer.NewContext(r.Context(), who)))
	}))
	tb.Cleanup(srv.Close)
	return srv, book
}

// answer is what a test reads of a response.
type answer struct {
	status int
	header http.Header
	body   string
	Data   map[string]any
	Errors []struct {
		Message    string
		Path       []any
		Extensions struct{ Code, RequestID string }
	}
}

func (a answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	return a.Errors[0].Extensions.Code
}

func mustDo(tb testing.TB, req *http.Request) answer {
	tb.Helper()
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		tb.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		tb.Fatal(err)
	}
	a := answer{status: resp.StatusCode, header: resp.Header, body: string(body)}
	if err := json.Unmarshal(body, &a); err != nil {
		tb.Fatalf("the answer is no JSON: %v: %.300s", err, body)
	}
	return a
}

func mustPost(tb testing.TB, url string, body any) answer {
	tb.Helper()
	text, ok := body.(string)
	if !ok {
		encoded, err := json.Marshal(body)
		if err != nil {
			tb.Fatal(err)
		}
		text = string(encoded)
	}
	req, _ := http.NewRequest(http.MethodPost, url, strings.NewReader(text))
	req.Header.Set("Content-Type", "application/json")
	return mustDo(tb, req)
}

type object = map[string]any

func TestHandler_PassesEveryAuditOfGraphQLOverHTTP(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat("../frontend/node_modules/graphql-http"); err != nil {
		t.Fatal("graphql-http is not installed: run npm ci in frontend")
	}
	srv, _ := newServer(t, stub{}, Options{}, adele)
	cmd := exec.CommandContext(t.Context(), "node", "audit/graphql-http.mjs", srv.URL)
	cmd.Dir = "../frontend"
	out, err := cmd.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Error(err)
	}
	if want := "MUST 13/13, SHOULD 23/23, MAY 25/25 of 61 audits"; !strings.Contains(string(out), want) {
		t.Errorf("want %s", want)
	}
}

// An audit that can't fail proves nothing: a server that answers 200 to everything must not pass.
func TestAudits_FindAServerThatAnswersAnything(t *testing.T) {
	t.Parallel()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"data":{"__typename":"Query"}}`)
	}))
	defer srv.Close()
	cmd := exec.CommandContext(t.Context(), "node", "audit/graphql-http.mjs", srv.URL)
	cmd.Dir = "../frontend"
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "FAIL") {
		t.Errorf("err = %v, out = %s", err, out)
	}
}

func TestHandler_AnswersQueries(t *testing.T) {
	t.Parallel()
	srv, _ := newServer(t, stub{}, Options{}, adele)
	a := mustPost(t, srv.URL, object{"query": "{ installation { initialDomain } }"})
	if want := `{"data":{"installation":{"initialDomain":"delegated-admin.example"}}}`; a.body != want {
		t.Errorf("body = %s, want %s", a.body, want)
	}
	if got := a.header.Get("Cache-Control"); got != "no-store" {
		t.Errorf("Cache-Control = %q", got)
	}
	if got := a.header.Get("Content-Length"); got != fmt.Sprint(len(a.body)) {
		t.Errorf("Content-Length = %q of %d bytes", got, len(a.body))
	}
}

func TestHandler_ReadsVariables(t *testing.T) {
	t.Parallel()
	var got model.SignInInput
	srv, _ := newServer(t, stub{signedIn: func(in model.SignInInput) { got = in }}, Options{}, viewer.Anonymous)
	a := mustPost(t, srv.URL, `{"query":"mutation($i: SignInInput!) { signIn(input: $i) { userErrors { code message field } } }",
		"variables": {"i": {"userName": "ad\u00e8le\ud83c\udfc3@contoso.example", "password": "\"\\\/\n\t"}}, "id": null, "unknown": [1]}`)
	if got.UserName != "adèle🏃@contoso.example" || got.Password != "\"\\/\n\t" {
		t.Errorf("input = %q", got)
	}
	if want := `{"data":{"signIn":{"userErrors":[{"code":"WRONG_CREDENTIALS","message":"The user name and the password do not belong together.","field":null}]}}}`; a.body != want {
		t.Errorf("body = %s", a.body)
	}
}

func TestHandler_RefusesBadHTTP(t *testing.T) {
	t.Parallel()
	srv, _ := newServer(t, stub{}, Options{}, adele)
	const good = `{"query":"{ __typename }"}`
	for _, c := range []struct {
		name, method, query, body string
		header                    map[string]string
		status                    int
	}{
		{"form", "POST", "", "query={__typename}", map[string]string{"Content-Type": "application/x-www-form-urlencoded"}, 415},
		{"multipart", "POST", "", "--b\r\n", map[string]string{"Content-Type": "multipart/form-data; boundary=b"}, 415},
		{"text", "POST", "", good, map[string]string{"Content-Type": "text/plain"}, 415},
		{"graphql", "POST", "", "{ __typename }", map[string]string{"Content-Type": "application/graphql"}, 415},
		{"no content type", "POST", "", good, map[string]string{"Content-Type": ""}, 415},
		{"another charset", "POST", "", good, map[string]string{"Content-Type": "application/json; charset=utf-16"}, 415},
		{"gzip", "POST", "", "\x1f\x8b", map[string]string{"Content-Encoding": "gzip"}, 415},
		{"empty body", "POST", "", "", nil, 400},
		{"batch", "POST", "", "[" + good + "," + good + "]", nil, 400},
		{"two objects", "POST", "", good + good, nil, 400},
		{"trailing bytes", "POST", "", good + "x", nil, 400},
		{"a key twice", "POST", "", `{"query":"{ a }","query":"{ __typename }"}`, nil, 400},
		{"a key twice inside", "POST", "", `{"query":"{ __typename }","variables":{"a":1,"\u0061":2}}`, nil, 400},
		{"not UTF-8", "POST", "", "{\"query\":\"{ __typename }\",\"operationName\":\"\xff\"}", nil, 400},
		{"lone surrogate", "POST", "", `{"query":"{ __typename }","operationName":"\ud800"}`, nil, 400},
		{"deep JSON", "POST", "", `{"query":"{ __typename }","variables":{"a":` + strings.Repeat("[", 30) + strings.Repeat("]", 30) + "}}", nil, 400},
		{"query and documentId", "POST", "", `{"query":"{ __typename }","documentId":"x"}`, nil, 400},
		{"too long", "POST", "", `{"query":"` + strings.Repeat(" ", maxBody) + `"}`, nil, 413},
		{"text/html only", "POST", "", good, map[string]string{"Accept": "text/html"}, 406},
		{"PUT", "PUT", "", good, nil, 405},
		{"DELETE", "DELETE", "", "", nil, 405},
		{"GET a mutation", "GET", "query=mutation{signOut{userErrors{code}}}", "", nil, 405},
		{"GET a subscription", "GET", "query=subscription{delegatedAdminsChanged{kind}}", "", nil, 405},
		{"GET a stream", "GET", "query={__typename}", "", map[string]string{"Accept": "text/event-stream"}, 405},
		{"GET nothing", "GET", "", "", nil, 400},
		{"GET a parameter twice", "GET", "query={__typename}&query={__typename}", "", nil, 400},
		{"GET bad variables", "GET", "query={__typename}&variables={", "", nil, 400},
		{"POST a subscription without a stream", "POST", "", `{"query":"subscription{delegatedAdminsChanged{kind}}"}`, nil, 406},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			req, _ := http.NewRequest(c.method, srv.URL+"?"+c.query, strings.NewReader(c.body))
			req.Header.Set("Content-Type", "application/json")
			for k, v := range c.header {
				if req.Header.Set(k, v); v == "" {
					req.Header.Del(k)
				}
			}
			a := mustDo(t, req)
			if a.status != c.status || a.code() != "BAD_USER_INPUT" {
				t.Errorf("status = %d, code = %s, want %d BAD_USER_INPUT: %s", a.status, a.code(), c.status, a.body)
			}
		})
	}
}

func TestHandler_DoesNotEchoValues(t *testing.T) {
	t.Parallel()
	srv, book := newServer(t, stub{}, Options{}, adele)
	const secret = "hunter2hunter2"
	for _, body := range []string{
		`{"query":"mutation{signIn(input:{password:\"` + secret + `\"`,
		`{"query":"{ __typename }","variables":{"password":"` + secret + `"`,
		`{"query":"{ __typename }","password":"` + secret + "\\q\"}",
		`{"query":"mutation { signIn(input: {userName: \"a\", password: [\"` + secret + `\"]}) { userErrors { code } } }"}`,
		`{"query":"query($n: Int = \"` + secret + `\") { delegatedAdmins(first: $n) { totalCount } }"}`,
		`{"query":"{ delegatedAdmins(first: \"` + secret + `\") { totalCount } }"}`,
		`{"query":"{ delegatedAdmins(orderBy: {field: \"` + secret + `\", direction: ASC}) { totalCount } }"}`,
		`{"query":"{ delegatedAdmins \"` + secret + `\" { totalCount } }"}`,
		`{"query":"{ offer(token: \"\\q` + secret + `\") { id } }"}`,
		`{"query":"{ offer(token: \"\\u12` + secret + `\") { id } }"}`,
		`{"query":"query($n: Int) { delegatedAdmins(first: $n) { totalCount } }","variables":{"n":"` + secret + `"}}`,
		`{"query":"query($o: DelegationOrder) { delegatedAdmins(orderBy: $o) { totalCount } }","variables":{"o":{"direction":"ASC","field":"` + secret + `"}}}`,
		`{"query":"query($f: DelegationFilter) { delegatedAdmins(filter: $f) { totalCount } }","variables":{"f":"` + secret + `"}}`,
		`{"query":"{ __typename }","operationName":"` + secret + `"}`,
		`{"documentId":"` + secret + `"}`,
	} {
		a := mustPost(t, srv.URL, body)
		if a.code() != "BAD_USER_INPUT" {
			t.Errorf("%s: code %q, want BAD_USER_INPUT: %s", body, a.code(), a.body)
		}
		if strings.Contains(a.body, secret) || strings.Contains(book.String(), secret) {
			t.Errorf("%s: the value is shown: %s %s", body, a.body, book)
		}
	}
}

func TestHandler_ServesTrustedDocuments(t *testing.T) {
	t.Parallel()
	// Far beyond the limits for documents of strangers.
	var b strings.Builder
	b.WriteString("query App { installation { initialDomain } ")
	for i := range 200 {
		fmt.Fprintf(&b, "a%d: installation { demo } ", i)
	}
	b.WriteString("}")
	text := b.String()
	sum := sha256.Sum256([]byte(text))
	id := hex.EncodeToString(sum[:])
	documents, _ := json.Marshal(map[string]string{id: text})
	srv, _ := newServer(t, stub{}, Options{Documents: documents}, viewer.Anonymous)

	if a := mustPost(t, srv.URL, object{"query": text}); a.code() != "TOO_COMPLEX" {
		t.Errorf("sent as a text: %.200s, want TOO_COMPLEX", a.body)
	}
	for range 2 {
		a := mustPost(t, srv.URL, object{"documentId": id})
		if len(a.Errors) > 0 || len(a.Data) != 201 {
			t.Errorf("sent as an id: %.200s", a.body)
		}
	}
	req, _ := http.NewRequest(http.MethodGet, srv.URL+"?documentId="+id, nil)
	if a := mustDo(t, req); len(a.Data) != 201 {
		t.Errorf("sent as an id by GET: %.200s", a.body)
	}
	for _, unknown := range []string{strings.Repeat("0", 64), strings.ToUpper(id), "sha256:" + id, " " + id} {
		if a := mustPost(t, srv.URL, object{"documentId": unknown}); a.code() != "BAD_USER_INPUT" || a.Data != nil {
			t.Errorf("%s: %.200s, want BAD_USER_INPUT", unknown, a.body)
		}
	}
}

func TestHandler_TheAppsDocumentsFitTheSchema(t *testing.T) {
	t.Parallel()
	var documents map[string]string
	if err := json.Unmarshal(frontend.Persisted, &documents); err != nil {
		t.Fatal(err)
	}
	s := NewHandler(newSchema(stub{}), Options{Documents: frontend.Persisted}).(*server)
	for id, text := range documents {
		sum := sha256.Sum256([]byte(text))
		if hex.EncodeToString(sum[:]) != id {
			t.Errorf("%s is not the SHA-256 of its document", id)
		}
		if _, errs := s.document(&request{documentID: id}, viewer.Anonymous); errs != nil {
			t.Errorf("%s: %v in %s", id, errs, text)
		}
	}
}

func TestHandler_StopsAtTheDeadline(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("waits for the deadline of 5 s")
	}
	srv, book := newServer(t, stub{node: func(ctx context.Context) (model.Node, error) {
		<-ctx.Done()
		return nil, fmt.Errorf("load: %w", ctx.Err())
	}}, Options{}, adele)
	begin := time.Now()
	a := mustPost(t, srv.URL, object{"query": `{ node(id: "x") { id } }`})
	if took := time.Since(begin); took < deadline-100*time.Millisecond || took > deadline+2*time.Second {
		t.Errorf("took %v", took)
	}
	if a.code() != "INTERNAL" || a.Errors[0].Message != slowMessage || a.status != 200 {
		t.Errorf("%d %s", a.status, a.body)
	}
	if !strings.Contains(book.String(), a.Errors[0].Extensions.RequestID) {
		t.Errorf("the log does not have the request id: %s", book)
	}
}

func TestHandler_SaysNothingOfPanics(t *testing.T) {
	t.Parallel()
	srv, book := newServer(t, stub{node: func(context.Context) (model.Node, error) { panic("the secret of the vault") }}, Options{}, adele)
	a := mustPost(t, srv.URL, object{"query": `query Vault { node(id: "x") { id } }`})
	if a.code() != "INTERNAL" || strings.Contains(a.body, "vault") || a.Errors[0].Extensions.RequestID == "" {
		t.Errorf("body = %s", a.body)
	}
	for _, want := range []string{"the secret of the vault", a.Errors[0].Extensions.RequestID, "operation=Vault", "handler_test.go", string(adele.UserID)} {
		if !strings.Contains(book.String(), want) {
			t.Errorf("the log does not have %q: %s", want, book)
		}
	}
	if a := mustPost(t, srv.URL, object{"query": "{ __typename }"}); a.body != `{"data":{"__typename":"Query"}}` {
		t.Errorf("afterwards: %s", a.body)
	}
}

func TestHandler_SurvivesAPanicOutsideResolvers(t *testing.T) {
	t.Parallel()
	book := &logBook{}
	h := NewHandler(newSchema(stub{}), Options{Log: slog.New(slog.NewTextHandler(book, nil)), RequestID: func(context.Context) string { return "req-7" }})
	r := httptest.NewRequest(http.MethodPost, "/", brokenBody{})
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != 500 || !strings.Contains(w.Body.String(), `"code":"INTERNAL"`) || !strings.Contains(w.Body.String(), `"requestId":"req-7"`) || strings.Contains(w.Body.String(), "broken") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if !strings.Contains(book.String(), "broken") {
		t.Errorf("log = %s", book)
	}
}

type brokenBody struct{}

func (brokenBody) Read([]byte) (int, error) { panic("broken") }

func TestHandler_RefusesArgumentsThatCanNotBeRead(t *testing.T) {
	t.Parallel()
	srv, _ := newServer(t, stub{}, Options{}, adele)
	for _, c := range []struct{ query, message string }{
		{`{ delegatedAdmins(after: 5) { totalCount } }`, "a Cursor is a string"},
		{`{ delegatedAdmins(first: 99999999999) { totalCount } }`, ""},
		{`{ delegatedAdmins(first: 1000000000) { totalCount } }`, "between 1 and 100"},
	} {
		a := mustPost(t, srv.URL, object{"query": c.query})
		if a.code() != "BAD_USER_INPUT" || !strings.Contains(a.body, c.message) || strings.Contains(a.body, "strconv") {
			t.Errorf("%s: %s", c.query, a.body)
		}
	}
}

func TestHandler_ShowsTheSchemaToSignedInCallersAlone(t *testing.T) {
	t.Parallel()
	inside, _ := newServer(t, stub{}, Options{}, adele)
	outside, _ := newServer(t, stub{}, Options{}, viewer.Anonymous)
	for _, query := range []string{"{ __schema { queryType { name } } }", `{ __type(name: "Query") { name } }`, `query { ...F } fragment F on Query { a: __type(name: "Query") { name } }`} {
		if a := mustPost(t, inside.URL, object{"query": query}); len(a.Errors) > 0 || !strings.Contains(a.body, `"name":"Query"`) {
			t.Errorf("signed in: %s", a.body)
		}
		if a := mustPost(t, outside.URL, object{"query": query}); a.code() != "UNAUTHENTICATED" || strings.Contains(a.body, `"name"`) {
			t.Errorf("not signed in: %s", a.body)
		}
	}
	if a := mustPost(t, outside.URL, object{"query": "{ __typename }"}); a.body != `{"data":{"__typename":"Query"}}` {
		t.Errorf("__typename, not signed in: %s", a.body)
	}
	a := mustPost(t, outside.URL, object{"query": "{ viewr { id } installation { initialDomian demo { x } } offer(tokn: 1) { id } }"})
	for _, name := range []string{"viewer", "initialDomain", "Did you mean"} {
		if strings.Contains(a.body, name) {
			t.Errorf("a suggestion: %s", a.body)
		}
	}
}

func TestHandler_AnswersTheIntrospectionQueryOfGraphiQL(t *testing.T) {
	t.Parallel()
	script := `import { getIntrospectionQuery } from 'graphql';
		process.stdout.write(JSON.stringify([{}, { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true }].map((o) => getIntrospectionQuery(o))));`
	cmd := exec.CommandContext(t.Context(), "node", "--input-type=module", "--eval", script)
	cmd.Dir = "../frontend"
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: run npm ci in frontend", err)
	}
	var queries []string
	if err := json.Unmarshal(out, &queries); err != nil {
		t.Fatal(err)
	}
	srv, _ := newServer(t, stub{}, Options{}, adele)
	for _, query := range queries {
		a := mustPost(t, srv.URL, object{"query": query, "operationName": "IntrospectionQuery"})
		if len(a.Errors) > 0 || a.Data["__schema"] == nil {
			t.Errorf("%.500s", a.body)
		}
	}
}

// list20 is the query of the hot list.
const list20 = `{ delegatedAdmins(first: 20) { edges { node { id status expiresAt roles partner { id name } acceptedBy { id displayName } } } } }`

// page20 is a full page of delegated admins.
func page20() *model.DelegationConnection {
	page := &model.DelegationConnection{PageInfo: &model.PageInfo{}}
	for i := range 20 {
		page.Edges = append(page.Edges, &model.DelegationEdge{Cursor: "c", Node: &delegation.Delegation{
			Delegation: &ent.Delegation{ID: uid.ID(fmt.Sprintf("dlg_%032d", i)), ExpiresAt: time.Date(2027, 1, 1, 0, 0, i, 0, time.UTC), RoleSet: schematype.RoleSet(31)},
			Status:     schematype.DelegationActive,
			Partner:    &ent.Partner{ID: uid.ID(fmt.Sprintf("ptn_%032d", i)), Name: "Fabrikam Services"},
			AcceptedBy: &ent.User{ID: uid.ID(fmt.Sprintf("usr_%032d", i)), DisplayName: "Adele Vance"},
		}})
	}
	return page
}

func constantPage() stub {
	page := page20()
	return stub{admins: func(context.Context, *int) (*model.DelegationConnection, error) { return page, nil }}
}

func TestHandler_AnswersTheHotList(t *testing.T) {
	t.Parallel()
	srv, _ := newServer(t, constantPage(), Options{}, adele)
	a := mustPost(t, srv.URL, object{"query": list20})
	if len(a.Errors) > 0 || strings.Count(a.body, "Fabrikam Services") != 20 {
		t.Errorf("%.500s", a.body)
	}
	var roles []string
	for _, role := range schematype.RoleSet(31).List() {
		roles = append(roles, `"`+string(role)+`"`)
	}
	if want := `"roles":[` + strings.Join(roles, ",") + `]`; len(roles) != 5 || strings.Count(a.body, want) != 20 {
		t.Errorf("%.500s, want %s", a.body, want)
	}
}

func BenchmarkHandler_HotList(b *testing.B) {
	h := NewHandler(newSchema(constantPage()), Options{})
	body, _ := json.Marshal(object{"query": list20})
	ctx := viewer.NewContext(context.Background(), adele)
	reader := bytes.NewReader(body)
	w := &discard{header: http.Header{}}
	b.ReportAllocs()
	for b.Loop() {
		reader.Reset(body)
		r, _ := http.NewRequestWithContext(ctx, http.MethodPost, "/graphql", reader)
		r.Header.Set("Content-Type", "application/json")
		h.ServeHTTP(w, r)
	}
	if w.bytes < 1000 {
		b.Fatalf("%d bytes written", w.bytes)
	}
}

func BenchmarkHandler_Typename(b *testing.B) {
	h := NewHandler(newSchema(constantPage()), Options{})
	ctx := viewer.NewContext(context.Background(), adele)
	body := []byte(`{"query":"{ __typename }"}`)
	reader := bytes.NewReader(body)
	w := &discard{header: http.Header{}}
	b.ReportAllocs()
	for b.Loop() {
		reader.Reset(body)
		r, _ := http.NewRequestWithContext(ctx, http.MethodPost, "/graphql", reader)
		r.Header.Set("Content-Type", "application/json")
		h.ServeHTTP(w, r)
	}
}

type discard struct {
	header http.Header
	bytes  int
}

func (d *discard) Header() http.Header         { return d.header }
func (d *discard) WriteHeader(int)             {}
func (d *discard) Write(p []byte) (int, error) { d.bytes = len(p); return len(p), nil }

func TestHandler_KeepsDocumentsOfSignedInCallersAlone(t *testing.T) {
	t.Parallel()
	s := NewHandler(newSchema(stub{}), Options{}).(*server)
	for i := range 2 * cachedDocuments {
		if _, errs := s.document(&request{query: fmt.Sprintf("query Q%d { __typename }", i)}, viewer.Anonymous); errs != nil {
			t.Fatal(errs)
		}
	}
	if n := s.cache.Len(); n != 0 {
		t.Errorf("%d documents of callers who are not signed in are kept", n)
	}
	long := "{ __typename " + strings.Repeat(" ", cachedLength) + "}"
	for _, query := range []string{"{ __typename }", "{ __typename }", long, "{ nothing }"} {
		_, _ = s.document(&request{query: query}, adele)
	}
	if keys := s.cache.Keys(); !slices.Equal(keys, []string{"{ __typename }"}) {
		t.Errorf("kept: %d documents", len(keys))
	}
}

func TestPublic_IsTheOnlyDoorForCallersWhoAreNotSignedIn(t *testing.T) {
	t.Parallel()
	// As the design has it: written down here a second time, so that the list can't change unseen.
	open := []string{
		"Mutation.acceptOffer", "Mutation.confirmEmailChange", "Mutation.redeemPasswordCode", "Mutation.redeemSignInLink", "Mutation.reportOffer", "Mutation.signIn", "Mutation.signOut", "Mutation.stopWeeklyDigest",
		"Query.installation", "Query.offer", "Query.viewer",
	}
	schema := NewExecutableSchema(Config{}).Schema()
	var seen []string
	for kind, root := range map[ast.Operation]*ast.Definition{ast.Query: schema.Query, ast.Mutation: schema.Mutation, ast.Subscription: schema.Subscription} {
		for _, field := range root.Fields {
			name := root.Name + "." + field.Name
			seen = append(seen, name)
			op := &graphql.OperationContext{
				Operation: &ast.OperationDefinition{Operation: kind, SelectionSet: ast.SelectionSet{&ast.InlineFragment{
					TypeCondition: root.Name,
					SelectionSet:  ast.SelectionSet{&ast.Field{Name: field.Name, Alias: "viewer", ObjectDefinition: root, Definition: field}},
				}}},
			}
			if err := admit(op, root.Name, adele); err != nil {
				t.Errorf("%s is closed to a person who is signed in: %v", name, err)
			}
			switch err := admit(op, root.Name, viewer.Anonymous); {
			case slices.Contains(open, name) && err != nil:
				t.Errorf("%s is closed to callers who are not signed in: %v", name, err)
			case !slices.Contains(open, name) && err == nil:
				t.Errorf("%s is open to callers who are not signed in", name)
			case err != nil && codeOf(err) != apperr.Unauthenticated:
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	for _, name := range open {
		if !slices.Contains(seen, name) {
			t.Errorf("%s is no field of the schema", name)
		}
	}
	for kind, fields := range public {
		for _, field := range fields {
			if field != "__typename" && !slices.ContainsFunc(open, func(name string) bool { return strings.EqualFold(name, string(kind)+"."+field) }) {
				t.Errorf("%s %s is on the list and not in the schema", kind, field)
			}
		}
	}
}

// The same through HTTP: with fragments, aliases and what is left out.
func TestHandler_LetsStrangersInByTheListAlone(t *testing.T) {
	t.Parallel()
	ran := false
	srv, _ := newServer(t, stub{node: func(context.Context) (model.Node, error) { ran = true; return nil, nil }}, Options{}, viewer.Anonymous)
	for _, c := range []struct{ query, code string }{
		{`{ viewer { canManageOffers } installation { demo } offer(token: "x") { id } __typename }`, ""},
		{`mutation { signOut { userErrors { code } } }`, ""},
		{`{ node(id: "x") { id } }`, "UNAUTHENTICATED"},
		{`{ viewer: node(id: "x") { id } }`, "UNAUTHENTICATED"},
		{`{ viewer { canManageOffers } ... { ...F } } fragment F on Query { node(id: "x") { id } }`, "UNAUTHENTICATED"},
		{`query($no: Boolean = false) { viewer { canManageOffers } node(id: "x") @include(if: $no) { id } }`, ""},
		{`query($no: Boolean = true) { viewer { canManageOffers } node(id: "x") @include(if: $no) { id } }`, "UNAUTHENTICATED"},
		{`mutation { deleteDelegation(input: {id: "x"}) { userErrors { code } } }`, "UNAUTHENTICATED"},
		{`{ __schema { queryType { name } } }`, "UNAUTHENTICATED"},
	} {
		if a := mustPost(t, srv.URL, object{"query": c.query}); a.code() != c.code {
			t.Errorf("%s: %s, want %q", c.query, a.body, c.code)
		}
	}
	if ran {
		t.Error("a closed field ran")
	}
	req, _ := http.NewRequest(http.MethodPost, srv.URL, strings.NewReader(`{"query":"{ products { id } }"}`))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/graphql-response+json")
	if a := mustDo(t, req); a.status != 401 {
		t.Errorf("status = %d, want 401", a.status)
	}
}
