package access

import (
	"context"
	stdsql "database/sql"
	"errors"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/accessassignment"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/groupmember"
	"delegatedadmin.example/ent/organization"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Acting is the locks that a person's act in an organization holds: whoever ends what allows it waits until the act
// is done, and the act sees the end once it is acknowledged.
func Acting(v viewer.Viewer, organizationID uid.ID) []store.Lock {
	locks := []store.Lock{{Key: personKey(v.UserID)}}
	if organizationID != v.OrganizationID && v.PartnerID != "" {
		locks = append(locks, store.Lock{Key: delegationKey(organizationID, v.PartnerID)})
	}
	return locks
}

// Ending is the lock for shrinking what a partner may do at a customer: no act of the partner runs beside it.
func Ending(customerID, partnerID uid.ID) store.Lock {
	return store.Lock{Key: delegationKey(customerID, partnerID), Exclusive: true}
}

// Under is the lock for what somebody else does with what a partner began: it is not done while the delegation ends.
func Under(customerID, partnerID uid.ID) store.Lock {
	return store.Lock{Key: delegationKey(customerID, partnerID)}
}

// Administrators is the lock for what may leave an organization without a Global Administrator: one at a time decides
// that somebody else remains.
func Administrators(organizationID uid.ID) store.Lock {
	return store.Lock{Key: "administrators:" + string(organizationID), Exclusive: true}
}

// EndingSession is the lock for taking from a person what they may do: signing out, disabling, changing roles, taking
// them out of a group. Whatever changes a person holds it, so that two changes of one person follow each other.
func EndingSession(userID uid.ID) store.Lock {
	return store.Lock{Key: personKey(userID), Exclusive: true}
}

// ChangingGroups is the lock for changing the groups of a partner's organization: what they are, who is in them, what they
// hold. Whoever takes something away by it holds EndingSession or Ending as well.
func ChangingGroups(organizationID uid.ID) store.Lock {
	return store.Lock{Key: groupsKey(organizationID), Exclusive: true}
}

// KeepingGroups is the lock for those who rely on the groups of a partner's organization being there.
func KeepingGroups(organizationID uid.ID) store.Lock {
	return store.Lock{Key: groupsKey(organizationID)}
}

func groupsKey(organizationID uid.ID) string { return "groups:" + string(organizationID) }

func personKey(userID uid.ID) string { return "user:" + string(userID) }

func delegationKey(customerID, partnerID uid.ID) string {
	return "delegation:" + string(customerID) + ":" + string(partnerID)
}

// Grant is how somebody may do something: by which role, and under which delegation when it is on behalf of a customer.
type Grant struct {
	Viewer       viewer.Viewer // as the person is now, not as the request found them
	Role         *schematype.Role
	Roles        schematype.RoleSet // all that they hold there: on behalf, those granted that their groups are assigned
	DelegationID uid.ID             // empty in one's own organization
}

// Decide says whether v may do p in an organization at this instant, from what the transaction reads. The transaction
// must hold the locks of Acting. What comes back is UNAUTHENTICATED when the session or the person is gone, NOT_FOUND
// when the organization is not seen, FORBIDDEN when it is seen but p is not held there, JUSTIFICATION_REQUIRED when
// it asks those who act on its behalf for one and the request has none.
func Decide(ctx context.Context, tx *store.Tx, v viewer.Viewer, organizationID uid.ID, p Permission) (Grant, error) {
	now, err := Person(ctx, tx, v)
	if err != nil {
		return Grant{}, err
	}
	if organizationID == now.OrganizationID {
		if !Holds(now.Roles, p) {
			return Grant{Viewer: now, Roles: now.Roles}, Lacks(p)
		}
		return Grant{Viewer: now, Role: through(now.Roles, p), Roles: now.Roles}, nil
	}
	held, delegationID, err := onBehalf(ctx, tx, v, organizationID)
	switch {
	case err != nil:
		return Grant{}, err
	case held == 0:
		return Grant{}, apperr.Unseen("organization")
	case !Delegable(p) || !Holds(held, p):
		return Grant{DelegationID: delegationID}, Lacks(p)
	}
	if err := justified(ctx, tx, organizationID); err != nil {
		return Grant{DelegationID: delegationID}, err
	}
	return Grant{Viewer: now, Role: through(held, p), Roles: held, DelegationID: delegationID}, nil
}

// justified refuses an act on behalf of a customer that asks for a justification, when the request has none.
func justified(ctx context.Context, tx *store.Tx, customerID uid.ID) error {
	if audit.Justification(ctx) != "" {
		return nil
	}
	var name string
	var required bool
	err := tx.One(ctx, "SELECT display_name, justification_required FROM organizations WHERE id = $1", []any{customerID}, &name, &required)
	if err != nil {
		return fmt.Errorf("read whether a justification is asked for: %w", err)
	}
	if required {
		return apperr.New(apperr.JustificationRequired, "%s asks its delegated admins why they do something. Give the reason, then try again.", name)
	}
	return nil
}

// onBehalf reads which roles v holds at a customer of their partner through their groups, and under which delegation:
// none without a live one.
func onBehalf(ctx context.Context, tx *store.Tx, v viewer.Viewer, customerID uid.ID) (schematype.RoleSet, uid.ID, error) {
	held, err := heldThrough(ctx, tx.AccessAssignment.Query(), v, func(d *sql.SelectTable) *sql.Predicate {
		return sql.And(sql.EQ(d.C(delegation.FieldCustomerID), customerID), live(d, sql.GT(d.C(delegation.FieldExpiresAt), tx.Now)))
	})
	for delegationID, roles := range held { // one at most
		return roles, delegationID, err
	}
	return 0, "", err
}

// HeldUnder tells which roles v holds now under each of these delegations through their groups, in one statement.
func HeldUnder(ctx context.Context, st *store.Store, v viewer.Viewer, delegationIDs []uid.ID) (map[uid.ID]schematype.RoleSet, error) {
	return heldThrough(ctx, st.Ent().AccessAssignment.Query().Where(accessassignment.DelegationIDIn(delegationIDs...)), v,
		func(d *sql.SelectTable) *sql.Predicate { return LiveNow(d, st) })
}

// heldThrough reads which roles v's groups hold under those delegations of v's partner that which picks.
func heldThrough(
	ctx context.Context, q *ent.AccessAssignmentQuery, v viewer.Viewer, which func(d *sql.SelectTable) *sql.Predicate,
) (map[uid.ID]schematype.RoleSet, error) {
	var rows []struct {
		Delegation        uid.ID
		Granted, Assigned schematype.RoleSet
	}
	err := q.Modify(func(a *sql.Selector) {
		d, m := sql.Table(delegation.Table).As("d"), sql.Table(groupmember.Table).As("m")
		a.Join(d).On(a.C(accessassignment.FieldDelegationID), d.C(delegation.FieldID))
		a.Join(m).On(a.C(accessassignment.FieldGroupID), m.C(groupmember.FieldGroupID))
		a.Where(sql.And(sql.EQ(d.C(delegation.FieldPartnerID), v.PartnerID), sql.EQ(m.C(groupmember.FieldUserID), v.UserID), which(d)))
		a.Select(sql.As(d.C(delegation.FieldID), "delegation"), sql.As(d.C(delegation.FieldRoleSet), "granted"),
			sql.As(a.C(accessassignment.FieldRoleSet), "assigned"))
	}).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("read what the groups hold: %w", err)
	}
	held := make(map[uid.ID]schematype.RoleSet, len(rows))
	for _, row := range rows {
		if roles := row.Granted & row.Assigned; roles != 0 {
			held[row.Delegation] |= roles
		}
	}
	return held, nil
}

