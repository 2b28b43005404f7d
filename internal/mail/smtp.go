package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/smtp"
	"net/textproto"
	"net/url"
	"os"
	"strings"
	"time"
)

// How long a step of the conversation may take, and all of it.
const (
	connectTimeout = 10 * time.Second
	stepTimeout    = 20 * time.Second
	sendTimeout    = 60 * time.Second
)

// SMTP sends mails through a mail server, each over a connection of its own.
type SMTP struct {
	address  string // host:port
	host     string
	user     *url.Userinfo
	implicit bool   // TLS from the first byte
	startTLS string // "", "required" or "never"
	hello    string
	tls      *tls.Config
	step     time.Duration
}

// ParseSMTP reads "smtp://[user:password@]host[:port]", which takes up STARTTLS when it is offered (?tls=required
// insists, ?tls=never does not), or "smtps://…". The error never tells the password.
func ParseSMTP(address string) (*SMTP, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || (u.Scheme != "smtp" && u.Scheme != "smtps") || (u.Path != "" && u.Path != "/") {
		return nil, errors.New(`the mail server is named as "smtp://[user:password@]host:port" or "smtps://…"`)
	}
	s := &SMTP{host: u.Hostname(), user: u.User, implicit: u.Scheme == "smtps", startTLS: u.Query().Get("tls"), hello: hello(), step: stepTimeout}
	for key := range u.Query() {
		if key != "tls" {
			return nil, fmt.Errorf("the mail server's address has an unknown setting %q", key)
		}
	}
	if s.startTLS != "" && s.startTLS != "required" && s.startTLS != "never" || s.startTLS == "never" && s.implicit {
		return nil, errors.New(`the mail server's address says tls=required or tls=never, the latter only with smtp://`)
	}
	port := u.Port()
	if port == "" {
		port = map[bool]string{false: "587", true: "465"}[s.implicit]
	}
	s.address = net.JoinHostPort(s.host, port)
	s.tls = &tls.Config{ServerName: s.host, MinVersion: tls.VersionTLS12}
	return s, nil
}

// hello is the name by which this machine greets the server.
func hello() string {
	name, err := os.Hostname()
	if err != nil || name == "" || strings.ContainsFunc(strings.ToLower(name), notDomain) {
		return "localhost"
	}
	return name
}

// Send has one conversation with the server. It returns nil after the server has taken the mail, else a *SendError.
func (s *SMTP) Send(ctx context.Context, m Outgoing) error {
	to, err := address(m.To)
	if err != nil {
		return &SendError{ForGood: true, Reason: "The address can't be delivered to.", cause: err}
	}
	from, err := sender(m.From)
	if err != nil {
		return &SendError{Reason: "The sender's address is not right.", cause: err}
	}
	body, err := m.Bytes()
	if err != nil {
		return &SendError{Reason: "The mail could not be written.", cause: err}
	}
	ctx, cancel := context.WithTimeout(ctx, sendTimeout)
	defer cancel()
	if err := s.send(ctx, from.Address, to, body); err != nil {
		err.Reason = readable(err.Reason, m.Secret)
		return err
	}
	return nil
}

func (s *SMTP) send(ctx context.Context, from, to string, body []byte) *SendError {
	c, failed := s.connect(ctx)
	if failed != nil {
		return failed
	}
	defer c.close()
	if !isASCII(to) {
		if ok, _ := c.client.Extension("SMTPUTF8"); !ok {
			return &SendError{ForGood: true, Reason: "The mail server does not support addresses beyond ASCII."}
		}
	}
	if err := c.step(s.step, func() error { return c.client.Mail(from) }); err != nil {
		return aboutMail(err)
	}
	if err := c.step(s.step, func() error { return c.client.Rcpt(to) }); err != nil {
		return aboutMail(err)
	}
	var data io.WriteCloser
	if err := c.step(s.step, func() (err error) { data, err = c.client.Data(); return err }); err != nil {
		return aboutMail(err)
	}
	if err := c.step(sendTimeout, func() error { _, err := data.Write(body); return err }); err != nil {
		return aboutMail(err)
	}
	// This ends the mail: if the connection breaks now, the server may have it all the same.
	if err := c.step(sendTimeout, data.Close); err != nil {
		failed := aboutMail(err)
		var said *textproto.Error
		if !errors.As(err, &said) {
			failed.Unsure, failed.Reason = true, "The mail server did not confirm that it took the mail."
		}
		return failed
	}
	_ = c.step(2*time.Second, c.client.Quit) // the mail is sent, whatever the answer
	return nil
}

