package identity

import (
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
	// FirstLinkTime is how long the first link of a new account works: it may be made before a holiday.
	FirstLinkTime = 7 * 24 * time.Hour
	CodeTime      = time.Hour // a code to choose a password

	// touchEvery is how often at most the store is told that a session is used.
	touchEvery = 10 * time.Minute
	// touchTime is how long that may hold up a request.
	touchTime = 250 * time.Millisecond
	// recheckEvery is how often a stream makes sure that its session is live, beside being told of its end.
	recheckEvery = 30 * time.Second
)

// Service knows people. It is safe for many goroutines.
type Service struct {
	// Breached are passwords that nobody may choose; nil: none are known.
	Breached *Breached

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
