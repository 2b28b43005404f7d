package store

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
)

// The size of a page.
const (
	DefaultPage = 20
	MaxPage     = 100
)

// Cursor is an opaque position in a list: the values of the order's columns at one row, the id last.
type Cursor string

// MarshalGQL writes the cursor as a GraphQL string.
func (c Cursor) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(c))) }

// UnmarshalGQL reads any string; whether it is a position shows when it is used.
func (c *Cursor) UnmarshalGQL(v any) error {
	text, ok := v.(string)
	if !ok {
		return errors.New("a Cursor is a string from pageInfo or edges")
	}
	*c = Cursor(text)
	return nil
}

// PageArgs asks for a page as the Relay cursor connections specification has it.
type PageArgs struct {
	First, Last   *int
	After, Before *Cursor
}

// Order is the order of a list: one column, then the id, both the same way. Columns are as the statement names them.
type Order struct {
	Name     string // stands in the cursor, so that a cursor of another order is refused
	Column   string
	IDColumn string
	Time     bool // the column holds a time, not a text
	Desc     bool
}

// Page is one page of a list.
type Page[T any] struct {
	Items       []T
	Cursors     []Cursor
	HasNext     bool
	HasPrevious bool
}

// At is where a row stands in an order: the value of the order's column, and the id.
type At struct {
	Value any // a time.Time or a string
	ID    uid.ID
}

// Paginate reads one page. fetch runs the list's statement, changed by what it is given; where tells a row's place.
// A page that can't be asked for is BAD_USER_INPUT.
func Paginate[T any](args PageArgs, order Order, fetch func(page func(*sql.Selector)) ([]T, error), where func(T) At) (*Page[T], error) {
	limit, backward, err := args.limit()
	if err != nil {
		return nil, err
	}
	after, err := order.decode(args.After)
	if err != nil {
		return nil, err
	}
	before, err := order.decode(args.Before)
	if err != nil {
		return nil, err
	}
	items, err := fetch(func(s *sql.Selector) {
		if after != nil {
			s.Where(order.beyond(*after, order.Desc))
		}
		if before != nil {
			s.Where(order.beyond(*before, !order.Desc))
		}
		direction := sql.Asc
		if order.Desc != backward {
			direction = sql.Desc
		}
		s.OrderBy(direction(order.Column), direction(order.IDColumn)).Limit(limit + 1)
	})
	if err != nil {
		return nil, err
	}
	more := len(items) > limit
	if more {
		items = items[:limit]
	}
	page := &Page[T]{Items: items, HasNext: more, HasPrevious: after != nil}
	if backward {
		slices.Reverse(items)
		page.HasNext, page.HasPrevious = before != nil, more
	}
	page.Cursors = make([]Cursor, len(items))
	for i, item := range items {
		page.Cursors[i] = order.encode(where(item))
	}
	return page, nil
}

func (a PageArgs) limit() (limit int, backward bool, err error) {
	switch {
	case a.First != nil && a.Last != nil:
		return 0, false, apperr.New(apperr.BadUserInput, "Ask for the first or for the last, not for both.")
	case a.First != nil:
		limit = *a.First
	case a.Last != nil:
		limit, backward = *a.Last, true
	default:
		limit = DefaultPage
	}
	if limit < 1 || limit > MaxPage {
		return 0, false, apperr.New(apperr.BadUserInput, "A page has 1 to %d rows.", MaxPage)
	}
	return limit, backward, nil
}

// beyond is what lies after a place, or before it. Its first part alone says where an index begins: PostgreSQL finds that in
// no other form, and would read all that lies on the other side.
func (o Order) beyond(at At, less bool) *sql.Predicate {
	beyond, from := sql.GT, sql.GTE
	if less {
		beyond, from = sql.LT, sql.LTE
	}
	return sql.And(from(o.Column, at.Value), sql.Or(beyond(o.Column, at.Value), beyond(o.IDColumn, at.ID)))
}

func (o Order) encode(at At) Cursor {
	value, isTime := at.Value.(time.Time)
	text, _ := at.Value.(string)
	if isTime {
		text = strconv.FormatInt(value.UnixMicro(), 36)
	}
	body, _ := json.Marshal([3]string{o.Name, text, string(at.ID)})
	return Cursor(base64.RawURLEncoding.EncodeToString(body))
}

func (o Order) decode(c *Cursor) (*At, error) {
	if c == nil {
		return nil, nil
	}
	refused := apperr.New(apperr.BadUserInput, "That is not a cursor of this list.")
	body, err := base64.RawURLEncoding.DecodeString(string(*c))
	if err != nil {
		return nil, refused
	}
	var parts [3]string
	if err := json.Unmarshal(body, &parts); err != nil || parts[0] != o.Name {
		return nil, refused
	}
	id, err := uid.Parse(parts[2])
	if err != nil {
		return nil, refused
	}
	at := &At{Value: parts[1], ID: id}
	if o.Time {
		micro, err := strconv.ParseInt(parts[1], 36, 64)
		if err != nil {
			return nil, refused
		}
		at.Value = time.UnixMicro(micro).UTC()
	}
	return at, nil
}
