package graph

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/viewer"
)

// What the API says of faults that it does not explain. The log has the rest, under the same request id.
const (
	internalMessage = "Something went wrong on our side. Try again, and name the request id if it happens again."
	slowMessage     = "This took too long and was stopped. Ask for less, or try again."
	canceledMessage = "The request was canceled."
	unseenMessage   = "There is no such object."
)

// The most errors in one response, and the most bytes in one message.
const (
	maxErrors  = 10
	maxMessage = 200
)

// verdict is what a caller gets to know of an error, and whether the log must know more.
type verdict struct {
	code     apperr.Code
	message  string
	internal bool
}

// judge decides what a caller gets to know of err. It starts from the worst: whatever it does not know is INTERNAL and
// says nothing.
func judge(err error) verdict {
	var e *apperr.Error
	switch {
	case errors.As(err, &e):
		return judgeKnown(e)
	case errors.Is(err, context.DeadlineExceeded):
		return verdict{apperr.Internal, slowMessage, true}
	case errors.Is(err, context.Canceled):
		return verdict{apperr.Internal, canceledMessage, false} // nobody reads the answer any more
	case ent.IsNotFound(err):
		return verdict{apperr.NotFound, unseenMessage, false}
	default:
		// Also constraint violations, refusals by the store's policy and a context that names nobody: services
		// translate what they expect, so each of these is a fault of ours.
		return verdict{apperr.Internal, internalMessage, true}
	}
}

func judgeKnown(e *apperr.Error) verdict {
	switch e.Code {
	case apperr.Unauthenticated, apperr.Forbidden, apperr.NotFound, apperr.BadUserInput, apperr.TooComplex, apperr.RateLimited:
		return verdict{e.Code, e.Message, false}
	case apperr.Invalid, apperr.Conflict, apperr.Expired, apperr.AlreadyAnswered, apperr.LastGlobalAdministrator,
		apperr.TermsChanged, apperr.WrongCredentials, apperr.JustificationRequired:
		// The kinds of userErrors: outside a mutation's payload, what they have in common is that the caller can mend them.
		return verdict{apperr.BadUserInput, e.Message, false}
	default:
		return verdict{apperr.Internal, internalMessage, true}
	}
}

// split tells what the caller can mend, which belongs into a payload's userErrors, from what they can't, which becomes
// a top-level error. One of the second kind among several errors outweighs all of the first.
func split(err error) ([]*model.UserError, error) {
	if err == nil {
		return nil, nil
	}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		var all []*model.UserError
		for _, one := range several.Unwrap() {
			mendable, other := split(one)
			if other != nil {
				return nil, err
			}
			all = append(all, mendable...)
		}
		return all, nil
	}
	var e *apperr.Error
	if !errors.As(err, &e) {
		return nil, err
	}
	switch e.Code {
	case apperr.Invalid, apperr.Conflict, apperr.Expired, apperr.AlreadyAnswered, apperr.LastGlobalAdministrator,
		apperr.TermsChanged, apperr.WrongCredentials, apperr.RateLimited, apperr.JustificationRequired:
		return []*model.UserError{{Code: model.UserErrorCode(e.Code), Message: e.Message, Field: e.Field}}, nil
	default:
		return nil, err
	}
}

// panicked is what a resolver's panic becomes. Its text is for the log alone.
type panicked struct {
	value any
	stack []byte
}

func (p *panicked) Error() string { return fmt.Sprintf("panic: %v", p.value) }

// recovered makes an error of a panic.
func recovered(_ context.Context, value any) error {
	return &panicked{value: value, stack: debug.Stack()}
}

// reporter turns errors into what callers see, and logs what they don't.
type reporter struct {
	log       *slog.Logger
	requestID func(context.Context) string
}

