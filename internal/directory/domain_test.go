package directory_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"delegatedadmin.example/ent/domain"
	"delegatedadmin.example/ent/outboxmessage"
	"delegatedadmin.example/ent/partner"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/store"
)

const north = "admin@northwind.example"

// addDomain adds a domain and returns its id, and the value of the record that proves it.
func addDomain(t *testing.T, s *apptest.Server, c *apptest.Client, organization, name string) (id uid.ID, value string) {
	t.Helper()
	r := c.MustQuery(t, `mutation($input: AddDomainInput!) { addDomain(input: $input) { domain { id verification { recordName recordType recordValue checkedAt result } } userErrors { code message } } }`,
		vars{"input": vars{"organizationId": s.Organizations[organization], "name": name}})
	text, _ := r.At("addDomain", "domain", "id").(string)
	value, _ = r.At("addDomain", "domain", "verification", "recordValue").(string)
	if text == "" || r.At("addDomain", "domain", "verification", "recordType") != "TXT" {
		t.Fatalf("the domain is %s", r.Raw)
	}
	return uid.ID(text), value
}

func addCodes(t *testing.T, c *apptest.Client, organization uid.ID, name string) []string {
	t.Helper()
	r := c.Query(t, `mutation($input: AddDomainInput!) { addDomain(input: $input) { domain { id } userErrors { code field } } }`, vars{"input": vars{"organizationId": organization, "name": name}})
	if len(r.Errors) > 0 {
		return r.Codes()
	}
	return r.UserErrors("addDomain")
}

const verify = `mutation($id: ID!) { verifyDomain(input: {id: $id}) { domain { verifiedAt verification { checkedAt result } } userErrors { code message } } }`

// verifyDomain returns the codes of why a domain is not verified, and what was found.
func verifyDomain(t *testing.T, c *apptest.Client, id uid.ID) (codes []string, result string) {
	t.Helper()
	r := c.Query(t, verify, vars{"id": id})
	if len(r.Errors) > 0 {
		return r.Codes(), ""
	}
	result, _ = r.At("verifyDomain", "domain", "verification", "result").(string)
	codes = r.UserErrors("verifyDomain")
	if verified := r.At("verifyDomain", "domain", "verifiedAt") != nil; verified != (len(codes) == 0) {
		t.Errorf("it is verified: %t, with %q", verified, codes)
	}
	return codes, result
}

func setDefault(t *testing.T, c *apptest.Client, id uid.ID) []string {
	t.Helper()
	r := c.Query(t, `mutation($id: ID!) { setDefaultDomain(input: {id: $id}) { domain { isDefault } before { id isDefault } userErrors { code } } }`, vars{"id": id})
	if len(r.Errors) > 0 {
		return r.Codes()
	}
	codes := r.UserErrors("setDefaultDomain")
	if r.At("setDefaultDomain", "domain", "isDefault") != true && len(codes) == 0 {
		t.Errorf("the default is %s", r.Raw)
	}
	return codes
}

// removeDomains returns, for each domain, the code of why it was not removed, and the first message.
func removeDomains(t *testing.T, c *apptest.Client, ids ...uid.ID) (codes []string, message string) {
	t.Helper()
	r := c.Query(t, `mutation($input: RemoveDomainsInput!) { removeDomains(input: $input) { results { id domain { id } userErrors { code message } } removedDomainIds userErrors { code } } }`,
		vars{"input": vars{"ids": append([]uid.ID{}, ids...)}})
	if len(r.Errors) > 0 {
		return r.Codes(), ""
	}
	if whole := r.UserErrors("removeDomains"); len(whole) > 0 {
		return whole, ""
	}
	gone, _ := r.At("removeDomains", "removedDomainIds").([]any)
	for i, id := range ids {
		code, _ := r.At("removeDomains", "results", i, "userErrors", 0, "code").(string)
		if text, _ := r.At("removeDomains", "results", i, "userErrors", 0, "message").(string); message == "" {
			message = text
		}
		codes = append(codes, code)
		if slices.Contains(gone, any(string(id))) != (code == "") {
			t.Errorf("%s was removed with %q: %s", id, code, r.Raw)
		}
	}
	return codes, message
}

