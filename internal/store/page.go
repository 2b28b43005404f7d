package store

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"

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

// PageArgs asks for a page as the Relay cursor connection specification has it.
type PageArgs struct {
	First, Last   *int
	After, Before *Cursor
}

var _ = []any{sql.Asc, uid.New, base64.RawURLEncoding, json.Marshal, fmt.Sprint, apperr.New}
