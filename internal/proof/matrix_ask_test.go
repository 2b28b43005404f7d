package proof

import (
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"

	"delegatedadmin.example/ent/schema/uid"
)

// matrix asks a server everything as everybody, and judges the answers by the table.
type matrix struct {
	*table
	w        *world
	build    func(documents map[string]string) http.Handler // makes the server with trusted documents
	handler  http.Handler
	trusting sync.Map // servers by the id of the document that they trust
	logged   int      // how much the log held before

	mu              sync.Mutex
	requests        int
	questions       int
	changes         int
	verdicts        map[string]string // what was asked by whom → what came of it
	given, withheld map[string]bool   // Type.field → that was seen to happen
	reached         map[string]bool   // Type.field(argument) → used to reach for what is not one's own
	leaks, wrong    []string
	posted          int               // mails that were sent and read
	written         map[string]bool   // what was told in letters
	nothing         map[string]string // what was asked by whom → the answer where there is no such thing
}

func newMatrix(tb *table, w *world, build func(documents map[string]string) http.Handler) *matrix {
	return &matrix{
		table: tb, w: w, build: build, handler: build(nil), logged: w.log.Len(), verdicts: map[string]string{},
		given: map[string]bool{}, withheld: map[string]bool{}, reached: map[string]bool{}, nothing: map[string]string{}, written: map[string]bool{},
	}
}

// reply is an answer of the API.
type reply struct {
	Data   map[string]any
	Errors []struct {
		Message    string
		Path       []any
		Extensions struct{ Code string }
	}
	raw string
}

// code is the code of the first error; a second error is for the caller to find.
func (r reply) code() string {
	if len(r.Errors) == 0 {
		return ""
	}
	return r.Errors[0].Extensions.Code
}

var canary = regexp.MustCompile(`cnry(\d+)([pan])-`)

// smell reports the canaries in text that p may not hear.
func (m *matrix) smell(p *person, link bool, text, document string, variables vars) {
	for _, found := range canary.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(found[1])
		if !m.mayHear(p, link, n, found[2]) {
			m.mu.Lock()
			m.leaks = append(m.leaks, fmt.Sprintf("%s hears %s in answer to %s %v: %s", p.name, found[0], document, variables, text))
			m.mu.Unlock()
			return
		}
	}
}

func (m *matrix) mayHear(p *person, link bool, n int, kind string) bool {
	if kind == "n" && link {
		return true // who sent the offer, and the message
	}
	if !p.signedIn() {
		return false
	}
	for _, t := range m.w.tenants {
		if t.n != n {
			continue
		}
		switch at := p.tenant; {
		case t == at, at.grants[t] != 0 && !p.apart:
			return true
		case kind == "a":
			return at.wroteTo[t]
		case kind == "n":
			return t.wroteTo[at]
		}
	}
	return false
}

func (m *matrix) deviate(format string, args ...any) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.wrong = append(m.wrong, fmt.Sprintf(format, args...))
}

func (m *matrix) note(key, verdict string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.verdicts[key] = verdict
}

func (m *matrix) mark(set map[string]bool, names ...string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, name := range names {
		set[name] = true
	}
}

// selection writes what is asked of an object, and remembers which fields that are.
type selection struct {
	*table
	asked []string
}

// field writes a field with what is asked of it. Of an object that the field leads to, more is asked at the top.
func (s *selection) field(def *ast.Definition, f *ast.FieldDefinition, top bool) string {
	next := s.schema.Types[f.Type.Name()]
	connection := strings.HasSuffix(next.Name, "Connection")
	if connection && !top {
		return ""
	}
	s.asked = append(s.asked, def.Name+"."+f.Name)
	switch {
	case next.IsLeafType():
		return f.Name + " "
	case s.isNode(next) && !top:
		return f.Name + " { __typename id } "
	case connection && f.Arguments.ForName("first") != nil:
		return f.Name + "(first: 30) { " + s.all(next, top) + "} "
	default:
		return f.Name + " { " + s.all(next, top && !s.isNode(next)) + "} "
	}
}

// all writes every field of a type.
func (s *selection) all(def *ast.Definition, top bool) string {
	var b strings.Builder
	if s.isNode(def) {
		b.WriteString("__typename ")
		top = false
	}
	for _, f := range fieldsOf(def) {
		b.WriteString(s.field(def, f, top))
	}
	return b.String()
}

