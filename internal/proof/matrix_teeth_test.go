package proof

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"delegatedadmin.example/ent"
	delegationrow "delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/graph"
	gql "delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// faulty is the API with one fault: each func that is set stands in for the resolver of that field.
type faulty struct {
	*graph.Resolver
	node         func(ctx context.Context, id uid.ID) (gql.Node, error)
	wholeAddress bool
	domains      func(ctx context.Context) context.Context
	admins       func(ctx context.Context, organizationID *uid.ID) context.Context
	before       func(ctx context.Context, organizationID uid.ID)
	deleted      func(err error, id uid.ID) error
	everyMessage bool
}

type (
	faultyQuery struct {
		graph.QueryResolver
		f *faulty
	}
	faultyOrganization struct {
		graph.OrganizationResolver
		f *faulty
	}
	faultyMutation struct {
		graph.MutationResolver
		f *faulty
	}
	faultyStream struct {
		graph.SubscriptionRootResolver
		f *faulty
	}
)

func (f *faulty) Query() graph.QueryResolver { return faultyQuery{f.Resolver.Query(), f} }
func (f *faulty) Organization() graph.OrganizationResolver {
	return faultyOrganization{f.Resolver.Organization(), f}
}

func (f *faulty) Mutation() graph.MutationResolver { return faultyMutation{f.Resolver.Mutation(), f} }

func (f *faulty) SubscriptionRoot() graph.SubscriptionRootResolver {
	return faultyStream{f.Resolver.SubscriptionRoot(), f}
}

func (q faultyQuery) Node(ctx context.Context, id uid.ID) (gql.Node, error) {
	if q.f.node != nil {
		if node, err := q.f.node(ctx, id); node != nil {
			return node, err
		}
	}
	return q.QueryResolver.Node(ctx, id)
}

func (q faultyQuery) Offer(ctx context.Context, token string) (*delegation.Offer, error) {
	o, err := q.QueryResolver.Offer(ctx, token)
	if q.f.wholeAddress && o != nil {
		o.CustomerEmail = o.Offer.CustomerEmail
	}
	return o, err
}

func (q faultyQuery) DelegatedAdmins(ctx context.Context, organizationID *uid.ID, first *int, after *store.Cursor, last *int, before *store.Cursor, filter *gql.DelegationFilter, orderBy *gql.DelegationOrder) (*gql.DelegationConnection, error) {
	if q.f.admins != nil {
		ctx = q.f.admins(ctx, organizationID)
	}
	return q.QueryResolver.DelegatedAdmins(ctx, organizationID, first, after, last, before, filter, orderBy)
}

func (o faultyOrganization) Domains(ctx context.Context, obj *ent.Organization, first *int, after *store.Cursor, last *int, before *store.Cursor, search *string, filter *gql.DomainFilter) (*gql.DomainConnection, error) {
	if o.f.domains != nil {
		ctx = o.f.domains(ctx)
	}
	return o.OrganizationResolver.Domains(ctx, obj, first, after, last, before, search, filter)
}

func (m faultyMutation) UpdateOrganizationContact(ctx context.Context, input gql.UpdateOrganizationContactInput) (*gql.UpdateOrganizationContactPayload, error) {
	if m.f.before != nil {
		m.f.before(ctx, input.OrganizationID)
	}
	return m.MutationResolver.UpdateOrganizationContact(ctx, input)
}

func (m faultyMutation) DeleteDelegation(ctx context.Context, input gql.DeleteDelegationInput) (*gql.DeleteDelegationPayload, error) {
	p, err := m.MutationResolver.DeleteDelegation(ctx, input)
	if m.f.deleted != nil && err != nil {
		err = m.f.deleted(err, input.ID)
	}
	return p, err
}

func (s faultyStream) DelegatedAdminsChanged(ctx context.Context, organizationID *uid.ID) (<-chan *delegation.ChangeOfDelegation, error) {
	if s.f.everyMessage {
		organizationID = nil
	}
	return s.SubscriptionRootResolver.DelegatedAdminsChanged(ctx, organizationID)
}

