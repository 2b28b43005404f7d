package apptest

import (
	"context"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/crypto/argon2"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Password is everybody's.
const Password = "delegated-demo"

// organizations is everything that a test finds in its database. Each organization's domain is its name under .example,
// verified; each has a Global Administrator admin@ and the people named here, with their roles.
var organizations = []struct {
	name    string
	partner bool
	people  map[string][]schematype.Role
}{
	{name: "Contoso", people: map[string][]schematype.Role{
		"adele":  nil,
		"henry":  {schematype.HelpdeskAdministrator},
		"reader": {schematype.GlobalReader},
		"uma":    {schematype.UserAdministrator},
	}},
	{name: "Northwind", people: map[string][]schematype.Role{"nina": nil}},
	{name: "Fabrikam", partner: true, people: map[string][]schematype.Role{"tech": nil}},
	{name: "Wingtip", partner: true, people: map[string][]schematype.Role{"tech": nil}},
}

// People are the organizations and persons of a test.
type People struct {
	Organizations map[string]uid.ID // by name, such as "Contoso"
	Partners      map[string]uid.ID // by the organization's name
	Users         map[string]uid.ID // by user name, such as "adele@contoso.example"
}

// passwordHash is of Password, with the least that Argon2id can cost: tests sign in often.
var passwordHash = func() string {
	const memory, passes, threads = 64, 1, 1
	salt := []byte("salt of the tests")
	key := argon2.IDKey([]byte(Password), salt, passes, memory, threads, 32)
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memory, passes, threads, b64.EncodeToString(salt), b64.EncodeToString(key))
}()

// NewPeople fills a database with the organizations and people of the tests.
func NewPeople(tb testing.TB, st *store.Store) People {
	tb.Helper()
	p := People{map[string]uid.ID{}, map[string]uid.ID{}, map[string]uid.ID{}}
	ctx := viewer.NewContext(context.Background(), viewer.System)
	err := st.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
		for _, each := range organizations {
			domain := strings.ToLower(each.name) + ".example"
			o, admin, err := directory.Create(ctx, tx, directory.NewOrganization{
				DisplayName: each.name, Domain: domain, Initial: true,
				Administrator: "admin", AdministratorFor: "Admin of " + each.name, Email: "admin@" + domain, PasswordHash: passwordHash,
			})
			if err != nil {
				return err
			}
			p.Organizations[each.name], p.Users[admin.UserName] = o.ID, admin.ID
			for name, roles := range each.people {
				userName, displayName := name+"@"+domain, strings.ToUpper(name[:1])+name[1:]+" of "+each.name
				u, err := tx.User.Create().SetOrganizationID(o.ID).SetUserName(userName).SetEmail(userName).
					SetDisplayName(displayName).SetNameKey(directory.NameKey(displayName)).
					SetPasswordHash(passwordHash).SetRoleSet(schematype.Roles(roles...)).SetCreatedAt(tx.Now).Save(ctx)
				if err != nil {
					return err
				}
				if err := directory.Index(ctx, tx, u); err != nil {
					return err
				}
				p.Users[userName] = u.ID
			}
			if each.partner {
				if p.Partners[each.name], err = newPartner(ctx, tx, o, domain); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal("make the people of the test: ", err)
	}
	return p
}

func newPartner(ctx context.Context, tx *store.Tx, o *ent.Organization, domain string) (uid.ID, error) {
	partner, err := directory.CreatePartner(ctx, tx, o, directory.NewPartner{
		Domain: domain, ContactEmail: "help@" + domain, Website: "https://" + domain, Terms: "The terms of " + o.DisplayName + ".", Since: tx.Now,
	})
	if err != nil {
		return "", err
	}
	return partner.ID, nil
}

// MustDisable disables a person, past all rules.
func MustDisable(tb testing.TB, st *store.Store, userID uid.ID) {
	tb.Helper()
	ctx := viewer.NewContext(context.Background(), viewer.System)
	err := st.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
		return tx.User.UpdateOneID(userID).SetEnabled(false).Exec(ctx)
	})
	if err != nil {
		tb.Fatal(err)
	}
}
