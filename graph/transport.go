package graph

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"delegatedadmin.example/internal/apperr"
)

// The media types of answers.
const (
	typeJSON     = "application/json"
	typeResponse = "application/graphql-response+json"
	typeEvents   = "text/event-stream"
)

// bodyTime is how long a caller may take to send the body of a request.
const bodyTime = 10 * time.Second

// badRequest is a fault in the HTTP of a request: it gets a status of its own whatever the caller accepts.
type badRequest struct {
	status int
	err    *gqlerror.Error
}

func bad(status int, format string, args ...any) *badRequest {
	return &badRequest{status, refusal(apperr.BadUserInput, format, args...)}
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	accept := acceptable(r.Header["Accept"])
	defer func() {
		if p := recover(); p != nil {
			if p == http.ErrAbortHandler {
				panic(p)
			}
			err := s.present(r.Context(), recovered(r.Context(), p))
			write(w, accept, http.StatusInternalServerError, failed(err))
		}
	}()

	if r.Method == http.MethodGet && r.Header.Get("Upgrade") != "" {
		s.serveWebsocket(w, r)
		return
	}
	req, fault := s.receive(w, r, accept)
	if fault != nil {
		write(w, accept, fault.status, failed(fault.err))
		return
	}

	ctx := r.Context()
	op, errs := s.operation(ctx, req)
	switch {
	case errs != nil && accept == typeEvents:
		stream(w, failed(errs...))
	case errs != nil:
		write(w, accept, refusalStatus(accept, errs), failed(errs...))
	case r.Method == http.MethodGet && op.Operation.Operation != ast.Query:
		// Pages of other origins can cause a GET.
		w.Header().Set("Allow", http.MethodPost)
		write(w, accept, http.StatusMethodNotAllowed, failed(refusal(apperr.BadUserInput, "Send this operation by POST: GET is for queries.")))
	case op.Operation.Operation == ast.Subscription && accept == typeEvents:
		s.subscribe(w, r, op)
	case op.Operation.Operation == ast.Subscription:
		err := refusal(apperr.BadUserInput, "A subscription is a stream: accept text/event-stream, or open a websocket.")
		write(w, accept, http.StatusNotAcceptable, failed(err))
	default:
		ctx, err := justified(ctx, op)
		if err != nil {
			refused := s.present(ctx, err)
			write(w, accept, refusalStatus(accept, gqlerror.List{refused}), failed(refused))
			return
		}
		resp := s.execute(ctx, op)
		if accept == typeEvents {
			stream(w, resp)
			return
		}
		write(w, accept, http.StatusOK, resp)
	}
}

// refusalStatus is the status of a request that is well-formed HTTP and asks for what can't be had. The older media
// type says 200 to whatever could be read; the newer one knows more.
func refusalStatus(accept string, errs gqlerror.List) int {
	if accept != typeResponse {
		return http.StatusOK
	}
	if codeOf(errs[0]) == apperr.Unauthenticated {
		return http.StatusUnauthorized
	}
	return http.StatusBadRequest
}

// receive reads the request that r carries.
func (s *server) receive(w http.ResponseWriter, r *http.Request, accept string) (*request, *badRequest) {
	if accept == "" {
		return nil, bad(http.StatusNotAcceptable, "Accept %s, %s or %s.", typeResponse, typeJSON, typeEvents)
	}
	switch r.Method {
	case http.MethodGet:
		if accept == typeEvents {
			w.Header().Set("Allow", http.MethodPost)
			return nil, bad(http.StatusMethodNotAllowed, "Ask for a stream by POST.")
		}
		return receiveQuery(r.URL)
	case http.MethodPost:
		return receiveBody(w, r)
	default:
		w.Header().Set("Allow", "GET, POST")
		return nil, bad(http.StatusMethodNotAllowed, "Send queries by GET or POST, mutations and subscriptions by POST.")
	}
}

