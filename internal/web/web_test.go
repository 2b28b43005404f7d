package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/viewer"
	"delegatedadmin.example/internal/web"
)

// logBook takes what the server logs.
type logBook struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logBook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logBook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// app is a build of the app, with the forms that it is compressed in.
var app = fstest.MapFS{
	".gitkeep":           {Data: []byte("")},
	"index.html":         {Data: []byte("the app")},
	"index.html.br":      {Data: []byte("br app")},
	"index.html.gz":      {Data: []byte("gz app")},
	"graphiql.html":      {Data: []byte("graphiql")},
	"icon.svg":           {Data: []byte("<svg/>")},
	"assets/a-1.js":      {Data: []byte("script")},
	"assets/a-1.js.br":   {Data: []byte("br script")},
	"assets/style-1.css": {Data: []byte("style")},
}

// site is a handler and what it logs.
type site struct {
	http.Handler
	log    *logBook
	people apptest.People
	ids    *identity.Service
}

// echo answers instead of GraphQL: who is calling, by which browser.
func echo(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(viewer.FromContext(r.Context()))
}

func newSite(tb testing.TB, base string, change func(*web.Config)) *site {
	tb.Helper()
	st := apptest.SQLite(tb).Store(tb)
	s := &site{log: &logBook{}, people: apptest.NewPeople(tb, st)}
	log := slog.New(slog.NewTextHandler(s.log, nil))
	s.ids = identity.New(st, log)
	u, err := url.Parse(base)
	if err != nil {
		tb.Fatal(err)
	}
	c := web.Config{BaseURL: u, Identity: s.ids, Store: st, GraphQL: http.HandlerFunc(echo), Files: app, Log: log}
	if change != nil {
		change(&c)
	}
	s.Handler = web.New(c)
	return s
}

