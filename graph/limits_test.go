package graph

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/viewer"
)

func mustParse(tb testing.TB, text string) *ast.QueryDocument {
	tb.Helper()
	doc, err := parser.ParseQuery(&ast.Source{Input: text})
	if err != nil {
		tb.Fatalf("%v in %.200s", err, text)
	}
	return doc
}

// fragmentChain spreads each of its fragments twice in the one before: its fields double with each level.
func fragmentChain(levels int) string {
	var b strings.Builder
	b.WriteString("{ viewer { ...F0 } }")
	for i := range levels {
		fmt.Fprintf(&b, " fragment F%d on Viewer { ...F%d ...F%d }", i, i+1, i+1)
	}
	fmt.Fprintf(&b, " fragment F%d on Viewer { canManageOffers }", levels)
	return b.String()
}

// naive counts the steps of a walk that follows every spread, as gqlgen's own complexity does.
func naive(doc *ast.QueryDocument, set ast.SelectionSet) int {
	steps := 0
	for _, selection := range set {
		steps++
		switch x := selection.(type) {
		case *ast.Field:
			steps += naive(doc, x.SelectionSet)
		case *ast.InlineFragment:
			steps += naive(doc, x.SelectionSet)
		case *ast.FragmentSpread:
			steps += naive(doc, doc.Fragments.ForName(x.Name).SelectionSet)
		}
	}
	return steps
}

func TestGuard_MeasuresInLinearTimeWhatDoubles(t *testing.T) {
	t.Parallel()
	doc := mustParse(t, fragmentChain(20))
	if steps := naive(doc, doc.Operations[0].SelectionSet); steps < 1<<21 {
		t.Errorf("the document is no danger: %d steps", steps)
	}
	g := guard{fragments: map[string]*ast.FragmentDefinition{}, measured: map[string]*shape{}}
	for _, f := range doc.Fragments {
		g.fragments[f.Name] = f
	}
	s := g.set(doc.Operations[0].SelectionSet, map[string]int{})
	if want := naive(doc, doc.Operations[0].SelectionSet); s.nodes != want {
		t.Errorf("%d nodes, want %d", s.nodes, want)
	}
	if len(g.measured) != 21 {
		t.Errorf("%d fragments measured", len(g.measured))
	}
	for _, levels := range []int{20, 40, 70, 1000} { // sums stop at the largest number
		if err := guardDocument(mustParse(t, fragmentChain(levels))); err == nil || codeOf(err) != apperr.TooComplex {
			t.Errorf("%d levels: %v", levels, err)
		}
	}
	if err := guardDocument(mustParse(t, fragmentChain(7))); err != nil {
		t.Errorf("7 levels: %v", err)
	}
}

