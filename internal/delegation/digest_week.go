package delegation

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
)

// digestDelegations is how many delegations of one organization a digest looks at.
const digestDelegations = 200

// tally is how often one person did something in a week, or was refused it.
type tally struct {
	under        uid.ID // the delegation
	person, name string
	action       string
	result       schematype.AuditResult
	times        int
}

// tellWeek is what the delegated admins of an organization did in a week, in three statements however many there are: those
// who did the most first.
func (s *Service) tellWeek(ctx context.Context, w week, organizationID uid.ID) (mail.Digest, error) {
	tallies, err := s.tallyWeek(ctx, w, organizationID)
	if err != nil {
		return mail.Digest{}, err
	}
	under := make([]uid.ID, len(tallies))
	for i, t := range tallies {
		under[i] = t.under
	}
	ds, err := s.store.Ent().Delegation.Query().
		Where(delegation.CustomerID(organizationID), delegation.ActivatedAtLT(w.until), delegation.Or(
			delegation.TerminatedAtIsNil(), delegation.TerminatedAtGTE(w.since), delegation.IDIn(slices.Compact(slices.Sorted(slices.Values(under)))...),
		)).
		WithPartner().Order(ent.Desc(delegation.FieldActivatedAt, delegation.FieldID)).Limit(digestDelegations).All(ctx)
	if err != nil {
		return mail.Digest{}, fmt.Errorf("read the delegations of a week: %w", err)
	}
	byPartner := map[uid.ID][]*ent.Delegation{}
	partnerOf := map[uid.ID]uid.ID{}
	var partners []uid.ID
	for _, d := range ds {
		if byPartner[d.PartnerID] == nil {
			partners = append(partners, d.PartnerID)
		}
		byPartner[d.PartnerID] = append(byPartner[d.PartnerID], d)
		partnerOf[d.ID] = d.PartnerID
	}
	did := map[uid.ID][]*tally{}
	busy := map[uid.ID]int{}
	for _, t := range tallies {
		did[partnerOf[t.under]] = append(did[partnerOf[t.under]], t)
		busy[partnerOf[t.under]] += t.times
	}
	slices.SortStableFunc(partners, func(a, b uid.ID) int { return cmp.Compare(busy[b], busy[a]) })
	var digest mail.Digest
	for _, id := range partners {
		digest.Partners = append(digest.Partners, tellPartner(w, byPartner[id], did[id]))
	}
	return digest, nil
}

// tallyWeek counts what was done and refused on behalf of an organization. How delegations begin and end is told otherwise.
func (s *Service) tallyWeek(ctx context.Context, w week, organizationID uid.ID) ([]*tally, error) {
	e := sql.Table(auditevent.Table)
	t := sql.Dialect(s.store.Dialect()).Select().From(e)
	t.Where(sql.And(
		sql.EQ(e.C(auditevent.FieldOrganizationID), organizationID),
		sql.GTE(e.C(auditevent.FieldAt), w.since), sql.LT(e.C(auditevent.FieldAt), w.until),
		sql.EQ(e.C(auditevent.FieldOnBehalf), true), sql.NEQ(e.C(auditevent.FieldDelegationID), ""),
		sql.Or(
			sql.EQ(e.C(auditevent.FieldResult), schematype.AuditRefused),
			sql.NotIn(e.C(auditevent.FieldKind), schematype.AuditDelegations, schematype.AuditOffers),
		),
	)).GroupBy(e.C(auditevent.FieldDelegationID), e.C(auditevent.FieldActorID), e.C(auditevent.FieldAction), e.C(auditevent.FieldResult))
	tallies, err := store.Read(ctx, s.store, t, []store.Column[tally]{
		{Expression: e.C(auditevent.FieldDelegationID), Into: func(t *tally) any { return &t.under }},
		{Expression: e.C(auditevent.FieldActorID), Into: func(t *tally) any { return &t.person }},
		{Expression: "MAX(" + e.C(auditevent.FieldActorName) + ")", Into: func(t *tally) any { return &t.name }},
		{Expression: e.C(auditevent.FieldAction), Into: func(t *tally) any { return &t.action }},
		{Expression: e.C(auditevent.FieldResult), Into: func(t *tally) any { return &t.result }},
		{Expression: "COUNT(*)", Into: func(t *tally) any { return &t.times }},
	})
	if err != nil {
		return nil, fmt.Errorf("count what was done in a week: %w", err)
	}
	return tallies, nil
}

// tellPartner is what one partner did, under its delegations with the customer, the newest first.
func tellPartner(w week, ds []*ent.Delegation, tallies []*tally) mail.DigestPartner {
	d, p := ds[0], ds[0].Edges.Partner
	told := mail.DigestPartner{
		Name: p.Name, Domain: text(p.Domain),
		Path: fmt.Sprintf("/audit-log?delegation=%s&since=%s&until=%s", d.ID, w.since.Format(time.DateOnly), w.until.AddDate(0, 0, -1).Format(time.DateOnly)),
	}
	if len(tallies) == 0 { // nothing stands in the audit log
		told.Path = "/support/delegated-admins?admin=" + string(d.ID)
	}
	done, refused := map[string][]*tally{}, []*tally{}
	var people []string
	for _, t := range tallies {
		if t.result == schematype.AuditRefused {
			refused = append(refused, t)
			continue
		}
		if done[t.person] == nil {
			people = append(people, t.person)
		}
		done[t.person] = append(done[t.person], t)
	}
	slices.SortFunc(people, func(a, b string) int {
		return cmp.Or(cmp.Compare(total(done[b]), total(done[a])), cmp.Compare(done[a][0].name, done[b][0].name), cmp.Compare(a, b))
	})
	for _, person := range people {
		told.People = append(told.People, mail.DigestPerson{Name: done[person][0].name, Did: doneInWords(done[person])})
	}
	if len(refused) > 0 {
		told.Refused = refusedInWords(refused)
	}
	told.News = newsOf(w, d, len(people) > 0)
	return told
}

