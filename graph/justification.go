package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
)

// justified puts into ctx why the caller does what they ask for, as extensions.justification says it.
func justified(ctx context.Context, op *graphql.OperationContext) (context.Context, error) {
	said := op.Extensions["justification"]
	if said == nil {
		return ctx, nil
	}
	text, ok := said.(string)
	if !ok {
		return ctx, apperr.New(apperr.BadUserInput, "extensions.justification must be a string.")
	}
	return audit.Justified(ctx, text)
}
