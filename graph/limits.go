package graph

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"delegatedadmin.example/internal/apperr"
)

// What a request may ask for. Each limit holds before the work that it bounds is begun; the order is: bytes, tokens,
// the shape of the document, validation, complexity.
const (
	maxBody       = 64 << 10 // bytes of a request
	maxTokens     = 1000     // of a document
	maxOperations = 20       // in a document
	maxName       = 128      // bytes of a name
	maxDepth      = 12       // of fields in fields, after fragments
	maxNesting    = 25       // of selection sets of any kind: fragments count too
	maxNodes      = 2000     // fields and fragments of all operations, after fragments
	maxRepeats    = 8        // of one response name in one selection set
	maxAliases    = 30
	maxDirectives = 20
	maxComplexity = 5000 // objects and values that an answer may hold

	// Introspection has limits of its own: it nests deeper than any data, and its lists do not page.
	maxIntrospectionDepth = 20
	maxIntrospectionNodes = 400
	maxIntrospections     = 3 // of __schema and __type in an operation
)

// shape is what the guard measures of a selection set, with everything that its fragments bring.
type shape struct {
	nodes, depth, nesting, fields int
	// Of what stands under __schema and __type.
	introspections, introspectionNodes, introspectionDepth int

	lists     uint8 // which of schemaLists are here
	squared   bool  // one of them contains itself or has an alias, so that it would be listed time and again
	schemaToo bool  // that happens under __schema or __type
}

// schemaLists are the fields of introspection that answer with lists.
var schemaLists = []string{"types", "fields", "args", "inputFields", "enumValues", "interfaces", "possibleTypes", "directives"}

// add counts b beside a. Sums stop at the largest number instead of turning over.
func (a *shape) add(b shape) {
	a.nodes = plus(a.nodes, b.nodes)
	a.fields = plus(a.fields, b.fields)
	a.depth = max(a.depth, b.depth)
	a.nesting = max(a.nesting, b.nesting)
	a.introspections = plus(a.introspections, b.introspections)
	a.introspectionNodes = plus(a.introspectionNodes, b.introspectionNodes)
	a.introspectionDepth = max(a.introspectionDepth, b.introspectionDepth)
	a.lists |= b.lists
	a.squared = a.squared || b.squared
	a.schemaToo = a.schemaToo || b.schemaToo
}

func plus(a, b int) int {
	if a > math.MaxInt32-b {
		return math.MaxInt32
	}
	return a + b
}

func times(a, b int) int {
	if a != 0 && b > math.MaxInt32/a {
		return math.MaxInt32
	}
	return a * b
}

// guard checks the shape of a document that was parsed and not validated yet. Its own work grows with the length of
// the document alone: every fragment is measured once, however often it is spread. The validator's and gqlgen's work
// can double with each fragment, so nothing may reach them before it was here.
type guard struct {
	fragments  map[string]*ast.FragmentDefinition
	measured   map[string]*shape // nil while a fragment is being measured
	aliases    int
	directives int
	err        *gqlerror.Error
}

// guardDocument refuses a document whose shape is out of bounds.
func guardDocument(doc *ast.QueryDocument) *gqlerror.Error {
	if len(doc.Operations) > maxOperations {
		return tooComplex("The document has too many operations: %d at most.", maxOperations)
	}
	g := guard{fragments: make(map[string]*ast.FragmentDefinition, len(doc.Fragments)), measured: map[string]*shape{}}
	for _, f := range doc.Fragments {
		if _, twice := g.fragments[f.Name]; twice {
			return at(refusal(apperr.BadUserInput, "There are two fragments of one name."), f.Position)
		}
		g.fragments[f.Name] = f
	}

	nodes := 0
	for _, op := range doc.Operations {
		g.name(op.Name, op.Position)
		for _, v := range op.VariableDefinitions {
			g.name(v.Variable, v.Position)
			g.directive(v.Directives)
		}
		g.directive(op.Directives)
		s := g.set(op.SelectionSet, map[string]int{})
		if op.Operation == ast.Mutation && s.fields > 1 {
			g.fail(op.Position, "A request carries one mutation field.")
		}
		g.check(s, op.Position)
		nodes = plus(nodes, s.nodes)
	}
	for _, f := range doc.Fragments {
		// Also those that no operation uses: the validator reads them too. How deep fields nest is for the operation
		// to answer for, which alone knows whether they are of the schema or of data.
		s := g.fragment(f)
		g.check(shape{nodes: s.nodes, nesting: s.nesting}, f.Position)
	}
	if nodes > maxNodes {
		g.fail(nil, "The document asks for too much: %d fields at most, counting those of fragments.", maxNodes)
	}
	if g.aliases > maxAliases {
		g.fail(nil, "The document has too many aliases: %d at most.", maxAliases)
	}
	if g.directives > maxDirectives {
		g.fail(nil, "The document has too many directives: %d at most.", maxDirectives)
	}
	return g.err
}

