package delegation

import (
	"testing"
	"time"

	"delegatedadmin.example/ent/schema/schematype"
)

func TestLastWeek_EndsOnMonday(t *testing.T) {
	t.Parallel()
	for now, want := range map[string]string{
		"2026-11-22T23:59:59.999Z":  "9 to 15 November",
		"2026-11-23T00:00:00Z":      "16 to 22 November",
		"2026-11-23T00:30:00+01:00": "9 to 15 November",
		"2026-11-29T12:00:00Z":      "16 to 22 November",
		"2026-12-07T00:00:00Z":      "30 November to 6 December",
		"2027-01-04T00:00:00Z":      "28 December 2026 to 3 January 2027",
	} {
		at, err := time.Parse(time.RFC3339, now)
		if err != nil {
			t.Fatal(err)
		}
		w := lastWeek(at)
		if got := w.inWords(); got != want || w.until.Weekday() != time.Monday || w.until.After(at) {
			t.Errorf("%s: the last week was %s, want %s", now, got, want)
		}
	}
}

func TestTallies_InWords(t *testing.T) {
	t.Parallel()
	done := func(action string, n int) *tally {
		return &tally{action: action, times: n, result: schematype.AuditDone}
	}
	for want, tallies := range map[string][]*tally{
		"created 3 users, reset 1 password": {done("user.password.reset", 1), done("user.create", 1), done("user.create", 2)},
		"changed the technical contact":     {done("organization.contact.update", 1)},
		"verified 1 domain, changed the default domain 2 times, did 2 other things": {
			done("domain.default", 2), done("tomorrow.invent", 1), done("domain.verify", 1), done("tomorrow.think", 1),
		},
	} {
		if got := doneInWords(tallies); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for want, tallies := range map[string][]*tally{
		"once: delete a user":                          {done("user.delete", 1)},
		"3 times: delete a user, reset a password (2)": {done("user.password.reset", 2), done("user.delete", 1)},
		"2 times: assign a license, do something else": {done("tomorrow.invent", 1), done("license.assign", 1)},
	} {
		if got := refusedInWords(tallies); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
