package directory

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/accessassignment"
	"delegatedadmin.example/ent/group"
	"delegatedadmin.example/ent/groupmember"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

const (
	maxGroups           = 100  // of a partner
	maxGroupDescription = 1000 // characters
)

// GroupChange is a change of a group, or a new one: nil leaves a value as it is.
type GroupChange struct {
	Name, Description *string
	DefaultRoles      []schematype.Role
}

// CreateGroup makes a group of the viewer's partner. For those who manage its groups; FORBIDDEN for others, INVALID for a
// name that is not possible, CONFLICT for one that is taken.
func (s *Service) CreateGroup(ctx context.Context, c GroupChange) (id uid.ID, err error) {
	v := viewer.FromContext(ctx)
	locks := append(access.Acting(v, v.OrganizationID), access.ChangingGroups(v.OrganizationID))
	err = s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		grant, err := access.Decide(ctx, tx, v, v.OrganizationID, access.ManageGroups)
		if err != nil {
			return err
		}
		if v.PartnerID == "" {
			return apperr.NotAllowed("%s is not a partner.", v.OrganizationName)
		}
		tx.Pause(ctx, "authorized")
		if c.Name == nil {
			c.Name = new(string)
		}
		if err := c.check(ctx, tx, v.OrganizationID, ""); err != nil {
			return err
		}
		if n, err := tx.Group.Query().Where(group.OrganizationID(v.OrganizationID)).Count(ctx); err != nil {
			return fmt.Errorf("count the groups: %w", err)
		} else if n >= maxGroups {
			return apperr.New(apperr.Conflict, "A partner has at most %d groups.", maxGroups)
		}
		create := tx.Group.Create().SetOrganizationID(v.OrganizationID).SetName(*c.Name).SetNameKey(NameKey(*c.Name)).
			SetDefaultRoleSet(schematype.Roles(c.DefaultRoles...)).SetCreatedAt(tx.Now)
		if c.Description != nil && *c.Description != "" {
			create.SetDescription(*c.Description)
		}
		g, err := create.Save(ctx)
		if err != nil {
			return fmt.Errorf("create the group: %w", err)
		}
		id = g.ID
		return audit.Record(ctx, tx, audit.Event{
			Action: "group.create", Actor: grant.Viewer, OrganizationID: v.OrganizationID, Role: grant.Role, TargetID: id, Target: g.Name,
			Changes: c.changes(&ent.Group{}),
		})
	})
	return id, access.Refused(ctx, s.store, err, audit.Event{Action: "group.create", Actor: v, OrganizationID: v.OrganizationID})
}

// UpdateGroup changes a group. For those who manage the groups of its partner: NOT_FOUND or FORBIDDEN for others, INVALID
// or CONFLICT for what can't be.
func (s *Service) UpdateGroup(ctx context.Context, id uid.ID, c GroupChange) error {
	return s.changeGroup(ctx, id, "group.update", nil, func(ctx context.Context, tx *store.Tx, g *ent.Group) ([]schematype.Change, error) {
		if err := c.check(ctx, tx, g.OrganizationID, id); err != nil {
			return nil, err
		}
		changes := c.changes(g)
		if len(changes) == 0 {
			return nil, errUnchanged
		}
		u := tx.Group.UpdateOneID(id)
		if c.Name != nil {
			u.SetName(*c.Name).SetNameKey(NameKey(*c.Name))
		}
		switch {
		case c.Description != nil && *c.Description == "":
			u.ClearDescription()
		case c.Description != nil:
			u.SetDescription(*c.Description)
		}
		if c.DefaultRoles != nil {
			u.SetDefaultRoleSet(schematype.Roles(c.DefaultRoles...))
		}
		return changes, u.Exec(ctx)
	})
}

// DeleteGroup deletes a group with what it holds at customers. When it returns, nothing commits any more that its people
// could do through it alone. For those who manage the groups of its partner: NOT_FOUND or FORBIDDEN for others, CONFLICT
// for the last group.
func (s *Service) DeleteGroup(ctx context.Context, id uid.ID) error {
	for {
		people, err := s.store.Ent().GroupMember.Query().Where(groupmember.GroupID(id), groupmember.HasGroupWith(group.OrganizationID(viewer.FromContext(ctx).OrganizationID))).
			Select(groupmember.FieldUserID).Strings(ctx)
		if err != nil {
			return fmt.Errorf("read who is in the group: %w", err)
		}
		// Who is in it may change until the locks are held: then it begins anew.
		if err := s.deleteGroup(ctx, id, people); !errors.Is(err, errJoined) {
			return err
		}
	}
}

var (
	errJoined    = errors.New("somebody has come into the group")
	errUnchanged = errors.New("there is nothing to change")
)

func (s *Service) deleteGroup(ctx context.Context, id uid.ID, people []string) error {
	var locks []store.Lock
	for _, person := range people {
		locks = append(locks, access.EndingSession(uid.ID(person)))
	}
	return s.changeGroup(ctx, id, "group.delete", locks, func(ctx context.Context, tx *store.Tx, g *ent.Group) ([]schematype.Change, error) {
		members, err := tx.GroupMember.Query().Where(groupmember.GroupID(id)).Select(groupmember.FieldUserID).Strings(ctx)
		if err != nil {
			return nil, fmt.Errorf("read who is in the group: %w", err)
		}
		if slices.ContainsFunc(members, func(person string) bool { return !slices.Contains(people, person) }) {
			return nil, errJoined
		}
		if others, err := tx.Group.Query().Where(group.OrganizationID(g.OrganizationID), group.IDNEQ(id)).Exist(ctx); err != nil {
			return nil, fmt.Errorf("look for another group: %w", err)
		} else if !others {
			return nil, apperr.New(apperr.Conflict, "The last group stays: without one nobody could be given access to a customer.")
		}
		if _, err := tx.AccessAssignment.Delete().Where(accessassignment.GroupID(id)).Exec(ctx); err != nil {
			return nil, fmt.Errorf("delete what the group holds: %w", err)
		}
		if _, err := tx.GroupMember.Delete().Where(groupmember.GroupID(id)).Exec(ctx); err != nil {
			return nil, fmt.Errorf("empty the group: %w", err)
		}
		if err := tx.Group.DeleteOneID(id).Exec(ctx); err != nil {
			return nil, fmt.Errorf("delete the group: %w", err)
		}
		tx.Publish(store.Change{Kind: "access.changed", PartnerID: viewer.FromContext(ctx).PartnerID})
		return nil, nil
	})
}

// changeGroup is the way of every change of a group that is there. A change that finds nothing to do leaves no event.
func (s *Service) changeGroup(
	ctx context.Context, id uid.ID, action string, locks []store.Lock,
	change func(context.Context, *store.Tx, *ent.Group) ([]schematype.Change, error),
) error {
	v := viewer.FromContext(ctx)
	if !v.SignedIn() {
		return apperr.SignInFirst()
	}
	refusal := audit.Event{Action: action, Actor: v, OrganizationID: v.OrganizationID, TargetID: id}
	locks = append(append(access.Acting(v, v.OrganizationID), access.ChangingGroups(v.OrganizationID)), locks...)
	err := s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		now, err := access.Person(ctx, tx, v)
		if err != nil {
			return err
		}
		g, err := ManageGroup(ctx, tx, now, id)
		if err != nil {
			return err
		}
		tx.Pause(ctx, "authorized")
		changes, err := change(ctx, tx, g)
		if err != nil {
			return err
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: action, Actor: now, OrganizationID: v.OrganizationID, Role: globalAdministrator(), TargetID: id, Target: g.Name, Changes: changes,
		})
	})
	if errors.Is(err, errUnchanged) {
		return nil
	}
	return access.Refused(ctx, s.store, err, refusal)
}

// check refuses what can't be, and trims.
func (c *GroupChange) check(ctx context.Context, tx *store.Tx, organizationID, id uid.ID) error {
	if c.Name != nil {
		name := strings.TrimSpace(*c.Name)
		if !plain(name, 256) || name == "" {
			return apperr.InvalidInput("name", "Give the group a name of at most 256 characters.")
		}
		taken, err := tx.Group.Query().Where(group.OrganizationID(organizationID), group.NameKey(NameKey(name)), group.IDNEQ(id)).Exist(ctx)
		if err != nil {
			return fmt.Errorf("look for the name: %w", err)
		}
		if taken {
			return apperr.New(apperr.Conflict, "There is a group of this name. Choose another name.").On("input", "name")
		}
		c.Name = &name
	}
	if c.Description != nil {
		text := strings.TrimSpace(strings.ToValidUTF8(*c.Description, "\uFFFD"))
		if strings.ContainsRune(text, 0) || utf8.RuneCountInString(text) > maxGroupDescription {
			return apperr.InvalidInput("description", "A description has at most %d characters.", maxGroupDescription)
		}
		c.Description = &text
	}
	return nil
}

func (c *GroupChange) changes(g *ent.Group) []schematype.Change {
	var out []schematype.Change
	add := func(field, before string, after *string) {
		if after != nil && *after != before {
			out = append(out, schematype.Change{Field: field, Before: &before, After: after})
		}
	}
	description := ""
	if g.Description != nil {
		description = *g.Description
	}
	add("name", g.Name, c.Name)
	add("description", description, c.Description)
	if c.DefaultRoles != nil {
		after := schematype.Roles(c.DefaultRoles...).String()
		add("defaultRoles", g.DefaultRoleSet.String(), &after)
	}
	return out
}

func globalAdministrator() *schematype.Role {
	role := schematype.GlobalAdministrator
	return &role
}
