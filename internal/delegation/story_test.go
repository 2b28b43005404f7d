package delegation_test

import (
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

type vars = apptest.Vars

var system = viewer.NewContext(context.Background(), viewer.System)

const (
	list    = `{ delegatedAdmins { totalCount edges { node { id status roles version viewerCanDelete partner { name domain } customer { displayName } acceptedBy { displayName userName } offer { id status } } } pageInfo { hasNextPage } } }`
	remove  = `mutation($input: DeleteDelegationInput!) { deleteDelegation(input: $input) { delegation { id status terminatedBy terminationReason } deletedDelegationId userErrors { code message field } } }`
	decline = `mutation($input: DeclineOfferInput!) { declineOffer(input: $input) { offer { status declineReason } userErrors { code message } } }`
	behind  = `query($t: String!) { offer(token: $t) { id status customerEmail viewerCanAccept viewerCanDecline acceptHint canCreateOrganization partner { name } customer { displayName } delegation { id } replaces { id } terms { sha256 text } requestedRoles } }`
	contact = `mutation($input: UpdateOrganizationContactInput!) { updateOrganizationContact(input: $input) { organization { displayName contact { name email } } userErrors { code field } } }`
)

func accept(token, sum string) vars {
	return vars{"input": vars{"token": token, "delegatedAdministration": true, "termsSha256": sum}}
}

func wantString(t *testing.T, what string, got any, want string) {
	t.Helper()
	if text, _ := got.(string); text != want {
		t.Errorf("%s is %v, want %q", what, got, want)
	}
}

func wantCodes(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: codes %v, want %v", what, got, want)
	}
}

