package graph

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/viewer"
)

// patience is how long a test waits for what should be there at once.
const patience = 5 * time.Second

const changesQuery = `subscription { delegatedAdminsChanged { kind delegationId } }`

// feed is a source of changes for subscriptions.
type feed struct {
	changes chan *delegation.ChangeOfDelegation
	opened  chan context.Context
}

func newFeed() feed {
	return feed{make(chan *delegation.ChangeOfDelegation), make(chan context.Context, 100)}
}

func (f feed) stub() stub {
	return stub{changes: func(ctx context.Context) (<-chan *delegation.ChangeOfDelegation, error) {
		f.opened <- ctx
		return f.changes, nil
	}}
}

func (f feed) send(tb testing.TB, kind delegation.ChangeKind) {
	tb.Helper()
	select {
	case f.changes <- &delegation.ChangeOfDelegation{Kind: kind, DelegationID: "dlg_1"}:
	case <-time.After(patience):
		tb.Fatal("nobody takes the change")
	}
}

// mustEnd waits until the resolver's context has ended: the subscription left nothing running.
func (f feed) mustEnd(tb testing.TB) {
	tb.Helper()
	select {
	case ctx := <-f.opened:
		mustClose(tb, ctx.Done(), "the resolver's context")
	case <-time.After(patience):
		tb.Fatal("the resolver was not asked")
	}
}

func mustClose(tb testing.TB, c <-chan struct{}, what string) {
	tb.Helper()
	select {
	case <-c:
	case <-time.After(patience):
		tb.Fatalf("%s does not end", what)
	}
}

// eventReader reads a stream of server-sent events.
type eventReader struct {
	tb     testing.TB
	resp   *http.Response
	lines  chan string
	cancel context.CancelFunc
}

