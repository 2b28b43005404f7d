package graph

import (
	"context"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/directory"
)

func subscriptionFilter(in *model.SubscriptionFilter) directory.SubscriptionFilter {
	if in == nil {
		return directory.SubscriptionFilter{}
	}
	return directory.SubscriptionFilter{
		ProductID: valueOf(in.ProductID), Kind: in.Kind, Ended: in.Ended, EndsBefore: in.EndsBefore, Available: in.Available,
	}
}

// licensesOf reads the licenses of all users of a list at once.
func licensesOf(ctx context.Context, r *Resolver, users []*ent.User) ([][]*ent.License, error) {
	lists, err := beside(ctx, "licenses", users, func(u *ent.User) uid.ID { return u.ID },
		func(ids []uid.ID) (map[uid.ID]*[]*ent.License, error) {
			byUser, err := r.Directory.LicensesOf(ctx, ids)
			var together []*ent.License
			for _, list := range byUser {
				together = append(together, *list...)
			}
			remember(ctx, together)
			return byUser, err
		})
	out := make([][]*ent.License, len(lists))
	for i, list := range lists {
		out[i] = []*ent.License{}
		if list != nil {
			out[i] = *list
		}
	}
	return out, err
}

// licenseResults is userResults with the subscription as it is now.
func (r *mutationResolver) licenseResults(ctx context.Context, subscriptionID uid.ID, outcomes []directory.Outcome, err error) ([]*model.UserResult, *ent.Subscription, []*model.UserError, error) {
	results, userErrors, err := r.userResults(ctx, outcomes, err)
	if err != nil || outcomes == nil {
		return results, nil, userErrors, err
	}
	sub, err := found(r.Directory.Subscription(ctx, subscriptionID))
	return results, sub, userErrors, err
}