// open writes every field of a node that nobody is refused with an error.
func (s *selection) open(def *ast.Definition) string {
	text := "__typename "
	for _, f := range fieldsOf(def) {
		if s.types[def.Name].Fields[f.Name].Otherwise != "refused" {
			text += s.field(def, f, false)
		}
	}
	return text
}

// walk judges an object of an answer and all that lies under it.
func (m *matrix) walk(s scene, def *ast.Definition, value map[string]any) {
	if def.Name == "Node" {
		name, _ := value["__typename"].(string)
		def = m.schema.Types[name]
	}
	rows := m.types[def.Name]
	if m.isNode(def) {
		id, _ := value["id"].(string)
		o := m.w.byID[uid.ID(id)]
		if o == nil {
			return // made by this very request; the canaries have been looked for
		}
		s.o = o
		if !s.holds(rows.Seen, nil) {
			m.deviate("%s sees %s", s.v.name, o.name)
		}
	}
	if def.Name == "Viewer" {
		s.o = &object{name: "viewer", owner: s.v.tenant}
	}
	for key, each := range value {
		f := def.Fields.ForName(key)
		if f == nil {
			continue // __typename
		}
		m.value(s, def, f, rows, each)
	}
	if edges, ok := value["edges"].([]any); ok && value["totalCount"] != nil {
		page, _ := value["pageInfo"].(map[string]any)
		if total := int(value["totalCount"].(float64)); page["hasNextPage"] == false && page["hasPreviousPage"] == false && total != len(edges) {
			m.deviate("%s is told of %d in a %s of %d", s.v.name, total, def.Name, len(edges))
		}
	}
}

// value judges one field of an object.
func (m *matrix) value(s scene, def *ast.Definition, f *ast.FieldDefinition, rows *typeRow, value any) {
	r, name := rows.Fields[f.Name], def.Name+"."+f.Name
	may := s.holds(r.May, rows.Seen)
	if !may {
		if !isWithheld(r.Otherwise, value) {
			what := "?"
			if s.o != nil {
				what = s.o.name
			}
			m.deviate("%s gets %s of %s: %v", s.v.name, name, what, value)
		}
		m.mark(m.withheld, name)
		if r.Otherwise == "empty" || value == nil {
			return
		}
	} else if value != nil && (r.Otherwise == "" || r.Otherwise == "refused" || !isWithheld(r.Otherwise, value)) {
		m.mark(m.given, name)
	}
	next := m.schema.Types[f.Type.Name()]
	if !next.IsCompositeType() {
		return
	}
	s.parent = true
	m.below(s, next, value)
}

func (m *matrix) below(s scene, def *ast.Definition, value any) {
	switch value := value.(type) {
	case map[string]any:
		m.walk(s, def, value)
	case []any:
		for _, each := range value {
			m.below(s, def, each)
		}
	}
}

// isWithheld tells whether value is what those get who may not have it.
func isWithheld(otherwise string, value any) bool {
	switch value := value.(type) {
	case nil:
		return true
	case bool:
		return otherwise == "false" && !value
	case string:
		return otherwise == "masked" && strings.Contains(value, "…@")
	case []any:
		return otherwise == "empty" && len(value) == 0
	case map[string]any:
		edges, _ := value["edges"].([]any)
		total, _ := value["totalCount"].(float64)
		return otherwise == "empty" && len(edges) == 0 && total == 0
	}
	return false
}

// sameAsNothing holds an answer about what p does not see against the answer where there is no such thing, byte by byte.
// In both, the id that was asked for has given way to a word.
func (m *matrix) sameAsNothing(p *person, what, question, answer, id string, nothing func(id string) string) {
	kind, rest, _ := strings.Cut(id, "_")
	if len(rest) != 32 {
		kind, id = uid.User, "<malformed>" // does not come back, and would not be found in the answer
	}
	key := p.name + "\x00" + question + "\x00" + kind
	m.mu.Lock()
	baseline, ok := m.nothing[key]
	m.mu.Unlock()
	if !ok {
		never := string(uid.New(kind))
		baseline = strings.ReplaceAll(nothing(never), never, "<id>")
		m.mu.Lock()
		m.nothing[key] = baseline
		m.mu.Unlock()
	}
	if got := strings.ReplaceAll(answer, id, "<id>"); got != baseline {
		m.deviate("%s can tell %s from nothing: %s and %s", p.name, what, got, baseline)
	}
}
