package proof

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/migrate"
	"delegatedadmin.example/ent/offerlink"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
)

// attempt is one mutation on one target.
type attempt struct {
	name   string
	o      *object // nil for what is not about an object
	target string  // the id that stands for it, or one that names nothing
	input  vars
}

// acts are the mutations that take an object, on each of the objects, on ids of other types, and on nothing.
func (m *matrix) acts(p *person) (out []attempt) {
	id := func(name, key string, o *object, target string, more vars) {
		input := vars{key: target}
		for k, v := range more {
			input[k] = v
		}
		out = append(out, attempt{name, o, target, input})
		m.mark(m.reached, "Mutation."+name+"(input."+key+")")
	}
	contact := vars{"name": "Desk", "phone": hex.EncodeToString(random(4))}
	for _, o := range m.w.objects {
		waits := strings.HasSuffix(o.name, string(schematype.OfferPending))
		switch o.typ {
		case "Organization":
			id("updateOrganizationContact", "organizationId", o, string(o.id), contact)
			id("updateOrganizationSettings", "organizationId", o, string(o.id), vars{"justificationRequired": false})
			id("deleteDelegation", "id", &object{name: "not a delegation"}, string(o.id), nil)
		case "Delegation":
			id("deleteDelegation", "id", o, string(o.id), nil)
			id("updateOrganizationContact", "organizationId", &object{name: "not an organization"}, string(o.id), contact)
		case "Offer":
			id("withdrawOffer", "id", o, string(o.id), nil)
			id("resendOffer", "id", o, string(o.id), nil)
			id("reportOffer", "token", o, o.token, vars{"reason": "Odd"})
			if waits || p.tenant != o.addressee { // what was answered is answered to everybody of the organization
				id("declineOffer", "token", o, o.token, nil)
				id("acceptOffer", "token", o, o.token, vars{"delegatedAdministration": true, "termsSha256": "other"})
			}
		}
	}
	for _, bad := range []string{"", "x", "dlg_", "org_" + strings.Repeat("z", 32), string(uid.New(uid.User))} {
		nothing := &object{name: "nothing"}
		id("updateOrganizationContact", "organizationId", nothing, bad, contact)
		id("updateOrganizationSettings", "organizationId", nothing, bad, nil)
		id("deleteDelegation", "id", nothing, bad, nil)
		id("withdrawOffer", "id", nothing, bad, nil)
		id("resendOffer", "id", nothing, bad, nil)
	}
	out = append(out, m.userActs()...)
	out = append(out, m.licenseAndDomainActs()...)
	out = append(out, m.groupActs(p)...)
	out = append(out, m.partnerActs()...)
	offer := vars{"customerEmail": "new@nobody.example", "roles": []string{"GLOBAL_READER"}, "durationDays": 7}
	out = append(out, attempt{name: "createOffer", input: offer})
	withProduct := vars{"subscription": vars{"kind": "TRIAL", "productId": m.w.tenants["other"].org, "seats": 1, "termMonths": 1}}
	for k, v := range offer {
		withProduct[k] = v
	}
	m.mark(m.reached, "Mutation.createOffer(input.subscription.productId)")
	return append(out, attempt{name: "createOffer", input: withProduct})
}

