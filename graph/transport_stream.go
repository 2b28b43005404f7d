package graph

import (
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"delegatedadmin.example/internal/viewer"
)

// How a stream stays alive, and when a caller who does not read is given up.
const (
	keepAlive  = 12 * time.Second
	streamTime = 10 * time.Second // to take one event
)

// eventStream writes server-sent events, as the GraphQL over SSE protocol has them for distinct connections.
type eventStream struct {
	w       http.ResponseWriter
	control *http.ResponseController
	buf     []byte
}

func openEventStream(w http.ResponseWriter) *eventStream {
	h := w.Header()
	h.Set("Content-Type", typeEvents+"; charset=utf-8")
	h.Set("X-Accel-Buffering", "no") // proxies shall pass each event on at once
	w.WriteHeader(http.StatusOK)
	return &eventStream{w: w, control: http.NewResponseController(w)}
}

// send writes one event, or a comment when there is no name. It tells whether the caller still takes them.
func (e *eventStream) send(name string, data []byte) bool {
	e.buf = e.buf[:0]
	if name == "" {
		e.buf = append(e.buf, ":\n\n"...)
	} else {
		e.buf = append(e.buf, "event: "...)
		e.buf = append(e.buf, name...)
		e.buf = append(e.buf, "\ndata:"...)
		if len(data) > 0 {
			e.buf = append(e.buf, ' ')
			e.buf = append(e.buf, data...)
		}
		e.buf = append(e.buf, "\n\n"...)
	}
	_ = e.control.SetWriteDeadline(time.Now().Add(streamTime)) // not every ResponseWriter can
	if _, err := e.w.Write(e.buf); err != nil {
		return false
	}
	return e.control.Flush() == nil
}

// stream sends resp as the one event of a stream that is over then.
func stream(w http.ResponseWriter, resp *graphql.Response) {
	e := openEventStream(w)
	if e.send("next", appendResponse(nil, resp)) {
		e.send("complete", nil)
	}
}

// subscribe sends the events of a subscription until it is over, the caller leaves, their session ends, or the server
// stops. In the last case the stream breaks off without a word, so that the caller comes back.
func (s *server) subscribe(w http.ResponseWriter, r *http.Request, op *graphql.OperationContext) {
	ctx := r.Context()
	user := viewer.FromContext(ctx).UserID
	if !s.streams.take(user) {
		stream(w, failed(tooManyStreams()))
		return
	}
	defer s.streams.give(user)
	ended := s.sessionEnded(ctx)
	run := s.start(ctx, op)
	defer run.cancel()

	e := openEventStream(w)
	if !e.send("", nil) { // tells the caller that the stream is open
		return
	}
	alive := time.NewTicker(keepAlive)
	defer alive.Stop()
	for {
		select {
		case event, ok := <-run.events:
			if !ok {
				if ctx.Err() == nil {
					e.send("complete", nil)
				}
				return
			}
			if !e.send("next", event) {
				return
			}
		case <-alive.C:
			if !e.send("", nil) {
				return
			}
		case <-ended:
			if ctx.Err() == nil && e.send("next", appendResponse(nil, failed(sessionOver()))) {
				e.send("complete", nil)
			}
			return
		case <-s.Stopping:
			return
		case <-ctx.Done():
			return
		}
	}
}
