package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/viewer"
)

// deadline is how long a query or a mutation may take.
const deadline = 5 * time.Second

// The cache of parsed documents: how many, and how long the longest is. Together they bound its memory.
const (
	cachedDocuments = 256
	cachedLength    = 4 << 10
)

// Options of the handler. The zero value works.
type Options struct {
	// Documents are the trusted documents, a JSON object: the lower-case hexadecimal SHA-256 of each document → its
	// text. A request names one in documentId. They were written with the app, so the limits on cost don't count for them.
	Documents []byte
	// Log takes internal errors; slog.Default by default.
	Log *slog.Logger
	// RequestID tells the id of the request that ctx belongs to. By default each internal error gets one of its own.
	RequestID func(ctx context.Context) string
	// SessionEnded returns a channel that is closed when the session of ctx's viewer has ended: by sign-out,
	// revocation or time. It is asked once for each stream and websocket, which then end; ctx ends with them. Nil: sessions never end.
	SessionEnded func(ctx context.Context) <-chan struct{}
	// Stopping is closed when the server stops. Streams and websockets end then.
	Stopping <-chan struct{}
	// Origins are hosts, beside the request's own, whose pages may open a websocket.
	Origins []string
}

// server answers GraphQL requests of any transport.
type server struct {
	Options
	reporter
	schema *ast.Schema
	exec   *executor.Executor
	rules  *rules.Rules

	trusted map[string]*document          // by id
	cache   *lru.Cache[string, *document] // by text
	fields  graphql.FieldMiddleware
	roots   graphql.RootFieldMiddleware
	streams streams
}

// NewHandler serves schema over HTTP: POST and GET with JSON, server-sent events, and graphql-transport-ws. The caller is the
// viewer of the request's context.
func NewHandler(schema graphql.ExecutableSchema, o Options) http.Handler {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.RequestID == nil {
		o.RequestID = newRequestID
	}
	s := &server{
		Options:  o,
		reporter: reporter{log: o.Log, requestID: o.RequestID},
		schema:   schema.Schema(),
		exec:     executor.New(schema),
		rules:    rules.NewDefaultRules(),
		trusted:  map[string]*document{},
		roots:    func(ctx context.Context, next graphql.RootResolver) graphql.Marshaler { return next(ctx) },
	}
	s.cache, _ = lru.New[string, *document](cachedDocuments) // fails only for a size below 1
	s.fields = s.resolve
	s.exec.SetErrorPresenter(s.present)
	s.exec.SetRecoverFunc(recovered)

	// Suggestions tell names of the schema to callers who may not read it, and cost more than the rest of validation.
	s.rules.ReplaceRule(rules.FieldsOnCorrectTypeRule.Name, rules.FieldsOnCorrectTypeRuleWithoutSuggestions.RuleFunc)
	s.rules.ReplaceRule(rules.KnownArgumentNamesRule.Name, rules.KnownArgumentNamesRuleWithoutSuggestions.RuleFunc)
	s.rules.ReplaceRule(rules.KnownTypeNamesRule.Name, rules.KnownTypeNamesRuleWithoutSuggestions.RuleFunc)
	s.rules.ReplaceRule(rules.ScalarLeafsRule.Name, rules.ScalarLeafsRuleWithoutSuggestions.RuleFunc)
	s.rules.ReplaceRule(rules.ValuesOfCorrectTypeRule.Name, rules.ValuesOfCorrectTypeRuleWithoutSuggestions.RuleFunc)

	if len(o.Documents) > 0 {
		var documents map[string]string
		if err := json.Unmarshal(o.Documents, &documents); err != nil {
			panic(fmt.Errorf("graph: the trusted documents are not a JSON object of texts: %w", err)) // a fault of the build
		}
		for id, text := range documents {
			s.trusted[id] = &document{text: text, trusted: true}
		}
	}
	return s
}

// document is a GraphQL document, ready to run.
type document struct {
	text    string
	trusted bool
	once    sync.Once // for trusted documents, which are read when they are first asked for

	ast  *ast.QueryDocument
	errs gqlerror.List
}

// request is what a caller sends, by any transport.
type request struct {
	query, documentID, operationName string
	variables, extensions            map[string]any
}

// operation makes req ready to run: finds its document, reads the variables, and checks what the caller may ask for.
// The errors may be shown as they are.
func (s *server) operation(ctx context.Context, req *request) (*graphql.OperationContext, gqlerror.List) {
	who := viewer.FromContext(ctx)
	doc, errs := s.document(req, who)
	if errs != nil {
		return nil, errs
	}
	definition := doc.ast.Operations.ForName(req.operationName)
	if definition == nil {
		if req.operationName == "" {
			return nil, gqlerror.List{refusal(apperr.BadUserInput, "The document has several operations: name one in operationName.")}
		}
		return nil, gqlerror.List{refusal(apperr.BadUserInput, "The document has no operation of this operationName.")}
	}

	op := &graphql.OperationContext{
		RawQuery:               doc.text,
		OperationName:          req.operationName,
		Extensions:             req.extensions,
		Doc:                    doc.ast,
		Operation:              definition,
		DisableIntrospection:   !who.SignedIn(),
		RecoverFunc:            recovered,
		ResolverMiddleware:     s.fields,
		RootResolverMiddleware: s.roots,
	}
	var err error
	if op.Variables, err = validator.VariableValues(s.schema, definition, req.variables); err != nil {
		return nil, gqlerror.List{variableError(err)}
	}
	if err := admit(op, s.root(definition).Name, who); err != nil {
		return nil, gqlerror.List{err}
	}
	if definition.Operation == ast.Subscription && len(graphql.CollectFields(op, definition.SelectionSet, []string{s.schema.Subscription.Name})) != 1 {
		// The validator takes one field under two aliases, or under @skip, for one.
		return nil, gqlerror.List{refusal(apperr.BadUserInput, "A subscription asks for one field, neither more nor fewer.")}
	}
	if !doc.trusted {
		m := meter{variables: op.Variables}
		if cost := m.set(definition.SelectionSet); cost > maxComplexity {
			return nil, gqlerror.List{tooComplex("The answer may hold too much: ask for smaller pages or fewer fields.")}
		}
	}
	return op, nil
}

