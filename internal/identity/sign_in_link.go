package identity

import (
	"context"
	"errors"
	"fmt"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/signinlink"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
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
	token, hash := newToken()
	return token, keepLink(ctx, tx, &ent.SignInLink{UserID: userID, TokenHash: hash, ExpiresAt: tx.Now.Add(LinkTime)})
}

// keepLink keeps a link or a code in the place of those that were made for the person before.
func keepLink(ctx context.Context, tx *store.Tx, link *ent.SignInLink) error {
	if err := EndSignInLinks(ctx, tx, link.UserID); err != nil {
		return err
	}
	create := tx.SignInLink.Create().SetUserID(link.UserID).SetTokenHash(link.TokenHash).SetNillableEmail(link.Email).SetCreatedAt(tx.Now).SetExpiresAt(link.ExpiresAt)
	if link.DelegationID != "" {
		create.SetDelegationID(link.DelegationID)
	}
	if err := create.Exec(ctx); err != nil {
		return fmt.Errorf("create the sign-in link: %w", err)
	}
	return nil
}

// EndSignInLinks ends the links and codes that were made for a person.
func EndSignInLinks(ctx context.Context, tx *store.Tx, userID uid.ID) error {
	err := tx.SignInLink.Update().Where(signinlink.UserID(userID), signinlink.UsedAtIsNil()).SetUsedAt(tx.Now).Exec(ctx)
	if err != nil {
		return fmt.Errorf("end earlier sign-in links: %w", err)
	}
	return nil
}

// RedeemSignInLink sets the password of the person for whom a link was made, ends all their sessions, and signs them in.
// Anyone may call it. INVALID for a password that can't be chosen, EXPIRED for a link that is used, too old or unknown,
// and for one that a delegated admin asked for whose delegation has ended.
func (s *Service) RedeemSignInLink(ctx context.Context, token, password string) (viewer.Viewer, error) {
	if err := s.newPassword(password); err != nil {
		return viewer.Anonymous, err
	}
	if !isToken(token) {
		return viewer.Anonymous, errLinkOver
	}
	link, err := s.unusedLink(ctx, hashToken(token))
	if err != nil {
		return viewer.Anonymous, err
	}
	if link == nil {
		return viewer.Anonymous, errLinkOver
	}
	hash, err := hashPassword(ctx, password)
	if err != nil {
		return viewer.Anonymous, err
	}
	v, err := s.redeem(ctx, link, hash, func(context.Context, *store.Tx) error { return nil })
	if errors.Is(err, errWrong) {
		err = errLinkOver
	}
	return v, err
}

// newPassword returns INVALID, named as an input, for a password that can't be chosen.
func (s *Service) newPassword(password string) error {
	err := s.ValidatePassword(password)
	var invalid *apperr.Error
	if errors.As(err, &invalid) {
		return invalid.On("input", "newPassword")
	}
	return err
}

// unusedLink finds a link or code to choose a password that was not used, with the delegation under which it was asked for; nil for none.
func (s *Service) unusedLink(ctx context.Context, hash []byte) (*ent.SignInLink, error) {
	link, err := s.store.Ent().SignInLink.Query().
		Where(signinlink.TokenHash(hash), signinlink.UsedAtIsNil(), signinlink.EmailIsNil()).WithDelegation().Only(asSystem(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for the sign-in link: %w", err)
	}
	return link, nil
}

// redeem uses a link or a code: sets the password, ends all sessions of the person, and signs them in. Whatever can't be
// used is errWrong, also where the person is disabled or the organization suspended. also runs in the same transaction.
func (s *Service) redeem(ctx context.Context, link *ent.SignInLink, hash string, also func(context.Context, *store.Tx) error) (viewer.Viewer, error) {
	var locks []store.Lock
	if d := link.Edges.Delegation; d != nil {
		locks = append(locks, access.Under(d.CustomerID, d.PartnerID))
	}
	return s.begin(ctx, link.UserID, func(ctx context.Context, tx *store.Tx, u *ent.User) error {
		if link.DelegationID != "" {
			live, err := tx.Delegation.Query().Where(delegation.ID(link.DelegationID), access.Live(tx.Now)).Exist(ctx)
			if err != nil {
				return fmt.Errorf("read the delegation: %w", err)
			}
			if !live {
				return errWrong
			}
		}
		if used, err := use(ctx, tx, link.ID); err != nil || !used {
			return errors.Join(err, errWrong)
		}
		if err := tx.User.Update().SetPasswordHash(hash).Where(user.ID(u.ID)).Exec(ctx); err != nil {
			return fmt.Errorf("set the password: %w", err)
		}
		if err := EndSessions(ctx, tx, u.ID); err != nil {
			return err
		}
		if err := also(ctx, tx); err != nil {
			return err
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: "user.password.set", Actor: personOf(u), OrganizationID: u.OrganizationID, TargetID: u.ID, Target: u.UserName,
		})
	}, locks...)
}
