package directory

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/domain"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// NewOrganization is an organization to be made, with its first domain and its first Global Administrator.
type NewOrganization struct {
	DisplayName      string
	Domain           string // verified by whoever asks for it
	Initial          bool   // the domain lies under the installation's own
	Administrator    string // the part of the user name before @
	AdministratorFor string // the administrator's display name
	Email            string // where mail reaches the administrator; empty when unknown
	PasswordHash     string // empty: they choose a password by a sign-in link
}

// Create makes an organization in a transaction. Only the command line, the demo and the acceptance of an offer call
// it. A field that is not possible or taken comes back as INVALID or CONFLICT, named as in NewOrganizationInput.
func Create(ctx context.Context, tx *store.Tx, n NewOrganization) (*ent.Organization, *ent.User, error) {
	n.DisplayName, n.AdministratorFor = strings.TrimSpace(n.DisplayName), strings.TrimSpace(n.AdministratorFor)
	if n.DisplayName == "" || !plain(n.DisplayName, 256) {
		return nil, nil, apperr.InvalidInput("displayName", "Give the organization a name of at most 256 characters.")
	}
	if n.AdministratorFor == "" || !plain(n.AdministratorFor, 256) {
		return nil, nil, apperr.InvalidInput("administratorDisplayName", "Give the administrator a name of at most 256 characters.")
	}
	userName, err := identity.NormalizeUserName(n.Administrator + "@" + n.Domain)
	if err != nil {
		return nil, nil, apperr.InvalidInput("administratorUserName", "That can't be the first part of a user name. Use letters, digits, dots and hyphens.")
	}
	_, host, _ := strings.Cut(userName, "@")
	if taken, err := tx.Domain.Query().Where(domain.Name(host), domain.VerifiedAtNotNil()).Exist(ctx); err != nil {
		return nil, nil, fmt.Errorf("look for the domain: %w", err)
	} else if taken {
		return nil, nil, apperr.New(apperr.Conflict, "%s is taken. Choose another name.", host).On("input", "domainLabel")
	}
	if taken, err := tx.User.Query().Where(user.UserName(userName)).Exist(ctx); err != nil {
		return nil, nil, fmt.Errorf("look for the user name: %w", err)
	} else if taken {
		return nil, nil, apperr.New(apperr.Conflict, "%s is taken. Choose another name.", userName).On("input", "administratorUserName")
	}
	o, err := tx.Organization.Create().SetDisplayName(n.DisplayName).SetNameKey(NameKey(n.DisplayName)).SetCreatedAt(tx.Now).Save(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("create the organization: %w", err)
	}
	err = tx.Domain.Create().SetOrganizationID(o.ID).SetName(host).SetIsInitial(n.Initial).SetIsDefault(true).SetVerifiedAt(tx.Now).SetCreatedAt(tx.Now).Exec(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("create its domain: %w", err)
	}
	person := tx.User.Create().SetOrganizationID(o.ID).SetUserName(userName).SetDisplayName(n.AdministratorFor).SetNameKey(NameKey(n.AdministratorFor)).
		SetPasswordHash(n.PasswordHash).SetRoleSet(schematype.Roles(schematype.GlobalAdministrator)).SetCreatedAt(tx.Now)
	if n.Email != "" {
		person.SetEmail(n.Email)
	}
	u, err := person.Save(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("create its administrator: %w", err)
	}
	if err := Index(ctx, tx, u); err != nil {
		return nil, nil, err
	}
	if err := audit.Start(ctx, tx, o.ID); err != nil {
		return nil, nil, err
	}
	actor := viewer.FromContext(ctx)
	if !actor.SignedIn() && !actor.IsSystem() {
		actor = PersonOf(o, u) // an addressee without an organization makes their own
	}
	return o, u, audit.Record(ctx, tx, audit.Event{
		Action: "organization.create", Actor: actor, OrganizationID: o.ID, TargetID: o.ID, Target: o.DisplayName,
	})
}

// PersonOf is u of o as a viewer, before there is a session.
func PersonOf(o *ent.Organization, u *ent.User) viewer.Viewer {
	v := viewer.Viewer{
		UserID: u.ID, UserName: u.UserName, DisplayName: u.DisplayName,
		OrganizationID: o.ID, OrganizationName: o.DisplayName, Roles: u.RoleSet,
	}
	if u.Email != nil {
		v.Email = *u.Email
	}
	return v
}

var label = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$`)

// InitialDomain is the first domain of a new organization, under the installation's own, or INVALID for a label that
// is not one of RFC 1123.
func InitialDomain(text, under string) (string, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	if !label.MatchString(text) {
		return "", apperr.InvalidInput("domainLabel", "Use 1 to 63 letters, digits and hyphens, with a letter or digit at both ends.")
	}
	return text + "." + under, nil
}

// Owners are the organizations that an e-mail address belongs to: the one that has verified its domain, or, where none
// has, those with a person of that address.
func Owners(ctx context.Context, client *ent.Client, email string) ([]uid.ID, error) {
	_, host, _ := strings.Cut(email, "@")
	owner, err := client.Domain.Query().Where(domain.Name(host), domain.VerifiedAtNotNil()).Only(ctx)
	if err == nil {
		return []uid.ID{owner.OrganizationID}, nil
	}
	if !ent.IsNotFound(err) {
		return nil, fmt.Errorf("find the owner of the domain: %w", err)
	}
	var ids []uid.ID
	err = client.User.Query().Where(user.Or(user.Email(email), user.UserName(email)), user.DeletedAtIsNil()).
		Unique(true).Select(user.FieldOrganizationID).Scan(ctx, &ids)
	if err != nil {
		return nil, fmt.Errorf("find the owner of the address: %w", err)
	}
	return ids, nil
}
