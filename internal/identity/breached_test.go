package identity

import (
	"crypto/sha1"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"delegatedadmin.example/internal/apperr"
)

// listOf writes a list of breached passwords as they are published, or as tools write it that know other ends of lines.
func listOf(t *testing.T, end string, lower bool, passwords ...string) string {
	t.Helper()
	var lines []string
	for i, password := range passwords {
		line := fmt.Sprintf("%X:%d", sha1.Sum([]byte(password)), i*i)
		if lower {
			line = strings.ToLower(line[:40])
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	path := filepath.Join(t.TempDir(), "breached.txt")
	if err := os.WriteFile(path, []byte(strings.Join(lines, end)+end), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestBreached_FindsEachPasswordAndNoOther(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 2, 3, 500} {
		var in []string
		for i := range n {
			in = append(in, fmt.Sprintf("a password from a breach %d", i))
		}
		in = append(in, norm.NFC.String("pässwörd of somebody"))
		for _, end := range []string{"\n", "\r\n"} {
			list, err := OpenBreached(listOf(t, end, end == "\n" && n == 3, in...))
			if err != nil {
				t.Fatal(err)
			}
			people := &Service{Breached: list}
			for i, password := range append(in, norm.NFD.String("pässwörd of somebody")) {
				if err := people.ValidatePassword(password); apperr.CodeOf(err) != apperr.Invalid {
					t.Errorf("of %d, %d may be chosen: %v", n, i, err)
				}
				if err := people.ValidatePassword(password + "!"); err != nil {
					t.Errorf("of %d, %d with another sign: %v", n, i, err)
				}
			}
		}
	}
}

func TestOpenBreached_TakesNothingElse(t *testing.T) {
	t.Parallel()
	hash := func(first string) string { return first + strings.Repeat("0", 39) }
	for name, content := range map[string]string{
		"empty": "", "passwords": "123456\nqwerty\n", "in no order": hash("B") + ":1\n" + strings.Repeat(hash("A")+":1\n", 100),
		"one long line": strings.Repeat("A", 10_000), "SHA-256": strings.Repeat("A", 64) + "\n", "not hexadecimal": hash("G") + "\n",
	} {
		path := filepath.Join(t.TempDir(), "list.txt")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := OpenBreached(path); err == nil {
			t.Errorf("%s: it is taken for a list", name)
		}
	}
	if _, err := OpenBreached(filepath.Join(t.TempDir(), "nothing")); err == nil {
		t.Error("a file that is not there is taken for a list")
	}
}
