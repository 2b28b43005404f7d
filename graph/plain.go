package graph

import (
	"bytes"
	"context"
	"io"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"delegatedadmin.example/ent/schema/schematype"
)

// What a resolver returned is written at once where nothing that is asked of it has a resolver of its own: a page of
// rows, or what came of a mutation. gqlgen would walk it field by field, with a context for each value and a goroutine
// for each row, which costs several times as much as reading the page. It still does for everything else, and for a
// value that must not be null and is: it knows how to report that.

// plan is how the fields asked of an object are written.
type plan []planned

// planned is one field of a plan.
type planned struct {
	key     string // the alias as JSON, with the colon
	literal string // of __typename
	of      source
	is      *ast.Type
	inner   plan // of an object or a list of objects
}

// source is where the value of a field lies in a Go struct. Roles are told by a method.
type source struct {
	index []int
	roles bool
}

// ready is JSON that is written.
type ready []byte

// MarshalGQL writes it.
func (w ready) MarshalGQL(to io.Writer) { _, _ = to.Write(w) }

// plainly writes what a field's resolver returned; nil when gqlgen has to.
func (s *server) plainly(ctx context.Context, value any) graphql.Marshaler {
	field, v := graphql.GetFieldContext(ctx).Field, reflect.ValueOf(value)
	if object := v.Kind() == reflect.Pointer && len(field.Selections) > 0; !object && v.Kind() != reflect.Slice || v.IsNil() {
		return nil
	}
	inner, ok := s.plan(graphql.GetOperationContext(ctx), field.Selections, field.Definition.Type, v.Type())
	if !ok {
		return nil
	}
	b, ok := appendValue(make([]byte, 0, 1<<10), v, field.Definition.Type, inner)
	if !ok {
		return nil
	}
	return ready(b)
}

// plan makes the plan for what is asked of a type; false when part of it has a resolver.
func (s *server) plan(op *graphql.OperationContext, asked ast.SelectionSet, is *ast.Type, in reflect.Type) (plan, bool) {
	for is.Elem != nil {
		if in.Kind() != reflect.Slice {
			return nil, false
		}
		is, in = is.Elem, in.Elem()
	}
	if in.Kind() == reflect.Pointer {
		in = in.Elem()
	}
	of := s.schema.Types[is.NamedType]
	if of.Kind == ast.Enum || of.Kind == ast.Scalar {
		return nil, true
	}
	if of.Kind != ast.Object || in.Kind() != reflect.Struct {
		return nil, false
	}
	fields := graphql.CollectFields(op, asked, append([]string{of.Name}, of.Interfaces...))
	p := make(plan, 0, len(fields))
	for _, f := range fields {
		next := planned{key: strconv.Quote(f.Alias) + ":"}
		if f.Name == "__typename" {
			next.literal = strconv.Quote(of.Name)
			p = append(p, next)
			continue
		}
		var ok bool
		if next.of, ok = sourceOf(of.Name, in, f.Name); !ok || len(f.Definition.Arguments) > 0 {
			return nil, false
		}
		next.is = f.Definition.Type
		if len(f.Selections) > 0 {
			if next.inner, ok = s.plan(op, f.Selections, next.is, in.FieldByIndex(next.of.index).Type); !ok {
				return nil, false
			}
		}
		p = append(p, next)
	}
	return p, true
}

// sourcesFound remembers what sourceOf found: a source, or nil.
var sourcesFound sync.Map

type sourceKey struct {
	object string
	in     reflect.Type
	field  string
}

// sourceOf finds where a field of an object lies in its struct, as gqlgen binds it: by name, the shallowest first. Fields
// with resolvers have none.
func sourceOf(object string, in reflect.Type, field string) (source, bool) {
	key := sourceKey{object, in, field}
	known, ok := sourcesFound.Load(key)
	if !ok {
		known = findSource(key)
		sourcesFound.Store(key, known)
	}
	found, ok := known.(*source)
	if !ok || found == nil {
		return source{}, false
	}
	return *found, true
}

type withRoles interface{ Roles() []schematype.Role }

func findSource(k sourceKey) *source {
	if hasResolver(k.object, k.field) {
		return nil
	}
	same := func(name string) bool { return strings.EqualFold(name, k.field) }
	if f, ok := k.in.FieldByNameFunc(same); ok && f.IsExported() {
		return &source{index: f.Index}
	}
	if same("roles") && reflect.PointerTo(k.in).Implements(reflect.TypeFor[withRoles]()) {
		return &source{roles: true}
	}
	return nil
}

// hasResolver tells whether gqlgen calls a resolver for a field of an object.
func hasResolver(object, field string) bool {
	of, ok := reflect.TypeFor[ResolverRoot]().MethodByName(object)
	if !ok {
		return false
	}
	resolver := of.Type.Out(0)
	for i := range resolver.NumMethod() {
		if strings.EqualFold(resolver.Method(i).Name, field) {
			return true
		}
	}
	return false
}

// appendValue appends a value of a type; false when it is null and must not be.
func appendValue(b []byte, v reflect.Value, is *ast.Type, inner plan) ([]byte, bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, "null"...), !is.NonNull
		}
		return appendValue(b, v.Elem(), is, inner)
	case reflect.Slice:
		if v.IsNil() && !is.NonNull {
			return append(b, "null"...), true
		}
		b = append(b, '[')
		for i := range v.Len() {
			if i > 0 {
				b = append(b, ',')
			}
			var ok bool
			if b, ok = appendValue(b, v.Index(i), is.Elem, inner); !ok {
				return b, false
			}
		}
		return append(b, ']'), true
	case reflect.String:
		return appendText(b, v.String()), true
	case reflect.Bool:
		return strconv.AppendBool(b, v.Bool()), true
	case reflect.Int, reflect.Int32, reflect.Int64:
		return strconv.AppendInt(b, v.Int(), 10), true
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			at, _ := reflect.TypeAssert[time.Time](v)
			return appendTime(b, at), true
		}
		return inner.append(b, v)
	default:
		return b, false
	}
}

// append appends the object in v, which can be addressed.
func (p plan) append(b []byte, v reflect.Value) ([]byte, bool) {
	if p == nil {
		return b, false
	}
	b = append(b, '{')
	for i, f := range p {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, f.key...)
		ok := true
		switch {
		case f.literal != "":
			b = append(b, f.literal...)
		case f.of.roles:
			b = appendRoles(b, v.Addr().Interface().(withRoles).Roles())
		default:
			b, ok = appendValue(b, v.FieldByIndex(f.of.index), f.is, f.inner)
		}
		if !ok {
			return b, false
		}
	}
	return append(b, '}'), true
}

func appendRoles(b []byte, roles []schematype.Role) []byte {
	b = append(b, '[')
	for i, role := range roles {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendText(b, string(role))
	}
	return append(b, ']')
}

// appendText appends a string as gqlgen writes it.
func appendText(b []byte, text string) []byte {
	if strings.ContainsFunc(text, func(c rune) bool { return c < ' ' || c == '"' || c == '\\' }) {
		var quoted bytes.Buffer
		graphql.MarshalString(text).MarshalGQL(&quoted)
		return append(b, quoted.Bytes()...)
	}
	return append(append(append(b, '"'), text...), '"')
}

// appendTime appends a DateTime, as model.MarshalDateTime writes it.
func appendTime(b []byte, t time.Time) []byte {
	return append(t.UTC().Truncate(time.Microsecond).AppendFormat(append(b, '"'), time.RFC3339Nano), '"')
}
