package proof

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/group"
	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// tenant is an organization of the matrix. Each of its texts holds one of its canaries, except those that a partner
// shows to everybody.
type tenant struct {
	n             int
	name, domain  string
	org, partner  uid.ID // partner is empty for a customer
	canary        string // in what only the tenant, and who administers it, may see
	address, face string // in the address that offers go to; in the names of a partner's people, who sign what they do
	grants        map[*tenant]schematype.RoleSet
	wroteTo       map[*tenant]bool // customers that this partner sent an offer
	admin         viewer.Viewer
}

// person is a viewer of the matrix.
type person struct {
	name     string
	tenant   *tenant // nil: nobody is signed in
	userName string
	roles    schematype.RoleSet
	out      bool // has a session that counts no more
	apart    bool // in no group that holds anything
	cookie   string
}

func (p *person) signedIn() bool { return p.tenant != nil && !p.out }

// object is what an id names, with what decides who may see it.
type object struct {
	name, typ string
	id        uid.ID
	owner     *tenant // of delegations, receipts and accepted offers: the customer
	partner   *tenant // the other side of these, and the sender of an offer
	addressee *tenant // of an offer that waits
	actor     *tenant // of an event
	under     bool    // an event under a delegation
	live      bool    // the delegation concerned lives
	user      string  // the person's user name
	token     string  // the offer's link
	version   int     // of a delegation
	linked    string  // the delegation of an offer, by name
	account   account // of a user
	alike     bool    // there are two like this one, so that everything at once will do
}

// world is a database full of relations, and what is known of it without asking the product.
type world struct {
	*apptest.Server
	tenants map[string]*tenant
	people  []*person
	objects []*object
	byID    map[uid.ID]*object
	byOrg   map[uid.ID]*tenant
	product uid.ID
	groups  map[uid.ID]groupAsMade
	log     *logBook
}

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return b
}

func newWorld(t *testing.T, db apptest.Database) *world {
	t.Helper()
	book := &logBook{}
	w := &world{
		Server: apptest.NewServer(t, db, store.Options{Log: book.logger()}), log: book,
		tenants: map[string]*tenant{}, byID: map[uid.ID]*object{}, byOrg: map[uid.ID]*tenant{},
	}
	w.Identity = identity.New(w.Store, book.logger())
	w.Delegations = delegation.New(delegation.Config{Store: w.Store, Identity: w.Identity, InitialDomain: apptest.InitialDomain, Log: book.logger()})
	if err := directory.FillCatalog(system, w.Store); err != nil {
		t.Fatal(err)
	}
	hash := must(w.Store.Ent().User.Query().Where(user.UserName(apptest.AdminOf("Contoso"))).Only(system)).PasswordHash
	w.Tx(t, func(ctx context.Context, tx *store.Tx) error {
		w.product = must(tx.Product.Query().FirstID(ctx))
		for _, name := range []string{"main", "other"} {
			w.addTenant(ctx, tx, name, hash)
		}
		for _, role := range schematype.AllRoles {
			w.addTenant(ctx, tx, "gave "+string(role), hash)
		}
		for _, name := range []string{"many", "beside", "pending", "expired", "deleted", "elsewhere", "suspended"} {
			w.addPartner(ctx, tx, w.addTenant(ctx, tx, name, hash))
		}
		for _, role := range schematype.AllRoles {
			w.addUser(ctx, tx, w.tenants["main"], strings.ToLower(strings.ReplaceAll(string(role), "_", "")), hash, role)
		}
		w.addUser(ctx, tx, w.tenants["main"], "plain", hash)
		w.addUser(ctx, tx, w.tenants["main"], "demoted", hash, schematype.GlobalAdministrator)
		for _, name := range []string{"many", "beside", "pending", "expired", "deleted", "elsewhere", "suspended"} {
			w.addUser(ctx, tx, w.tenants[name], "tech", hash)
		}
		w.addAccounts(ctx, tx, hash)
		w.addUser(ctx, tx, w.tenants["many"], "disabled", hash, schematype.GlobalAdministrator)
		w.addGroups(ctx, tx)
		w.addUser(ctx, tx, w.tenants["beside"], "apart", hash, schematype.DirectoryReader)
		for _, role := range schematype.AllRoles {
			w.addDelegation(ctx, tx, "many", "gave "+string(role), "live", role)
		}
		w.addDelegation(ctx, tx, "beside", "main", "live", schematype.UserAdministrator, schematype.HelpdeskAdministrator)
		w.addDelegation(ctx, tx, "expired", "main", "expired", schematype.GlobalAdministrator)
		w.addDelegation(ctx, tx, "deleted", "main", "deleted", schematype.GlobalAdministrator)
		w.addDelegation(ctx, tx, "elsewhere", "other", "live", schematype.GlobalAdministrator)
		w.addDelegation(ctx, tx, "suspended", "main", "live", schematype.GlobalAdministrator)
		w.addLicenses(ctx, tx)
		w.addLeftBehind(ctx, tx)
		w.addOffer(ctx, tx, "pending", "main", schematype.OfferPending, nil)
		w.addOffer(ctx, tx, "beside", "main", schematype.OfferPending, nil)
		w.addOffer(ctx, tx, "many", "other", schematype.OfferDeclined, nil)
		w.addOffer(ctx, tx, "many", "main", schematype.OfferWithdrawn, nil)
		w.addOffer(ctx, tx, "many", "", schematype.OfferPending, nil)
		w.addInquiryAndPin(ctx, tx)
		return nil
	})
	w.addPeople(t)
	w.learn(t)
	w.learnGroups()
	slices.SortFunc(w.objects, func(a, b *object) int { return strings.Compare(string(a.id), string(b.id)) }) // as they were made
	like := map[string]int{}
	for _, o := range w.objects {
		if o.owner != nil && o.typ != "Delegation" && o.typ != "Offer" {
			like[o.typ+o.owner.name]++
			o.alike = like[o.typ+o.owner.name] > 2
		}
	}
	return w
}