// Person reads v again inside a transaction: the session must still be good, the person enabled, their organization
// not suspended. It returns them with the roles they hold now, or UNAUTHENTICATED.
func Person(ctx context.Context, tx *store.Tx, v viewer.Viewer) (viewer.Viewer, error) {
	if !v.SignedIn() {
		return v, apperr.SignInFirst()
	}
	err := tx.One(ctx, person, []any{v.SessionID, tx.Now, v.UserID}, &v.Roles)
	if errors.Is(err, stdsql.ErrNoRows) {
		return v, apperr.SignInFirst()
	}
	if err != nil {
		return v, fmt.Errorf("read the person again: %w", err)
	}
	return v, nil
}

const person = `
SELECT u.role_set FROM sessions s
JOIN users u ON u.id = s.user_id
JOIN organizations o ON o.id = u.organization_id
WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > $2
  AND u.id = $3 AND u.enabled AND o.suspended_at IS NULL`

// Open holds for delegations that can be ended, of which there is one at most between a partner and a customer. The
// states stand in the statement itself: only then do both databases see that the index of these rows alone will do.
func Open(status string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.Ident(status).WriteString(fmt.Sprintf(" IN ('%s', '%s')", schematype.DelegationActive, schematype.DelegationSuspended))
	})
}

// live holds for the row of delegations at d that may be used while its end lies ahead.
func live(d *sql.SelectTable, ahead *sql.Predicate) *sql.Predicate {
	return sql.And(Open(d.C(delegation.FieldStatus)), sql.EQ(d.C(delegation.FieldStatus), schematype.DelegationActive), ahead)
}

