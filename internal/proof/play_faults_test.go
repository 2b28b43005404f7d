package proof

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// plantedFault is a fault of the services, planted around them: do stands in for each act, eyes for who looks around.
type plantedFault struct {
	name string
	acts string // plays without any of these acts can't find it, and are left out
	do   func(ctx context.Context, p *play, u *modelUser, l line, d deed) error
	eyes func(ctx context.Context, p *play, u *modelUser, o *modelOrganization) context.Context
}

// with does d while a column of a row has another value, as if nobody looked at it.
func (p *play) with(ctx context.Context, d deed, table, column string, id uid.ID, value any) error {
	var before any
	check(p.Store.One(system, "SELECT "+column+" FROM "+table+" WHERE id = $1", []any{id}, &before))
	p.exec("UPDATE "+table+" SET "+column+" = $1 WHERE id = $2", value, id)
	defer p.exec("UPDATE "+table+" SET "+column+" = $1 WHERE id = $2", before, id)
	return d.do(ctx)
}

// afterwards does d, and what is wrong when it went well.
func afterwards(act string, wrong func(p *play, l line, d deed)) func(context.Context, *play, *modelUser, line, deed) error {
	return func(ctx context.Context, p *play, _ *modelUser, l line, d deed) error {
		err := d.do(ctx)
		if err == nil && l.Act == act {
			wrong(p, l, d)
		}
		return err
	}
}

// onBehalf tells whether a deed is done to somebody of another organization.
func onBehalf(u *modelUser, d deed) bool {
	return d.user != nil && d.user.organization != u.organization
}

