// Package model has the API's own types: those that only GraphQL knows.
package model

import (
	"errors"
	"io"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// Node is anything with an id that `node(id)` can find.
type Node any

// MarshalDateTime writes t as RFC 3339 in UTC, with microseconds where there are any.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) {
		buf := make([]byte, 0, 32)
		buf = append(buf, '"')
		buf = t.UTC().Truncate(time.Microsecond).AppendFormat(buf, time.RFC3339Nano)
		buf = append(buf, '"')
		_, _ = w.Write(buf)
	})
}

// UnmarshalDateTime reads RFC 3339.
func UnmarshalDateTime(v any) (time.Time, error) {
	text, ok := v.(string)
	if ok {
		if t, err := time.Parse(time.RFC3339Nano, text); err == nil {
			return t.UTC().Truncate(time.Microsecond), nil
		}
	}
	return time.Time{}, errors.New("a DateTime is written as in RFC 3339, such as 2026-11-23T09:30:00Z")
}
