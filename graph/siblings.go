package graph

import (
	"context"
	"slices"
	"sync"
)

// pages are the rows that the lists of one operation show, so that what stands beside a row can be read for all rows
// of its list at once.
type pages struct {
	mu   sync.Mutex
	all  []any                       // each a *siblings of its kind of row
	read map[any]func() (any, error) // what was read once for the operation
}

type pagesKey struct{}

// withPages lets the lists of an operation be remembered.
func withPages(ctx context.Context) context.Context {
	return context.WithValue(ctx, pagesKey{}, &pages{})
}

// oncePerOperation reads something when it is asked for first; whoever asks after that in the same operation gets what
// was read. A message of a stream reads anew.
func oncePerOperation[T any](ctx context.Context, key any, read func() (T, error)) (T, error) {
	p, ok := ctx.Value(pagesKey{}).(*pages)
	if !ok {
		return read()
	}
	p.mu.Lock()
	f := p.read[key]
	if f == nil {
		f = sync.OnceValues(func() (any, error) { return read() })
		if p.read == nil {
			p.read = map[any]func() (any, error){}
		}
		p.read[key] = f
	}
	p.mu.Unlock()
	value, err := f()
	out, _ := value.(T)
	return out, err
}

// siblings are the rows of one list.
type siblings[R comparable] struct {
	rows []R

	mu   sync.Mutex
	read map[string]func() (any, error) // by the name of the neighbor
}

// remember notes that rows are shown together.
func remember[R comparable](ctx context.Context, rows []R) {
	p, ok := ctx.Value(pagesKey{}).(*pages)
	if !ok || len(rows) < 2 {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.all = append(p.all, &siblings[R]{rows: rows})
}

// among tells whether each of rows is one of a list.
func among[R comparable](rows, list []R) bool {
	return !slices.ContainsFunc(rows, func(row R) bool { return !slices.Contains(list, row) })
}

// siblingsOf finds the list that shows these rows; nil when they were not remembered.
func siblingsOf[R comparable](ctx context.Context, rows []R) *siblings[R] {
	p, ok := ctx.Value(pagesKey{}).(*pages)
	if !ok || len(rows) == 0 {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, each := range p.all {
		if s, ok := each.(*siblings[R]); ok && among(rows, s.rows) {
			return s
		}
	}
	return nil
}

// once reads a neighbor of all rows when the first of them asks for it; the others wait.
func (s *siblings[R]) once(name string, read func() (any, error)) (any, error) {
	s.mu.Lock()
	if s.read == nil {
		s.read = map[string]func() (any, error){}
	}
	f := s.read[name]
	if f == nil {
		f = sync.OnceValues(read)
		s.read[name] = f
	}
	s.mu.Unlock()
	return f()
}