// Live holds for delegations that may be used at the moment now: the time of the transaction.
func Live(now time.Time) func(*sql.Selector) {
	return func(s *sql.Selector) {
		d := sql.Table(delegation.Table)
		s.Where(live(d, sql.GT(d.C(delegation.FieldExpiresAt), now)))
	}
}

// LiveNow is the predicate of a read: the row of delegations at d may be used at the moment at which the statement
// runs, by the database's clock.
func LiveNow(d *sql.SelectTable, st *store.Store) *sql.Predicate {
	return live(d, st.Ahead(d.C(delegation.FieldExpiresAt)))
}

// Through holds for the rows of delegations at d by which v may do p now: those of v's partner that live and whose
// roles, as far as v's groups hold them, include p.
func Through(d *sql.SelectTable, st *store.Store, v viewer.Viewer, p Permission) *sql.Predicate {
	if v.PartnerID == "" || !Delegable(p) {
		return sql.False()
	}
	return sql.And(sql.EQ(d.C(delegation.FieldPartnerID), v.PartnerID), LiveNow(d, st), Assigned(d, v.UserID, p))
}

// Seen holds for the rows of delegations at d that v sees from the partner's side: those that live and by which v may
// act; for those who assign access, all that live. To see one is not to act by it.
func Seen(d *sql.SelectTable, st *store.Store, v viewer.Viewer) *sql.Predicate {
	if v.PartnerID != "" && Holds(v.Roles, ManageGroups) {
		return sql.And(sql.EQ(d.C(delegation.FieldPartnerID), v.PartnerID), LiveNow(d, st))
	}
	return Through(d, st, v, ReadOrganization)
}

// See is NOT_FOUND for a delegation that v does not see from the partner's side, or would not see if it lived.
func See(ctx context.Context, client *ent.Client, v viewer.Viewer, delegationID uid.ID) error {
	seen, err := client.Delegation.Query().Where(delegation.ID(delegationID), delegation.PartnerID(v.PartnerID), func(s *sql.Selector) {
		if d := sql.Table(delegation.Table); !Holds(v.Roles, ManageGroups) {
			s.Where(Assigned(d, v.UserID, ReadOrganization))
		}
	}).Exist(ctx)
	if err == nil && !seen {
		err = apperr.Unseen("delegation")
	}
	return err
}

