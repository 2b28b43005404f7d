// Package viewer says who is calling. There is always somebody: a person with a session, Anonymous, or the System.
package viewer

import (
	"context"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
)

// Viewer is who is calling, in their own organization. Acting on behalf of a customer never changes it: the customer
// is named by what is acted on, the actor stays the person.
type Viewer struct {
	UserID           uid.ID
	UserName         string
	DisplayName      string
	Email            string
	OrganizationID   uid.ID
	OrganizationName string
	PartnerID        uid.ID // empty unless the organization is a partner
	Roles            schematype.RoleSet
	SessionID        uid.ID
	system           bool
}

// Anonymous is a caller who is not signed in.
var Anonymous = Viewer{}

// System is the server itself: its workers and its command line.
var System = Viewer{DisplayName: "Delegated Admin", system: true}

// SignedIn tells whether a person is calling.
func (v Viewer) SignedIn() bool { return v.UserID != "" }

// IsSystem tells whether the server itself is calling.
func (v Viewer) IsSystem() bool { return v.system }

type ctxKey struct{}

// NewContext says who is calling in ctx.
func NewContext(ctx context.Context, v Viewer) context.Context {
	return context.WithValue(ctx, ctxKey{}, &v)
}

// Become says that the caller of a request is v from now on: they have just signed in, and the rest of the answer is
// read as them. It is for the goroutine that answers the request, before it reads on.
func Become(ctx context.Context, v Viewer) {
	if caller, ok := ctx.Value(ctxKey{}).(*Viewer); ok {
		*caller = v
	}
}

// FromContext returns who is calling: Anonymous when nobody was named.
func FromContext(ctx context.Context) Viewer {
	if caller, ok := ctx.Value(ctxKey{}).(*Viewer); ok {
		return *caller
	}
	return Anonymous
}

// Named tells whether somebody said who is calling, even if it is Anonymous. The store refuses a context in which
// nobody did: it came past the door where people are recognized.
func Named(ctx context.Context) bool {
	return ctx.Value(ctxKey{}) != nil
}