// newsOf are sentences about how a delegation began and ended in a week, and about one that is not used.
func newsOf(w week, d *ent.Delegation, used bool) (news []string) {
	began, ended := !d.ActivatedAt.Before(w.since), d.TerminatedAt != nil && d.TerminatedAt.Before(w.until)
	if began {
		news = append(news, fmt.Sprintf("Authorized on %s, until %s", inWords(d.ActivatedAt), inWords(d.ExpiresAt)))
	}
	switch {
	case ended && d.Status == schematype.DelegationExpired:
		news = append(news, fmt.Sprintf("Ended on %s, at the end of its time", inWords(*d.TerminatedAt)))
	case ended && d.TerminatedBy != nil && *d.TerminatedBy == schematype.TerminatedByPartner:
		news = append(news, fmt.Sprintf("Ended on %s: they gave it up", inWords(*d.TerminatedAt)))
	case ended:
		news = append(news, fmt.Sprintf("Ended on %s: it was deleted", inWords(*d.TerminatedAt)))
	case began || used:
	case d.LastActivityAt == nil:
		news = append(news, fmt.Sprintf("Never used since it was authorized on %s", inWords(d.ActivatedAt)))
	case d.LastActivityAt.Before(w.until.Add(-lookBack)):
		news = append(news, fmt.Sprintf("Not used since %s", inWords(*d.LastActivityAt)))
	default:
		news = append(news, "Nothing in this week")
	}
	return news
}

func total(tallies []*tally) (n int) {
	for _, t := range tallies {
		n += t.times
	}
	return n
}

// deeds are what is done on behalf of customers, in words, in the order in which a digest tells them.
var deeds = []struct {
	action    string
	done      string // "created"
	one, many string // "user", "users"; empty where it is always the same thing
	tried     string // "create a user"
}{
	{"user.create", "created", "user", "users", "create a user"},
	{"user.update", "changed", "user", "users", "change a user"},
	{"user.enable", "enabled", "user", "users", "enable a user"},
	{"user.disable", "disabled", "user", "users", "disable a user"},
	{"user.delete", "deleted", "user", "users", "delete a user"},
	{"user.restore", "restored", "user", "users", "restore a user"},
	{"user.password.reset", "reset", "password", "passwords", "reset a password"},
	{"user.role.assign", "assigned roles to", "user", "users", "assign roles"},
	{"user.role.remove", "removed roles from", "user", "users", "remove roles"},
	{"license.assign", "assigned", "license", "licenses", "assign a license"},
	{"license.remove", "removed", "license", "licenses", "remove a license"},
	{"domain.add", "added", "domain", "domains", "add a domain"},
	{"domain.verify", "verified", "domain", "domains", "verify a domain"},
	{"domain.default", "changed the default domain", "", "", "change the default domain"},
	{"domain.remove", "removed", "domain", "domains", "remove a domain"},
	{"organization.contact.update", "changed the technical contact", "", "", "change the technical contact"},
	{"access.assign", "changed the roles of", "group of theirs", "groups of theirs", "change the roles of a group"},
	{"", "did", "other thing", "other things", "do something else"},
}

// ofDeeds adds up how often each of the deeds was done; what has no words of its own is the last of them.
func ofDeeds(tallies []*tally) []int {
	times := make([]int, len(deeds))
	for _, t := range tallies {
		i := len(deeds) - 1
		for j, deed := range deeds {
			if deed.action == t.action {
				i = j
			}
		}
		times[i] += t.times
	}
	return times
}

// doneInWords is "created 3 users, reset 1 password".
func doneInWords(tallies []*tally) string {
	var parts []string
	for i, n := range ofDeeds(tallies) {
		switch deed := deeds[i]; {
		case n == 0:
		case deed.one != "":
			parts = append(parts, deed.done+" "+count(n, deed.one, deed.many))
		case n == 1:
			parts = append(parts, deed.done)
		default:
			parts = append(parts, fmt.Sprintf("%s %d times", deed.done, n))
		}
	}
	return strings.Join(parts, ", ")
}

// refusedInWords is "3 times: reset a password (2), delete a user".
func refusedInWords(tallies []*tally) string {
	var parts []string
	for i, n := range ofDeeds(tallies) {
		switch {
		case n == 1:
			parts = append(parts, deeds[i].tried)
		case n > 1:
			parts = append(parts, fmt.Sprintf("%s (%d)", deeds[i].tried, n))
		}
	}
	times := "once"
	if n := total(tallies); n > 1 {
		times = fmt.Sprintf("%d times", n)
	}
	return times + ": " + strings.Join(parts, ", ")
}