// present is gqlgen's error presenter.
func (r reporter) present(ctx context.Context, err error) *gqlerror.Error {
	out := &gqlerror.Error{}
	var wrapped *gqlerror.Error
	if errors.As(err, &wrapped) {
		out.Path, out.Locations = wrapped.Path, wrapped.Locations
	}
	if out.Path == nil {
		out.Path = graphql.GetPath(ctx)
	}

	v := judge(err)
	if v.internal && ofArguments(ctx, err) {
		v = verdict{apperr.BadUserInput, argumentMessage(err), false}
	}
	out.Message = clip(v.message)
	out.Extensions = map[string]any{"code": string(v.code)}
	if v.internal {
		out.Extensions["requestId"] = r.report(ctx, err, out.Path)
	}
	return out
}

// report logs err and returns the request id under which it stands in the log.
func (r reporter) report(ctx context.Context, err error, path ast.Path) string {
	id := r.requestID(ctx)
	attrs := []slog.Attr{slog.String("requestId", id), slog.Any("error", err)}
	if graphql.HasOperationContext(ctx) {
		op := graphql.GetOperationContext(ctx)
		if op.Operation != nil {
			attrs = append(attrs, slog.String("operation", op.Operation.Name))
		}
	}
	if len(path) > 0 {
		attrs = append(attrs, slog.String("path", path.String()))
	}
	if v := viewer.FromContext(ctx); v.SignedIn() {
		attrs = append(attrs, slog.String("user", string(v.UserID)))
	}
	var p *panicked
	if errors.As(err, &p) {
		attrs = append(attrs, slog.String("stack", string(p.stack)))
	}
	r.log.LogAttrs(ctx, slog.LevelError, "graphql: internal error", attrs...)
	return id
}

// newRequestID is for servers that don't name their requests.
func newRequestID(context.Context) string {
	var id [8]byte
	_, _ = rand.Read(id[:]) // never fails
	return hex.EncodeToString(id[:])
}

// ofArguments tells whether err came of reading the arguments of a field, before its resolver ran: the field takes
// arguments and has none yet.
func ofArguments(ctx context.Context, err error) bool {
	var p *panicked
	if errors.As(err, &p) {
		return false
	}
	fc := graphql.GetFieldContext(ctx)
	return fc != nil && fc.Args == nil && fc.Field.Field != nil && fc.Field.Definition != nil && len(fc.Field.Definition.Arguments) > 0
}

// argumentMessage says what is wrong with an argument. The texts come from the scalars that read it.
func argumentMessage(err error) string {
	var wrapped *gqlerror.Error
	if errors.As(err, &wrapped) && wrapped.Err != nil {
		err = wrapped.Err
	}
	text := err.Error()
	if text == "" || strings.Contains(text, "strconv.") || strings.Contains(text, "json:") {
		return "An argument has a value that is not possible."
	}
	return text
}

// refusal is an error in words of this package: of a request that did not get as far as a resolver.
func refusal(code apperr.Code, format string, args ...any) *gqlerror.Error {
	return &gqlerror.Error{
		Message:    clip(fmt.Sprintf(format, args...)),
		Extensions: map[string]any{"code": string(code)},
	}
}

// at adds where in the document the error is.
func at(err *gqlerror.Error, pos *ast.Position) *gqlerror.Error {
	if pos != nil {
		err.Locations = []gqlerror.Location{{Line: pos.Line, Column: pos.Column}}
	}
	return err
}

// codeOf reads the code that refusal and present wrote.
func codeOf(err *gqlerror.Error) apperr.Code {
	code, _ := err.Extensions["code"].(string)
	return apperr.Code(code)
}

// The forms of a parser's message that name no value of the document: a String or number in it may be a secret.
var (
	syntaxForms   = regexp.MustCompile(`^(Unexpected|Expected [^ ]+, found|expected at least one definition, found) ((?:Name "[^"]{1,100}")|<EOF>|[!$()&:=@{}|\[\].]+|Name|String|BlockString|Int|Float)`)
	valueInSyntax = regexp.MustCompile(`^(Unexpected|Expected [^ ]+, found) (String|BlockString|Int|Float)\b`)
)