func (w *world) addTenant(ctx context.Context, tx *store.Tx, name, hash string) *tenant {
	n := len(w.tenants) + 1
	canary := func(kind string) string { return fmt.Sprintf("cnry%d%s-%s", n, kind, hex.EncodeToString(random(4))) }
	t := &tenant{
		n: n, name: name, domain: fmt.Sprintf("tenant%d.example", n), canary: canary("p"), address: canary("a"), face: canary("n"),
		grants: map[*tenant]schematype.RoleSet{}, wroteTo: map[*tenant]bool{},
	}
	w.tenants[name] = t
	mine := t.mark()
	o, admin, err := directory.Create(ctx, tx, directory.NewOrganization{
		DisplayName: "Tenant " + mine, Domain: t.domain, Administrator: "admin-" + mine, AdministratorFor: "Admin " + mine,
		Email: "mail-" + mine + "@" + t.domain, PasswordHash: hash,
	})
	check(err)
	t.org, t.admin = o.ID, directory.PersonOf(o, admin)
	w.byOrg[o.ID] = t
	w.Users[admin.UserName] = admin.ID
	check(tx.Domain.Create().SetOrganizationID(o.ID).SetName(t.canary + ".example").SetVerifiedAt(tx.Now).SetCreatedAt(tx.Now).Exec(ctx))
	check(tx.Organization.UpdateOne(o).SetContactName("Desk " + t.canary).SetContactEmail(t.canary + "@" + t.domain).SetContactPhone("+1 " + t.canary).Exec(ctx))
	check(audit.Record(ctx, tx, audit.Event{
		Action: "session.start", Actor: t.admin, OrganizationID: o.ID, TargetID: admin.ID, Target: "door " + t.canary,
	}))
	return t
}

// mark stands in the names of a tenant's people.
func (t *tenant) mark() string {
	switch t.name {
	case "many", "beside", "pending", "expired", "deleted", "elsewhere", "suspended":
		return t.face
	}
	return t.canary
}

func (w *world) addPartner(ctx context.Context, tx *store.Tx, t *tenant) {
	p := must(tx.Partner.Create().SetOrganizationID(t.org).SetName("Partner " + t.name).SetNameKey(directory.NameKey("Partner " + t.name)).
		SetDomain(t.domain).SetContactEmail("help@" + t.domain).SetWebsite("https://" + t.domain).SetDescription("Helps.").SetCountry("US").
		SetListed(true).SetServiceSet(schematype.Services(schematype.Training)).
		AddResembleIDs(must(tx.Partner.Query().Limit(1).IDs(ctx))...).SetCreatedAt(tx.Now).Save(ctx))
	text := "The terms of " + t.name
	sum := sha256.Sum256([]byte(text))
	terms := must(tx.Terms.Create().SetPartnerID(p.ID).SetText(text).SetSha256(hex.EncodeToString(sum[:])).SetCreatedAt(tx.Now).Save(ctx))
	check(tx.Partner.UpdateOne(p).SetTermsID(terms.ID).Exec(ctx))
	check(tx.Organization.UpdateOneID(t.org).SetDisplayName("Partner " + t.name).SetNameKey("partner " + t.name).Exec(ctx))
	t.partner, t.admin.PartnerID, t.admin.OrganizationName = p.ID, p.ID, "Partner "+t.name
	w.add(&object{name: "Partner " + t.name, typ: "Partner", id: p.ID, owner: t})
}