func TestDomains_OnBehalf_FromTheRecordToTheRemoval(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s, later := newPatientServer(t, db)
		s.DNS = apptest.NewDNS(t)
		contoso := s.Organizations["Contoso"]
		d := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.DomainNameAdministrator)
		partner, own := s.As(t, tech), s.As(t, admin)

		id, value := addDomain(t, s, partner, "Contoso", " Contoso-Labs.EXAMPLE ")
		if !strings.HasPrefix(value, "delegated-admin-verification=") || len(value) < 50 {
			t.Errorf("the record holds %q", value)
		}
		if again, same := addDomain(t, s, partner, "Contoso", "contoso-labs.example"); again != id || same != value {
			t.Errorf("added again it is %s with %s", again, same)
		}
		codes, result := verifyDomain(t, partner, id)
		wantCodes(t, "verify without a record", codes, "INVALID")
		if !strings.Contains(result, "no record _delegated-admin.contoso-labs.example") {
			t.Errorf("it says %q", result)
		}
		wantCodes(t, "make it the default too early", setDefault(t, partner, id), "CONFLICT")
		how, _ := create(t, own, contoso, false, newUser("ada", "userName", "ada@contoso-labs.example"))
		wantCodes(t, "a user in it too early", how, "INVALID")
		s.DNS.Set("_delegated-admin.contoso-labs.example", apptest.Answer{TXT: [][]string{{"v=spf1 -all"}, {value[:10], value[10:20], value[20:]}}})
		later(10 * time.Second)
		codes, result = verifyDomain(t, partner, id)
		wantCodes(t, "verify", codes)
		if result != "The record was found." {
			t.Errorf("it says %q", result)
		}
		codes, _ = verifyDomain(t, partner, id)
		wantCodes(t, "verify again", codes)
		if asked := s.DNS.Asked(); !slices.Equal(asked, []string{"_delegated-admin.contoso-labs.example"}) {
			t.Errorf("it asked for %q", asked)
		}

		how, ids := create(t, own, contoso, false, newUser("ada", "userName", "ada@contoso-labs.example"), newUser("bob", "email", "bob@contoso-labs.example"),
			newUser("cid", "userName", "cid@contoso-labs.example"), newUser("dan", "userName", "dan@contoso-labs.example", "email", "dan@contoso-labs.example"))
		wantCodes(t, "users in it", how, "created", "created", "created", "created")
		wantCodes(t, "make it the default", setDefault(t, partner, id))
		wantCodes(t, "again", setDefault(t, partner, id))
		first := s.Store.Ent().Domain.Query().Where(domain.Name("contoso.example")).OnlyIDX(system)
		codes, _ = removeDomains(t, partner, id, first, "dom_x")
		wantCodes(t, "remove the default, the initial one, and nothing", codes, "CONFLICT", "CONFLICT", "NOT_FOUND")
		wantCodes(t, "the first is the default again", setDefault(t, own, first))
		codes, message := removeDomains(t, partner, id)
		wantCodes(t, "remove one in use", codes, "CONFLICT")
		if !strings.HasPrefix(message, "4 users have their name or address in contoso-labs.example: ada@contoso-labs.example, bob@contoso.example, cid@contoso-labs.example, ….") {
			t.Errorf("it says %q", message)
		}
		r := own.MustQuery(t, `{ viewer { organization { viewerCanAddDomains domains { edges { node { name isDefault isInitial userCount addedBy { name } viewerCanManage verification { recordName } } } } } } }`, nil)
		if got := fmt.Sprint(r.At("viewer", "organization", "domains", "edges", 0, "node"), r.At("viewer", "organization", "domains", "edges", 1, "node")); got !=
			"map[addedBy:map[name:Fabrikam] isDefault:false isInitial:false name:contoso-labs.example userCount:4 verification:map[recordName:_delegated-admin.contoso-labs.example] viewerCanManage:true] "+
				"map[addedBy:<nil> isDefault:true isInitial:true name:contoso.example userCount:6 verification:<nil> viewerCanManage:true]" {
			t.Errorf("the domains are %s", got)
		}
		wantCodes(t, "one goes", deleteUsers(t, own, ids[2]), "")
		for _, change := range []vars{{"id": ids[0], "userName": "ada@contoso.example"}, {"id": ids[1], "email": ""}, {"id": ids[3], "userName": "dan@contoso.example", "email": ""}} {
			wantCodes(t, "move", update(t, own, change))
		}
		codes, message = removeDomains(t, partner, id)
		wantCodes(t, "remove while a deleted user has it", codes, "CONFLICT")
		if !strings.HasPrefix(message, "1 user has their name or address in contoso-labs.example: cid@contoso-labs.example.") {
			t.Errorf("it says %q", message)
		}
		wantCodes(t, "restore", restore(t, own, ids[2]), "")
		wantCodes(t, "move", update(t, own, vars{"id": ids[2], "userName": "cid@contoso.example"}))
		codes, _ = removeDomains(t, partner, id, id)
		wantCodes(t, "remove", codes, "", "")

		id, _ = addDomain(t, s, own, "Contoso", "bücher.example")
		for who, want := range map[string]string{reader: "FORBIDDEN", uma: "FORBIDDEN", adele: "NOT_FOUND", stranger: "NOT_FOUND"} {
			codes, _ = removeDomains(t, s.As(t, who), id)
			wantCodes(t, who, codes, want)
			codes, _ = verifyDomain(t, s.As(t, who), id)
			wantCodes(t, who, codes, want)
			wantCodes(t, who, setDefault(t, s.As(t, who), id), want)
			if who != adele {
				wantCodes(t, who, addCodes(t, s.As(t, who), contoso, "x.example"), want)
			}
		}
		codes, _ = removeDomains(t, s.Anonymous(t), id)
		wantCodes(t, "nobody", codes, "UNAUTHENTICATED")
		if r := s.As(t, reader).MustQuery(t, `query($id: ID!) { node(id: $id) { ... on Domain { name verification { recordValue } viewerCanManage } } }`, vars{"id": id}); r.At("node", "verification") != nil || r.At("node", "viewerCanManage") != false {
			t.Errorf("a reader sees %s", r.Raw)
		}
		own.MustQuery(t, `mutation($id: ID!) { deleteDelegation(input: {id: $id}) { userErrors { code } } }`, vars{"id": d})
		codes, _ = verifyDomain(t, partner, id)
		wantCodes(t, "after the delegation", codes, "NOT_FOUND")
		var done []string
		for _, action := range actions(t, s, "Contoso", "domain.") {
			if action[0] != '(' {
				done = append(done, action)
			}
		}
		wantCodes(t, "the log", done, "domain.add", "domain.verify", "domain.default", "domain.default", "domain.remove", "domain.add")
	})
}

