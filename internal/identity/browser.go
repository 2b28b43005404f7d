package identity

import (
	"context"
	"sync"
)

// Cookie is what the browser of a signed-in person keeps; with an empty token, nothing.
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

func (b *Browser) keep(c Cookie) {
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
