package proof

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
)

// account is what decides about a user beside who asks: it stands behind "; " in a row of authz.yaml.
type account struct {
	roles                          schematype.RoleSet
	deleted, protected, hasMailbox bool
}

// conditions are the words for it.
var conditions = map[string]func(s scene) bool{
	"another": func(s scene) bool { return s.o.user != s.v.userName },
	"there":   func(s scene) bool { return !s.o.account.deleted },
	"deleted": func(s scene) bool { return s.o.account.deleted },
	"mailbox": func(s scene) bool { return s.o.account.hasMailbox },
	"none":    func(s scene) bool { return !s.o.account.hasMailbox },
	"free":    func(s scene) bool { return !s.o.account.protected },
	"no more": func(s scene) bool {
		held := s.v.roles
		if s.o.owner != s.v.tenant {
			held = s.v.tenant.grants[s.o.owner]
		}
		return access.Standing{Roles: held}.Covers(s.o.account.roles)
	},
}

// addAccounts makes the users that the mutations about users are tried on: in the organization in which most people are,
// and in each at which a partner holds one role.
func (w *world) addAccounts(ctx context.Context, tx *store.Tx, hash string) {
	for _, t := range w.tenants {
		if t.name != "main" && !strings.HasPrefix(t.name, "gave ") {
			continue
		}
		for _, name := range []string{"spare", "silent", "gone", "guarded"} {
			w.addUser(ctx, tx, t, name, hash)
		}
		id := func(name string) uid.ID { return w.Users[t.userName(name)] }
		check(tx.User.UpdateOneID(id("silent")).ClearEmail().Exec(ctx))
		must(tx.ExecContext(ctx, "UPDATE users SET created_by_id = $1 WHERE id = $2", w.tenants["many"].partner, id("silent")))
		check(tx.User.UpdateOneID(id("guarded")).SetProtected(true).Exec(ctx))
		check(tx.User.UpdateOneID(id("gone")).SetEnabled(false).SetRestoreEnabled(true).SetDeletedAt(tx.Now).Exec(ctx))
	}
}

// addLeftBehind is what users, licenses and domains do not tell of themselves: a role that a partner's person assigned, and
// a password that they reset.
func (w *world) addLeftBehind(ctx context.Context, tx *store.Tx) {
	p, c := w.tenants["many"], w.tenants["gave "+string(schematype.UserAdministrator)]
	w.addUser(ctx, tx, c, "reset", "")
	before, after := "", schematype.GlobalAdministrator.DisplayName()
	under := audit.Event{Actor: p.admin, OrganizationID: c.org, Target: c.canary}
	for _, o := range w.objects {
		if o.typ == "Delegation" && o.owner == c {
			under.DelegationID = o.id
		}
	}
	assigned, reset := under, under
	assigned.Action, assigned.TargetID, assigned.Changes = "user.role.assign", c.admin.UserID, []schematype.Change{{Field: "roles", Before: &before, After: &after}}
	reset.Action, reset.TargetID = "user.password.reset", w.Users[c.userName("reset")]
	check(audit.Record(ctx, tx, assigned, reset))
}