// do sends a request. Each header is "Name: value"; Host is one of them.
func (s *site) do(method, target string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	r.Host = "localhost:8080"
	for _, each := range headers {
		name, value, _ := strings.Cut(each, ": ")
		if name == "Host" {
			r.Host = value
			continue
		}
		r.Header.Add(name, value)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(tb testing.TB, r *http.Response) string {
	tb.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

func TestEveryAnswer_CarriesTheHeadersThatKeepBrowsersSafe(t *testing.T) {
	t.Parallel()
	const none = "default-src 'none'"
	for _, base := range []string{"http://localhost:8080", "https://admin.example"} {
		s := newSite(t, base, nil)
		for _, c := range []struct{ method, target, policy string }{
			{"GET", "/", "script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"},
			{"GET", "/support/delegated-admins", "connect-src 'self'"},
			{"GET", "/assets/a-1.js", none},
			{"GET", "/assets/missing.js", none},
			{"GET", "/graphiql", "style-src 'self' 'unsafe-inline'; worker-src 'self'"},
			{"POST", "/", none},
			{"POST", "/graphql", none},
			{"GET", "/healthz", none},
			{"GET", "/mailbox", none},
		} {
			h := s.do(c.method, c.target).Header
			policy := h.Get("Content-Security-Policy")
			for _, part := range []string{c.policy, none, "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} {
				if !strings.Contains(policy, part) {
					t.Errorf("%s %s: the policy %q lacks %q", c.method, c.target, policy, part)
				}
			}
			if unsafe := strings.Contains(policy, "unsafe"); unsafe != (c.target == "/graphiql") {
				t.Errorf("%s: the policy is %q", c.target, policy)
			}
			want := map[string]string{
				"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
				"Strict-Transport-Security": map[bool]string{true: "max-age=31536000"}[strings.HasPrefix(base, "https")],
			}
			for name, value := range want {
				if h.Get(name) != value {
					t.Errorf("%s %s of %s: %s is %q, want %q", c.method, c.target, base, name, h.Get(name), value)
				}
			}
			if h.Get("Permissions-Policy") == "" || h.Get("X-Request-Id") == "" || h.Get("Access-Control-Allow-Origin") != "" {
				t.Errorf("%s %s: the headers are %v", c.method, c.target, h)
			}
		}
	}
}

func TestRequestID_IsTheServersOwn(t *testing.T) {
	t.Parallel()
	s := newSite(t, "http://localhost:8080", nil)
	first := s.do("GET", "/", "X-Request-Id: chosen").Header.Get("X-Request-Id")
	second := s.do("GET", "/").Header.Get("X-Request-Id")
	if first == "chosen" || first == second || len(first) != 24 {
		t.Errorf("the ids are %q and %q", first, second)
	}
	if !strings.Contains(s.log.String(), "id="+first) {
		t.Error("the log does not name the request")
	}
}

func TestFiles(t *testing.T) {
	t.Parallel()
	s := newSite(t, "http://localhost:8080", nil)
	const noCache, forever = "no-cache", "public, max-age=31536000, immutable"
	for _, c := range []struct {
		target, accept string
		status         int
		body, encoding string
		caching, media string
	}{
		{"/", "", 200, "the app", "", noCache, "text/html; charset=utf-8"},
		{"/index.html", "", 200, "the app", "", noCache, "text/html; charset=utf-8"},
		{"/support/delegated-admins?x=y", "", 200, "the app", "", noCache, "text/html; charset=utf-8"},
		{"/partner/customers/org_1", "gzip, br", 200, "br app", "br", noCache, "text/html; charset=utf-8"},
		{"/", "gzip", 200, "gz app", "gzip", noCache, "text/html; charset=utf-8"},
		{"/", "br;q=0, gzip;q=0.5", 200, "gz app", "gzip", noCache, "text/html; charset=utf-8"},
		{"/", "identity, br;q=0.0", 200, "the app", "", noCache, "text/html; charset=utf-8"},
		{"/", "brotli", 200, "the app", "", noCache, "text/html; charset=utf-8"},
		{"/icon.svg", "br", 200, "<svg/>", "", noCache, "image/svg+xml"},
		{"/assets/a-1.js", "", 200, "script", "", forever, "text/javascript; charset=utf-8"},
		{"/assets/a-1.js", "BR", 200, "br script", "br", forever, "text/javascript; charset=utf-8"},
		{"/assets/a-1.js", "gzip", 200, "script", "", forever, "text/javascript; charset=utf-8"},
		{"/assets/style-1.css", "br, gzip", 200, "style", "", forever, "text/css; charset=utf-8"},
		{"/assets/a-0.js", "", 404, "There is no such file.\n", "", "no-store", "text/plain; charset=utf-8"},
		{"/assets/a-1.js.br", "", 404, "There is no such file.\n", "", "no-store", "text/plain; charset=utf-8"},
		{"/assets/", "", 404, "There is no such file.\n", "", "no-store", "text/plain; charset=utf-8"},
		{"/index.html.gz", "", 200, "the app", "", noCache, "text/html; charset=utf-8"},
		{"/.gitkeep", "", 200, "the app", "", noCache, "text/html; charset=utf-8"},
		{"/graphiql", "", 200, "graphiql", "", noCache, "text/html; charset=utf-8"},
		{"/graphiql.html", "", 200, "the app", "", noCache, "text/html; charset=utf-8"},
		{"/graphiql/", "", 200, "the app", "", noCache, "text/html; charset=utf-8"},
		{"/%2e%2e/server.go", "", 200, "the app", "", noCache, "text/html; charset=utf-8"},
	} {
		r := s.do("GET", c.target, "Accept-Encoding: "+c.accept)
		got := body(t, r)
		if r.StatusCode == http.StatusTemporaryRedirect || r.StatusCode == http.StatusMovedPermanently { // a path is cleaned first
			if location := r.Header.Get("Location"); !strings.HasPrefix(location, "/") || strings.HasPrefix(location, "//") {
				t.Errorf("%s leads to %q", c.target, location)
			}
			continue
		}
		if r.StatusCode != c.status || got != c.body || r.Header.Get("Content-Encoding") != c.encoding ||
			r.Header.Get("Cache-Control") != c.caching || r.Header.Get("Content-Type") != c.media {
			t.Errorf("%s (%s): %d %q %v", c.target, c.accept, r.StatusCode, got, r.Header)
		}
		if c.status == 200 && r.ContentLength != int64(len(got)) {
			t.Errorf("%s: the length is given as %d", c.target, r.ContentLength)
		}
		head := s.do("HEAD", c.target, "Accept-Encoding: "+c.accept)
		if head.StatusCode != c.status || head.Header.Get("Content-Length") != r.Header.Get("Content-Length") || c.status == 200 && body(t, head) != "" {
			t.Errorf("HEAD %s: %d %v", c.target, head.StatusCode, head.Header)
		}
	}
	if vary := s.do("GET", "/").Header.Get("Vary"); vary != "Accept-Encoding" {
		t.Errorf("Vary is %q", vary)
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS"} {
		if r := s.do(method, "/"); r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s is answered with %d", method, r.StatusCode)
		}
	}
}

func TestFiles_ThatABrowserHas_AreNotSentAgain(t *testing.T) {
	t.Parallel()
	s := newSite(t, "http://localhost:8080", nil)
	tag := s.do("GET", "/", "Accept-Encoding: br").Header.Get("ETag")
	if tag == "" {
		t.Fatal("there is no ETag")
	}
	for header, want := range map[string]int{tag: 304, "W/" + tag: 304, `"other", ` + tag: 304, "*": 304, `"other"`: 200, "": 200} {
		if r := s.do("GET", "/sign-in", "Accept-Encoding: br", "If-None-Match: "+header); r.StatusCode != want {
			t.Errorf("If-None-Match %q: %d", header, r.StatusCode)
		}
	}
	if other := s.do("GET", "/").Header.Get("ETag"); other == tag {
		t.Error("two forms have one ETag")
	}
}

func TestWithoutTheApp_APageSaysHowToBuildIt_AndTheAPIAnswers(t *testing.T) {
	t.Parallel()
	s := newSite(t, "http://localhost:8080", func(c *web.Config) { c.Files = fstest.MapFS{".gitkeep": {}} })
	for _, target := range []string{"/", "/sign-in", "/graphiql", "/index.html"} {
		r := s.do("GET", target)
		if text := body(t, r); r.StatusCode != http.StatusServiceUnavailable || !strings.Contains(text, "make run") || !strings.Contains(text, "make frontend") {
			t.Errorf("%s: %d %q", target, r.StatusCode, text)
		}
	}
	if r := s.do("POST", "/graphql"); r.StatusCode != http.StatusOK {
		t.Errorf("the API answers %d", r.StatusCode)
	}
}

func TestRequestsFromPagesOfOtherSites_AreRefused(t *testing.T) {
	t.Parallel()
	s := newSite(t, "https://admin.example", nil)
	for _, c := range []struct {
		method  string
		headers []string
		status  int
	}{
		{"POST", nil, 200}, // no browser
		{"POST", []string{"Host: admin.example", "Origin: https://admin.example", "Sec-Fetch-Site: same-origin"}, 200},
		{"POST", []string{"Host: internal:8080", "Origin: https://admin.example"}, 200}, // behind a proxy that changes Host
		{"POST", []string{"Host: internal:8080", "Origin: https://admin.example", "Sec-Fetch-Site: same-origin"}, 200},
		{"POST", []string{"Host: admin.example", "Origin: https://evil.example", "Sec-Fetch-Site: cross-site"}, 403},
		{"POST", []string{"Host: admin.example", "Origin: https://evil.example"}, 403},
		{"POST", []string{"Host: admin.example", "Origin: https://sub.admin.example", "Sec-Fetch-Site: same-site"}, 403},
		{"POST", []string{"Host: admin.example", "Origin: https://admin.example:8443"}, 403},
		{"POST", []string{"Host: admin.example", "Origin: null"}, 403},
		{"POST", []string{"Host: admin.example", "Sec-Fetch-Site: cross-site"}, 403},
		{"POST", []string{"Host: evil.example", "Origin: https://admin.example.evil.example"}, 403},
		{"GET", []string{"Host: admin.example", "Origin: https://evil.example", "Sec-Fetch-Site: cross-site"}, 200}, // queries alone
		{"GET", []string{"Host: admin.example", "Upgrade: websocket", "Connection: Upgrade", "Origin: https://evil.example"}, 403},
		{"GET", []string{"Host: admin.example", "Upgrade: websocket", "Connection: Upgrade", "Origin: https://evil.example", "Sec-Fetch-Site: cross-site"}, 403},
		{"GET", []string{"Host: admin.example", "Upgrade: websocket", "Connection: Upgrade", "Origin: https://admin.example"}, 200},
	} {
		if r := s.do(c.method, "/graphql", c.headers...); r.StatusCode != c.status {
			t.Errorf("%s %q: %d", c.method, c.headers, r.StatusCode)
		}
	}
}

func TestTheDemo_AnswersToThisMachineAlone(t *testing.T) {
	t.Parallel()
	s := newSite(t, "http://localhost:8080", func(c *web.Config) {
		c.Demo, c.Mailbox = true, http.HandlerFunc(echo)
	})
	for host, status := range map[string]int{
		"localhost:8080": 200, "localhost": 200, "127.0.0.1:8080": 200, "[::1]:8080": 200, "127.9.9.9": 200,
		"evil.example": 421, "evil.example:8080": 421, "localhost.evil.example:8080": 421, "192.168.1.7:8080": 421, "0.0.0.0:8080": 421, "": 421,
	} {
		for _, target := range []string{"/", "/graphql", "/mailbox", "/healthz"} {
			if r := s.do("GET", target, "Host: "+host); r.StatusCode != status {
				t.Errorf("%s of %q: %d", target, host, r.StatusCode)
			}
		}
	}
}

func TestTheMailbox_ExistsInTheDemoAlone(t *testing.T) {
	t.Parallel()
	s := newSite(t, "http://localhost:8080", func(c *web.Config) { c.Mailbox = http.HandlerFunc(echo) })
	for _, target := range []string{"/mailbox", "/mailbox/mbx_1"} {
		if r := s.do("GET", target); body(t, r) != "the app" {
			t.Errorf("%s is there", target)
		}
	}
}

func TestAPanic_IsLogged_AndTellsTheCallerNothing(t *testing.T) {
	t.Parallel()
	s := newSite(t, "http://localhost:8080", func(c *web.Config) {
		c.GraphQL = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Query().Has("late") {
				_, _ = io.WriteString(w, "half an ans")
			}
			panic("the secret of the house")
		})
	})
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	server.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, 0)
	r, err := server.Client().Post(server.URL+"/graphql", "application/json", nil)
	if err == nil {
		text := body(t, r)
		_ = r.Body.Close()
		if r.StatusCode != http.StatusInternalServerError || strings.Contains(text, "secret") || !strings.Contains(text, `"code":"INTERNAL"`) {
			t.Errorf("the caller gets %d %q", r.StatusCode, text)
		}
	} else {
		t.Error(err)
	}
	if r, err := server.Client().Post(server.URL+"/graphql?late", "application/json", nil); err == nil {
		if _, err := io.ReadAll(r.Body); err == nil {
			t.Error("half an answer looks whole")
		}
		_ = r.Body.Close()
	}
	if log := s.log.String(); strings.Count(log, "the secret of the house") != 2 || !strings.Contains(log, "web_test.go") || strings.Count(log, "status=500") != 1 {
		t.Errorf("the log says %s", log)
	}
	if r := s.do("GET", "/"); r.StatusCode != http.StatusOK {
		t.Error("the server does not go on")
	}
}

