package proof

import (
	"context"
	"slices"
	"strings"

	"delegatedadmin.example/ent/domain"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/subscription"
	"delegatedadmin.example/internal/store"
)

// addLicenses gives licenses to people on whom nobody acts, and to every second domain a record that proves it, a user
// who keeps it from being removed, and the partner that added it.
func (w *world) addLicenses(ctx context.Context, tx *store.Tx) {
	for _, o := range slices.Clone(w.objects) {
		if o.typ != "Subscription" {
			continue
		}
		holders := []string{must(tx.User.Get(ctx, o.owner.admin.UserID)).UserName}
		if plain := o.owner.userName("plain"); w.Users[plain] != "" {
			holders = append(holders, plain)
		}
		for _, holder := range holders {
			l := must(tx.License.Create().SetOrganizationID(o.owner.org).SetSubscriptionID(o.id).SetProductID(w.product).
				SetUserID(w.Users[holder]).SetAssignedAt(tx.Now).SetAssignedByID(w.tenants["many"].partner).Save(ctx))
			w.add(&object{name: "License of " + strings.Split(holder, "-")[0] + " in " + o.name, typ: "License", id: l.ID, owner: o.owner, user: holder})
		}
		check(tx.Subscription.Update().Where(subscription.ID(o.id)).AddAssignedSeats(len(holders)).Exec(ctx))
	}
	for _, t := range w.tenants {
		name := t.canary + ".example"
		must(tx.ExecContext(ctx, "UPDATE domains SET added_by_id = $1, proof = $2, checked_at = verified_at, check_result = 'Found.' WHERE name = $3", w.tenants["many"].partner, t.canary, name))
		check(tx.UserWord.Create().SetOrganizationID(t.org).SetUserID(t.admin.UserID).SetWord("@" + name).Exec(ctx))
	}
}

// licenseAndDomainActs are the mutations about licenses and domains: each on every subscription and every domain, on
// users of several kinds, on ids of other types, and on nothing.
func (m *matrix) licenseAndDomainActs() (out []attempt) {
	add := func(name, key string, o *object, target string, input vars) {
		input[key] = any(target)
		if strings.HasSuffix(strings.ToLower(key), "ids") {
			input[key] = []string{target}
		}
		out = append(out, attempt{name, o, target, input})
		m.mark(m.reached, "Mutation."+name+"(input."+key+")")
	}
	ofDomain := func(o *object, target string) {
		add("verifyDomain", "id", o, target, vars{})
		add("setDefaultDomain", "id", o, target, vars{})
		add("removeDomains", "ids", o, target, vars{})
	}
	licensesOf := map[*tenant]uid.ID{}
	for _, o := range m.w.objects {
		switch o.typ {
		case "Subscription":
			licensesOf[o.owner] = o.id
			user, known := m.w.Users[o.owner.userName("spare")]
			if !known {
				continue // nobody there whom the next person finds as they were
			}
			for _, name := range []string{"assignLicenses", "removeLicenses"} {
				add(name, "subscriptionId", o, string(o.id), vars{"userIds": []uid.ID{user}})
			}
		case "Organization":
			add("addDomain", "organizationId", o, string(o.id), vars{"name": "added.example"})
		case "Domain":
			ofDomain(o, string(o.id))
		}
	}
	for _, o := range m.w.objects {
		if o.typ == "User" && slices.Contains([]string{"spare", "gone", "guarded"}, strings.Fields(o.name)[1]) {
			for _, name := range []string{"assignLicenses", "removeLicenses"} {
				add(name, "userIds", o, string(o.id), vars{"subscriptionId": licensesOf[o.owner]})
			}
		}
	}
	for _, bad := range []string{"", "x", string(uid.New(uid.Subscription)), string(uid.New(uid.Domain)), string(m.w.tenants["main"].org)} {
		nothing := &object{name: "nothing"}
		ofDomain(nothing, bad)
		add("assignLicenses", "subscriptionId", nothing, bad, vars{"userIds": []string{"x"}})
		add("removeLicenses", "subscriptionId", nothing, bad, vars{"userIds": []string{"x"}})
		if !strings.HasPrefix(bad, uid.Organization) {
			add("addDomain", "organizationId", nothing, bad, vars{"name": "added.example"})
		}
	}
	return out
}

// undoDomain makes the domains of an organization as they were.
func (o *object) undoDomain(ctx context.Context, tx *store.Tx) error {
	own := domain.OrganizationID(o.owner.org)
	must(tx.Domain.Delete().Where(own, domain.Name("added.example")).Exec(ctx))
	check(tx.Domain.Update().Where(own).SetIsDefault(false).Exec(ctx))
	return tx.Domain.Update().Where(own, domain.Name(o.owner.domain)).SetIsDefault(true).Exec(ctx)
}