// Each limit holds exactly: what is at the limit passes, one more does not.
func TestGuard_HoldsEachLimit(t *testing.T) {
	t.Parallel()
	repeat := func(text string, n int) string { return strings.Repeat(text, n) }
	number := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	for _, c := range []struct {
		name  string
		limit int
		build func(n int) string
	}{
		{"operations", maxOperations, func(n int) string { return number("query Q%d { viewer { canManageOffers } } ", n) }},
		{"depth", maxDepth, func(n int) string { return repeat("{ a ", n) + repeat("}", n) }},
		{"depth by fragments", maxDepth, func(n int) string {
			return "{ ...F0 } " + deepFragments(n)
		}},
		{"nesting", maxNesting, func(n int) string { return repeat("{ ... ", n-1) + "{ a }" + repeat("}", n-1) }},
		{"repeats", maxRepeats, func(n int) string { return "{ " + repeat("a ", n) + "}" }},
		{"repeats in inline fragments", maxRepeats, func(n int) string { return "{ " + repeat("... { a } ", n) + "}" }},
		{"aliases", maxAliases, func(n int) string { return "{ " + number("a%d: b ", n) + "}" }},
		{"directives", maxDirectives, func(n int) string { return "{ " + number("a%d @skip(if: true) ", n) + "}" }},
		{"directives anywhere", maxDirectives, func(n int) string {
			return "query($v: Int @x) @x { ... @x { ...F @x } } fragment F on Query @x { " + number("a%d @x ", n-5) + "}"
		}},
		{"names", maxName, func(n int) string { return "{ " + repeat("x", n) + " }" }},
		{"names of aliases", maxName, func(n int) string { return "{ " + repeat("x", n) + ": a }" }},
		{"names of operations", maxName, func(n int) string { return "query " + repeat("x", n) + " { a }" }},
		{"names of variables", maxName, func(n int) string { return "query($" + repeat("x", n) + ": Int) { a }" }},
		{"names of fragments", maxName, func(n int) string { return "{ ..." + repeat("x", n) + " }" }},
		{"nodes", maxNodes, func(n int) string { return "{ " + number("a%d ", n) + "}" }},
		{"nodes of several operations", maxNodes, func(n int) string {
			return "query A { " + number("a%d ", n/2) + "} query B { " + number("a%d ", n-n/2) + "}"
		}},
		{"nodes of an unused fragment", maxNodes, func(n int) string { return "{ a } fragment F on Query { " + number("a%d ", n) + "}" }},
		{"mutation fields", 1, func(n int) string { return "mutation { __typename " + number("a%d ", n) + "}" }},
		{"mutation fields in fragments", 1, func(n int) string {
			return "mutation { ...F } fragment F on Mutation { ... { " + number("a%d ", n) + "} }"
		}},
		{"introspections", maxIntrospections, func(n int) string { return "{ " + number("a%d: __schema { queryType { name } } ", n) + "}" }},
		{"nodes of introspection", maxIntrospectionNodes, func(n int) string { return "{ __schema { " + number("a%d ", n) + "} }" }},
		{"depth of introspection", maxIntrospectionDepth, func(n int) string {
			return "{ __type { " + repeat("ofType { ", n-1) + "name " + repeat("}", n-1) + "} }"
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if err := guardDocument(mustParse(t, c.build(c.limit))); err != nil {
				t.Errorf("at the limit of %d: %v", c.limit, err)
			}
			if err := guardDocument(mustParse(t, c.build(c.limit+1))); err == nil || codeOf(err) != apperr.TooComplex {
				t.Errorf("beyond the limit of %d: %v", c.limit, err)
			}
		})
	}
}

// deepFragments nests n fields, each in a fragment of its own.
func deepFragments(n int) string {
	var b strings.Builder
	for i := range n - 1 {
		fmt.Fprintf(&b, "fragment F%d on Query { a { ...F%d } } ", i, i+1)
	}
	fmt.Fprintf(&b, "fragment F%d on Query { a } ", n-1)
	return b.String()
}

