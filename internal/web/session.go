package web

import (
	"errors"
	"log/slog"
	"net/http"
	"net/url"

	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/viewer"
)

// cookie is how browsers keep the token of a session. It lasts until the browser is closed; how long the session
// itself does is for the store to say.
type cookie struct {
	name   string
	secure bool
}

// cookieOf names the cookie. The prefix has browsers refuse one that was not set by this very host over TLS.
func cookieOf(base *url.URL) cookie {
	if base.Scheme == "https" {
		return cookie{name: "__Host-delegated-admin", secure: true}
	}
	return cookie{name: "delegated-admin"}
}

func (c cookie) header(token string) *http.Cookie {
	out := &http.Cookie{Name: c.name, Value: token, Path: "/", Secure: c.secure, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	if token == "" {
		out.MaxAge = -1
	}
	return out
}

// sessions says who is calling, and lets browsers keep what identity gives them.
func (c cookie) sessions(people *identity.Service, log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := r.Context()
		who := viewer.Anonymous
		if sent, err := r.Cookie(c.name); err == nil && sent.Value != "" {
			who, err = people.Authenticate(ctx, sent.Value)
			if err != nil && !errors.Is(err, apperr.ErrUnauthenticated) {
				if ctx.Err() == nil {
					log.ErrorContext(ctx, "who is calling can't be told", "error", err)
				}
				refuse(w, http.StatusServiceUnavailable, "INTERNAL", "The server can't tell who you are just now. Try again in a moment.")
				return
			}
		}
		browser := &identity.Browser{Source: sourceOf(ctx), UserAgent: r.UserAgent()}
		if a, ok := w.(*answer); ok {
			a.before = func(h http.Header) {
				if kept := browser.NewCookie(); kept != nil {
					h.Add("Set-Cookie", c.header(kept.Token).String())
				}
			}
		}
		ctx = identity.WithBrowser(viewer.NewContext(ctx, who), browser)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
