package delegation_test

import (
	"context"
	"testing"
	"time"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// viewerOf is a person with a session, as the web adapter puts them into a context.
func viewerOf(t *testing.T, s *apptest.Server, userName string) context.Context {
	t.Helper()
	browser := &identity.Browser{}
	s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
		return s.Identity.StartSession(identity.WithBrowser(ctx, browser), tx, s.Users[userName])
	})
	v, err := s.Identity.Authenticate(system, browser.NewCookie().Token)
	if err != nil {
		t.Fatal(err)
	}
	return viewer.NewContext(t.Context(), v)
}

// next is the next message of a stream; nil when the stream ends.
func next(t *testing.T, changes <-chan *delegation.ChangeOfDelegation) *delegation.ChangeOfDelegation {
	t.Helper()
	select {
	case c := <-changes:
		return c
	case <-time.After(10 * time.Second):
		t.Fatal("nothing is told")
		return nil
	}
}

// What happens on one server is told on another, to both sides; what has ended is told without what it was.
func TestWatch_TellsBothSidesOnEveryServer(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		other := s
		if db.Dialect == "postgres" {
			other = s.NewReplica(t, db)
		}
		customer, err1 := other.Delegations.Watch(viewerOf(t, s, "admin@contoso.example"), "")
		partner, err2 := other.Delegations.Watch(viewerOf(t, s, "tech@fabrikam.example"), "")
		stranger, err3 := other.Delegations.Watch(viewerOf(t, s, "admin@wingtip.example"), "")
		if err1 != nil || err2 != nil || err3 != nil {
			t.Fatal(err1, err2, err3)
		}
		id := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		for _, side := range []<-chan *delegation.ChangeOfDelegation{customer, partner} {
			if c := next(t, side); c.Kind != delegation.Added || c.Delegation == nil || c.DelegationID != id {
				t.Errorf("the beginning is told as %+v", c)
			}
		}
		one, err := other.Delegations.Watch(viewerOf(t, s, "tech@fabrikam.example"), s.Organizations["Contoso"])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := other.Delegations.Watch(viewerOf(t, s, "tech@fabrikam.example"), s.Organizations["Northwind"]); err == nil {
			t.Error("a customer that is not theirs can be watched")
		}
		s.As(t, "tech@fabrikam.example").MustQuery(t, contact, vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": "Desk"}})
		for _, side := range []<-chan *delegation.ChangeOfDelegation{customer, partner, one} {
			if c := next(t, side); c.Kind != delegation.Changed {
				t.Errorf("the use is told as %+v", c)
			}
		}
		s.As(t, "tech@fabrikam.example").Query(t, remove, vars{"input": vars{"id": id}})
		for _, side := range []<-chan *delegation.ChangeOfDelegation{customer, partner, one} {
			if c := next(t, side); c.Kind != delegation.Changed {
				t.Errorf("a refusal is told as %+v", c)
			}
		}
		s.As(t, "admin@contoso.example").MustQuery(t, remove, vars{"input": vars{"id": id}})
		if c := next(t, customer); c.Kind != delegation.Ended || c.Delegation == nil {
			t.Errorf("the customer hears of the end as %+v", c)
		}
		for _, side := range []<-chan *delegation.ChangeOfDelegation{partner, one} {
			if c := next(t, side); c.Kind != delegation.Ended || c.Delegation != nil {
				t.Errorf("the partner hears of the end as %+v", c)
			}
		}
		if c := next(t, one); c != nil {
			t.Errorf("the stream about the customer goes on: %+v", c)
		}

		select {
		case c := <-stranger:
			t.Errorf("another partner hears %+v", c)
		default:
		}
	})
}

func TestWatch_EndsForWhoLostTheRole(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.UserAdministrator)
		changes, err := s.Delegations.Watch(viewerOf(t, s, "reader@contoso.example"), "")
		if err != nil {
			t.Fatal(err)
		}
		witness, err := s.Delegations.Watch(viewerOf(t, s, "admin@contoso.example"), "")
		if err != nil {
			t.Fatal(err)
		}
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(s.Users["reader@contoso.example"]).SetRoleSet(0).Exec(ctx)
		})
		s.As(t, "admin@contoso.example").MustQuery(t, remove, vars{"input": vars{"id": id}})
		next(t, witness)
		select {
		case c := <-changes:
			t.Errorf("who lost the role hears %+v", c)
		case <-time.After(200 * time.Millisecond):
		}
	})
}
