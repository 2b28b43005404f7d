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
func words(e *ent.AuditEvent) string {
	parts := []string{e.ActorName, e.ActorUserName, e.ActorOrganizationName}
	for _, text := range []*string{e.Target, e.Justification} {
		if text != nil {
			parts = append(parts, *text)
		}
	}
	return strings.Join(folded(strings.Join(parts, " ")), " ")
}

// searched are the words that a search looks for.
func searched(text string) []string {
	all := folded(text)
	return all[:min(len(all), mostWords)]
}

func folded(text string) []string { return strings.Fields(cases.Fold().String(norm.NFKC.String(text))) }
