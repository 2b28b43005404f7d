package audit

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/partner"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/store"
)

// PartnerActor is a person of a partner who did something in another organization, with the names as the last event tells them.
type PartnerActor struct {
	ActorID                                 uid.ID
	DisplayName, UserName, OrganizationName string
}

// mostActors is how many people a search brings.
const mostActors = 20

// PartnerActors are people of partners that have or had a delegation at an organization who did something there or were
// refused it, by name: those in whose names each word of search stands, the first of them. Who may read that is for the
// caller to decide. The events are not gone through: of each person of those partners the last one is looked up in an index.
func PartnerActors(ctx context.Context, st *store.Store, organizationID uid.ID, search string) ([]*PartnerActor, error) {
	d, p := sql.Table(delegation.Table), sql.Table(partner.Table)
	partners := sql.Select(p.C(partner.FieldOrganizationID)).From(p).
		Join(d).On(d.C(delegation.FieldPartnerID), p.C(partner.FieldID)).Where(sql.EQ(d.C(delegation.FieldCustomerID), organizationID))
	u, last, e := sql.Table(user.Table), sql.Table(auditevent.Table).As("last"), sql.Table(auditevent.Table).As("newest")
	newest := sql.Select(e.C(auditevent.FieldID)).From(e).
		Where(sql.And(sql.EQ(e.C(auditevent.FieldOrganizationID), organizationID), sql.ColumnsEQ(e.C(auditevent.FieldActorID), u.C(user.FieldID)))).
		OrderBy(sql.Desc(e.C(auditevent.FieldAt)), sql.Desc(e.C(auditevent.FieldID))).Limit(1)
	t := sql.Dialect(st.Dialect()).Select().From(u).
		Join(last).OnP(sql.P(func(b *sql.Builder) {
		b.Ident(last.C(auditevent.FieldID)).WriteString(" = ").Wrap(func(b *sql.Builder) { b.Join(newest) })
	})).Where(sql.In(u.C(user.FieldOrganizationID), partners))
	rows, err := store.Read(ctx, st, t, []store.Column[PartnerActor]{
		{Expression: last.C(auditevent.FieldActorID), Into: func(a *PartnerActor) any { return &a.ActorID }},
		{Expression: last.C(auditevent.FieldActorName), Into: func(a *PartnerActor) any { return &a.DisplayName }},
		{Expression: last.C(auditevent.FieldActorUserName), Into: func(a *PartnerActor) any { return &a.UserName }},
		{Expression: last.C(auditevent.FieldActorOrganizationName), Into: func(a *PartnerActor) any { return &a.OrganizationName }},
	})
	if err != nil {
		return nil, fmt.Errorf("read who of partners did something: %w", err)
	}
	wanted := searched(search)
	rows = slices.DeleteFunc(rows, func(a *PartnerActor) bool {
		names := strings.Join(folded(a.DisplayName+" "+a.UserName+" "+a.OrganizationName), " ")
		return slices.ContainsFunc(wanted, func(word string) bool { return !strings.Contains(names, word) })
	})
	slices.SortFunc(rows, func(a, b *PartnerActor) int {
		return cmp.Or(cmp.Compare(a.DisplayName, b.DisplayName), cmp.Compare(a.ActorID, b.ActorID))
	})
	return rows[:min(len(rows), mostActors)], nil
}
