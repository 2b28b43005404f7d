package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"sync/atomic"

	"delegatedadmin.example/ent/schema/uid"
)

// path is one thing that people do, as both servers are asked for it.
type path struct {
	name       string
	rate       float64 // the goal: requests in a second to the floor's, at least
	cpu        float64 // the goal: CPU of a request to the floor's, at most; 0: none
	rounds     int
	productAsk func(host string) []byte
	floorAsk   func(host string) []byte
	check      func(body []byte) error // of the product's answers
	floorCheck func(body []byte) error
}

const (
	listQuery = `query List { delegatedAdmins(first: 20) { edges { node { id status expiresAt roles partner { id name } acceptedBy { id displayName } } } } }`

	offersQuery = `query Offers { viewer { offers(first: 20) { edges { node { id status customerEmail requestedRoles createdAt expiresAt partner { id name } } } } } }`

	eventsQuery = `query Events { viewer { organization { auditEvents(first: 20) { edges { node { id at action result target actor { displayName userName onBehalf user { id } } } } } } } }`

	checkQuery = `query Check($checks: [AccessCheckInput!]!) { checkAccess(checks: $checks) { allowed reason role } }`

	acceptMutation = `mutation Accept($input: AcceptOfferInput!) { acceptOffer(input: $input) { delegation { id } userErrors { code message } } }`

	deleteMutation = `mutation Delete($input: DeleteDelegationInput!) { deleteDelegation(input: $input) { deletedDelegationId userErrors { code message } } }`
)

// ask is a mutation of the product. Documents are sent as text, which the server keeps parsed.
func ask(host, token, query string, input any) []byte {
	body, _ := json.Marshal(map[string]any{"query": query, "variables": map[string]any{"input": input}})
	return request("POST", "/graphql", host, token, body)
}

// edges makes sure that an answer holds so many rows and no error.
func edges(n int) func([]byte) error {
	return func(body []byte) error {
		if bytes.Contains(body, []byte(`"errors":`)) || bytes.Count(body, []byte(`{"node":`)) != n {
			return fmt.Errorf("not a page of %d rows: %.300s", n, body)
		}
		return nil
	}
}

func done(body []byte) error {
	if bytes.Contains(body, []byte(`"errors":`)) || bytes.Contains(body, []byte(`"code":`)) {
		return fmt.Errorf("not done: %.300s", body)
	}
	return nil
}

// reads are the lists. Each request is somebody else's.
func (s size) reads(rounds int) []path {
	crowded := func() int { return rand.IntN(s.organizations/crowdEvery) * crowdEvery } //nolint:gosec // any will do
	partner := func() int { return s.partnerAt(rand.IntN(s.partners)) }                 //nolint:gosec // any will do
	list := func(name, query, route string, who func() int) path {
		body, _ := json.Marshal(map[string]string{"query": query})
		return path{
			name: name, rounds: rounds, check: edges(20), floorCheck: edges(20),
			productAsk: func(host string) []byte { return request("POST", "/graphql", host, sessionToken(who()), body) },
			floorAsk:   func(host string) []byte { return request("GET", route, host, sessionToken(who()), nil) },
		}
	}
	delegatedAdmins := list("delegated admins, 20", listQuery, "/delegated-admins", crowded)
	delegatedAdmins.rate, delegatedAdmins.cpu = 0.35, 3
	offers := list("offers of a partner, 20", offersQuery, "/offers", partner)
	offers.rate = 0.3
	events := list("audit events, 20", eventsQuery, "/audit-events", crowded)
	events.rate = 0.3
	return []path{delegatedAdmins, offers, events, s.decision(rounds)}
}

// decision is one decision about a person of a partner at one of its customers, asked by the partner's administrator, as
// an integrator's service would.
func (s size) decision(rounds int) path {
	ask := func(make func(token string, user, organization uid.ID) []byte) []byte {
		r := relation{rand.IntN(s.organizations), 0} //nolint:gosec // any will do
		for !r.live() {
			r.organization = rand.IntN(s.organizations) //nolint:gosec // any will do
		}
		at := s.partnerAt(s.partnerOf(r))
		return make(sessionToken(at), userID(at, 1), organizationID(r.organization))
	}
	const permission = "organization.contact.update"
	allowed := func(body []byte) error {
		if !bytes.Contains(body, []byte(`"allowed":true`)) {
			return fmt.Errorf("not allowed: %.300s", body)
		}
		return nil
	}
	return path{
		name: "one decision", rate: 0.5, rounds: rounds, check: allowed, floorCheck: allowed,
		productAsk: func(host string) []byte {
			return ask(func(token string, user, organization uid.ID) []byte {
				checks := []map[string]any{{"userId": user, "organizationId": organization, "permission": permission}}
				body, _ := json.Marshal(map[string]any{"query": checkQuery, "variables": map[string]any{"checks": checks}})
				return request("POST", "/graphql", host, token, body)
			})
		},
		floorAsk: func(host string) []byte {
			return ask(func(token string, user, organization uid.ID) []byte {
				body, _ := json.Marshal(map[string]any{"userId": user, "organizationId": organization})
				return request("POST", "/check", host, token, body)
			})
		},
	}
}

// deletable are delegations that can be deleted, with the organizations whose administrators may.
type deletable struct {
	id           uid.ID
	organization int
}

func findDeletable(ctx context.Context, database string) (found []deletable, err error) {
	db, err := open(database, "mode=ro")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	rows, err := db.QueryContext(ctx, "SELECT id, customer_id FROM delegations WHERE status = 'ACTIVE' ORDER BY id")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var id, customer uid.ID
		if err := rows.Scan(&id, &customer); err != nil {
			return nil, err
		}
		n, err := strconv.ParseInt(string(customer[len(customer)-19:]), 16, 64)
		if err != nil {
			return nil, err
		}
		found = append(found, deletable{id, int(n)})
	}
	return found, rows.Err()
}

// each counts from zero, once for each row.
func each(of string, rows int) func() int {
	var used atomic.Int64
	return func() int {
		n := int(used.Add(1)) - 1
		if n >= rows {
			panic("the data has too few " + of + " for so long a run")
		}
		return n
	}
}

// writes are the mutations. Each uses up one row of the copy that its server works on.
func (s size) writes(rounds int, ends []deletable) []path {
	accepts, floorAccepts, deletes, floorDeletes := each("offers", s.pending), each("offers", s.pending), each("delegations", len(ends)), each("delegations", len(ends))
	accept := path{
		name: "accept an offer", rate: 0.7, rounds: rounds, check: done, floorCheck: done,
		productAsk: func(host string) []byte {
			n := accepts()
			return ask(host, sessionToken(n%s.organizations), acceptMutation, map[string]any{
				"token": linkToken(n), "delegatedAdministration": true, "termsSha256": termsSHA256,
			})
		},
		floorAsk: func(host string) []byte {
			n := floorAccepts()
			body, _ := json.Marshal(map[string]string{"token": linkToken(n), "termsSHA256": termsSHA256})
			return request("POST", "/accept", host, sessionToken(n%s.organizations), body)
		},
	}
	end := path{
		name: "delete a delegation", rate: 0.7, rounds: rounds, check: done, floorCheck: done,
		productAsk: func(host string) []byte {
			d := ends[deletes()]
			return ask(host, sessionToken(d.organization), deleteMutation, map[string]any{"id": d.id})
		},
		floorAsk: func(host string) []byte {
			d := ends[floorDeletes()]
			body, _ := json.Marshal(map[string]any{"id": d.id})
			return request("POST", "/delete", host, sessionToken(d.organization), body)
		},
	}
	return []path{accept, end}
}