// The seed's story: an offer, the authorization page, the list, the deletion.
func TestStory_OfferAcceptListDelete(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin, tech := s.As(t, "admin@contoso.example"), s.As(t, "tech@fabrikam.example")
		if n := admin.MustQuery(t, list, nil).At("delegatedAdmins", "totalCount"); n != 0.0 {
			t.Fatalf("a new customer has %v delegated admins", n)
		}
		offerID, token := s.NewOffer(t, apptest.Offer{})
		shown := admin.MustQuery(t, behind, vars{"t": token})
		if shown.At("offer", "viewerCanAccept") != true {
			t.Fatalf("the administrator can't accept: %s", shown.Raw)
		}
		sum := shown.At("offer", "terms", "sha256").(string)
		done := admin.MustQuery(t, apptest.Accept, vars{"input": vars{
			"token": token, "delegatedAdministration": true, "termsSha256": sum, "roles": []string{"USER_ADMINISTRATOR"}, "durationDays": 30,
		}})
		wantString(t, "the offer", done.At("acceptOffer", "offer", "status"), "ACCEPTED")
		id, _ := done.At("acceptOffer", "delegation", "id").(string)

		shown = admin.MustQuery(t, list, nil)
		node := []any{"delegatedAdmins", "edges", 0, "node"}
		wantString(t, "the partner", shown.At(append(node, "partner", "name")...), "Fabrikam")
		wantString(t, "the offer of the row", shown.At(append(node, "offer", "id")...), string(offerID))
		if got := fmt.Sprint(shown.At(append(node, "roles")...)); got != "[USER_ADMINISTRATOR]" {
			t.Errorf("the roles are %s: a role that was struck was granted", got)
		}
		customers := `{ viewer { customers { totalCount edges { node { id customer { id displayName contact { name } } } } } } }`
		wantString(t, "the partner's customer", tech.MustQuery(t, customers, nil).At("viewer", "customers", "edges", 0, "node", "customer", "displayName"), "Contoso")

		set := vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": "Contoso desk", "email": "IT@Contoso.example"}}
		changed := tech.MustQuery(t, contact, set)
		wantString(t, "the contact", changed.At("updateOrganizationContact", "organization", "contact", "email"), "it@contoso.example")

		activity := admin.MustQuery(t, `query($id: ID!) { node(id: $id) { ... on Delegation { lastActivityAt activity { edges { node { action result onRole: role actor { displayName organizationName onBehalf user { id } } changes { field before after } } } } receipts { action body signature publicKey } } } }`, vars{"id": id})
		wantString(t, "the newest event", activity.At("node", "activity", "edges", 0, "node", "action"), "organization.contact.update")
		wantString(t, "who did it", activity.At("node", "activity", "edges", 0, "node", "actor", "displayName"), "Tech of Fabrikam")
		wantString(t, "by which role", activity.At("node", "activity", "edges", 0, "node", "onRole"), "USER_ADMINISTRATOR")
		if activity.At("node", "activity", "edges", 0, "node", "actor", "onBehalf") != true || activity.At("node", "lastActivityAt") == nil {
			t.Errorf("the customer does not see that it was on its behalf: %s", activity.Raw)
		}
		checkReceipt(t, activity.At("node", "receipts", 0))

		gone := admin.MustQuery(t, remove, vars{"input": vars{"id": id, "reason": "Project is over.", "version": 1}})
		wantString(t, "the delegation", gone.At("deleteDelegation", "delegation", "status"), "TERMINATED")
		wantString(t, "who ended it", gone.At("deleteDelegation", "delegation", "terminatedBy"), "CUSTOMER")

		if n := admin.MustQuery(t, list, nil).At("delegatedAdmins", "totalCount"); n != 0.0 {
			t.Errorf("the list still has %v", n)
		}
		if n := tech.MustQuery(t, customers, nil).At("viewer", "customers", "totalCount"); n != 0.0 {
			t.Errorf("the partner still has %v customers", n)
		}
		wantCodes(t, "an act after the deletion", tech.Query(t, contact, set).Codes(), "NOT_FOUND")
		for _, seen := range []string{id, string(s.Organizations["Contoso"])} {
			if node := tech.MustQuery(t, `query($id: ID!) { node(id: $id) { id } }`, vars{"id": seen}).At("node"); node != nil {
				t.Errorf("the partner still sees %v", node)
			}
		}
		own := s.As(t, "admin@fabrikam.example").MustQuery(t, `{ viewer { offers { edges { node { status delegationEndedAt delegation { id } customer { displayName } customerEmail } } } } }`, nil)
		if own.At("viewer", "offers", "edges", 0, "node", "customer") != nil {
			t.Error("the partner still reads the customer's name by its offer")
		}
		if own.At("viewer", "offers", "edges", 0, "node", "delegationEndedAt") == nil || own.At("viewer", "offers", "edges", 0, "node", "delegation") != nil {
			t.Errorf("the partner's own offer does not tell how it ended: %s", own.Raw)
		}

		// What was refused afterwards is in the customer's log, with the partner's name.
		refused := admin.MustQuery(t, `{ viewer { organization { auditEvents(filter: {result: REFUSED}) { edges { node { action actor { userName } delegation { id } } } } } } }`, nil)
		event := []any{"viewer", "organization", "auditEvents", "edges", 0, "node"}
		wantString(t, "the refused act", refused.At(append(event, "action")...), "organization.contact.update")
		wantString(t, "who was refused", refused.At(append(event, "actor", "userName")...), "tech@fabrikam.example")
		for _, organization := range s.Organizations {
			if err := audit.Verify(system, s.Store, organization); err != nil {
				t.Error(err)
			}
		}
		kinds, err := s.Store.Ent().OutboxMessage.Query().Order(outboxmessage.ByKind()).Unique(true).Select(outboxmessage.FieldKind).Strings(system)
		if err != nil || strings.Join(kinds, " ") != "delegation_deleted offer offer_accepted" {
			t.Errorf("the mails are %v %v", kinds, err)
		}
	})
}

func checkReceipt(t *testing.T, receipt any) {
	t.Helper()
	r, _ := receipt.(map[string]any)
	body, _ := r["body"].(string)
	signature, err1 := base64.StdEncoding.DecodeString(fmt.Sprint(r["signature"]))
	key, err2 := base64.StdEncoding.DecodeString(fmt.Sprint(r["publicKey"]))
	if err1 != nil || err2 != nil || len(key) != ed25519.PublicKeySize || !ed25519.Verify(key, []byte(body), signature) {
		t.Errorf("the signature of the receipt does not fit: %v", receipt)
	}
	if ed25519.Verify(key, []byte(strings.Replace(body, "USER", "GLOBAL", 1)), signature) {
		t.Error("the signature fits a changed receipt")
	}
}