func TestTheLog_HoldsNoSecrets(t *testing.T) {
	t.Parallel()
	s := newSite(t, "http://localhost:8080", nil)
	token := strings.Repeat("s3cret-", 6) + "s"
	s.do("GET", "/sign-in-link?token="+token)
	s.do("GET", "/graphql?query="+token, "Cookie: delegated-admin="+token, "Authorization: Bearer "+token, "Referer: http://x/"+token)
	log := s.log.String()
	if strings.Contains(log, "s3cret") || !strings.Contains(log, "path=/sign-in-link ") {
		t.Errorf("the log says %s", log)
	}
	s.do("GET", "/a%0Aid=forged%20level=ERROR")
	if strings.Contains(s.log.String(), "\nid=forged") {
		t.Error("a path makes a line of its own in the log")
	}
}

func TestHealthz_AsksTheDatabase(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		st := db.Store(t)
		log := slog.New(slog.DiscardHandler)
		base := &url.URL{Scheme: "http", Host: "localhost:8080"}
		s := &site{Handler: web.New(web.Config{
			BaseURL: base, Store: st, Identity: identity.New(st, log), GraphQL: http.HandlerFunc(echo), Files: fs.FS(app), Log: log,
		})}
		if r := s.do("GET", "/healthz"); r.StatusCode != http.StatusOK || body(t, r) != "ok\n" {
			t.Errorf("it answers %d", r.StatusCode)
		}
		if err := st.Close(); err != nil {
			t.Fatal(err)
		}
		if r := s.do("GET", "/healthz"); r.StatusCode != http.StatusServiceUnavailable {
			t.Errorf("without a database it answers %d", r.StatusCode)
		}
		// Nobody is taken for anybody while the database can't be asked, and a good cookie not for a bad one.
		r := s.do("POST", "/graphql", "Cookie: delegated-admin="+strings.Repeat("x", 43))
		if text := body(t, r); r.StatusCode != http.StatusServiceUnavailable || !strings.Contains(text, "INTERNAL") {
			t.Errorf("the API answers %d %q", r.StatusCode, text)
		}
	})
}