// userActs are the mutations about users: on one who is like most, on one without a mailbox, on one who was deleted, on
// one who is protected, and on an administrator.
func (m *matrix) userActs() (out []attempt) {
	add := func(name, key string, o *object, target string, input vars) {
		whole := vars{key: target}
		if strings.HasSuffix(strings.ToLower(key), "ids") {
			whole[key] = []string{target}
		}
		for k, v := range input {
			whole[k] = v
		}
		out = append(out, attempt{name, o, target, whole})
		m.mark(m.reached, "Mutation."+name+"(input."+key+")")
	}
	all := func(o *object, target string) {
		add("updateUser", "id", o, target, vars{"displayName": "Other"})
		add("setUsersEnabled", "ids", o, target, vars{"enabled": false})
		add("deleteUsers", "ids", o, target, nil)
		add("restoreUsers", "ids", o, target, nil)
		add("setUsersProtected", "ids", o, target, vars{"protected": true})
		add("assignRoles", "userIds", o, target, vars{"roles": []string{"DIRECTORY_READER"}})
		add("removeRoles", "userIds", o, target, vars{"roles": []string{"DIRECTORY_READER"}})
		add("resetPasswords", "userIds", o, target, nil)
		add("createPasswordCode", "userId", o, target, nil)
	}
	out = append(out, attempt{name: "requestEmailChange", input: vars{"email": "new@mail.example"}}, attempt{name: "setWeeklyDigest", input: vars{"enabled": true}})
	for _, o := range m.w.objects {
		switch {
		case o.typ == "Organization":
			add("createUsers", "organizationId", o, string(o.id), vars{"dryRun": true, "users": []vars{
				{"userName": "new@" + o.owner.domain, "displayName": "New"},
			}})
		case o.typ == "User" && slices.Contains([]string{"spare", "silent", "gone", "guarded"}, strings.Fields(o.name)[1]):
			all(o, string(o.id))
		}
	}
	for _, bad := range []string{"", "x", string(uid.New(uid.Organization)), string(uid.New(uid.User))} {
		all(&object{name: "nothing"}, bad)
		add("createUsers", "organizationId", &object{name: "nothing"}, bad, vars{"dryRun": true, "users": []vars{{"userName": "new@x.example", "displayName": "New"}}})
	}
	return out
}

// refusalOf is the code with which a mutation was refused: as a whole, or, where it is about several things, the only one.
func refusalOf(got reply, mutation string) string {
	if code := got.code(); code != "" {
		return code
	}
	payload, _ := got.Data[mutation].(map[string]any)
	results, _ := payload["results"].([]any)
	for _, each := range results {
		result, _ := each.(map[string]any)
		faults, _ := result["userErrors"].([]any)
		for _, fault := range faults {
			if code, _ := fault.(map[string]any)["code"].(string); code == "FORBIDDEN" || code == "NOT_FOUND" {
				return code
			}
		}
	}
	return ""
}

// undoUser makes a user as they were.
func (o *object) undoUser(ctx context.Context, tx *store.Tx) error {
	a := o.account
	u := tx.User.UpdateOneID(o.id).SetEnabled(!a.deleted).SetRestoreEnabled(a.deleted).SetProtected(a.protected).SetRoleSet(a.roles)
	if a.deleted {
		u.SetDeletedAt(tx.Now)
	} else {
		u.ClearDeletedAt()
	}
	return u.Exec(ctx)
}

// userSearches looks for each tenant's people in the lists of p, and uses a position in another's list.
func (m *matrix) userSearches(p *person) {
	if !p.signedIn() {
		return
	}
	m.mark(m.reached, "Organization.users(search)", "Organization.users(after)", "Organization.users(before)")
	text := "{ " + (&selection{table: m.table}).all(m.schema.Types["UserConnection"], true) + "}"
	for _, t := range m.w.tenants {
		got := m.ask(p, false, `query($s: String) { viewer { organization { __typename id users(search: $s) `+text+` } } }`, vars{"s": "admin-" + t.mark()})
		m.judgeList(p, got, t != p.tenant, "viewer", "organization", "users")
	}
	place := m.place(m.w.person("Global Administrator"), "{ viewer { organization { users(first: 1) { edges { cursor } } } } }")
	for _, side := range []string{"after", "before"} {
		m.judgeRoot(p, m.ask(p, false, fmt.Sprintf("{ viewer { organization { __typename id users(%s: %q) { totalCount edges { cursor node { __typename id } } } } } }", side, place), nil))
	}
}

// userDoor creates a user for good.
func (m *matrix) userDoor() {
	main := m.w.tenants["main"]
	got, asked := m.act(m.w.person("Global Administrator"), attempt{name: "createUsers", input: vars{"organizationId": main.org, "users": []vars{
		{"userName": "real@" + main.domain, "displayName": "Real " + main.canary},
	}}})
	if !strings.Contains(got.raw, `"created":true`) {
		m.deviate("createUsers answers %s", got.raw)
	}
	m.mark(m.given, asked...)
}

