// Package cluster starts throw-away PostgreSQL servers, for tests and for the generator of migrations.
package cluster

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// ErrAbsent is returned when PostgreSQL is not installed.
var ErrAbsent = errors.New("PostgreSQL is not installed (apt-get install postgresql)")

// Options say how a cluster differs from the usual.
type Options struct {
	Durable  bool              // keep what is acknowledged: fsync and full page writes are on
	Settings map[string]string // more settings of the server
}

// Cluster is a PostgreSQL server that listens on a socket in a folder of its own. It ends, and its folder goes, when
// Stop is called or this process ends in any way.
type Cluster struct {
	dir  string
	stop io.Closer
	done chan struct{}
}

// supervisor runs the server until its input ends, which it does when the process that started it is gone.
const supervisor = `"$1/postgres" -D "$2/data" >"$2/log" 2>&1 &
server=$!
read -r _
kill -QUIT $server 2>/dev/null
wait $server
rm -rf "$2"`

// Start makes a cluster and waits until it answers.
func Start(ctx context.Context, o Options) (*Cluster, error) {
	bin, err := binaries()
	if err != nil {
		return nil, err
	}
	owner, err := unprivileged()
	if err != nil {
		return nil, err
	}
	dir, err := folder(owner)
	if err != nil {
		return nil, err
	}
	c, err := start(ctx, bin, dir, owner, o)
	if err != nil {
		_ = os.RemoveAll(dir)
		return nil, err
	}
	return c, nil
}

func start(ctx context.Context, bin, dir string, owner *syscall.Credential, o Options) (*Cluster, error) {
	initdb := exec.CommandContext(ctx, filepath.Join(bin, "initdb"), "--pgdata", dir+"/data", "--username", "postgres",
		"--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync", "--no-instructions")
	initdb.Dir = dir
	initdb.SysProcAttr = &syscall.SysProcAttr{Credential: owner}
	if out, err := initdb.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("initdb: %w: %s", err, bytes.TrimSpace(out))
	}
	if err := configure(dir, o); err != nil {
		return nil, err
	}
	cmd := exec.Command("sh", "-c", supervisor, "sh", bin, dir) //nolint:noctx // it lives on
	cmd.Dir = dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: owner, Setpgid: true} // so that Ctrl-C leaves it to the supervisor
	input, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	c := &Cluster{dir: dir, stop: input, done: make(chan struct{})}
	go func() {
		defer close(c.done)
		_ = cmd.Wait()
	}()
	if err := c.answers(ctx); err != nil {
		log, _ := os.ReadFile(dir + "/log")
		c.Stop()
		return nil, fmt.Errorf("PostgreSQL does not start: %w: %s", err, bytes.TrimSpace(log))
	}
	return c, nil
}

func configure(dir string, o Options) error {
	settings := map[string]string{
		"listen_addresses":        "",
		"unix_socket_directories": dir,
		"max_connections":         "300",
		"shared_buffers":          "32MB",
		"jit":                     "off",
		"autovacuum_naptime":      "10min",
		"fsync":                   "off",
		"full_page_writes":        "off",
		"timezone":                "Asia/Kolkata", // a time that is not read as UTC shows at once
	}
	if o.Durable {
		settings["fsync"], settings["full_page_writes"] = "on", "on"
	}
	for name, value := range o.Settings {
		settings[name] = value
	}
	f, err := os.OpenFile(dir+"/data/postgresql.conf", os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	for name, value := range settings {
		if _, err := fmt.Fprintf(f, "%s = '%s'\n", name, strings.ReplaceAll(value, "'", "''")); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return f.Close()
}

// answers waits until a connection can be made.
func (c *Cluster) answers(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, c.URL("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-ctx.Done():
			return err
		case <-c.done:
			return err
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// URL names a database of the cluster.
func (c *Cluster) URL(database string) string {
	query := url.Values{"host": {c.dir}}
	return "postgres://postgres@/" + url.PathEscape(database) + "?" + query.Encode()
}

// Exec runs a statement in a database of the cluster.
func (c *Cluster) Exec(ctx context.Context, database, statement string) error {
	conn, err := pgx.Connect(ctx, c.URL(database))
	if err != nil {
		return err
	}
	_, err = conn.Exec(ctx, statement)
	return errors.Join(err, conn.Close(ctx))
}

// Stop ends the server at once and waits until it is gone.
func (c *Cluster) Stop() {
	_ = c.stop.Close()
	<-c.done
}

// binaries finds the newest PostgreSQL.
func binaries() (string, error) {
	if found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb"); len(found) > 0 {
		newest := slices.MaxFunc(found, func(a, b string) int { return release(a) - release(b) })
		return filepath.Dir(newest), nil
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		if path, err = filepath.EvalSymlinks(path); err == nil {
			return filepath.Dir(path), nil
		}
	}
	return "", ErrAbsent
}

func release(initdb string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(initdb))))
	return n
}

// unprivileged is who runs the server, which refuses to run as root; nil for whoever we are.
func unprivileged() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err1 := strconv.ParseUint(u.Uid, 10, 32)
		gid, err2 := strconv.ParseUint(u.Gid, 10, 32)
		if err := errors.Join(err1, err2); err != nil {
			return nil, err
		}
		return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
	}
	return nil, errors.New("PostgreSQL does not run as root, and there is no user postgres or nobody")
}

// folder makes a folder whose path is short enough for a socket, and which its owner can reach.
func folder(owner *syscall.Credential) (string, error) {
	parent := os.TempDir()
	if owner != nil || len(parent) > 60 {
		parent = "/tmp"
	}
	dir, err := os.MkdirTemp(parent, "delegated-admin-pg-")
	if err != nil {
		return "", err
	}
	if owner != nil {
		if err := os.Chown(dir, int(owner.Uid), int(owner.Gid)); err != nil {
			return "", err
		}
	}
	return dir, nil
}