func TestSource_IsWhatTheOutermostTrustedProxySaw(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		proxies   int
		forwarded []string
		want      string
	}{
		{0, nil, "192.0.2.1"},
		{0, []string{"203.0.113.9"}, "192.0.2.1"},
		{1, nil, "192.0.2.1"},
		{1, []string{"203.0.113.9"}, "203.0.113.9"},
		{1, []string{"10.0.0.1, 203.0.113.9"}, "203.0.113.9"},
		{1, []string{"10.0.0.1", "203.0.113.9"}, "203.0.113.9"},
		{2, []string{"10.0.0.1, 203.0.113.9, 198.51.100.1"}, "203.0.113.9"},
		{2, []string{"203.0.113.9"}, "192.0.2.1"},
		{1, []string{"not an address"}, "192.0.2.1"},
		{1, []string{"203.0.113.9, "}, "192.0.2.1"},
		{1, []string{"2001:db8::7"}, "2001:db8::7"},
		{1, []string{"::ffff:203.0.113.9"}, "203.0.113.9"},
	} {
		s := newSite(t, "http://localhost:8080", func(w *web.Config) { w.TrustedProxies = c.proxies })
		headers := []string{"Forwarded: for=10.9.9.9", "X-Real-Ip: 10.9.9.9"}
		for _, each := range c.forwarded {
			headers = append(headers, "X-Forwarded-For: "+each)
		}
		s.do("GET", "/", headers...)
		if want := "source=" + c.want + "\n"; !strings.Contains(s.log.String(), want) {
			t.Errorf("%d proxies, %q: want %q in %s", c.proxies, c.forwarded, want, s.log)
		}
	}
}