// Who may accept, decline and read what is behind a link; every wrong person and every dead link.
func TestOffer_EveryWrongPersonAndEveryDeadLink(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		admin := s.As(t, "admin@contoso.example")
		_, token := s.NewOffer(t, apptest.Offer{})
		sum := admin.TermsOf(t, token)
		for who, code := range map[string]string{
			"adele@contoso.example": "FORBIDDEN", "uma@contoso.example": "FORBIDDEN", "reader@contoso.example": "FORBIDDEN",
			"admin@northwind.example": "FORBIDDEN", "admin@fabrikam.example": "FORBIDDEN", "admin@wingtip.example": "FORBIDDEN",
		} {
			c := s.As(t, who)
			wantCodes(t, who+" accepts", c.Query(t, apptest.Accept, accept(token, sum)).Codes(), code)
			if c.MustQuery(t, behind, vars{"t": token}).At("offer", "viewerCanAccept") != false {
				t.Errorf("%s is shown a button that does not work", who)
			}
		}
		wantCodes(t, "nobody accepts", s.Anonymous(t).Query(t, apptest.Accept, accept(token, sum)).Codes(), "UNAUTHENTICATED")
		hint := s.As(t, "adele@contoso.example").MustQuery(t, behind, vars{"t": token}).At("offer", "acceptHint")
		if text, _ := hint.(string); !strings.Contains(text, "Admin of Contoso") {
			t.Errorf("the hint does not say who can: %v", hint)
		}
		seen := s.Anonymous(t).MustQuery(t, behind, vars{"t": token})
		wantString(t, "the address for a stranger", seen.At("offer", "customerEmail"), "a…@contoso.example")
		if seen.At("offer", "customer") != nil {
			t.Error("a stranger with the link reads the customer's name")
		}

		for what, wrong := range map[string]string{
			"one character less": token[:42], "one more": token + "A", "nothing": "", "another": strings.Repeat("A", 43), "an id": string(s.Users["admin@contoso.example"]),
		} {
			if o := admin.MustQuery(t, behind, vars{"t": wrong}).At("offer"); o != nil {
				t.Errorf("%s: a wrong token reads an offer", what)
			}
			wantCodes(t, what, admin.Query(t, apptest.Accept, accept(wrong, sum)).Codes(), "NOT_FOUND")
		}
		for what, input := range map[string]vars{
			"another fingerprint": {"token": token, "delegatedAdministration": true, "termsSha256": strings.Repeat("0", 64)},
			"a role more":         {"token": token, "delegatedAdministration": true, "termsSha256": sum, "roles": []string{"GLOBAL_ADMINISTRATOR"}},
			"longer":              {"token": token, "delegatedAdministration": true, "termsSha256": sum, "durationDays": 91},
			"No without a trial":  {"token": token, "delegatedAdministration": false, "termsSha256": sum},
		} {
			r := admin.MustQuery(t, apptest.Accept, vars{"input": input})
			if codes := r.UserErrors("acceptOffer"); len(codes) != 1 || r.At("acceptOffer", "offer") != nil {
				t.Errorf("%s: %s", what, r.Raw)
			}
		}

		// Sending again ends the first link.
		id, first := s.NewOffer(t, apptest.Offer{})
		partner := s.As(t, "admin@fabrikam.example")
		again := `mutation($id: ID!) { resendOffer(input: {id: $id}) { offer { status } userErrors { code message } } }`
		wantCodes(t, "again at once", partner.MustQuery(t, again, vars{"id": id}).UserErrors("resendOffer"), "RATE_LIMITED")
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.Offer.UpdateOneID(id).SetSentAt(tx.Now.Add(-11 * time.Minute)).Exec(ctx)
		})
		wantCodes(t, "again after ten minutes", partner.MustQuery(t, again, vars{"id": id}).UserErrors("resendOffer"))
		if o := admin.MustQuery(t, behind, vars{"t": first}).At("offer"); o != nil {
			t.Error("a link from before the second mail still works")
		}
		second := s.Token(t, id)

		// Withdrawn: the link tells so, and accepts no more.
		withdraw := `mutation($id: ID!) { withdrawOffer(input: {id: $id}) { offer { status } userErrors { code } } }`
		wantCodes(t, "another partner withdraws", s.As(t, "admin@wingtip.example").Query(t, withdraw, vars{"id": id}).Codes(), "NOT_FOUND")
		wantCodes(t, "somebody without a role withdraws", s.As(t, "tech@fabrikam.example").Query(t, withdraw, vars{"id": id}).Codes(), "FORBIDDEN")
		wantString(t, "the offer", partner.MustQuery(t, withdraw, vars{"id": id}).At("withdrawOffer", "offer", "status"), "WITHDRAWN")
		wantCodes(t, "after the withdrawal", admin.MustQuery(t, apptest.Accept, accept(second, sum)).UserErrors("acceptOffer"), "ALREADY_ANSWERED")

		// Declined by somebody without a role, with a reason that the partner reads.
		id, token = s.NewOffer(t, apptest.Offer{})
		wantCodes(t, "a stranger declines", s.As(t, "nina@northwind.example").Query(t, decline, vars{"input": vars{"token": token}}).Codes(), "FORBIDDEN")
		wantCodes(t, "nobody declines", s.Anonymous(t).Query(t, decline, vars{"input": vars{"token": token}}).Codes(), "UNAUTHENTICATED")
		adele := s.As(t, "adele@contoso.example")
		wantString(t, "the offer", adele.MustQuery(t, decline, vars{"input": vars{"token": token, "reason": "Not now."}}).At("declineOffer", "offer", "status"), "DECLINED")
		wantCodes(t, "after the decline", admin.MustQuery(t, apptest.Accept, accept(token, sum)).UserErrors("acceptOffer"), "ALREADY_ANSWERED")
		read := partner.MustQuery(t, `query($id: ID!) { node(id: $id) { ... on Offer { declineReason status } } }`, vars{"id": id})
		wantString(t, "the reason", read.At("node", "declineReason"), "Not now.")

		// Lapsed to the second, before any worker has run; and the worker turns it.
		id, token = s.NewOffer(t, apptest.Offer{})
		late := s.NewReplica(t, db, store.Options{Skew: after(30*24*time.Hour + time.Second)})
		lateAdmin := late.As(t, "admin@contoso.example")
		wantString(t, "the offer", lateAdmin.MustQuery(t, behind, vars{"t": token}).At("offer", "status"), "EXPIRED")
		wantCodes(t, "after its time", lateAdmin.MustQuery(t, apptest.Accept, accept(token, sum)).UserErrors("acceptOffer"), "EXPIRED")
		if err := late.Delegations.Keep(system); err != nil {
			t.Fatal(err)
		}
		row, err := s.Store.Ent().Offer.Get(system, id)
		if err != nil || row.Status != schematype.OfferExpired {
			t.Errorf("the worker left the offer %v %v", row.Status, err)
		}
	})
}