// as changes who is calling.
func as(ctx context.Context, change func(v *viewer.Viewer)) context.Context {
	v := viewer.FromContext(ctx)
	change(&v)
	return viewer.NewContext(ctx, v)
}

// strangers are those who find most faults: what they get is nothing.
var strangers = []string{"anonymous", "administrator of another customer", "partner, deleted"}

// Faults like those that slip into products of this kind. Each must be found by a small part of the matrix; the same
// part finds nothing in the API as it is.
func TestMatrix_HasTeeth(t *testing.T) {
	t.Parallel()
	w := newWorld(t, apptest.SQLite(t))
	tb := readTable(t)
	everything := schematype.Roles(schematype.AllRoles...)
	main := w.tenants["main"]
	const reads, writes, streams = "reads", "writes", "streams"
	for _, c := range []struct {
		name, part string
		fault      faulty
		around     func(http.Handler) http.Handler
		finds      []string // how findings begin, where not any will do
		by         string   // who finds it, where strangers don't
	}{
		{name: "none", part: reads},
		{name: "none, for changes", part: writes},
		{name: "a person is read by id without the tenant", part: reads, fault: faulty{node: func(ctx context.Context, id uid.ID) (gql.Node, error) {
			u, err := w.Store.Ent().User.Get(ctx, id)
			if ent.IsNotFound(err) {
				return nil, nil
			}
			return u, err
		}}},
		{name: "a delegation is read by id without asking whether it lives", part: reads, fault: faulty{node: func(ctx context.Context, id uid.ID) (gql.Node, error) {
			d, err := w.Store.Ent().Delegation.Query().Where(delegationrow.ID(id), delegationrow.PartnerID(viewer.FromContext(ctx).PartnerID)).
				WithPartner().WithCustomer().WithAcceptedBy().Only(ctx)
			if err != nil {
				return nil, nil
			}
			return &delegation.Delegation{Delegation: d, Status: d.Status, Partner: d.Edges.Partner, Customer: d.Edges.Customer, AcceptedBy: d.Edges.AcceptedBy}, nil
		}}},
		{name: "the role is not asked for", part: reads, by: "without a role", fault: faulty{domains: func(ctx context.Context) context.Context {
			return as(ctx, func(v *viewer.Viewer) { v.Roles = everything })
		}}},
		{name: "the tenant is taken from the argument", part: reads, fault: faulty{admins: func(ctx context.Context, id *uid.ID) context.Context {
			return as(ctx, func(v *viewer.Viewer) {
				if id != nil {
					v.OrganizationID, v.Roles = *id, everything
				}
			})
		}}},
		{name: "the link shows the whole address", part: reads, fault: faulty{wholeAddress: true}},
		{name: "the viewer is somebody else", part: reads, by: "partner, live everywhere else", around: func(next http.Handler) http.Handler {
			return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
				ctx := r.Context()
				if v := viewer.FromContext(ctx); v.PartnerID != "" {
					ctx = viewer.NewContext(ctx, main.admin)
				}
				next.ServeHTTP(rw, r.WithContext(ctx))
			})
		}},
		{name: "a disabled person's session still counts", part: reads, by: "partner, disabled", around: func(next http.Handler) http.Handler {
			disabled := w.person("partner, disabled")
			return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
				ctx := r.Context()
				if r.Header.Get("Cookie") == disabled.cookie {
					ctx = viewer.NewContext(ctx, disabled.tenant.admin)
				}
				next.ServeHTTP(rw, r.WithContext(ctx))
			})
		}},
		{name: "the change comes before the decision", part: writes, fault: faulty{before: func(_ context.Context, id uid.ID) {
			w.tx(func(ctx context.Context, tx *store.Tx) error {
				err := tx.Organization.UpdateOneID(id).SetContactPhone(string(uid.New("tel"))).Exec(ctx)
				if ent.IsNotFound(err) {
					return nil
				}
				return err
			})
		}}},
		{name: "a refusal tells what exists", part: writes, fault: faulty{deleted: func(err error, id uid.ID) error {
			if w.byID[id] != nil {
				return apperr.New(apperr.NotFound, "This delegation is not yours.")
			}
			return err
		}}},
		{name: "a refusal names what it found", part: writes, fault: faulty{deleted: func(err error, id uid.ID) error {
			if d := w.byID[id]; d != nil && d.typ == "Delegation" {
				return apperr.New(apperr.CodeOf(err), "Only administrators of %s may do this.", d.owner.canary)
			}
			return err
		}}},
		{name: "a stream is not refused", part: streams, by: "Global Administrator", fault: faulty{everyMessage: true}, finds: []string{
			"Global Administrator|events|Organization other", "Global Administrator|websocket|Organization other", "Global Administrator|trusted websocket|Organization other",
		}},
		{name: "one way in asks nobody who they are", part: reads, around: func(next http.Handler) http.Handler {
			return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
				ctx := r.Context()
				if r.Method == http.MethodGet {
					ctx = viewer.NewContext(ctx, main.admin)
				}
				next.ServeHTTP(rw, r.WithContext(ctx))
			})
		}},
		{name: "the log keeps what is sent", part: reads, finds: []string{"the log says"}, around: func(next http.Handler) http.Handler {
			return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
				w.log.logger().Info("request", "cookie", r.Header.Get("Cookie"))
				next.ServeHTTP(rw, r)
			})
		}},
		{name: "strangers fill the log of others", part: writes, finds: []string{"administrator of another customer: what was refused stands"}, fault: faulty{before: func(ctx context.Context, id uid.ID) {
			if w.byID[id] != nil {
				check(audit.Refuse(ctx, w.Store, audit.Event{Action: "organization.contact.update", Actor: viewer.FromContext(ctx), OrganizationID: id, Target: "contact"}))
			}
		}}},
		{name: "a letter tells too much", part: writes, finds: []string{"the letter delegation_deleted to partner at"}, fault: faulty{deleted: func(err error, id uid.ID) error {
			if d := w.byID[id]; d != nil && d.typ == "Delegation" {
				w.tx(func(ctx context.Context, tx *store.Tx) error {
					return mail.Enqueue(ctx, tx, mail.Message{
						Kind: mail.DelegationDeleted, To: "help@" + d.partner.domain, Key: "delegation_deleted:" + string(id) + ":again",
						Data: map[string]string{"side": "partner", "partner": d.partner.name, "by": w.tenants["gave GLOBAL_READER"].canary},
					})
				})
			}
			return err
		}}},
	} {
		c.fault.Resolver = w.resolvers()
		var around []func(http.Handler) http.Handler
		if c.around != nil {
			around = append(around, c.around)
		}
		m := newMatrix(tb, w, w.api(&c.fault, around...))
		var people []*person
		faultless := c.fault.faultless() && c.around == nil
		for _, name := range []string{"anonymous", "without a role", "Global Administrator", "administrator of another customer", "partner, live everywhere else", "partner, deleted", "partner, disabled"} {
			if faultless || slices.Contains(strangers, name) || name == c.by {
				people = append(people, w.person(name))
			}
		}
		few := slices.DeleteFunc(slices.Clone(w.objects), func(o *object) bool {
			if o.owner == nil {
				return o.addressee != main
			}
			return o.alike || o.owner != main && o.owner != w.tenants["other"]
		})
		switch c.part {
		case reads:
			together(m.reads(people, few))
			m.judgeLog()
		case writes:
			m.writes(people)
			m.letters()
		case streams:
			m.streams(people, []*object{w.byID[w.tenants["other"].org]})
		}
		t.Logf("%s: %d requests, %d leaks, %d deviations", c.name, m.requests, len(m.leaks), len(m.wrong))
		found := append(m.leaks, m.wrong...)
		switch {
		case faultless && len(found) > 0:
			m.report(t)
		case !faultless && len(found) == 0:
			t.Errorf("%s: nothing is found wrong", c.name)
		}
		for _, want := range c.finds {
			if !slices.ContainsFunc(found, func(text string) bool { return strings.HasPrefix(text, want) }) {
				t.Errorf("%s: nothing is found that begins with %q", c.name, want)
			}
		}
	}
}

func (f *faulty) faultless() bool {
	return f.node == nil && !f.wholeAddress && f.domains == nil && f.admins == nil && f.before == nil && f.deleted == nil && !f.everyMessage
}