func (w *world) addUser(ctx context.Context, tx *store.Tx, t *tenant, name, hash string, roles ...schematype.Role) {
	mine := t.mark()
	u := must(tx.User.Create().SetOrganizationID(t.org).SetUserName(name + "-" + mine + "@" + t.domain).SetEmail(name + "@" + mine + ".example").
		SetDisplayName(name + " " + mine).SetPasswordHash(hash).SetRoleSet(schematype.Roles(roles...)).SetCreatedAt(tx.Now).Save(ctx))
	w.Users[u.UserName] = u.ID
}

func (t *tenant) userName(name string) string { return name + "-" + t.mark() + "@" + t.domain }

// addOffer makes an offer of a partner to a customer, or to an address that belongs to nobody, with its link.
func (w *world) addOffer(ctx context.Context, tx *store.Tx, from, to string, status schematype.OfferStatus, roles []schematype.Role) *object {
	p, c := w.tenants[from], w.tenants[to]
	terms := must(tx.Partner.Get(ctx, p.partner)).TermsID
	if roles == nil {
		roles = []schematype.Role{schematype.UserAdministrator}
	}
	email := "desk@nobody.example"
	if c != nil {
		email = c.address + "@" + c.domain
		p.wroteTo[c] = true
	}
	made := tx.Now.Add(-time.Hour)
	create := tx.Offer.Create().SetPartnerID(p.partner).SetSentByID(p.admin.UserID).SetSentByName("Sender " + p.face).SetCustomerEmail(email).
		SetStatus(status).SetRoleSet(schematype.Roles(roles...)).SetDurationDays(90).SetMessage("Dear " + p.face).SetTermsID(terms).
		SetSubscriptionKind(schematype.SubscriptionTrial).SetProductID(w.product).SetSeats(5).SetTermMonths(1).
		SetCreatedAt(made).SetSentAt(made).SetExpiresAt(made.Add(delegation.OfferLifetime))
	obj := &object{name: fmt.Sprintf("Offer %s to %s %s", from, to, status), typ: "Offer", partner: p}
	switch status {
	case schematype.OfferAccepted:
		create.SetAnsweredAt(made).SetAnsweredByID(c.admin.UserID).SetCustomerID(c.org)
		obj.owner = c
	case schematype.OfferDeclined:
		create.SetAnsweredAt(made).SetAnsweredByID(c.admin.UserID).SetCustomerID(c.org).SetDeclineReason("Not now " + c.address)
		obj.owner = c
	case schematype.OfferWithdrawn:
		create.SetAnsweredAt(made)
	}
	obj.addressee = c
	if status == schematype.OfferPending {
		agents := must(tx.Group.Query().Where(group.OrganizationID(p.org)).Order(group.ByID()).FirstID(ctx))
		create.SetAssignments([]schematype.Assignment{{GroupID: agents, Roles: schematype.Roles(schematype.DirectoryReader)}})
	}
	o := must(create.Save(ctx))
	raw := random(32)
	hash := sha256.Sum256(raw)
	obj.id, obj.token = o.ID, base64.RawURLEncoding.EncodeToString(raw)
	check(tx.OfferLink.Create().SetOfferID(o.ID).SetTokenHash(hash[:]).SetCreatedAt(tx.Now).Exec(ctx))
	if status == schematype.OfferPending {
		check(delegation.MailOffer(ctx, tx, o.ID))
		check(tx.OutboxMessage.Update().Where(outboxmessage.OfferID(o.ID)).SetAttempts(2).SetSentAt(tx.Now).SetLastError("try later " + p.canary).Exec(ctx))
	}
	w.add(obj)
	return obj
}

