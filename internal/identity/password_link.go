package identity

import (
	"context"
	"fmt"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
)

// ForgetPassword ends what a person signs in with: their password, the links and codes to choose one, and every session.
// Who may ask for it is for the caller to decide, whose transaction holds access.EndingSession.
func ForgetPassword(ctx context.Context, tx *store.Tx, userID uid.ID) error {
	if err := tx.User.Update().Where(user.ID(userID)).SetPasswordHash("").Exec(ctx); err != nil {
		return fmt.Errorf("forget the password: %w", err)
	}
	if err := EndSignInLinks(ctx, tx, userID); err != nil {
		return err
	}
	return EndSessions(ctx, tx, userID)
}

// EndSessions signs a person out everywhere. The transaction holds access.EndingSession.
func EndSessions(ctx context.Context, tx *store.Tx, userID uid.ID) error {
	_, err := revoke(ctx, tx, userID)
	return err
}

// MintPasswordLink makes the token of a mail with which a person chooses a password, or confirms a new address, just before
// it is sent: only its hash is ever kept. ok is false when no mail is needed any more: the person may not sign in or reads elsewhere now, or
// the delegation has ended under which it was asked for.
func (s *Service) MintPasswordLink(ctx context.Context, tx *store.Tx, m *ent.OutboxMessage) (token string, ok bool, err error) {
	wanted, err := tx.User.Query().Where(user.ID(m.UserID), user.Enabled(true), user.Email(m.Recipient)).Exist(ctx)
	if err != nil {
		return "", false, fmt.Errorf("read whom the link is for: %w", err)
	}
	if wanted && m.DelegationID != "" {
		wanted, err = tx.Delegation.Query().Where(delegation.ID(m.DelegationID), access.Live(tx.Now)).Exist(ctx)
		if err != nil {
			return "", false, fmt.Errorf("read the delegation: %w", err)
		}
	}
	if !wanted {
		return "", false, nil
	}
	life := LinkTime
	if mail.Kind(m.Kind) == mail.PasswordFirst {
		life = FirstLinkTime
	}
	token, hash := newToken()
	link := &ent.SignInLink{UserID: m.UserID, DelegationID: m.DelegationID, TokenHash: hash, ExpiresAt: tx.Now.Add(life)}
	if address, ok := m.Data["address"]; ok && mail.Kind(m.Kind) == mail.EmailChange {
		link.Email = &address
	}
	err = keepLink(ctx, tx, link)
	return token, err == nil, err
}
