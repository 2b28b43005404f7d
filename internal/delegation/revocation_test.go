package delegation_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

const overTime = "its time is over"

// held holds the transactions of one person at one point until they are let go.
type held struct {
	who, point string
	reached    chan struct{}
	release    chan struct{}
}

func (h *held) pause(ctx context.Context, point string) {
	if h.who == "" || viewer.FromContext(ctx).UserName != h.who || point != h.point {
		return
	}
	select {
	case h.reached <- struct{}{}:
		<-h.release
	default:
	}
}

// Whatever ends a partner's access, and wherever an act of the partner is at that moment: once the end is acknowledged,
// what the customer sees does not change any more.
func TestRevocation_EachEndAtEachPointOfAnAct(t *testing.T) {
	t.Parallel()
	ends := map[string]func(t *testing.T, s *apptest.Server, id uid.ID) func() error{
		"the customer deletes": func(t *testing.T, s *apptest.Server, id uid.ID) func() error {
			admin := s.As(t, "admin@contoso.example")
			return func() error {
				return try(admin, remove, vars{"input": vars{"id": id}}, "deleteDelegation", "deletedDelegationId")
			}
		},
		"the partner gives up": func(t *testing.T, s *apptest.Server, id uid.ID) func() error {
			admin := s.As(t, "admin@fabrikam.example")
			return func() error {
				return try(admin, remove, vars{"input": vars{"id": id}}, "deleteDelegation", "deletedDelegationId")
			}
		},
		"a newer offer takes roles away": func(t *testing.T, s *apptest.Server, _ uid.ID) func() error {
			_, token := s.NewOffer(t, apptest.Offer{Roles: []schematype.Role{schematype.DirectoryReader}})
			admin := s.As(t, "admin@contoso.example")
			input := accept(token, admin.TermsOf(t, token))
			return func() error { return try(admin, apptest.Accept, input, "acceptOffer", "delegation", "id") }
		},
		overTime: func(t *testing.T, s *apptest.Server, _ uid.ID) func() error {
			return func() error { return s.Delegations.Keep(system) }
		},
		"the person signs out": func(t *testing.T, s *apptest.Server, _ uid.ID) func() error { return nil }, // filled in below
	}
	for name, prepare := range ends {
		for _, point := range []string{"locked", "authorized", "written", "committed"} {
			t.Run(fmt.Sprintf("%s at %s", name, point), func(t *testing.T) {
				t.Parallel()
				databases := apptest.OnBoth
				if name == overTime { // one SQLite process has one clock; TestExpiry_ has that case
					databases = func(t *testing.T, test func(*testing.T, apptest.Database)) { t.Helper(); test(t, apptest.Postgres(t)) }
				}
				databases(t, func(t *testing.T, db apptest.Database) {
					hold := &held{who: "tech@fabrikam.example", point: point, reached: make(chan struct{}, 1), release: make(chan struct{})}
					// Two servers on one database; on SQLite, which has one, both are the same.
					acting := apptest.NewServer(t, db, store.Options{Pause: hold.pause})
					ending := acting
					options := store.Options{}
					if name == overTime {
						options.Skew = after(91 * 24 * time.Hour)
					}
					if db.Dialect == "postgres" {
						ending = acting.NewReplica(t, db, options)
					}
					id := acting.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
					admin, tech := acting.As(t, "admin@contoso.example"), acting.As(t, "tech@fabrikam.example")
					finish := prepare(t, ending, id)
					if name == "the person signs out" {
						same := *tech
						same.URL = ending.URL
						finish = func() error {
							return try(&same, `mutation { signOut { userErrors { code } } }`, nil, "signOut", "userErrors")
						}
					}

					acted := make(chan string, 1)
					go func() {
						r, err := tech.TryQuery(contact, vars{"input": vars{"organizationId": acting.Organizations["Contoso"], "name": "by the partner"}})
						acted <- fmt.Sprint(r.Codes(), r.At("updateOrganizationContact", "organization", "contact", "name"), err)
					}()
					<-hold.reached
					ended := make(chan error, 1)
					go func() { ended <- finish() }()
					var seen string
					select {
					case err := <-ended: // acknowledged while the act is held
						if err != nil {
							t.Fatal(err)
						}
						seen = contactOf(t, ending, admin)
						close(hold.release)
						<-acted
					case <-time.After(150 * time.Millisecond): // it waits for the act
						close(hold.release)
						<-acted
						if err := <-ended; err != nil {
							t.Fatal(err)
						}
						seen = contactOf(t, ending, admin)
					}
					if now := contactOf(t, ending, admin); now != seen {
						t.Errorf("after the acknowledgement the customer saw %q, and now sees %q", seen, now)
					}
					r, err := tech.TryQuery(contact, vars{"input": vars{"organizationId": acting.Organizations["Contoso"], "name": "afterwards"}})
					if err != nil || len(r.Codes()) != 1 {
						if name != overTime { // only the other server has that time
							t.Errorf("an act after the acknowledgement answers %s %v", r.Raw, err)
						}
					}
				})
			})
		}
	}
}

// try runs a mutation and wants something at a path of its data.
func try(c *apptest.Client, document string, v vars, path ...any) error {
	r, err := c.TryQuery(document, v)
	if err != nil {
		return err
	}
	if len(r.Errors) > 0 || r.At(path...) == nil {
		return fmt.Errorf("the API answers %s", r.Raw)
	}
	return nil
}

// contactOf is what the customer sees, at another server than the act's where there is one.
func contactOf(t *testing.T, s *apptest.Server, admin *apptest.Client) string {
	t.Helper()
	c := *admin
	c.URL = s.URL
	name, _ := c.MustQuery(t, `{ viewer { organization { contact { name } } } }`, nil).At("viewer", "organization", "contact", "name").(string)
	return name
}
