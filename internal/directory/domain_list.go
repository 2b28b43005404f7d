package directory

import (
	"context"
	"strings"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/domain"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/store"
)

// DomainFilter says which domains.
type DomainFilter struct {
	Search    string // part of the name
	Verified  *bool
	IsDefault *bool
}

// Domains is a page of an organization's domains, by name. FORBIDDEN or NOT_FOUND when the viewer may not read them.
func (s *Service) Domains(ctx context.Context, organizationID uid.ID, f DomainFilter, args store.PageArgs) (*store.Page[*ent.Domain], error) {
	t := sql.Table(domain.Table)
	order := store.Order{Name: "name", Column: t.C(domain.FieldName), IDColumn: t.C(domain.FieldID)}
	return store.Paginate(args, order,
		func(page func(*sql.Selector)) ([]*ent.Domain, error) {
			rows, err := s.domains(ctx, organizationID, f).Where(page).All(ctx)
			return rows, s.why(ctx, len(rows), err, organizationID, access.ReadDomains)
		},
		func(d *ent.Domain) store.At { return store.At{Value: d.Name, ID: d.ID} })
}

// CountDomains is how many there are in all pages.
func (s *Service) CountDomains(ctx context.Context, organizationID uid.ID, f DomainFilter) (int, error) {
	return s.domains(ctx, organizationID, f).Count(ctx)
}

func (s *Service) domains(ctx context.Context, organizationID uid.ID, f DomainFilter) *ent.DomainQuery {
	q := s.store.Ent().Domain.Query().
		Where(domain.OrganizationID(organizationID), s.reach(ctx, access.ReadDomains, domain.FieldOrganizationID))
	if part := strings.ToLower(strings.TrimSpace(f.Search)); part != "" { // as names are kept
		q.Where(domain.NameContains(part))
	}
	if f.Verified != nil {
		if *f.Verified {
			q.Where(domain.VerifiedAtNotNil())
		} else {
			q.Where(domain.VerifiedAtIsNil())
		}
	}
	if f.IsDefault != nil {
		q.Where(domain.IsDefault(*f.IsDefault))
	}
	return q
}
