package graph

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// everything asks for all fields of a type that have no resolver: nothing here would answer those.
func everything(schema *ast.Schema, of string) string {
	var out strings.Builder
	out.WriteString("{ __typename")
	for _, f := range schema.Types[of].Fields {
		if hasResolver(of, f.Name) || strings.HasPrefix(f.Name, "__") {
			continue
		}
		out.WriteString(" " + f.Name)
		if schema.Types[f.Type.Name()].Kind == ast.Object {
			out.WriteString(everything(schema, f.Type.Name()))
		}
	}
	return out.String() + " }"
}

// fill gives each value below v one of its own.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n)
		fill(v.Index(1), n)
	case reflect.String:
		v.SetString(fmt.Sprintf("WORD_%d", *n))
		if v.Type() == reflect.TypeFor[string]() {
			v.SetString(fmt.Sprintf("“%d” <&> \"quoted\" \\ \n\t\x01 é 😀", *n))
		}
	case reflect.Bool:
		v.SetBool(*n%2 == 0)
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(int64(*n))
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(2026, 1, 2, 3, 4, 5, *n*1001, time.FixedZone("", 3600))))
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Edges" {
				fill(v.Field(i), n)
			}
		}
	}
}

func filled[T any]() *T {
	v, n := new(T), 0
	fill(reflect.ValueOf(v).Elem(), &n)
	return v
}

// What is written at once reads byte for byte as gqlgen writes it, errors included.
func TestPlain_IsWhatGqlgenWrites(t *testing.T) {
	t.Parallel()
	rows := []*delegation.Delegation{filled[delegation.Delegation](), filled[delegation.Delegation]()}
	rows[1].TerminatedAt, rows[1].TerminatedBy, rows[1].TerminationReason = nil, nil, nil
	broken := filled[delegation.Delegation]()
	broken.Partner = nil // which must not be
	s := stub{
		admins: func(_ context.Context, first *int) (*model.DelegationConnection, error) {
			page := &store.Page[*delegation.Delegation]{Items: rows, Cursors: []store.Cursor{"a", "b"}, HasNext: true}
			if first != nil && *first == 1 {
				page.Items = []*delegation.Delegation{rows[0], broken}
			}
			return &model.DelegationConnection{Edges: []*model.DelegationEdge{
				{Cursor: "a", Node: page.Items[0]}, {Cursor: "b", Node: page.Items[1]},
			}, PageInfo: filled[model.PageInfo](), TotalCount: 7}, nil
		},
		offer: func(token string) *delegation.Offer {
			switch token {
			case "filled":
				return filled[delegation.Offer]()
			case "bare":
				return &delegation.Offer{Offer: &ent.Offer{}, Partner: &ent.Partner{}, Terms: &ent.Terms{}}
			case "broken":
				return &delegation.Offer{Offer: &ent.Offer{}, Partner: &ent.Partner{}}
			}
			return nil
		},
		node: func(context.Context) (model.Node, error) {
			e := filled[audit.Recorded]()
			e.ID = adele.UserID
			return e, nil
		},
	}
	o := Options{Log: slog.New(slog.DiscardHandler), RequestID: func(context.Context) string { return "req-7" }}
	plain, walked := NewHandler(newSchema(s), o).(*server), NewHandler(newSchema(s), o).(*server)
	var written atomic.Int64
	plain.fields = func(ctx context.Context, next graphql.Resolver) (any, error) {
		value, err := plain.resolve(ctx, next)
		if _, ok := value.(ready); ok {
			written.Add(1)
		}
		return value, err
	}
	walked.fields = func(ctx context.Context, next graphql.Resolver) (any, error) { return next(ctx) }

	all := func(of string) string { return everything(plain.schema, of) }
	for _, c := range []struct {
		document string
		once     bool
		variable string
	}{
		{document: `{ delegatedAdmins ` + all("DelegationConnection") + ` }`, once: true},
		{document: `{ delegatedAdmins(first: 1) ` + all("DelegationConnection") + ` }`},
		{document: `{ offer(token: "filled") ` + all("Offer") + ` }`, once: true},
		{document: `{ offer(token: "bare") ` + all("Offer") + ` }`, once: true},
		{document: `{ offer(token: "broken") ` + all("Offer") + ` }`},
		{document: `{ offer(token: "none") ` + all("Offer") + ` }`},
		{document: `{ node(id: "` + string(adele.UserID) + `") { id ... on AuditEvent ` + all("AuditEvent") + ` } }`},
		{document: `query($yes: Boolean!) { o: offer(token: "filled") { a: id id b: partner { x: name @include(if: $yes) domain @skip(if: $yes) }
			...F ... on Offer { status b: partner { id } } sentBy @skip(if: $yes) } } fragment F on Offer { status requestedRoles ... on Node { id } }`, once: true, variable: "yes"},
	} {
		written.Store(0)
		got, want := say(t, plain, c.document, c.variable), say(t, walked, c.document, c.variable)
		if got != want {
			t.Errorf("%s\n is written %s\n gqlgen has %s", c.document, got, want)
		}
		if n := written.Load(); c.once && n != 1 {
			t.Errorf("%s: %d values were written at once, want the whole", c.document, n)
		}
	}
}

func say(t *testing.T, s *server, document, variable string) string {
	t.Helper()
	body := fmt.Sprintf(`{"query":%q,"variables":{%q:true}}`, document, variable)
	if variable == "" {
		body = fmt.Sprintf(`{"query":%q}`, document)
	}
	r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r.WithContext(viewer.NewContext(r.Context(), adele)))
	return w.Body.String()
}
