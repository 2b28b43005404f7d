package graph

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// connection is a page as the API shows it; null for none. The total is counted only where it is asked for.
func connection[T comparable](ctx context.Context, page *store.Page[T], err error, count func() (int, error)) (*model.Connection[T], error) {
	if err != nil || page == nil {
		return nil, err
	}
	remember(ctx, page.Items)
	edges := make([]model.Edge[T], len(page.Items))
	c := &model.Connection[T]{
		Edges:    make([]*model.Edge[T], len(page.Items)),
		PageInfo: &model.PageInfo{HasNextPage: page.HasNext, HasPreviousPage: page.HasPrevious},
	}
	for i, item := range page.Items {
		edges[i] = model.Edge[T]{Cursor: page.Cursors[i], Node: item}
		c.Edges[i] = &edges[i]
	}
	if n := len(page.Cursors); n > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &page.Cursors[0], &page.Cursors[n-1]
	}
	if asks(ctx, "totalCount") {
		c.TotalCount, err = count()
	}
	return c, err
}

func delegationConnection(ctx context.Context, page *store.Page[*delegation.Delegation], err error, count func() (int, error)) (*model.DelegationConnection, error) {
	if err == nil {
		partners := make([]*ent.Partner, len(page.Items))
		for i, d := range page.Items {
			partners[i] = d.Partner
		}
		remember(ctx, partners)
	}
	return connection(ctx, page, err, count)
}

// memberConnection is the people in a group, who have been in it since a moment each.
func memberConnection(ctx context.Context, page *store.Page[*ent.GroupMember], err error, count func() (int, error)) (*model.GroupMemberConnection, error) {
	c, err := connection(ctx, page, err, count)
	if err != nil {
		return nil, err
	}
	out := &model.GroupMemberConnection{Edges: make([]*model.GroupMemberEdge, len(c.Edges)), PageInfo: c.PageInfo, TotalCount: c.TotalCount}
	for i, e := range c.Edges {
		out.Edges[i] = &model.GroupMemberEdge{Cursor: e.Cursor, Node: e.Node.Edges.User, AddedAt: e.Node.AddedAt}
	}
	return out, nil
}

// holderConnection is the people who hold roles that were left behind, with these.
func holderConnection(ctx context.Context, page *store.Page[*ent.User], roles map[uid.ID]schematype.RoleSet, err error) (*model.RoleHolderConnection, error) {
	c, err := connection(ctx, page, err, func() (int, error) { return len(roles), nil })
	if err != nil || c == nil {
		return nil, err
	}
	out := &model.RoleHolderConnection{Edges: make([]*model.RoleHolderEdge, len(c.Edges)), PageInfo: c.PageInfo, TotalCount: c.TotalCount}
	for i, e := range c.Edges {
		out.Edges[i] = &model.RoleHolderEdge{Cursor: e.Cursor, Node: e.Node, Roles: roles[e.Node.ID].List()}
	}
	return out, nil
}

// fields are what a request asks of an object.
type fields struct {
	op  *graphql.OperationContext
	all []graphql.CollectedField
}

// objects are the types that fields can lie under on the way to what a list shows.
var objects = []string{
	"Node", "Viewer", "DelegationConnection", "DelegationEdge", "Delegation", "OfferConnection", "OfferEdge", "Offer",
	"AuditEventConnection", "AuditEventEdge", "AuditEvent", "Actor", "Partner", "Organization", "UserConnection", "UserEdge", "User", "DelegatedAdminsChange",
	"CreateOfferPayload", "ResendOfferPayload", "WithdrawOfferPayload", "AcceptOfferPayload", "DeclineOfferPayload", "DeleteDelegationPayload",
	"ReportOfferPayload", "PartnerConnection", "PartnerEdge", "InquiryConnection", "InquiryEdge",
}

// selection is what the request asks of what the current resolver returns.
func selection(ctx context.Context) fields {
	return fields{graphql.GetOperationContext(ctx), graphql.CollectFieldsCtx(ctx, objects)}
}

// under is what is asked of the object at path, by whatever aliases; asked tells whether anything is.
func (f fields) under(path ...string) (in fields, asked bool) {
	in, asked = f, true
	for _, name := range path {
		next := fields{op: f.op}
		asked = false
		for _, field := range in.all {
			if field.Name == name {
				asked = true
				next.all = append(next.all, graphql.CollectFields(f.op, field.Selections, objects)...)
			}
		}
		in = next
	}
	return in, asked
}