func (s *server) root(op *ast.OperationDefinition) *ast.Definition {
	switch op.Operation {
	case ast.Mutation:
		return s.schema.Mutation
	case ast.Subscription:
		return s.schema.Subscription
	default:
		return s.schema.Query
	}
}

// document finds the document that req names or carries.
func (s *server) document(req *request, who viewer.Viewer) (*document, gqlerror.List) {
	if req.documentID != "" {
		doc := s.trusted[req.documentID]
		if doc == nil {
			return nil, gqlerror.List{refusal(apperr.BadUserInput, "There is no document of this documentId. Reload the page if it has been open for long.")}
		}
		doc.once.Do(func() {
			if s.read(doc); doc.errs != nil { // the app was built for another schema
				s.log.Error("graphql: a trusted document does not fit the schema", "id", req.documentID, "error", doc.errs)
			}
		})
		return doc, doc.errs
	}
	if doc, ok := s.cache.Get(req.query); ok {
		return doc, nil
	}
	doc := &document{text: req.query}
	if s.read(doc); doc.errs != nil {
		return nil, doc.errs
	}
	// A caller who is not signed in can't push the documents of others out.
	if len(req.query) <= cachedLength && who.SignedIn() {
		s.cache.Add(req.query, doc)
	}
	return doc, nil
}

// read parses and validates doc, and checks its shape in between: validation is where a bad shape gets expensive.
func (s *server) read(doc *document) {
	limit := maxTokens
	if doc.trusted {
		limit = 0
	}
	parsed, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: doc.text}, limit)
	if err != nil {
		doc.errs = gqlerror.List{syntaxError(err)}
		return
	}
	if len(parsed.Operations) == 0 {
		doc.errs = gqlerror.List{refusal(apperr.BadUserInput, "The document has no operation.")}
		return
	}
	if !doc.trusted {
		if err := guardDocument(parsed); err != nil {
			doc.errs = gqlerror.List{err}
			return
		}
	}
	if errs := validator.ValidateWithRules(s.schema, parsed, s.rules); len(errs) > 0 {
		doc.errs = validationErrors(errs)
		return
	}
	doc.ast = parsed
}

// execute runs a query or a mutation.
func (s *server) execute(ctx context.Context, op *graphql.OperationContext) *graphql.Response {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	next, ctx := s.exec.DispatchOperation(withPages(ctx), op)
	resp := next(ctx)
	if resp == nil { // it was over before it began
		err := ctx.Err()
		if err == nil {
			err = fmt.Errorf("graph: the operation gave no answer")
		}
		return failed(s.present(graphql.WithOperationContext(ctx, op), err))
	}
	return resp
}

// resolve stands between gqlgen and each field: it writes what needs no more resolvers.
func (s *server) resolve(ctx context.Context, next graphql.Resolver) (any, error) {
	value, err := next(ctx)
	if err != nil || value == nil {
		return value, err
	}
	if plain := s.plainly(ctx, value); plain != nil {
		return plain, nil
	}
	return value, nil
}

// failed is a response of errors alone.
func failed(errs ...*gqlerror.Error) *graphql.Response { return &graphql.Response{Errors: errs} }

// sessionEnded tells when the session of ctx's viewer ends.
func (s *server) sessionEnded(ctx context.Context) <-chan struct{} {
	if s.SessionEnded == nil {
		return nil
	}
	return s.SessionEnded(ctx)
}

func sessionOver() *gqlerror.Error {
	return refusal(apperr.Unauthenticated, "Your session has ended. Sign in again.")
}

func tooManyStreams() *gqlerror.Error {
	return refusal(apperr.RateLimited, "You have too many streams open: %d at most. Close a window and try again.", maxStreams)
}

// maxStreams is how many streams one person may hold open, over all their windows.
const maxStreams = 20

// streams counts the open streams of each person.
type streams struct {
	mu   sync.Mutex
	open map[uid.ID]int
}

// take opens a stream for a person, unless they have too many.
func (s *streams) take(user uid.ID) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open[user] >= maxStreams {
		return false
	}
	if s.open == nil {
		s.open = map[uid.ID]int{}
	}
	s.open[user]++
	return true
}

func (s *streams) give(user uid.ID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open[user]--; s.open[user] == 0 {
		delete(s.open, user)
	}
}
