package main

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"delegatedadmin.example/internal/apptest"
)

// run runs a command to its end and returns what it prints.
func run(tb testing.TB, args ...string) (string, error) {
	tb.Helper()
	var out bytes.Buffer
	err := command(tb.Context(), args, &out)
	return out.String(), err
}

func TestCommand_SaysInOneLineWhatIsWrong(t *testing.T) {
	busy, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = busy.Close() }()
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("this is text, and no database at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args string
		want string
	}{
		{"--bogus", "there is no flag --bogus"},
		{"start", `there is no command "start"`},
		{"--listen nowhere", "is not HOST:PORT"},
		{"--listen " + busy.Addr().String(), "is in use by another program"},
		{"--demo --listen 0.0.0.0:0", "this machine alone"},
		{"--demo --listen :0", "this machine alone"},
		{"--demo --listen example.com:0", "this machine alone"},
		{"--demo --listen [::]:0", "this machine alone"},
		{"--base-url ftp://admin.example", "does not look like https://admin.example"},
		{"--base-url admin.example", "does not look like https://admin.example"},
		{"--base-url https://admin.example/path", "does not look like https://admin.example"},
		{"--base-url https://u:p@admin.example", "does not look like https://admin.example"},
		{"--smtp http://user:secret@mail.example", "the mail server is named as"},
		{"--trusted-proxies many", `"many" for --trusted-proxies`},
		{"--trusted-proxies -1", "--trusted-proxies"},
		{"--listen localhost:0 --database mysql://x", "the database is named as"},
		{"--listen localhost:0 --database sqlite:" + file, "is not a SQLite database"},
		{"--listen localhost:0 --database sqlite:" + file + "/x.db", "the folder of"},
		{"--listen localhost:0 --database postgres://nobody@127.0.0.1:1/none", "PostgreSQL is not reachable"},
		{"organization", "organization create"},
		{"organization delete", "organization create"},
		{"organization create", "--name is missing"},
		{"audit", "audit verify"},
		{"audit delete", "audit verify"},
		{"organization create --name N --domain D", "--admin-name is missing"},
		{"organization create --name N --admin-name A --domain not_a_domain", "is not a domain"},
		{"organization create --name N --admin-name A --domain n.example --email a,b@c.example", "--email"},
		{"organization create --name N --admin-name A --domain n.example --partner", "--partner and --terms go together"},
		{"organization create --name N --admin-name A --domain n.example --partner --terms " + file + "x", "no such file"},
	} {
		out, err := run(t, strings.Fields(c.args)...)
		if err == nil {
			t.Errorf("%s: it does it", c.args)
			continue
		}
		line := oneLine(err)
		if !strings.Contains(line, c.want) || strings.ContainsAny(line, "\r\n") || strings.Contains(line, "secret") || out != "" {
			t.Errorf("%s: it says %q (and %q)", c.args, line, out)
		}
	}
}

func TestCommand_HelpAndVersion(t *testing.T) {
	out, err := run(t, "--help")
	if err != nil {
		t.Fatal(err)
	}
	for _, flag := range []string{"listen", "base-url", "database", "smtp", "mail-from", "initial-domain", "dns-resolver", "breached-passwords", "demo", "trusted-proxies", "audit-checkpoints", "version"} {
		if !strings.Contains(out, "  --"+flag) {
			t.Errorf("the help does not tell of --%s:\n%s", flag, out)
		}
	}
	if out, err := run(t, "organization", "create", "--help"); err != nil || !strings.Contains(out, "--admin-name NAME") {
		t.Errorf("organization create --help: %q, %v", out, err)
	}
	if out, err := run(t, "audit", "verify", "--help"); err != nil || !strings.Contains(out, "--audit-checkpoints FILE") {
		t.Errorf("audit verify --help: %q, %v", out, err)
	}
	if out, err := run(t, "--version"); err != nil || !strings.HasPrefix(out, "delegated-admin ") {
		t.Errorf("--version: %q, %v", out, err)
	}
}

