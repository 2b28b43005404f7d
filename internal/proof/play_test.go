package proof

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
)

// script is a play before it is played: how it begins, and who does what then.
type script struct {
	Setting setting
	Lines   []line
}

// line is one act of a script. Its numbers stand for what there is by then.
type line struct {
	Act       string
	Who, On   int
	Other     int
	Roles     schematype.RoleSet
	Yes       bool
	Near      bool // the numbers stand for what somebody has to do with
	Eye, Look int  // who looks around afterwards, and where; 0: nobody
}

// The generators. Most people hold one role or none, so that they may do some things and not others.
var (
	roleSets = rapid.OneOf(
		rapid.Map(rapid.SampledFrom(schematype.AllRoles), func(r schematype.Role) schematype.RoleSet { return schematype.Roles(r) }),
		rapid.Map(rapid.IntRange(0, 1<<len(schematype.AllRoles)-1), func(n int) schematype.RoleSet { return schematype.RoleSet(n) }),
		rapid.Just(schematype.Roles(schematype.GlobalAdministrator)),
		rapid.Just(schematype.RoleSet(0)),
	)
	seldom = rapid.SampledFrom([]bool{false, false, false, false, true})
	often  = rapid.SampledFrom([]bool{true, true, true, true, false})
	number = rapid.SampledFrom([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
	eyes   = rapid.SampledFrom([]int{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
	cues   = append([]string{"time passes", "sign in", "createOffer", "acceptOffer", "acceptOffer"}, actNames...)
	lines  = rapid.Custom(func(t *rapid.T) line {
		return line{
			Act: rapid.SampledFrom(cues).Draw(t, "act"), Who: number.Draw(t, "who"), On: number.Draw(t, "on"), Other: number.Draw(t, "other") % 4,
			Roles: roleSets.Draw(t, "roles"), Yes: rapid.Bool().Draw(t, "yes"), Near: often.Draw(t, "near"),
			Eye: eyes.Draw(t, "eye"), Look: number.Draw(t, "look"),
		}
	})
	settings = rapid.Custom(func(t *rapid.T) setting {
		people := func(name string, g *rapid.Generator[bool]) []bool {
			return rapid.SliceOfN(g, castSize, castSize).Draw(t, name)
		}
		sets := func(name string, n int) []schematype.RoleSet { return rapid.SliceOfN(roleSets, n, n).Draw(t, name) }
		s := setting{
			Roles: sets("roles", castSize), Protected: people("protected", seldom), Disabled: people("disabled", seldom),
			Mailbox: people("mailbox", rapid.Bool()), Granted: sets("granted", len(pairsAtFirst)), Seats: rapid.IntRange(1, 2).Draw(t, "seats"),
		}
		for range castSize {
			s.Members = append(s.Members, schematype.RoleSet(rapid.IntRange(0, 3).Draw(t, "groups")))
		}
		for range pairsAtFirst {
			s.Assigned = append(s.Assigned, sets("assigned", 2))
		}
		return s
	})
	scripts = rapid.Custom(func(t *rapid.T) script {
		return script{settings.Draw(t, "setting"), rapid.SliceOfN(lines, playLength, -1).Draw(t, "lines")}
	})
)

// play is a script that is played: by the real services, and beside them by the model.
type play struct {
	*stage
	*modelWorld
	fault *plantedFault // nil: none
}

// perform plays a script and tells where the services and the model part; nil when they never do.
func (g *stage) perform(s script, fault *plantedFault) error {
	p := &play{stage: g, modelWorld: g.open(s.Setting), fault: fault}
	for i, l := range s.Lines {
		if err := p.speak(l); err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
		if what := p.broken(); what != "" {
			return fmt.Errorf("line %d: %s: %s", i+1, p.say(l), what)
		}
	}
	if is, should := g.is(p.modelWorld), p.should(); is != should {
		return fmt.Errorf("at the end %s", apart(is, should))
	}
	return nil
}

// speak plays one line, and looks around.
func (p *play) speak(l line) error {
	u := p.who(l)
	switch l.Act {
	case "time passes":
		p.pass(p.modelWorld, []int{1, 7, 31}[l.Other%3])
	case "sign in":
		if u.enabled && !u.signed {
			u.signed, u.session = true, uid.New(uid.Session)
			p.tx(func(ctx context.Context, tx *store.Tx) { check(p.session(tx, u).Exec(ctx)) })
		}
	default:
		if err := p.act(u, l); err != nil {
			return err
		}
	}
	if l.Eye == 0 { // nobody looks
		return nil
	}
	eye, o := p.user(l.Eye), p.organization(l.Look)
	if is, should := p.look(eye, o), p.sight(eye, o); is != should {
		return fmt.Errorf("after %s, %s looks at %s: %s", p.say(l), eye.name, o.name, apart(is, should))
	}
	return nil
}

func (p *play) act(u *modelUser, l line) error {
	d := acts[l.Act](p, u, l)
	if d.do == nil { // there is nothing yet to do it to
		return nil
	}
	if !u.signed {
		d.want = apperr.Unauthenticated
		if l.Act == "signOut" {
			d.want, d.then = "", func() {}
		}
	}
	do := d.do
	if p.fault != nil && p.fault.do != nil {
		do = func(ctx context.Context) error { return p.fault.do(ctx, p, u, l, d) }
	}
	err := do(p.as(u))
	code := codeOf(err)
	if code != d.want {
		return fmt.Errorf("%s: the answer is %q (%v) and should be %q", p.say(l), code, err, d.want)
	}
	p.answers[l.Act+" "+string(code)]++
	switch code {
	case "":
		d.then()
	case apperr.Forbidden, apperr.NotFound:
		p.refusals++
	}
	return nil
}

func (p *play) user(n int) *modelUser                 { return p.users[n%len(p.users)] }
func (p *play) organization(n int) *modelOrganization { return p.organizations[n%len(p.organizations)] }
func (p *play) group(n int) *modelGroup               { return p.groups[n%len(p.groups)] }

// offer is one of the newest offers, or nil.
func (p *play) offer(n int) *modelOffer { return newest(p.offers, n) }

// delegation is one of the newest delegations, or nil.
func (p *play) delegation(n int) *modelDelegation { return newest(p.delegations, n) }

func newest[T any](list []*T, n int) *T {
	if len(list) == 0 {
		return nil
	}
	return list[len(list)-1-n%min(3, len(list))]
}

// who does what a line says.
func (p *play) who(l line) *modelUser {
	if !l.Near {
		return p.user(l.Who)
	}
	var of *modelOrganization
	switch o, d := p.offer(l.On), p.delegation(l.On); l.Act {
	case "createOffer":
		of = p.organizations[2+l.Who%2]
	case "addGroupMember", "removeGroupMember", "deleteGroup":
		of = p.group(l.Other).organization
	case "acceptOffer", "declineOffer":
		if o != nil {
			of = o.customer
		}
	case "withdrawOffer":
		if o != nil {
			of = o.partner
		}
	case "assignAccess":
		if d != nil {
			of = d.partner
		}
	case "deleteDelegation":
		if d != nil && l.Yes {
			of = d.partner
		} else if d != nil {
			of = d.customer
		}
	}
	if of == nil {
		return p.user(l.Who)
	}
	return some(p.users, l.Who/2, func(u *modelUser) bool { return u.organization == of })
}

// whom it is done to.
func (p *play) whom(u *modelUser, l line) *modelUser {
	return some(p.users, l.On, func(on *modelUser) bool {
		f := p.footing(u, on.organization)
		return !l.Near || !f.onBehalf || f.roles != 0
	})
}

// where it is done.
func (p *play) where(u *modelUser, l line) *modelOrganization {
	return some(p.organizations, l.On, func(o *modelOrganization) bool {
		f := p.footing(u, o)
		return !l.Near || !f.onBehalf || f.roles != 0
	})
}

// groupOf is a group of a partner.
func (p *play) groupOf(partner *modelOrganization, l line) *modelGroup {
	return some(p.groups, l.Other, func(grp *modelGroup) bool { return grp.organization == partner })
}

// member is somebody for a group.
func (p *play) member(grp *modelGroup, l line) *modelUser {
	return some(p.users, l.On, func(u *modelUser) bool { return !l.Near || u.organization == grp.organization })
}

// subscriber is whose license it is about.
func (p *play) subscriber(on *modelUser, l line) *modelOrganization {
	if l.Near && on.organization.subscription != nil {
		return on.organization
	}
	return p.organizations[l.Other%2]
}

// domain is one of the newest domains of an organization.
func (p *play) domain(u *modelUser, l line) (*modelOrganization, *modelDomain) {
	o := p.where(u, l)
	return o, newest(o.domains, l.Other%2)
}

// some is one of those that fit; there is one at least.
func some[T any](list []*T, n int, fits func(*T) bool) *T {
	var found []*T
	for _, each := range list {
		if fits(each) {
			found = append(found, each)
		}
	}
	return found[n%len(found)]
}

// owner is who has verified a domain, if anybody has.
func (p *play) owner(name string) *modelOrganization {
	for _, o := range p.organizations {
		for _, d := range o.domains {
			if d.name == name && d.verified {
				return o
			}
		}
	}
	return nil
}

func (p *play) named(name string) *modelUser {
	if i := slices.IndexFunc(p.users, func(u *modelUser) bool { return u.name == name }); i >= 0 {
		return p.users[i]
	}
	return nil
}

// say tells a line in words.
func (p *play) say(l line) string {
	return fmt.Sprintf("%s by %s on %d, %d with [%s] %t, near %t", l.Act, p.who(l).name, l.On, l.Other, l.Roles, l.Yes, l.Near)
}

// apart tells in which lines two texts differ.
func apart(is, should string) string {
	has, wants := strings.Split(is, "\n"), strings.Split(should, "\n")
	without := func(these, those []string) string {
		return strings.Join(slices.DeleteFunc(slices.Clone(these), func(text string) bool { return slices.Contains(those, text) }), "; ")
	}
	return fmt.Sprintf("there is {%s} and should be {%s}", without(has, wants), without(wants, has))
}

func codeOf(err error) apperr.Code {
	if err == nil {
		return ""
	}
	return apperr.CodeOf(err)
}

// partsOfPlays are how many parts of plays there are on SQLite: each plays as many as -rapid.checks says.
const partsOfPlays = 8

// Random people do random things, and each answer, what is seen and all that is there in the end are as a model says that
// never saw the code. When it is not so, the shortest play is told that shows it, and the seed.
func TestPlay_IsAsTheModelSays(t *testing.T) {
	t.Parallel()
	for n := range partsOfPlays {
		t.Run(fmt.Sprintf("SQLite %d", n+1), func(t *testing.T) {
			t.Parallel()
			g := newStage(t, apptest.SQLite(t))
			rapid.Check(t, func(rt *rapid.T) {
				if err := g.perform(scripts.Draw(rt, "script"), nil); err != nil {
					rt.Fatal(err)
				}
			})
			t.Logf("%d plays: %v", g.plays, g.answers)
		})
	}
	t.Run("PostgreSQL", func(t *testing.T) {
		t.Parallel()
		g := newStage(t, apptest.Postgres(t))
		for seed := range playsOnPostgres {
			if err := g.perform(scripts.Example(seed), nil); err != nil {
				t.Fatalf("the play of seed %d: %v", seed, err)
			}
		}
		t.Logf("%d plays: %v", g.plays, g.answers)
	})
}
