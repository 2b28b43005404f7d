package web

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
)

// The content security policies. The hash in the app's is that of an empty style element: Fluent UI makes such ones and
// fills them by script, so that no inline style is needed. GraphiQL's editor does need them, on its own page alone.
var policies = map[string]string{
	"app": "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; " +
		"connect-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; " + noFrames,
	"graphiql": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self'; " +
		"connect-src 'self'; img-src 'self' data:; font-src 'self' data:; " + noFrames,
	"": "default-src 'none'; style-src 'self'; " + noFrames,
}

const noFrames = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// safe puts the headers on every answer that keep browsers from doing more than they are asked to.
func safe(base *url.URL, next http.Handler) http.Handler {
	secure := base.Scheme == "https"
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policies[""])
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
		if secure {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

// headers gives pages the policy of that name.
func headers(policy string, next http.Handler) http.Handler {
	value := policies[policy]
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", value)
		next.ServeHTTP(w, r)
	})
}

// readOnly lets nothing through but GET and HEAD.
func readOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "This page can only be read.", http.StatusMethodNotAllowed)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// sameOrigin refuses what pages of other origins send with the cookies of ours: every request that may change
// something, and websockets, which browsers open by GET.
func sameOrigin(protection *http.CrossOriginProtection, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked := r
		if r.Header.Get("Upgrade") != "" {
			asked = new(http.Request)
			*asked = *r
			asked.Method = http.MethodPost
		}
		if err := protection.Check(asked); err != nil {
			refuse(w, http.StatusForbidden, "FORBIDDEN", "Requests from pages of other sites are refused.")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// ownHosts refuses requests for hosts that are neither this machine nor the base URL's: a page of any site can give its
// own name the address of this machine, and would then pass for one of ours.
func ownHosts(base *url.URL, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		host = strings.Trim(host, "[]")
		if addr, err := netip.ParseAddr(host); host != base.Hostname() && host != "localhost" && (err != nil || !addr.IsLoopback()) {
			http.Error(w, "The demo answers to localhost alone.", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// refuse answers as the API does.
func refuse(w http.ResponseWriter, status int, code, message string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(`{"errors":[{"message":"` + message + `","extensions":{"code":"` + code + `"}}]}` + "\n"))
}
