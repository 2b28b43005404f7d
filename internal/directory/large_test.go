package directory_test

import (
	"fmt"
	"testing"
	"time"

	"delegatedadmin.example/internal/apptest"
)

// An import of 10,000 lines, as the app does it: a hundred requests of a hundred lines, one after the other. Then words
// are looked for among them.
func TestCreateUsers_TenThousandInTwentySeconds(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures time")
	}
	s := apptest.NewServer(t, apptest.SQLite(t))
	c, contoso := s.As(t, uma), s.Organizations["Contoso"]
	begin, longest := time.Now(), time.Duration(0)
	for request := range 100 {
		lines := make([]vars, 100)
		for i := range lines {
			n := request*100 + i
			lines[i] = newUser(fmt.Sprintf("user%d", n), "displayName", fmt.Sprintf("First%d Second%d", n, n%97))
		}
		start := time.Now()
		if how, _ := create(t, c, contoso, false, lines...); how[99] != "created" {
			t.Fatalf("request %d: %q", request, how)
		}
		longest = max(longest, time.Since(start))
	}
	took := time.Since(begin)
	t.Logf("10,000 users in %v, the longest request %v", took, longest)
	if took > 20*time.Second {
		t.Errorf("10,000 users took %v", took)
	}
	for _, args := range []string{`first: 20`, `first: 20, search: "second42"`, `first: 20, search: "s"`, `first: 20, filter: {role: USER_ADMINISTRATOR}`, `last: 20, orderBy: {field: CREATED_AT, direction: DESC}`} {
		start := time.Now()
		c.MustQuery(t, `query($o: ID!) { node(id: $o) { ... on Organization { users(`+args+`) { edges { node { id displayName } } } } } }`, vars{"o": contoso})
		t.Logf("users(%s): %v", args, time.Since(start))
	}
}
