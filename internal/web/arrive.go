package web

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"runtime/debug"
	"strings"
	"time"

	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/viewer"
)

// writeTime is how long a caller may take to take an answer. Streams set times of their own.
const writeTime = time.Minute

// arrive is what every request passes first and last: it gets an id, a caller who is nobody yet, and a line in the log,
// even if what answers it panics.
func arrive(c Config, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		id := newRequestID()
		source := source(r, c.TrustedProxies)
		ctx := context.WithValue(viewer.NewContext(audit.WithRequestID(r.Context(), id), viewer.Anonymous), sourceKey{}, source)
		a := &answer{ResponseWriter: w}
		a.Header().Set("X-Request-Id", id)
		_ = http.NewResponseController(w).SetWriteDeadline(start.Add(writeTime)) // not every ResponseWriter can
		defer func() {
			fault := recover()
			if fault != nil && fault != http.ErrAbortHandler {
				c.Log.ErrorContext(ctx, "panic", "id", id, "value", fmt.Sprint(fault), "stack", string(debug.Stack()))
				fault = http.ErrAbortHandler // so that half an answer does not look whole
				if a.status == 0 {
					fault = nil
					refuse(a, http.StatusInternalServerError, "INTERNAL", "Something went wrong on the server.")
				}
			}
			if a.status == 0 && fault == nil {
				a.status = http.StatusOK
			}
			// Never the query: what stands there can be a secret that somebody mistyped.
			c.Log.LogAttrs(ctx, slog.LevelInfo, "request",
				slog.String("id", id), slog.String("method", r.Method), slog.String("path", r.URL.Path), slog.Int("status", a.status),
				slog.Duration("duration", time.Since(start)), slog.String("source", source))
			if fault != nil {
				panic(fault)
			}
		}()
		next.ServeHTTP(a, r.WithContext(ctx))
	})
}

func newRequestID() string {
	var raw [12]byte
	_, _ = rand.Read(raw[:]) // never fails
	return hex.EncodeToString(raw[:])
}

type sourceKey struct{}

func sourceOf(ctx context.Context) string {
	text, _ := ctx.Value(sourceKey{}).(string)
	return text
}

// source is the address that a request comes from. Behind proxies that is what the outermost of them saw; what stands
// before that in X-Forwarded-For anybody can write.
func source(r *http.Request, proxies int) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if proxies <= 0 {
		return host
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	if len(hops) < proxies {
		return host
	}
	addr, err := netip.ParseAddr(strings.TrimSpace(hops[len(hops)-proxies]))
	if err != nil {
		return host
	}
	return addr.Unmap().String()
}

// answer notes the status, and lets headers be added at the last moment.
type answer struct {
	http.ResponseWriter
	status int
	before func(http.Header) // nil, or called once before the headers go out
}

func (a *answer) begin(status int) {
	if a.status != 0 {
		return
	}
	if a.before != nil {
		a.before(a.Header())
	}
	a.status = status
}

// WriteHeader sends the headers.
func (a *answer) WriteHeader(status int) {
	if status >= 200 || status == http.StatusSwitchingProtocols {
		a.begin(status)
	}
	a.ResponseWriter.WriteHeader(status)
}

// Write sends a part of the body.
func (a *answer) Write(p []byte) (int, error) {
	a.begin(http.StatusOK)
	return a.ResponseWriter.Write(p)
}

// Flush sends what was written so far.
func (a *answer) Flush() {
	a.begin(http.StatusOK)
	_ = http.NewResponseController(a.ResponseWriter).Flush()
}

// Hijack hands over the connection, for websockets.
func (a *answer) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	a.begin(http.StatusSwitchingProtocols)
	return http.NewResponseController(a.ResponseWriter).Hijack()
}

// Unwrap is for http.ResponseController.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }
