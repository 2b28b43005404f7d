package directory

import (
	"context"
	"fmt"
	"strconv"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/groupmember"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// maxGroupMembers bounds the locks that the end of a group takes.
const maxGroupMembers = 1000

// AddGroupMembers puts people of the viewer's partner into a group, each in a transaction of their own, and tells for
// each what stood in the way: INVALID for somebody who is not of the partner, CONFLICT for a full group. Who is in it
// already stays. For those who manage the groups of the partner: NOT_FOUND or FORBIDDEN for others.
func (s *Service) AddGroupMembers(ctx context.Context, groupID uid.ID, userIDs []uid.ID) ([]Outcome, error) {
	return s.eachMember(ctx, groupID, userIDs, "group.member.add", nil, func(ctx context.Context, tx *store.Tx, g *ent.Group, u *ent.User) (bool, error) {
		if u.DeletedAt != nil {
			return false, apperr.New(apperr.Conflict, "%s was deleted. Restore the account first.", u.DisplayName)
		}
		people := tx.GroupMember.Query().Where(groupmember.GroupID(g.ID))
		if there, err := people.Clone().Where(groupmember.UserID(u.ID)).Exist(ctx); err != nil || there {
			return false, err
		}
		if n, err := people.Count(ctx); err != nil {
			return false, err
		} else if n >= maxGroupMembers {
			return false, apperr.New(apperr.Conflict, "A group has at most %d people.", maxGroupMembers)
		}
		return true, tx.GroupMember.Create().SetGroupID(g.ID).SetUserID(u.ID).SetAddedAt(tx.Now).Exec(ctx)
	})
}

// RemoveGroupMembers takes people out of a group, as AddGroupMembers puts them in. When it returns, nothing of theirs
// commits any more that they could do through the group alone.
func (s *Service) RemoveGroupMembers(ctx context.Context, groupID uid.ID, userIDs []uid.ID) ([]Outcome, error) {
	return s.eachMember(ctx, groupID, userIDs, "group.member.remove", access.EndingSession, func(ctx context.Context, tx *store.Tx, g *ent.Group, u *ent.User) (bool, error) {
		n, err := tx.GroupMember.Delete().Where(groupmember.GroupID(g.ID), groupmember.UserID(u.ID)).Exec(ctx)
		return n > 0, err
	})
}

// eachMember does to each of the people what change does, which tells whether it did anything. lock is what is held
// of the person meanwhile.
func (s *Service) eachMember(
	ctx context.Context, groupID uid.ID, userIDs []uid.ID, action string, lock func(uid.ID) store.Lock,
	change func(context.Context, *store.Tx, *ent.Group, *ent.User) (bool, error),
) ([]Outcome, error) {
	if len(userIDs) == 0 || len(userIDs) > store.MaxPage {
		return nil, apperr.InvalidInput("userIds", "Choose 1 to %d people.", store.MaxPage)
	}
	v := viewer.FromContext(ctx)
	outcomes := make([]Outcome, len(userIDs))
	for i, id := range userIDs {
		var locks []store.Lock
		if lock != nil {
			locks = append(locks, lock(id))
		}
		err := s.changeGroup(ctx, groupID, action, locks, func(ctx context.Context, tx *store.Tx, g *ent.Group) ([]schematype.Change, error) {
			u, err := tx.User.Query().Where(user.ID(id), user.OrganizationID(v.OrganizationID)).Only(ctx)
			if ent.IsNotFound(err) {
				return nil, apperr.New(apperr.Invalid, "There is no such person in %s.", v.OrganizationName).On("input", "userIds", strconv.Itoa(i))
			}
			if err != nil {
				return nil, fmt.Errorf("load the person: %w", err)
			}
			done, err := change(ctx, tx, g, u)
			if err != nil {
				return nil, err
			}
			if !done {
				return nil, errUnchanged
			}
			tx.Publish(store.Change{Kind: "access.changed", PartnerID: v.PartnerID, UserID: id})
			person := schematype.Change{Field: "member", After: &u.UserName}
			if lock != nil {
				person.Before, person.After = person.After, nil
			}
			return []schematype.Change{person}, nil
		})
		switch apperr.CodeOf(err) {
		case apperr.Invalid, apperr.Conflict:
			outcomes[i] = Outcome{ID: id, Err: err}
			continue
		}
		if err != nil {
			return nil, err // it concerns all of them
		}
		outcomes[i].ID = id
	}
	return outcomes, nil
}