func TestAccept_OfManyAtOnceExactlyOneSucceeds(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		replica := s.NewReplica(t, db)
		_, token := s.NewOffer(t, apptest.Offer{})
		clients := []*apptest.Client{s.As(t, "admin@contoso.example"), replica.As(t, "admin@contoso.example")}
		input := accept(token, clients[0].TermsOf(t, token))
		var wg sync.WaitGroup
		results := make([]string, 100)
		for i := range results {
			wg.Go(func() {
				r, err := clients[i%2].TryQuery(apptest.Accept, input)
				for range 3 { // a busy machine may let some wait until their deadline: they ask again
					if err != nil || !slices.Equal(r.Codes(), []string{"INTERNAL"}) {
						break
					}
					r, err = clients[i%2].TryQuery(apptest.Accept, input)
				}
				switch {
				case err != nil:
					results[i] = err.Error()
				case r.At("acceptOffer", "delegation", "id") != nil:
					results[i] = "accepted"
				default:
					results[i] = strings.Join(append(r.UserErrors("acceptOffer"), r.Codes()...), " ")
				}
			})
		}
		wg.Wait()
		counts := map[string]int{}
		for _, r := range results {
			counts[r]++
		}
		if counts["accepted"] != 1 || counts["ALREADY_ANSWERED"] != 99 {
			t.Errorf("of 100 acceptances: %v", counts)
		}
		if n := s.Store.Ent().Delegation.Query().CountX(system); n != 1 {
			t.Errorf("%d delegations came of one offer", n)
		}
		n := s.Store.Ent().AuditEvent.Query().Where(auditevent.Action("offer.accept"), auditevent.ResultEQ(schematype.AuditDone)).CountX(system)
		if n != 1 {
			t.Errorf("%d acceptances are recorded", n)
		}
	})
}