func TestSettings_AFlagGoesBeforeTheEnvironment(t *testing.T) {
	t.Setenv("DELEGATED_ADMIN_LISTEN", "nowhere")
	if _, err := run(t); err == nil || !strings.Contains(err.Error(), `"nowhere"`) {
		t.Errorf("the environment is not read: %v", err)
	}
	if _, err := run(t, "--listen", "elsewhere"); err == nil || !strings.Contains(err.Error(), `"elsewhere"`) {
		t.Errorf("the flag does not go first: %v", err)
	}
	t.Setenv("DELEGATED_ADMIN_TRUSTED_PROXIES", "many")
	if _, err := run(t); err == nil || !strings.Contains(err.Error(), "DELEGATED_ADMIN_TRUSTED_PROXIES") {
		t.Errorf("it does not name the variable: %v", err)
	}
}

// started is a server that runs.
type started struct {
	url  string
	text chan string // all that it printed, once it has ended
	stop func() error
}

// mustStart starts the server and waits until it says where it is.
func mustStart(tb testing.TB, args ...string) *started {
	tb.Helper()
	ctx, cancel := context.WithCancel(tb.Context())
	r, w := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		err := command(ctx, append([]string{"--listen", "localhost:0"}, args...), w)
		_ = w.CloseWithError(io.EOF)
		ended <- err
	}()
	lines := bufio.NewReader(r)
	first, err := lines.ReadString('\n')
	if err != nil {
		cancel()
		tb.Fatal("the server does not start: ", <-ended)
	}
	s := &started{url: regexp.MustCompile(`http://\S+`).FindString(first), text: make(chan string, 1)}
	go func() {
		rest, _ := io.ReadAll(lines)
		s.text <- first + string(rest)
	}()
	stopped := false
	s.stop = func() error {
		cancel()
		if stopped {
			return nil
		}
		stopped = true
		return <-ended
	}
	tb.Cleanup(func() {
		if err := s.stop(); err != nil {
			tb.Error("the server ends with: ", err)
		}
	})
	return s
}

func TestDemo_StartsTwiceOnOneFile_AndStopsWhenAsked(t *testing.T) {
	url := "sqlite:" + filepath.Join(t.TempDir(), "new", "folder", "demo.db")
	var organizations [2]int
	for i := range organizations {
		s := mustStart(t, "--demo", "--database", url)
		c := &apptest.Client{URL: s.url, HTTP: http.DefaultClient}
		r := c.MustQuery(t, `mutation { signIn(input: {userName: "admin@contoso.example", password: "delegated-demo"}) { viewer { user { userName } } userErrors { message } } }`, nil)
		if r.At("signIn", "viewer", "user", "userName") != "admin@contoso.example" {
			t.Errorf("signing in: %s", r.Raw)
		}
		r = c.MustQuery(t, `{ installation { demo demoAccounts { userName password } } }`, nil)
		accounts, _ := r.At("installation", "demoAccounts").([]any)
		organizations[i] = len(accounts)
		if r.At("installation", "demo") != true || len(accounts) != 6 {
			t.Errorf("the installation is %s", r.Raw)
		}
		for _, path := range []string{"/healthz", "/mailbox"} {
			resp, err := http.Get(s.url + path)
			if err != nil {
				t.Fatal(err)
			}
			_ = resp.Body.Close()
			if resp.StatusCode != http.StatusOK {
				t.Errorf("%s answers %d", path, resp.StatusCode)
			}
		}
		if err := s.stop(); err != nil {
			t.Fatal(err)
		}
		text := <-s.text
		for _, part := range []string{s.url, "admin@contoso.example", "delegated-demo", "/mailbox", "demo"} {
			if !strings.Contains(text, part) {
				t.Errorf("it does not say %q: %s", part, text)
			}
		}
		if resp, err := http.Get(s.url + "/healthz"); err == nil {
			_ = resp.Body.Close()
			t.Error("it still answers")
		}
	}
}

func TestOrganizationCreate_GivesALinkWithWhichTheAdministratorBegins(t *testing.T) {
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		if db.Dialect == "postgres" {
			db = apptest.DurablePostgres(t) // a server refuses one that may lose what it acknowledged
		}
		terms := filepath.Join(t.TempDir(), "terms.txt")
		if err := os.WriteFile(terms, []byte("We do it well.\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		s := mustStart(t, "--database", db.URL)
		for _, c := range []struct {
			more     []string
			userName string
			partner  any
		}{
			{[]string{"--name", "Contoso", "--domain", "Contoso.example"}, "admin@contoso.example", nil},
			{[]string{"--name", "Fabrikam", "--domain", "fabrikam.example", "--admin-user", "lidia@fabrikam.example", "--partner", "--terms", terms}, "lidia@fabrikam.example", "Fabrikam"},
		} {
			args := append([]string{"organization", "create", "--database", db.URL, "--base-url", s.url, "--admin-name", "Megan Bowen"}, c.more...)
			out, err := run(t, args...)
			if err != nil {
				t.Fatal(err)
			}
			token := regexp.MustCompile(regexp.QuoteMeta(s.url) + `/sign-in-link#([\w-]{43})\n`).FindStringSubmatch(out)
			if token == nil || !strings.Contains(out, c.userName) {
				t.Fatalf("it prints %q", out)
			}
			const redeem = `mutation($token: String!) { redeemSignInLink(input: {token: $token, newPassword: "a good long password"}) {
				viewer { user { userName } roles partner { name terms { text } } } userErrors { code } } }`
			client := &apptest.Client{URL: s.url, HTTP: http.DefaultClient}
			r := client.MustQuery(t, redeem, apptest.Vars{"token": token[1]})
			if r.At("redeemSignInLink", "viewer", "user", "userName") != c.userName || r.At("redeemSignInLink", "viewer", "partner", "name") != c.partner ||
				fmt.Sprint(r.At("redeemSignInLink", "viewer", "roles")) != "[GLOBAL_ADMINISTRATOR]" {
				t.Errorf("the link: %s", r.Raw)
			}
			if _, err := run(t, args...); err == nil || !strings.Contains(err.Error(), "is taken") {
				t.Errorf("the same organization again: %v", err)
			}
		}
	})
}

// A server signs where its audit log stands, at the latest when it stops; what is done to the log then is found, one line
// for each fault.
func TestAuditVerify_FindsWhatWasDoneSinceTheServerStopped(t *testing.T) {
	dir := t.TempDir()
	database := filepath.Join(dir, "a.db")
	if out, err := run(t, "audit", "verify", "--database", "sqlite:"+database); err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("of no database it says %q, %v", out, err)
	}
	create := []string{"organization", "create", "--name", "Contoso", "--domain", "contoso.example", "--admin-name", "Megan", "--database", "sqlite:" + database}
	if _, err := run(t, create...); err != nil {
		t.Fatal(err)
	}
	verify := []string{"audit", "verify", "--database", "sqlite:" + database}
	if out, err := run(t, verify...); err != nil || !strings.Contains(out, "There are no checkpoints") {
		t.Errorf("without checkpoints it says %q, %v", out, err)
	}
	if err := mustStart(t, "--database", "sqlite:"+database).stop(); err != nil {
		t.Fatal(err)
	}
	if out, err := run(t, verify...); err != nil || !strings.Contains(out, "1 organizations, 1 events, 1 checkpoints") {
		t.Errorf("after the server it says %q, %v", out, err)
	}
	db, err := sql.Open("sqlite3", database)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.Exec("DELETE FROM audit_events; UPDATE audit_heads SET sequence = 0, hash = zeroblob(32)"); err != nil {
		t.Fatal(err)
	}
	out, err := run(t, verify...)
	if err == nil || strings.Count(out, "FAULT: ") != 1 || strings.Count(out, "\n") != 1 || !strings.Contains(err.Error(), "1 faults") {
		t.Errorf("of a log that is gone it says %q, %v", out, err)
	}
	if _, err := run(t, append(verify, "--audit-checkpoints", filepath.Join(dir, "none"))...); err == nil {
		t.Error("checkpoints that are not there will do")
	}
}
