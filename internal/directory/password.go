package directory

import (
	"context"
	"fmt"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/predicate"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
)

// resetEvery is how long a request to reset a password is the same as the one before: repeated by the same side, it sends no
// second mail.
const resetEvery = time.Minute

// ResetPasswords sends each user a link to choose a new password, for those who hold users.password.reset. The old one
// stops working and the user is signed out everywhere. INVALID for a user without an address.
func (s *Service) ResetPasswords(ctx context.Context, ids []uid.ID) ([]Outcome, error) {
	return s.onUsers(ctx, ids, "userIds", act{
		name: "user.password.reset", permission: access.ResetPasswords,
		may: func(s access.Standing, u *ent.User, _ *store.Tx) error { return canResetPassword(s, u) },
		do: func(ctx context.Context, tx *store.Tx, by access.Grant, u *ent.User) ([]schematype.Change, error) {
			if u.PasswordHash == "" {
				again, err := tx.OutboxMessage.Query().Where(
					outboxmessage.UserID(u.ID), outboxmessage.KindIn(string(mail.PasswordFirst), string(mail.PasswordReset)),
					outboxmessage.CreatedAtGT(tx.Now.Add(-resetEvery)), outboxmessage.Recipient(*u.Email), under(by),
				).Exist(ctx)
				if err != nil {
					return nil, fmt.Errorf("look for a reset just before: %w", err)
				}
				if again {
					return nil, nil
				}
			}
			if err := identity.ForgetPassword(ctx, tx, u.ID); err != nil {
				return nil, err
			}
			o, err := tx.Organization.Get(ctx, u.OrganizationID)
			if err != nil {
				return nil, fmt.Errorf("load the organization: %w", err)
			}
			return []schematype.Change{}, mail.Enqueue(ctx, tx, passwordMail(tx, mail.PasswordReset, by, o.DisplayName, u))
		},
	})
}

// under keeps to the mails that were asked for as by acts: a link of another delegation, or of the organization's own
// administrators, ends at another time.
func under(by access.Grant) predicate.OutboxMessage {
	if by.DelegationID == "" {
		return outboxmessage.DelegationIDIsNil()
	}
	return outboxmessage.DelegationID(by.DelegationID)
}

// CreatePasswordCode makes a code with which a user without an address chooses a new password, for those of their own
// organization who hold users.password.reset. The old one stops working and the user is signed out everywhere.
func (s *Service) CreatePasswordCode(ctx context.Context, id uid.ID) (code string, expires time.Time, err error) {
	_, err = s.onUser(ctx, id, act{
		name: "user.password.code", permission: access.ResetPasswords,
		may: func(s access.Standing, u *ent.User, _ *store.Tx) error { return canCreatePasswordCode(s, u) },
		do: func(ctx context.Context, tx *store.Tx, _ access.Grant, u *ent.User) ([]schematype.Change, error) {
			if err := identity.ForgetPassword(ctx, tx, u.ID); err != nil {
				return nil, err
			}
			var err error
			code, expires, err = identity.NewPasswordCode(ctx, tx, u.ID)
			return []schematype.Change{}, err
		},
	})
	if err != nil {
		return "", time.Time{}, err
	}
	return code, expires, nil
}

// passwordMail has a link to choose a password. The link is made when the mail leaves, and works while the delegation
// lives under which it was asked for.
func passwordMail(tx *store.Tx, kind mail.Kind, by access.Grant, organization string, u *ent.User) mail.Message {
	who := by.Viewer.DisplayName
	if by.DelegationID != "" {
		who += " of " + by.Viewer.OrganizationName
	}
	return mail.Message{
		Kind: kind, To: *u.Email, UserID: u.ID, DelegationID: by.DelegationID,
		Key:  fmt.Sprintf("%s:%s:%d", kind, u.ID, tx.Now.UnixMicro()),
		Data: map[string]string{"customer": organization, "person": u.DisplayName, "userName": u.UserName, "by": who},
	}
}