// emailDoor is the link by which somebody confirms another address from the present one.
func (m *matrix) emailDoor() {
	nobody, plain := m.w.person("anonymous"), m.w.person("without a role")
	got, asked := m.act(nobody, attempt{name: "confirmEmailChange", input: vars{"token": strings.Repeat("A", 43)}})
	if !strings.Contains(got.raw, `"email":null`) || !strings.Contains(got.raw, `"EXPIRED"`) {
		m.deviate("confirmEmailChange with a wrong token answers %s", got.raw)
	}
	m.mark(m.withheld, asked...)
	const other = "confirmed@mail.example"
	var token string
	m.w.tx(func(ctx context.Context, tx *store.Tx) (err error) {
		u := must(tx.User.Get(ctx, m.w.Users[plain.userName]))
		token, _, err = m.w.Identity.MintPasswordLink(ctx, tx, &ent.OutboxMessage{
			Kind: string(mail.EmailChange), UserID: u.ID, Recipient: *u.Email, Data: map[string]string{"address": other},
		})
		return err
	})
	got, asked = m.act(nobody, attempt{name: "confirmEmailChange", input: vars{"token": token}})
	if !strings.Contains(got.raw, other) {
		m.deviate("confirmEmailChange answers %s", got.raw)
	}
	m.mark(m.given, asked...)
	m.mark(m.reached, "Mutation.confirmEmailChange(input.token)")
}

// digestDoor is the link in a weekly digest with which its reader turns it off.
func (m *matrix) digestDoor() {
	nobody, admin := m.w.person("anonymous"), m.w.person("Global Administrator")
	got, asked := m.act(nobody, attempt{name: "stopWeeklyDigest", input: vars{"token": strings.Repeat("A", 43)}})
	if !strings.Contains(got.raw, `"EXPIRED"`) {
		m.deviate("stopWeeklyDigest with a wrong token answers %s", got.raw)
	}
	m.mark(m.withheld, asked...)
	var token string
	m.w.tx(func(ctx context.Context, tx *store.Tx) (err error) {
		u := must(tx.User.Get(ctx, m.w.Users[admin.userName]))
		token, _, err = m.w.Identity.MintDigestLink(ctx, tx, &ent.OutboxMessage{UserID: u.ID, Recipient: *u.Email})
		return err
	})
	got, asked = m.act(nobody, attempt{name: "stopWeeklyDigest", input: vars{"token": token}})
	if !strings.Contains(got.raw, `"alreadyOff":false`) {
		m.deviate("stopWeeklyDigest answers %s", got.raw)
	}
	m.mark(m.given, asked...)
	m.mark(m.reached, "Mutation.stopWeeklyDigest(input.token)")
}

// codeDoor is the code by which somebody without a mailbox comes in. It ends the sessions that the person had.
func (m *matrix) codeDoor() {
	nobody := m.w.person("anonymous")
	redeem := func(userName, code string) reply {
		got, _ := m.act(nobody, attempt{name: "redeemPasswordCode", input: vars{"userName": userName, "code": code, "newPassword": "a long enough one"}})
		return got
	}
	plain := m.w.person("without a role")
	wrong := redeem(plain.userName, "0000-0000-0000-0000").raw
	for _, each := range []string{"nobody@nowhere.example", m.w.person("partner, disabled").userName, m.w.person("partner, suspended").userName} {
		if got := redeem(each, "0000-0000-0000-0000").raw; got != wrong {
			m.deviate("redeemPasswordCode tells %s from a wrong code: %s", each, got)
		}
	}
	var code string
	m.w.tx(func(ctx context.Context, tx *store.Tx) (err error) {
		code, _, err = identity.NewPasswordCode(ctx, tx, m.w.Users[plain.userName])
		return err
	})
	m.comeIn(plain, "redeemPasswordCode", vars{"userName": plain.userName, "code": code, "newPassword": apptest.Password})
}