func (g *guard) check(s shape, pos *ast.Position) {
	switch {
	case s.nodes > maxNodes:
		g.fail(pos, "The document asks for too much: %d fields at most, counting those of fragments.", maxNodes)
	case s.depth > maxDepth:
		g.fail(pos, "The document nests too deep: %d fields at most.", maxDepth)
	case s.nesting > maxNesting:
		g.fail(pos, "The document nests too deep: %d selection sets at most.", maxNesting)
	case s.schemaToo || s.introspections > maxIntrospections || s.introspectionNodes > maxIntrospectionNodes || s.introspectionDepth > maxIntrospectionDepth:
		g.fail(pos, "The document asks for too much of the schema at once.")
	}
}

// set measures a selection set. names counts the response names of the field that it belongs to: an inline fragment
// shares them with what is around it.
func (g *guard) set(set ast.SelectionSet, names map[string]int) shape {
	var s shape
	if len(set) == 0 || g.err != nil {
		return s
	}
	for _, selection := range set {
		switch x := selection.(type) {
		case *ast.Field:
			s.add(g.field(x, names))
		case *ast.InlineFragment:
			g.directive(x.Directives)
			s.nodes = plus(s.nodes, 1)
			s.add(g.set(x.SelectionSet, names))
		case *ast.FragmentSpread:
			g.name(x.Name, x.Position)
			g.directive(x.Directives)
			s.nodes = plus(s.nodes, 1)
			if f := g.fragments[x.Name]; f != nil { // else the validator says so
				s.add(g.fragment(f))
			}
		}
	}
	s.nesting++
	return s
}

func (g *guard) field(f *ast.Field, names map[string]int) shape {
	g.name(f.Name, f.Position)
	g.name(f.Alias, f.Position)
	g.directive(f.Directives)
	if f.Alias != f.Name {
		g.aliases++
	}
	if names[f.Alias]++; names[f.Alias] > maxRepeats {
		g.fail(f.Position, "A field is repeated too often: %d times at most.", maxRepeats)
	}
	inner := g.set(f.SelectionSet, map[string]int{})
	if f.Name == "__schema" || f.Name == "__type" {
		return shape{
			nodes: 1, fields: 1, depth: 1, nesting: inner.nesting,
			introspections: 1, introspectionNodes: inner.nodes, introspectionDepth: inner.depth, schemaToo: inner.squared,
		}
	}
	if i := slices.Index(schemaLists, f.Name); i >= 0 {
		list := uint8(1) << i
		inner.squared = inner.squared || inner.lists&list != 0 || f.Alias != f.Name
		inner.lists |= list
	}
	inner.nodes = plus(inner.nodes, 1)
	inner.depth++
	inner.fields = 1
	if f.Name == "__typename" {
		inner.fields = 0 // costs nothing, so it may stand beside the one mutation field
	}
	return inner
}

func (g *guard) fragment(f *ast.FragmentDefinition) shape {
	if s, seen := g.measured[f.Name]; seen {
		if s == nil {
			if g.err == nil {
				g.err = at(refusal(apperr.BadUserInput, "A fragment contains itself."), f.Position)
			}
			return shape{}
		}
		return *s
	}
	g.measured[f.Name] = nil
	g.name(f.Name, f.Position)
	g.directive(f.Directives)
	s := g.set(f.SelectionSet, map[string]int{})
	g.measured[f.Name] = &s
	return s
}

