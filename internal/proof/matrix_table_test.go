package proof

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"delegatedadmin.example/ent/schema/schematype"
)

var update = flag.Bool("update", false, "write docs/authorization.md")

const documentation = "../../docs/authorization.md"

// table is what was reviewed: testdata/authz.yaml says what its words mean.
type table struct {
	schema *ast.Schema
	types  map[string]*typeRow
}

type typeRow struct {
	Seen   []string
	Fields map[string]*row
}

// row says who gets a field.
type row struct {
	May       []string
	Seen      []string // of a mutation: who sees what it is about, where that differs from the type
	Otherwise string
	Public    string
	Arguments map[string]string
}

func (r *row) UnmarshalYAML(text []byte) error {
	var word string
	if err := yaml.Unmarshal(text, &word); err == nil {
		r.May = []string{word}
		return nil
	}
	type plain row
	return yaml.UnmarshalWithOptions(text, (*plain)(r), yaml.Strict())
}

func readTable(t *testing.T) *table {
	t.Helper()
	paths := must(filepath.Glob("../../graph/schema/*.graphqls"))
	var sources []*ast.Source
	for _, path := range paths {
		sources = append(sources, &ast.Source{Name: path, Input: string(must(os.ReadFile(path)))})
	}
	schema, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		t.Fatal(err)
	}
	out := &table{schema: schema, types: map[string]*typeRow{}}
	if err := yaml.UnmarshalWithOptions(must(os.ReadFile("testdata/authz.yaml")), &out.types, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	return out
}

// reachable are the object types that an operation can come to, with their fields.
func (tb *table) reachable() map[string]*ast.Definition {
	out := map[string]*ast.Definition{}
	var visit func(def *ast.Definition)
	visit = func(def *ast.Definition) {
		for _, possible := range tb.schema.GetPossibleTypes(def) {
			if out[possible.Name] != nil {
				continue
			}
			out[possible.Name] = possible
			for _, f := range fieldsOf(possible) {
				if next := tb.schema.Types[f.Type.Name()]; next.IsCompositeType() {
					visit(next)
				}
			}
		}
	}
	visit(tb.schema.Query)
	visit(tb.schema.Mutation)
	visit(tb.schema.Subscription)
	return out
}

func fieldsOf(def *ast.Definition) (out []*ast.FieldDefinition) {
	for _, f := range def.Fields {
		if !strings.HasPrefix(f.Name, "__") {
			out = append(out, f)
		}
	}
	return out
}

func (tb *table) isNode(def *ast.Definition) bool {
	return def.Name == "Node" || slices.Contains(def.Interfaces, "Node")
}

// reaching are the arguments of a field by which an object or a place can be named, or a name be guessed.
func (tb *table) reaching(f *ast.FieldDefinition) (out []string) {
	var visit func(path string, args ast.ArgumentDefinitionList, fields ast.FieldList)
	visit = func(path string, args ast.ArgumentDefinitionList, fields ast.FieldList) {
		for _, a := range args {
			fields = append(fields, &ast.FieldDefinition{Name: a.Name, Type: a.Type})
		}
		for _, in := range fields {
			def := tb.schema.Types[in.Type.Name()]
			switch {
			case def.Kind == ast.InputObject:
				visit(path+in.Name+".", nil, def.Fields)
			case def.Name == "ID", def.Name == "Cursor", in.Name == "token", in.Name == "search":
				out = append(out, path+in.Name)
			}
		}
	}
	visit("", f.Arguments, nil)
	return out
}