// writes has everybody try every mutation. What the table refuses changes nothing; what it allows is undone, so that the
// next person finds the same.
func (m *matrix) writes(people []*person) {
	for _, p := range people {
		var allowed []attempt
		before, events := m.checksum(), m.events()
		for _, a := range m.acts(p) {
			r := m.types["Mutation"].Fields[a.name]
			s := scene{v: p, o: a.o}
			if s.holds(r.May, r.Seen) {
				allowed = append(allowed, a)
				continue
			}
			got, asked := m.act(p, a)
			want := m.refusal(s, r, r.Seen)
			if refusalOf(got, a.name) != want || len(got.Errors) > 1 || len(got.Errors) == 1 && got.Data[a.name] != nil {
				m.deviate("%s: %s %s answers %s, should be %s", p.name, a.name, nameOfObject(a.o), got.raw, want)
			}
			m.mark(m.withheld, asked...)
			if want == "NOT_FOUND" {
				m.sameAsNothing(p, a.o.name, a.name, got.raw, a.target, func(id string) string {
					got, _ := m.act(p, attempt{a.name, nil, id, with(a.input, a.target, id)})
					return got.raw
				})
			}
		}
		if after := m.checksum(); !maps.Equal(before, after) {
			m.deviate("%s: what was refused has changed: %s", p.name, difference(before, after))
		}
		for id, n := range m.events() {
			if n != events[id] && !m.w.mayConcern(p, m.w.byOrg[id]) {
				m.deviate("%s: what was refused stands %d times in the log of %s", p.name, n-events[id], id)
			}
		}
		for _, a := range allowed {
			got, asked := m.act(p, a)
			if refusalOf(got, a.name) != "" || got.Data[a.name] == nil {
				m.deviate("%s: %s %s answers %s, should be allowed", p.name, a.name, nameOfObject(a.o), got.raw)
				continue
			}
			m.mark(m.given, asked[0])
			m.walk(scene{v: p, o: a.o, link: byLink(a.name), parent: true}, m.schema.Types[m.payload(a.name)], got.Data[a.name].(map[string]any))
			m.undo(a.o)
		}
	}
}

// byLink tells whether a mutation is for who holds the link of an offer.
func byLink(mutation string) bool {
	return slices.Contains([]string{"acceptOffer", "declineOffer", "reportOffer"}, mutation)
}

func nameOfObject(o *object) string {
	if o == nil {
		return ""
	}
	return o.name
}

// with is input with another target.
func with(input vars, target, id string) vars {
	out := vars{}
	for k, v := range input {
		switch list, _ := v.([]string); {
		case v == any(target):
			v = id
		case len(list) == 1 && list[0] == target:
			v = []string{id}
		}
		out[k] = v
	}
	return out
}

func (m *matrix) payload(mutation string) string {
	return m.schema.Mutation.Fields.ForName(mutation).Type.Name()
}

// act sends a mutation that asks for all of its payload.
func (m *matrix) act(p *person, a attempt) (got reply, asked []string) {
	f := m.schema.Mutation.Fields.ForName(a.name)
	sel := &selection{table: m.table}
	text := sel.field(m.schema.Mutation, f, false)
	declared, argument, variables := "", "", vars{}
	if input := f.Arguments.ForName("input"); input != nil {
		declared, argument, variables = "($input: "+input.Type.String()+")", "(input: $input)", vars{"input": a.input}
	}
	text = strings.Replace(text, a.name, a.name+argument, 1)
	got = m.do(p, byLink(a.name), "mutation"+declared+" { "+text+"}", variables)
	verdict := verdictOf(got, true)
	if payload, _ := got.Data[a.name].(map[string]any); payload != nil {
		if list, _ := payload["userErrors"].([]any); len(list) > 0 {
			verdict, _ = list[0].(map[string]any)["code"].(string)
		}
	}
	m.note(fmt.Sprintf("%s|%s|%s %d", p.name, a.name, nameOfObject(a.o), len(a.input)), verdict)
	return got, sel.asked
}

