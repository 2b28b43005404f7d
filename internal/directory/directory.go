// Package directory has organizations and what belongs to them: people, domains, subscriptions, the technical contact.
package directory

import (
	"context"
	"fmt"
	"net"
	"strings"

	"entgo.io/ent/dialect/sql"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/domain"
	"delegatedadmin.example/ent/organization"
	"delegatedadmin.example/ent/partner"
	"delegatedadmin.example/ent/product"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/subscription"
	"delegatedadmin.example/ent/terms"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Config is what the service needs.
type Config struct {
	Store         *store.Store
	InitialDomain string        // under which new organizations get their first domain
	Resolver      *net.Resolver // finds the records that prove who controls a domain
}

// Service reads and changes the directory for a viewer, who stands in the context.
type Service struct {
	store         *store.Store
	initialDomain string
	resolver      *net.Resolver
}

// New makes the service.
func New(c Config) *Service {
	return &Service{store: c.Store, initialDomain: c.InitialDomain, resolver: c.Resolver}
}

// NameKey folds a name for search and order: case and Unicode forms make no difference.
func NameKey(name string) string {
	return cases.Fold().String(norm.NFKC.String(strings.TrimSpace(name)))
}

// Organization returns an organization that the viewer belongs to or administers, or NOT_FOUND.
func (s *Service) Organization(ctx context.Context, id uid.ID) (*ent.Organization, error) {
	return only(s.store.Ent().Organization.Query().
		Where(organization.ID(id), s.reach(ctx, access.ReadOrganization, organization.FieldID)).Only(ctx))
}

// Organizations returns those with these ids that the viewer belongs to or administers, in one statement.
func (s *Service) Organizations(ctx context.Context, ids []uid.ID) (map[uid.ID]*ent.Organization, error) {
	rows, err := s.store.Ent().Organization.Query().
		Where(organization.IDIn(ids...), s.reach(ctx, access.ReadOrganization, organization.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read organizations: %w", err)
	}
	out := make(map[uid.ID]*ent.Organization, len(rows))
	for _, row := range rows {
		out[row.ID] = row
	}
	return out, nil
}

// User returns a person whom the viewer may see: themselves, or anyone of an organization where they may read users.
// Others are NOT_FOUND.
func (s *Service) User(ctx context.Context, id uid.ID) (*ent.User, error) {
	people, err := s.Users(ctx, []uid.ID{id})
	if err != nil {
		return nil, err
	}
	if u := people[id]; u != nil {
		return u, nil
	}
	return nil, apperr.Unseen("user")
}

// Users returns those of the people with these ids whom the viewer may see, in one statement.
func (s *Service) Users(ctx context.Context, ids []uid.ID) (map[uid.ID]*ent.User, error) {
	v := viewer.FromContext(ctx)
	if len(ids) == 0 || !v.SignedIn() {
		return nil, nil
	}
	rows, err := s.store.Ent().User.Query().Where(user.IDIn(ids...), user.PurgedAtIsNil(), func(q *sql.Selector) {
		q.Where(access.SeesUser(s.store, v, q.C(user.FieldID), q.C(user.FieldOrganizationID)))
	}).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read users: %w", err)
	}
	out := make(map[uid.ID]*ent.User, len(rows))
	for _, row := range rows {
		out[row.ID] = row
	}
	return out, nil
}

// Partner returns the public face of a partner, for anyone who is signed in, or NOT_FOUND.
func (s *Service) Partner(ctx context.Context, id uid.ID) (*ent.Partner, error) {
	if !viewer.FromContext(ctx).SignedIn() {
		return nil, apperr.SignInFirst()
	}
	return only(s.store.Ent().Partner.Query().Where(partner.ID(id)).Only(ctx))
}

// Partners returns the public faces of the partners with these ids, for anyone who is signed in, in one statement.
func (s *Service) Partners(ctx context.Context, ids []uid.ID) (map[uid.ID]*ent.Partner, error) {
	if !viewer.FromContext(ctx).SignedIn() {
		return nil, apperr.SignInFirst()
	}
	rows, err := s.store.Ent().Partner.Query().Where(partner.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read partners: %w", err)
	}
	out := make(map[uid.ID]*ent.Partner, len(rows))
	for _, row := range rows {
		out[row.ID] = row
	}
	return out, nil
}

// Terms returns the terms with these ids, in one statement. Terms are public.
func (s *Service) Terms(ctx context.Context, ids []uid.ID) (map[uid.ID]*ent.Terms, error) {
	rows, err := s.store.Ent().Terms.Query().Where(terms.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read terms: %w", err)
	}
	out := make(map[uid.ID]*ent.Terms, len(rows))
	for _, row := range rows {
		out[row.ID] = row
	}
	return out, nil
}

// Products is the catalog, by name, for anyone who is signed in.
func (s *Service) Products(ctx context.Context) ([]*ent.Product, error) {
	return s.store.Ent().Product.Query().Order(product.ByName(), product.ByID()).All(ctx)
}

// Product returns a product of the catalog, or NOT_FOUND.
func (s *Service) Product(ctx context.Context, id uid.ID) (*ent.Product, error) {
	return only(s.store.Ent().Product.Query().Where(product.ID(id)).Only(ctx))
}

// Domain returns a domain of an organization where the viewer may read domains, or NOT_FOUND.
func (s *Service) Domain(ctx context.Context, id uid.ID) (*ent.Domain, error) {
	return only(s.store.Ent().Domain.Query().Where(domain.ID(id), s.reach(ctx, access.ReadDomains, domain.FieldOrganizationID)).Only(ctx))
}

// DomainsByID are those with these ids of organizations where the viewer may read domains, in one statement.
func (s *Service) DomainsByID(ctx context.Context, ids []uid.ID) (map[uid.ID]*ent.Domain, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := s.store.Ent().Domain.Query().
		Where(domain.IDIn(ids...), s.reach(ctx, access.ReadDomains, domain.FieldOrganizationID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read domains: %w", err)
	}
	out := make(map[uid.ID]*ent.Domain, len(rows))
	for _, row := range rows {
		out[row.ID] = row
	}
	return out, nil
}

// Subscription returns a subscription of an organization where the viewer may read subscriptions, or NOT_FOUND.
func (s *Service) Subscription(ctx context.Context, id uid.ID) (*ent.Subscription, error) {
	return only(s.store.Ent().Subscription.Query().WithProduct().
		Where(subscription.ID(id), s.reach(ctx, access.ReadSubscriptions, subscription.FieldOrganizationID)).Only(ctx))
}

// SubscriptionsByID are those with these ids of organizations where the viewer may read subscriptions, in one statement.
func (s *Service) SubscriptionsByID(ctx context.Context, ids []uid.ID) (map[uid.ID]*ent.Subscription, error) {
	rows, err := s.store.Ent().Subscription.Query().WithProduct().
		Where(subscription.IDIn(ids...), s.reach(ctx, access.ReadSubscriptions, subscription.FieldOrganizationID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read subscriptions: %w", err)
	}
	out := make(map[uid.ID]*ent.Subscription, len(rows))
	for _, row := range rows {
		out[row.ID] = row
	}
	return out, nil
}

func (s *Service) reach(ctx context.Context, p access.Permission, column string) func(*sql.Selector) {
	v := viewer.FromContext(ctx)
	return func(q *sql.Selector) { q.Where(access.Reach(s.store, v, p, q.C(column))) }
}

// why turns an empty answer into the reason for it, if there is one.
func (s *Service) why(ctx context.Context, rows int, err error, organizationID uid.ID, p access.Permission) error {
	if err != nil || rows > 0 {
		return err
	}
	return access.Require(ctx, s.store, viewer.FromContext(ctx), organizationID, p)
}

func only[T any](row T, err error) (T, error) {
	if ent.IsNotFound(err) {
		return row, apperr.Unseen("object")
	}
	return row, err
}
