package identity

import (
	"context"
	"fmt"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/digestlink"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/store"
)

// digestLinksKept is how many links of a person work at once: those of the last weeks, and of attempts that seemed to fail.
const digestLinksKept = 8

var errDigestLinkOver = apperr.New(apperr.Expired,
	"This link is too old, or not whole. Use the one in the newest weekly mail, or sign in: the switch is in the menu under your name.").On("input", "token")

// MintDigestLink makes the token of the link in a weekly digest, just before it is sent: only its hash is ever kept. ok is
// false when the mail is not wanted any more: the person turned it off, reads elsewhere now, may not sign in, or is no
// Global Administrator.
func (s *Service) MintDigestLink(ctx context.Context, tx *store.Tx, m *ent.OutboxMessage) (token string, ok bool, err error) {
	u, err := tx.User.Get(ctx, m.UserID)
	if err != nil {
		return "", false, fmt.Errorf("read whom the digest is for: %w", err)
	}
	address := u.UserName
	if u.Email != nil {
		address = *u.Email
	}
	if !u.WeeklyDigest || !u.Enabled || address != m.Recipient || !u.RoleSet.Has(schematype.GlobalAdministrator) {
		return "", false, nil
	}
	token, hash := newToken()
	if err := tx.DigestLink.Create().SetUserID(u.ID).SetTokenHash(hash).SetCreatedAt(tx.Now).Exec(ctx); err != nil {
		return "", false, fmt.Errorf("keep the link of a digest: %w", err)
	}
	old, err := tx.DigestLink.Query().Where(digestlink.UserID(u.ID)).Order(ent.Desc(digestlink.FieldID)).Offset(digestLinksKept).Limit(100).IDs(ctx)
	if err == nil && len(old) > 0 {
		_, err = tx.DigestLink.Delete().Where(digestlink.IDIn(old...)).Exec(ctx)
	}
	if err != nil {
		return "", false, fmt.Errorf("end old links of digests: %w", err)
	}
	return token, true, nil
}

// DigestReader is the person for whom the link in a weekly digest was made; EXPIRED for a token that is unknown.
func DigestReader(ctx context.Context, st *store.Store, token string) (uid.ID, error) {
	if !isToken(token) {
		return "", errDigestLinkOver
	}
	link, err := st.Ent().DigestLink.Query().Where(digestlink.TokenHash(hashToken(token))).Only(asSystem(ctx))
	if ent.IsNotFound(err) {
		return "", errDigestLinkOver
	}
	if err != nil {
		return "", fmt.Errorf("look for the link of a digest: %w", err)
	}
	return link.UserID, nil
}
