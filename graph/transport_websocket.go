package graph

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/viewer"
)

// subprotocol is the one that is spoken over websockets.
const subprotocol = "graphql-transport-ws"

// The codes by which the protocol closes a websocket.
const (
	closeBadMessage   = websocket.StatusCode(4400)
	closeUnauthorized = websocket.StatusCode(4401)
	closeNoProtocol   = websocket.StatusCode(4406)
	closeInitTimeout  = websocket.StatusCode(4408)
	closeSameID       = websocket.StatusCode(4409)
	closeInitTwice    = websocket.StatusCode(4429)
)

// How a websocket begins and stays alive.
const (
	initTime = 3 * time.Second
	pingTime = 25 * time.Second
)

// serveWebsocket speaks graphql-transport-ws. It is for subscriptions alone: a query's or mutation's caller is looked up
// anew for each request, and here that was done when the websocket was opened.
func (s *server) serveWebsocket(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	if !viewer.FromContext(ctx).SignedIn() {
		write(w, typeJSON, http.StatusUnauthorized, failed(refusal(apperr.Unauthenticated, "Sign in first.")))
		return
	}
	control := http.NewResponseController(w) // a server's limits on requests are not for what lasts
	_ = control.SetReadDeadline(time.Time{})
	_ = control.SetWriteDeadline(time.Time{})
	// Accept refuses pages of foreign origins.
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{Subprotocols: []string{subprotocol}, OriginPatterns: s.Origins})
	if err != nil {
		return // it has answered
	}
	defer func() { _ = conn.CloseNow() }()
	if conn.Subprotocol() != subprotocol {
		_ = conn.Close(closeNoProtocol, "Subprotocol not acceptable")
		return
	}
	conn.SetReadLimit(maxBody)

	c := &socket{server: s, conn: conn, ctx: ctx, running: map[string]context.CancelFunc{}}
	defer c.work.Wait()
	defer cancel()
	ended := s.sessionEnded(ctx)
	read := make(chan struct{})
	go func() {
		defer close(read)
		c.read()
	}()
	alive := time.NewTicker(pingTime)
	defer alive.Stop()
	begin := time.NewTimer(initTime)
	defer begin.Stop()
	for {
		select {
		case <-read:
			return
		case <-begin.C:
			if !c.begun() {
				_ = conn.Close(closeInitTimeout, "Connection initialisation timeout")
				return
			}
		case <-alive.C:
			pong, stop := context.WithTimeout(ctx, streamTime)
			err := conn.Ping(pong)
			stop()
			if err != nil {
				return
			}
		case <-ended:
			if ctx.Err() == nil {
				_ = conn.Close(closeUnauthorized, "Your session has ended")
			}
			return
		case <-s.Stopping:
			_ = conn.Close(websocket.StatusGoingAway, "The server stops")
			return
		}
	}
}

// socket is one open websocket.
type socket struct {
	*server
	conn *websocket.Conn
	ctx  context.Context
	work sync.WaitGroup

	mu      sync.Mutex
	init    bool
	running map[string]context.CancelFunc // subscriptions by the id that the caller gave them
}

func (c *socket) begun() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.init
}

// read takes messages until the websocket closes.
func (c *socket) read() {
	defer func() {
		if p := recover(); p != nil {
			c.report(c.ctx, recovered(c.ctx, p), nil)
			_ = c.conn.Close(websocket.StatusInternalError, "Internal error")
		}
	}()
	for {
		kind, text, err := c.conn.Read(c.ctx)
		if err != nil {
			return
		}
		message, ok := decodeMessage(kind, text)
		if !ok {
			_ = c.conn.Close(closeBadMessage, "Invalid message")
			return
		}
		if code, reason := c.take(message); code != 0 {
			_ = c.conn.Close(code, reason)
			return
		}
	}
}

// message is one of the protocol's.
type message struct {
	kind, id string
	payload  any
}

