package proof

import (
	"encoding/hex"

	"delegatedadmin.example/ent/schema/uid"
)

// partnerActs are the mutations of the directory of partners, and the pins: on each partner and delegation, and on nothing.
func (m *matrix) partnerActs() []attempt {
	out := []attempt{{name: "updatePartnerProfile", input: vars{"description": hex.EncodeToString(random(4))}}}
	pin := func(o *object, target string) {
		out = append(out, attempt{"setCustomerPinned", o, target, vars{"delegationId": target, "pinned": true}})
	}
	for _, o := range m.w.objects {
		if o.typ == "Delegation" {
			pin(o, string(o.id))
		}
	}
	for _, bad := range []string{"", "dlg_", string(uid.New(uid.Delegation)), string(m.w.tenants["main"].org)} {
		pin(&object{name: "nothing"}, bad)
	}
	// One partner that waits for the answer of nobody, then what is no partner.
	for _, target := range []uid.ID{m.w.tenants["elsewhere"].partner, m.w.tenants["main"].org, "x"} {
		out = append(out,
			attempt{name: "askForOffer", input: vars{"partnerId": target, "message": "Dear partner", "roles": []string{"GLOBAL_READER"}}},
			attempt{name: "withdrawInquiry", input: vars{"partnerId": target}})
	}
	m.mark(m.reached, "Mutation.setCustomerPinned(input.delegationId)", "Mutation.askForOffer(input.partnerId)", "Mutation.withdrawInquiry(input.partnerId)")
	return out
}

// directory looks for partners, whom everybody who is signed in finds.
func (m *matrix) directory(p *person) {
	m.root(p, nil, "partners", "(search: $s, first: 50)", "", vars{"s": "partner"}, "($s: String)")
	place := m.place(m.w.person("Global Administrator"), "{ partners(first: 1) { edges { cursor } } }")
	for _, side := range []string{"after", "before"} {
		m.mark(m.reached, "Query.partners("+side+")")
		m.judgeRoot(p, m.ask(p, false, `{ partners(`+side+`: "`+place+`") { totalCount edges { cursor node { __typename id } } } }`, nil))
	}
	m.mark(m.reached, "Query.partners(search)")
}
