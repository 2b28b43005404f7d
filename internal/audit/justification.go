package audit

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegatedadmin.example/internal/apperr"
)

// longestJustification is how many characters a justification has at most.
const longestJustification = 500

type justificationKey struct{}

// Justified puts into ctx why the caller does what the request asks for, in their words: it stands in the events that the
// request causes. An empty text says nothing. BAD_USER_INPUT for one that is too long or not plain text.
func Justified(ctx context.Context, text string) (context.Context, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return ctx, nil
	}
	control := func(r rune) bool { return unicode.IsControl(r) && r != '\n' }
	if !utf8.ValidString(text) || utf8.RuneCountInString(text) > longestJustification || strings.ContainsFunc(text, control) {
		return ctx, apperr.New(apperr.BadUserInput, "A justification is plain text of at most %d characters.", longestJustification)
	}
	return context.WithValue(ctx, justificationKey{}, text), nil
}

// Justification is why the caller does what the request asks for; empty when they did not say.
func Justification(ctx context.Context) string {
	text, _ := ctx.Value(justificationKey{}).(string)
	return text
}
