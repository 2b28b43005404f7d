package audit

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"delegatedadmin.example/ent"
)

// mostWords is how many words of a search count.
const mostWords = 8

// words are what a search looks into: the names of who did something, what it was done to, and why. Case and Unicode
// forms make no difference.
func words(e *ent.AuditEvent) string { return strings.Join(folded(told(e)), " ") }

// told is the text of which the words are made.
func told(e *ent.AuditEvent) string {
	parts := []string{e.ActorName, e.ActorUserName, e.ActorOrganizationName, "", ""}
	for i, text := range []*string{e.Target, e.Justification} {
		if text != nil {
			parts[3+i] = *text
		}
	}
	return strings.Join(parts, " ")
}

// follow tells whether the words are those of the event. Of events that are older than their words a migration made them:
// in the lower case of the database, which may know that of ASCII alone.
func follow(e *ent.AuditEvent) bool {
	text := told(e)
	return e.Words == words(e) || e.Words == strings.ToLower(text) || e.Words == strings.Map(lowerASCII, text)
}

func lowerASCII(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
}

// searched are the words that a search looks for.
func searched(text string) []string {
	all := folded(text)
	return all[:min(len(all), mostWords)]
}

func folded(text string) []string { return strings.Fields(cases.Fold().String(norm.NFKC.String(text))) }
