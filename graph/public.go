package graph

import (
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/viewer"
)

// public lists the root fields that answer callers who are not signed in. This is the one place: whatever is missing
// here is closed to them. What an open field then shows or does is for its service to decide.
var public = map[ast.Operation][]string{
	ast.Query: {
		"__typename",
		"installation", // the sign-in page needs it
		"offer",        // for whoever holds the link
		"viewer",       // null tells that nobody is signed in
	},
	ast.Mutation: {
		"__typename",
		"acceptOffer",        // with a new organization, for an addressee who has none yet
		"confirmEmailChange", // for whoever holds the link
		"redeemPasswordCode",
		"redeemSignInLink",
		"reportOffer", // for whoever holds the link
		"signIn",
		"signOut",
		"stopWeeklyDigest", // for whoever holds the link
	},
}

// admit refuses an operation with a root field that v may not ask for, before any of it runs. It sees the fields that
// would run: fragments are resolved, what @skip leaves out is left out.
func admit(op *graphql.OperationContext, root string, v viewer.Viewer) *gqlerror.Error {
	if v.SignedIn() {
		return nil
	}
	open := public[op.Operation.Operation]
	for _, field := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{root}) {
		if !slices.Contains(open, field.Name) {
			err := refusal(apperr.Unauthenticated, "Sign in first.")
			err.Path = ast.Path{ast.PathName(field.Alias)}
			return at(err, field.Position)
		}
	}
	return nil
}