func TestAccept_ReplacesTheOldDelegation(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		old := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.GlobalReader)
		_, token := s.NewOffer(t, apptest.Offer{})
		admin := s.As(t, "admin@contoso.example")
		wantString(t, "what is replaced", admin.MustQuery(t, behind, vars{"t": token}).At("offer", "replaces", "id"), string(old))
		r := admin.MustQuery(t, apptest.Accept, accept(token, admin.TermsOf(t, token)))
		fresh, _ := r.At("acceptOffer", "delegation", "id").(string)
		shown := admin.MustQuery(t, list, nil)
		if shown.At("delegatedAdmins", "totalCount") != 1.0 || shown.At("delegatedAdmins", "edges", 0, "node", "id") != fresh {
			t.Errorf("the list is %s", shown.Raw)
		}
		row := s.Store.Ent().Delegation.GetX(system, old)
		if row.Status != schematype.DelegationTerminated || *row.TerminatedBy != schematype.TerminatedBySystem {
			t.Errorf("the old delegation is %v", row)
		}
	})
}

func TestAccept_NoTakesTheTrialAlone(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		_, token := s.NewOffer(t, apptest.Offer{Trial: true})
		admin := s.As(t, "admin@contoso.example")
		r := admin.MustQuery(t, apptest.Accept, vars{"input": vars{"token": token, "delegatedAdministration": false, "termsSha256": admin.TermsOf(t, token)}})
		if r.At("acceptOffer", "delegation") != nil || r.At("acceptOffer", "subscription", "seats") != 25.0 {
			t.Errorf("a No to delegated administration gives %s", r.Raw)
		}
		if s.Store.Ent().Delegation.Query().CountX(system) != 0 {
			t.Error("a No made a delegation")
		}
	})
}

func TestAccept_MakesTheOrganizationOfAnAddresseeWhoHasNone(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		_, token := s.NewOffer(t, apptest.Offer{To: "office@adventure-works.example", Trial: true})
		c := s.Anonymous(t)
		if c.MustQuery(t, behind, vars{"t": token}).At("offer", "canCreateOrganization") != true {
			t.Fatal("the addressee can't create an organization")
		}
		first := vars{"displayName": "Adventure Works", "domainLabel": "Adventure", "administratorUserName": "ada", "administratorDisplayName": "Ada", "password": "correct horse battery"}
		input := func(change vars) vars {
			n := vars{}
			for key, value := range first {
				n[key] = value
			}
			for key, value := range change {
				n[key] = value
			}
			return vars{"input": vars{"token": token, "delegatedAdministration": true, "termsSha256": c.TermsOf(t, token), "newOrganization": n}}
		}
		for field, wrong := range map[string]string{
			"displayName": " ", "domainLabel": "a.b", "administratorUserName": "a b", "administratorDisplayName": "", "password": "short",
		} {
			r := c.MustQuery(t, apptest.Accept, input(vars{field: wrong}))
			if got := fmt.Sprint(r.At("acceptOffer", "userErrors", 0, "field")); got != "[input newOrganization "+field+"]" {
				t.Errorf("a wrong %s is blamed on %s: %s", field, got, r.Raw)
			}
		}
		wantCodes(t, "somebody signed in", s.As(t, "admin@northwind.example").Query(t, apptest.Accept, input(nil)).Codes(), "FORBIDDEN")
		r := c.MustQuery(t, apptest.Accept, input(nil))
		wantString(t, "the receipt", r.At("acceptOffer", "delegation", "receipts", 0, "action"), "delegation.accept")
		wantString(t, "who is signed in now", r.At("acceptOffer", "viewer", "user", "userName"), "ada@adventure."+apptest.InitialDomain)
		me := c.MustQuery(t, `{ viewer { roles organization { displayName domains { edges { node { name isInitial verifiedAt } } } subscriptions { edges { node { seats product { name } } } } } } }`, nil)
		wantString(t, "the organization", me.At("viewer", "organization", "displayName"), "Adventure Works")
		if me.At("viewer", "organization", "domains", "edges", 0, "node", "verifiedAt") == nil {
			t.Errorf("the initial domain is not verified: %s", me.Raw)
		}
		wantCodes(t, "the link a second time", s.Anonymous(t).Query(t, apptest.Accept, input(vars{"domainLabel": "second"})).Codes(), "FORBIDDEN")
		_, plain := s.NewOffer(t, apptest.Offer{To: "someone@nowhere.example"})
		token = plain
		wantCodes(t, "without a trial", s.Anonymous(t).Query(t, apptest.Accept, input(vars{"domainLabel": "third"})).Codes(), "FORBIDDEN")
	})
}