// Assigned holds for the rows of delegations at d of whose granted roles one that includes p is assigned to a group that
// the person is in. Whether the delegation lives is not asked here.
func Assigned(d *sql.SelectTable, userID uid.ID, p Permission) *sql.Predicate {
	a, m := sql.Table(accessassignment.Table).As("assigned"), sql.Table(groupmember.Table).As("member")
	return sql.Exists(sql.Select(a.C(accessassignment.FieldID)).From(a).
		Join(m).On(a.C(accessassignment.FieldGroupID), m.C(groupmember.FieldGroupID)).
		Where(sql.And(
			sql.ColumnsEQ(a.C(accessassignment.FieldDelegationID), d.C(delegation.FieldID)),
			sql.EQ(m.C(groupmember.FieldUserID), userID),
			sql.P(func(b *sql.Builder) {
				b.Ident(a.C(accessassignment.FieldRoleSet)).WriteString(" & ").Ident(d.C(delegation.FieldRoleSet)).
					WriteString(fmt.Sprintf(" & %d <> 0", roles[p]))
			}),
		)))
}

// Reach holds for rows whose organization, named by column, is one in which v may do p now. It goes into the same
// statement as the data. A delegation is looked for only where the viewer's organization is a partner.
func Reach(st *store.Store, v viewer.Viewer, p Permission, column string) *sql.Predicate {
	var ways []*sql.Predicate
	if Holds(v.Roles, p) || p == ReadOrganization && v.SignedIn() {
		ways = append(ways, sql.EQ(column, v.OrganizationID))
	}
	if v.PartnerID != "" && Delegable(p) {
		d := sql.Table(delegation.Table).As("reach")
		ways = append(ways, sql.Exists(sql.Select(d.C(delegation.FieldID)).From(d).
			Where(sql.And(sql.ColumnsEQ(d.C(delegation.FieldCustomerID), column), Through(d, st, v, p)))))
	}
	if len(ways) == 0 {
		return sql.False()
	}
	return sql.Or(ways...)
}

// SeesUser holds for the people whom v may see: themselves, and everybody of an organization where v may read users.
func SeesUser(st *store.Store, v viewer.Viewer, id, organizationID string) *sql.Predicate {
	return sql.Or(sql.EQ(id, v.UserID), Reach(st, v, ReadUsers, organizationID))
}

// Require says why a read in an organization came back with nothing: nil when v may do p there and there simply was
// nothing, else UNAUTHENTICATED, FORBIDDEN or NOT_FOUND.
func Require(ctx context.Context, st *store.Store, v viewer.Viewer, organizationID uid.ID, p Permission) error {
	if !v.SignedIn() {
		return apperr.SignInFirst()
	}
	if organizationID == v.OrganizationID {
		if Holds(v.Roles, p) || p == ReadOrganization {
			return nil
		}
		return Lacks(p)
	}
	reachable := func(p Permission) (bool, error) {
		return st.Ent().Organization.Query().
			Where(organization.ID(organizationID), func(s *sql.Selector) { s.Where(Reach(st, v, p, s.C(organization.FieldID))) }).
			Exist(ctx)
	}
	if ok, err := reachable(p); ok || err != nil {
		return err
	}
	if seen, err := reachable(ReadOrganization); err != nil {
		return err
	} else if seen {
		return Lacks(p)
	}
	return apperr.Unseen("organization")
}

// Used notes that a delegation was used: when, for the customer's list, and for everybody who looks at it.
func (g Grant) Used(ctx context.Context, tx *store.Tx, customerID uid.ID) error {
	if g.DelegationID == "" {
		return nil
	}
	err := tx.Delegation.Update().Where(delegation.ID(g.DelegationID)).SetLastActivityAt(tx.Now).Exec(ctx)
	if err != nil {
		return fmt.Errorf("note the use of the delegation: %w", err)
	}
	tx.Publish(store.Change{Kind: "delegation.changed", DelegationID: g.DelegationID, CustomerID: customerID, PartnerID: g.Viewer.PartnerID})
	return nil
}

// Lacks is for who does not hold p: it says who does.
func Lacks(p Permission) error {
	return apperr.NotAllowed("Your roles do not include this here. It needs one of: %s.", roles[p])
}
