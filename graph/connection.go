package graph

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// connect makes a connection's parts of a page: an edge for each row, and where the page lies. The total is counted
// only where it is asked for.
func connect[T comparable, E any](ctx context.Context, page *store.Page[T], edge func(store.Cursor, T) E, count func() (int, error)) (edges []E, info *model.PageInfo, total int, err error) {
	edges = make([]E, len(page.Items))
	remember(ctx, page.Items)
	for i, item := range page.Items {
		edges[i] = edge(page.Cursors[i], item)
	}
	info = &model.PageInfo{HasNextPage: page.HasNext, HasPreviousPage: page.HasPrevious}
	if n := len(page.Cursors); n > 0 {
		info.StartCursor, info.EndCursor = &page.Cursors[0], &page.Cursors[n-1]
	}
	if _, asked := selection(ctx).under("totalCount"); asked {
		total, err = count()
	}
	return edges, info, total, err
}

func delegationConnection(ctx context.Context, page *store.Page[*delegation.Delegation], err error, count func() (int, error)) (*model.DelegationConnection, error) {
	if err != nil {
		return nil, err
	}
	partners := make([]*ent.Partner, len(page.Items))
	for i, d := range page.Items {
		partners[i] = d.Partner
	}
	remember(ctx, partners)
	c := &model.DelegationConnection{}
	c.Edges, c.PageInfo, c.TotalCount, err = connect(ctx, page, func(at store.Cursor, d *delegation.Delegation) *model.DelegationEdge {
		return &model.DelegationEdge{Cursor: at, Node: d}
	}, count)
	return c, err
}

func offerConnection(ctx context.Context, page *store.Page[*delegation.Offer], err error, count func() (int, error)) (*model.OfferConnection, error) {
	if err != nil {
		return nil, err
	}
	c := &model.OfferConnection{}
	c.Edges, c.PageInfo, c.TotalCount, err = connect(ctx, page, func(at store.Cursor, o *delegation.Offer) *model.OfferEdge {
		return &model.OfferEdge{Cursor: at, Node: o}
	}, count)
	return c, err
}

func eventConnection(ctx context.Context, page *store.Page[*ent.AuditEvent], err error, count func() (int, error)) (*model.AuditEventConnection, error) {
	if err != nil {
		return nil, err
	}
	c := &model.AuditEventConnection{}
	c.Edges, c.PageInfo, c.TotalCount, err = connect(ctx, page, func(at store.Cursor, e *ent.AuditEvent) *model.AuditEventEdge {
		return &model.AuditEventEdge{Cursor: at, Node: e}
	}, count)
	return c, err
}

func domainConnection(ctx context.Context, page *store.Page[*ent.Domain], err error, count func() (int, error)) (*model.DomainConnection, error) {
	if err != nil {
		return nil, err
	}
	c := &model.DomainConnection{}
	c.Edges, c.PageInfo, c.TotalCount, err = connect(ctx, page, func(at store.Cursor, d *ent.Domain) *model.DomainEdge {
		return &model.DomainEdge{Cursor: at, Node: d}
	}, count)
	return c, err
}

func subscriptionConnection(ctx context.Context, page *store.Page[*ent.Subscription], err error, count func() (int, error)) (*model.SubscriptionConnection, error) {
	if err != nil {
		return nil, err
	}
	c := &model.SubscriptionConnection{}
	c.Edges, c.PageInfo, c.TotalCount, err = connect(ctx, page, func(at store.Cursor, s *ent.Subscription) *model.SubscriptionEdge {
		return &model.SubscriptionEdge{Cursor: at, Node: s}
	}, count)
	return c, err
}

// fields are what a request asks of an object.
type fields struct {
	op  *graphql.OperationContext
	all []graphql.CollectedField
}

// objects are the types that fields can lie under on the way to what a list shows.
var objects = []string{
	"Node", "Viewer", "DelegationConnection", "DelegationEdge", "Delegation", "OfferConnection", "OfferEdge", "Offer",
	"Partner", "Organization", "User", "DelegatedAdminsChange",
	"CreateOfferPayload", "ResendOfferPayload", "WithdrawOfferPayload", "AcceptOfferPayload", "DeclineOfferPayload",
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
	return delegation.OfferWhole{
		Terms: asked("terms"), Subscription: asked("subscription"), Delegation: asked("delegation") || asked("delegationEndedAt") || asked("customer"),
		Replaces: asked("replaces"), Delivery: asked("delivery"),
	}
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
func beside[R comparable, T any](ctx context.Context, name string, rows []R, get func(R) uid.ID, load func([]uid.ID) (map[uid.ID]*T, error)) ([]*T, error) {
	read := func(rows []R) (map[uid.ID]*T, error) {
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
	var all map[uid.ID]*T
	var err error
	if together := siblingsOf(ctx, rows); together != nil {
		found, failed := together.once(name, func() (any, error) { return read(together.rows) })
		all, err = found.(map[uid.ID]*T), failed
	} else {
		all, err = read(rows)
	}
	if err != nil {
		return nil, err
	}
	out := make([]*T, len(rows))
	for i, row := range rows {
		out[i] = all[get(row)]
	}
	return out, nil
}