// undo makes an object as it was.
func (m *matrix) undo(o *object) {
	if o == nil {
		return
	}
	m.w.tx(func(ctx context.Context, tx *store.Tx) error {
		switch {
		case o.typ == "User":
			return o.undoUser(ctx, tx)
		case o.typ == "Organization", o.typ == "Domain":
			return o.undoDomain(ctx, tx)
		case o.typ == "Group":
			m.w.remakeGroup(ctx, tx, o.id)
		case o.typ == "Delegation" && o.live:
			return tx.Delegation.UpdateOneID(o.id).SetStatus(schematype.DelegationActive).SetVersion(o.version).
				ClearTerminatedAt().ClearTerminatedBy().ClearTerminationReason().Exec(ctx)
		case o.typ == "Offer" && strings.HasSuffix(o.name, string(schematype.OfferPending)):
			check(tx.Offer.UpdateOneID(o.id).SetStatus(schematype.OfferPending).SetSentAt(tx.Now.Add(-1e12)).
				ClearAnsweredAt().ClearAnsweredByID().ClearCustomerID().ClearDeclineReason().Exec(ctx))
			hash := sha256.Sum256(must(base64.RawURLEncoding.DecodeString(o.token)))
			must(tx.OfferLink.Delete().Where(offerlink.OfferID(o.id)).Exec(ctx))
			return tx.OfferLink.Create().SetOfferID(o.id).SetTokenHash(hash[:]).SetCreatedAt(tx.Now).Exec(ctx)
		}
		return nil
	})
}

// whatRefusalsWrite are the tables in which a refused request leaves a trace: events, and when a session was last used.
var whatRefusalsWrite = []string{"audit_events", "audit_heads", "sessions"}

// events counts the events in the log of each organization.
func (m *matrix) events() map[uid.ID]int {
	out := map[uid.ID]int{}
	for _, id := range must(m.w.Store.Ent().AuditEvent.Query().Select(auditevent.FieldOrganizationID).Strings(system)) {
		out[uid.ID(id)]++
	}
	return out
}

// mayConcern tells whether what p tried in vain may stand in the log of t: their own, or a customer's of their partner.
func (w *world) mayConcern(p *person, t *tenant) bool {
	return p.signedIn() && (t == p.tenant || slices.ContainsFunc(w.objects, func(o *object) bool {
		return o.typ == "Delegation" && o.owner == t && o.partner == p.tenant
	}))
}

// checksum is of every row of every tenant, by table.
func (m *matrix) checksum() map[string]string {
	out := map[string]string{}
	for _, t := range migrate.Tables {
		if slices.Contains(whatRefusalsWrite, t.Name) {
			continue
		}
		rows := must(m.w.Store.Ent().QueryContext(system, "SELECT * FROM "+t.Name+" ORDER BY 1, 2"))
		columns := must(rows.Columns())
		sum := sha256.New()
		for rows.Next() {
			values := make([]any, len(columns))
			into := make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			check(rows.Scan(into...))
			_, _ = fmt.Fprintf(sum, "%v\n", values)
		}
		check(rows.Err())
		check(rows.Close())
		out[t.Name] = hex.EncodeToString(sum.Sum(nil))
	}
	return out
}

func difference(before, after map[string]string) (out []string) {
	for name := range before {
		if before[name] != after[name] {
			out = append(out, name)
		}
	}
	return out
}

