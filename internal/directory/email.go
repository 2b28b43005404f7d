package directory

import (
	"context"
	"fmt"
	"time"

	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// emailEvery is how long a person waits before they ask for another change of their address.
const emailEvery = time.Minute

// RequestEmailChange sends a link to the viewer's present address, with which they confirm another one. Nothing changes
// before. INVALID for an address that is not possible or is theirs already, and for somebody who has none; RATE_LIMITED for
// who asked a moment ago.
func (s *Service) RequestEmailChange(ctx context.Context, text string) error {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return apperr.SignInFirst()
	}
	return s.store.WithTx(ctx, access.Acting(v, v.OrganizationID), func(ctx context.Context, tx *store.Tx) error {
		now, err := access.Person(ctx, tx, v)
		if err != nil {
			return err
		}
		u, err := tx.User.Query().Where(user.ID(v.UserID)).WithOrganization().Only(ctx)
		if err != nil {
			return fmt.Errorf("load the person: %w", err)
		}
		email, err := mailbox(text)
		if err != nil {
			return err
		}
		again, err := tx.OutboxMessage.Query().Where(outboxmessage.UserID(u.ID), outboxmessage.Kind(string(mail.EmailChange)),
			outboxmessage.CreatedAtGT(tx.Now.Add(-emailEvery))).Exist(ctx)
		if err != nil {
			return fmt.Errorf("look for a change asked for just before: %w", err)
		}
		if err := canRequestEmail(u, email, again); err != nil {
			return err
		}
		err = mail.Enqueue(ctx, tx, mail.Message{
			Kind: mail.EmailChange, To: *u.Email, UserID: u.ID, Key: fmt.Sprintf("%s:%s:%d", mail.EmailChange, u.ID, tx.Now.UnixMicro()),
			Data: map[string]string{"customer": u.Edges.Organization.DisplayName, "person": u.DisplayName, "userName": u.UserName, "address": *email},
		})
		if err != nil {
			return err
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: "user.email.request", Actor: now, OrganizationID: u.OrganizationID, TargetID: u.ID, Target: u.UserName,
			Changes: []schematype.Change{changed("email", *u.Email, *email)},
		})
	})
}

// ConfirmEmailChange makes the address of a link the one of the person who asked for it, for whoever reads mail at their
// present one, and returns it. EXPIRED for a link that is used, too old or unknown, and when the address was changed
// otherwise meanwhile.
func (s *Service) ConfirmEmailChange(ctx context.Context, token string) (string, error) {
	link, err := identity.EmailLink(ctx, s.store, token)
	if err != nil {
		return "", err
	}
	ctx = viewer.NewContext(ctx, viewer.System)
	err = s.store.WithTx(ctx, []store.Lock{access.EndingSession(link.UserID)}, func(ctx context.Context, tx *store.Tx) error {
		u, err := identity.UseEmailLink(ctx, tx, link)
		if err != nil {
			return err
		}
		changes, err := UserChange{Email: link.Email}.apply(ctx, tx, u)
		if err != nil {
			return err
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: "user.email.confirm", Actor: PersonOf(u.Edges.Organization, u), OrganizationID: u.OrganizationID,
			TargetID: u.ID, Target: u.UserName, Changes: changes,
		})
	})
	if err != nil {
		return "", err
	}
	return *link.Email, nil
}