func openStream(tb testing.TB, url, body string) *eventReader {
	tb.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	tb.Cleanup(cancel)
	req, _ := http.NewRequestWithContext(ctx, http.MethodPost, url, strings.NewReader(body))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "text/event-stream")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = resp.Body.Close() })
	r := &eventReader{tb, resp, make(chan string), cancel}
	go func() {
		defer close(r.lines)
		scan := bufio.NewScanner(resp.Body)
		for scan.Scan() {
			select {
			case r.lines <- scan.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	return r
}

// next returns the name and the data of the next event, "" "" at the end.
func (r *eventReader) next() (name, data string) {
	r.tb.Helper()
	for {
		select {
		case line, ok := <-r.lines:
			switch {
			case !ok:
				return "", ""
			case strings.HasPrefix(line, "event: "):
				name = strings.TrimPrefix(line, "event: ")
			case strings.HasPrefix(line, "data:"):
				data = strings.TrimPrefix(strings.TrimPrefix(line, "data:"), " ")
			case line == "" && name != "":
				return name, data
			}
		case <-time.After(patience):
			r.tb.Fatal("no event comes")
		}
	}
}

func (r *eventReader) want(name, data string) {
	r.tb.Helper()
	if n, d := r.next(); n != name || !strings.Contains(d, data) {
		r.tb.Errorf("event %q %s, want %q %s", n, d, name, data)
	}
}

const changesBody = `{"query":"` + changesQuery + `"}`

func TestStream_CarriesASubscription(t *testing.T) {
	t.Parallel()
	f := newFeed()
	srv, _ := newServer(t, f.stub(), Options{}, adele)
	r := openStream(t, srv.URL, changesBody)
	if got := r.resp.Header.Get("Content-Type"); r.resp.StatusCode != 200 || got != "text/event-stream; charset=utf-8" || r.resp.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%d %v", r.resp.StatusCode, r.resp.Header)
	}
	f.send(t, delegation.Added)
	r.want("next", `{"data":{"delegatedAdminsChanged":{"kind":"ADDED","delegationId":"dlg_1"}}}`)
	f.send(t, delegation.Ended)
	r.want("next", `{"data":{"delegatedAdminsChanged":{"kind":"ENDED","delegationId":"dlg_1"}}}`)
	close(f.changes)
	r.want("complete", "")
	r.want("", "")
	f.mustEnd(t)
}

func TestStream_EndsWhenTheCallerLeaves(t *testing.T) {
	t.Parallel()
	f := newFeed()
	srv, _ := newServer(t, f.stub(), Options{}, adele)
	r := openStream(t, srv.URL, changesBody)
	f.send(t, delegation.Added)
	r.want("next", "ADDED")
	r.cancel()
	f.mustEnd(t)
}

func TestStream_EndsWithTheSession(t *testing.T) {
	t.Parallel()
	f := newFeed()
	ended := make(chan struct{})
	srv, _ := newServer(t, f.stub(), Options{SessionEnded: func(ctx context.Context) <-chan struct{} {
		if viewer.FromContext(ctx).SessionID != adele.SessionID {
			t.Error("asked for another session")
		}
		return ended
	}}, adele)
	r := openStream(t, srv.URL, changesBody)
	f.send(t, delegation.Added)
	r.want("next", "ADDED")
	close(ended)
	r.want("next", `"code":"UNAUTHENTICATED"`)
	r.want("complete", "")
	f.mustEnd(t)
}

func TestStream_BreaksOffWhenTheServerStops(t *testing.T) {
	t.Parallel()
	f := newFeed()
	stopping := make(chan struct{})
	srv, _ := newServer(t, f.stub(), Options{Stopping: stopping}, adele)
	r := openStream(t, srv.URL, changesBody)
	f.send(t, delegation.Added)
	r.want("next", "ADDED")
	close(stopping)
	r.want("", "")
	f.mustEnd(t)
}

func TestStream_CarriesErrorsAndQueries(t *testing.T) {
	t.Parallel()
	srv, _ := newServer(t, stub{changes: func(context.Context) (<-chan *delegation.ChangeOfDelegation, error) {
		return nil, apperr.Unseen("organization")
	}}, Options{}, adele)
	for _, c := range []struct{ body, data string }{
		{`{"query":"{ __typename }"}`, `{"data":{"__typename":"Query"}}`},
		{`{"query":"{ nothing }"}`, `"code":"BAD_USER_INPUT"`},
		{`{"query":"subscription { delegatedAdminsChanged { nothing } }"}`, `"code":"BAD_USER_INPUT"`},
		{`{"documentId":"0"}`, `"code":"BAD_USER_INPUT"`},
		{changesBody, `"code":"NOT_FOUND"`},
	} {
		r := openStream(t, srv.URL, c.body)
		r.want("next", c.data)
		r.want("complete", "")
		r.want("", "")
	}
	if r := openStream(t, srv.URL, `{`); r.resp.StatusCode != 400 || !strings.HasPrefix(r.resp.Header.Get("Content-Type"), "application/json") {
		t.Errorf("bad JSON: %d %v", r.resp.StatusCode, r.resp.Header)
	}
}

func TestStream_IsClosedToStrangers(t *testing.T) {
	t.Parallel()
	f := newFeed()
	srv, _ := newServer(t, f.stub(), Options{}, viewer.Anonymous)
	r := openStream(t, srv.URL, changesBody)
	r.want("next", `"code":"UNAUTHENTICATED"`)
	r.want("complete", "")
	if len(f.opened) > 0 {
		t.Error("the resolver was asked")
	}
}

func TestStream_SurvivesAPanic(t *testing.T) {
	t.Parallel()
	srv, book := newServer(t, stub{changes: func(context.Context) (<-chan *delegation.ChangeOfDelegation, error) { panic("the vault") }}, Options{}, adele)
	r := openStream(t, srv.URL, changesBody)
	name, data := r.next()
	if name != "next" || !strings.Contains(data, `"code":"INTERNAL"`) || strings.Contains(data, "vault") || !strings.Contains(book.String(), "the vault") {
		t.Errorf("%s %s, log %s", name, data, book)
	}
	r.want("complete", "")
	// A root field that the schema does not resolve: gqlgen panics before the resolver.
	r = openStream(t, srv.URL, `{"query":"subscription { __typename }"}`)
	if name, data := r.next(); name != "next" || !strings.Contains(data, `"errors"`) {
		t.Errorf("%s %s", name, data)
	}
}

func TestStream_IsLimitedForEachPerson(t *testing.T) {
	t.Parallel()
	f := newFeed()
	srv, _ := newServer(t, f.stub(), Options{}, adele)
	first := openStream(t, srv.URL, changesBody)
	running := <-f.opened
	for range maxStreams - 1 {
		openStream(t, srv.URL, changesBody)
		<-f.opened
	}
	r := openStream(t, srv.URL, changesBody)
	r.want("next", `"code":"RATE_LIMITED"`)
	r.want("complete", "")

	first.cancel()
	mustClose(t, running.Done(), "a stream that nobody reads")
	for range 10_000 { // its place is free a moment later
		if r = openStream(t, srv.URL, changesBody); len(f.opened) > 0 {
			return
		}
		select {
		case <-f.opened:
			return
		case line := <-r.lines:
			if line == ":" {
				return
			}
		}
	}
	t.Error("a place that became free is not given again")
}

// dial opens a websocket as a browser's page of origin would.
func dial(tb testing.TB, srv *httptest.Server, origin string, protocols ...string) (*websocket.Conn, *http.Response, error) {
	tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	header := http.Header{}
	if origin != "" {
		header.Set("Origin", origin)
	}
	conn, resp, err := websocket.Dial(ctx, srv.URL, &websocket.DialOptions{HTTPHeader: header, Subprotocols: protocols})
	if conn != nil {
		tb.Cleanup(func() { _ = conn.CloseNow() })
	}
	return conn, resp, err
}

// talk is a websocket in a test.
type talk struct {
	tb   testing.TB
	conn *websocket.Conn
}

func mustDial(tb testing.TB, srv *httptest.Server) talk {
	tb.Helper()
	conn, _, err := dial(tb, srv, srv.URL, subprotocol)
	if err != nil {
		tb.Fatal(err)
	}
	return talk{tb, conn}
}

func (c talk) say(text string) {
	c.tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := c.conn.Write(ctx, websocket.MessageText, []byte(text)); err != nil {
		c.tb.Fatal(err)
	}
}

func (c talk) want(text string) {
	c.tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	_, got, err := c.conn.Read(ctx)
	if err != nil || !strings.Contains(string(got), text) {
		c.tb.Fatalf("%s, %v, want %s", got, err, text)
	}
}

func (c talk) wantClosed(code websocket.StatusCode) {
	c.tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	_, got, err := c.conn.Read(ctx)
	if websocket.CloseStatus(err) != code {
		c.tb.Errorf("%s, %v, want closed with %d", got, err, code)
	}
}

const (
	hello     = `{"type":"connection_init"}`
	subscribe = `{"type":"subscribe","id":"1","payload":{"query":"` + changesQuery + `"}}`
)

func TestWebsocket_CarriesSubscriptions(t *testing.T) {
	t.Parallel()
	f := newFeed()
	srv, _ := newServer(t, f.stub(), Options{}, adele)
	c := mustDial(t, srv)
	c.say(hello)
	c.want(`{"type":"connection_ack"}`)
	c.say(`{"type":"ping"}`)
	c.want(`{"type":"pong"}`)
	c.say(subscribe)
	f.send(t, delegation.Added)
	c.want(`{"type":"next","id":"1","payload":{"data":{"delegatedAdminsChanged":{"kind":"ADDED","delegationId":"dlg_1"}}}}`)
	c.say(`{"type":"complete","id":"1"}`)
	f.mustEnd(t)

	// The id is free again, and a source that runs dry completes.
	c.say(subscribe)
	f.send(t, delegation.Changed)
	c.want(`"CHANGED"`)
	close(f.changes)
	c.want(`{"type":"complete","id":"1"}`)
	f.mustEnd(t)
}

func TestWebsocket_AnswersWithErrors(t *testing.T) {
	t.Parallel()
	f := newFeed()
	srv, _ := newServer(t, f.stub(), Options{}, adele)
	c := mustDial(t, srv)
	c.say(hello)
	c.want("connection_ack")
	for _, payload := range []string{
		`{"query":"{ __typename }"}`, `{"query":"mutation { signOut { userErrors { code } } }"}`, `{"query":"{"}`, `{"query":"subscription { nothing }"}`,
		`{}`, `{"query":1}`, `{"query":"` + changesQuery + `","variables":[]}`,
	} {
		c.say(`{"type":"subscribe","id":"7","payload":` + payload + `}`)
		c.want(`{"type":"error","id":"7","payload":[{"message":`)
	}
	c.say(subscribe) // it still works
	f.send(t, delegation.Added)
	c.want(`"ADDED"`)
}

func TestWebsocket_RefusesForeignPages(t *testing.T) {
	t.Parallel()
	f := newFeed()
	srv, _ := newServer(t, f.stub(), Options{Origins: []string{"admin.contoso.example"}}, adele)
	for origin, status := range map[string]int{
		"https://evil.example": 403, "null": 403, "http://127.0.0.1.evil.example": 403,
		srv.URL: 101, "": 101, "https://admin.contoso.example": 101,
	} {
		_, resp, err := dial(t, srv, origin, subprotocol)
		if resp == nil {
			t.Fatalf("%s: %v", origin, err)
		}
		if resp.StatusCode != status {
			t.Errorf("%s: %d, want %d", origin, resp.StatusCode, status)
		}
	}
	strange, _ := newServer(t, f.stub(), Options{}, viewer.Anonymous)
	if _, resp, _ := dial(t, strange, strange.URL, subprotocol); resp == nil || resp.StatusCode != 401 {
		t.Errorf("not signed in: %v", resp)
	}
}

func TestWebsocket_ClosesByTheProtocol(t *testing.T) {
	t.Parallel()
	f := newFeed()
	srv, _ := newServer(t, f.stub(), Options{}, adele)
	for _, c := range []struct {
		name string
		say  []string
		code websocket.StatusCode
	}{
		{"subscribe before init", []string{subscribe}, closeUnauthorized},
		{"init twice", []string{hello, hello}, closeInitTwice},
		{"same id twice", []string{hello, subscribe, subscribe}, closeSameID},
		{"no JSON", []string{hello, `{`}, closeBadMessage},
		{"no object", []string{hello, `[]`}, closeBadMessage},
		{"no type", []string{hello, `{}`}, closeBadMessage},
		{"unknown type", []string{hello, `{"type":"start"}`}, closeBadMessage},
		{"no id", []string{hello, `{"type":"subscribe","payload":{"query":"{ a }"}}`}, closeBadMessage},
		{"long id", []string{hello, `{"type":"subscribe","id":"` + strings.Repeat("x", 500) + `","payload":{}}`}, closeBadMessage},
		{"no payload", []string{hello, `{"type":"subscribe","id":"1"}`}, closeBadMessage},
		{"a key twice", []string{hello, `{"type":"ping","type":"ping"}`}, closeBadMessage},
		{"too long", []string{hello, `{"type":"ping","payload":"` + strings.Repeat("x", maxBody) + `"}`}, websocket.StatusMessageTooBig},
		{"no init", nil, closeInitTimeout},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			k := mustDial(t, srv)
			for _, text := range c.say {
				k.say(text)
			}
			if len(c.say) > 1 {
				k.want("connection_ack")
			}
			k.wantClosed(c.code)
		})
	}
	conn, _, err := dial(t, srv, srv.URL, "graphql-ws")
	if err != nil {
		t.Fatal(err)
	}
	talk{t, conn}.wantClosed(closeNoProtocol)
}

func TestWebsocket_EndsWithTheSessionAndTheServer(t *testing.T) {
	t.Parallel()
	for name, code := range map[string]websocket.StatusCode{"session": closeUnauthorized, "server": websocket.StatusGoingAway} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFeed()
			over := map[string]chan struct{}{"session": make(chan struct{}), "server": make(chan struct{})}
			srv, _ := newServer(t, f.stub(), Options{
				SessionEnded: func(context.Context) <-chan struct{} { return over["session"] },
				Stopping:     over["server"],
			}, adele)
			c := mustDial(t, srv)
			c.say(hello)
			c.want("connection_ack")
			c.say(subscribe)
			f.send(t, delegation.Added)
			c.want(`"ADDED"`)
			close(over[name])
			c.wantClosed(code)
			f.mustEnd(t)
		})
	}
}
