package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"entgo.io/ent/privacy"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/apperr"
)

// errForeign is an error of somebody else's code, with something in it that nobody may see.
var errForeign = errors.New("dial tcp 10.0.0.1:5432: password=hunter2")

func TestPresent_StartsFromTheWorst(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		err     error
		code    string
		message string
		logged  bool
	}{
		{"not signed in", apperr.SignInFirst(), "UNAUTHENTICATED", "Sign in first.", false},
		{"not allowed", apperr.NotAllowed("Only Global Administrators may do this."), "FORBIDDEN", "Only Global Administrators may do this.", false},
		{"unseen", apperr.Unseen("offer"), "NOT_FOUND", "There is no such offer.", false},
		{"bad input", apperr.New(apperr.BadUserInput, "first is at most 100."), "BAD_USER_INPUT", "first is at most 100.", false},
		{"too complex", apperr.New(apperr.TooComplex, "Less, please."), "TOO_COMPLEX", "Less, please.", false},
		{"too often", apperr.New(apperr.RateLimited, "Wait a minute."), "RATE_LIMITED", "Wait a minute.", false},
		{"invalid, in a query", apperr.InvalidInput("email", "Not an address."), "BAD_USER_INPUT", "Not an address.", false},
		{"conflict, in a query", apperr.New(apperr.Conflict, "It changed."), "BAD_USER_INPUT", "It changed.", false},
		{"expired, in a query", apperr.New(apperr.Expired, "It lapsed."), "BAD_USER_INPUT", "It lapsed.", false},
		{"with a cause", apperr.Unseen("offer").Because(errForeign), "NOT_FOUND", "There is no such offer.", false},
		{"wrapped", fmt.Errorf("load offer: %w", apperr.Unseen("offer").Because(errForeign)), "NOT_FOUND", "There is no such offer.", false},
		{"wrapped by gqlgen", gqlerror.WrapPath(ast.Path{ast.PathName("offer")}, apperr.Unseen("offer")), "NOT_FOUND", "There is no such offer.", false},
		{"internal by name", apperr.New(apperr.Internal, "the vault is open"), "INTERNAL", internalMessage, true},
		{"a code from nowhere", apperr.New("TEAPOT", "the vault is open"), "INTERNAL", internalMessage, true},
		{"no row", fmt.Errorf("load: %w", &ent.NotFoundError{}), "NOT_FOUND", unseenMessage, false},
		{"constraint", &ent.ConstraintError{}, "INTERNAL", internalMessage, true},
		{"validation of the store", &ent.ValidationError{Name: "email"}, "INTERNAL", internalMessage, true},
		{"several rows", &ent.NotSingularError{}, "INTERNAL", internalMessage, true},
		{"refused by the store's policy", fmt.Errorf("nobody is named: %w", privacy.Deny), "INTERNAL", internalMessage, true},
		{"too slow", fmt.Errorf("query: %w", context.DeadlineExceeded), "INTERNAL", slowMessage, true},
		{"the caller is gone", fmt.Errorf("query: %w", context.Canceled), "INTERNAL", canceledMessage, false},
		{"somebody else's", errForeign, "INTERNAL", internalMessage, true},
		{"somebody else's, wrapped by gqlgen", gqlerror.WrapPath(nil, errForeign), "INTERNAL", internalMessage, true},
		{"made by gqlgen", gqlerror.Errorf("unexpected type vault"), "INTERNAL", internalMessage, true},
		{"a panic", recovered(context.Background(), "vault"), "INTERNAL", internalMessage, true},
		{"a panic with an error", recovered(context.Background(), errForeign), "INTERNAL", internalMessage, true},
		{"several", errors.Join(errForeign, apperr.NotAllowed("No.")), "FORBIDDEN", "No.", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			book := &logBook{}
			r := reporter{log: slog.New(slog.NewTextHandler(book, nil)), requestID: func(context.Context) string { return "req-1" }}
			got := r.present(context.Background(), c.err)
			if got.Message != c.message || got.Extensions["code"] != c.code {
				t.Errorf("%v %q, want %s %q", got.Extensions["code"], got.Message, c.code, c.message)
			}
			if got.Err != nil {
				t.Error("the cause goes with it")
			}
			if logged := strings.Contains(book.String(), "requestId=req-1"); logged != c.logged {
				t.Errorf("logged: %v, want %v: %s", logged, c.logged, book)
			}
			if id := got.Extensions["requestId"]; (id == "req-1") != c.logged {
				t.Errorf("requestId = %v", id)
			}
			shown, _ := json.Marshal(got)
			for _, secret := range []string{"hunter2", "vault", "10.0.0.1"} {
				if strings.Contains(string(shown), secret) {
					t.Errorf("shown: %s", shown)
				}
			}
		})
	}
}