func TestAddDomain_TakesNamesThatSomebodyCanOwn(t *testing.T) {
	t.Parallel()
	s := apptest.NewServer(t, apptest.SQLite(t))
	c, contoso := s.As(t, admin), s.Organizations["Contoso"]
	for name, want := range map[string]string{
		"contoso-labs.example": "", "a.b.contoso.example": "", "BÜCHER.example": "", "xn--bcher-kva.example": "", "straße.example": "", "contoso.co.uk": "",
		"": "INVALID", "example": "INVALID", "com": "INVALID", "co.uk": "INVALID", "github.io": "INVALID", "192.0.2.1": "INVALID", "[2001:db8::1]": "INVALID", "2001:db8::1": "INVALID",
		"contoso..example": "INVALID", "-x.example": "INVALID", "x_y.example": "INVALID", "contoso.example.": "INVALID", "http://contoso.example": "INVALID",
		"a@contoso.example": "INVALID", "contoso.example/x": "INVALID", "*.contoso.example": "INVALID", strings.Repeat("a", 64) + ".example": "INVALID",
		strings.Repeat("a.", 130) + "example": "INVALID", "ab--cd.example": "INVALID", "x.\u202eexample": "INVALID", "localhost": "INVALID",
		"delegated-admin.example": "INVALID", "x.delegated-admin.example": "INVALID", "x.DELEGATED-ADMIN.example": "INVALID", "x\u3002delegated-admin\uff0eexample": "INVALID",
		"xdelegated-admin.example": "",
	} {
		got := addCodes(t, c, contoso, name)
		if want == "" && len(got) != 0 || want != "" && !slices.Equal(got, []string{want}) {
			t.Errorf("%.40q: %q, want %q", name, got, want)
		}
	}
	var names []string
	for _, d := range s.Store.Ent().Domain.Query().Where(domain.OrganizationID(contoso)).Order(domain.ByName()).AllX(system) {
		names = append(names, d.Name)
	}
	wantCodes(t, "the domains", names, "a.b.contoso.example", "bücher.example", "contoso-labs.example", "contoso.co.uk", "contoso.example", "straße.example", "xdelegated-admin.example")
	// Two names that fold to one word in a search are still two domains.
	s.DNS = apptest.NewDNS(t)
	id, value := addDomain(t, s, c, "Contoso", "straße.example")
	s.DNS.Set("_delegated-admin.xn--strae-oqa.example", apptest.Answer{TXT: [][]string{{value}}})
	codes, _ := verifyDomain(t, c, id)
	wantCodes(t, "verify an international name", codes)
	other, _ := addDomain(t, s, c, "Contoso", "strasse.example")
	how, _ := create(t, c, contoso, false, newUser("ada", "userName", "ada@straße.example"))
	wantCodes(t, "a user in one", how, "created")
	codes, _ = removeDomains(t, c, id, other)
	wantCodes(t, "remove both", codes, "CONFLICT", "")
}