func TestDelete_WhoMayAndInWhichVersion(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := s.NewDelegation(t, "Fabrikam", "Contoso")
		input := vars{"input": vars{"id": id}}
		for who, code := range map[string]string{
			"adele@contoso.example": "NOT_FOUND", "uma@contoso.example": "NOT_FOUND", "reader@contoso.example": "FORBIDDEN",
			"admin@northwind.example": "NOT_FOUND", "admin@wingtip.example": "NOT_FOUND", "tech@fabrikam.example": "FORBIDDEN",
		} {
			wantCodes(t, who, s.As(t, who).Query(t, remove, input).Codes(), code)
		}
		wantCodes(t, "nobody", s.Anonymous(t).Query(t, remove, input).Codes(), "UNAUTHENTICATED")
		admin := s.As(t, "admin@contoso.example")
		wantCodes(t, "another version", admin.MustQuery(t, remove, vars{"input": vars{"id": id, "version": 2}}).UserErrors("deleteDelegation"), "CONFLICT")
		wantCodes(t, "too long a reason", admin.MustQuery(t, remove, vars{"input": vars{"id": id, "reason": strings.Repeat("x", 501)}}).UserErrors("deleteDelegation"), "INVALID")
		wantCodes(t, "an id that is none", admin.Query(t, remove, vars{"input": vars{"id": "dlg_x"}}).Codes(), "NOT_FOUND")

		given := s.As(t, "admin@fabrikam.example").MustQuery(t, remove, input)
		if given.At("deleteDelegation", "delegation") != nil || given.At("deleteDelegation", "deletedDelegationId") != string(id) {
			t.Errorf("the partner that gave it up reads %s", given.Raw)
		}
		wantCodes(t, "a second time by the customer", admin.MustQuery(t, remove, input).UserErrors("deleteDelegation"), "CONFLICT")
		wantCodes(t, "a second time by the partner", s.As(t, "admin@fabrikam.example").Query(t, remove, input).Codes(), "NOT_FOUND")
	})
}

// Time ends a delegation by the database's clock, at each use and before any worker has run; once for everybody.
func TestExpiry_EndsEverythingAtOnce(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		id := s.NewDelegation(t, "Fabrikam", "Contoso")
		set := vars{"input": vars{"organizationId": s.Organizations["Contoso"], "name": "Desk"}}
		near := s.NewReplica(t, db, store.Options{Skew: after(83*24*time.Hour + time.Hour)})
		for range 2 {
			if err := near.Delegations.Keep(system); err != nil {
				t.Fatal(err)
			}
		}
		expiring := s.Store.Ent().OutboxMessage.Query().Where(outboxmessage.Kind("delegation_expiring")).CountX(system)
		if expiring != 2 { // the customer's administrator and the partner's contact, once
			t.Errorf("%d mails tell of the end that comes", expiring)
		}
		late := s.NewReplica(t, db, store.Options{Skew: after(90*24*time.Hour + time.Minute)})
		refresh := func(name string) *apptest.Client { // sessions are older than a week by then
			return late.As(t, name)
		}
		wantCodes(t, "an act after the end", refresh("tech@fabrikam.example").Query(t, contact, set).Codes(), "NOT_FOUND")
		wantCodes(t, "an act the day before", s.As(t, "tech@fabrikam.example").Query(t, contact, set).Codes())
		shown := refresh("admin@contoso.example").MustQuery(t, `{ delegatedAdmins(filter: {statuses: [EXPIRED]}) { edges { node { id status } } } }`, nil)
		wantString(t, "the state", shown.At("delegatedAdmins", "edges", 0, "node", "status"), "EXPIRED")
		for range 2 {
			if err := late.Delegations.Keep(system); err != nil {
				t.Fatal(err)
			}
		}
		row := s.Store.Ent().Delegation.GetX(system, id)
		if row.Status != schematype.DelegationExpired || *row.TerminatedBy != schematype.TerminatedBySystem {
			t.Errorf("the worker left %v", row)
		}
		if n := s.Store.Ent().OutboxMessage.Query().Where(outboxmessage.Kind("delegation_expired")).CountX(system); n != 2 {
			t.Errorf("%d mails tell of the end", n)
		}
		// Once ended it stays so, even for a server whose clock is behind.
		wantCodes(t, "an act on a clock that went back", s.As(t, "tech@fabrikam.example").Query(t, contact, set).Codes(), "NOT_FOUND")
		if err := audit.Verify(system, s.Store, s.Organizations["Contoso"]); err != nil {
			t.Error(err)
		}
	})
}

