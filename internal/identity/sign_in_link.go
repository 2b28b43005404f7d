package identity

import (
	"context"
	"errors"
	"fmt"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/signinlink"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// errLinkOver is the answer to every link that can't be used, whatever the reason is.
var errLinkOver = apperr.New(apperr.Expired, "This link has been used, or is too old. Ask for a new one.").On("input", "token")

// CreateSignInLink makes a link with which a person chooses a password, once and within a day, and returns the token
// that stands behind # in it. Links made for them before stop working. Who may have it is for the caller to decide.
func (s *Service) CreateSignInLink(ctx context.Context, tx *store.Tx, userID uid.ID) (token string, err error) {
	err = tx.SignInLink.Update().Where(signinlink.UserID(userID), signinlink.UsedAtIsNil()).SetUsedAt(tx.Now).Exec(ctx)
	if err != nil {
		return "", fmt.Errorf("end earlier sign-in links: %w", err)
	}
	token, hash := newToken()
	err = tx.SignInLink.Create().SetUserID(userID).SetTokenHash(hash).SetCreatedAt(tx.Now).SetExpiresAt(tx.Now.Add(LinkTime)).Exec(ctx)
	if err != nil {
		return "", fmt.Errorf("create the sign-in link: %w", err)
	}
	return token, nil
}

// RedeemSignInLink sets the password of the person for whom a link was made, ends all their sessions, and signs them in.
// Anyone may call it. INVALID for a password that can't be chosen, EXPIRED for a link that is used, too old or unknown.
func (s *Service) RedeemSignInLink(ctx context.Context, token, password string) (viewer.Viewer, error) {
	if err := ValidatePassword(password); err != nil {
		var invalid *apperr.Error
		if errors.As(err, &invalid) {
			err = invalid.On("input", "newPassword")
		}
		return viewer.Anonymous, err
	}
	if !isToken(token) {
		return viewer.Anonymous, errLinkOver
	}
	link, err := s.store.Ent().SignInLink.Query().
		Where(signinlink.TokenHash(hashToken(token)), signinlink.UsedAtIsNil()).Only(asSystem(ctx))
	if ent.IsNotFound(err) {
		return viewer.Anonymous, errLinkOver
	}
	if err != nil {
		return viewer.Anonymous, fmt.Errorf("look for the sign-in link: %w", err)
	}
	hash, err := hashPassword(ctx, password)
	if err != nil {
		return viewer.Anonymous, err
	}
	v, err := s.begin(ctx, link.UserID, func(ctx context.Context, tx *store.Tx, u *ent.User) error {
		n, err := tx.SignInLink.Update().
			Where(signinlink.ID(link.ID), signinlink.UsedAtIsNil(), signinlink.ExpiresAtGT(tx.Now)).
			SetUsedAt(tx.Now).Save(ctx)
		if err != nil {
			return fmt.Errorf("use the sign-in link: %w", err)
		}
		if n == 0 {
			return errLinkOver
		}
		if err := tx.User.Update().SetPasswordHash(hash).Where(user.ID(u.ID)).Exec(ctx); err != nil {
			return fmt.Errorf("set the password: %w", err)
		}
		if _, err := revoke(ctx, tx, u.ID); err != nil {
			return err
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: "user.password.set", Actor: personOf(u), OrganizationID: u.OrganizationID, TargetID: u.ID, Target: u.UserName,
		})
	})
	if errors.Is(err, errWrong) { // the person is disabled, or their organization suspended
		err = errLinkOver
	}
	return v, err
}
