// Package web is the HTTP side of the server: routes, security headers, who is calling, and the app's files.
package web

import (
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"

	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
)

// Config is what the handler is made of.
type Config struct {
	// BaseURL is how people reach the server. Links and cookies depend on it, never on what a request says.
	BaseURL *url.URL
	// TrustedProxies is how many proxies stand in front, each of which adds to X-Forwarded-For.
	TrustedProxies int
	// Demo also serves the mailbox, and refuses requests for any other host, since it runs on a person's own machine.
	Demo bool

	Identity *identity.Service
	Store    *store.Store
	GraphQL  http.Handler
	Mailbox  http.Handler // nil outside of the demo
	Files    fs.FS        // the built app; without index.html a page says how to build it
	Log      *slog.Logger
}

// New makes the handler of everything.
func New(c Config) http.Handler {
	protection := http.NewCrossOriginProtection()
	if err := protection.AddTrustedOrigin(c.BaseURL.Scheme + "://" + c.BaseURL.Host); err != nil {
		panic("web: the base URL has no origin: " + err.Error()) // server.go has checked it
	}
	app := newApp(c.Files)
	cookies := cookieOf(c.BaseURL)

	mux := http.NewServeMux()
	mux.Handle("/graphql", sameOrigin(protection, cookies.sessions(c.Identity, c.Log, c.GraphQL)))
	mux.HandleFunc("/healthz", health(c.Store, c.Log))
	mux.Handle("/graphiql", headers("graphiql", readOnly(app.page("graphiql.html"))))
	if c.Demo && c.Mailbox != nil {
		mailbox := sameOrigin(protection, c.Mailbox)
		mux.Handle("/mailbox", mailbox)
		mux.Handle("/mailbox/", mailbox)
	}
	mux.Handle("/", headers("app", readOnly(app)))

	var h http.Handler = mux
	if c.Demo {
		h = ownHosts(c.BaseURL, h)
	}
	return arrive(c, safe(c.BaseURL, h))
}

func health(st *store.Store, log *slog.Logger) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		if err := st.Ping(r.Context()); err != nil {
			log.WarnContext(r.Context(), "the database does not answer", "error", err)
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = w.Write([]byte("the database does not answer\n"))
			return
		}
		_, _ = w.Write([]byte("ok\n"))
	}
}