func (w *world) addDelegation(ctx context.Context, tx *store.Tx, from, to, state string, roles ...schematype.Role) {
	p, c := w.tenants[from], w.tenants[to]
	offer := w.addOffer(ctx, tx, from, to, schematype.OfferAccepted, roles)
	since := tx.Now.Add(-time.Hour)
	create := tx.Delegation.Create().SetPartnerID(p.partner).SetCustomerID(c.org).SetOfferID(offer.id).SetAcceptedByID(c.admin.UserID).
		SetRoleSet(schematype.Roles(roles...)).SetActivatedAt(since).SetExpiresAt(since.AddDate(0, 0, 90)).SetLastActivityAt(tx.Now)
	live := state == "live"
	switch state {
	case "expired": // the worker has not come by yet
		create.SetExpiresAt(tx.Now.Add(-time.Minute))
	case "deleted":
		create.SetStatus(schematype.DelegationTerminated).SetTerminatedAt(tx.Now).SetTerminatedBy(schematype.TerminatedByCustomer).
			SetTerminationReason("Enough " + c.canary).SetVersion(2)
	default:
		if p.name != "suspended" {
			p.grants[c] = schematype.Roles(roles...)
		}
	}
	d := must(create.Save(ctx))
	check(delegation.AssignAsOffered(ctx, tx, must(tx.Offer.Get(ctx, offer.id)), must(tx.Partner.Get(ctx, p.partner)), d))
	obj := w.add(&object{name: fmt.Sprintf("Delegation %s at %s", from, to), typ: "Delegation", id: d.ID, owner: c, partner: p, live: live, version: d.Version})
	offer.linked, offer.live = obj.name, live
	w.add(&object{name: "Subscription of " + obj.name, typ: "Subscription", owner: c, id: must(tx.Subscription.Create().
		SetOrganizationID(c.org).SetProductID(w.product).SetOfferID(offer.id).SetKind(schematype.SubscriptionTrial).SetSeats(5).
		SetStartsAt(since).SetEndsAt(since.AddDate(0, 1, 0)).Save(ctx)).ID})
	r := must(audit.Sign(ctx, tx, audit.Statement{
		Action: "delegation.accept", DelegationID: d.ID, OfferID: offer.id, ExpiresAt: d.ExpiresAt, Roles: roles,
		Customer: audit.Party{ID: c.org, Name: c.canary}, Partner: audit.Party{ID: p.partner, Name: p.name}, Person: audit.PersonOf(c.admin),
	}))
	w.add(&object{name: "Receipt of " + obj.name, typ: "Receipt", id: r.ID, owner: c, partner: p, live: live})
	why, before, role := "Asked "+c.canary, "old "+c.canary, roles[0]
	for _, actor := range []viewer.Viewer{p.admin, c.admin} {
		check(audit.Record(ctx, tx, audit.Event{
			Action: "organization.contact.update", Actor: actor, OrganizationID: c.org, DelegationID: d.ID, Role: &role,
			TargetID: c.org, Target: c.canary, Justification: &why, Changes: []schematype.Change{{Field: "contact.name", Before: &before, After: &why}},
		}))
	}
}

// addInquiryAndPin has a customer wait for an offer of a partner that has written to it before, and a partner's person pin a
// customer.
func (w *world) addInquiryAndPin(ctx context.Context, tx *store.Tx) {
	from, to := w.tenants["main"], w.tenants["many"]
	check(tx.Inquiry.Create().SetPartnerID(to.partner).SetCustomerID(from.org).SetCustomerName("Tenant " + from.address).
		SetAskedByID(from.admin.UserID).SetAskedBy("Admin " + from.address).SetReplyTo(from.address + "@" + from.domain).
		SetMessage("Dear " + from.address).SetRoleSet(schematype.Roles(schematype.GlobalReader)).SetCreatedAt(tx.Now).Exec(ctx))
	check(tx.Pin.Create().SetUserID(w.Users[to.userName("tech")]).SetCustomerID(w.tenants["gave GLOBAL_READER"].org).SetCreatedAt(tx.Now).Exec(ctx))
}

func (w *world) add(o *object) *object {
	w.objects = append(w.objects, o)
	w.byID[o.id] = o
	return o
}