const signIn = `mutation($u: String!, $p: String!) { signIn(input: {userName: $u, password: $p}) { viewer { user { userName } } userErrors { code message } } }`

func TestSignIn_ThroughTheAPI_KeepsACookie_UntilSignOut(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		c := s.Anonymous(t)
		r := c.MustQuery(t, signIn, apptest.Vars{"u": "adele@contoso.example", "p": apptest.Password})
		if r.At("signIn", "viewer", "user", "userName") != "adele@contoso.example" {
			t.Fatalf("it answers %s", r.Raw)
		}
		const who = `{ viewer { user { userName } } }`
		if r := c.MustQuery(t, who, nil); r.At("viewer", "user", "userName") != "adele@contoso.example" {
			t.Errorf("afterwards: %s", r.Raw)
		}
		base, _ := url.Parse(s.URL)
		kept := c.HTTP.Jar.Cookies(base)
		if len(kept) != 1 || len(kept[0].Value) != 43 {
			t.Fatalf("the browser keeps %v", kept)
		}
		c.MustQuery(t, `mutation { signOut { userErrors { code } } }`, nil)
		if left := c.HTTP.Jar.Cookies(base); len(left) != 0 {
			t.Errorf("the browser still keeps %v", left)
		}
		c.HTTP.Jar.SetCookies(base, kept) // a thief has a copy
		if r := c.MustQuery(t, who, nil); r.At("viewer") != nil {
			t.Errorf("the cookie still works: %s", r.Raw)
		}
	})
}