// Lists and their pages cost the same number of statements however long they are.
func TestLists_CostAFixedNumberOfStatements(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		for _, partner := range []string{"Fabrikam", "Wingtip"} {
			s.NewDelegation(t, partner, "Contoso")
		}
		first := s.As(t, "admin@contoso.example").MustQuery(t, `{ delegatedAdmins(first: 1, orderBy: {field: PARTNER_NAME, direction: ASC}) { totalCount edges { cursor node { partner { name } } } pageInfo { hasNextPage endCursor } } }`, nil)
		wantString(t, "the first", first.At("delegatedAdmins", "edges", 0, "node", "partner", "name"), "Fabrikam")
		next := s.As(t, "admin@contoso.example").MustQuery(t, `query($after: Cursor) { delegatedAdmins(first: 1, after: $after, orderBy: {field: PARTNER_NAME, direction: ASC}) { edges { node { partner { name } } } pageInfo { hasNextPage hasPreviousPage } } }`,
			vars{"after": first.At("delegatedAdmins", "pageInfo", "endCursor")})
		wantString(t, "the second", next.At("delegatedAdmins", "edges", 0, "node", "partner", "name"), "Wingtip")
		if next.At("delegatedAdmins", "pageInfo", "hasNextPage") != false || next.At("delegatedAdmins", "pageInfo", "hasPreviousPage") != true {
			t.Errorf("the last page is %s", next.Raw)
		}
		for _, wrong := range []string{`first: 0`, `first: 101`, `first: 1, last: 1`, `after: "x"`} {
			wantCodes(t, wrong, s.As(t, "admin@contoso.example").Query(t, `{ delegatedAdmins(`+wrong+`) { totalCount } }`, nil).Codes(), "BAD_USER_INPUT")
		}

		contoso := viewer.Viewer{
			UserID: s.Users["admin@contoso.example"], OrganizationID: s.Organizations["Contoso"], SessionID: uid.New(uid.Session),
			Roles: schematype.Roles(schematype.GlobalAdministrator),
		}
		fabrikam := viewer.Viewer{
			UserID: s.Users["admin@fabrikam.example"], OrganizationID: s.Organizations["Fabrikam"], SessionID: uid.New(uid.Session),
			Roles: schematype.Roles(schematype.GlobalAdministrator), PartnerID: s.Partners["Fabrikam"],
		}
		for name, read := range map[string]func(context.Context) (int, error){
			"delegated admins": func(ctx context.Context) (int, error) {
				page, err := s.Delegations.DelegatedAdmins(viewer.NewContext(ctx, contoso), contoso.OrganizationID, delegation.Query{Whole: delegation.Whole{Delegation: true, Partner: true, Customer: true, AcceptedBy: true}})
				return len(page.Items), err
			},
			"sent offers": func(ctx context.Context) (int, error) {
				page, err := s.Delegations.SentOffers(viewer.NewContext(ctx, fabrikam), nil, store.PageArgs{}, delegation.OfferWhole{Partner: true, Terms: true, Subscription: true})
				return len(page.Items), err
			},
			"audit events": func(ctx context.Context) (int, error) {
				page, err := s.Delegations.AuditEvents(viewer.NewContext(ctx, contoso), audit.Filter{OrganizationID: contoso.OrganizationID}, store.PageArgs{}, audit.Whole{Account: true, Changes: true})
				return len(page.Items), err
			},
		} {
			ctx, n := store.CountStatements(t.Context())
			if rows, err := read(ctx); err != nil || rows == 0 || n.Load() != 1 {
				t.Errorf("%s: %d rows with %d statements, %v", name, rows, n.Load(), err)
			}
		}
	})
}

// after moves a server's idea of the time, and its database's.
func after(d time.Duration) func() time.Duration { return func() time.Duration { return d } }