// learn adds the objects that came of others.
func (w *world) learn(t *testing.T) {
	t.Helper()
	client := w.Store.Ent()
	for _, each := range w.tenants {
		w.add(&object{name: "Organization " + each.name, typ: "Organization", id: each.org, owner: each})
	}
	for _, u := range must(client.User.Query().All(system)) {
		if owner := w.byOrg[u.OrganizationID]; owner != nil {
			name, _, _ := strings.Cut(u.UserName, "-")
			w.add(&object{
				name: "User " + name + " of " + owner.name, typ: "User", id: u.ID, owner: owner, user: u.UserName,
				account: account{u.RoleSet, u.DeletedAt != nil, u.Protected, u.Email != nil},
			})
		}
	}
	for _, d := range must(client.Domain.Query().All(system)) {
		if owner := w.byOrg[d.OrganizationID]; owner != nil {
			w.add(&object{name: fmt.Sprintf("Domain of %s %t", owner.name, strings.HasPrefix(d.Name, "tenant")), typ: "Domain", id: d.ID, owner: owner})
		}
	}
	for _, p := range must(client.Product.Query().All(system)) {
		w.add(&object{name: "Product " + p.Name, typ: "Product", id: p.ID})
	}
	for _, e := range must(client.AuditEvent.Query().All(system)) {
		if owner := w.byOrg[e.OrganizationID]; owner != nil {
			w.add(w.event(e, owner))
		}
	}
}

func (w *world) event(e *ent.AuditEvent, owner *tenant) *object {
	o := &object{name: fmt.Sprintf("AuditEvent %s %d", owner.name, e.Sequence), typ: "AuditEvent", id: e.ID, owner: owner, actor: w.byOrg[e.ActorOrganizationID]}
	if d := w.byID[e.DelegationID]; d != nil {
		o.under, o.live, o.partner = true, d.live, d.partner
	}
	return o
}

// addPeople signs everybody in, and then takes from some what they had.
func (w *world) addPeople(t *testing.T) {
	t.Helper()
	add := func(name, of, user string, out bool, roles ...schematype.Role) {
		p := &person{name: name, out: out, roles: schematype.Roles(roles...)}
		w.people = append(w.people, p)
		if of == "" {
			return
		}
		p.tenant, p.userName = w.tenants[of], w.tenants[of].userName(user)
		base := must(url.Parse(w.URL))
		p.cookie = w.As(t, p.userName).HTTP.Jar.Cookies(base)[0].String()
	}
	const admin = schematype.GlobalAdministrator
	add("anonymous", "", "", false)
	add("without a role", "main", "plain", false)
	for _, role := range schematype.AllRoles {
		add(role.DisplayName(), "main", strings.ToLower(strings.ReplaceAll(string(role), "_", "")), false, role)
	}
	add("demoted", "main", "demoted", false)
	add("signed out", "main", "admin", true)
	add("administrator of another customer", "other", "admin", false, admin)
	add("administrator of a third customer", "gave USER_ADMINISTRATOR", "admin", false, admin)
	add("partner, live everywhere else", "many", "tech", false)
	add("partner's administrator, live everywhere else", "many", "admin", false, admin)
	add("partner, live", "beside", "tech", false)
	add("partner, in no assigned group", "beside", "apart", false, schematype.DirectoryReader)
	w.people[len(w.people)-1].apart = true
	for _, state := range []string{"pending", "expired", "deleted", "elsewhere"} {
		add("partner, "+state, state, "tech", false)
		add("partner's administrator, "+state, state, "admin", false, admin)
	}
	add("partner, disabled", "many", "disabled", true, admin)
	add("partner, suspended", "suspended", "tech", true)
	add("partner's administrator, suspended", "suspended", "admin", true, admin)

	apptest.MustDisable(t, w.Store, w.Users[w.tenants["many"].userName("disabled")])
	w.Tx(t, func(ctx context.Context, tx *store.Tx) error {
		check(tx.User.UpdateOneID(w.Users[w.tenants["main"].userName("demoted")]).SetRoleSet(0).Exec(ctx))
		return tx.Organization.UpdateOneID(w.tenants["suspended"].org).SetSuspendedAt(tx.Now).Exec(ctx)
	})
	for _, p := range w.people {
		if p.name == "signed out" {
			c := w.Anonymous(t)
			c.HTTP.Jar.SetCookies(must(url.Parse(w.URL)), must(http.ParseCookie(p.cookie)))
			c.MustQuery(t, `mutation { signOut { userErrors { code } } }`, nil)
		}
	}
}

// tx changes the world past all rules.
func (w *world) tx(fn func(ctx context.Context, tx *store.Tx) error) {
	check(w.Store.WithTx(system, nil, fn))
}

func must[T any](v T, err error) T {
	check(err)
	return v
}

// check ends the making of a world, whose faults are the test's own.
func check(err error) {
	if err != nil {
		panic(err)
	}
}
