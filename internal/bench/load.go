package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// connections is how many requests are on their way at once.
const connections = 32

// process is a server that runs beside this program.
type process struct {
	cmd     *exec.Cmd
	address string
	started time.Duration // from its start to its first answer
}

// start runs a server and waits until it answers. What it logs goes to a file.
func start(ctx context.Context, log, address, program string, args ...string) (*process, error) {
	file, err := os.Create(log)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = 15 * time.Second
	cmd.Stdout, cmd.Stderr = file, file
	// Both servers collect garbage alike.
	cmd.Env = append(os.Environ(), "GOGC=400", "GOMEMLIMIT=192MiB")
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p := &process{cmd: cmd, address: address}
	for time.Since(began) < time.Minute {
		if c, err := dial(address); err == nil {
			_, err = c.ask(request("GET", "/healthz", address, "", nil))
			_ = c.conn.Close()
			if err == nil {
				p.started = time.Since(began)
				return p, nil
			}
		}
		time.Sleep(time.Millisecond)
	}
	p.stop()
	return nil, fmt.Errorf("%s does not answer; see %s", filepath.Base(program), log)
}

func (p *process) stop() {
	if p == nil {
		return
	}
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	_ = p.cmd.Wait()
}

// cpu is the time that the process has used so far; 0 where the system does not tell.
func (p *process) cpu() time.Duration {
	body, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(body[bytes.LastIndexByte(body, ')')+1:])) // the first is the state, field 3 of proc(5)
	user, _ := strconv.ParseInt(fields[11], 10, 64)
	system, _ := strconv.ParseInt(fields[12], 10, 64)
	return time.Duration(user+system) * 10 * time.Millisecond
}

// peak is the most memory that the process ever held, in megabytes.
func (p *process) peak() float64 {
	body, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	_, rest, _ := strings.Cut(string(body), "VmHWM:")
	number, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	kilobytes, _ := strconv.ParseFloat(number, 64)
	return kilobytes / 1024
}

// conn is one connection that is kept open. It knows as much of HTTP as the two servers answer with, so that the load
// costs little beside the servers on the same machine.
type conn struct {
	conn   net.Conn
	reader *bufio.Reader
	body   []byte
}

func dial(address string) (*conn, error) {
	c, err := net.DialTimeout("tcp", address, time.Second)
	if err != nil {
		return nil, err
	}
	return &conn{conn: c, reader: bufio.NewReaderSize(c, 32<<10)}, nil
}

// request writes down a request.
func request(method, path, host, token string, body []byte) []byte {
	head := method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: application/json\r\n"
	if token != "" {
		head += "Cookie: delegated-admin=" + token + "\r\n"
	}
	if body != nil {
		head += "Content-Type: application/json\r\nContent-Length: " + strconv.Itoa(len(body)) + "\r\n"
	}
	return append([]byte(head+"\r\n"), body...)
}

// ask sends a request and returns the body of the answer, which is good until the next. Another status than 200 is an
// error.
func (c *conn) ask(request []byte) ([]byte, error) {
	if _, err := c.conn.Write(request); err != nil {
		return nil, err
	}
	status, length := "", -1
	for {
		line, err := c.reader.ReadSlice('\n')
		if err != nil {
			return nil, err
		}
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		if status == "" {
			status = string(line)
			continue
		}
		const name = "Content-Length: "
		if len(line) > len(name) && string(line[:len(name)]) == name {
			if length, err = strconv.Atoi(string(line[len(name):])); err != nil {
				return nil, err
			}
		}
	}
	if length < 0 {
		return nil, errors.New("an answer without a length: " + status)
	}
	if cap(c.body) < length {
		c.body = make([]byte, length)
	}
	c.body = c.body[:length]
	if _, err := io.ReadFull(c.reader, c.body); err != nil {
		return nil, err
	}
	if !strings.HasPrefix(status, "HTTP/1.1 200") {
		return nil, fmt.Errorf("%s: %.200s", status, c.body)
	}
	return c.body, nil
}

// measured is what a round showed.
type measured struct {
	requests int64
	rate     float64       // requests in a second
	cpu      time.Duration // of the server, for a request
}

// load asks a server over and over, on all connections at once. next writes down a request; check looks at each
// answer.
func load(ctx context.Context, p *process, for_ time.Duration, next func() []byte, check func(body []byte) error) (measured, error) {
	var count atomic.Int64
	var failure atomic.Pointer[error]
	var wait sync.WaitGroup
	before := p.cpu()
	began := time.Now()
	end := began.Add(for_)
	for range connections {
		c, err := dial(p.address)
		if err != nil {
			return measured{}, err
		}
		wait.Go(func() {
			defer func() { _ = c.conn.Close() }()
			for time.Now().Before(end) && ctx.Err() == nil && failure.Load() == nil {
				body, err := c.ask(next())
				if err == nil {
					err = check(body)
				}
				if err != nil {
					failure.Store(&err)
					return
				}
				count.Add(1)
			}
		})
	}
	wait.Wait()
	took := time.Since(began)
	if err := failure.Load(); err != nil {
		return measured{}, *err
	}
	n := count.Load()
	return measured{n, float64(n) / took.Seconds(), (p.cpu() - before) / time.Duration(n)}, ctx.Err()
}
