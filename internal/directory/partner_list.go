package directory

import (
	"context"
	"fmt"
	"strings"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/organization"
	"delegatedadmin.example/ent/partner"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// PartnerFilter says which partners of the directory.
type PartnerFilter struct {
	Search  string // part of the name or of the domain
	Country string // where they are based
	Service *schematype.PartnerService
}

// ListedPartners is a page of the partners that want to be found and are not suspended, by name, for anyone who is signed in.
func (s *Service) ListedPartners(ctx context.Context, f PartnerFilter, args store.PageArgs) (*store.Page[*ent.Partner], error) {
	if !viewer.FromContext(ctx).SignedIn() {
		return nil, apperr.SignInFirst()
	}
	t := sql.Table(partner.Table)
	order := store.Order{Name: "name", Column: t.C(partner.FieldNameKey), IDColumn: t.C(partner.FieldID)}
	return store.Paginate(args, order,
		func(page func(*sql.Selector)) ([]*ent.Partner, error) { return s.listed(f).Where(page).All(ctx) },
		func(p *ent.Partner) store.At { return store.At{Value: p.NameKey, ID: p.ID} })
}

// CountListedPartners is how many there are in all pages.
func (s *Service) CountListedPartners(ctx context.Context, f PartnerFilter) (int, error) {
	return s.listed(f).Count(ctx)
}

func (s *Service) listed(f PartnerFilter) *ent.PartnerQuery {
	q := s.store.Ent().Partner.Query().Where(partner.Listed(true), partner.HasOrganizationWith(organization.SuspendedAtIsNil()))
	if key := NameKey(f.Search); key != "" {
		q.Where(partner.Or(partner.NameKeyContains(key), partner.DomainContains(key)))
	}
	if f.Country != "" {
		q.Where(partner.Country(strings.ToUpper(f.Country)))
	}
	if f.Service != nil {
		q.Where(func(t *sql.Selector) {
			t.Where(sql.P(func(b *sql.Builder) {
				b.Ident(t.C(partner.FieldServiceSet)).WriteString(fmt.Sprintf(" & %d <> 0", schematype.Services(*f.Service)))
			}))
		})
	}
	return q
}
