package directory

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/group"
	"delegatedadmin.example/ent/partner"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// firstGroups are what a partner begins with.
var firstGroups = []struct {
	name, description string
	roles             schematype.RoleSet
}{
	{"Admin agents", "Administer customers with all the roles that they grant.", schematype.Roles(schematype.AllRoles...)},
	{"Helpdesk agents", "Help people of customers who can't sign in.", schematype.Roles(schematype.HelpdeskAdministrator, schematype.DirectoryReader)},
}

// FirstGroups gives a new partner the groups that it begins with: everybody who is enabled in its organization, so its
// first Global Administrator, is in the first of them.
func FirstGroups(ctx context.Context, tx *store.Tx, organizationID uid.ID) error {
	_, err := beginGroups(ctx, tx, organizationID)
	return err
}

func beginGroups(ctx context.Context, tx *store.Tx, organizationID uid.ID) (admins *ent.Group, err error) {
	for _, first := range firstGroups {
		g, err := tx.Group.Create().SetOrganizationID(organizationID).SetName(first.name).SetNameKey(NameKey(first.name)).
			SetDescription(first.description).SetDefaultRoleSet(first.roles).SetCreatedAt(tx.Now).Save(ctx)
		if err != nil {
			return nil, fmt.Errorf("create the first groups: %w", err)
		}
		if admins == nil {
			admins = g
		}
	}
	people, err := tx.User.Query().Where(user.OrganizationID(organizationID), user.Enabled(true)).IDs(ctx)
	if err != nil {
		return nil, fmt.Errorf("read who is to be in the first group: %w", err)
	}
	for _, id := range people {
		if err := tx.GroupMember.Create().SetGroupID(admins.ID).SetUserID(id).SetAddedAt(tx.Now).Exec(ctx); err != nil {
			return nil, fmt.Errorf("fill the first group: %w", err)
		}
	}
	return admins, nil
}

// FillGroups gives its first groups to every partner that is older than groups, and assigns to the first of them what
// customers have granted, so that whoever could act before still can. The last group of a partner can't be deleted: a
// partner without any has not begun. The server calls it when it starts; any number of servers may start at once.
func FillGroups(ctx context.Context, st *store.Store) error {
	ctx = viewer.NewContext(ctx, viewer.System)
	without := func(t *sql.Selector) {
		g := sql.Table(group.Table).As("has")
		t.Where(sql.NotExists(sql.Select(g.C(group.FieldID)).From(g).
			Where(sql.ColumnsEQ(g.C(group.FieldOrganizationID), t.C(partner.FieldOrganizationID)))))
	}
	old, err := st.Ent().Partner.Query().Where(without).All(ctx)
	if err != nil {
		return fmt.Errorf("look for partners without groups: %w", err)
	}
	for _, p := range old {
		err := st.WithTx(ctx, []store.Lock{access.ChangingGroups(p.OrganizationID)}, func(ctx context.Context, tx *store.Tx) error {
			if still, err := tx.Partner.Query().Where(partner.ID(p.ID), without).Exist(ctx); err != nil || !still {
				return err
			}
			admins, err := beginGroups(ctx, tx, p.OrganizationID)
			if err != nil {
				return err
			}
			granted, err := tx.Delegation.Query().Where(delegation.PartnerID(p.ID),
				func(t *sql.Selector) { t.Where(access.Open(t.C(delegation.FieldStatus))) }).All(ctx)
			if err != nil {
				return fmt.Errorf("read what customers have granted: %w", err)
			}
			for _, d := range granted {
				err := tx.AccessAssignment.Create().SetGroupID(admins.ID).SetDelegationID(d.ID).SetRoleSet(d.RoleSet).SetCreatedAt(tx.Now).Exec(ctx)
				if err != nil {
					return fmt.Errorf("assign what customers have granted: %w", err)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
