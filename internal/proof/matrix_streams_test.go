package proof

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/coder/websocket"

	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/store"
)

const changes = "subscription($o: ID) { delegatedAdminsChanged(organizationId: $o) { kind delegationId delegation { __typename id status } } }"

// stream is a subscription of somebody, about an organization or about none, and what came of it.
type stream struct {
	p    *person
	o    *object
	kind string
	text func() string // each event as a line of data, once it is over
}

// streams opens a subscription as everybody, about each of the organizations and about none, by server-sent events and by
// websocket, as a text and as a trusted document; then makes a noise about every delegation, and judges what each of them
// hears.
func (m *matrix) streams(people []*person, about []*object) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	server := httptest.NewServer(m.build(map[string]string{documentID(changes): changes}))
	defer server.Close()
	about = append([]*object{nil}, about...)
	var all []stream
	var group sync.WaitGroup
	for _, p := range people {
		for i, o := range about {
			rec, by := httptest.NewRecorder(), way{http.MethodPost, "text/event-stream", i%2 == 1}
			r := m.request(p, by, changes, concerning(o)).WithContext(ctx)
			all = append(all, stream{p, o, "events", rec.Body.String})
			group.Go(func() { m.api(by, changes).ServeHTTP(rec, r) })
		}
		s := &socket{m: m, p: p, heard: map[string]string{}}
		for i, o := range about {
			for _, kind := range []string{"websocket", "trusted websocket"} {
				all = append(all, stream{p, o, kind, func() string { return s.heard[kind+strconv.Itoa(i)] }})
			}
		}
		group.Go(func() { s.listen(ctx, server.URL, about) })
	}
	time.Sleep(2 * time.Second) // for all to be open; who comes late hears less than the table says, which shows
	m.w.tx(func(ctx context.Context, tx *store.Tx) error {
		for _, d := range m.w.objects {
			if d.typ == "Delegation" {
				tx.Publish(store.Change{Kind: "delegation.changed", DelegationID: d.id, CustomerID: d.owner.org, PartnerID: d.partner.partner})
			}
		}
		return nil
	})
	time.Sleep(2 * time.Second)
	cancel()
	group.Wait()
	for _, s := range all {
		m.judgeStream(s)
	}
	m.requests += len(all)
}

func concerning(o *object) vars {
	if o == nil {
		return vars{}
	}
	return vars{"o": o.id}
}

// socket is somebody's websocket.
type socket struct {
	m     *matrix
	p     *person
	heard map[string]string // by the id of the subscription
}

// listen subscribes to the changes of all, and asks for what a websocket must not carry, until ctx ends.
func (s *socket) listen(ctx context.Context, url string, about []*object) {
	options := &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{}}
	if s.p.cookie != "" {
		options.HTTPHeader.Set("Cookie", s.p.cookie)
	}
	conn, resp, err := websocket.Dial(ctx, url+"/graphql", options)
	if err != nil { // that answers whatever would have been asked
		text := "data: " + string(must(io.ReadAll(resp.Body)))
		for i := range about {
			s.heard["websocket"+strconv.Itoa(i)], s.heard["trusted websocket"+strconv.Itoa(i)] = text, text
		}
		return
	}
	defer func() { _ = conn.CloseNow() }()
	conn.SetReadLimit(1 << 20)
	send := func(id string, payload vars) {
		text := must(json.Marshal(vars{"type": "subscribe", "id": id, "payload": payload}))
		_ = conn.Write(ctx, websocket.MessageText, text) // what is not heard shows
	}
	_ = conn.Write(ctx, websocket.MessageText, []byte(`{"type":"connection_init"}`))
	for i, o := range about {
		send("websocket"+strconv.Itoa(i), vars{"query": changes, "variables": concerning(o)})
		send("trusted websocket"+strconv.Itoa(i), vars{"documentId": documentID(changes), "variables": concerning(o)})
	}
	send("query", vars{"query": "{ viewer { user { id } } }"})
	send("mutation", vars{"query": "mutation($id: ID!) { deleteDelegation(input: {id: $id}) { userErrors { code } } }", "variables": vars{"id": s.m.w.live().id}})
	for {
		_, text, err := conn.Read(ctx)
		if err != nil {
			break
		}
		var message struct {
			Type, ID string
			Payload  json.RawMessage
		}
		check(json.Unmarshal(text, &message))
		switch message.Type {
		case "next":
			s.heard[message.ID] += fmt.Sprintf("data: %s\n", message.Payload)
		case "error":
			s.heard[message.ID] += fmt.Sprintf("data: {\"errors\":%s}\n", message.Payload)
		}
	}
	for _, id := range []string{"query", "mutation"} {
		if text := s.heard[id]; !strings.Contains(text, `"BAD_USER_INPUT"`) || strings.Contains(text, `"data"`) {
			s.m.deviate("%s: a websocket answers a %s with %s", s.p.name, id, text)
		}
	}
}

func (m *matrix) judgeStream(one stream) {
	p, o, text := one.p, one.o, one.text()
	m.smell(p, false, text, "delegatedAdminsChanged", nil)
	m.mark(m.reached, "SubscriptionRoot.delegatedAdminsChanged(organizationId)")
	r := m.types["SubscriptionRoot"].Fields["delegatedAdminsChanged"]
	about := o
	if o == nil { // one's own side of everything
		about = &object{name: "everything", owner: p.tenant}
	}
	s := scene{v: p, o: about}
	may, key := s.holds(r.May, nil), fmt.Sprintf("%s|%s|%s", p.name, one.kind, about.name)
	heard := map[uid.ID]bool{}
	code := ""
	for line := range strings.Lines(text) {
		data, ok := strings.CutPrefix(strings.TrimSpace(line), "data:")
		if !ok || strings.TrimSpace(data) == "" {
			continue
		}
		var got reply
		check(json.Unmarshal([]byte(data), &got))
		if code = got.code(); code != "" {
			break
		}
		change, _ := got.Data["delegatedAdminsChanged"].(map[string]any)
		id, _ := change["delegationId"].(string)
		heard[uid.ID(id)] = true
		m.mark(m.given, "SubscriptionRoot.delegatedAdminsChanged")
		m.walk(scene{v: p, o: m.w.byID[uid.ID(id)], parent: true}, m.schema.Types["DelegatedAdminsChange"], change)
	}
	m.note(key, fmt.Sprint(code, len(heard)))
	if !may {
		m.mark(m.withheld, "SubscriptionRoot.delegatedAdminsChanged", "DelegatedAdminsChange.kind", "DelegatedAdminsChange.delegationId")
		if want := m.refusal(s, r, r.Seen); code != want || len(heard) > 0 {
			m.deviate("%s: the stream answers %q, should be %q: %s", key, code, want, text)
		}
		return
	}
	for _, d := range m.w.objects {
		if d.typ != "Delegation" || o != nil && d.owner != o.owner {
			continue
		}
		// A partner also hears that something happened to what it sees no more, without what.
		hears := scene{v: p, o: d}.holds(m.types["Delegation"].Seen, nil)
		if was := d.partner == p.tenant; hears != heard[d.id] && !was {
			m.deviate("%s: hears of %s: %t, should be %t", key, d.name, heard[d.id], hears)
		}
	}
}

// live is a delegation that somebody could delete.
func (w *world) live() *object {
	for _, o := range w.objects {
		if o.typ == "Delegation" && o.live && o.owner.name == "main" {
			return o
		}
	}
	panic("there is no delegation that lives")
}