func (g *guard) directive(list ast.DirectiveList) {
	g.directives += len(list)
	for _, d := range list {
		g.name(d.Name, d.Position)
		if d.Name == "defer" && g.err == nil {
			g.err = at(refusal(apperr.BadUserInput, "@defer is not supported."), d.Position)
		}
	}
}

func (g *guard) name(name string, pos *ast.Position) {
	if len(name) > maxName {
		g.fail(pos, "A name is too long: %d bytes at most.", maxName)
	}
}

func (g *guard) fail(pos *ast.Position, format string, args ...any) {
	if g.err == nil {
		g.err = at(tooComplex(format, args...), pos)
	}
}

func tooComplex(format string, args ...any) *gqlerror.Error {
	return refusal(apperr.TooComplex, format, args...)
}

// The sizes that complexity takes for lists.
const (
	pageSize    = 20  // of a connection, unless first or last says another
	maxPageSize = 100 // services refuse more
	listSize    = 10  // of a list that does not page
)

// meter estimates how many objects and values the answer to a validated operation may hold.
type meter struct {
	variables map[string]any
	fragments map[*ast.FragmentDefinition]int
	varies    bool // whether variables make a difference
}

func (m *meter) set(set ast.SelectionSet) int {
	sum := 0
	for _, selection := range set {
		switch x := selection.(type) {
		case *ast.Field:
			sum = plus(sum, m.field(x))
		case *ast.InlineFragment:
			sum = plus(sum, m.set(x.SelectionSet))
		case *ast.FragmentSpread:
			cost, known := m.fragments[x.Definition]
			if !known {
				cost = m.set(x.Definition.SelectionSet)
				if m.fragments == nil {
					m.fragments = map[*ast.FragmentDefinition]int{}
				}
				m.fragments[x.Definition] = cost
			}
			sum = plus(sum, cost)
		}
	}
	return sum
}

func (m *meter) field(f *ast.Field) int {
	if len(f.SelectionSet) == 0 || f.Name == "__schema" || f.Name == "__type" {
		return 1 // the guard bounds introspection
	}
	return plus(1, times(m.size(f), m.set(f.SelectionSet)))
}

// size is how many objects a field may answer with.
func (m *meter) size(f *ast.Field) int {
	d := f.Definition
	switch {
	case d.Arguments.ForName("first") != nil:
		size := -1
		for _, name := range []string{"first", "last"} {
			if n, ok := m.number(f.Arguments.ForName(name)); ok {
				size = max(size, n)
			}
		}
		if size < 0 {
			size = pageSize
		}
		return min(max(size, 1), maxPageSize)
	case d.Arguments.ForName("ids") != nil:
		return m.length(f.Arguments.ForName("ids"))
	case d.Arguments.ForName("checks") != nil:
		return m.length(f.Arguments.ForName("checks"))
	case d.Type.Elem != nil && d.Name != "edges" && d.Name != "nodes": // a connection has counted those
		return listSize
	default:
		return 1
	}
}

// number reads a whole number given for an argument; one that is no number is for the resolver to refuse.
func (m *meter) number(arg *ast.Argument) (int, bool) {
	if arg == nil {
		return 0, false
	}
	var text string
	switch arg.Value.Kind {
	case ast.IntValue:
		text = arg.Value.Raw
	case ast.Variable:
		m.varies = true
		switch v := m.variables[arg.Value.Raw].(type) {
		case int64:
			return int(min(max(v, 0), math.MaxInt32)), true
		case json.Number:
			text = string(v)
		case string:
			text = v
		default:
			return 0, false
		}
	default:
		return 0, false
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return maxPageSize, true
	}
	return min(max(n, 0), math.MaxInt32), true
}

// length is how many ids a field is asked for.
func (m *meter) length(arg *ast.Argument) int {
	if arg == nil {
		return 1
	}
	switch arg.Value.Kind {
	case ast.ListValue:
		return max(len(arg.Value.Children), 1)
	case ast.Variable:
		m.varies = true
		if list, ok := m.variables[arg.Value.Raw].([]any); ok {
			return max(len(list), 1)
		}
	}
	return 1
}