// asks tells whether the request asks for a field of what the current resolver returns.
func asks(ctx context.Context, name string) bool {
	_, asked := selection(ctx).under(name)
	return asked
}

// beyond tells whether more than the given fields is asked for.
func (f fields) beyond(names ...string) bool {
	return slices.ContainsFunc(f.all, func(field graphql.CollectedField) bool {
		return field.Name != "__typename" && !slices.Contains(names, field.Name)
	})
}

// delegationWhole tells of which neighbors of a list's delegations more than the names is asked for.
func delegationWhole(ctx context.Context) delegation.Whole {
	node, _ := selection(ctx).under("edges", "node")
	partner, _ := node.under("partner")
	customer, _ := node.under("customer")
	person, _ := node.under("acceptedBy")
	_, offer := node.under("offer")
	_, reason := node.under("terminationReason")
	return delegation.Whole{
		Delegation: offer || reason,
		Partner:    partner.beyond("id", "name", "domain"),
		Customer:   customer.beyond("id", "displayName"),
		AcceptedBy: person.beyond("id", "displayName"),
	}
}

// offerWhole tells which neighbors of the offer at path are asked for.
func offerWhole(ctx context.Context, path ...string) delegation.OfferWhole {
	node, _ := selection(ctx).under(path...)
	asked := func(name string) bool { _, ok := node.under(name); return ok }
	partner, _ := node.under("partner")
	return delegation.OfferWhole{
		Partner: partner.beyond("id", "name", "domain"),
		Terms:   asked("terms"), Subscription: asked("subscription"), Delegation: asked("delegation") || asked("delegationEndedAt") || asked("customer"),
		Replaces: asked("replaces"), Delivery: asked("delivery"),
	}
}

// eventWhole tells what of a list's events is asked for.
func eventWhole(ctx context.Context) audit.Whole {
	node, _ := selection(ctx).under("edges", "node")
	_, account := node.under("actor", "user")
	_, changes := node.under("changes")
	return audit.Whole{Account: account, Changes: changes}
}

func delegationQuery(ctx context.Context, args store.PageArgs, filter *model.DelegationFilter, order *model.DelegationOrder) delegation.Query {
	q := delegation.Query{Page: args, Filter: delegationFilter(filter), Whole: delegationWhole(ctx)}
	if order != nil {
		q.Asc = order.Direction == model.OrderDirectionAsc
		switch order.Field {
		case model.DelegationOrderFieldExpiresAt:
			q.Order = delegation.ByExpiresAt
		case model.DelegationOrderFieldPartnerName:
			q.Order = delegation.ByPartnerName
		}
	}
	return q
}

func delegationFilter(f *model.DelegationFilter) delegation.Filter {
	if f == nil {
		return delegation.Filter{}
	}
	return delegation.Filter{Statuses: f.Statuses, Search: valueOf(f.Search)}
}

func valueOf[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// own is the organization that an argument names: the viewer's own by default.
func own(ctx context.Context, id *uid.ID) uid.ID {
	if id != nil {
		return *id
	}
	return viewer.FromContext(ctx).OrganizationID
}

// found turns NOT_FOUND into null, for fields in which the unseen and the missing look the same.
func found[T any](v *T, err error) (*T, error) {
	if apperr.CodeOf(err) == apperr.NotFound {
		return nil, nil
	}
	return v, err
}

// beside gives each row what stands beside it: name is the neighbor's, get its id, load reads many by id. A row of a
// connection comes alone, since gqlgen's batches end at an edge: then the neighbors of its whole page are read, once.
func beside[R comparable, T any](ctx context.Context, name string, rows []R, get func(R) uid.ID, load func([]uid.ID) (map[uid.ID]T, error)) ([]T, error) {
	read := func(rows []R) (map[uid.ID]T, error) {
		var ids []uid.ID
		for _, row := range rows {
			if id := get(row); id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		if len(ids) == 0 {
			return nil, nil
		}
		return load(ids)
	}
	var all map[uid.ID]T
	var err error
	if together := siblingsOf(ctx, rows); together != nil {
		found, failed := together.once(name, func() (any, error) { return read(together.rows) })
		all, err = found.(map[uid.ID]T), failed
	} else {
		all, err = read(rows)
	}
	if err != nil {
		return nil, err
	}
	out := make([]T, len(rows))
	for i, row := range rows {
		out[i] = all[get(row)]
	}
	return out, nil
}