func TestCookies_AreForThisHostAlone_AndOutOfReachOfScripts(t *testing.T) {
	t.Parallel()
	for base, want := range map[string]string{
		"http://localhost:8080": "delegated-admin=TOKEN; Path=/; HttpOnly; SameSite=Lax",
		"https://admin.example": "__Host-delegated-admin=TOKEN; Path=/; HttpOnly; Secure; SameSite=Lax",
	} {
		var ids *identity.Service
		s := newSite(t, base, func(c *web.Config) {
			c.GraphQL = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if _, _, known := r.BasicAuth(); known {
					_ = ids.SignOut(r.Context())
				} else if _, err := ids.SignIn(r.Context(), "adele@contoso.example", apptest.Password); err != nil {
					t.Error(err)
				}
				w.WriteHeader(http.StatusOK)
				_, _ = io.WriteString(w, "a body")
			})
		})
		ids = s.ids
		set := s.do("POST", "/graphql").Header.Values("Set-Cookie")
		if len(set) != 1 {
			t.Fatalf("%s sets %q", base, set)
		}
		_, value, _ := strings.Cut(set[0], "=")
		token, _, _ := strings.Cut(value, ";")
		if got := strings.Replace(set[0], token, "TOKEN", 1); len(token) != 43 || got != want {
			t.Errorf("%s sets %q, want %q", base, got, want)
		}
		name, _, _ := strings.Cut(want, "=")
		cleared := s.do("POST", "/graphql", "Authorization: Basic YTpi", "Cookie: "+name+"="+token).Header.Values("Set-Cookie")
		if want := strings.Replace(strings.Replace(want, "TOKEN", "", 1), "Path=/;", "Path=/; Max-Age=0;", 1); len(cleared) != 1 || cleared[0] != want {
			t.Errorf("%s clears with %q, want %q", base, cleared, want)
		}
		// Over TLS a cookie without the prefix is nobody's: another host of the domain may have set it.
		other := strings.TrimPrefix(name, "__Host-")
		if other != name {
			plain := newSite(t, base, nil)
			if text := body(t, plain.do("POST", "/graphql", "Cookie: "+other+"="+token)); !strings.Contains(text, `"UserID":""`) {
				t.Errorf("a cookie without the prefix is taken: %s", text)
			}
		}
	}
}

func TestSignIn_AnswersAlike_InStatusBodyAndHeaders(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		if _, err := s.As(t, "henry@contoso.example").TryQuery(`{ __typename }`, nil); err != nil {
			t.Fatal(err)
		}
		apptest.MustDisable(t, s.Store, s.Users["henry@contoso.example"])
		var first string
		for _, c := range [][2]string{
			{"nobody@contoso.example", apptest.Password},
			{"adele@contoso.example", "wrong password"},
			{"henry@contoso.example", apptest.Password},
			{"not a user name", apptest.Password},
		} {
			body, err := json.Marshal(map[string]any{"query": signIn, "variables": map[string]string{"u": c[0], "p": c[1]}})
			if err != nil {
				t.Fatal(err)
			}
			r, err := http.Post(s.URL+"/graphql", "application/json", bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(r.Body)
			if err != nil {
				t.Fatal(err)
			}
			_ = r.Body.Close()
			r.Header.Del("X-Request-Id")
			r.Header.Del("Date")
			answer := fmt.Sprint(r.StatusCode, r.Header, string(text))
			if first == "" {
				first = answer
			}
			if answer != first || !strings.Contains(answer, "WRONG_CREDENTIALS") {
				t.Errorf("%s is answered with\n%s\nand others with\n%s", c[0], answer, first)
			}
		}
	})
}

func TestSignIn_TooOften_IsRefused_WhateverTheRequestSaysOfItsSource(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		first := apptest.NewServer(t, db)
		servers := []*apptest.Server{first, first.NewReplica(t, db)}
		var codes []string
		for i := range 14 {
			body, err := json.Marshal(map[string]any{"query": signIn, "variables": map[string]string{"u": "adele@contoso.example", "p": "wrong password"}})
			if err != nil {
				t.Fatal(err)
			}
			r, err := http.NewRequestWithContext(t.Context(), "POST", servers[i%2].URL+"/graphql", bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("X-Forwarded-For", fmt.Sprintf("203.0.113.%d", i))
			r.Header.Set("User-Agent", fmt.Sprintf("browser %d", i))
			resp, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			var result apptest.Result
			if err := json.NewDecoder(resp.Body).Decode(&result); err != nil {
				t.Fatal(err)
			}
			_ = resp.Body.Close()
			codes = append(codes, result.UserErrors("signIn")...)
		}
		want := slices.Concat(slices.Repeat([]string{"WRONG_CREDENTIALS"}, 10), slices.Repeat([]string{"RATE_LIMITED"}, 4))
		if !slices.Equal(codes, want) {
			t.Errorf("the answers are %q", codes)
		}
		r := servers[1].Anonymous(t).MustQuery(t, signIn, apptest.Vars{"u": "adele@contoso.example", "p": apptest.Password})
		if message, _ := r.At("signIn", "userErrors", 0, "message").(string); !strings.Contains(message, "Try again in 15 minutes.") {
			t.Errorf("it does not say when: %s", r.Raw)
		}
	})
}