// A field that nobody thought about does not get in: neither does a row for a field that is gone.
func TestMatrix_EveryFieldHasARow(t *testing.T) {
	t.Parallel()
	tb := readTable(t)
	known := tb.reachable()
	for _, name := range slices.Sorted(maps.Keys(tb.types)) {
		if known[name] == nil {
			t.Errorf("authz.yaml has rows for %s, which no operation comes to", name)
			continue
		}
		for field := range tb.types[name].Fields {
			if known[name].Fields.ForName(field) == nil {
				t.Errorf("authz.yaml has a row for %s.%s, which is not in the schema", name, field)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(known)) {
		rows := tb.types[name]
		if rows == nil {
			t.Errorf("authz.yaml says nothing about %s", name)
			continue
		}
		if tb.isNode(known[name]) != (rows.Seen != nil) {
			t.Errorf("authz.yaml says of %s who sees it, or should", name)
		}
		for _, f := range fieldsOf(known[name]) {
			r := rows.Fields[f.Name]
			if r == nil {
				t.Errorf("authz.yaml does not say who may have %s.%s", name, f.Name)
				continue
			}
			for _, argument := range tb.reaching(f) {
				if r.Arguments[argument] == "" {
					t.Errorf("authz.yaml does not say what %s.%s(%s) reaches", name, f.Name, argument)
				}
			}
			for argument := range r.Arguments {
				if !slices.Contains(tb.reaching(f), argument) {
					t.Errorf("authz.yaml says what %s.%s(%s) reaches, which is not an argument that does", name, f.Name, argument)
				}
			}
			for _, who := range append(slices.Clone(r.May), rows.Seen...) {
				if _, err := parseWho(who); err != nil {
					t.Errorf("%s.%s: %v", name, f.Name, err)
				}
			}
			if slices.Contains(r.May, "anyone") && r.Public == "" {
				t.Errorf("authz.yaml gives %s.%s to anyone without saying why", name, f.Name)
			}
		}
	}
}

var roleCodes = map[string]schematype.Role{
	"GA": schematype.GlobalAdministrator, "GR": schematype.GlobalReader, "UA": schematype.UserAdministrator,
	"HA": schematype.HelpdeskAdministrator, "LA": schematype.LicenseAdministrator, "DA": schematype.DomainNameAdministrator,
	"PA": schematype.PrivilegedRoleAdministrator, "DR": schematype.DirectoryReader,
}

// who is one entry of a row: a relation to the object, perhaps with roles.
type who struct {
	relation string
	roles    schematype.RoleSet // 0: whatever they are
	when     []string           // conditions on the user that it is about
}

var relations = []string{
	"anyone", "signed in", "nobody signed in", "link", "self", "own", "own, under a delegation", "delegated", "partner", "sender",
	"addressee", "acted", "of a partner", "seen", "parent",
}

func parseWho(text string) (who, error) {
	text, when, conditional := strings.Cut(text, "; ")
	relation, roles, _ := strings.Cut(text, ": ")
	w := who{relation: relation}
	if conditional {
		w.when = strings.Split(when, ", ")
	}
	for _, condition := range w.when {
		if conditions[condition] == nil {
			return w, fmt.Errorf("authz.yaml: %q is no condition", condition)
		}
	}
	for _, code := range strings.Fields(roles) {
		switch role, ok := roleCodes[code]; {
		case code == "any":
			w.roles = schematype.Roles(schematype.AllRoles...)
		case ok:
			w.roles |= schematype.Roles(role)
		default:
			return w, fmt.Errorf("authz.yaml: %q is no role", code)
		}
	}
	if !slices.Contains(relations, relation) {
		return w, fmt.Errorf("authz.yaml: %q is no relation", relation)
	}
	return w, nil
}

// scene is what a verdict depends on: who asks, about what, by which way.
type scene struct {
	v      *person
	o      *object
	link   bool // the way led through the link of an offer
	parent bool // the field that brought the object here is theirs
}

// holds tells whether one of the entries fits the scene. seen is who sees the type.
func (s scene) holds(entries, seen []string) bool {
	return slices.ContainsFunc(entries, func(text string) bool {
		w, err := parseWho(text)
		check(err)
		return s.fits(w, seen)
	})
}

func (s scene) fits(w who, seen []string) bool {
	v, o, roles := s.v, s.o, s.v.roles
	if o == nil {
		o = &object{}
	}
	switch w.relation {
	case "anyone":
		return true
	case "nobody signed in":
		return !v.signedIn()
	case "link":
		return s.link
	case "parent":
		return s.parent
	case "seen":
		return s.holds(seen, nil)
	}
	if !v.signedIn() {
		return false
	}
	at := v.tenant
	grants := at.grants[o.owner]
	if v.apart {
		grants = 0
	}
	var ok bool
	switch w.relation {
	case "signed in":
		ok = true
	case "self":
		ok = o.user == v.userName
	case "own":
		ok = at == o.owner
	case "own, under a delegation":
		ok = at == o.owner && o.under
	case "delegated":
		roles = grants
		ok = roles != 0
	case "partner":
		ok = at == o.partner && o.live && (!v.apart || v.roles.Has(schematype.GlobalAdministrator))
	case "sender":
		ok = at == o.partner
	case "addressee":
		ok = at == o.addressee
	case "acted":
		ok = at == o.actor && at == o.partner && o.live && !v.apart
	case "of a partner":
		ok = at.partner != ""
	}
	return ok && (w.roles == 0 || w.roles&roles != 0) && !slices.ContainsFunc(w.when, func(condition string) bool { return !conditions[condition](s) })
}

// refusal is the code that a scene gets where the row says refused.
func (tb *table) refusal(s scene, r *row, seen []string) string {
	switch {
	case !s.v.signedIn():
		return "UNAUTHENTICATED"
	case r.Otherwise == "FORBIDDEN" || s.holds(seen, nil):
		return "FORBIDDEN"
	}
	return "NOT_FOUND"
}

// The page that people read is the table that was reviewed.
func TestMatrix_IsDocumented(t *testing.T) {
	t.Parallel()
	tb := readTable(t)
	var b strings.Builder
	b.WriteString("# Who may see and do what, field by field\n\n<!-- Written by `go test ./internal/proof -run Matrix -update` from internal/proof/testdata/authz.yaml. -->\n\n")
	b.WriteString("Each field of the API, and who gets its value. The tests ask for each of them as each kind of person. What an object's\n")
	b.WriteString("*seen* does not name finds nothing: `node(id:)` is null, as for an id that never was.\n\n")
	b.WriteString(legend())
	known := tb.reachable()
	for _, name := range slices.Sorted(maps.Keys(known)) {
		fmt.Fprintf(&b, "\n## %s\n\n", name)
		if seen := tb.types[name].Seen; seen != nil {
			fmt.Fprintf(&b, "Seen by: %s.\n\n", strings.Join(seen, "; "))
		}
		b.WriteString("| field | who | others |\n|---|---|---|\n")
		for _, f := range fieldsOf(known[name]) {
			r := tb.types[name].Fields[f.Name]
			others := r.Otherwise
			if r.Public != "" {
				others = "public: " + r.Public
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", f.Name, strings.Join(r.May, "; "), others)
		}
	}
	if *update {
		check(os.WriteFile(documentation, []byte(b.String()), 0o644))
	}
	if have, err := os.ReadFile(documentation); err != nil || string(have) != b.String() {
		t.Error("docs/authorization.md is not what authz.yaml says; run go test ./internal/proof -run Matrix -update")
	}
}

// legend is the head of authz.yaml: what its words mean.
func legend() string {
	var b strings.Builder
	b.WriteString("```text\n")
	for line := range strings.Lines(string(must(os.ReadFile("testdata/authz.yaml")))) {
		if !strings.HasPrefix(line, "#") {
			break
		}
		b.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, "#"), " "))
	}
	b.WriteString("```\n")
	return b.String()
}