// connect opens a connection that is ready for a mail. What fails here is not about the mail.
func (s *SMTP) connect(ctx context.Context) (*conversation, *SendError) {
	dialer := net.Dialer{Timeout: connectTimeout}
	conn, err := dialer.DialContext(ctx, "tcp", s.address)
	if err != nil {
		return nil, down(err)
	}
	c := &conversation{ctx: ctx, conn: conn}
	c.stop = context.AfterFunc(ctx, func() { _ = conn.Close() })
	err = c.step(s.step, func() (err error) {
		talk := conn
		if s.implicit {
			talk = tls.Client(conn, s.tls)
		}
		c.client, err = smtp.NewClient(talk, s.host)
		return err
	})
	if err == nil {
		err = c.step(s.step, func() error { return c.client.Hello(s.hello) })
	}
	if err == nil && !s.implicit && s.startTLS != "never" {
		err = s.secure(c)
	}
	if err == nil && s.user != nil {
		password, _ := s.user.Password()
		err = c.step(s.step, func() error {
			return c.client.Auth(smtp.PlainAuth("", s.user.Username(), password, s.host))
		})
	}
	if err != nil {
		c.close()
		return nil, down(err)
	}
	return c, nil
}

func (s *SMTP) secure(c *conversation) error {
	if ok, _ := c.client.Extension("STARTTLS"); !ok {
		if s.startTLS == "required" {
			return errors.New("the mail server does not offer STARTTLS")
		}
		return nil
	}
	return c.step(s.step, func() error { return c.client.StartTLS(s.tls) })
}

// conversation is one connection to the server.
type conversation struct {
	ctx    context.Context //nolint:containedctx // it lives as long as the one call of Send
	conn   net.Conn
	client *smtp.Client
	stop   func() bool
}

// step gives f so long.
func (c *conversation) step(limit time.Duration, f func() error) error {
	deadline := time.Now().Add(limit)
	if end, ok := c.ctx.Deadline(); ok && end.Before(deadline) {
		deadline = end
	}
	if err := c.conn.SetDeadline(deadline); err != nil {
		return err
	}
	return f()
}

func (c *conversation) close() {
	c.stop()
	_ = c.conn.Close()
}

// down is for what happens before the server heard of the mail. The cause may name inner machines: it is for the log.
func down(err error) *SendError {
	reason := "The mail server can't be reached."
	var said *textproto.Error
	if errors.As(err, &said) {
		reason = "The mail server takes no mails from this service at the moment."
	}
	return &SendError{Down: true, Reason: reason, cause: err}
}

// aboutMail sorts an answer to the mail itself: 5xx is for good, anything else may pass.
func aboutMail(err error) *SendError {
	var said *textproto.Error
	if !errors.As(err, &said) {
		return &SendError{Down: true, Reason: "The connection to the mail server was lost.", cause: err}
	}
	e := &SendError{Reason: fmt.Sprintf("The mail server said: %d %s", said.Code, said.Msg)}
	switch {
	case said.Code == 421 || said.Code == 530: // it closes; it wants a sign-in first
		e.Down = true
	case said.Code >= 500 && said.Code < 600:
		e.ForGood = true
	}
	return e
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 127 })
}