// Failures are counted by the try and not by the request: however many are packed into one, none is tried unseen.
func TestSignIn_ManyInOneRequest_IsNotAWayAroundTheLimit(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		guess := func(alias string, n int) string {
			return fmt.Sprintf(`%s%d: signIn(input: {userName: "adele@contoso.example", password: "guess-%d"}) { userErrors { code } } `, alias, n, n)
		}
		var aliases, operations, fragments, batch, inline strings.Builder
		for i := range 100 {
			aliases.WriteString(guess("a", i))
			fmt.Fprintf(&operations, "mutation M%d { %s } ", i, guess("a", i))
			fmt.Fprintf(&fragments, "fragment F%d on Mutation { %s } ", i, guess("a", i))
			fmt.Fprintf(&inline, "... on Mutation @include(if: true) { %s } ", guess("a", i))
			text, _ := json.Marshal(map[string]string{"query": "mutation { " + guess("a", i) + "}"})
			fmt.Fprintf(&batch, ",%s", text)
		}
		two := "mutation { " + guess("a", 1) + guess("a", 2) + "}"
		document := func(text string) string {
			body, _ := json.Marshal(map[string]string{"query": text})
			return string(body)
		}
		for what, body := range map[string]string{
			"aliases":              document("mutation { " + aliases.String() + "}"),
			"two":                  document(two),
			"fragments":            document("mutation { ...F0 ...F1 } " + fragments.String()),
			"inline fragments":     document("mutation { " + inline.String() + "}"),
			"operations, unnamed":  document(operations.String()),
			"a batch":              "[" + batch.String()[1:] + "]",
			"several bodies":       document(two) + document(two),
			"the query twice":      `{"query":"{ __typename }",` + document(two)[1:],
			"an operation of each": document("query A { __typename } " + two),
		} {
			resp, err := http.Post(s.URL+"/graphql", "application/json", strings.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			text, _ := io.ReadAll(resp.Body)
			_ = resp.Body.Close()
			if strings.Contains(string(text), "WRONG_CREDENTIALS") || !strings.Contains(string(text), `"errors"`) {
				t.Errorf("%s: %.300s", what, text)
			}
		}
		ctx := viewer.NewContext(t.Context(), viewer.System)
		if n := s.Store.Ent().SignInFailure.Query().CountX(ctx); n != 0 {
			t.Errorf("%d tries were made", n)
		}
	})
}

func TestSignOut_EndsTheStreamsOfThatBrowser(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		c, other := s.As(t, "admin@contoso.example"), s.NewReplica(t, db)
		r, err := http.NewRequestWithContext(t.Context(), "POST", s.URL+"/graphql", strings.NewReader(`{"query": "subscription { delegatedAdminsChanged { __typename } }"}`))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "text/event-stream")
		resp, err := c.HTTP.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = resp.Body.Close() }()
		if got := resp.Header.Get("Content-Type"); !strings.HasPrefix(got, "text/event-stream") {
			t.Fatalf("the stream is %q: %s", got, body(t, resp))
		}
		elsewhere := s // PostgreSQL's changes reach the other processes
		if db.Dialect == "postgres" {
			elsewhere = other
		}
		again := &apptest.Client{URL: elsewhere.URL, HTTP: c.HTTP} // cookies don't know of ports
		start := time.Now()
		again.MustQuery(t, `mutation { signOut { userErrors { code } } }`, nil)
		rest := make(chan string, 1)
		go func() {
			text, _ := io.ReadAll(resp.Body)
			rest <- string(text)
		}()
		select {
		case text := <-rest:
			if !strings.Contains(text, "UNAUTHENTICATED") {
				t.Errorf("the stream ends with %q", text)
			}
			t.Logf("the stream ended after %v", time.Since(start))
		case <-time.After(10 * time.Second):
			t.Error("the stream goes on")
		}
	})
}
