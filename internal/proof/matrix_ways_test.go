package proof

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
)

// way is how an operation can be sent, and in which form the answer comes.
type way struct {
	method, accept string
	trusted        bool // the request names a document that was written with the app
}

// ways are all there are, beside websockets, which carry nothing but subscriptions. What comes of an operation is the
// same by each.
var ways = []way{
	{http.MethodPost, "application/json", false},
	{http.MethodPost, "text/event-stream", false},
	{http.MethodPost, "application/json", true},
	{http.MethodPost, "text/event-stream", true},
	{http.MethodPost, "application/graphql-response+json", false},
	{http.MethodGet, "application/json", false},
	{http.MethodGet, "application/graphql-response+json", true},
}

// forChanges are those that carry a mutation.
const forChanges = 5

func (by way) String() string {
	text := by.method + " for " + by.accept
	if by.trusted {
		text += " of a trusted document"
	}
	return text
}

func documentID(document string) string {
	sum := sha256.Sum256([]byte(document))
	return hex.EncodeToString(sum[:])
}

func (m *matrix) request(p *person, by way, document string, variables vars) *http.Request {
	name, text := "query", document
	if by.trusted {
		name, text = "documentId", documentID(document)
	}
	var r *http.Request
	if by.method == http.MethodGet {
		query := url.Values{name: {text}, "variables": {string(must(json.Marshal(variables)))}}
		r = httptest.NewRequest(http.MethodGet, m.w.URL+"/graphql?"+query.Encode(), nil)
	} else {
		r = httptest.NewRequest(http.MethodPost, m.w.URL+"/graphql", bytes.NewReader(must(json.Marshal(vars{name: text, "variables": variables}))))
		r.Header.Set("Content-Type", "application/json")
	}
	r.Header.Set("Accept", by.accept)
	if p.cookie != "" {
		r.Header.Set("Cookie", p.cookie)
	}
	return r
}

// api is the server that trusts a document, where the way asks for one.
func (m *matrix) api(by way, document string) http.Handler {
	if !by.trusted {
		return m.handler
	}
	id := documentID(document)
	if known, ok := m.trusting.Load(id); ok {
		return known.(http.Handler)
	}
	made, _ := m.trusting.LoadOrStore(id, m.build(map[string]string{id: document}))
	return made.(http.Handler)
}

// send asks as p, and looks for canaries of others in all that comes back. link tells that p holds the link of an offer.
func (m *matrix) send(p *person, link bool, by way, document string, variables vars) reply {
	rec := httptest.NewRecorder()
	m.api(by, document).ServeHTTP(rec, m.request(p, by, document, variables))
	m.mu.Lock()
	m.requests++
	m.mu.Unlock()
	text := rec.Body.String()
	out := reply{raw: text}
	if by.accept == "text/event-stream" {
		out.raw, _ = strings.CutPrefix(text, "event: next\ndata: ")
		out.raw, _ = strings.CutSuffix(out.raw, "\n\nevent: complete\ndata:\n\n")
	}
	if err := json.Unmarshal([]byte(out.raw), &out); err != nil {
		m.deviate("%s: an answer of status %d that is not JSON by %s: %s", p.name, rec.Code, by, text)
	}
	for name, values := range rec.Header() {
		text += "\n" + name + ": " + strings.Join(values, " ")
	}
	m.smell(p, link, text, document, variables)
	return out
}

// again is how many questions are asked once for each that is asked a second time, by another way.
const again = 7

// ask sends a query, and now and then once more by another way, which must come to the same to the byte.
func (m *matrix) ask(p *person, link bool, document string, variables vars) reply {
	out := m.send(p, link, ways[0], document, variables)
	m.mu.Lock()
	m.questions++
	n := m.questions
	m.mu.Unlock()
	if n%again == 0 {
		by := ways[1+n/again%(len(ways)-1)]
		if second := m.send(p, link, by, document, variables); second.raw != out.raw {
			m.deviate("%s: %s %v answers %s by %s, and %s by %s", p.name, document, variables, second.raw, by, out.raw, ways[0])
		}
	}
	return out
}

// do sends a mutation, each by another way than the one before.
func (m *matrix) do(p *person, link bool, document string, variables vars) reply {
	m.changes++
	return m.send(p, link, ways[m.changes%forChanges], document, variables)
}