func decodeMessage(kind websocket.MessageType, text []byte) (message, bool) {
	if kind != websocket.MessageText {
		return message{}, false
	}
	value, err := decodeJSON(text)
	if err != nil {
		return message{}, false
	}
	fields, ok := value.(map[string]any)
	if !ok {
		return message{}, false
	}
	var m message
	if m.kind, ok = fields["type"].(string); !ok {
		return message{}, false
	}
	if id, given := fields["id"]; given {
		if m.id, ok = id.(string); !ok || m.id == "" || len(m.id) > maxName {
			return message{}, false
		}
	}
	m.payload = fields["payload"]
	return m, true
}

// take does what a message asks for. A code other than 0 closes the websocket.
func (c *socket) take(m message) (websocket.StatusCode, string) {
	switch m.kind {
	case "connection_init":
		c.mu.Lock()
		twice := c.init
		c.init = true
		c.mu.Unlock()
		if twice {
			return closeInitTwice, "Too many initialisation requests"
		}
		c.send("connection_ack", "", nil)
	case "ping":
		c.send("pong", "", nil)
	case "pong":
	case "subscribe":
		if !c.begun() {
			return closeUnauthorized, "Unauthorized"
		}
		fields, ok := m.payload.(map[string]any)
		if !ok || m.id == "" {
			return closeBadMessage, "Invalid message"
		}
		return c.subscribe(m.id, fields)
	case "complete":
		c.mu.Lock()
		cancel := c.running[m.id]
		delete(c.running, m.id)
		c.mu.Unlock()
		if cancel != nil {
			cancel()
		}
	default:
		return closeBadMessage, "Invalid message"
	}
	return 0, ""
}

func (c *socket) subscribe(id string, fields map[string]any) (websocket.StatusCode, string) {
	ctx, cancel := context.WithCancel(c.ctx)
	c.mu.Lock()
	_, taken := c.running[id]
	if !taken {
		c.running[id] = cancel
	}
	c.mu.Unlock()
	if taken {
		cancel()
		return closeSameID, "Subscriber for this id already exists"
	}
	if err := c.run(ctx, cancel, id, fields); err != nil {
		c.forget(ctx, id)
		cancel()
		c.send("error", id, appendErrors(nil, err))
	}
	return 0, ""
}

// run starts a subscription, unless something is wrong with it. Once it runs, it calls cancel at its end.
func (c *socket) run(ctx context.Context, cancel context.CancelFunc, id string, fields map[string]any) gqlerror.List {
	req, fault := newRequest(fields)
	if fault != nil {
		return gqlerror.List{fault.err}
	}
	op, errs := c.operation(ctx, req)
	if errs != nil {
		return errs
	}
	if op.Operation.Operation != ast.Subscription {
		return gqlerror.List{refusal(apperr.BadUserInput, "Send queries and mutations by POST: a websocket is for subscriptions.")}
	}
	user := viewer.FromContext(ctx).UserID
	if !c.streams.take(user) {
		return gqlerror.List{tooManyStreams()}
	}
	run := c.start(ctx, op)
	c.work.Go(func() {
		defer c.streams.give(user)
		defer cancel() // run's context ends with it
		for event := range run.events {
			if !c.send("next", id, event) {
				return
			}
		}
		if c.forget(ctx, id) && ctx.Err() == nil {
			c.send("complete", id, nil)
		}
	})
	return nil
}

// forget frees the id of the subscription that runs in ctx. It tells whether the caller had not completed it before.
func (c *socket) forget(ctx context.Context, id string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if ctx.Err() != nil {
		return false // the id may belong to another by now
	}
	delete(c.running, id)
	return true
}

// send writes a message; payload is JSON. It tells whether the caller still takes them.
func (c *socket) send(kind, id string, payload []byte) bool {
	b := append(make([]byte, 0, len(payload)+len(id)+48), `{"type":`...)
	b = appendJSON(b, kind)
	if id != "" {
		b = append(b, `,"id":`...)
		b = appendJSON(b, id)
	}
	if payload != nil {
		b = append(b, `,"payload":`...)
		b = append(b, payload...)
	}
	b = append(b, '}')
	ctx, cancel := context.WithTimeout(c.ctx, streamTime)
	defer cancel()
	return c.conn.Write(ctx, websocket.MessageText, b) == nil
}