// syntaxError is what a caller sees of a parser's error.
func syntaxError(err error) *gqlerror.Error {
	var g *gqlerror.Error
	if !errors.As(err, &g) {
		return refusal(apperr.BadUserInput, "The document has a syntax error.")
	}
	if strings.HasPrefix(g.Message, "exceeded token limit") || strings.HasPrefix(g.Message, "exceeded maximum nesting") {
		return refusal(apperr.TooComplex, "The document is too long: %d tokens at most.", maxTokens)
	}
	message := "The document has a syntax error."
	if found := valueInSyntax.FindString(g.Message); found != "" {
		message = "Syntax error: " + found + "."
	} else if found := syntaxForms.FindString(g.Message); found != "" {
		message = "Syntax error: " + found + "."
	}
	out := refusal(apperr.BadUserInput, "%s", message)
	out.Locations = g.Locations
	return out
}

// validationErrors is what a caller sees of a validator's errors: their words without the values that they found.
func validationErrors(list gqlerror.List) gqlerror.List {
	out := make(gqlerror.List, 0, min(len(list), maxErrors))
	for _, g := range list {
		if len(out) == maxErrors {
			break
		}
		message := g.Message
		if strings.HasPrefix(g.Rule, "ValuesOfCorrectType") {
			message = withoutValue(message)
		}
		err := refusal(apperr.BadUserInput, "%s", message)
		err.Locations = g.Locations[:min(len(g.Locations), 2)]
		out = append(out, err)
	}
	return out
}

// withoutValue cuts the value off a validator's message.
func withoutValue(message string) string {
	for _, before := range []string{", found ", " value: "} {
		if head, _, ok := strings.Cut(message, before); ok {
			return head + "."
		}
	}
	if strings.HasPrefix(message, `Value "`) {
		if i := strings.LastIndex(message, `" does not exist in "`); i >= 0 {
			return "A value" + message[i+1:]
		}
	}
	return message
}

// variableError is what a caller sees of a variable that can't be used: which one and why, not its value.
func variableError(err error) *gqlerror.Error {
	var g *gqlerror.Error
	if !errors.As(err, &g) {
		return refusal(apperr.BadUserInput, "A variable has a value that is not possible.")
	}
	path := g.Path
	if len(path) > 0 {
		path = path[1:] // "variable"
	}
	why := g.Message
	if i := strings.LastIndex(why, " is not a valid "); i >= 0 {
		why = why[i+1:]
	} else if strings.HasPrefix(why, "cannot use value ") {
		if i := strings.LastIndex(why, " as "); i >= 0 {
			why = "cannot be used" + why[i:]
		}
	}
	return refusal(apperr.BadUserInput, "Variable $%.100s: %s.", path.String(), why)
}

// clip cuts text to what one message may hold, at a character's end.
func clip(text string) string {
	if len(text) <= maxMessage {
		return text
	}
	const more = "…"
	text = text[:maxMessage-len(more)]
	for !utf8.ValidString(text) {
		text = text[:len(text)-1]
	}
	return text + more
}

// appendErrors writes the errors of a response as JSON.
func appendErrors(b []byte, list gqlerror.List) []byte {
	b = append(b, '[')
	for i, err := range list[:min(len(list), maxErrors)] {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"message":`...)
		b = appendJSON(b, clip(err.Message))
		if len(err.Locations) > 0 {
			b = append(b, `,"locations":`...)
			b = appendJSON(b, err.Locations)
		}
		if len(err.Path) > 0 {
			b = append(b, `,"path":`...)
			b = appendJSON(b, err.Path)
		}
		if len(err.Extensions) > 0 {
			b = append(b, `,"extensions":`...)
			b = appendJSON(b, err.Extensions)
		}
		b = append(b, '}')
	}
	return append(b, ']')
}
