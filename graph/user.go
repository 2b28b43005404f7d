package graph

import (
	"context"
	"strconv"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

func newUsers(in []*model.NewUserInput) []directory.NewUser {
	users := make([]directory.NewUser, len(in))
	for i, n := range in {
		users[i] = directory.NewUser{UserName: n.UserName, DisplayName: n.DisplayName, Email: valueOf(n.Email), Roles: n.Roles, Enabled: n.Enabled == nil || *n.Enabled}
	}
	return users
}

// newUserResults reads the users that were created as the viewer sees them, in one statement.
func (r *mutationResolver) newUserResults(ctx context.Context, lines []directory.Line) ([]*model.NewUserResult, error) {
	ids := make([]uid.ID, 0, len(lines))
	for _, line := range lines {
		if line.UserID != "" {
			ids = append(ids, line.UserID)
		}
	}
	people, err := r.people(ctx, ids)
	if err != nil {
		return nil, err
	}
	results := make([]*model.NewUserResult, len(lines))
	for i, line := range lines {
		results[i] = &model.NewUserResult{Index: i, Created: line.Created, User: people[line.UserID], UserErrors: ofOne(line.Err, "users", i)}
	}
	return results, nil
}

// userResults reads the users that a mutation was about as the viewer sees them, in one statement.
func (r *mutationResolver) userResults(ctx context.Context, outcomes []directory.Outcome, err error) ([]*model.UserResult, []*model.UserError, error) {
	if err != nil {
		userErrors, err := split(err)
		return []*model.UserResult{}, userErrors, err
	}
	ids := make([]uid.ID, len(outcomes))
	for i, o := range outcomes {
		ids[i] = o.ID
	}
	people, err := r.people(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	results := make([]*model.UserResult, len(outcomes))
	for i, o := range outcomes {
		results[i] = &model.UserResult{ID: o.ID, User: people[o.ID], UserErrors: ofOne(o.Err, "", i)}
	}
	return results, nil, nil
}

// people reads users who are shown together.
func (r *mutationResolver) people(ctx context.Context, ids []uid.ID) (map[uid.ID]*ent.User, error) {
	people, err := r.Directory.Users(ctx, ids)
	rows := make([]*ent.User, 0, len(people))
	for _, u := range people {
		rows = append(rows, u)
	}
	remember(ctx, rows)
	return people, err
}

// ofOne is why something was not done to one of several things. Of a line of list, the input at fault is named by its
// place in it.
func ofOne(err error, list string, place int) []*model.UserError {
	userErrors, other := split(err)
	if other != nil { // FORBIDDEN or NOT_FOUND, of this one alone
		userErrors = []*model.UserError{{Code: model.UserErrorCode(apperr.CodeOf(other)), Message: judge(other).message}}
	}
	for _, each := range userErrors {
		if list != "" && len(each.Field) > 1 {
			each.Field = append([]string{each.Field[0], list, strconv.Itoa(place)}, each.Field[1:]...)
		}
	}
	return userErrors
}

func userQuery(args store.PageArgs, search string, filter *model.UserFilter, order *model.UserOrder) directory.UserQuery {
	q := directory.UserQuery{Page: args, Filter: directory.UserFilter{Search: search}}
	if filter != nil {
		q.Filter.Deleted, q.Filter.Enabled = valueOf(filter.Deleted), filter.Enabled
		q.Filter.Role, q.Filter.CreatedByPartner, q.Filter.Licensed = filter.Role, filter.CreatedByPartner, filter.Licensed
	}
	if order != nil {
		q.Desc = order.Direction == model.OrderDirectionDesc
		switch order.Field {
		case model.UserOrderFieldUserName:
			q.Order = directory.ByUserName
		case model.UserOrderFieldCreatedAt:
			q.Order = directory.ByCreatedAt
		}
	}
	return q
}

// abilities are what the viewer may do to a user now.
func (r *userResolver) abilities(ctx context.Context, u *ent.User) (directory.Abilities, error) {
	s, err := r.standing(ctx, u.OrganizationID)
	if err != nil {
		return directory.Abilities{}, err
	}
	var now time.Time
	if u.DeletedAt != nil { // only then does the time matter
		now, err = r.now(ctx)
	}
	return directory.AbilitiesOn(s, u, now), err
}

// now is the time by which an operation says what can be done.
func (r *Resolver) now(ctx context.Context) (time.Time, error) {
	return oncePerOperation(ctx, "now", func() (time.Time, error) { return r.Directory.Now(ctx) })
}

// standing is what the viewer holds in an organization. It is read once for an operation, not for each row.
func (r *Resolver) standing(ctx context.Context, organizationID uid.ID) (access.Standing, error) {
	return oncePerOperation(ctx, standingOf{viewer.FromContext(ctx).UserID, organizationID}, func() (access.Standing, error) {
		return r.Directory.StandingAt(ctx, organizationID)
	})
}

// standingOf names a person's standing in an organization.
type standingOf struct{ person, organization uid.ID }
