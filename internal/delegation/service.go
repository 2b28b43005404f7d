package delegation

import (
	"log/slog"

	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
)

// Config is what the service needs.
type Config struct {
	Store         *store.Store
	Identity      *identity.Service
	InitialDomain string // under which new organizations get their first domain
	Log           *slog.Logger
}

// Service makes offers, answers them, and ends delegations, for the viewer in the context.
type Service struct {
	store         *store.Store
	identity      *identity.Service
	initialDomain string
	log           *slog.Logger
	digests       digests
}

// New makes the service.
func New(c Config) *Service {
	return &Service{store: c.Store, identity: c.Identity, initialDomain: c.InitialDomain, log: c.Log}
}

// InitialDomain is the domain under which new organizations get their first one.
func (s *Service) InitialDomain() string { return s.initialDomain }

// OfferLock lets one answer to an offer decide at a time, and no link be made beside it.
func OfferLock(id uid.ID) store.Lock { return store.Lock{Key: "offer:" + string(id), Exclusive: true} }
