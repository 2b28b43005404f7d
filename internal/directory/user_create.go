package directory

import (
	"context"
	"fmt"
	"strings"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/domain"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// NewUser is a user to create.
type NewUser struct {
	UserName, DisplayName string
	Email                 string // empty: none is known
	Roles                 []schematype.Role
	Enabled               bool
}

// Line is how it went with one of several new users.
type Line struct {
	UserID  uid.ID // empty when there is no such user
	Created bool   // false when they were there with the same values
	Err     error  // a fault for the caller to mend, or FORBIDDEN
}

const createUser = "user.create"

// CreateUsers creates up to 100 users in one transaction, for those who hold users.create there; roles for those who may
// assign them. A line that is not possible is told and left out. Who has an address and may sign in gets a mail with a
// link to choose a password. A dry run checks the lines and changes nothing.
func (s *Service) CreateUsers(ctx context.Context, organizationID uid.ID, users []NewUser, dryRun bool) ([]Line, error) {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return nil, apperr.SignInFirst()
	}
	if len(users) == 0 || len(users) > most {
		return nil, apperr.InvalidInput("users", "Give 1 to %d users.", most)
	}
	var b *batch
	var grant access.Grant
	refusal := audit.Event{Action: createUser, Actor: v, OrganizationID: organizationID, TargetID: organizationID}
	locks := append(access.Acting(v, organizationID), userNames(organizationID))
	err := s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) (err error) {
		if grant, err = access.Decide(ctx, tx, v, organizationID, access.CreateUsers); err != nil {
			return err
		}
		tx.Pause(ctx, "authorized")
		b = &batch{organizationID: organizationID, by: grant, lines: make([]Line, len(users)), at: map[string]int{}}
		if err := b.check(ctx, tx, users); err != nil || dryRun {
			return err
		}
		return b.create(ctx, tx)
	})
	refusal.DelegationID = grant.DelegationID
	if err != nil {
		return nil, access.Refused(ctx, s.store, err, refusal)
	}
	// Roles above one's own are refused line by line: one event tells of it.
	for _, line := range b.lines {
		if apperr.CodeOf(line.Err) == apperr.Forbidden && !dryRun {
			if err := access.Refused(ctx, s.store, line.Err, refusal); err != line.Err {
				return nil, err
			}
			break
		}
	}
	return b.lines, nil
}

// userNames is the lock for giving out a user name in an organization, so that no two get the same. Names lie in the
// organization's own domains: no other gives them out.
func userNames(organizationID uid.ID) store.Lock {
	return store.Lock{Key: "user-names:" + string(organizationID), Exclusive: true}
}

// batch is the users that one request creates.
type batch struct {
	organizationID uid.ID
	by             access.Grant
	lines          []Line
	new            []*ent.User // as they are to be, with the place of each in lines
	place          []int
	at             map[string]int // user name → place in new
}

// check decides about each line.
func (b *batch) check(ctx context.Context, tx *store.Tx, users []NewUser) error {
	hosts, err := verified(ctx, tx, b.organizationID)
	if err != nil {
		return err
	}
	wanted := make([]*ent.User, len(users))
	names := make([]string, 0, len(users))
	for i, n := range users {
		u, err := n.user(b.by.Standing(), hosts)
		if err != nil {
			b.lines[i].Err = err
			continue
		}
		wanted[i] = u
		names = append(names, u.UserName)
	}
	rows, err := tx.User.Query().Where(user.UserNameIn(names...)).All(ctx)
	if err != nil {
		return fmt.Errorf("look for the user names: %w", err)
	}
	there := make(map[string]*ent.User, len(rows))
	for _, u := range rows {
		there[u.UserName] = u
	}
	for i, u := range wanted {
		if u == nil {
			continue
		}
		same := there[u.UserName]
		if place, twice := b.at[u.UserName]; twice {
			same = b.new[place]
		}
		switch {
		case same == nil:
			u.ID, u.OrganizationID, u.CreatedAt = uid.New(uid.User), b.organizationID, tx.Now
			if b.by.DelegationID != "" {
				u.CreatedByID = b.by.Viewer.PartnerID
			}
			b.at[u.UserName] = len(b.new)
			b.new, b.place = append(b.new, u), append(b.place, i)
		case alike(u, same, b.organizationID):
			b.lines[i].UserID = same.ID
		case same.DeletedAt != nil && same.OrganizationID == b.organizationID:
			b.lines[i].Err = apperr.New(apperr.Conflict, "%s belongs to a user who was deleted. Restore them, or choose another name.", u.UserName).On("input", "userName")
		default:
			b.lines[i].Err = taken(u.UserName)
		}
	}
	return nil
}

func taken(userName string) error {
	return apperr.New(apperr.Conflict, "%s is taken. Choose another name.", userName).On("input", "userName")
}

// alike tells whether a user is there just as a line wants them.
func alike(want, is *ent.User, organizationID uid.ID) bool {
	return (is.OrganizationID == organizationID) && is.DeletedAt == nil && is.DisplayName == want.DisplayName &&
		valueOf(is.Email) == valueOf(want.Email) && is.RoleSet == want.RoleSet && is.Enabled == want.Enabled
}