// Nothing is held while a record is looked for, however long that takes; and it takes a few seconds at most.
func TestVerifyDomain_WhateverDNSAnswers(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.DNS = apptest.NewDNS(t)
		c := s.As(t, admin)
		for name, a := range map[string]struct {
			answer apptest.Answer
			says   string
		}{
			"missing.example": {apptest.Answer{Fault: dnsmessage.RCodeNameError}, "There is no record _delegated-admin.missing.example yet."},
			"empty.example":   {apptest.Answer{}, "There is no record"},
			"other.example":   {apptest.Answer{TXT: [][]string{{"delegated-admin-verification="}, {"x"}}}, "There is a record _delegated-admin.other.example, but"},
			"refused.example": {apptest.Answer{Fault: dnsmessage.RCodeRefused}, "The name servers of refused.example could not be asked."},
			"failing.example": {apptest.Answer{Fault: dnsmessage.RCodeServerFailure}, "The name servers of failing.example could not be asked."},
			"silent.example":  {apptest.Answer{Silent: true}, "The name servers of silent.example did not answer in time."},
		} {
			id, value := addDomain(t, s, c, "Contoso", name)
			if len(a.answer.TXT) > 0 { // almost the value
				a.answer.TXT = append(a.answer.TXT, []string{value[:len(value)-1]}, []string{strings.ToLower(value)}, []string{value + "x"})
			}
			s.DNS.Set("_delegated-admin."+name, a.answer)
			begin := time.Now()
			codes, result := verifyDomain(t, c, id)
			wantCodes(t, name, codes, "INVALID")
			if !strings.HasPrefix(result, a.says) {
				t.Errorf("%s: %q", name, result)
			}
			if took := time.Since(begin); took > 5*time.Second {
				t.Errorf("%s took %v", name, took)
			}
		}

		// The name server does not answer before others have done what needs the same rows and the same locks.
		id, value := addDomain(t, s, c, "Contoso", "held.example")
		meanwhile := sync.OnceFunc(func() {
			other, _ := addDomain(t, s, s.As(t, admin), "Contoso", "meanwhile.example")
			codes, _ := removeDomains(t, s.As(t, admin), other)
			wantCodes(t, "meanwhile", codes, "")
			if how, _ := create(t, s.As(t, admin), s.Organizations["Contoso"], false, newUser("meanwhile")); !slices.Equal(how, []string{"created"}) {
				t.Errorf("meanwhile a user is %q", how)
			}
		})
		s.DNS.Set("_delegated-admin.held.example", apptest.Answer{Before: meanwhile, TXT: [][]string{{value}}})
		codes, _ := verifyDomain(t, c, id)
		wantCodes(t, "verify", codes)

		// What is removed meanwhile is not verified, and who may no more does not verify.
		id, value = addDomain(t, s, c, "Contoso", "gone.example")
		s.DNS.Set("_delegated-admin.gone.example", apptest.Answer{TXT: [][]string{{value}}, Before: sync.OnceFunc(func() { removeDomains(t, s.As(t, admin), id) })})
		codes, _ = verifyDomain(t, c, id)
		wantCodes(t, "removed meanwhile", codes, "NOT_FOUND")
		d := s.NewDelegation(t, "Fabrikam", "Contoso", schematype.DomainNameAdministrator)
		id, value = addDomain(t, s, s.As(t, tech), "Contoso", "ended.example")
		s.DNS.Set("_delegated-admin.ended.example", apptest.Answer{TXT: [][]string{{value}}, Before: sync.OnceFunc(func() {
			s.As(t, admin).MustQuery(t, `mutation($id: ID!) { deleteDelegation(input: {id: $id}) { userErrors { code } } }`, vars{"id": d})
		})})
		codes, _ = verifyDomain(t, s.As(t, tech), id)
		wantCodes(t, "ended meanwhile", codes, "NOT_FOUND")
		if d := s.Store.Ent().Domain.GetX(system, id); d.VerifiedAt != nil || d.CheckResult != "" {
			t.Errorf("after the end it is %v", d)
		}
	})
}

