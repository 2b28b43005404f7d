package identity

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"log/slog"
	"sync"
	"time"

	"delegatedadmin.example/ent/session"
	"delegatedadmin.example/internal/store"
)

// How long things last.
const (
	IdleTime     = 8 * time.Hour      // a session that is not used
	AbsoluteTime = 7 * 24 * time.Hour // any session
	LinkTime     = 24 * time.Hour     // a sign-in link

	// touchEvery is how often at most the store is told that a session is used.
	touchEvery = 10 * time.Minute
	// touchTime is how long that may hold up a request.
	touchTime = 250 * time.Millisecond
	// recheckEvery is how often a stream makes sure that its session is live, beside being told of its end.
	recheckEvery = 30 * time.Second
)

// Service knows people. It is safe for many goroutines.
type Service struct {
	store *store.Store
	log   *slog.Logger

	byToken, byID string   // the statements of liveSession
	touching      sync.Map // the sessions whose last use is being written
}

// New makes the service.
func New(st *store.Store, log *slog.Logger) *Service {
	return &Service{
		store: st, log: log,
		byToken: liveSessionBy(session.FieldTokenHash, st), byID: liveSessionBy(session.FieldID, st),
	}
}

// newToken makes a secret of 256 random bits in 43 characters. The store only ever sees its hash.
func newToken() (token string, hash []byte) {
	raw := make([]byte, 32)
	_, _ = rand.Read(raw) // never fails: the process ends where there is no randomness
	token = base64.RawURLEncoding.EncodeToString(raw)
	return token, hashToken(token)
}

func hashToken(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// isToken tells whether text has the form of a token, so that nothing else costs a look into the store.
func isToken(text string) bool {
	if len(text) != 43 {
		return false
	}
	for _, c := range []byte(text) {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

// Cookie is what the browser of a signed-in person keeps.
type Cookie struct{ Token string }

// Browser is where a request comes from. The web adapter puts it into the context; without it there is none, as for
// the command line.
type Browser struct {
	Source    string // the address, as text
	UserAgent string

	mu     sync.Mutex
	cookie *Cookie
}

type browserKey struct{}

// WithBrowser says which browser the requests in ctx come from.
func WithBrowser(ctx context.Context, b *Browser) context.Context {
	return context.WithValue(ctx, browserKey{}, b)
}

func browserOf(ctx context.Context) *Browser {
	if b, ok := ctx.Value(browserKey{}).(*Browser); ok {
		return b
	}
	return &Browser{}
}

// Remember has the browser of ctx keep the token of a new session with the answer. Call it after the commit of the
// transaction in which StartSession made the session.
func Remember(ctx context.Context, token string) { browserOf(ctx).set(Cookie{Token: token}) }

// forget has the browser of ctx drop its token.
func forget(ctx context.Context) { browserOf(ctx).set(Cookie{}) }

func (b *Browser) set(c Cookie) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.cookie = &c
}

// NewCookie returns what the browser is to keep from now on: nil for no change, an empty token for nothing.
func (b *Browser) NewCookie() *Cookie {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.cookie
}