// receiveQuery reads the request from the parameters of a URL.
func receiveQuery(u *url.URL) (*request, *badRequest) {
	if len(u.RawQuery) > maxBody {
		return nil, bad(http.StatusRequestURITooLong, "The request is too long: %d bytes at most.", maxBody)
	}
	parameters, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return nil, bad(http.StatusBadRequest, "The parameters of the URL are not valid.")
	}
	fields := make(map[string]any, 5)
	for _, name := range []string{"query", "documentId", "operationName", "variables", "extensions"} {
		values := parameters[name]
		switch {
		case len(values) == 0:
			continue
		case len(values) > 1:
			return nil, bad(http.StatusBadRequest, "The parameter %s stands twice in the URL.", name)
		case name == "variables" || name == "extensions":
			if values[0] == "" {
				continue
			}
			if fields[name], err = decodeJSON([]byte(values[0])); err != nil {
				return nil, bad(http.StatusBadRequest, "In %s, %v.", name, err)
			}
		default:
			fields[name] = values[0]
		}
	}
	return newRequest(fields)
}

// bodies are buffers to read bodies into.
var bodies = sync.Pool{New: func() any { b := make([]byte, 0, 8<<10); return &b }}

// receiveBody reads the request from the body of a POST.
func receiveBody(w http.ResponseWriter, r *http.Request) (*request, *badRequest) {
	if fault := checkContent(r.Header); fault != nil {
		return nil, fault
	}
	buf := bodies.Get().(*[]byte)
	defer bodies.Put(buf)
	body, err := readBody(w, r, (*buf)[:0])
	*buf = body[:0]
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, bad(http.StatusRequestEntityTooLarge, "The request is too long: %d bytes at most.", maxBody)
	case err != nil:
		return nil, bad(http.StatusBadRequest, "The body of the request did not arrive whole.")
	}
	value, err := decodeJSON(body) // copies what it keeps
	if err != nil {
		return nil, bad(http.StatusBadRequest, "In the body, %v.", err)
	}
	fields, ok := value.(map[string]any)
	if !ok {
		return nil, bad(http.StatusBadRequest, "The body must be one JSON object: one operation a request.")
	}
	return newRequest(fields)
}

// checkContent refuses a body that is not plain JSON. Forms are refused for another reason too: a page of another
// origin can send them without being asked.
func checkContent(h http.Header) *badRequest {
	if encoding := h.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
		return bad(http.StatusUnsupportedMediaType, "The body must not be compressed.")
	}
	types := h["Content-Type"]
	if len(types) == 1 && types[0] == typeJSON {
		return nil
	}
	if len(types) == 1 && len(types[0]) <= maxName {
		media, parameters, err := mime.ParseMediaType(types[0])
		charset := parameters["charset"]
		if err == nil && media == typeJSON && (charset == "" || strings.EqualFold(charset, "utf-8")) {
			return nil
		}
	}
	return bad(http.StatusUnsupportedMediaType, "The body must be JSON in UTF-8: send Content-Type: application/json.")
}

// readBody appends the body of r to b.
func readBody(w http.ResponseWriter, r *http.Request, b []byte) ([]byte, error) {
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Now().Add(bodyTime)) // not every ResponseWriter can
	defer func() { _ = control.SetReadDeadline(time.Time{}) }()

	body := http.MaxBytesReader(w, r.Body, maxBody)
	for {
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		n, err := body.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err == io.EOF {
			return b, nil
		}
		if err != nil {
			return b, err
		}
	}
}

// newRequest checks the kinds of a request's fields. It ignores fields that it does not know.
func newRequest(fields map[string]any) (*request, *badRequest) {
	var req request
	for _, text := range []struct {
		name string
		into *string
	}{{"query", &req.query}, {"documentId", &req.documentID}, {"operationName", &req.operationName}} {
		if v := fields[text.name]; v != nil {
			var ok bool
			if *text.into, ok = v.(string); !ok {
				return nil, bad(http.StatusBadRequest, "%s must be a string.", text.name)
			}
		}
	}
	for _, object := range []struct {
		name string
		into *map[string]any
	}{{"variables", &req.variables}, {"extensions", &req.extensions}} {
		if v := fields[object.name]; v != nil {
			var ok bool
			if *object.into, ok = v.(map[string]any); !ok {
				return nil, bad(http.StatusBadRequest, "%s must be an object.", object.name)
			}
		}
	}
	if (req.query == "") == (req.documentID == "") {
		return nil, bad(http.StatusBadRequest, "Send either query or documentId.")
	}
	return &req, nil
}