// A domain that another has verified can be proved, and is not moved. Nobody learns of the other before the proof.
func TestVerifyDomain_ThatAnotherHas_TellsBothAfterTheProof(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s, later := newPatientServer(t, db)
		s.DNS = apptest.NewDNS(t)
		c := s.As(t, north)
		free, _ := addDomain(t, s, c, "Northwind", "free.example")
		id, value := addDomain(t, s, c, "Northwind", "contoso.example")
		mails := func() (to []string) {
			for _, m := range s.Store.Ent().OutboxMessage.Query().Where(outboxmessage.Kind("domain_claimed")).AllX(system) {
				to = append(to, m.Recipient+" "+m.Data["side"]+" "+m.Data["customer"]+" "+m.Data["other"])
			}
			slices.Sort(to)
			return to
		}
		// What Northwind can find out of one that is taken is what it finds out of one that is free.
		whole := `query($id: ID!) { node(id: $id) { ... on Domain { verifiedAt isInitial isDefault userCount viewerCanManage addedBy { name } verification { recordType result } } } }`
		one, other := c.MustQuery(t, verify, vars{"id": id}), c.MustQuery(t, verify, vars{"id": free})
		if a, b := strings.ReplaceAll(one.Raw, "contoso.example", "free.example"), other.Raw; a[:60] != b[:60] {
			t.Errorf("%s is not like %s", a, b)
		}
		one, other = c.MustQuery(t, whole, vars{"id": id}), c.MustQuery(t, whole, vars{"id": free})
		if a := strings.ReplaceAll(one.Raw, "contoso.example", "free.example"); a != other.Raw {
			t.Errorf("%s is not like %s", a, other.Raw)
		}
		if got := mails(); len(got) != 0 {
			t.Errorf("before the proof there are mails to %q", got)
		}

		s.DNS.Set("_delegated-admin.contoso.example", apptest.Answer{TXT: [][]string{{value}}})
		for range 2 {
			later(10 * time.Second)
			codes, result := verifyDomain(t, c, id)
			wantCodes(t, "prove what another has", codes, "CONFLICT")
			if strings.Contains(result, "Contoso") {
				t.Errorf("it says %q", result)
			}
		}
		wantCodes(t, "the mails", mails(), "admin@contoso.example owner Contoso Northwind", "admin@northwind.example claimant Northwind Contoso")
		wantCodes(t, "Northwind's log", actions(t, s, "Northwind", "domain."), "domain.add", "domain.add", "domain.claim")
		wantCodes(t, "Contoso's log", actions(t, s, "Contoso", "domain."), "domain.claim")
		how, _ := create(t, c, s.Organizations["Northwind"], false, newUser("eve", "userName", "eve@contoso.example"))
		wantCodes(t, "a user in it", how, "INVALID")

		// When the owner lets go of it, the proof is asked for again.
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.Domain.Delete().Where(domain.OrganizationID(s.Organizations["Contoso"])).Exec(ctx)
			return err
		})
		s.DNS.Set("_delegated-admin.contoso.example", apptest.Answer{TXT: [][]string{{"gone"}}})
		later(10 * time.Second)
		codes, _ := verifyDomain(t, c, id)
		wantCodes(t, "without the record", codes, "INVALID")
		later(10 * time.Second)
		s.DNS.Set("_delegated-admin.contoso.example", apptest.Answer{TXT: [][]string{{value}}})
		codes, _ = verifyDomain(t, c, id)
		wantCodes(t, "with the record", codes)
	})
}