func TestPresent_KeepsPathAndPlace(t *testing.T) {
	t.Parallel()
	r := reporter{log: slog.New(slog.DiscardHandler), requestID: newRequestID}
	err := gqlerror.WrapPath(ast.Path{ast.PathName("node"), ast.PathIndex(2)}, errForeign)
	err.Locations = []gqlerror.Location{{Line: 3, Column: 5}}
	got := string(appendErrors(nil, gqlerror.List{r.present(context.Background(), err)}))
	for _, want := range []string{`"path":["node",2]`, `"locations":[{"line":3,"column":5}]`, `"code":"INTERNAL"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s has no %s", got, want)
		}
	}
}

func TestSplit_TellsWhatTheCallerCanMend(t *testing.T) {
	t.Parallel()
	for _, code := range []apperr.Code{
		apperr.Invalid, apperr.Conflict, apperr.Expired, apperr.AlreadyAnswered, apperr.LastGlobalAdministrator,
		apperr.TermsChanged, apperr.WrongCredentials, apperr.RateLimited, apperr.JustificationRequired,
	} {
		in := apperr.New(code, "Do this.").On("input", "roles").Because(errForeign)
		errs, err := split(fmt.Errorf("accept: %w", in))
		want := []*model.UserError{{Code: model.UserErrorCode(code), Message: "Do this.", Field: []string{"input", "roles"}}}
		if err != nil || !reflect.DeepEqual(errs, want) {
			t.Errorf("%s: %v, %v", code, errs, err)
		}
		if !model.UserErrorCode(code).IsValid() {
			t.Errorf("%s is no UserErrorCode of the API", code)
		}
	}
	for _, in := range []error{
		apperr.SignInFirst(), apperr.NotAllowed("No."), apperr.Unseen("offer"), apperr.New(apperr.BadUserInput, "No."),
		apperr.New(apperr.TooComplex, "No."), apperr.New(apperr.Internal, "No."), apperr.New("TEAPOT", "No."), errForeign,
		&ent.NotFoundError{}, context.DeadlineExceeded,
		errors.Join(apperr.InvalidInput("a", "No."), errForeign), errors.Join(apperr.InvalidInput("a", "No."), apperr.SignInFirst()),
	} {
		if errs, err := split(in); errs != nil || !errors.Is(err, in) {
			t.Errorf("%v: %v, %v", in, errs, err)
		}
	}
	if errs, err := split(nil); errs != nil || err != nil {
		t.Errorf("nil: %v, %v", errs, err)
	}
	errs, err := split(errors.Join(apperr.InvalidInput("a", "One."), apperr.InvalidInput("b", "Two.")))
	if err != nil || len(errs) != 2 || errs[1].Message != "Two." {
		t.Errorf("two faults: %v, %v", errs, err)
	}
}

func TestAppendErrors_IsBounded(t *testing.T) {
	t.Parallel()
	var list gqlerror.List
	for range 500 {
		list = append(list, refusal(apperr.BadUserInput, "%s", strings.Repeat("é<&\"\x01", 1000)))
	}
	text := appendErrors(nil, list)
	var got []struct{ Message string }
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != maxErrors {
		t.Errorf("%d errors", len(got))
	}
	for _, err := range got {
		if len(err.Message) > maxMessage || !utf8.ValidString(err.Message) || !strings.HasSuffix(err.Message, "…") {
			t.Errorf("message of %d bytes: %q", len(err.Message), err.Message)
		}
	}
}