// plantedFaults are such as slip into products of this kind.
var plantedFaults = []plantedFault{
	{name: "delegated admins touch protected users", acts: "setEnabled delete updateUser resetPassword restore assignLicense", do: func(ctx context.Context, p *play, u *modelUser, _ line, d deed) error {
		if onBehalf(u, d) {
			return p.with(ctx, d, "users", "protected", d.user.id, false)
		}
		return d.do(ctx)
	}},
	{name: "nobody asks what the one can do to whom it is done", acts: "resetPassword setEnabled", do: func(ctx context.Context, p *play, u *modelUser, l line, d deed) error {
		if slices.Contains([]string{"resetPassword", "setEnabled"}, l.Act) && d.user != u {
			return p.with(ctx, d, "users", "role_set", d.user.id, 0)
		}
		return d.do(ctx)
	}},
	{name: "delegated admins assign roles above their own", acts: "assignRoles", do: func(ctx context.Context, p *play, u *modelUser, l line, d deed) error {
		if f := p.footing(u, d.at); l.Act == "assignRoles" && u.signed && onBehalf(u, d) && f.may("roles.assign") {
			if v := p.as(p.user(slices.IndexFunc(p.users, func(a *modelUser) bool { return a.organization == d.user.organization }))); viewer.FromContext(v).SignedIn() {
				ctx = v
			}
		}
		return d.do(ctx)
	}},
	{name: "a deleted delegation lives on", acts: "deleteDelegation", do: afterwards("deleteDelegation", func(p *play, _ line, d deed) {
		p.exec("UPDATE delegations SET status = 'ACTIVE' WHERE id = $1", d.delegation.id)
	})},
	{name: "a delegation outlives its time", acts: "acceptOffer", do: afterwards("acceptOffer", func(p *play, _ line, d deed) {
		p.exec("UPDATE delegations SET expires_at = $1 WHERE id = $2", must(p.Store.Now(system)).Add(1000*day), d.delegation.id)
	})},
	{name: "the customer's strokes are forgotten", acts: "acceptOffer", do: afterwards("acceptOffer", func(p *play, l line, d deed) {
		p.exec("UPDATE delegations SET role_set = $1 WHERE id = $2", p.offer(l.On).roles, d.delegation.id)
	})},
	{name: "everybody of a customer accepts offers", acts: "acceptOffer", do: func(ctx context.Context, p *play, u *modelUser, l line, d deed) error {
		if l.Act == "acceptOffer" {
			return p.with(ctx, d, "users", "role_set", u.id, schematype.Roles(schematype.GlobalAdministrator))
		}
		return d.do(ctx)
	}},
	{name: "the plan of an offer is forgotten", acts: "createOffer acceptOffer", do: afterwards("createOffer", func(p *play, _ line, d deed) {
		p.exec("UPDATE offers SET assignments = NULL WHERE partner_id = $1", d.at.partner)
	})},
	{name: "who is taken out of a group stays in it", acts: "removeGroupMember", do: func(ctx context.Context, _ *play, _ *modelUser, l line, d deed) error {
		if l.Act == "removeGroupMember" && d.want == "" {
			return nil
		}
		return d.do(ctx)
	}},
	{name: "roles taken from a group are kept", acts: "assignAccess", do: func(ctx context.Context, p *play, _ *modelUser, l line, d deed) error {
		if l.Act != "assignAccess" {
			return d.do(ctx)
		}
		held := maps.Clone(d.delegation.assigned)
		err := d.do(ctx)
		for grp, roles := range held {
			p.exec("UPDATE access_assignments SET role_set = role_set | $1 WHERE delegation_id = $2 AND group_id = $3", roles, d.delegation.id, grp.id)
		}
		return err
	}},
	{name: "the last Global Administrator can go", acts: "setEnabled delete removeRoles", do: func(ctx context.Context, p *play, _ *modelUser, l line, d deed) error {
		if d.user == nil || !p.last(d.user) || l.Act == "resetPassword" {
			return d.do(ctx)
		}
		spare := uid.New(uid.User)
		p.tx(func(ctx context.Context, tx *store.Tx) {
			check(tx.User.Create().SetID(spare).SetOrganizationID(d.user.organization.id).SetUserName(string(spare)).SetDisplayName("spare").
				SetRoleSet(schematype.Roles(schematype.GlobalAdministrator)).SetCreatedAt(tx.Now).Exec(ctx))
		})
		defer p.exec("DELETE FROM users WHERE id = $1", spare)
		return d.do(ctx)
	}},
	{name: "a password is reset and the sessions go on", acts: "resetPassword", do: afterwards("resetPassword", func(p *play, _ line, d deed) {
		p.exec("UPDATE sessions SET revoked_at = NULL WHERE id = $1", d.user.session)
	})},
	{name: "seats are not counted", acts: "assignLicense", do: func(ctx context.Context, p *play, _ *modelUser, l line, d deed) error {
		if l.Act == "assignLicense" {
			return p.with(ctx, d, "subscriptions", "seats", d.at.subscription.id, 100)
		}
		return d.do(ctx)
	}},
	{name: "a deleted user keeps the seat", acts: "delete", do: func(ctx context.Context, p *play, _ *modelUser, l line, d deed) error {
		licensed := l.Act == "delete" && d.user.licensed
		err := d.do(ctx)
		if err == nil && licensed {
			p.exec("UPDATE subscriptions SET assigned_seats = assigned_seats + 1 WHERE id = $1", d.user.organization.subscription.id)
		}
		return err
	}},
	{name: "what is refused leaves no trace", do: func(ctx context.Context, p *play, u *modelUser, l line, d deed) error {
		if u.signed && d.want == apperr.Forbidden {
			return apperr.NotAllowed("No.")
		}
		return d.do(ctx)
	}},
	{name: "somebody who looks is taken for one of the organization", eyes: func(ctx context.Context, _ *play, u *modelUser, o *modelOrganization) context.Context {
		return as(ctx, func(v *viewer.Viewer) {
			if v.SignedIn() {
				v.OrganizationID = o.id
			}
		})
	}},
}

// Each fault that is planted is found in fewer plays than are played anyway.
func TestPlay_HasTeeth(t *testing.T) {
	t.Parallel()
	g := newStage(t, apptest.SQLite(t))
	for _, fault := range plantedFaults {
		first, found := g.plays, false
		for seed := 0; !found && g.plays < first+playsOfAFault; seed++ {
			s := scripts.Example(seed)
			if fault.acts != "" && !slices.ContainsFunc(s.Lines, func(l line) bool { return slices.Contains(strings.Fields(fault.acts), l.Act) }) {
				continue
			}
			if err := g.perform(s, &fault); err != nil {
				found = true
				t.Logf("%s: found in play %d: %v", fault.name, g.plays-first, err)
			}
		}
		if !found {
			t.Errorf("%s: not found in %d plays", fault.name, playsOfAFault)
		}
	}
	t.Logf("%d faults are found in %d plays", len(plantedFaults), g.plays)
}