// newPatientServer is a server for which later lets time pass.
func newPatientServer(t *testing.T, db apptest.Database) (s *apptest.Server, later func(time.Duration)) {
	t.Helper()
	var passed atomic.Int64
	s = apptest.NewServer(t, db, store.Options{Skew: func() time.Duration { return time.Duration(passed.Load()) }})
	return s, func(d time.Duration) { passed.Add(int64(d)) }
}

// Name servers are somebody else's: they are asked once in ten seconds for each organization and domain, however many ask,
// and whether it was removed and added again.
func TestVerifyDomain_LooksOnceInAWhile(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s, later := newPatientServer(t, db)
		s.DNS = apptest.NewDNS(t)
		var looks atomic.Int64
		s.DNS.Set("_delegated-admin.often.example", apptest.Answer{Before: func() { looks.Add(1) }, TXT: [][]string{{"v=spf1 -all"}}})
		c := s.As(t, admin)
		id, _ := addDomain(t, s, c, "Contoso", "often.example")
		codes := make([]string, 8)
		var group sync.WaitGroup
		for i := range codes {
			group.Go(func() {
				r, err := c.TryQuery(verify, vars{"id": id})
				if err != nil || len(r.Errors) > 0 {
					t.Errorf("verify: %s %v", r.Raw, err)
				}
				codes[i] = strings.Join(r.UserErrors("verifyDomain"), " ")
			})
		}
		group.Wait()
		slices.Sort(codes)
		wantCodes(t, "eight at once", codes, append([]string{"INVALID"}, slices.Repeat([]string{"RATE_LIMITED"}, 7)...)...)
		elsewhere := s
		if db.Dialect == "postgres" {
			elsewhere = s.NewReplica(t, db)
			elsewhere.DNS = s.DNS
		}
		for range 2 {
			removed, _ := removeDomains(t, c, id)
			wantCodes(t, "remove", removed, "")
			id, _ = addDomain(t, s, c, "Contoso", "often.example")
			again, _ := verifyDomain(t, elsewhere.As(t, admin), id)
			wantCodes(t, "removed and added again, on another server", again, "RATE_LIMITED")
		}
		if n := looks.Load(); n != 1 {
			t.Errorf("it looked %d times", n)
		}
		other, _ := addDomain(t, s, c, "Contoso", "other.example")
		again, _ := verifyDomain(t, c, other)
		wantCodes(t, "another domain", again, "INVALID")
		second, _ := addDomain(t, s, s.As(t, north), "Northwind", "often.example")
		again, _ = verifyDomain(t, s.As(t, north), second)
		wantCodes(t, "another organization", again, "INVALID")
		later(10 * time.Second)
		again, _ = verifyDomain(t, c, id)
		wantCodes(t, "after a while", again, "INVALID")
	})
}

