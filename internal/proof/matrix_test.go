package proof

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"delegatedadmin.example/graph"
	gql "delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/web"
)

// Everybody gets what the reviewed table says, of every field, by every way there is, and nothing else.
func TestMatrix(t *testing.T) {
	t.Parallel()
	tb := readTable(t)
	var mu sync.Mutex
	verdicts := map[string]map[string]string{}
	requests, leaks, deviations := 0, 0, 0
	begin := time.Now()
	t.Cleanup(func() { // after both
		if len(verdicts) == 2 {
			differ := 0
			for key, verdict := range verdicts["sqlite3"] {
				if other := verdicts["postgres"][key]; other != verdict && differ < most {
					differ++
					t.Errorf("%s: %s on SQLite, %s on PostgreSQL", key, verdict, other)
				}
			}
		}
		t.Logf("authorization matrix: %d requests, %d verdicts on %d databases, %d leaks, %d deviations, %.1f s",
			requests, len(verdicts["sqlite3"]), len(verdicts), leaks, deviations, time.Since(begin).Seconds())
	})
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		t.Parallel()
		w := newWorld(t, db)
		m := newMatrix(tb, w, w.api(w.resolvers()))
		together(m.reads(w.people, w.objects))
		m.streams(w.people, []*object{w.byID[w.tenants["main"].org], w.byID[w.tenants["other"].org], w.byID[w.tenants["gave USER_ADMINISTRATOR"].org]})
		m.writes(w.people)
		m.letters()
		m.doors()
		m.letters()
		m.judgeLog()
		for id := range w.byOrg {
			if err := audit.Verify(system, w.Store, id); err != nil {
				t.Error(err)
			}
		}
		m.report(t)
		m.coverage(t)
		mu.Lock()
		defer mu.Unlock()
		verdicts[db.Dialect] = m.verdicts
		requests, leaks, deviations = requests+m.requests, leaks+len(m.leaks), deviations+len(m.wrong)
	})
}

// most is how many findings of a kind are shown.
const most = 20

// report fails the test for what was found.
func (m *matrix) report(t *testing.T) {
	t.Helper()
	for _, list := range [][]string{m.leaks, m.wrong} {
		slices.Sort(list)
		for i, each := range list {
			if i == most {
				t.Errorf("… and %d more", len(list)-most)
				break
			}
			t.Errorf("%.1000s", each)
		}
	}
	t.Logf("%d requests, %d mails, %d fields, %d leaks, %d deviations", m.requests, m.posted, len(m.fields()), len(m.leaks), len(m.wrong))
}

func (m *matrix) fields() (out []string) {
	for name, def := range m.reachable() {
		for _, f := range fieldsOf(def) {
			out = append(out, name+"."+f.Name)
		}
	}
	slices.Sort(out)
	return out
}

// coverage fails the test for fields that nobody was given, or that nobody was refused though not everybody may have
// them, and for arguments that were not used to reach for what is not one's own.
func (m *matrix) coverage(t *testing.T) {
	t.Helper()
	for _, each := range told {
		if !m.written[each] {
			t.Errorf("no letter told %s", each)
		}
	}
	known := m.reachable()
	for _, name := range slices.Sorted(maps.Keys(known)) {
		for _, f := range fieldsOf(known[name]) {
			r, field := m.types[name].Fields[f.Name], name+"."+f.Name
			if !m.given[field] {
				t.Errorf("nobody was given %s", field)
			}
			if r.Public == "" && !m.withheld[field] {
				t.Errorf("nobody was refused %s", field)
			}
			for _, argument := range m.reaching(f) {
				if use := field + "(" + argument + ")"; !m.reached[use] {
					t.Errorf("%s was not tried", use)
				}
			}
		}
	}
}

func (w *world) resolvers() *graph.Resolver {
	return &graph.Resolver{
		Access: access.New(w.Store), Delegations: w.Delegations, Directory: w.Directory, Identity: w.Identity,
		Installation: gql.Installation{InitialDomain: apptest.InitialDomain, DemoAccounts: []*gql.DemoAccount{{UserName: "demo"}}},
	}
}

// api makes the whole server without a socket, with the documents that it trusts.
func (w *world) api(resolvers graph.ResolverRoot, around ...func(http.Handler) http.Handler) func(documents map[string]string) http.Handler {
	log := w.log.logger()
	return func(documents map[string]string) http.Handler {
		api := graph.NewHandler(graph.NewExecutableSchema(graph.Config{Resolvers: resolvers}), graph.Options{
			Documents: must(json.Marshal(documents)), Log: log, RequestID: audit.RequestID, SessionEnded: w.Identity.SessionEnded,
		})
		for _, each := range around {
			api = each(api)
		}
		return web.New(web.Config{
			BaseURL: must(url.Parse(w.URL)), Identity: w.Identity, Store: w.Store, Log: log, GraphQL: api,
			Files: fstest.MapFS{"index.html": {Data: []byte("<!doctype html>")}},
		})
	}
}
