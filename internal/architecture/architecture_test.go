// Package architecture holds one test: imports run one way.
package architecture

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "delegatedadmin.example"

// rings lists the packages from the outside in; a package imports from its own ring and those below.
//
// A package that stands in no ring, such as internal/viewer or ent/schema/uid, is a leaf: anyone may import it, and it imports only leaves.
var rings = [][]string{
	{"", "internal/bench"},
	{"internal/demo"},
	{"internal/web", "graph"},
	{"internal/delegation", "internal/directory", "internal/identity"},
	{"internal/access", "internal/audit", "internal/mail"},
	{"internal/store"},
	{"ent"},
}

// Packages below these belong to the same ring.
var families = []string{"ent", "graph"}

type pkg struct {
	ImportPath string
	Imports    []string
}

func TestImportsRunOneWay(t *testing.T) {
	t.Parallel()
	packages := mustList(t)
	for _, p := range packages {
		for _, broken := range brokenArrows(p) {
			t.Error(broken)
		}
	}
	for _, must := range []string{"internal/store", "ent", "graph"} {
		if !slices.ContainsFunc(packages, func(p pkg) bool { return p.ImportPath == module+"/"+must }) {
			t.Errorf("%s was not checked: is the list of packages complete?", must)
		}
	}
}

// The rules are tested too, so that a rule that allows everything is noticed.
func TestArrows(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from, to string
		allowed  bool
	}{
		{"", "internal/web", true},
		{"", "internal/demo", true},
		{"", "internal/store", true},
		{"graph", "internal/delegation", true},
		{"graph", "graph/model", true},
		{"graph", "ent", true},
		{"graph/model", "ent/schema/schematype", true},
		{"internal/delegation", "internal/audit", true},
		{"internal/delegation", "internal/apperr", true},
		{"internal/audit", "ent/auditevent", true},
		{"internal/store", "ent/runtime", true},
		{"ent/runtime", "ent/schema", true},
		{"ent/schema", "internal/access", true},
		{"ent/schema", "ent/schema/uid", true},
		{"internal/access", "internal/viewer", true},
		{"internal/viewer", "ent/schema/uid", true},
		{"internal/apptest", "internal/web", true},
		{"ent/migrations/generate", "internal/apptest/cluster", true},
		{"internal/bench", "internal/apptest/cluster", true},

		{"internal/web", "", false},
		{"internal/delegation", "graph", false},
		{"internal/delegation", "internal/web", false},
		{"internal/access", "internal/delegation", false},
		{"internal/audit", "internal/identity", false},
		{"internal/store", "internal/audit", false},
		{"ent", "internal/store", false},
		{"ent/offer", "internal/viewer", false},
		{"ent/schema", "internal/delegation", false},
		{"ent/schema", "internal/store", false},
		{"internal/viewer", "ent", false},
		{"ent/schema/uid", "ent", false},
		{"ent/schema/uid", "internal/access", false},
		{"internal/viewer", "internal/access", false},
		{"internal/delegation", "ent/runtime", false},
		{"", "ent/runtime", false},
		{"", "internal/apptest", false},
		{"internal/demo", "internal/apptest", false},
		{"internal/store", "internal/apptest/cluster", false},
	} {
		broken := brokenArrows(pkg{ImportPath: join(c.from), Imports: []string{join(c.to)}})
		if allowed := len(broken) == 0; allowed != c.allowed {
			t.Errorf("%q → %q: allowed is %v, want %v (%v)", c.from, c.to, allowed, c.allowed, broken)
		}
	}
}

// brokenArrows says what is wrong with a package's imports.
func brokenArrows(p pkg) []string {
	from, _ := local(p.ImportPath)
	var broken []string
	for _, path := range p.Imports {
		to, ours := local(path)
		if !ours {
			continue
		}
		if why := forbidden(from, to); why != "" {
			broken = append(broken, fmt.Sprintf("%s imports %s: %s", p.ImportPath, path, why))
		}
	}
	return broken
}

func forbidden(from, to string) string {
	switch {
	case to == "ent/runtime" && from != "internal/store" && from != "ent/enttest":
		return "only internal/store does, so that no client is without hooks and policies"
	case inFamily(from, "internal/apptest") || inFamily(from, "scripts"):
		return ""
	case inFamily(to, "internal/apptest") && from != "ent/migrations/generate" && from != "internal/bench":
		return "it is for tests" // and for the generator of migrations and the bench, which need a PostgreSQL too
	case from == "ent/schema" && (to == "internal/access" || ring(to) < 0):
		return "" // the one arrow back: policies ask internal/access
	case inFamily(from, "ent") && !strings.HasPrefix(from, "ent/migrat") && !inFamily(to, "ent") && ring(from) >= 0:
		return "generated code stands alone"
	case ring(to) < 0:
		return ""
	case ring(from) < 0:
		return "a package outside the rings imports only its like; has it a place in the list of rings?"
	case ring(from) > ring(to):
		return "imports run from the outside in"
	}
	return ""
}

// ring is a package's place from the outside in, or -1 for a leaf.
func ring(path string) int {
	if strings.HasPrefix(path, "ent/schema/") {
		return -1 // types of values
	}
	return slices.IndexFunc(rings, func(ring []string) bool {
		return slices.Contains(ring, path) || slices.ContainsFunc(families, func(family string) bool {
			return inFamily(path, family) && slices.Contains(ring, family)
		})
	})
}

func inFamily(path, family string) bool {
	return path == family || strings.HasPrefix(path, family+"/")
}

// local is a package's path inside the module.
func local(path string) (string, bool) {
	rest, ours := strings.CutPrefix(path, module)
	return strings.TrimPrefix(rest, "/"), ours && (rest == "" || rest[0] == '/')
}

func join(path string) string {
	return strings.TrimSuffix(module+"/"+path, "/")
}

func mustList(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-e", "-json=ImportPath,Imports", "./...")
	cmd.Dir = "../.."
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []pkg
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		switch err := dec.Decode(&p); {
		case errors.Is(err, io.EOF):
			return packages
		case err != nil:
			t.Fatalf("go list: %v", err)
		}
		packages = append(packages, p)
	}
}