// doors are the mutations by which people come in and go out, and what the holder of a link may do.
func (m *matrix) doors() {
	nobody := m.w.person("anonymous")
	main := m.w.tenants["main"]
	plain := m.w.person("without a role")
	signIn := func(userName, password string) reply {
		got, _ := m.act(nobody, attempt{name: "signIn", input: vars{"userName": userName, "password": password}})
		return got
	}
	wrong := signIn(plain.userName, "wrong-password").raw
	for _, each := range []string{"nobody@nowhere.example", m.w.person("partner, disabled").userName, m.w.person("partner, suspended").userName} {
		if got := signIn(each, apptest.Password).raw; got != wrong {
			m.deviate("signIn tells %s from a wrong password: %s", each, got)
		}
	}
	m.comeIn(plain, "signIn", vars{"userName": plain.userName, "password": apptest.Password})
	got, _ := m.act(nobody, attempt{name: "redeemSignInLink", input: vars{"token": strings.Repeat("A", 43), "newPassword": newPassword}})
	if !strings.Contains(got.raw, `"viewer":null`) || !strings.Contains(got.raw, `"EXPIRED"`) {
		m.deviate("redeemSignInLink with a wrong token answers %s", got.raw)
	}
	got, asked := m.act(nobody, attempt{name: "signOut"})
	if got.raw != `{"data":{"signOut":{"userErrors":[]}}}` {
		m.deviate("signOut answers %s", got.raw)
	}
	m.mark(m.given, asked...)

	for _, p := range []*person{nobody, plain} {
		for _, token := range []string{strings.Repeat("A", 43), "", string(m.w.objects[0].id)} {
			got, asked := m.act(p, attempt{name: "reportOffer", input: vars{"token": token}})
			if got.code() != "NOT_FOUND" || got.Data["reportOffer"] != nil {
				m.deviate("%s: reportOffer with a wrong token answers %s", p.name, got.raw)
			}
			m.mark(m.withheld, asked...)
		}
	}
	m.userDoor()

	// Who may answer an offer by making an organization: whoever holds the link, where the address belongs to nobody.
	made := vars{"displayName": "New", "domainLabel": "new", "administratorUserName": "admin", "administratorDisplayName": "Admin", "password": newPassword}
	for _, o := range m.w.objects {
		if o.token == "" || !strings.HasSuffix(o.name, string(schematype.OfferPending)) {
			continue
		}
		input := vars{"token": o.token, "delegatedAdministration": true, "termsSha256": m.terms(o), "newOrganization": made}
		for _, p := range m.w.people {
			if p.signedIn() || o.addressee != nil {
				if got, _ := m.act(p, attempt{"acceptOffer", o, o.token, input}); got.code() != "FORBIDDEN" {
					m.deviate("%s makes an organization of %s: %s", p.name, o.name, got.raw)
				}
			}
		}
		p := nobody
		if o.addressee != nil {
			p = m.w.person("Global Administrator")
			delete(input, "newOrganization")
		}
		got, asked := m.act(p, attempt{"acceptOffer", o, o.token, input})
		payload, _ := got.Data["acceptOffer"].(map[string]any)
		if payload["delegation"] == nil || payload["subscription"] == nil || payload["viewer"] == nil {
			m.deviate("%s accepts %s: %s", p.name, o.name, got.raw)
		}
		m.mark(m.given, asked[:1]...)
		if p != nobody {
			m.walk(scene{v: p, o: &object{name: "accepted", owner: p.tenant}, link: true, parent: true}, m.schema.Types["AcceptOfferPayload"], payload)
		}
	}

	// It ends the sessions that the person had, so it comes last.
	var token string
	m.w.tx(func(ctx context.Context, tx *store.Tx) (err error) {
		token, err = m.w.Identity.CreateSignInLink(ctx, tx, m.w.Users[main.userName("demoted")])
		return err
	})
	m.mark(m.reached, "Mutation.redeemSignInLink(input.token)")
	m.comeIn(m.w.person("demoted"), "redeemSignInLink", vars{"token": token, "newPassword": newPassword})
	m.emailDoor()
	m.digestDoor()
	m.codeDoor()
}

func (m *matrix) terms(o *object) string {
	sum := sha256.Sum256([]byte("The terms of " + o.partner.name))
	return hex.EncodeToString(sum[:])
}

func (w *world) person(name string) *person {
	return w.people[slices.IndexFunc(w.people, func(p *person) bool { return p.name == name })]
}

// comeIn has somebody without a session sign in as p.
func (m *matrix) comeIn(p *person, mutation string, input vars) {
	as := *p
	as.cookie = "" // who is to hear p's canaries does not have p's session yet
	got, asked := m.act(&as, attempt{name: mutation, input: input})
	payload, _ := got.Data[mutation].(map[string]any)
	if payload["viewer"] == nil {
		m.deviate("%s can't come in by %s: %s", p.name, mutation, got.raw)
		return
	}
	m.mark(m.given, asked[0])
	m.walk(scene{v: p, parent: true}, m.schema.Types["SignInPayload"], payload)
}
