package mail

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sender hands a mail on. A nil error says that somebody else is responsible for it now.
type Sender interface {
	Send(ctx context.Context, m Outgoing) error
}

// SendError says why a mail was not sent.
type SendError struct {
	// ForGood: trying again would not help.
	ForGood bool
	// Down: it is not about this mail, the server can't be reached or takes none at all.
	Down bool
	// Unsure: the server may have taken it and could not say so.
	Unsure bool
	// Reason is for the partner's people: what the mail server said, without anything secret.
	Reason string
	cause  error
}

func (e *SendError) Error() string {
	if e.cause != nil {
		return e.Reason + ": " + e.cause.Error()
	}
	return e.Reason
}

func (e *SendError) Unwrap() error { return e.cause }

// asSendError takes an error of an unknown kind for one that may pass.
func asSendError(err error) *SendError {
	var e *SendError
	if errors.As(err, &e) {
		return e
	}
	return &SendError{Reason: "The mail could not be sent.", cause: err}
}

// maxReason is the longest reason that is kept, in bytes.
const maxReason = 1000

var tokenInLink = regexp.MustCompile(`(?i)authorize(?:#|%23|=23)\S*`)

// readable makes a reason fit to be kept and shown: one line, short, and without the secret, not even a part of it.
func readable(reason, secret string) string {
	reason = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(reason, " "), func(r rune) bool {
		return unicode.IsSpace(r) || hidden(r)
	}), " ")
	reason = tokenInLink.ReplaceAllString(reason, "authorize#…")
	if quotesSecret(reason, secret) {
		reason = "The mail server refused the mail."
	}
	for len(reason) > maxReason {
		_, size := utf8.DecodeLastRuneInString(reason)
		reason = reason[:len(reason)-size]
	}
	return reason
}

// quotesSecret tells whether eight characters or more of secret stand in s, even if spaces or soft line ends were put
// between them or the case was changed.
func quotesSecret(s, secret string) bool {
	squeeze := strings.NewReplacer(" ", "", "=", "")
	s, secret = strings.ToLower(squeeze.Replace(s)), strings.ToLower(squeeze.Replace(secret))
	const part = 8
	for i := 0; i+part <= len(secret); i++ {
		if strings.Contains(s, secret[i:i+part]) {
			return true
		}
	}
	return false
}
