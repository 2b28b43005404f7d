package delegation

import (
	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// CustomersStatement is the statement of a page of what v sees as a partner's, without its columns.
func (s *Service) CustomersStatement(v viewer.Viewer, q Query) (text string, args []any, err error) {
	order, at := q.order()
	_, err = store.Paginate(q.Page, order, func(page func(*sql.Selector)) ([]*Delegation, error) {
		t, _ := s.selector()
		s.narrow(t, q.Filter, func(*sql.Selector) *sql.Predicate { return s.ofPartner(v) }, page)
		text, args = t.Query()
		return nil, nil
	}, at)
	return text, args, err
}
