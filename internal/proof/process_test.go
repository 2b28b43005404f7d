package proof

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

var system = viewer.NewContext(context.Background(), viewer.System)

// built is the server's binary by its build tags, made once for all tests.
var built sync.Map

func binary(t *testing.T, tags string) string {
	t.Helper()
	build, _ := built.LoadOrStore(tags, sync.OnceValues(func() (string, error) {
		dir, err := os.MkdirTemp("", "delegated-admin-proof")
		if err != nil {
			return "", err
		}
		path := filepath.Join(dir, "delegated-admin")
		out, err := exec.Command("go", "build", "-tags", tags, "-o", path, "delegatedadmin.example").CombinedOutput()
		if err != nil {
			return "", fmt.Errorf("build the server: %w\n%s", err, out)
		}
		return path, nil
	}))
	path, err := build.(func() (string, error))()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestMain(m *testing.M) {
	// The command line is read afterwards and has the last word.
	check(flag.Set("rapid.checks", strconv.Itoa(playsInAPart)))
	check(flag.Set("rapid.nofailfile", "true"))
	code := m.Run()
	built.Range(func(_, build any) bool {
		if path, err := build.(func() (string, error))(); err == nil {
			_ = os.RemoveAll(filepath.Dir(path))
		}
		return true
	})
	os.Exit(code)
}

// process is a server process.
type process struct {
	url string
	cmd *exec.Cmd
	log *bytes.Buffer
}

// start runs a server process on a database until the test ends or it is killed, and waits until it answers.
func start(t *testing.T, path, database string) *process {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	_ = listener.Close()
	p := &process{url: "http://" + address, log: &bytes.Buffer{}}
	p.cmd = exec.Command(path, "--listen", address, "--base-url", p.url, "--database", database, "--smtp", "smtp://127.0.0.1:9")
	p.cmd.Stderr, p.cmd.Stdout = p.log, p.log
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	exited := make(chan struct{})
	go func() {
		_ = p.cmd.Wait()
		close(exited)
	}()
	t.Cleanup(func() {
		_ = p.cmd.Process.Kill()
		<-exited
		if t.Failed() {
			text := p.log.String()
			t.Logf("the server at %s says:\n%s", p.url, text[max(0, len(text)-3000):])
		}
	})
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if resp, err := http.Get(p.url + "/healthz"); err == nil {
			_ = resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return p
			}
		}
		select {
		case <-exited:
			t.Fatalf("the server ended at its start:\n%s", p.log)
		default:
		}
		if time.Now().After(deadline) {
			t.Fatal("the server does not answer")
		}
	}
}

func (p *process) kill() { _ = p.cmd.Process.Kill() }

// session is a person's session at any server process of one database.
type session struct {
	token string
	http  *http.Client
}

var connections = &http.Client{
	Transport: &http.Transport{MaxIdleConnsPerHost: 64},
	Timeout:   30 * time.Second,
}

// signIn starts a session without a password.
func signIn(ctx context.Context, st *store.Store, person uid.ID) (session, error) {
	browser := &identity.Browser{UserAgent: "proof"}
	ctx = identity.WithBrowser(ctx, browser)
	people := identity.New(st, nil)
	err := st.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error { return people.StartSession(ctx, tx, person) })
	if err != nil {
		return session{}, err
	}
	return session{browser.NewCookie().Token, connections}, nil
}

type vars = map[string]any

// answer is what the API says.
type answer struct {
	Data   map[string]any
	Errors []struct {
		Message    string
		Extensions struct{ Code string }
	}
}

// code is the first error's code; empty without errors.
func (a answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	return a.Errors[0].Extensions.Code
}

func (a answer) at(path ...string) any {
	var value any = a.Data
	for _, name := range path {
		object, _ := value.(map[string]any)
		value = object[name]
	}
	return value
}

// ask sends a document to a server process. An error means that nobody knows what came of it.
func (s session) ask(at *process, document string, v vars) (a answer, err error) {
	body, err := json.Marshal(vars{"query": document, "variables": v})
	if err != nil {
		return a, err
	}
	req, err := http.NewRequest(http.MethodPost, at.url+"/graphql", bytes.NewReader(body))
	if err != nil {
		return a, err
	}
	req.Header.Set("Content-Type", "application/json")
	if s.token != "" {
		req.AddCookie(&http.Cookie{Name: "delegated-admin", Value: s.token})
	}
	resp, err := s.http.Do(req)
	if err != nil {
		return a, err
	}
	defer func() { err = errors.Join(err, resp.Body.Close()) }()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return a, err
	}
	if err := json.Unmarshal(raw, &a); err != nil {
		return a, fmt.Errorf("%d %q: %w", resp.StatusCode, raw, err)
	}
	if a.code() == "INTERNAL" {
		return a, errors.New(strings.TrimSpace(string(raw)))
	}
	return a, nil
}