func TestAddDomain_UntilTooManyAreNotVerified(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		c, contoso := s.As(t, admin), s.Organizations["Contoso"]
		for i := range 20 {
			wantCodes(t, "add one more", addCodes(t, c, contoso, fmt.Sprintf("labs%d.example", i)))
		}
		wantCodes(t, "add another", addCodes(t, c, contoso, "labs20.example"), "CONFLICT")
		id, _ := addDomain(t, s, c, "Contoso", "labs0.example") // is there
		wantCodes(t, "in another organization", addCodes(t, s.As(t, north), s.Organizations["Northwind"], "labs20.example"))
		codes, _ := removeDomains(t, c, id)
		wantCodes(t, "remove one", codes, "")
		wantCodes(t, "add another", addCodes(t, c, contoso, "labs20.example"))
	})
}

// Whoever proves one name first has it, however many do at once.
func TestVerifyDomain_ByManyAtOnce_OneHasIt(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.DNS = apptest.NewDNS(t)
		var texts [][]string
		var clients []*apptest.Client
		var ids []uid.ID
		for _, name := range []string{"Contoso", "Northwind", "Fabrikam", "Wingtip"} {
			c := s.As(t, "admin@"+strings.ToLower(name)+".example")
			id, value := addDomain(t, s, c, name, "wanted.example")
			clients, ids, texts = append(clients, c), append(ids, id), append(texts, []string{value})
		}
		s.DNS.Set("_delegated-admin.wanted.example", apptest.Answer{TXT: texts})
		codes := make([]string, len(ids))
		var group sync.WaitGroup
		for i, c := range clients {
			group.Go(func() {
				r, err := c.TryQuery(verify, vars{"id": ids[i]})
				if err != nil || len(r.Errors) > 0 {
					t.Errorf("verify: %s %v", r.Raw, err)
				}
				codes[i] = strings.Join(r.UserErrors("verifyDomain"), " ")
			})
		}
		group.Wait()
		slices.Sort(codes)
		wantCodes(t, "four at once", codes, "", "CONFLICT", "CONFLICT", "CONFLICT")
	})
}

func TestRemoveDomains_TakesItFromThePartnersFace(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := apptest.NewServer(t, db)
		s.DNS = apptest.NewDNS(t)
		c := s.As(t, "admin@fabrikam.example")
		id, value := addDomain(t, s, c, "Fabrikam", "fabrikam-partners.example")
		s.DNS.Set("_delegated-admin.fabrikam-partners.example", apptest.Answer{TXT: [][]string{{value}}})
		codes, _ := verifyDomain(t, c, id)
		wantCodes(t, "verify", codes)
		s.Tx(t, func(ctx context.Context, tx *store.Tx) error {
			return tx.Partner.Update().Where(partner.ID(s.Partners["Fabrikam"])).SetDomain("fabrikam-partners.example").Exec(ctx)
		})
		codes, _ = removeDomains(t, c, id)
		wantCodes(t, "remove", codes, "")
		if p := s.Store.Ent().Partner.GetX(system, s.Partners["Fabrikam"]); p.Domain != nil {
			t.Errorf("the partner still shows %s", *p.Domain)
		}
	})
}
