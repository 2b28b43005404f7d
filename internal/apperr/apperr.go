// Package apperr is the one error type that people get to see, and its codes.
package apperr

import (
	"errors"
	"fmt"
)

// Code is the kind of a fault. The API shows it as it is.
type Code string

// The codes. The first four are for what the caller can't mend in the input: they become top-level errors. The others
// become userErrors of a payload.
const (
	Unauthenticated Code = "UNAUTHENTICATED"
	Forbidden       Code = "FORBIDDEN"
	NotFound        Code = "NOT_FOUND"
	BadUserInput    Code = "BAD_USER_INPUT"
	TooComplex      Code = "TOO_COMPLEX"
	Internal        Code = "INTERNAL"

	Invalid                 Code = "INVALID"
	Conflict                Code = "CONFLICT"
	Expired                 Code = "EXPIRED"
	AlreadyAnswered         Code = "ALREADY_ANSWERED"
	LastGlobalAdministrator Code = "LAST_GLOBAL_ADMINISTRATOR"
	TermsChanged            Code = "TERMS_CHANGED"
	WrongCredentials        Code = "WRONG_CREDENTIALS"
	RateLimited             Code = "RATE_LIMITED"
	JustificationRequired   Code = "JUSTIFICATION_REQUIRED"
)

// Error is a fault in words that any caller may read. The cause is for the log alone.
type Error struct {
	Code    Code
	Message string
	Field   []string // the path of the input at fault, if one is
	cause   error
}

// New makes an error whose message is safe to show.
func New(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// On names the input at fault.
func (e *Error) On(field ...string) *Error {
	e.Field = field
	return e
}

// Because keeps what lies behind it, for the log.
func (e *Error) Because(cause error) *Error {
	e.cause = cause
	return e
}

func (e *Error) Error() string {
	if e.cause != nil {
		return fmt.Sprintf("%s: %s: %v", e.Code, e.Message, e.cause)
	}
	return fmt.Sprintf("%s: %s", e.Code, e.Message)
}

func (e *Error) Unwrap() error { return e.cause }

// Is compares by code, so that errors.Is(err, apperr.ErrNotFound) reads well.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code && t.Message == ""
}

// What to compare with in errors.Is.
var (
	ErrUnauthenticated = &Error{Code: Unauthenticated}
	ErrForbidden       = &Error{Code: Forbidden}
	ErrNotFound        = &Error{Code: NotFound}
	ErrUnjustified     = &Error{Code: JustificationRequired}
)

// CodeOf tells the code of err: Internal for anything that is not an Error.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}

// SignInFirst is for a caller who is not signed in.
func SignInFirst() *Error { return New(Unauthenticated, "Sign in first.") }

// Unseen is for what does not exist or may not be seen: the two look the same.
func Unseen(what string) *Error { return New(NotFound, "There is no such %s.", what) }

// NotAllowed is for what the caller sees but may not do.
func NotAllowed(format string, args ...any) *Error { return New(Forbidden, format, args...) }

// InvalidInput is for an input that is not possible; field is its path.
func InvalidInput(field, format string, args ...any) *Error {
	return New(Invalid, format, args...).On("input", field)
}