// acceptable chooses the media type of the answer, "" when the caller accepts none of ours. The older type is what
// callers get who don't ask for one by name.
func acceptable(headers []string) string {
	header := strings.Join(headers, ",")
	switch header {
	case "", "*/*", typeJSON:
		return typeJSON
	case typeResponse, typeEvents:
		return header
	}
	best, quality := "", 0.0
	for part := range strings.SplitSeq(header, ",") {
		media, parameters, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		q := 1.0
		if text, ok := parameters["q"]; ok {
			if q, err = strconv.ParseFloat(text, 64); err != nil {
				continue
			}
		}
		switch media {
		case typeEvents:
			if q > 0 {
				return typeEvents // only callers who can read streams name it
			}
		case typeResponse:
			if q > 0 && q >= quality {
				best, quality = typeResponse, q
			}
		case typeJSON, "application/*", "*/*":
			if q > quality {
				best, quality = typeJSON, q
			}
		}
	}
	return best
}

// responses are buffers to write responses from.
var responses = sync.Pool{New: func() any { b := make([]byte, 0, 16<<10); return &b }}

// maxKept is the largest buffer that is kept for reuse.
const maxKept = 256 << 10

// write sends resp in one piece.
func write(w http.ResponseWriter, media string, status int, resp *graphql.Response) {
	if media != typeResponse {
		media = typeJSON
	}
	buf := responses.Get().(*[]byte)
	b := appendResponse((*buf)[:0], resp)
	h := w.Header()
	h.Set("Content-Type", media+"; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(b)))
	w.WriteHeader(status)
	_, _ = w.Write(b) // a caller who is gone misses nothing
	if cap(b) <= maxKept {
		*buf = b
		responses.Put(buf)
	}
}

// appendResponse writes a response as JSON. A response of errors alone has no data entry.
func appendResponse(b []byte, resp *graphql.Response) []byte {
	b = append(b, '{')
	if len(resp.Errors) > 0 {
		b = append(b, `"errors":`...)
		b = appendErrors(b, resp.Errors)
	}
	if resp.Data != nil {
		if len(resp.Errors) > 0 {
			b = append(b, ',')
		}
		b = append(b, `"data":`...)
		b = append(b, resp.Data...)
	}
	if len(resp.Extensions) > 0 {
		b = append(b, `,"extensions":`...)
		b = appendJSON(b, resp.Extensions)
	}
	return append(b, '}')
}

// started is what the streaming transports have in common: an operation that answers time and again.
type started struct {
	events <-chan []byte // each a response as JSON; closed when the operation has no more
	cancel context.CancelFunc
}

// start runs a subscription. Its responses wait to be taken: a caller who reads slowly gets them later, and what the
// resolver's channel drops in between is the resolver's business.
func (s *server) start(ctx context.Context, op *graphql.OperationContext) started {
	ctx, cancel := context.WithCancel(ctx)
	events := make(chan []byte)
	go func() {
		defer close(events)
		send := func(resp *graphql.Response) bool {
			select {
			case events <- appendResponse(nil, resp):
				return true
			case <-ctx.Done():
				return false
			}
		}
		opCtx := graphql.WithOperationContext(ctx, op)
		defer func() {
			if p := recover(); p != nil {
				send(failed(s.present(opCtx, recovered(opCtx, p))))
			}
		}()
		next, nextCtx := s.exec.DispatchOperation(ctx, op)
		for {
			resp := next(nextCtx)
			if resp == nil || !send(resp) {
				return
			}
		}
	}()
	return started{events, cancel}
}