func TestGuard_RefusesListsOfTheSchemaInThemselves(t *testing.T) {
	t.Parallel()
	for text, ok := range map[string]bool{
		"{ __schema { types { fields { args { name } type { name } } } } }":                                         true,
		"{ __schema { types { fields { name } inputFields { name } } directives { args { name } } } }":              true,
		"{ __schema { types { fields { type { fields { name } } } } } }":                                            false,
		"{ __schema { types { ...F } } } fragment F on T { fields { type { ...G } } } fragment G on T { fields }":   false,
		"{ __type { a: fields { name } } }":                                                                         false,
		"{ viewer { fields { fields { name } } a: types { name } } }":                                               true,
		"{ __type { interfaces { possibleTypes { interfaces { name } } } } }":                                       false,
		"{ a { ...F } __type { ...F } } fragment F on T { enumValues { enumValues } }":                              false,
		"{ a { ...F } } fragment F on T { enumValues { enumValues } } query B { __type { ... { args { args } } } }": false,
	} {
		if err := guardDocument(mustParse(t, text)); (err == nil) != ok {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestGuard_RefusesCyclesAndDefer(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"{ ...A } fragment A on Query { ...A }",
		"{ ...A } fragment A on Query { a { ...B } } fragment B on Query { ...A }",
		"{ a } fragment A on Query { ...B } fragment B on Query { ...A }",
		"{ ...A } fragment A on Query { a } fragment A on Query { b }",
		"{ ... @defer { a } }",
		"{ ...A @defer } fragment A on Query { a }",
	} {
		if err := guardDocument(mustParse(t, text)); err == nil || codeOf(err) != apperr.BadUserInput {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestMeter_MultipliesByPages(t *testing.T) {
	t.Parallel()
	s := NewHandler(newSchema(stub{}), Options{}).(*server)
	for _, c := range []struct {
		query     string
		variables map[string]any
		cost      int
	}{
		{"{ __typename }", nil, 1},
		{"{ viewer { canManageOffers canReadAuditLog } }", nil, 3},
		{"{ delegatedAdmins { totalCount } }", nil, 1 + 20*1},
		{"{ delegatedAdmins(first: 5) { edges { node { id status } } } }", nil, 1 + 5*(1+1+2)},
		{"{ delegatedAdmins(last: 5) { edges { node { id status } } } }", nil, 1 + 5*(1+1+2)},
		{"query($n: Int) { delegatedAdmins(first: $n) { totalCount } }", map[string]any{"n": json.Number("7")}, 1 + 7},
		{"query($n: Int = 8) { delegatedAdmins(first: $n) { totalCount } }", nil, 1 + 8},
		{"query($n: Int) { delegatedAdmins(first: $n) { totalCount } }", map[string]any{"n": nil}, 1 + 20},
		{"{ delegatedAdmins(first: 1000000) { totalCount } }", nil, 1 + 100},
		{"query($n: Int) { delegatedAdmins(first: $n) { totalCount } }", map[string]any{"n": json.Number("1000000")}, 1 + 100},
		{"query($n: Int) { delegatedAdmins(first: $n) { totalCount } }", map[string]any{"n": "9"}, 1 + 9},
		{"{ delegatedAdmins(first: -5) { totalCount } }", nil, 1 + 1},
		{`{ nodes(ids: ["a", "b", "c"]) { id } }`, nil, 1 + 3},
		{`query($i: [ID!]!) { nodes(ids: $i) { id } }`, map[string]any{"i": []any{"a", "b"}}, 1 + 2},
		{"{ products { id name } }", nil, 1 + 10*2},
		{"{ delegatedAdmins(first: 10) { edges { node { activity(first: 10) { edges { node { id } } } } } } }", nil, 1 + 10*(1+1+1+10*(1+1+1))},
		{"{ ...A ...B } fragment A on Query { ...B } fragment B on Query { products { id } }", nil, 2 * (1 + 10)},
	} {
		op, errs := s.operation(viewer.NewContext(t.Context(), adele), &request{query: c.query, variables: c.variables})
		if errs != nil {
			t.Errorf("%s: %v", c.query, errs)
			continue
		}
		m := meter{variables: op.Variables}
		if got := m.set(op.Operation.SelectionSet); got != c.cost {
			t.Errorf("%s: %d, want %d", c.query, got, c.cost)
		}
	}
}

func TestHandler_RefusesPagesInPages(t *testing.T) {
	t.Parallel()
	srv, _ := newServer(t, constantPage(), Options{}, adele)
	const query = `query($n: Int) { delegatedAdmins(first: $n) { edges { node { activity(first: $n) { edges { node { id } } } } } } }`
	for n, code := range map[int]string{1: "", 100: "TOO_COMPLEX"} {
		a := mustPost(t, srv.URL, object{"query": query, "variables": object{"n": n}})
		if code == "" && a.code() == "TOO_COMPLEX" || code != "" && a.code() != code {
			t.Errorf("%d: %.300s", n, a.body)
		}
	}
	// A full page of everything that the app shows passes.
	a := mustPost(t, srv.URL, object{"query": strings.Replace(list20, "20", "100", 1)})
	if len(a.Errors) > 0 {
		t.Errorf("%.300s", a.body)
	}
}