// user is the row of a new user, or why it can't be.
func (n NewUser) user(by access.Standing, hosts map[string]bool) (*ent.User, error) {
	userName, err := userNameIn(hosts, n.UserName)
	if err != nil {
		return nil, err
	}
	displayName, err := personName(n.DisplayName)
	if err != nil {
		return nil, err
	}
	email, err := mailbox(n.Email)
	if err != nil {
		return nil, err
	}
	u := &ent.User{
		UserName: userName, DisplayName: displayName, NameKey: NameKey(displayName), Email: email,
		RoleSet: schematype.Roles(n.Roles...), Enabled: n.Enabled,
	}
	if u.RoleSet != 0 {
		if err := canAssign(by, u, u.RoleSet); err != nil {
			return nil, err
		}
	}
	return u, nil
}

// verified are the domains in which the organization may give out user names.
func verified(ctx context.Context, tx *store.Tx, organizationID uid.ID) (map[string]bool, error) {
	var names []string
	err := tx.Domain.Query().Where(domain.OrganizationID(organizationID), domain.VerifiedAtNotNil()).Select(domain.FieldName).Scan(ctx, &names)
	if err != nil {
		return nil, fmt.Errorf("read the domains: %w", err)
	}
	hosts := make(map[string]bool, len(names))
	for _, name := range names {
		hosts[name] = true
	}
	return hosts, nil
}

// userNameIn folds a user name, which must lie in one of the domains.
func userNameIn(hosts map[string]bool, text string) (string, error) {
	userName, err := identity.NormalizeUserName(text)
	if err != nil {
		return "", apperr.InvalidInput("userName", "That is not a user name. Write one such as adele@contoso.example.")
	}
	if _, host, _ := strings.Cut(userName, "@"); !hosts[host] {
		return "", apperr.InvalidInput("userName", "%s is not a verified domain of this organization.", host)
	}
	return userName, nil
}

func personName(text string) (string, error) {
	name := strings.TrimSpace(text)
	if name == "" || !plain(name, 256) {
		return "", apperr.InvalidInput("displayName", "Give the user a name of at most 256 characters.")
	}
	return name, nil
}

// mailbox folds an address; nil for none.
func mailbox(text string) (*string, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	email, err := identity.NormalizeEmail(text)
	if err != nil {
		return nil, apperr.InvalidInput("email", "That is not an e-mail address. Write one address, such as adele@contoso.example.")
	}
	return &email, nil
}

// create writes those that can be.
func (b *batch) create(ctx context.Context, tx *store.Tx) error {
	if len(b.new) == 0 {
		return nil
	}
	rows := make([]*ent.UserCreate, len(b.new))
	events := make([]audit.Event, len(b.new))
	for i, u := range b.new {
		rows[i] = tx.User.Create().SetID(u.ID).SetOrganizationID(u.OrganizationID).SetUserName(u.UserName).SetDisplayName(u.DisplayName).
			SetNameKey(u.NameKey).SetNillableEmail(u.Email).SetRoleSet(u.RoleSet).SetEnabled(u.Enabled).SetCreatedAt(u.CreatedAt)
		if u.CreatedByID != "" {
			rows[i].SetCreatedByID(u.CreatedByID)
		}
		b.lines[b.place[i]] = Line{UserID: u.ID, Created: true}
		events[i] = audit.Event{
			Action: createUser, Actor: b.by.Viewer, OrganizationID: b.organizationID, DelegationID: b.by.DelegationID, Role: b.by.Role,
			TargetID: u.ID, Target: u.UserName, Changes: beginnings(u),
		}
	}
	if err := tx.User.CreateBulk(rows...).Exec(ctx); err != nil {
		return fmt.Errorf("create the users: %w", err)
	}
	if err := Index(ctx, tx, b.new...); err != nil {
		return err
	}
	o, err := tx.Organization.Get(ctx, b.organizationID)
	if err != nil {
		return fmt.Errorf("load the organization: %w", err)
	}
	var mails []mail.Message
	for _, u := range b.new {
		if u.Email != nil && u.Enabled {
			mails = append(mails, passwordMail(tx, mail.PasswordFirst, b.by, o.DisplayName, u))
		}
	}
	if err := mail.Enqueue(ctx, tx, mails...); err != nil {
		return err
	}
	if err := b.by.Used(ctx, tx, b.organizationID); err != nil {
		return err
	}
	return audit.Record(ctx, tx, events...)
}

// beginnings are the values of a new user, for the audit log.
func beginnings(u *ent.User) []schematype.Change {
	var out []schematype.Change
	add := func(field, after string) {
		if after != "" {
			out = append(out, schematype.Change{Field: field, After: &after})
		}
	}
	add("displayName", u.DisplayName)
	add("email", valueOf(u.Email))
	add("roles", roleNames(u.RoleSet))
	add("enabled", yesNo(u.Enabled))
	return out
}

func valueOf(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
