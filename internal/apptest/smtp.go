package apptest

import (
	"bufio"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"
)

// Mail is what the test's mail server got, with the envelope it came in.
type Mail struct {
	From string
	To   []string
	Body string // as it came, with CRLF
}

// Fault is what a mail server does wrong.
type Fault struct {
	// At is the step: "connect", "greeting", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA" (the command) or "."
	// (the end of the mail).
	At string
	// Answer is a reply such as "451 later". Without one the step hangs, or with Drop the connection breaks.
	Answer string
	Drop   bool
	// Take: a mail whose end goes wrong is kept nevertheless.
	Take bool
	// Times is how many connections meet the fault; all of them when it is 0.
	Times int
	// For limits it to mails for one recipient, from RCPT on.
	For string
}

// SMTP is a mail server for tests. It speaks SMTP over TCP and keeps what it gets.
type SMTP struct {
	// Extensions are offered besides, such as "SMTPUTF8", "STARTTLS" or "AUTH PLAIN".
	Extensions []string
	// TLS is used after STARTTLS, or from the first byte with ImplicitTLS.
	TLS         *tls.Config
	ImplicitTLS bool
	// Slow is how long each answer takes.
	Slow time.Duration

	address string
	tb      testing.TB

	mu          sync.Mutex
	listener    net.Listener
	connections map[net.Conn]bool
	done        sync.WaitGroup
	fault       Fault
	met         int
	mails       []Mail
	commands    []string
}

// StartSMTP starts a mail server that listens until the test ends.
func StartSMTP(tb testing.TB, configure ...func(*SMTP)) *SMTP {
	tb.Helper()
	s := &SMTP{tb: tb, address: "127.0.0.1:0", connections: map[net.Conn]bool{}}
	for _, f := range configure {
		f(s)
	}
	s.Start()
	tb.Cleanup(s.Stop)
	return s
}

// Address is host:port, also while the server is stopped.
func (s *SMTP) Address() string { return s.address }

// Start listens, after Stop on the same port again.
func (s *SMTP) Start() {
	s.tb.Helper()
	l, err := net.Listen("tcp", s.address)
	if err != nil {
		s.tb.Fatal("start the mail server: ", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.listener, s.address = l, l.Addr().String()
	s.done.Go(func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			s.mu.Lock()
			s.connections[conn] = true
			s.mu.Unlock()
			s.done.Go(func() { s.serve(conn) })
		}
	})
}

// Stop breaks all connections and refuses new ones.
func (s *SMTP) Stop() {
	s.mu.Lock()
	if s.listener != nil {
		_ = s.listener.Close()
		s.listener = nil
	}
	for conn := range s.connections {
		_ = conn.Close()
	}
	s.mu.Unlock()
	s.done.Wait()
}

// Break makes the server do f from now on; the zero Fault mends it. Connections that hang stay so.
func (s *SMTP) Break(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fault, s.met = f, 0
}

// Mails are what the server got until now.
func (s *SMTP) Mails() []Mail {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Mail(nil), s.mails...)
}

// Commands are the first words of what the clients said until now.
func (s *SMTP) Commands() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.commands...)
}

// faulty tells whether a step goes wrong, and how.
func (s *SMTP) faulty(at, recipient string) (Fault, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.fault
	if f.At != at || (f.For != "" && f.For != recipient) || (f.Times > 0 && s.met >= f.Times) {
		return Fault{}, false
	}
	s.met++
	return f, true
}

// session is one connection.
type session struct {
	server *SMTP
	conn   net.Conn
	in     *bufio.Reader
	mail   Mail
}

func (s *SMTP) serve(conn net.Conn) {
	defer func() {
		_ = conn.Close()
		s.mu.Lock()
		delete(s.connections, conn)
		s.mu.Unlock()
	}()
	c := &session{server: s, conn: conn}
	if s.ImplicitTLS {
		c.conn = tls.Server(conn, s.TLS)
	}
	c.in = bufio.NewReader(c.conn)
	if !c.answer("connect", "") || !c.answer("greeting", "220 test.example ESMTP") {
		return
	}
	for {
		text, err := c.in.ReadString('\n')
		if err != nil {
			return
		}
		verb, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
		verb = strings.ToUpper(verb)
		s.mu.Lock()
		s.commands = append(s.commands, verb)
		s.mu.Unlock()
		if !c.command(verb, rest) {
			return
		}
	}
}

// answer replies unless the step is to go wrong; false ends the connection.
func (c *session) answer(step, reply string) bool {
	time.Sleep(c.server.Slow)
	if f, ok := c.server.faulty(step, strings.Join(c.mail.To, ",")); ok {
		switch {
		case f.Drop:
			return false
		case f.Answer == "":
			_, _ = io.Copy(io.Discard, c.in) // hangs until the client has enough
			return false
		}
		reply = f.Answer
	}
	if reply != "" {
		if _, err := io.WriteString(c.conn, strings.ReplaceAll(reply, "\n", "\r\n")+"\r\n"); err != nil {
			return false
		}
	}
	return !strings.HasPrefix(reply, "421")
}

func (c *session) command(verb, rest string) bool {
	switch verb {
	case "EHLO":
		lines := append([]string{"test.example"}, c.server.Extensions...)
		for i := range lines[:len(lines)-1] {
			lines[i] = "250-" + lines[i]
		}
		lines[len(lines)-1] = "250 " + lines[len(lines)-1]
		return c.answer(verb, strings.Join(lines, "\n"))
	case "STARTTLS":
		if !c.answer(verb, "220 go ahead") {
			return false
		}
		c.conn = tls.Server(c.conn, c.server.TLS)
		c.in = bufio.NewReader(c.conn)
		return true
	case "AUTH":
		return c.answer(verb, "235 welcome")
	case "MAIL":
		c.mail = Mail{From: angle(rest)}
		return c.answer(verb, "250 ok")
	case "RCPT":
		c.mail.To = append(c.mail.To, angle(rest))
		return c.answer(verb, "250 ok")
	case "DATA":
		return c.data()
	case "QUIT":
		c.answer(verb, "221 bye")
		return false
	}
	return c.answer(verb, "502 what?")
}

func (c *session) data() bool {
	if f, broken := c.server.ahead("DATA", c.mail); broken && f.Answer != "" {
		return c.answer("DATA", "") // refused: no mail follows
	}
	if !c.answer("DATA", "354 go ahead") {
		return false
	}
	var body strings.Builder
	for {
		text, err := c.in.ReadString('\n')
		if err != nil {
			return false
		}
		if text == ".\r\n" {
			break
		}
		body.WriteString(strings.TrimPrefix(text, "."))
	}
	c.mail.Body = body.String()
	if f, broken := c.server.ahead(".", c.mail); !broken || f.Take {
		c.server.mu.Lock()
		c.server.mails = append(c.server.mails, c.mail)
		c.server.mu.Unlock()
	}
	return c.answer(".", "250 taken")
}

// ahead tells the fault that the next step will meet.
func (s *SMTP) ahead(at string, m Mail) (Fault, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.fault
	recipient := strings.Join(m.To, ",")
	return f, f.At == at && (f.For == "" || f.For == recipient) && (f.Times == 0 || s.met < f.Times)
}

func angle(s string) string {
	_, s, _ = strings.Cut(s, "<")
	s, _, _ = strings.Cut(s, ">")
	return s
}

// String names the server as --smtp takes it.
func (s *SMTP) String() string { return fmt.Sprintf("smtp://%s", s.address) }
