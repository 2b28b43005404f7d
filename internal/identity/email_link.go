package identity

import (
	"context"
	"fmt"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/signinlink"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/store"
)

// EmailLink finds the link by which a person confirms a new address; a token that is unknown or was used is EXPIRED.
func EmailLink(ctx context.Context, st *store.Store, token string) (*ent.SignInLink, error) {
	if !isToken(token) {
		return nil, errLinkOver
	}
	link, err := st.Ent().SignInLink.Query().
		Where(signinlink.TokenHash(hashToken(token)), signinlink.UsedAtIsNil(), signinlink.EmailNotNil()).Only(asSystem(ctx))
	if ent.IsNotFound(err) {
		return nil, errLinkOver
	}
	if err != nil {
		return nil, fmt.Errorf("look for the link of an address: %w", err)
	}
	return link, nil
}

// UseEmailLink uses a link of EmailLink, once, and returns whose it is: EXPIRED when it was used meanwhile or is too old,
// and where the person may not sign in. The transaction holds access.EndingSession.
func UseEmailLink(ctx context.Context, tx *store.Tx, link *ent.SignInLink) (*ent.User, error) {
	u, err := tx.User.Query().Where(user.ID(link.UserID)).WithOrganization().Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the person: %w", err)
	}
	if !u.Enabled || u.Edges.Organization.SuspendedAt != nil {
		return nil, errLinkOver
	}
	used, err := use(ctx, tx, link.ID)
	if err == nil && !used {
		err = errLinkOver
	}
	return u, err
}

// use uses a link or code up; false when it was used before or is too old.
func use(ctx context.Context, tx *store.Tx, id uid.ID) (bool, error) {
	n, err := tx.SignInLink.Update().
		Where(signinlink.ID(id), signinlink.UsedAtIsNil(), signinlink.ExpiresAtGT(tx.Now)).
		SetUsedAt(tx.Now).Save(ctx)
	if err != nil {
		return false, fmt.Errorf("use the link: %w", err)
	}
	return n == 1, nil
}
